"""Do the cards keep their word? Runs every must and must_not sentence and names every fault."""

from __future__ import annotations

from pathlib import Path

from core.cards import NeedType, Proof, VenueType
from core.records import Passage
from nlp.catalog import Cards, load_cards
from nlp.reading import Reader


def check(folder: Path | None = None) -> list[str]:
    """Faults of all cards, each a sentence; empty where every card keeps its word. Raises CardError for a brokenone."""
    cards = load_cards(folder)
    reader = Reader(cards)
    faults: list[str] = []
    for card in (*cards.indicators, *cards.venues, *cards.needs):
        faults += check_card(card, reader)
    return faults + _unknown_languages(cards)


def check_card(card: Proof, reader: Reader) -> list[str]:
    """Faults of one card."""
    name = str(getattr(card, "id"))  # noqa: B009 - every card that carries proof has an id
    faults = []
    for language, sentences in card.must.items():
        faults += [
            f"{name}: must find itself in ({language}): {s}"
            for s in sentences
            if name not in found(s, language, card, reader)
        ]
    for language, sentences in card.must_not.items():
        faults += [
            f"{name}: must not find itself in ({language}): {s}"
            for s in sentences
            if name in found(s, language, card, reader)
        ]
    return faults


def found(sentence: str, language: str, card: Proof, reader: Reader) -> set[str]:
    """Ids of the card's own family that are affirmed in a sentence standing alone."""
    analysis = reader.read(Passage(sentence, language=language))
    if isinstance(card, VenueType):
        return {venue.type for venue in analysis.venues}
    if isinstance(card, NeedType):
        return {need.id for need in analysis.needs}
    return {sign.indicator for sign in analysis.signs}


def _unknown_languages(cards: Cards) -> list[str]:
    return [
        f"{card.id}: 'unless.{language}' guards no cue: there are none in '{language}'"
        for card in cards.indicators
        for language in card.unless
        if language not in card.cues
    ]
