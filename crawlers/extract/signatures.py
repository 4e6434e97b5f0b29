"""Signatures that stand below a line in the words themselves: what a member says below each post is none of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from crawlers.extract.draft import Draft

#: A line drawn with so many like signs, between spaces.
_LINE = re.compile(r"(?<!\S)([-_=*~])\1{9,}(?!\S)")
#: So many posts at least, and such a share of all, bear the line that the software draws: others are their writers'.
_SEVERAL, _SHARE = 2, 0.2
#: What is longer is no signature.
_LONGEST = 300


def unsigned(drafts: Sequence[Draft]) -> list[Draft]:
    """The posts without what stands below a line of one length that several of them bear."""
    lines = Counter(line for draft in drafts for line in {found[0] for found in _LINE.finditer(draft.text)})
    usual = {line for line, number in lines.items() if number >= max(_SEVERAL, _SHARE * len(drafts))}
    return [replace(draft, text=_before(draft.text, usual)) for draft in drafts] if usual else list(drafts)


def _before(text: str, lines: set[str]) -> str:
    last = next((found for found in reversed(list(_LINE.finditer(text))) if found[0] in lines), None)
    if last is None or len(text) - last.end() > _LONGEST:
        return text
    return text[: last.start()].rstrip() or text
