"""What another member said, quoted in the lines of a text as mails do: behind a line that tells who wrote it.

Lines that bear the sign of quoting and follow no such line stay: on some boards people tell stories so.
"""

from __future__ import annotations

import re
from itertools import takewhile

from crawlers.extract import vocabulary
from crawlers.extract.told_times import time_in

#: A line that tells who wrote the lines below is not longer, and has so many words at most where it tells no day.
_LONGEST, _MOST_WORDS = 160, 6
_QUOTED = re.compile(r"^[^\S\n]*(>|[:|](\s|$))", re.MULTILINE)
_WROTE = re.compile(rf"((?<!\w)({vocabulary.WROTE})|提到)\W*$", re.IGNORECASE)
#: From here on a mail holds the one it answers.
_ANSWERED = re.compile(rf"^\W*[-_]{{2,}}\s*({vocabulary.ORIGINAL_MESSAGE})\W*$", re.IGNORECASE)
_WORD = re.compile(r"\w")


def own_lines(text: str) -> str:
    """A text without the lines it quotes, and those that tell whose they are; all of it where nothing else is said."""
    if "\n" not in text or not ("--" in text or "__" in text or _QUOTED.search(text)):
        return text
    lines = list(takewhile(lambda line: not _ANSWERED.match(line), text.split("\n")))
    kept: list[str] = []
    at = 0
    while at < len(lines):
        size = sum(1 for _ in takewhile(_QUOTED.match, lines[at + 1 :]))
        if _tells_who(lines[at]) and (size or _QUOTED.match(lines[at])):
            kept = kept[:-1] if kept and _leads(kept[-1], lines[at]) else kept
            at += 1 + size
        else:
            kept.append(lines[at])
            at += 1
    found = "\n".join(kept)
    return found if _WORD.search(found) else text


def _tells_who(line: str) -> bool:
    if len(line) > _LONGEST or not _WROTE.search(line):
        return False
    return "@" in line or time_in(line) is not None or len(line.split()) <= _MOST_WORDS


def _leads(before: str, line: str) -> bool:
    """Whether a line is the beginning of the one below it, which was broken: its day stands there."""
    return time_in(line) is None and time_in(before) is not None and len(before) + len(line) <= _LONGEST
