"""Which words of a text are names of persons, as a small network was taught by marked posts of our own.

The weights are made by `benchmarks.fit_names`; what is covered is told in docs/redaction.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np

from privacy.namefeatures import columns, keys
from privacy.namewords import Word
from privacy.tagger import Array, Tagger

WEIGHTS = Path(__file__).parent / "data" / "nametagger.npz"
REACH = 2  # neighbours to each side, in either layer


def chances(text: str, words: Sequence[Word], tagger: Tagger | None = None) -> Array:
    """How likely each word of a folded text belongs to a person's name, in [0, 1]."""
    if not words:
        return np.zeros(0, np.float32)
    *every, towns = keys(text, words)
    return (tagger or load()).chances(every, towns)


@cache
def load() -> Tagger:
    """The shipped tagger, once per process."""
    return Tagger.load(WEIGHTS, columns)
