"""All cues that are read in one language, in one matcher: signs, their guards, venues, needs and markers together."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from core.cards import Indicator
from core.errors import CardError
from nlp.catalog import Cards
from nlp.cues import Cue
from nlp.fold import Folded
from nlp.matcher import Hit, Matcher
from nlp.vocabulary import Vocabulary

type Kind = Literal["cue", "told", "unless", "part", "venue", "venue_unless", "need", "offer", "mark"]

# Whoever writes Malay online writes English and Indonesian words too; the reverse is rarer but the words do not clash.
MIXED: dict[str, tuple[str, ...]] = {
    "ms": ("ms", "id", "en"),
    "id": ("id", "ms", "en"),
    "en": ("en", "ms"),
    "tl": ("tl", "en"),
}
_MARKED_TOO = {"ms": ("ms", "en"), "id": ("id",), "tl": ("tl", "en"), "en": ("en", "ms")}
_ALIASES = {
    "msa": "ms",
    "zsm": "ms",
    "zlm": "ms",
    "ind": "id",
    "in": "id",
    "fil": "tl",
    "eng": "en",
    "spa": "es",
    "fra": "fr",
}


_REACH = 500  # a "sentence" without an end must not make every cue read the whole text


class Key(NamedTuple):
    """What a cue belongs to: its kind, the card (or marker) by name, its language, and which half of `a & b`."""

    kind: Kind
    name: str
    language: str
    whole: str = ""
    half: int = 0


@dataclass
class Marks:
    """What was found in one field of a passage, by kind: `signs`, `guards`, … and `marks` by their name."""

    folded: Folded
    signs: list[Hit[Key]] = field(default_factory=list)
    by: dict[tuple[Kind, str], list[Hit[Key]]] = field(default_factory=lambda: defaultdict(list))
    kinds: dict[Kind, list[Hit[Key]]] = field(default_factory=lambda: defaultdict(list))

    def marks(self, name: str) -> list[Hit[Key]]:
        """Markers of one name, in order."""
        return self.by.get(("mark", name), [])

    def within(self, name: str, start: int, end: int, kind: Kind = "mark") -> list[Hit[Key]]:
        """Markers (or guards, offers) of one name that begin in plain[start:end]."""
        hits = self.by.get((kind, name), [])
        return hits[bisect_left(hits, start, key=_start) : bisect_left(hits, end, key=_start)]

    def around(self, hit: Hit[Key]) -> tuple[int, int]:
        """Start and end of the sentence of a hit, cut at `_REACH` characters either side."""
        start, end = self.folded.sentence(hit.start)
        return max(start, hit.start - _REACH), min(end, hit.end + _REACH)


def _start(hit: Hit[Key]) -> int:
    return hit.start


def code(language: str) -> str:
    """Two-letter code of a language as it may be given ("ms-MY", "zsm", "MS")."""
    short = language.lower().replace("_", "-").split("-")[0]
    return _ALIASES.get(short, short)


class Lexicon:
    """Matchers by language, built when a language is first read."""

    def __init__(self, cards: Cards) -> None:
        self._cards = cards
        self._matchers: dict[str, Matcher[Key]] = {}

    def read(self, text: str, language: str) -> Marks:
        """Everything found in one text."""
        folded = Folded.of(text)
        marks = Marks(folded)
        halves: dict[tuple[str, str], list[Hit[Key]]] = defaultdict(list)
        for hit in self._matcher(language).hits(folded):
            if hit.key.kind == "part":
                halves[hit.key.name, hit.key.whole].append(hit)
                continue
            marks.kinds[hit.key.kind].append(hit)
            marks.by[hit.key.kind, hit.key.name].append(hit)
        for (_, whole), hits in halves.items():
            if {hit.key.half for hit in hits} == set(range(whole.count(" & ") + 1)):
                first = hits[0]
                marks.kinds["cue"].append(
                    Hit(first.key._replace(kind="cue"), first.start, first.end, whole, first.words)
                )
        marks.signs = sorted(marks.kinds["cue"], key=lambda hit: hit.start)
        return marks

    def vocabulary(self, language: str) -> Vocabulary:
        """The words of a language and of those it is mixed with, and of its cues."""
        return Vocabulary.of(MIXED.get(language, (language,)), self._matcher(language).words)

    def _matcher(self, language: str) -> Matcher[Key]:
        if language not in self._matchers:
            self._matchers[language] = Matcher(self._cues(language))
        return self._matchers[language]

    def _cues(self, language: str) -> Iterator[tuple[Key, Cue]]:
        for spoken in MIXED.get(language, (language,)):
            yield from _of_cards(self._cards, spoken)
        for spoken in _MARKED_TOO.get(language, (language,)):
            for name, sources in self._cards.markers.get(spoken, {}).items():
                for cue in self._cards.cues(spoken, sources, f"markers of '{spoken}', list '{name}'"):
                    yield Key("mark", name, spoken), cue


def _of_cards(cards: Cards, language: str) -> Iterator[tuple[Key, Cue]]:
    for card in cards.indicators:
        yield from sign_cues(cards, card, language)
        for cue in cards.cues(language, card.told.get(language, ()), f"{card.id}, field 'told.{language}'"):
            yield Key("told", card.id, language), cue
        for cue in cards.cues(language, card.unless.get(language, ()), f"{card.id}, field 'unless.{language}'"):
            yield Key("unless", card.id, language), cue
    for venue in cards.venues:
        for cue in cards.cues(language, venue.cues.get(language, ()), f"{venue.id}, field 'cues.{language}'"):
            yield Key("venue", venue.id, language), cue
        for cue in cards.cues(language, venue.unless.get(language, ()), f"{venue.id}, field 'unless.{language}'"):
            yield Key("venue_unless", venue.id, language), cue
    for need in cards.needs:
        for cue in cards.cues(language, need.cues.get(language, ()), f"{need.id}, field 'cues.{language}'"):
            yield Key("need", need.id, language), cue
        for cue in cards.cues(language, need.offers.get(language, ()), f"{need.id}, field 'offers.{language}'"):
            yield Key("offer", need.id, language), cue


def sign_cues(cards: Cards, card: Indicator, language: str) -> Iterator[tuple[Key, Cue]]:
    """The cues of one sign; `a & b` gives a part for each half, and both must be found in the same field."""
    where = f"{card.id}, field 'cues.{language}'"
    for source in card.cues.get(language, ()):
        halves: Sequence[str] = source.split(" & ")
        if len(halves) > 4:
            raise CardError(f"{where}: cue '{source}' joins more than four parts.", remedy="Write two cues.")
        for number, cue in enumerate(cards.cues(language, halves, where)):
            kind: Kind = "cue" if len(halves) == 1 else "part"
            yield Key(kind, card.id, language, source, number), cue
