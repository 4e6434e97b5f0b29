"""Function words of a language ("and", "saya", "was"): they say how somebody writes, not of what."""

from __future__ import annotations

import re
from functools import cache

_WORD = re.compile(r"[^\W\d_]+")


@cache
def function_words(language: str) -> frozenset[str]:
    """Those of an ISO-639 language as spaCy lists them, folded, and the English ones."""
    from spacy.util import get_lang_class

    words: set[str] = set()
    for code in {language, "en"}:
        try:
            words |= get_lang_class(code).Defaults.stop_words
        except ImportError:  # no such language in spaCy
            continue
    return frozenset(word.casefold() for word in words)


def without_function_words(text: str, language: str) -> str:
    """The text with a blank in the place of each function word."""
    little = function_words(language)
    return _WORD.sub(lambda found: " " if found[0].casefold() in little else found[0], text)
