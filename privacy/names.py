"""Names of persons by cues and lists, in any case: what stands beside the language model's own persons.

Rather one name too many than one too few; but places and named venues stay, for they are what a reading needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from core.records import Span
from privacy import namecues
from privacy.folding import fold
from privacy.namelists import NameLists, load
from privacy.notphones import BLOT
from privacy.tokens import TOKEN, words_of

_WORD = re.compile(r"(?<!\w)[^\W\d_](?:[^\W\d_]|['’\-](?=[^\W\d_]))*\.?(?!\w)")
_SPACE = re.compile(r"[ \t]{1,3}|-")
_PARTICLES = words_of(
    "bin binti bt bte binte ibn ben bint a/l a/p s/o d/o al el de da do dos del della di van von der den la y anak ap"
)
# "thi" stands in the middle of most Vietnamese women's names.
_PATRONYMS = words_of("bin binti bt bte binte a/l a/p s/o d/o thi")
_CONNECTORS = words_of("mat che hj haji hajjah abd abdul nik wan tengku syed megat tuan")
_SLASHED = re.compile(r"(?:a/l|a/p|s/o|d/o|b\.|bt\.)(?=\s)", re.IGNORECASE)
_LONGEST_NAME = 6


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


def find(text: str, language: str = "") -> list[Span]:  # noqa: ARG001 - the rooms agreed on it
    """PERSON spans in order, not overlapping. Whatever the `language`, cues of all languages are tried.

    Offsets count code points of `text`. Titles ("Mr", "Puan") stay outside the span.
    """
    folded = fold(TOKEN.sub(lambda match: BLOT * len(match[0]), text))
    lists = load()
    words = _words(folded.text)
    if not text.isascii():
        words = [w._replace(marked=not text[slice(*folded.back(w.start, w.end))].isascii()) for w in words]
    hits = list(_by_cue(folded.text, words, lists))
    hits += list(_by_list(folded.text, words, lists))
    hits += list(_by_patronym(folded.text, words, lists))
    spans = [Span(*folded.back(start, end), "PERSON") for start, end in _united(hits)]
    return spans + [span for span in namecues.in_scripts(text) if not _touches(span, spans)]


def _words(text: str) -> list[Word]:
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


def _by_cue(text: str, words: list[Word], lists: NameLists) -> Iterator[tuple[int, int]]:
    starts = {word.start: n for n, word in enumerate(words)}
    for cue in namecues.find(text, words):
        first = starts.get(cue.end)
        if first is None or words[first].low in namecues.BEFORE_PLACES:
            continue
        last = first - 1
        while last + 1 < len(words) and last - first < 3 and _continues(text, words, first, last + 1, cue.sure, lists):
            last += 1
        if (
            last >= first
            and not _in_venue(text, words, first, last, lists)
            and _cue_holds(text, words, first, last, cue.sure, lists)
        ):
            yield words[first].start, words[last].end


def _stops(word: Word, lists: NameLists) -> bool:
    """Whether a word ends a name; "lê" with its accent is a name where "le" is none."""
    return word.low in lists.stop and not (word.marked and (word.low in lists.chinese or word.low in lists.syllables))


def _continues(text: str, words: list[Word], first: int, n: int, sure: bool, lists: NameLists) -> bool:
    word = words[n]
    if n > first and not _SPACE.fullmatch(text[words[n - 1].end : word.start]):
        return False
    if _stops(word, lists):
        return False
    if lists.listed(word.low) or word.title or word.initial:
        return True
    if n > first and word.low in _PARTICLES | lists.syllables:
        return True
    # after a sure cue ("my name is") one word of any case is taken
    return sure and n == first and len(word.low) > 1


def _cue_holds(text: str, words: list[Word], first: int, last: int, sure: bool, lists: NameLists) -> bool:
    if sure or any(
        lists.listed(word.low) and (word.title or word.low not in lists.common) for word in words[first : last + 1]
    ):
        return True
    return namecues.FOLLOWED.match(text, words[last].end) is not None and words[first].low not in lists.venue


def _by_list(text: str, words: list[Word], lists: NameLists) -> Iterator[tuple[int, int]]:
    n = 0
    while n < len(words):
        last = _run(text, words, n, lists)
        if last is None:
            n += 1
            continue
        first, last = _widened(text, words, n, last, lists)
        if not _in_venue(text, words, first, last, lists):
            yield words[first].start, words[last].end
        n = last + 1


def _run(text: str, words: list[Word], first: int, lists: NameLists) -> int | None:
    """The last word of the name that begins at `first`, or None when none does."""
    if not _may_begin(words[first], lists):
        return None
    last, unlisted = first, 0
    while last + 1 < len(words) and last + 1 - first < _LONGEST_NAME:
        word = words[last + 1]
        if not _SPACE.fullmatch(text[words[last].end : word.start]) or _stops(word, lists):
            break
        if not _belongs(words, first, last + 1, lists):
            if (
                not word.title
                or word.low in lists.venue
                or unlisted == 2
                or not _has_strong(words[first : last + 1], lists)
            ):
                break
            unlisted += 1
        last += 1
    while last > first and words[last].low in _PARTICLES:
        last -= 1
    return last if _is_name(words[first : last + 1], lists) else None


def _widened(text: str, words: list[Word], first: int, last: int, lists: NameLists) -> tuple[int, int]:
    """With the word before and after when no vocabulary knows it: beside a name it is most likely a name."""
    if first and _joined(text, words[first - 1], words[first]) and _like(words[first - 1], words[first], lists):
        first -= 1
    if (
        last + 1 < len(words)
        and _joined(text, words[last], words[last + 1])
        and _like(words[last + 1], words[first], lists)
    ):
        last += 1
    return first, last


def _like(word: Word, beside: Word, lists: NameLists) -> bool:
    return word.title == beside.title and word.low not in namecues.BEFORE_PLACES and lists.rare(word.low)


def _joined(text: str, before: Word, after: Word) -> bool:
    return _SPACE.fullmatch(text[before.end : after.start]) is not None


def _by_patronym(text: str, words: list[Word], lists: NameLists) -> Iterator[tuple[int, int]]:
    """What stands around "bin", "a/p" and the like is a name, whatever the words: at least one on either side."""
    for n, word in enumerate(words):
        if word.low not in _PATRONYMS or not 0 < n < len(words) - 1 or not _joined(text, words[n - 1], word):
            continue
        first, last = n - 1, n + 1
        if (
            (_stops(words[first], lists) and word.low != "thi")
            or not _joined(text, word, words[last])
            or _stops(words[last], lists)
        ):
            continue
        while (
            first
            and n - first < 4
            and _joined(text, words[first - 1], words[first])
            and _goes_on(words[first - 1], words[first], lists)
        ):
            first -= 1
        while (
            last + 1 < len(words)
            and last - n < 4
            and _joined(text, words[last], words[last + 1])
            and _goes_on(words[last + 1], words[last], lists)
        ):
            last += 1
        yield words[first].start, words[last].end


def _goes_on(word: Word, beside: Word, lists: NameLists) -> bool:
    if _stops(word, lists) or word.low in lists.venue:
        return False
    if word.low in _CONNECTORS or (word.title and beside.title):
        return True
    return word.title == beside.title and (
        lists.rare(word.low) or (lists.listed(word.low) and word.low not in lists.common)
    )


def _may_begin(word: Word, lists: NameLists) -> bool:
    known = lists.listed(word.low) or word.low in lists.syllables or _hyphened(word.low, lists)
    return known and not _stops(word, lists) and word.low not in namecues.BEFORE_PLACES


def _belongs(words: list[Word], first: int, n: int, lists: NameLists) -> bool:
    word = words[n]
    if word.low in _PARTICLES or word.initial:
        return True
    if n > first and words[n - 1].low in _PATRONYMS:
        return True
    if lists.listed(word.low) and (word.title == words[first].title or lists.strong(word.low)):
        return True
    return (word.low in lists.syllables or _hyphened(word.low, lists)) and word.title == words[first].title


def _hyphened(low: str, lists: NameLists) -> bool:
    parts = low.split("-")
    return len(parts) > 1 and all(part in lists.syllables or lists.listed(part) for part in parts)


def _has_strong(words: list[Word], lists: NameLists) -> bool:
    return any(lists.strong(word.low) for word in words)


def _is_name(words: list[Word], lists: NameLists) -> bool:
    lows = [word.low for word in words]
    if _has_strong(words, lists):
        return True
    if any(low in _PATRONYMS for low in lows[1:-1]):
        return True
    title = all(word.title or word.low in _PARTICLES for word in words)
    if _is_chinese(lows, title, lists):
        return True
    known = [low for low in lows if lists.listed(low)]
    if len(known) >= 2:
        return title or not any(low in lists.common for low in known)
    return False


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


def _in_venue(text: str, words: list[Word], first: int, last: int, lists: NameLists) -> bool:
    """Whether the words beside a name make it a street, a town or a house of business."""
    if any(word.low in lists.venue and word.low not in _PARTICLES for word in words[first + (last > first) : last + 1]):
        return True
    if first:
        before = words[first - 1]
        joined = _SPACE.fullmatch(text[before.end : words[first].start]) is not None
        if joined and before.low in namecues.BEFORE_PLACES:
            return True
    after = words[last + 1 : last + 3]
    if not after:
        return False
    between = text[words[last].end : after[0].start]
    owned = words[last].low.endswith(("'s", "’s")) or re.fullmatch(r"['’]?s?\s{1,2}(?:&\s)?", between) is not None
    if owned and after[0].low in lists.venue and after[0].low not in _PARTICLES:
        return True
    return after[0].low == "s" and len(after) > 1 and after[1].low in lists.venue


def _united(hits: list[tuple[int, int]]) -> list[tuple[int, int]]:
    united: list[tuple[int, int]] = []
    for start, end in sorted(hits):
        if united and start < united[-1][1]:
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        else:
            united.append((start, end))
    return united


def _touches(span: Span, others: list[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)
