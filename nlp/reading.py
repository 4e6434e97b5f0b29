"""The reading of one passage by the rules: voice, signs, venues, needs, places, and whether it is a signal.

Pure: the same passage and cards give the same analysis; nothing is opened, no clock is read, no model is loaded.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from core.records import Analysis, Field, Passage, PlaceMention
from nlp.catalog import Cards, load_cards
from nlp.combine import exploitation, signal
from nlp.lexicon import Lexicon, Marks, code
from nlp.needs import find_needs
from nlp.signs import affirmed, find_signs
from nlp.stance import stance
from nlp.urgency import urgent
from nlp.venues import find_venues
from nlp.voice import voice

if TYPE_CHECKING:
    from nlp.gazetteer import Gazetteer
_LIMIT = 60_000  # characters of a text that are read for signs; a longer one is told in the reasons


class Reader:
    """Reads passages with one set of cards; without a gazetteer no places are read."""

    def __init__(self, cards: Cards, gazetteer: Gazetteer | None = None) -> None:
        self._cards = cards
        self._gazetteer = gazetteer
        self._lexicon = Lexicon(cards)
        self._by_id = {card.id: card for card in cards.indicators}
        self.version = cards.version

    @classmethod
    def load(cls, cards_folder: Path | None = None, gazetteer: Gazetteer | None = None) -> Reader:
        """A reader of the shipped cards, or of those in a folder. Raises CardError for a faulty card."""
        return cls(load_cards(cards_folder), gazetteer)

    def read(self, passage: Passage) -> Analysis:
        """Everything the rules say of a passage; offsets count into its own title and text."""
        language = code(passage.language) if passage.language else _identify(passage)
        places = self._places(passage)
        if language not in self._cards.languages:
            return self._abstain(language, places)
        fields: dict[Field, Marks] = {"text": self._lexicon.read(passage.text[:_LIMIT], language)}
        if passage.title:
            fields["title"] = self._lexicon.read(passage.title[:_LIMIT], language)
        return self._judge(passage, language, fields, places)

    def _judge(
        self, passage: Passage, language: str, fields: dict[Field, Marks], places: tuple[PlaceMention, ...]
    ) -> Analysis:
        marks = list(fields.values())
        speaker, leaning = voice(marks, passage.kind), stance(marks)
        advert = speaker.name == "VOICE_AD"
        signs = find_signs(
            fields, passage, self._by_id, leaning, language=language, voice=speaker.name, version=self.version
        )
        findings = affirmed(signs)
        venues = find_venues(fields)
        verdict, why = signal(findings)
        needs = find_needs(fields, told=not advert and not leaning.is_general)
        alarm = urgent(marks, findings, needs, speaker.name)
        kind = exploitation(
            findings,
            sexual=_count(marks, "sexual"),
            criminal=_count(marks, "criminal"),
            venues=[v.type for v in venues],
        )
        return Analysis(
            language=language,
            voice=speaker.name,
            voice_detail=speaker.detail,
            signs=findings,
            mentions=tuple(sign for sign in signs if sign.polarity != "affirmed"),
            venues=venues,
            needs=needs,
            places=places,
            signal=verdict,
            abstained=None,
            exploitation=kind if verdict else "none",
            urgent=bool(alarm),
            reasons=(
                *speaker.reasons,
                f"stance: actual {leaning.actual:.1f}, general {leaning.general:.1f}",
                why,
                *alarm,
                *_cut(passage),
            ),
            version=self.version,
        )

    def _abstain(self, language: str, places: tuple[PlaceMention, ...]) -> Analysis:
        why = "the language is not known" if language == "und" else f"no cards in language '{language}'"
        return Analysis(
            language, None, None, (), (), (), (), places, None, why, "none", False, (f"abstained: {why}",), self.version
        )

    def _places(self, passage: Passage) -> tuple[PlaceMention, ...]:
        if self._gazetteer is None:
            return ()
        from nlp.places import read_places

        return read_places(passage, self._gazetteer)


def _cut(passage: Passage) -> tuple[str, ...]:
    size = len(passage.text)
    return (f"read: the first {_LIMIT} of {size} characters",) if size > _LIMIT else ()


def _count(fields: list[Marks], name: str) -> int:
    return len({marks.folded.plain[hit.start : hit.end] for marks in fields for hit in marks.marks(name)})


def _identify(passage: Passage) -> str:
    from nlp.language import identify

    return code(identify(f"{passage.title}\n{passage.text}").code)
