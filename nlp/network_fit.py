"""Fits the listeners (`nlp.listeners`) and the network (`nlp.network`) that hears them, together: several starts, each
with listeners of its own, whose networks' mean is what is kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nlp.embedding import HEARD
from nlp.listeners import WORD, Listeners, joined
from nlp.logistic import Array, with_one
from nlp.network import Network, together

# In five folds of what was taught, with means in place of listeners and one start, signs F1 was .711 with 12 rounds,
# .723 with 20 and .727 with 30; with listeners 12 rounds on half of what is taught did better than 30 without. The rest
# is as usual for Adam (Kingma and Ba 2015).
_WIDTH, _STARTS, _ROUNDS = 256, 3, 14
EARS = 256  # listeners of a start
_BATCH, _STEP, _DECAY, _DECAY_OF_EARS = 128, 1e-3, 1e-4, 1e-5
_FIRST, _SECOND = 0.9, 0.999  # how long Adam remembers the slope and its square
_NOTHING = 1e-20  # what a dead listener decays to: smaller numbers slow a processor down tenfold
_SPREAD = 5.0  # embeddings of one language model lie close together: the same rows, stretched, are learned sooner

type _Parts = tuple[Array, Array, Array]  # hidden, out, ears; biases in the last row of each


@dataclass(frozen=True, slots=True)
class Lesson:
    """Sentences in their passages (one alone is a passage of one), in order: the numbers of each one's words, what
    else is known of it, what it and its passage tell, and how much each of that weighs (nothing where nobody said)."""

    words: Sequence[NDArray[Any]]
    passages: Sequence[Array]
    truth: Array
    weights: Array


@dataclass(frozen=True, slots=True)
class _Fit:
    """A lesson made even: words by their spread, vectors by their centre."""

    lesson: Lesson
    even: Array
    spread: Array
    centre: Array
    rows: Array
    bounds: NDArray[np.int_]

    @classmethod
    def of(cls, lesson: Lesson) -> _Fit:
        every = np.vstack(lesson.words[:: max(1, len(lesson.words) // 4000)]).astype(np.float32)
        stacked = np.vstack(lesson.passages)
        centre = stacked.mean(axis=0)
        bounds = np.cumsum([0, *(len(passage) for passage in lesson.passages)])
        spread = every.std(axis=0) + np.float32(1e-6)
        return cls(lesson, every.mean(axis=0), spread, centre, np.float32(_SPREAD) * (stacked - centre), bounds)

    def batches(self, dice: np.random.Generator) -> Iterator[tuple[NDArray[np.int_], Array]]:
        """Whole passages in a new order, about `_BATCH` sentences at a time, and the share of each in its mean."""
        order = dice.permutation(len(self.lesson.passages))
        sizes = np.diff(self.bounds)
        ends = np.cumsum(sizes[order])
        for chosen in np.split(order, np.searchsorted(ends, np.arange(_BATCH, ends[-1], _BATCH))):
            if len(chosen):
                sentences = np.concatenate([np.arange(self.bounds[at], self.bounds[at + 1]) for at in chosen])
                owner = np.repeat(np.arange(len(chosen)), sizes[chosen])
                share = (owner == np.arange(len(chosen))[:, None]) / sizes[chosen][:, None]
                yield sentences, share.astype(np.float32)

    def kept(self, ears: Array) -> Listeners:
        """The listeners as the package reads them: of words as they come."""
        rows = Listeners.of(ears[:-1].T / self.spread, ears[-1])
        return Listeners(rows.codes, rows.scales, rows.biases - rows.rows @ self.even)

    def as_kept(self, ears: Array) -> Array:
        """Ears that hear even words as they will once they are kept in 4 bits."""
        rows = Listeners.of(ears[:-1].T / self.spread, ears[-1]).rows
        return np.vstack([(rows * self.spread).T, ears[-1:]])


def fit_network(lesson: Lesson) -> tuple[Network, Listeners]:
    """A network over the listeners' numbers and the vectors of `lesson`, and the listeners of all starts."""
    fit = _Fit.of(lesson)
    starts = [_one(fit, start) for start in range(_STARTS)]
    networks = [_network(fit, parts, start) for start, parts in enumerate(starts)]
    return together(networks), joined([fit.kept(ears) for _, _, ears in starts])


def _one(fit: _Fit, start: int) -> _Parts:
    dice, labels = np.random.default_rng(start), fit.lesson.truth.shape[1]
    hidden = _draw(dice, 2 * (EARS + fit.rows.shape[1]) + 1, _WIDTH)
    out = _draw(dice, _WIDTH + 1, labels) / np.float32(np.sqrt(2))
    ears = _draw(dice, WORD + 1, EARS) / np.float32(2)
    step = _Adam([hidden, out, ears], _ROUNDS * sum(1 for _ in fit.batches(np.random.default_rng(start))))
    for _ in range(_ROUNDS):
        for sentences, share in fit.batches(dice):
            step.down(_slopes(fit, sentences, share, (hidden, out, ears)))
    return hidden, out, ears


def _network(fit: _Fit, parts: _Parts, start: int) -> Network:
    """The network of one start, which heeds the listeners of its own among those of all."""
    hidden, out, _ = parts
    size, all_ears = fit.rows.shape[1], _STARTS * EARS
    wide = np.zeros((2, all_ears + size, _WIDTH), dtype=np.float32)
    halves = hidden[:-1].reshape(2, EARS + size, _WIDTH) * np.float32(_SPREAD)
    wide[:, start * EARS : (start + 1) * EARS] = halves[:, :EARS]
    wide[:, all_ears:] = halves[:, EARS:]
    centre = np.hstack([np.zeros(all_ears, np.float32), fit.centre])
    return Network(centre, np.vstack([wide.reshape(-1, _WIDTH), hidden[-1:]]).T.copy(), out.T.copy())


def _draw(dice: np.random.Generator, size: int, width: int) -> Array:
    """Weights to begin with, He et al. 2015; biases, in the last row, of zero."""
    drawn = dice.normal(0.0, np.sqrt(2.0 / (size - 1)), (size, width)).astype(np.float32)
    drawn[-1] = 0.0
    return drawn


def _slopes(fit: _Fit, sentences: NDArray[np.int_], share: Array, parts: _Parts) -> list[Array]:
    """Of the mean log loss, by the weights of both layers and of the ears (as if they were not kept in 4 bits)."""
    hidden, out, ears = parts
    words = [(fit.lesson.words[at].astype(np.float32) - fit.even) / fit.spread for at in sentences]
    every, counts = with_one(np.vstack(words)), np.array([len(one) for one in words])
    each = every @ fit.as_kept(ears)
    loudest = np.maximum.reduceat(each, np.cumsum(counts) - counts, axis=0)
    weight, owner = np.float32(_SPREAD * HEARD), share.argmax(axis=0)
    rows = np.hstack([weight * np.maximum(loudest, 0), fit.rows[sentences]])
    seen = with_one(np.hstack([rows, (share @ rows)[owner]]))
    lit = np.maximum(seen @ hidden, 0.0)
    told, truth = 1.0 / (1.0 + np.exp(-(with_one(lit) @ out))), fit.lesson.truth[sentences]
    off = fit.lesson.weights[sentences] * (told - truth) / np.float32(len(sentences))
    back = (off @ out[:-1].T) * (lit > 0)
    around = (share @ (back @ hidden[rows.shape[1] :][:EARS].T))[owner]
    heard = weight * (back @ hidden[:EARS].T + around) * (loudest > 0)
    sentence = np.repeat(np.arange(len(words)), counts)
    slope = every.T @ ((each == loudest[sentence]) * heard[sentence])
    return [seen.T @ back + _DECAY * hidden, with_one(lit).T @ off + _DECAY * out, slope + _DECAY_OF_EARS * ears]


class _Adam:
    """Steps down the slopes, smaller ones to the end (Kingma and Ba 2015, with a step that falls to nothing)."""

    def __init__(self, parts: list[Array], steps: int) -> None:
        self._parts, self._steps, self._done = parts, steps, 0
        self._mean = [np.zeros_like(part) for part in parts]
        self._square = [np.zeros_like(part) for part in parts]

    def down(self, slopes: Sequence[Array]) -> None:
        """Change the parts in place."""
        self._done += 1
        size = np.float32(_STEP * (1.0 - self._done / (self._steps + 1)))
        for part, slope, mean, square in zip(self._parts, slopes, self._mean, self._square, strict=True):
            mean += np.float32(1.0 - _FIRST) * (slope - mean)
            square += np.float32(1.0 - _SECOND) * (slope * slope - square)
            even = mean / np.float32(1.0 - _FIRST**self._done)
            part -= size * even / (np.sqrt(square / np.float32(1.0 - _SECOND**self._done)) + np.float32(1e-8))
            part[np.abs(part) < _NOTHING] = 0.0
