"""Is each cue and guard of a card needed? Take one away and see whether one of the card's own sentences notices.

Every sentence is read once; a cue is taken away by dropping what it found from the marks, and the rest is judged anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from core.cards import NeedType, Proof, VenueType
from core.records import Analysis, Field, Passage
from nlp.lexicon import Key, Kind, Marks
from nlp.matcher import Hit
from nlp.reading import Reader

type Which = Callable[[Hit[Key]], bool]
type Line = tuple[str, str, str]  # field of the card, language, the cue as written

_FIELDS: Mapping[str, tuple[Kind, ...]] = {
    "cues": ("cue", "venue", "need"),
    "told": ("told",),
    "unless": ("unless", "venue_unless"),
    "offers": ("offer",),
}
_FOUND: tuple[Kind, ...] = (*_FIELDS["cues"], *_FIELDS["told"])
_GUARDS: tuple[Kind, ...] = (*_FIELDS["unless"], *_FIELDS["offers"])


@dataclass(frozen=True)
class Sentence:
    """A sentence of a card with everything that was found in it."""

    language: str
    passage: Passage
    marks: Mapping[Field, Marks]


def name_of(card: Proof) -> str:
    """The id that every card with proof has."""
    return str(getattr(card, "id"))  # noqa: B009


def ids(analysis: Analysis, card: Proof) -> set[str]:
    """Ids of the card's own family that an analysis affirms."""
    if isinstance(card, VenueType):
        return {venue.type for venue in analysis.venues}
    if isinstance(card, NeedType):
        return {need.id for need in analysis.needs}
    return {sign.indicator for sign in analysis.signs}


def read(text: str, language: str, reader: Reader) -> Sentence:
    """A sentence standing alone."""
    passage = Passage(text, language=language)
    return Sentence(language, passage, reader.marks(passage, language))


def holds(sentence: Sentence, card: Proof, reader: Reader, without: Which | None = None) -> bool:
    """Whether a card finds itself in a sentence, all marks but those of `without` being there."""
    marks = dict(sentence.marks) if without is None else {f: _less(m, without) for f, m in sentence.marks.items()}
    return name_of(card) in ids(reader.judge(sentence.passage, sentence.language, marks), card)


def idle(card: Proof, reader: Reader) -> list[Line]:
    """Every line of cues, told, unless and offers that could go without any sentence of the card noticing."""
    needed: set[Line] = set()
    for sentences, kinds in ((card.must, _FOUND), (card.near_misses(), _GUARDS)):
        for language, texts in sentences.items():
            for text in texts:
                needed |= _needed(read(text, language, reader), card, reader, kinds)
    return [line for line in lines(card) if line not in needed]


def lines(card: Proof) -> Iterator[Line]:
    """Every cue and guard of a card."""
    for field in _FIELDS:
        for language, cues in (getattr(card, field, None) or {}).items():
            for cue in cues:
                yield field, language, cue


def _needed(sentence: Sentence, card: Proof, reader: Reader, kinds: tuple[Kind, ...]) -> set[Line]:
    """The lines without which the sentence would be judged otherwise."""
    name = name_of(card)
    own = {
        (hit.key.kind, hit.key.language, hit.rule)
        for marks in sentence.marks.values()
        for kind in kinds
        for hit in marks.kinds[kind]
        if hit.key.name == name
    }
    if not own:
        return set()
    before = holds(sentence, card, reader)
    changed = [line for line in own if holds(sentence, card, reader, _is(name, line)) != before]
    return {(_field(kind), language, rule) for kind, language, rule in changed}


def _field(kind: Kind) -> str:
    return next(field for field, kinds in _FIELDS.items() if kind in kinds)


def _is(name: str, line: tuple[Kind, str, str]) -> Which:
    return lambda hit: hit.key.name == name and (hit.key.kind, hit.key.language, hit.rule) == line


def _less(marks: Marks, without: Which) -> Marks:
    """The marks without some hits."""

    def kept(hits: list[Hit[Key]]) -> list[Hit[Key]]:
        return [hit for hit in hits if not without(hit)]

    less = replace(marks, signs=kept(marks.signs))
    less.by = defaultdict(list, {key: kept(hits) for key, hits in marks.by.items()})
    less.kinds = defaultdict(list, {kind: kept(hits) for kind, hits in marks.kinds.items()})
    return less
