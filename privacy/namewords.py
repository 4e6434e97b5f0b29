"""The words of a text as a search for names sees them: how each is written, and which ones belong to names."""

from __future__ import annotations

import re
from typing import NamedTuple

from privacy.namelists import NameLists
from privacy.tokens import words_of

_WORD = re.compile(r"(?<!\w)[^\W\d_](?:[^\W\d_]|['’\-](?=[^\W\d_]))*\.?(?!\w)")
SPACE = re.compile(r"[ \t]{1,3}|-")
PARTICLES = words_of(
    "bin binti bt bte binte ibn ben bint a/l a/p s/o d/o al el de da do dos del della di van von der den la y anak ap"
)
# "thi" stands in the middle of most Vietnamese women's names.
PATRONYMS = words_of("bin binti bt bte binte a/l a/p s/o d/o thi")
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
    capitals = sum(map(str.isupper, text))
    shouted = capitals > 3 and capitals * 10 > sum(map(str.isalpha, text)) * 6
    words: list[Word] = []
    slashed = list(_SLASHED.finditer(text)) if "/" in text or "b." in text.lower() or "bt." in text.lower() else []
    for match in [*slashed, *_WORD.finditer(text)]:
        written = match[0]
        low = written.rstrip(".").lower()
        title = written[0].isupper() and not shouted
        initial = len(low) == 1 and written[0].isupper()
        end = match.end() - (written.endswith(".") and not initial and low not in ("b", "bt"))
        words.append(Word(match.start(), end, low, title, initial))
    return _without_inner(sorted(words, key=lambda word: (word.start, -word.end))) if slashed else words


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
