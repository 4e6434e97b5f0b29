"""Names by the lists: runs of words that the lists of given and family names know, and the rare words beside them."""

from __future__ import annotations

from collections.abc import Iterator

from privacy import namecues
from privacy.namelists import NameLists
from privacy.namevenues import in_venue
from privacy.namewords import PARTICLES, PATRONYMS, SPACE, Word, joined, stops
from privacy.tokens import words_of

_LONGEST_NAME = 6
_AND = words_of("and or dan atau y o e ou et at und oder")


def find(text: str, words: list[Word], lists: NameLists) -> Iterator[tuple[int, int]]:
    """Where names begin and end in a folded text, in order; those of streets, towns and houses are left out."""
    n = 0
    while n < len(words):
        low = words[n].low
        if low not in lists.parts and "-" not in low:
            n += 1
            continue
        last = _run(text, words, n, lists)
        if last is None:
            n += 1
            continue
        first, last = _widened(text, words, n, last, lists)
        if not in_venue(text, words, first, last, lists):
            yield words[first].start, words[last].end
            while (beside := _coordinated(text, words, last, lists)) is not None:
                last = beside[1]
                yield words[beside[0]].start, words[last].end
        n = last + 1


def _run(text: str, words: list[Word], first: int, lists: NameLists) -> int | None:
    """The last word of the name that begins at `first`, or None when none does."""
    if not _may_begin(words[first], lists):
        return None
    last, unlisted = first, 0
    while last + 1 < len(words) and last + 1 - first < _LONGEST_NAME:
        word = words[last + 1]
        if not SPACE.fullmatch(text[words[last].end : word.start]) or stops(word, lists):
            break
        if not _belongs(words, first, last + 1, lists):
            if (
                not word.title
                or word.low in lists.venue
                or unlisted == 2
                or not (_has_strong(words[first : last + 1], lists) or lists.rare(word.low))
            ):
                break
            unlisted += 1
        last += 1
    while last > first and words[last].low in PARTICLES:
        last -= 1
    return last if _is_name(words[first : last + 1], lists) else None


def _widened(text: str, words: list[Word], first: int, last: int, lists: NameLists) -> tuple[int, int]:
    """With the word before and after when no vocabulary knows it: beside a name it is most likely a name."""
    if first and joined(text, words[first - 1], words[first]) and _like(words[first - 1], words[first], lists):
        first -= 1
    if (
        last + 1 < len(words)
        and joined(text, words[last], words[last + 1])
        and _like(words[last + 1], words[first], lists)
    ):
        last += 1
    return first, last


def _coordinated(text: str, words: list[Word], last: int, lists: NameLists) -> tuple[int, int] | None:
    """First and last word of a name joined to the one before ("John or Peter Mulwa"), however rare its words."""
    n = last + 2
    if n >= len(words) or words[last + 1].low not in _AND or words[n].title != words[last].title:
        return None
    end = last + 1
    while end + 1 < len(words) and end - last < 5 and joined(text, words[end], words[end + 1]):
        if not _name_like(words[end + 1], words[n].title, lists):
            break
        end += 1
    if end < n or not joined(text, words[last], words[last + 1]) or in_venue(text, words, n, end, lists):
        return None
    return n, end


def _name_like(word: Word, title: bool, lists: NameLists) -> bool:
    if word.title != title or stops(word, lists) or word.low in lists.venue or word.low in namecues.BEFORE_PLACES:
        return False
    if lists.listed(word.low) or word.low in lists.syllables:
        return title or word.low not in lists.common
    return lists.rare(word.low)


def _like(word: Word, beside: Word, lists: NameLists) -> bool:
    return word.title == beside.title and word.low not in namecues.BEFORE_PLACES and lists.rare(word.low)


def _may_begin(word: Word, lists: NameLists) -> bool:
    known = lists.listed(word.low) or word.low in lists.syllables or _hyphened(word.low, lists)
    return known and not stops(word, lists) and word.low not in namecues.BEFORE_PLACES


def _belongs(words: list[Word], first: int, n: int, lists: NameLists) -> bool:
    word = words[n]
    if word.low in PARTICLES or word.initial:
        return True
    if n > first and words[n - 1].low in PATRONYMS:
        return True
    if lists.listed(word.low) and (word.title == words[first].title or lists.strong(word.low, word.title)):
        return True
    return (word.low in lists.syllables or _hyphened(word.low, lists)) and word.title == words[first].title


def _hyphened(low: str, lists: NameLists) -> bool:
    parts = low.split("-")
    return len(parts) > 1 and all(part in lists.syllables or lists.listed(part) for part in parts)


def _has_strong(words: list[Word], lists: NameLists) -> bool:
    return any(lists.strong(word.low, word.title) for word in words)


def _is_name(words: list[Word], lists: NameLists) -> bool:
    lows = [word.low for word in words]
    if _has_strong(words, lists):
        return True
    if any(low in PATRONYMS for low in lows[1:-1]):
        return True
    title = all(word.title or word.low in PARTICLES for word in words)
    if _is_chinese(lows, title, lists):
        return True
    known = [low for low in lows if lists.listed(low)]
    if len(known) >= 2:
        return title or not any(low in lists.common for low in known)
    # "Edvard Petrussen": a known name that is no ordinary word, and one that no vocabulary knows
    plain = lists.ambiguous | lists.common
    return title and len(lows) > 1 and any(low not in plain for low in known) and any(map(lists.rare, lows))


def _is_chinese(lows: list[str], title: bool, lists: NameLists) -> bool:
    """A family name with one or two syllables before or after it; small letters need three parts."""
    flat = [part for low in lows for part in low.split("-")]
    if not 2 <= len(flat) <= 4:
        return False
    for family, rest in ((flat[0], flat[1:]), (flat[-1], flat[:-1])):
        if family in lists.chinese and all(part in lists.syllables or part in lists.chinese for part in rest):
            if family not in lists.ambiguous and family not in lists.common and len(family) > 2:
                return True
            plain = sum(part in lists.stop or part in lists.common for part in flat)
            return plain < len(flat) if title else len(flat) >= 3 and plain * 2 < len(flat) + 1
    return False
