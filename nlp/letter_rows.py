"""A row of single letters with blanks or signs between them ("k e r j a", "p.a.y"), read as the words they make.

Rows that make no words stay, and so do abbreviations: short ones in capitals ("U.S.A."), and what is no word of four
letters or of the cues ("a.m.", "e.g.").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import islice, pairwise
from typing import NamedTuple

from nlp.fold import fold
from nlp.hidden_words import best, like
from nlp.vocabulary import Vocabulary, Word

_LETTER = r"[^\W_]"
_APART = re.compile(
    rf"(?<![\w.])(?:{_LETTER}(?:[ \u00a0]{{1,3}}{_LETTER}){{2,}}|{_LETTER}(?P<sign> ?[.\-_*/·•|~,+] ?){_LETTER}"
    rf"(?:(?P=sign){_LETTER})+)(?!\w)"
)
_LONG = 4  # letters that a word of a row has, one word at least
_CODE = 5  # letters of an abbreviation in capitals, at most
_ROWS, _MOST, _WORD = 100, 60, 20  # rows of a text that are read, letters of a row, and of a word
_A_WORD = 1.5  # decades that each word costs beside its own: long words before short ones
# What no list knows may be a word as well, if it has letters enough and some vowels: cut into scraps it costs more.
_UNKNOWN, _EACH, _NEW = 6.5, 0.7, 5
_VOWELS = frozenset("aeiouy")

type _Costs = Callable[[str], tuple[tuple[float, Word | None], ...]]
type Read = tuple[int, int, str]  # start and end in the text, and the word that stands there


class _Made(NamedTuple):
    """row[start:end] is a word; None where no list knows it."""

    start: int
    end: int
    word: Word | None


def rows(text: str, words: Vocabulary, *, shouted: bool = False) -> Iterator[Read]:
    """The words that rows of single letters make, in order. `shouted`: where all is in capitals they show no code."""
    for match in islice(_APART.finditer(text), _ROWS):
        letters = [at for at in range(match.start(), match.end()) if text[at].isalnum()][:_MOST]
        row = "".join(text[at] for at in letters)
        if _code(row, shouted=shouted) or 2 * sum(map(str.isalpha, row)) <= len(row):
            continue
        if match["sign"] == "*" and best(match[0], words):
            continue
        for start, end, found in _words(row, _gaps(letters), words, signed=bool(match["sign"])):
            if end - start > 1:
                yield (
                    letters[start],
                    letters[end - 1] + 1,
                    like(found.form, row[start:end]) if found else row[start:end],
                )


def joined(text: str) -> str:
    """The text with the letters of each row together, whatever they make."""
    return _APART.sub(lambda row: "".join(filter(str.isalnum, row[0])), text)


def _code(row: str, *, shouted: bool) -> bool:
    """Whether a row is no word: one letter again and again, or short and with capitals, as abbreviations ("U.S.A.")."""
    short = len(row) <= _CODE and not row[1:].islower()
    three = len(row) < _LONG and not row.islower()
    return len(set(row.lower())) == 1 or (not shouted and (short or three))


def _gaps(letters: Sequence[int]) -> frozenset[int]:
    """Places in the row that no word goes over: before letters that stand further apart than most of them."""
    apart = [after - before for before, after in pairwise(letters)]
    return frozenset(place for place, gap in enumerate(apart, start=1) if gap > min(apart))


def _words(row: str, gaps: frozenset[int], words: Vocabulary, *, signed: bool) -> list[_Made]:
    """The words that make the row, but for a letter at either end; none where nothing long does. What signs part is
    one word."""
    if signed:
        found = _known(row, words)
        return [_Made(0, len(row), found)] if _counts(row, found) or (not found and _new(row)) else []
    costs = cache(lambda letters: tuple(_costs(letters, words)))
    for start, end in ((0, len(row)), (1, len(row)), (0, len(row) - 1), (1, len(row) - 1)):
        made = _cut(row, start, end, gaps, costs)
        if any(_counts(row[one.start : one.end], one.word) for one in made):
            return made
    return []


def _counts(letters: str, found: Word | None) -> bool:
    """Whether a word is long enough to show that a row is one of words."""
    return found is not None and (len(letters) >= _LONG or (found.cue and len(letters) == _LONG - 1))


def _cut(row: str, start: int, end: int, gaps: frozenset[int], costs: _Costs) -> list[_Made]:
    """row[start:end] cut into the likeliest words; none where it cannot be."""
    made: dict[int, tuple[float, list[_Made]]] = {start: (0.0, [])}
    for until in range(start + 1, end + 1):
        ways = [
            (made[since][0] + cost, [*made[since][1], _Made(since, until, found)])
            for since in range(max(start, until - _WORD, *(gap for gap in gaps if gap < until)), until)
            if since in made
            for cost, found in costs(row[since:until])
        ]
        if ways:
            made[until] = min(ways, key=lambda way: way[0])
    return made[end][1] if end in made else []


def _costs(letters: str, words: Vocabulary) -> Iterator[tuple[float, Word | None]]:
    found = _known(letters, words)
    if found:
        yield _A_WORD - found.likely, found
    elif _new(letters):
        yield _A_WORD + _UNKNOWN + _EACH * len(letters), None


def _known(letters: str, words: Vocabulary) -> Word | None:
    return words.get(fold(letters)) if letters.isalpha() else best(letters, words)


def _new(letters: str) -> bool:
    """Whether letters may be a word that no list knows."""
    vowels = sum(one in _VOWELS for one in fold(letters))
    return letters.isalpha() and len(letters) >= _NEW and vowels > 1 and not letters[1:].isupper()


__all__ = ["Read", "joined", "rows"]
