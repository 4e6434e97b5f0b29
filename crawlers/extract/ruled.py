"""Entries of old guestbooks: between two rules the words, below them a line with a name, and one with a moment."""

from __future__ import annotations

import re

from crawlers.extract.boards import is_board, may_be_board
from crawlers.extract.draft import Draft
from crawlers.extract.letters import RULE, plain_name
from crawlers.extract.page import Page, text_of
from crawlers.extract.told_times import TIME

#: So many entries at least, and so much of what stands between rules from the first of them on.
_LEAST, _MOST = 3, 0.8
#: A line with a name, or a moment, is not longer; behind the day stand a clock and a zone at most.
_LONGEST, _BEHIND = 140, 24
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d")


def ruled(page: Page) -> list[Draft]:
    """The entries of a board's page that parts them by rules; none where not nearly all are signed at their end."""
    if not (is_board(page) or may_be_board(page)) or sum(1 for _ in page.tree.iter("hr")) < _LEAST:
        return []
    found = [_entry(part.strip().split("\n")) for part in text_of(page.tree, rule=RULE).split(RULE) if part.strip()]
    first = next((n for n, one in enumerate(found) if one), len(found))
    entries = [one for one in found if one]
    return entries if len(entries) >= max(_LEAST, _MOST * len(found[first:])) else []


def _entry(lines: list[str]) -> Draft | None:
    if len(lines) < _LEAST or max(map(len, lines[-2:])) > _LONGEST:
        return None
    time, name = TIME.search(lines[-1]), plain_name(lines[-2])
    behind = lines[-1][time.end() :] if time else ""
    if time is None or not name or len(behind) > _BEHIND or not _CLOCK.search(behind):
        return None
    date = lines[-1][time.start() :].rstrip(" .")
    return Draft(text="\n".join(lines[:-2]), author=name, dates=((date, "records"),), by="letters")
