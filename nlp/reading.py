"""The reading of one passage by the rules: voice, signs, venues, needs, places, and whether it is a signal.

Pure: the same passage and cards give the same analysis; nothing is opened, no clock is read, no model is loaded.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from core.records import Analysis, Field, Passage, PlaceMention, Sign
from nlp.catalog import Cards, load_cards
from nlp.combine import exploitation, signal
from nlp.disguise import Disguises, Plain
from nlp.edition import edition
from nlp.gate import LINES, Gate
from nlp.lexicon import Lexicon, Marks, code
from nlp.meaning import Meaning, Sense, of_length, short, worth_reading
from nlp.meant import bait, doubted, likely, needs_meant, signs_meant, venues_meant
from nlp.needs import find_needs
from nlp.signs import affirmed, find_signs
from nlp.stance import Stance, stance
from nlp.undisguised import undisguised
from nlp.urgency import urgent
from nlp.venues import find_venues
from nlp.verdict import judged
from nlp.voice import Voice, voice

if TYPE_CHECKING:
    from nlp.gazetteer import Gazetteer
type Asked = Literal["never", "if likely", "always"]
_LIMIT = 60_000  # characters of a text that are read for signs; a longer one is told in the reasons


# Who speaks of what happens to them, or offers it.
_SPEAKERS = ("VOICE_FIRST_PERSON", "VOICE_AD")


class Reader:
    """Reads passages with one set of cards; without a gazetteer no places are read, without a meaning cues alone."""

    def __init__(
        self,
        cards: Cards,
        gazetteer: Gazetteer | None = None,
        meaning: Meaning | None = None,
        gate: Gate | None = None,
        line_gate: Gate | None = None,
    ) -> None:
        self.cards = cards
        self._gazetteer = gazetteer
        self._meaning = meaning
        self._gate, self._line_gate = gate, line_gate
        self._lexicon = Lexicon(cards)
        self._hidden: dict[str, Disguises] = {}
        self._by_id = {card.id: card for card in cards.indicators}
        self.version = ".".join([cards.version, edition(), *(part.version for part in (meaning, gate) if part)])

    @classmethod
    def load(cls, cards_folder: Path | None = None, gazetteer: Gazetteer | None = None) -> Reader:
        """A reader of the shipped cards, or of those in a folder, and the shipped meaning. Raises CardError."""
        return cls(load_cards(cards_folder), gazetteer, Meaning.load(), Gate.load(), Gate.load(LINES))

    def read(self, passage: Passage, *, meaning: Asked = "never") -> Analysis:
        """Everything the rules say of a passage; offsets count into its own title and text.

        `meaning`: whether to ask what the sentences mean, some 30 ms each. "always" is for
        texts that somebody looks at one by one; "if likely" for a stream: of texts that the gate lets through.
        """
        language = code(passage.language) if passage.language else _identify(passage)
        if language not in self.cards.languages:
            return self._abstain(language, self._places(passage, language))
        plain = undisguised(passage, self._disguises(language), _LIMIT)
        if plain is None:
            return self._read(passage, language, meaning)
        return plain.back(self._read(plain.passage, language, meaning))

    def _read(self, passage: Passage, language: str, meaning: Asked) -> Analysis:
        places = self._places(passage, language)
        return self.judge(passage, language, self.marks(passage, language), places, meaning)

    def plain(self, text: str, language: str) -> Plain | None:
        """A text with its words in disguise plain; None where it has none, or its language no cards."""
        return self._disguises(language).plain(text, _LIMIT) if language in self.cards.languages else None

    def _disguises(self, language: str) -> Disguises:
        """The reader of words in disguise of a language; its vocabulary is opened when a text first has one."""
        if language not in self._hidden:
            self._hidden[language] = Disguises(lambda: self._lexicon.vocabulary(language))
        return self._hidden[language]

    def marks(self, passage: Passage, language: str) -> dict[Field, Marks]:
        """Every cue, guard and marker found in a passage, by field."""
        fields: dict[Field, Marks] = {"text": self._lexicon.read(passage.text[:_LIMIT], language)}
        if passage.title:
            fields["title"] = self._lexicon.read(passage.title[:_LIMIT], language)
        return fields

    def judge(
        self,
        passage: Passage,
        language: str,
        fields: dict[Field, Marks],
        places: tuple[PlaceMention, ...] = (),
        asked: Asked = "never",
    ) -> Analysis:
        """What follows from the marks of a passage: `read` without the finding of them."""
        marks = list(fields.values())
        speaker, leaning = voice(marks, passage.kind), stance(marks)
        signs = self._signs(passage, fields, speaker, leaning, language)
        sense = None if asked == "never" else self._sense(passage, fields, speaker, asked, signal(affirmed(signs))[0])
        if sense:
            speaker = voice(marks, passage.kind, sense.voices)
            signs = self._signs(passage, fields, speaker, leaning, language)
        advert = speaker.name == "VOICE_AD"
        if sense:
            add = likely(sense, speaker.name)
            signs = signs_meant(sense, signs, fields, self._by_id, self.version, add=add)
        findings = affirmed(signs)
        venues = find_venues(fields, language, places)
        venues = venues_meant(sense, venues, fields) if sense else venues
        line = sense is not None and not self._passes(passage, fields)
        told = bool(leaning.actual or places) or speaker.name in _SPEAKERS
        verdict, why = judged(findings, sense, fields, speaker.name, general=leaning.is_general, line=line, told=told)
        needs = find_needs(fields, told=not advert and not leaning.is_general)
        needs = needs_meant(sense, needs, fields) if sense else needs
        alarm = urgent(fields, findings, speaker.name, needs, sense)
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
                *_cut(passage, sense.unread if sense else 0),
            ),
            version=self.version,
        )

    def _signs(
        self, passage: Passage, fields: dict[Field, Marks], speaker: Voice, leaning: Stance, language: str
    ) -> tuple[Sign, ...]:
        return find_signs(
            fields, passage, self._by_id, leaning, language=language, voice=speaker.name, version=self.version
        )

    def _sense(
        self, passage: Passage, fields: dict[Field, Marks], speaker: Voice, asked: Asked, loud: bool
    ) -> Sense | None:
        """What the sentences mean, where that is worth the time: in a stream of what the gate lets through.

        Of the rest those are asked that cues alone call a signal (`loud`): of 588 reports of local news 33 were so.
        What the gate would not let through is no likely case, whatever its sentences say one by one: reports of
        robberies and accidents tell of force, threats and people held, too. Nor is a line of advertisement that does
        not sound like bait, nor a post on what somebody read or watched. Ordinary advertisements the gate hardly ever
        lets through.
        """
        if self._meaning is None:
            return None
        advert = speaker.name == "VOICE_AD"
        few = short(fields)
        if self._passes(passage, fields) or (few and _open(self._line_gate, passage)):
            sense = self._meaning.read(fields)
            calm = sense and advert and not of_length(fields) and not bait(sense)
            return doubted(sense) if sense and (calm or (few and _tale(fields))) else sense
        if (asked == "if likely" and not loud) or advert or not worth_reading(fields):
            return None
        sense = self._meaning.read(fields)
        return doubted(sense) if sense else None

    def _passes(self, passage: Passage, fields: dict[Field, Marks]) -> bool:
        """Whether a text is long enough for the gate of whole passages, which lets it through."""
        return of_length(fields) and _open(self._gate, passage)

    def _abstain(self, language: str, places: tuple[PlaceMention, ...]) -> Analysis:
        why = "the language is not known" if language == "und" else f"no cards in language '{language}'"
        return Analysis(
            language, None, None, (), (), (), (), places, None, why, "none", False, (f"abstained: {why}",), self.version
        )

    def _places(self, passage: Passage, language: str) -> tuple[PlaceMention, ...]:
        if self._gazetteer is None:
            return ()
        from nlp.places import read_places

        return read_places(replace(passage, language=language), self._gazetteer)


def _cut(passage: Passage, unread: int) -> Iterator[str]:
    """What of a long text was not read."""
    if len(passage.text) > _LIMIT:
        yield f"read: the first {_LIMIT} of {len(passage.text)} characters"
    if unread:
        yield f"meaning: asked of the most telling sentences, {unread} characters left out"


def _open(gate: Gate | None, passage: Passage) -> bool:
    return gate is None or gate.lets_through(passage.title, passage.text)


def _tale(fields: dict[Field, Marks]) -> bool:
    return any(marks.marks("tale") for marks in fields.values())


def _count(fields: list[Marks], name: str) -> int:
    return len({marks.folded.plain[hit.start : hit.end] for marks in fields for hit in marks.marks(name)})


def _identify(passage: Passage) -> str:
    from nlp.language import identify

    return code(identify(f"{passage.title}\n{passage.text}").code)
