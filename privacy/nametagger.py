"""A small network that was taught, by marked posts of our own, which words of a text are names of persons.

Each word is the sum of what `namefeatures` knows of it; two layers look at it with its four neighbours, and theirs. The
weights are made by `benchmarks.fit_names`; what it covers is told in docs/privacy.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from privacy.namefeatures import columns, keys
from privacy.namewords import Word

WEIGHTS = Path(__file__).parent / "data" / "nametagger.npz"
REACH = 2  # neighbours to each side, in either layer
_REMEMBERED = 40_000  # words and shapes whose sums are kept: 5 MB

type Array = NDArray[np.float32]


@dataclass(slots=True)
class Tagger:
    """`table` (rows, d): what each row adds to a word; `first` and `second` look at five words in a row, `out` at what
    they saw; biases stand last. `known` words are met as themselves, others by their letters alone."""

    table: Array
    first: Array
    second: Array
    out: Array
    known: frozenset[str] = frozenset()
    _rows: dict[str, int] = field(default_factory=dict)
    _sums: Array = field(default_factory=lambda: np.zeros((0, 1), np.float32))

    @classmethod
    def load(cls, path: Path = WEIGHTS) -> Tagger:
        """The shipped weights; the table is kept in eight bits, a scale a row."""
        with np.load(path, allow_pickle=False) as kept:
            table = kept["table"].astype(np.float32) * kept["scale"].astype(np.float32)[:, None]
            known = frozenset(kept["known"].tobytes().decode().split("\n"))
            first, second, out = (kept[name].astype(np.float32) for name in ("first", "second", "out"))
            return cls(table, first, second, out, known)

    def chances(self, text: str, words: Sequence[Word]) -> Array:
        """How likely each word of a folded text belongs to a person's name, in [0, 1]."""
        if not words:
            return np.zeros(0, np.float32)
        letters, shapes, gaps, towns = keys(text, words)
        rows = self._rows_of([*letters, *shapes, *gaps]).reshape(3, len(letters))
        met = self._sums[rows[0]] + self._sums[rows[1]] + self._sums[rows[2]]
        if towns:
            placed = self._rows_of(list(towns.values()))  # may grow what the next line reads
            met[list(towns)] += self._sums[placed]
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
            flags, letters = columns(key)
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
    padded = np.zeros((size + 2 * REACH, width), np.float32)
    padded[REACH : size + REACH] = met
    beside = np.concatenate([padded[at : at + size] for at in range(2 * REACH + 1)], axis=1)
    seen: Array = beside @ weights[:-1] + weights[-1]
    return np.maximum(seen, np.float32(0))


@cache
def load() -> Tagger:
    """The shipped tagger, once per process."""
    return Tagger.load()
