"""Given names that are ordinary words too, where they sign a text: "… available now Candy", "Destiny here"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacy.namelists import NameLists
from privacy.namewords import Word

_BEFORE = re.compile(
    r"(?:[\d~\-!*]|\b(?:xoxo|xx|kisses|love|hugs|regards|thanks|thank you|tq|salam|now|by))[,!:]?\s{0,2}$", re.I
)
_AFTER = re.compile(r"\s{0,2}(?:[^\w\s.,:;()/-]{0,3}\s{0,2}(?:\n|$)|[~*]|here\b)", re.I)


def find(text: str, words: list[Word], lists: NameLists) -> Iterator[tuple[int, int]]:
    """Where such a name stands alone at the end of a line, or before "here"; words that are mostly places stay."""
    for word in words:
        if not word.title or word.low not in lists.given or word.low in lists.common or word.low in lists.venue:
            continue
        opens = (
            word.start == 0 or text[word.start - 1] == "\n" or _BEFORE.search(text, max(0, word.start - 14), word.start)
        )
        if opens and _AFTER.match(text, word.end):
            yield word.start, word.end
