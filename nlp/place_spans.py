"""Which stretches of a text name a place: spaCy's spans, and names of the gazetteer that look like names.

Many places bear names that are also words ("Nice", "Reading", "para", "Lima"). A name counts by how large its place
is against how often the word is used in the text's language, and by how it stands: its capitals, the word before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from math import log10

from core.records import Span
from nlp.folding import Token, tokens
from nlp.gazetteer import COUNTRY, REGION, Candidate, Gazetteer
from nlp.place_words import PlaceWords, place_words

LONGEST = 6
# Nothing inside these is read: replacement tokens, addresses, handles, numbers with letters.
_MASKED = re.compile(r"\[(?:PERSON|(?:PHONE|EMAIL|HANDLE|URL):[0-9a-f]{8})\]|https?://\S+|www\.\S+|\S+@\S+|(?<!\w)@\w+")
_GAP = re.compile(r"[  \t]?[-–'’`/.]?[  \t]?\Z")
_SENTENCE_END = re.compile(r"[.!?:;•*|\n\"“(]\s*\Z|\A\s*\Z")
_SHORT_WORD = frozenset(["st", "ste", "ft", "mt", "dr", "pt", "sta", "sto", "u", "s", "d", "c", "n", "w", "e"])
_PLACES = frozenset({"GPE", "LOC"})
_OTHERS = frozenset({"PERSON", "ORG", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW", "LANGUAGE", "FAC"})


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch that names a place: its folded name ("" when the gazetteer has none such), and how sure that is."""

    start: int
    end: int
    key: str
    sure: float


@dataclass(frozen=True, slots=True)
class _Text:
    text: str
    words: list[Token]
    language: str
    cased: bool
    entities: Sequence[Span]
    lists: PlaceWords


def named(text: str, language: str, entities: Sequence[Span], gazetteer: Gazetteer) -> list[Named]:
    """Place names of a text, in order and not overlapping. `entities`: spaCy's spans, where a model has read it."""
    words = _readable(text)
    view = _Text(text, words, language, _cased(text, words), entities, place_words())
    found = [*_short_forms(view), *_of_gazetteer(view, gazetteer), *_of_model(view, gazetteer)]
    return _best(found)


def _readable(text: str) -> list[Token]:
    masked = [match.span() for match in _MASKED.finditer(text)]
    if not masked:
        return tokens(text)
    return [t for t in tokens(text) if not any(start <= t.start < end for start, end in masked)]


def _cased(text: str, words: Sequence[Token]) -> bool:
    """Whether capitals mean anything here: not in all-capitals, all-lower-case or Title-Case texts."""
    long = [text[word.start] for word in words if word.end - word.start > 3]
    lower = sum(letter.islower() for letter in long)
    return lower >= 2 and 0.3 * len(long) < lower < 0.99 * len(long)


def _ngrams(view: _Text) -> Iterable[tuple[int, int, str]]:
    """(first word, last word, key) of every run of up to six words that no punctuation parts."""
    words, text = view.words, view.text
    joined = [
        n + 1 < len(words) and _joins(words[n], text[words[n].end : words[n + 1].start]) for n in range(len(words))
    ]
    for first in range(len(words)):
        key = words[first].key
        yield first, first, key
        for last in range(first + 1, min(first + LONGEST, len(words))):
            if not joined[last - 1]:
                break
            key = f"{key} {words[last].key}"
            yield first, last, key


def _joins(word: Token, gap: str) -> bool:
    if gap == " ":
        return True
    return bool(_GAP.match(gap)) and (". " not in gap or word.key in _SHORT_WORD)


def _of_gazetteer(view: _Text, gazetteer: Gazetteer) -> Iterable[Named]:
    runs = [run for run in _ngrams(view) if len(run[2]) > 2 or not run[2].isascii()]
    for (first, last, key), hit in zip(runs, gazetteer.known([run[2] for run in runs]), strict=True):
        if not hit or key in view.lists.no_name(view.language) or key.replace(" ", "").isdigit():
            continue
        sure = _sureness(view, first, last, key, gazetteer.candidates(key))
        if sure >= 0.5:
            yield Named(view.words[first].start, view.words[last].end, key, sure)


def _sureness(view: _Text, first: int, last: int, key: str, candidates: Sequence[Candidate]) -> float:
    """How likely this is the name of a place, in [0, 1]; hand-set weights, checked by benchmarks/places.py."""
    words, text = view.words, view.text
    start, end = words[first].start, words[last].end
    weight = _weight(candidates) - _usage(key, view.language)
    capital = text[start].isupper() or not text[start].isalpha() or text[start].lower() == text[start].upper()
    before = words[first - 1].key if first and _near(text[words[first - 1].end : start]) else ""
    score = weight + (0.8 if before in view.lists.before else 0.0) + 0.5 * (last - first)
    if not view.cased:
        score -= 1.0
    elif not capital:
        score -= 1.3
    elif not _SENTENCE_END.search(text[max(0, start - 4) : start]):
        score += 1.2 - (0.8 if _beside_names(view, first, last) else 0.0)
    if key in view.lists.common and not (view.cased and capital and before in view.lists.before):
        score -= 2.0
    if before in view.lists.titles:
        score -= 3.0
    score += _verdict(view.entities, start, end)
    return float(1 / (1 + 2.0 ** -(2 * score)))


def _weight(candidates: Sequence[Candidate]) -> float:
    """Decimal logarithm of the most populous place's population; its other names, and admin areas, count for less."""
    best = 0.0
    for place in candidates:
        size = log10(place.population + 300) - (0.0 if place.own or place.level == COUNTRY else 0.9)
        best = max(best, size + (0.5 if place.level in (COUNTRY, REGION) else 0.0))
    return best - 4.0


def _usage(key: str, language: str) -> float:
    """How far above one in a million words the rarest word of the name is used (decades)."""
    lexicon = _lexicon(language)
    return max(0.0, min((lexicon.get(word, 0.0) for word in key.split()), default=0.0))


@cache
def _lexicon(language: str) -> dict[str, float]:
    """word → log10(frequency per million) of the words used at least that often; of English where none is known."""
    from wordfreq import available_languages, get_frequency_dict

    code = {"tl": "fil"}.get(language, language)
    known = code if code in available_languages("small") else "en"
    return {word: log10(share * 1e6) for word, share in get_frequency_dict(known, "small").items() if share > 1e-6}


def _near(gap: str) -> bool:
    return len(gap) <= 2 and "\n" not in gap and "." not in gap


def _beside_names(view: _Text, first: int, last: int) -> bool:
    """Whether a further capitalised word stands beside it without punctuation: then it may be part of a longer name."""
    words, text = view.words, view.text
    left = (
        first > 0 and text[words[first - 1].end : words[first].start] == " " and text[words[first - 1].start].isupper()
    )
    after = last + 1 < len(words) and text[words[last].end : words[last + 1].start] == " "
    return (left and words[first - 1].key not in view.lists.links) or (after and text[words[last + 1].start].isupper())


def _verdict(entities: Sequence[Span], start: int, end: int) -> float:
    """What the model says of this stretch: a place, part of another name, or nothing."""
    for entity in entities:
        if entity.start < end and start < entity.end:
            if entity.label in _PLACES:
                return 2.5 if abs(entity.start - start) <= 4 and abs(entity.end - end) <= 2 else 0.8
            if entity.label in _OTHERS:
                return -2.5 if entity.label == "PERSON" else -1.5
    return -0.8 if entities else 0.0


def _short_forms(view: _Text) -> Iterable[Named]:
    """Such as US, UK, KL and NYC: in capitals, in a text whose capitals mean something, or after a word of place."""
    for number, word in enumerate(view.words):
        written = view.text[word.start : word.end]
        if written not in view.lists.short:
            continue
        before = view.words[number - 1].key if number else ""
        if view.cased or before in view.lists.before or written in ("USA", "UAE", "NYC"):
            yield Named(word.start, word.end, view.lists.short[written], 0.9)


def _of_model(view: _Text, gazetteer: Gazetteer) -> Iterable[Named]:
    """Spans of the model: the gazetteer's name inside them, else the span itself without one."""
    for span in view.entities:
        if span.label not in _PLACES:
            continue
        inside = [word for word in view.words if span.start <= word.start and word.end <= span.end]
        while inside and inside[0].key in view.lists.links:
            inside = inside[1:]
        while inside and inside[-1].key == "s":
            inside = inside[:-1]
        if not inside or "[" in view.text[span.start : span.end]:
            continue
        key = " ".join(word.key for word in inside)
        if key in view.lists.no_name(view.language):
            continue
        known = gazetteer.known([key])[0]
        yield Named(inside[0].start, inside[-1].end, key if known else "", 0.85 if known else 0.4)


def _best(found: Iterable[Named]) -> list[Named]:
    """Without overlaps: known names before unknown ones, the longer before the shorter, the surer before the rest."""
    kept: list[Named] = []
    for one in sorted(found, key=lambda n: (n.key == "", -(n.end - n.start), -n.sure, n.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda n: n.start)
