"""Names around "bin", "a/p" and the like: whatever the words, one on either side at least is a name."""

from __future__ import annotations

from collections.abc import Iterator

from privacy.namelists import NameLists
from privacy.namewords import PATRONYMS, Word, joined, stops
from privacy.tokens import words_of

_CONNECTORS = words_of("mat che hj haji hajjah abd abdul nik wan tengku syed megat tuan")


def find(text: str, words: list[Word], lists: NameLists) -> Iterator[tuple[int, int]]:
    """What stands around "bin", "a/p" and the like is a name, whatever the words: at least one on either side."""
    for n, word in enumerate(words):
        if word.low not in PATRONYMS or not 0 < n < len(words) - 1 or not joined(text, words[n - 1], word):
            continue
        first, last = n - 1, n + 1
        if (
            (stops(words[first], lists) and word.low != "thi")
            or not joined(text, word, words[last])
            or stops(words[last], lists)
        ):
            continue
        if word.low == "bin" and not _names_beside(words[first], word, words[last], lists):
            continue
        while (
            first
            and n - first < 4
            and joined(text, words[first - 1], words[first])
            and _goes_on(words[first - 1], words[first], lists)
        ):
            first -= 1
        while (
            last + 1 < len(words)
            and last - n < 4
            and joined(text, words[last], words[last + 1])
            and _goes_on(words[last + 1], words[last], lists)
        ):
            last += 1
        yield words[first].start, words[last].end


def _names_beside(before: Word, bin_: Word, after: Word, lists: NameLists) -> bool:
    """Whether "bin" is the Malay one and no container: "replacing bin liners", "City Bin Co" are none."""
    if lists.listed(before.low) or lists.listed(after.low):
        return True
    return not bin_.title and (after.title or lists.rare(after.low))


def _goes_on(word: Word, beside: Word, lists: NameLists) -> bool:
    if stops(word, lists) or word.low in lists.venue:
        return False
    if word.low in _CONNECTORS or (word.title and beside.title):
        return True
    return word.title == beside.title and (
        lists.rare(word.low) or (lists.listed(word.low) and word.low not in lists.common)
    )
