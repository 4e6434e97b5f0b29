"""A small network over a sentence and the passage it stands in, for what is told around it bears on what it says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nlp.logistic import Array, with_one

type Numbers = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Network:
    """One hidden layer: `centre` is (d,), `hidden` (h, 2d + 1), `out` (labels, h + 1); biases stand last."""

    centre: Array
    hidden: Array
    out: Array

    def scores(self, vectors: Array) -> Array:
        """Log odds of each label for each sentence of one passage: (sentences, labels) of (sentences, d)."""
        lit = np.maximum(with_one(beside(vectors - self.centre)) @ self.hidden.T, 0.0)
        return with_one(lit) @ self.out.T

    def kept(self) -> dict[str, Numbers]:
        """The weights by name, in half precision, as they are shipped."""
        return {name: getattr(self, name).astype(np.float16) for name in ("centre", "hidden", "out")}

    @classmethod
    def of(cls, kept: Mapping[str, Numbers]) -> Network:
        """The network of weights that were kept."""
        return cls(*(kept[name].astype(np.float32) for name in ("centre", "hidden", "out")))


def beside(vectors: Array) -> Array:
    """Each sentence with the mean of its passage's sentences beside it."""
    return np.hstack([vectors, np.broadcast_to(vectors.mean(axis=0), vectors.shape)])


def together(networks: Sequence[Network]) -> Network:
    """One network that says the mean of what these say; they share their centre."""
    out = np.hstack([network.out[:, :-1] for network in networks]) / len(networks)
    bias = np.mean([network.out[:, -1:] for network in networks], axis=0)
    hidden = np.vstack([network.hidden for network in networks])
    return Network(networks[0].centre, hidden, np.hstack([out, bias]).astype(np.float32))
