"""Which words the tagger alone makes names: how sure it must be hangs on what a word is and where it stands.

The chances were found on posts that were left out of the fit; names are rather taken than left (docs/redaction.md).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import numpy as np

from privacy import namecues, namefeatures
from privacy.namelists import NameLists, load
from privacy.namevenues import in_venue
from privacy.namewords import Word
from privacy.peoples import PEOPLES
from privacy.tagger import Array
from privacy.tokens import words_of as listed

# From these chances on a word is a name: anywhere, where no word has a capital, in small letters where names have one,
# where much speaks against it, where it names a city, and where it is everyday speech.
_NAMED, _FLAT, _SMALL, DOUBTED, _CITY, _SURE = 0.2, 0.15, 0.3, 0.6, 0.9, 0.95
_GREAT = 3  # of the sizes of towns in `namefeatures`
WANTED = listed("wanted needed required vacancy vacancies position positions gesucht recherche recherchee cercasi")
NONE = listed("m e.g i.e cv cvs")


def find(text: str, words: list[Word], chances: Array, lists: NameLists) -> Iterator[tuple[int, int]]:
    """Where names stand by the tagger alone; everyday words, and what stands by a house or street, must be surer."""
    cased = any(word.title for word in words)
    named = [
        n
        for n in np.flatnonzero(chances >= _FLAT).tolist()
        if may_be(words[n]) and chances[n] >= _least(text, words, n, lists, cased=cased)
    ]
    likely = [n for n in named if chances[n] >= _SURE or not _plain(words[n], lists)]
    for _, group in groupby(enumerate(likely), key=lambda pair: pair[1] - pair[0]):
        run = [n for _, n in group]
        last = run[-1]
        if last + 1 < len(words) and chances[last + 1] >= _FLAT:
            last += 1
        if chances[run].max() >= _SURE or not in_venue(text, words, run[0], last, lists):
            yield from ((words[n].start, words[n].end) for n in run)


def may_be(word: Word) -> bool:
    """Whether a word is no title nor "ex-" with a town, and of a script that parts its words."""
    town = word.low[3:] if word.low.startswith("ex-") else ""
    if town in namefeatures.lookups().towns and not load().listed(town):
        return False
    return word.low[0] < "\u0e00" and word.low not in NONE and word.low not in namecues.kinds()[0]


def _least(text: str, words: list[Word], n: int, lists: NameLists, *, cased: bool) -> float:
    """How sure a word must be: surer what names a city or a people, what stands before a city as houses do ("Sheraton
    Doha") or is wanted ("Köchin gesucht"), what is written in capitals where others are not ("CV"), a letter alone, and
    what is small where names have capitals (`cased`)."""
    word = words[n]
    if is_city(word, lists):
        return _CITY
    if word.low in PEOPLES:
        return _SURE
    after = words[n + 1] if n + 1 < len(words) and words[n + 1].start == word.end + 1 else None
    named_after = after and (is_city(after, lists) or after.low in WANTED)
    short = word.title and word.end - word.start > 1 and text[word.start : word.end].removesuffix("s").isupper()
    if (named_after and not lists.listed(word.low)) or short:
        return DOUBTED
    if len(word.low) == 1:
        return _SMALL
    if not cased:
        return _FLAT
    if word.title and not _opens(text, words, n):
        return _NAMED
    if namefeatures.lookups().used(word.low) and not lists.listed(word.low):
        return _SURE
    return _NAMED if word.title else _SMALL


def _opens(text: str, words: list[Word], n: int) -> bool:
    """Whether a sentence or line begins here, where any word has a capital."""
    between = text[words[n - 1].end : words[n].start] if n else "\n"
    return not between.isspace() or "\n" in between


def is_city(word: Word, lists: NameLists) -> bool:
    """Whether a word names a country or city of 300,000 and is on no list of names: "Accra", not "Sofia"."""
    return namefeatures.lookups().towns.get(word.low, 0) == _GREAT and not lists.listed(word.low)


def _plain(word: Word, lists: NameLists) -> bool:
    return word.low in lists.common or (not word.title and (word.low in lists.small or word.low in lists.stop))
