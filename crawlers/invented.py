"""Invented words, names and addresses in place of real ones: the same word always gives the same one."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime
from functools import lru_cache
from urllib.parse import urlsplit

from crawlers.extract.clues import OTHER_DATE
from crawlers.extract.dates import DateReader
from crawlers.extract.told_times import TIME

_SYLLABLES = ("ba", "de", "fi", "go", "lu", "ma", "ne", "pi", "ro", "su", "ta", "vi", "wa", "yo", "ze", "ka")


def address(value: str) -> str:
    """An address of the same shape on no site: the words of path and query invented, known words kept, and numbers, but
    for those as long as somebody's telephone has."""
    try:
        parts = urlsplit(value)
    except ValueError:
        return "#"
    if parts.scheme not in ("", "http", "https"):
        return "#"
    host = f"{parts.scheme}://board.example" if parts.netloc else ""
    query = f"?{_steps(parts.query)}" if parts.query else ""
    fragment = f"#{_steps(parts.fragment)}" if parts.fragment else ""
    return f"{host}{_steps(parts.path)}{query}{fragment}"


#: Words that software puts into addresses: by them a thread, a member and a post are told.
_SOFTWARE = re.compile(
    r"^(threads?|topics?|t|posts?|p|pid|forums?|f|boards?|members?|users?|u|profiles?|authors?|viewtopic|viewforum|"
    r"viewprofile|memberlist|showthread|member|index|php|html|htm|page|start|mode|comment|discussions?|d|questions?|"
    r"action|msg|item|tid|fid|id|js|post|amp|list|ads?|next|latest|category|categories|c)$",
    re.IGNORECASE,
)


def _steps(text: str) -> str:
    made = re.sub(r"[^\W\d_]+", lambda match: match[0] if _SOFTWARE.match(match[0]) else _word(match[0]), text)
    return no_telephones(made)


def no_telephones(text: str) -> str:
    """The text with other digits where as many stand as somebody's telephone has; the same always by the same."""
    one = re.compile(r"\d+")
    return re.sub(r"\d(?:[-.]?\d){8,}", lambda long: one.sub(lambda match: _word(match[0]), long[0]), text)


def words(text: str) -> str:
    """The text with every word invented and every date kept: dates are what a test of dates is about."""
    kept: list[str] = []
    last = 0
    for match in TIME.finditer(text):
        if _is_date(match[0]):  # "Rosa 12, 1999" is written like one
            between = text[last : match.start()]
            kept += [_clocks(between) if kept else _words(between), match[0]]
            last = match.end()
    return "".join([*kept, _clocks(text[last:]) if kept else _words(text[last:])])


@lru_cache(maxsize=4096)
def _is_date(text: str) -> bool:
    return DateReader("UTC", datetime.now(UTC)).read(text) is not None


_CLOCK = re.compile(
    r"\W{0,4}(at |um |,|T)?\W{0,2}\d{1,2}[:.]\d{2}(:\d{2}(\.\d+)?)?( ?[ap]m)?( ?(Z|UTC|GMT|[+-]\d\d:?\d\d))?\b",
    re.IGNORECASE,
)


def _clocks(text: str) -> str:
    """Words after a date: a clock there belongs to it."""
    match = _CLOCK.match(text)
    return (match[0] + _words(text[match.end() :])) if match else _words(text)


def _words(text: str) -> str:
    return re.sub(r"\w+", lambda match: _word(match[0]), text)


def _word(word: str) -> str:
    """An invented word of about the same length and the same capitals; numbers become other numbers."""
    if OTHER_DATE.search(word):
        return word  # "joined", "edited": labels that tell one date from another
    digest = hashlib.sha256(b"golden" + word.casefold().encode()).digest()
    if word.isdigit():
        return "".join(str(digest[n % 32] % 10) for n in range(len(word)))
    made = "".join(_SYLLABLES[byte % 16] for byte in digest)[: len(word)]
    return made.upper() if word.isupper() and len(word) > 1 else made.capitalize() if word[0].isupper() else made
