"""Names of persons by cues and lists, in any case: what stands beside the language model's own persons.

Rather one name too many than one too few; but places and named venues stay, for they are what a reading needs.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.records import Span
from privacy import namecues, nameruns, namewords, patronyms
from privacy.folding import fold
from privacy.namelists import NameLists, load
from privacy.namevenues import in_venue
from privacy.namewords import PARTICLES, SPACE, Word, stops
from privacy.notphones import BLOT
from privacy.tokens import TOKEN


def find(text: str, language: str = "") -> list[Span]:  # noqa: ARG001 - the rooms agreed on it
    """PERSON spans in order, not overlapping. Whatever the `language`, cues of all languages are tried.

    Offsets count code points of `text`. Titles ("Mr", "Puan") stay outside the span.
    """
    folded = fold(TOKEN.sub(lambda match: BLOT * len(match[0]), text))
    lists = load()
    words = namewords.read(folded.text)
    if not text.isascii():
        words = [w._replace(marked=not text[slice(*folded.back(w.start, w.end))].isascii()) for w in words]
    hits = list(_by_cue(folded.text, words, lists))
    hits += list(nameruns.find(folded.text, words, lists))
    hits += list(patronyms.find(folded.text, words, lists))
    spans = [Span(*folded.back(start, end), "PERSON") for start, end in _united(hits)]
    return spans + [span for span in namecues.in_scripts(text) if not _touches(span, spans)]


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
            and not in_venue(text, words, first, last, lists)
            and _cue_holds(text, words, first, last, cue.sure, lists)
        ):
            yield words[first].start, words[last].end


def _continues(text: str, words: list[Word], first: int, n: int, sure: bool, lists: NameLists) -> bool:
    word = words[n]
    if n > first and not SPACE.fullmatch(text[words[n - 1].end : word.start]):
        return False
    if stops(word, lists):
        return False
    if lists.listed(word.low) or word.title or word.initial:
        return True
    if n > first and word.low in PARTICLES | lists.syllables:
        return True
    # after a sure cue ("my name is") one word of any case is taken
    return sure and n == first and len(word.low) > 1


def _cue_holds(text: str, words: list[Word], first: int, last: int, sure: bool, lists: NameLists) -> bool:
    if sure or any(
        lists.listed(word.low) and (word.title or word.low not in lists.common) for word in words[first : last + 1]
    ):
        return True
    return namecues.FOLLOWED.match(text, words[last].end) is not None and words[first].low not in lists.venue


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
