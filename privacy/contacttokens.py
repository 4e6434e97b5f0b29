"""The tokens of a text as a search for hidden contacts sees them: runs of letters, runs of digits, signs.

Scripts without blanks are read character by character, but for their number words; letters glued to digits are tokens
of their own, each knowing the whole run in which it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from privacy import numerals
from privacy.folding import has_script, lowered

_BLANKLESS = "\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u3007\u3040-\u30ff\u3400-\u9fff"
_WORDS = sorted((word for word in numerals.script_words() if not word[0].isascii()), key=len, reverse=True)
_PLAIN = re.compile(r"[a-z0-9]+|([^\sa-z0-9])\1*")
_PARTS = re.compile(r"[a-z]+|[0-9]+")
_ANY = re.compile(
    rf"(?:{'|'.join(word for word in _WORDS if '\u0e00' <= word[0] <= '\u17ff')})|[{_BLANKLESS}]"
    rf"|(?:[^\W\d_{_BLANKLESS}])+|\d+|([^\s\w]|_)\1*|\w"
)


class Token(NamedTuple):
    """A token of the folded text; `run`: the letters and digits that it is glued to, in small letters; `part`: 0 where
    it is all of them, 1 for their beginning, 2 for what stands within, 3 for their end."""

    start: int
    end: int
    low: str
    run: str
    part: int


def read(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of a folded text from `start` to `end` in order, not overlapping; blanks are none."""
    low, last = lowered(text), len(text) if end is None else end
    if has_script(text):
        return list(_glued(text, low, [match.span() for match in _ANY.finditer(text, start, last)]))
    tokens: list[Token] = []
    for match in _PLAIN.finditer(low, start, last):
        run = match[0]
        if run.isalpha() or run.isdigit() or not run.isalnum():
            tokens.append(Token(match.start(), match.end(), run, run, 0))
        else:
            parts = [part.span() for part in _PARTS.finditer(low, match.start(), match.end())]
            tokens += (Token(a, b, low[a:b], run, _part(n, len(parts))) for n, (a, b) in enumerate(parts))
    return tokens


def _glued(text: str, low: str, found: list[tuple[int, int]]) -> Iterator[Token]:
    """Tokens of these places, each with what is glued to it."""
    first = 0
    while first < len(found):
        last = first
        while text[found[first][0]].isalnum() and _goes_on(text, found, last):
            last += 1
        run = low[found[first][0] : found[last][1]]
        for n, (start, end) in enumerate(found[first : last + 1]):
            yield Token(start, end, low[start:end], run, _part(n, last + 1 - first))
        first = last + 1


def _part(n: int, many: int) -> int:
    return 0 if many == 1 else 1 if not n else 3 if n == many - 1 else 2


def _goes_on(text: str, found: list[tuple[int, int]], at: int) -> bool:
    """Whether letters follow digits, or digits letters, without a blank."""
    if at + 1 >= len(found) or found[at][1] != found[at + 1][0]:
        return False
    here, there = text[found[at][0]], text[found[at + 1][0]]
    return there.isalnum() and here.isdigit() != there.isdigit()
