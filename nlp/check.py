"""Do the cards keep their word? Runs every must and must_not sentence and names every fault, of the proof too."""

from __future__ import annotations

from pathlib import Path

from core.cards import Proof
from nlp.catalog import Cards, load_cards
from nlp.proof import kinds_missing, thin, too_far, unoffered
from nlp.reading import Reader
from nlp.sweep import holds, idle, ids, name_of, read


def check(folder: Path | None = None) -> list[str]:
    """Faults of all cards, each a sentence; none where every card keeps its word. Raises CardError."""
    cards = load_cards(folder)
    reader = Reader(cards)
    faults: list[str] = []
    for card in (*cards.indicators, *cards.venues, *cards.needs):
        faults += check_card(card, reader)
        faults += check_proof(card, reader)
    return faults + _unknown_languages(cards)


def check_card(card: Proof, reader: Reader) -> list[str]:
    """Sentences in which a card finds itself and must not, or must and does not."""
    name = name_of(card)
    faults = []
    for wanted, sentences in ((True, card.must), (False, card.near_misses())):
        what = "must" if wanted else "must not"
        for language, texts in sentences.items():
            faults += [
                f"{name}: {what} find itself in ({language}): {text}"
                for text in texts
                if holds(read(text, language, reader), card, reader) != wanted
            ]
    return faults


def check_proof(card: Proof, reader: Reader) -> list[str]:
    """What a card's sentences leave unproved: thin languages, kinds of near-miss, and lines no sentence needs."""
    unneeded = [
        f"{name_of(card)}: no sentence needs this line of '{field}' ({language}): {line}"
        for field, language, line in idle(card, reader)
    ]
    return thin(card) + kinds_missing(card) + too_far(card, reader) + unoffered(card, reader) + unneeded


def found(sentence: str, language: str, card: Proof, reader: Reader) -> set[str]:
    """Ids of the card's own family that are affirmed in a sentence standing alone."""
    one = read(sentence, language, reader)
    return ids(reader.judge(one.passage, one.language, dict(one.marks)), card)


def _unknown_languages(cards: Cards) -> list[str]:
    return [
        f"{card.id}: 'unless.{language}' guards no cue: there are none in '{language}'"
        for card in cards.indicators
        for language in card.unless
        if language not in card.cues
    ]
