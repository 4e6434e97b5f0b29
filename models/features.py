"""Texts as hashed n-grams: hashed, so that no vocabulary keeps a name."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import HashingVectorizer

WORD_BITS, CHARACTER_BITS = 15, 14
_TOKEN = re.compile(r"\[(PHONE|EMAIL|HANDLE|URL|PERSON)(:[0-9a-f]{8})?\]")

_words = HashingVectorizer(
    ngram_range=(1, 2),
    n_features=2**WORD_BITS,
    alternate_sign=False,
    norm="l2",
    token_pattern=r"(?u)\b\w+\b",
    dtype=np.float64,
)
_characters = HashingVectorizer(
    analyzer="char_wb",
    ngram_range=(3, 4),
    n_features=2**CHARACTER_BITS,
    alternate_sign=False,
    norm="l2",
    dtype=np.float64,
)


def plain(text: str) -> str:
    """The text with every replacement token made the same word, so that no pseudonym is learnt."""
    return _TOKEN.sub(lambda found: f" {found.group(1).lower()}token ", text)


def matrix(texts: Sequence[str]) -> csr_matrix:
    """Shape (texts, 2**WORD_BITS + 2**CHARACTER_BITS): words and pairs of words, then character 3- and 4-grams."""
    plains = [plain(text) for text in texts]
    return csr_matrix(hstack([_words.transform(plains), _characters.transform(plains)]))


def words_of(text: str) -> list[str]:
    """The words and pairs of words of a text, each once, in order."""
    return list(dict.fromkeys(_words.build_analyzer()(plain(text))))


def columns_of(words: Sequence[str]) -> list[int]:
    """The column in which each word or pair is hashed."""
    hashed = HashingVectorizer(
        n_features=2**WORD_BITS, alternate_sign=False, norm=None, analyzer=lambda word: [word], dtype=np.float64
    ).transform(words)
    return [int(row.indices[0]) for row in hashed]
