"""Which words of a text may be searched, and how a search is put to FTS5."""

from __future__ import annotations

import re

_REPLACED = re.compile(r"\[(?:PHONE|EMAIL|HANDLE|URL):[0-9a-fA-F]{8}\]|\[PERSON\]")
_PART = re.compile(r'"([^"]*)"|(\S+)')


def searchable(text: str) -> str:
    """The text without its replacement tokens. To change this function, rebuild the index by a migration."""
    return _REPLACED.sub(" ", text)


def as_match(query: str) -> str | None:
    """A search for FTS5: all words, "quoted phrases" whole, `begin*` by beginning; None: no word to look for."""
    parts = [_part(phrase or word) for phrase, word in _PART.findall(searchable(query))]
    return " ".join(part for part in parts if part) or None


def _part(words: str) -> str:
    if not any(character.isalnum() for character in words):
        return ""
    beginning = "*" if words.endswith("*") else ""
    return '"' + words.replace('"', " ").strip("*") + '"' + beginning
