"""Words as they are indexed and asked for: cut and folded here, so that every backend finds the same.

A word is a run of letters and digits; case and diacritics are folded, as SQLite's `unicode61` does.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

_REPLACED = re.compile(r"\[(?:PHONE|EMAIL|HANDLE|URL):[0-9a-fA-F]{8}\]|\[PERSON\]")
_PART = re.compile(r'"([^"]*)"|(\S+)')
_WORD = re.compile(r"[^\W_]+")
_DIACRITIC = re.compile("[\u0300-\u0331]")
_LONGEST = 250  # the server cuts words of more than 255 characters


def words(text: str) -> list[str]:
    """The words of a text, without its replacement tokens."""
    apart = unicodedata.normalize("NFD", _REPLACED.sub(" ", text))
    folded = unicodedata.normalize("NFC", _DIACRITIC.sub("", apart)).lower()
    return [word[:_LONGEST] for word in _WORD.findall(folded)]


def asked(query: str) -> list[dict[str, Any]] | None:
    """A search as conditions of Elasticsearch, all to hold; None: there is no word to look for."""
    parts = [_part(phrase or word) for phrase, word in _PART.findall(_REPLACED.sub(" ", query))]
    return [part for part in parts if part is not None] or None


def _part(text: str) -> dict[str, Any] | None:
    found = words(text)
    if not found:
        return None
    if not text.endswith("*"):
        return _either("match_phrase" if len(found) > 1 else "term", " ".join(found))
    if len(found) == 1:
        return _either("prefix", found[0])
    return {
        "bool": {
            "should": [
                {"match_phrase_prefix": {field: {"query": " ".join(found), "max_expansions": 10_000}}}
                for field in ("title", "text")
            ]
        }
    }


def _either(kind: str, value: str) -> dict[str, Any]:
    return {"bool": {"should": [{kind: {field: value}} for field in ("title", "text")]}}
