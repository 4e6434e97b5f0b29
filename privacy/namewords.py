"""The words of a text as a search for names sees them: how each is written, and which ones belong to names."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from privacy.namelists import NameLists
from privacy.tokens import words_of

_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?:['’\-][^\W\d_]+)*\.?(?!\w)")
_PLAIN_WORD = re.compile(r"(?<!\w)[A-Za-z]+(?:['\-][A-Za-z]+)*\.?(?!\w)", re.ASCII)
SPACE = re.compile(r"[ \t]{1,3}|-")
PARTICLES = words_of(
    "bin binti bt bte binte ibn ben bint a/l a/p s/o d/o al el de da do dos del della di van von der den la y anak ap"
)
# "thi" stands in the middle of most Vietnamese women's names.
PATRONYMS = words_of("bin binti bt bte binte a/l a/p s/o d/o thi")
_CAPITALS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"
STRANGE = re.compile(r"[^\x00-\x7f]+")
_SLASHED = re.compile(r"(?:a/l|a/p|s/o|d/o|b\.|bt\.)(?=\s)", re.IGNORECASE)


class Word(NamedTuple):
    """A word of the folded text; `low`: in small letters, without its full stop; `title`: written as a name is.

    `marked`: it bears accents in the old text.
    """

    start: int
    end: int
    low: str
    title: bool
    initial: bool
    marked: bool = False


def read(text: str) -> list[Word]:
    """The words of a folded text in order, not overlapping; in a shouted text none is written as a name is."""
    shouted, low = _shouted(text), text.lower()
    slashed = list(_SLASHED.finditer(text)) if "/" in text or "b." in low or "bt." in low else []
    words: list[Word] = []
    for match in chain(slashed, (_PLAIN_WORD if text.isascii() else _WORD).finditer(text)):
        small, title, initial, stop = _written(match[0])
        start, end = match.span()
        words.append(Word(start, end - stop, small, title and not shouted, initial))
    return _without_inner(sorted(words, key=lambda word: (word.start, -word.end))) if slashed else words


@lru_cache(maxsize=50_000)
def _written(word: str) -> tuple[str, bool, bool, bool]:
    """In small letters without its full stop; whether a capital begins it; an initial; whether the stop is not its."""
    low = word.rstrip(".").lower()
    initial = len(low) == 1 and word[0].isupper()
    return low, word[0].isupper(), initial, word.endswith(".") and not initial and low not in ("b", "bt")


def _shouted(text: str) -> bool:
    """Whether most letters are capitals; counted by what is left when they are struck out."""
    plain = text.encode("ascii", "ignore")
    rest = "" if text.isascii() else "".join(STRANGE.findall(text))
    capitals = len(plain) - len(plain.translate(None, _CAPITALS)) + sum(map(str.isupper, rest))
    return capitals > 3 and capitals * 10 > 6 * (
        len(plain) - len(plain.translate(None, _CAPITALS + _CAPITALS.lower())) + sum(map(str.isalpha, rest))
    )


def _without_inner(words: list[Word]) -> list[Word]:
    kept: list[Word] = []
    for word in words:
        if not kept or word.start >= kept[-1].end:
            kept.append(word)
    return kept


def stops(word: Word, lists: NameLists) -> bool:
    """Whether a word ends a name; "lê" with its accent is a name where "le" is none."""
    return word.low in lists.stop and not (word.marked and (word.low in lists.chinese or word.low in lists.syllables))


def joined(text: str, before: Word, after: Word) -> bool:
    """Whether nothing but a little space or a hyphen stands between two words."""
    return SPACE.fullmatch(text[before.end : after.start]) is not None
