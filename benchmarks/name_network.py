"""The tagger of names while it learns: keys by number, a network with parts forgotten at random, steps down its slopes.

For `benchmarks.fit_names`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from benchmarks.name_variants import Pieces, joined, words_taught
from privacy import names
from privacy.namefeatures import BUCKETS, FLAGS, columns, keys
from privacy.nametagger import REACH
from privacy.tagger import Array, Tagger

# What a word weighs: names and what must stay more than the rest; what rules take for a name in a passage, nothing.
_WEIGHTS = {"person": 1.5, "stays": 2.0, "contact": 0.3, "mask": 0.0}
_WIDTH, _HIDDEN, _SECOND = 32, 48, 16
_FORGET_LISTS, _FORGET_WORD, _FORGET_LETTERS = 0.12, 0.35, 0.2
_DROP = (0.15, 0.4)  # of what is known of a word, of the first layer
_LISTS = frozenset((0, 1, 2, 3))  # rows of the lists of names: some names are taught as if no list knew them
_ALOUD = 300  # words a step that teach by themselves whether they are names, words or towns
_ALOUD_WEIGHT = 0.3
_FIRST, _SQUARE = 0.9, 0.999  # how long Adam remembers the slope and its square
_STEP, _DECAY = 5e-3, 0.3


class Text(NamedTuple):
    """Of each word four keys (-1 for none), what it is (a number, or a row), and what it weighs."""

    ids: NDArray[np.int32]
    names: Array
    weights: Array


class Bank:
    """Keys by number, with the rows of the table that each adds up."""

    def __init__(self, columns: Callable[[str], tuple[list[int], list[int]]] = columns) -> None:
        self.columns = columns
        self._numbers: dict[str, int] = {}
        self.rows: list[tuple[list[int], list[int]]] = []
        self.keys: list[str] = []

    def number(self, key: str) -> int:
        """The number of a key."""
        if key not in self._numbers:
            self._numbers[key] = len(self.rows)
            self.rows.append(self.columns(key))
            self.keys.append(key)
        return self._numbers[key]

    def text(self, parts: Pieces) -> Text:
        """A post taken apart, as numbers."""
        text, spans = joined(parts)
        folded, words = names.words_of(text)
        letters, shapes, gaps, towns = keys(folded.text, words)
        ids = np.full((len(letters), 4), -1, np.int32)
        for at, three in enumerate(zip(letters, shapes, gaps, strict=True)):
            ids[at, :3] = [self.number(key) for key in three]
        for at, key in towns.items():
            ids[at, 3] = self.number(key)
        named, weights = np.zeros(len(letters), np.float32), np.ones(len(letters), np.float32)
        weights[-1] = 0
        for at, word in enumerate(words):
            start, end = folded.back(word.start, word.end)
            for kind in (kind for first, last, kind in spans if start < last and first < end):
                named[at], weights[at] = kind == "person", _WEIGHTS.get(kind, 1.0)
        return Text(ids, named, weights)


class Net:
    """The tagger while it learns: the same sums, with parts forgotten at random."""

    def __init__(
        self, bank: Bank, known: frozenset[int], dice: np.random.Generator, reach: int = REACH, outputs: int = 1
    ) -> None:
        self.bank, self.known, self.dice, self.reach = bank, known, dice, reach
        size = 2 * reach + 1
        self.parts: list[Array] = [
            dice.normal(0, 0.15, (FLAGS + BUCKETS, _WIDTH)),
            _drawn(dice, size * _WIDTH, _HIDDEN),
            _drawn(dice, size * _HIDDEN, _SECOND),
            np.vstack([dice.normal(0, np.sqrt(1 / _SECOND), (_SECOND, outputs)), np.full((1, outputs), -2.0)]),
            dice.normal(0, 0.2, (_WIDTH, 3)),
        ]
        self.parts = [part.astype(np.float32) for part in self.parts]

    def slopes(self, ids: NDArray[np.int32], named: Array, weights: Array) -> list[Array]:
        """Of the weighted mean log loss, by each part."""
        table, first, second, out, _ = self.parts
        numbers, place = np.unique(ids, return_inverse=True)
        place = place.reshape(ids.shape)
        rows = self._rows(numbers.tolist())
        kept = [self._kept((len(ids), width), share) for width, share in zip((_WIDTH, _HIDDEN), _DROP, strict=True)]
        met = (rows @ table)[place].sum(axis=1) * kept[0]
        beside = _beside(met, self.reach)
        before = beside @ first[:-1] + first[-1]
        lit = np.maximum(before, 0) * kept[1]
        around = _beside(lit, self.reach)
        seen = around @ second[:-1] + second[-1]
        said = np.maximum(seen, 0) @ out[:-1] + out[-1]
        off = (1 / (1 + np.exp(-said)) - named.reshape(said.shape)) * (weights / weights.sum())[:, None]
        back = off @ out[:-1].T * (seen > 0)
        slope = _gathered(back @ second[:-1].T, _HIDDEN, self.reach) * kept[1] * (before > 0)
        word = _gathered(slope @ first[:-1].T, _WIDTH, self.reach) * kept[0]
        of = csr_matrix(
            (np.ones(place.size, np.float32), (place.ravel(), np.repeat(np.arange(len(ids)), ids.shape[1]))),
            shape=(len(numbers), len(ids)),
        )
        return [
            rows.T.tocsr() @ (of @ word),
            np.vstack([beside.T @ slope, slope.sum(axis=0)]),
            np.vstack([around.T @ back, back.sum(axis=0)]),
            np.vstack([np.maximum(seen, 0).T @ off, off.sum(axis=0)]).astype(np.float32),
            np.zeros_like(self.parts[4]),
        ]

    def aloud(self, rows: Any, truth: NDArray[np.int_]) -> tuple[Array, Array]:
        """Slopes of the table and of the last part, by words without a text: names, ordinary words, towns."""
        met = rows @ self.parts[0]
        said = met @ self.parts[4]
        off = np.exp(said - said.max(axis=1, keepdims=True))
        off /= off.sum(axis=1, keepdims=True)
        off[np.arange(len(truth)), truth] -= 1
        off *= np.float32(_ALOUD_WEIGHT / len(truth))
        return rows.T.tocsr() @ (off @ self.parts[4].T), met.T @ off

    def tagger(self) -> Tagger:
        """As it is used; a word that is not known as itself is its letters."""
        table, first, second, out, _ = self.parts
        scale = np.maximum(np.abs(table).max(axis=1), 1e-6) / 127
        whole = np.round(table / scale[:, None]).astype(np.int8)
        shipped = (
            whole * scale.astype(np.float16).astype(np.float32)[:, None],
            *(p.astype(np.float16) for p in (first, second, out[:, 0] if out.shape[1] == 1 else out)),
        )
        return Tagger(
            self.bank.columns,
            *(part.astype(np.float32) for part in shipped),
            frozenset(self.bank.keys[number] for number in self.known),
        )

    def _kept(self, shape: tuple[int, int], share: float) -> Array:
        return (self.dice.random(shape, dtype=np.float32) >= share).astype(np.float32) / np.float32(1 - share)

    def _rows(self, numbers: Sequence[int]) -> Any:
        every = [self._forgetful(number) if number >= 0 else ([], []) for number in numbers]
        counts = [len(self.bank.rows[number][1]) if number >= 0 else 1 for number in numbers]
        return _matrix(every, counts)

    def _forgetful(self, number: int) -> tuple[list[int], list[int]]:
        flags, letters = self.bank.rows[number]
        if flags and self.dice.random() < _FORGET_LISTS:
            flags = [row for row in flags if row not in _LISTS]
        if not flags:
            return flags, letters
        known = number in self.known
        if self.dice.random() < _FORGET_LETTERS:
            return flags, letters[:1] if known else []
        return flags, letters if known and self.dice.random() >= _FORGET_WORD else letters[1:]


class Aloud:
    """Names, ordinary words and towns, each by its letters alone."""

    def __init__(self) -> None:
        self._every = [[_letters(word) for word in words] for words in words_taught()]

    def draw(self, dice: Random) -> tuple[Any, NDArray[np.int_]]:
        """So many of each, and which of the three each is."""
        sizes = (_ALOUD // 2, _ALOUD // 3, _ALOUD // 6)
        rows = [row for words, size in zip(self._every, sizes, strict=True) for row in dice.choices(words, k=size)]
        return _matrix([([], row) for row in rows], [len(row) for row in rows]), np.repeat(np.arange(3), sizes)


class Adam:
    """Steps down the slopes, smaller ones to the end (Kingma and Ba 2015), and all weights a little to nothing."""

    def __init__(self, parts: list[Array], steps: int) -> None:
        self._parts, self._steps, self._done = parts, steps, 0
        self._mean, self._square = ([np.zeros_like(part) for part in parts] for _ in range(2))

    def down(self, slopes: Sequence[Array]) -> None:
        """One step."""
        self._done += 1
        pace = _STEP * min(1, self._done / 50) * max(0.02, 1 - self._done / self._steps)
        for part, slope, mean, square in zip(self._parts, slopes, self._mean, self._square, strict=True):
            mean += (1 - _FIRST) * (slope - mean)
            square += (1 - _SQUARE) * (slope * slope - square)
            even = np.sqrt(square / (1 - _SQUARE**self._done)) + 1e-8
            part -= pace * (mean / (1 - _FIRST**self._done) / even + _DECAY * part)


def row_of(texts: list[Text], reach: int = REACH) -> tuple[NDArray[np.int32], Array, Array]:
    """Texts in a row, so far apart that none sees the other."""
    apart = np.full((2 * reach, 4), -1, np.int32)
    nothing, unnamed = np.zeros(2 * reach, np.float32), np.zeros((2 * reach, *texts[0].names.shape[1:]), np.float32)
    return (
        np.concatenate([part for text in texts for part in (text.ids, apart)]),
        np.concatenate([part for text in texts for part in (text.names, unnamed)]),
        np.concatenate([part for text in texts for part in (text.weights, nothing)]),
    )


def batches(texts: list[Text], size: int) -> Iterator[list[Text]]:
    """The texts in their order, in batches of so many words at least, but for the last."""
    batch, words = list[Text](), 0
    for text in texts:
        batch.append(text)
        words += len(text.names)
        if words >= size:
            yield batch
            batch, words = [], 0
    if batch:
        yield batch


def written(tagger: Tagger, path: Path) -> None:
    """Keep the weights; the table in eight bits, a scale a row."""
    scale = np.maximum(np.abs(tagger.table).max(axis=1), 1e-6) / 127
    np.savez_compressed(
        path,
        table=np.round(tagger.table / scale[:, None]).astype(np.int8),
        known=np.frombuffer("\n".join(sorted(tagger.known)).encode(), np.uint8),
        **{name: getattr(tagger, name).astype(np.float16) for name in ("first", "second", "out")},
        scale=scale.astype(np.float16),
    )


def _letters(word: str) -> list[int]:
    return columns(f"w:{word}")[1][1:]


def _matrix(rows: Sequence[tuple[list[int], list[int]]], counts: Sequence[int]) -> Any:
    """Rows of ones for flags, and of one through the root of their number for letters."""
    at = [row for flags, letters in rows for row in (*flags, *letters)]
    weights = [
        weight
        for (flags, letters), count in zip(rows, counts, strict=True)
        for weight in (*[1.0] * len(flags), *[count**-0.5] * len(letters))
    ]
    ends = np.cumsum([0, *(len(flags) + len(letters) for flags, letters in rows)])
    return csr_matrix((np.array(weights, np.float32), np.array(at, np.int32), ends), shape=(len(rows), FLAGS + BUCKETS))


def _drawn(dice: np.random.Generator, size: int, width: int) -> NDArray[Any]:
    """Weights to begin with, He et al. 2015; biases, in the last row, of zero."""
    return np.vstack([dice.normal(0, np.sqrt(2 / size), (size, width)), np.zeros((1, width))])


def _beside(met: Array, reach: int) -> Array:
    padded = np.pad(met, ((reach, reach), (0, 0)))
    return np.hstack([padded[at : at + len(met)] for at in range(2 * reach + 1)])


def _gathered(beside: Array, width: int, reach: int) -> Array:
    """The slope of each word of the slopes of the windows it stands in."""
    padded = np.zeros((len(beside) + 2 * reach, width), np.float32)
    for at in range(2 * reach + 1):
        padded[at : at + len(beside)] += beside[:, at * width : (at + 1) * width]
    return padded[reach : reach + len(beside)]
