"""The tokens that stand in a redacted text where a contact or a person stood; and lists of words, written plainly."""

from __future__ import annotations

import re

TOKEN = re.compile(r"\[(?:PHONE|EMAIL|HANDLE|URL):[0-9a-f]{8}\]|\[PERSON\]")
_KEYED = re.compile(r"\[(PHONE|EMAIL|HANDLE|URL):[0-9a-f]*(?:\]|$)")  # the end of a text may have cut one


def keyless(text: str) -> str:
    """The text with tokens that say only what stood there ([PHONE]): no reading may hang on a pseudonym, which changes
    with the key."""
    return _KEYED.sub(r"[\1]", text) if "[" in text else text


def words_of(line: str) -> frozenset[str]:
    """The words of a line, parted by white space."""
    return frozenset(line.split())
