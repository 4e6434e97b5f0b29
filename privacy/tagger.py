"""A small network that was taught, by marked posts of our own, what the words of a text are.

Each word is the sum of what is known of it (its keys); two layers look at it with its neighbours, and theirs. There are
two: `nametagger` knows names of persons, `contacttagger` contacts; what they cover is told in docs/redaction.md.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_REMEMBERED = 40_000  # words and shapes whose sums are kept: 5 MB

type Array = NDArray[np.float32]


@dataclass(slots=True)
class Tagger:
    """`table` (rows, d): what each row adds to a word, `columns` which rows a key adds up; `first` and `second` look at
    so many words in a row as their height tells, `out` (or each of its columns) at what they saw; biases stand last.
    `known` words are met as themselves, others by their letters alone."""

    columns: Callable[[str], tuple[list[int], list[int]]]
    table: Array
    first: Array
    second: Array
    out: Array
    known: frozenset[str] = frozenset()
    _rows: dict[str, int] = field(default_factory=dict)
    _sums: Array = field(default_factory=lambda: np.zeros((0, 1), np.float32))

    @classmethod
    def load(cls, path: Path, columns: Callable[[str], tuple[list[int], list[int]]]) -> Tagger:
        """Weights of a file; the table is kept in eight bits, a scale a row."""
        with np.load(path, allow_pickle=False) as kept:
            table = kept["table"].astype(np.float32) * kept["scale"].astype(np.float32)[:, None]
            known = frozenset(kept["known"].tobytes().decode().split("\n"))
            first, second, out = (kept[name].astype(np.float32) for name in ("first", "second", "out"))
            return cls(columns, table, first, second, out, known)

    def chances(self, keys: Sequence[Sequence[str]], apart: Mapping[int, str]) -> Array:
        """How likely each word is what was taught, in [0, 1]: a number each, or a row.

        `keys`: of each kind one for every word, and one for the end of the text, of which nothing is said; `apart`:
        keys that few words have.
        """
        rows = self._rows_of([key for kind in keys for key in kind]).reshape(len(keys), -1)
        met: Array = self._sums[rows[0]] + self._sums[rows[1]]
        for more in rows[2:]:
            met += self._sums[more]
        if apart:
            placed = self._rows_of(list(apart.values()))  # may grow what the next line reads
            met[list(apart)] += self._sums[placed]
        lit = _layer(_layer(met, self.first), self.second)
        said: Array = 1.0 / (1.0 + np.exp(-(lit @ self.out[:-1] + self.out[-1])))
        return said[:-1]

    def _rows_of(self, every: list[str]) -> NDArray[np.intp]:
        """Where the sums of keys are kept; those of new ones are reckoned together."""
        if len(self._rows) > _REMEMBERED:
            self._rows.clear()
        rows = list(map(self._rows.get, every))
        if None in rows:
            self._learn([key for key in dict.fromkeys(every) if key not in self._rows])
            rows = list(map(self._rows.get, every))
        return np.array(rows, np.intp)

    def _learn(self, new: list[str]) -> None:
        """What keys add up: their flags, and their letters by the root of how many there are."""
        at, weights, starts = list[int](), list[float](), list[int]()
        for key in new:
            flags, letters = self.columns(key)
            weight = max(1, len(letters)) ** -0.5
            if flags and key not in self.known:
                letters = letters[1:]
            starts.append(len(at))
            at += flags + letters
            weights += [1.0] * len(flags) + [weight] * len(letters)
        sums = np.add.reduceat(self.table[at] * np.array(weights, np.float32)[:, None], starts, axis=0)
        first, room = len(self._rows), self._sums
        if first + len(new) > len(room):
            room = np.zeros((2 * (first + len(new)), self.table.shape[1]), np.float32)
            room[:first] = self._sums[:first]
        room[first : first + len(new)] = sums
        self._sums = room
        self._rows.update(zip(new, range(first, first + len(new)), strict=True))


def _layer(met: Array, weights: Array) -> Array:
    """What a layer says of each word, by itself and its neighbours."""
    size, width = met.shape
    wide = (len(weights) - 1) // width
    padded = np.zeros((size + wide - 1, width), np.float32)
    padded[wide // 2 : size + wide // 2] = met
    beside = np.concatenate([padded[at : at + size] for at in range(wide)], axis=1)
    seen: Array = beside @ weights[:-1] + weights[-1]
    return np.maximum(seen, np.float32(0))
