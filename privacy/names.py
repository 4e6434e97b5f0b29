"""Names of persons by cues, lists and a tagger, in any case: what stands beside the language model's own persons.

Rather one name too many than one too few; but places and named venues stay, for they are what a reading needs.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from core.records import Span
from privacy import namecues, namefeatures, namegrown, nameruns, nametagger, nametold, namewords, patronyms, signatures
from privacy.folding import Folded, fold
from privacy.namecues import Cue
from privacy.namelists import NameLists, load
from privacy.namevenues import in_venue
from privacy.namewords import PARTICLES, SPACE, STRANGE, Word, stops
from privacy.notphones import BLOT
from privacy.tagger import Array, Tagger
from privacy.tokens import TOKEN
from privacy.tokens import words_of as listed

# Under these chances what a rule or another reader took for a name is none: anywhere, where a town is called so, after
# a preposition of place. Found on posts that were left out of the fit. The last: where a model of English took words in
# small letters for one ("simpan all the dates").
_DOUBTED, _DOUBTED_TOWN, _DOUBTED_IN, _DOUBTED_SMALL = 0.003, 0.03, 0.1, 0.03
_CITY = 3
_IN = listed("in at near outside around di kat ke en em sa bei tai dans hacia cerca")


def find(
    text: str,
    language: str = "",  # noqa: ARG001 - the rooms agreed on it
    seen: Sequence[Span] = (),
    tagger: Tagger | None = None,
) -> list[Span]:
    """PERSON spans in order, not overlapping. Whatever the `language`, cues of all languages are tried.

    Offsets count code points of `text`. Titles ("Mr", "Puan") stay outside the span. `seen` are persons that another
    reader saw: they are among those found, but where the tagger is sure that they are none.
    """
    folded, words = words_of(text)
    lists = load()
    chances = nametagger.chances(folded.text, words, tagger)
    kept = [span for span in seen if _holds(_met(span, folded, words), words, chances, lists)]
    hits = [hit for hit in _by_rules(folded.text, words, lists) if _stands(_within(hit, words), words, chances)]
    hits += nametold.find(folded.text, words, chances, lists)
    inside = {n for hit in hits for n in _within(hit, words)} | {n for span in kept for n in _met(span, folded, words)}
    hits += namegrown.find(folded.text, words, chances, lists, inside)
    hits = [signatures.grown(folded.text, start, end, lists) for start, end in hits]
    stretches = [folded.back(start, end) for start, end in hits] + [(span.start, span.end) for span in kept]
    spans = [Span(start, end, "PERSON") for start, end in _united(text, stretches)]
    if text.isascii():
        return spans
    return spans + [span for span in namecues.in_scripts(text) if not _touches(span, spans)]


def by_rule(text: str) -> list[Span]:
    """What cues and lists alone take for names."""
    folded, words = words_of(text)
    lists = load()
    hits = [signatures.grown(folded.text, start, end, lists) for start, end in _by_rules(folded.text, words, lists)]
    return [Span(*folded.back(start, end), "PERSON") for start, end in _united(folded.text, hits)]


def words_of(text: str) -> tuple[Folded, list[Word]]:
    """The text made plain, tokens of an earlier redaction blotted out, and its words."""
    folded = fold(TOKEN.sub(lambda match: BLOT * len(match[0]), text))
    words = namewords.read(folded.text)
    _mark(text, folded, words)
    return folded, words


def _mark(text: str, folded: Folded, words: list[Word]) -> None:
    """Tell the words that bear accents in the old text; few do, so they are sought by their accents."""
    starts = [] if text.isascii() else [word.start for word in words]
    for strange in STRANGE.finditer(text) if starts else ():
        first = max(0, bisect_right(folded.origin, strange.start()) - 1)
        last = bisect_left(folded.origin, strange.end())
        for n in range(max(0, bisect_right(starts, first) - 1), bisect_left(starts, last)):
            if words[n].end > first:
                words[n] = words[n]._replace(marked=True)


def _by_rules(text: str, words: list[Word], lists: NameLists) -> list[tuple[int, int]]:
    hits = list(_by_cue(text, words, lists))
    hits += nameruns.find(text, words, lists)
    hits += patronyms.find(text, words, lists)
    hits += signatures.find(text, words, lists)
    return hits


def _met(span: Span, folded: Folded, words: list[Word]) -> list[int]:
    """The words that a span of the old text touches."""
    return _within((bisect_left(folded.origin, span.start), bisect_left(folded.origin, span.end)), words)


def _within(stretch: tuple[int, int], words: list[Word]) -> list[int]:
    first = bisect_right(words, stretch[0], key=lambda word: word.end)
    return list(range(first, bisect_left(words, stretch[1], key=lambda word: word.start)))


def _stands(inside: list[int], words: list[Word], chances: Array) -> bool:
    """Whether what was taken for a name may be one, by the likeliest of its words."""
    if not inside:
        return True
    likeliest = float(chances[inside].max())
    if _after_preposition(inside, words):
        return likeliest >= _DOUBTED_IN
    return likeliest >= (_DOUBTED_TOWN if _is_town(inside, words) else _DOUBTED)


def _holds(inside: list[int], words: list[Word], chances: Array, lists: NameLists) -> bool:
    """The same of what another reader saw; a known name ("Rogers also said") holds but where a place may stand."""
    if _stands(inside, words, chances):
        return not _is_none(inside, words, chances, lists)
    if _after_preposition(inside, words) or _is_town(inside, words):
        return False
    return any(lists.listed(words[n].low) for n in inside)


def _is_none(inside: list[int], words: list[Word], chances: Array, lists: NameLists) -> bool:
    """Whether what a model took for a name has no capital, is wanted ("Waiter wanted") or ends in a city ("Sheraton
    Doha"), and hardly any name to the tagger."""
    if not inside or any(lists.listed(words[n].low) for n in inside):
        return False
    likeliest, behind = float(chances[inside].max()), words[inside[-1] : inside[-1] + 2]
    if all(words[n].low in nametold.NONE for n in inside):
        return True
    if likeliest < _DOUBTED_SMALL and not any(words[n].title for n in inside):
        return True
    if len(inside) > 1 and namefeatures.lookups().towns.get(words[inside[-1]].low, 0) == _CITY:
        return likeliest < nametold.DOUBTED
    return likeliest < _DOUBTED_IN and any(word.low in nametold.WANTED for word in behind)


def _after_preposition(inside: list[int], words: list[Word]) -> bool:
    return inside[0] > 0 and words[inside[0] - 1].low in _IN


def _is_town(inside: list[int], words: list[Word]) -> bool:
    return " ".join(words[n].low for n in inside) in namefeatures.lookups().towns


def _by_cue(text: str, words: list[Word], lists: NameLists) -> Iterator[tuple[int, int]]:
    starts = {word.start: n for n, word in enumerate(words)}
    for cue in namecues.find(text, words):
        first = starts.get(cue.end)
        if first is None or words[first].low in namecues.BEFORE_PLACES:
            continue
        last = first - 1
        while last + 1 < len(words) and last - first < 3 and _continues(text, words, first, last + 1, cue, lists):
            last += 1
        if (
            last >= first
            and not in_venue(text, words, first, last, lists)
            and _cue_holds(text, words, first, last, cue, lists)
        ):
            yield words[first].start, words[last].end


def _continues(text: str, words: list[Word], first: int, n: int, cue: Cue, lists: NameLists) -> bool:
    word = words[n]
    if n > first and not SPACE.fullmatch(text[words[n - 1].end : word.start]):
        return False
    if stops(word, lists):
        return False
    if lists.listed(word.low) or word.title or word.initial:
        return True
    if n > first and word.low in PARTICLES | lists.syllables:
        return True
    # after a sure cue ("my name is") one word of any case is taken, after "ask for" and "Kak" one that is rare
    return n == first and len(word.low) > 1 and (cue.sure or ((cue.polite or cue.asks) and lists.rare(word.low)))


def _cue_holds(text: str, words: list[Word], first: int, last: int, cue: Cue, lists: NameLists) -> bool:
    name = words[first : last + 1]
    if cue.sure or any(lists.listed(word.low) and (word.title or word.low not in lists.common) for word in name):
        return True
    head = name[0]
    if head.low in lists.venue:
        return False
    if cue.polite and (head.title or lists.listed(head.low) or head.low in lists.syllables or lists.rare(head.low)):
        return True
    if cue.asks and ((lists.rare(head.low) and head.low.isalpha()) or (head.title and head.low in lists.syllables)):
        return True
    return namecues.FOLLOWED.match(text, words[last].end) is not None


def _united(text: str, hits: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches in order; those that touch, or have but a space between them, as one."""
    united: list[tuple[int, int]] = []
    for start, end in sorted(hits):
        if united and (start < united[-1][1] or SPACE.fullmatch(text, united[-1][1], start)):
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        else:
            united.append((start, end))
    return united


def _touches(span: Span, others: list[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)
