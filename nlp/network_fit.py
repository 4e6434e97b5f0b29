"""Fits the network of `nlp.network` to sentences, each in its passage: several starts, whose mean is what is kept."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from nlp.logistic import Array, with_one
from nlp.network import Network, beside, together

# In five folds of what is taught, with one start, signs F1 was .711 with 12 rounds, .723 with 20 and .727 with 30; .728
# with twice the width and 20. Ten times the decay, or leaving out a third of the units, changed it by less than .004.
# The rest is as usual for Adam (Kingma and Ba 2015).
_WIDTH, _STARTS, _ROUNDS = 256, 3, 30
_BATCH, _STEP, _DECAY = 128, 1e-3, 1e-4
_FIRST, _SECOND = 0.9, 0.999  # how long Adam remembers the slope and its square
_SPREAD = 5.0  # embeddings of one language model lie close together: the same rows, stretched, are learned sooner


def fit_network(passages: Sequence[Array], truth: Array, weights: Array) -> Network:
    """A network for `passages`, each of shape (sentences, d), a single sentence being a passage of one.

    `truth` and `weights` have a row for each sentence of all passages and a column for each label; where a weight is
    zero, nobody said whether the label holds.
    """
    centre = np.vstack(passages).mean(axis=0)
    rows = with_one(np.vstack([beside(_SPREAD * (vectors - centre)) for vectors in passages]))
    return together([_one(rows, truth, weights, centre, start) for start in range(_STARTS)])


def _one(rows: Array, truth: Array, weights: Array, centre: Array, start: int) -> Network:
    dice = np.random.default_rng(start)
    hidden, out = _draw(dice, rows.shape[1], _WIDTH), _draw(dice, _WIDTH + 1, truth.shape[1]) / np.float32(np.sqrt(2))
    step = _Adam([hidden, out], _ROUNDS * max(1, len(rows) // _BATCH))
    for _ in range(_ROUNDS):
        for batch in np.array_split(dice.permutation(len(rows)), max(1, len(rows) // _BATCH)):
            step.down(_slopes(rows[batch], truth[batch], weights[batch], hidden, out))
    hidden[:-1] *= _SPREAD
    return Network(centre, hidden.T.copy(), out.T.copy())


def _draw(dice: np.random.Generator, size: int, width: int) -> Array:
    """Weights to begin with, He et al. 2015; biases, in the last row, of zero."""
    drawn = dice.normal(0.0, np.sqrt(2.0 / (size - 1)), (size, width)).astype(np.float32)
    drawn[-1] = 0.0
    return drawn


def _slopes(rows: Array, truth: Array, weights: Array, hidden: Array, out: Array) -> list[Array]:
    """Of the mean log loss, by the weights of both layers."""
    lit = np.maximum(rows @ hidden, 0.0)
    off = weights * (1.0 / (1.0 + np.exp(-(with_one(lit) @ out))) - truth) / np.float32(len(rows))
    back = (off @ out[:-1].T) * (lit > 0)
    return [rows.T @ back + _DECAY * hidden, with_one(lit).T @ off + _DECAY * out]


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
