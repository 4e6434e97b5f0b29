"""Words beside a name, and the same word elsewhere in a post: found once, a name needs less to be found again.

"Ángela Noemí Tzuc May" is one name, though "May" alone is none. The chances were found on posts left out of the fit.
"""

from __future__ import annotations

from collections.abc import Iterator

from privacy import nametold
from privacy.namelists import NameLists
from privacy.namewords import PARTICLES, Word, joined, stops
from privacy.tagger import Array

# From these chances on a word belongs to the name beside it: one with a capital beside one with a capital, any other;
# from these a name is sure enough to be sought again, and a word is taken for that name again.
_CAPITAL, _OTHER, _SOUGHT, _AGAIN = 0.05, 0.1, 0.5, 0.02


def find(text: str, words: list[Word], chances: Array, lists: NameLists, inside: set[int]) -> Iterator[tuple[int, int]]:
    """Where names go on, and where they stand again; `inside` are the words that are covered, and grows."""
    if not inside:
        return
    for n in [*sorted(inside), *sorted(inside, reverse=True)]:
        for step in (1, -1):
            yield from _beyond(text, words, chances, lists, inside, n, step)
    named = {words[n].low for n in inside if chances[n] >= _SOUGHT and len(words[n].low) > 2}
    for n, word in enumerate(words):
        if n not in inside and word.low in named and chances[n] >= _AGAIN:
            yield word.start, word.end


def _beyond(
    text: str, words: list[Word], chances: Array, lists: NameLists, inside: set[int], n: int, step: int
) -> Iterator[tuple[int, int]]:
    """From a word of a name on, in one direction, as far as the name goes; over "de" and the like too."""
    while 0 <= n + step < len(words) and n + step not in inside:
        at = n + step
        beside = joined(text, words[min(n, at)], words[max(n, at)])
        if not beside or not _goes_on(words[at], words[n], float(chances[at]), lists):
            over = at + 1
            if step < 0 or not beside or words[at].low not in PARTICLES or over >= len(words):
                return
            if not (words[n].title and words[over].title and joined(text, words[at], words[over])):
                return
            if not _goes_on(words[over], words[n], float(chances[over]), lists):
                return
            at = over
        inside.add(at)
        yield words[min(n + step, at)].start, words[max(n + step, at)].end
        n = at


def _goes_on(word: Word, beside: Word, chance: float, lists: NameLists) -> bool:
    if word.low in lists.venue or not nametold.may_be(word) or word.title != beside.title:
        return False
    if word.title:
        return chance >= _CAPITAL
    return chance >= _OTHER and not stops(word, lists)
