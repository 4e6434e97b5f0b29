"""The tokens that stand in a redacted text where a contact or a person stood; and lists of words, written plainly."""

from __future__ import annotations

import re

TOKEN = re.compile(r"\[(?:PHONE|EMAIL|HANDLE|URL):[0-9a-f]{8}\]|\[PERSON\]")


def words_of(line: str) -> frozenset[str]:
    """The words of a line, parted by white space."""
    return frozenset(line.split())
