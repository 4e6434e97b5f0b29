"""Which of the links on a page a card wants: `mapping.include` and `mapping.exclude`, regular expressions."""

from __future__ import annotations

import re

from core.cards import Source


def wanted(card: Source, url: str) -> bool:
    """Whether the card's include and exclude patterns let this address through (both search the whole address)."""
    include, exclude = card.mapping.get("include"), card.mapping.get("exclude")
    if include and not re.search(include, url):
        return False
    return not (exclude and re.search(exclude, url))
