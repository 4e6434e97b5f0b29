"""Whether a passage tells that somebody in particular is in danger now, by what its sentences mean.

Most cries for help are told without any word of a list ("the door has no handle on our side"). Logistic regression
over the mean and the highest of the sentences' numbers; the weights are made by `nlp.derive_danger`, what they find and
miss is told in docs/reading.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from nlp.logistic import Array

WEIGHTS = Path(__file__).parent / "data" / "danger.npz"


@dataclass(frozen=True, slots=True)
class Danger:
    """`weights` (2d,): of the mean of a passage's sentences, then of the highest number that any of them has."""

    weights: Array
    bias: float

    @classmethod
    def load(cls, path: Path = WEIGHTS) -> Danger:
        """The shipped weights."""
        with np.load(path, allow_pickle=False) as kept:
            return cls(kept["weights"].astype(np.float32), float(kept["bias"]))

    def told(self, vectors: Array) -> tuple[float, int]:
        """Log odds for a passage of these sentences, (n, d), and which of them would have the highest by itself."""
        mean, highest = np.split(self.weights, 2)
        return float(seen(vectors) @ self.weights) + self.bias, int((vectors @ (mean + highest)).argmax())


def seen(vectors: Array) -> Array:
    """What is looked at of a passage's sentences, (n, d): (2d,)."""
    return np.hstack([vectors.mean(axis=0), vectors.max(axis=0)])
