"""Patterns that are asked of the same few words all over a page: class names, ids, addresses."""

from __future__ import annotations

import re
from functools import lru_cache

#: What is longer is no name, and is not kept.
_LONGEST = 200


class Remembering:
    """Whether a pattern is in a text, in any case of letters: what was asked lately is answered from memory."""

    def __init__(self, pattern: str) -> None:
        self._pattern = re.compile(pattern, re.IGNORECASE)
        self._known = lru_cache(maxsize=8192)(self._asked)

    def search(self, text: str) -> bool:
        """Whether the pattern is anywhere in the text."""
        return self._known(text) if len(text) < _LONGEST else self._asked(text)

    def _asked(self, text: str) -> bool:
        return self._pattern.search(text) is not None
