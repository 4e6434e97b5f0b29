"""Names that are no person's: streets, towns and houses of business, told by the words beside them."""

from __future__ import annotations

import re

from privacy import namecues
from privacy.namelists import NameLists
from privacy.namewords import PARTICLES, SPACE, Word


def in_venue(text: str, words: list[Word], first: int, last: int, lists: NameLists) -> bool:
    """Whether the words beside a name make it a street, a town or a house of business."""
    if any(word.low in lists.venue and word.low not in PARTICLES for word in words[first + (last > first) : last + 1]):
        return True
    if first:
        before = words[first - 1]
        between = text[before.end : words[first].start]
        if before.low in namecues.BEFORE_PLACES and SPACE.fullmatch(between):
            return True
        if before.low == "co" and between == ". ":  # "Co. Kerry"
            return True
    after = words[last + 1 : last + 3]
    if not after:
        return False
    between = text[words[last].end : after[0].start]
    owned = words[last].low.endswith(("'s", "’s")) or re.fullmatch(r"['’]?s?\s{1,2}(?:&\s)?", between) is not None
    if owned and after[0].low in lists.venue and after[0].low not in PARTICLES:
        return True
    return after[0].low == "s" and len(after) > 1 and after[1].low in lists.venue
