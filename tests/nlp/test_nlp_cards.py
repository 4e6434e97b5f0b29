"""Every card keeps its word: it finds itself in each `must`, and in no `must_not`."""

from __future__ import annotations

import time
from functools import cache

import pytest

from core.cards import Proof
from nlp.catalog import load_cards
from nlp.check import check_card, found
from nlp.cues import compile_cue
from nlp.reading import Reader

CARDS = load_cards()
ALL: list[Proof] = [*CARDS.indicators, *CARDS.venues, *CARDS.needs]


@cache
def reader() -> Reader:
    return Reader(CARDS)


@pytest.mark.parametrize("card", ALL, ids=lambda card: card.id)
def test_a_card_keeps_its_word(card: Proof) -> None:
    assert check_card(card, reader()) == []


@pytest.mark.parametrize(
    ("card", "language"),
    [
        (card, language)
        for card in CARDS.indicators
        for language in card.cues
        if language in ("en", "ms", "id", "es", "fr")
    ],
    ids=lambda value: getattr(value, "id", value),
)
def test_a_sign_with_cues_in_a_main_language_has_proof_in_it(card: Proof, language: str) -> None:
    assert card.must.get(language), f"{card!r} has no must sentence in {language}"
    assert card.must_not.get(language)


def test_a_card_that_lost_its_cues_is_named_with_its_sentence() -> None:
    card = next(card for card in CARDS.indicators if card.id == "ILO07_RETENTION_OF_DOCUMENTS")
    bare = card.model_copy(update={"cues": {}})
    cards = [bare if other.id == card.id else other for other in CARDS.indicators]
    faults = check_card(bare, Reader(type(CARDS)(**{**CARDS.__dict__, "indicators": tuple(cards)})))
    assert any("ILO07" in fault and "must find itself in (en)" in fault for fault in faults)


def test_a_sentence_about_nothing_finds_nothing() -> None:
    assert all(not found("The weather is fine.", "en", card, reader()) for card in CARDS.indicators)


def all_cues() -> list[tuple[str, str, str]]:
    """Card, language and cue of every cue and guard shipped."""
    rows = []
    for card in ALL:
        for kind in ("cues", "unless", "offers"):
            for language, cues in (getattr(card, kind, None) or {}).items():
                rows += [(getattr(card, "id"), language, part) for cue in cues for part in cue.split(" & ")]  # noqa: B009
    return rows


def test_every_cue_runs_in_linear_time() -> None:
    """Twice the text may not take much more than twice the time, on texts made to make it backtrack."""
    for name, language, source in all_cues():
        cue = compile_cue(source, CARDS.words.get(language, {}))
        word = sorted(stem for stem, _ in cue.first)[0]
        hostile = [(word + " ") * 400, word + " a" * 1500, word + " " * 3000 + "x", word * 700, (word + "-") * 500]
        began = time.process_time()
        for text in hostile:
            for start in range(0, min(len(text), 2000), max(1, len(word) + 1)):
                cue.pattern.match(text, start)
        assert time.process_time() - began < 1.0, f"{name} ({language}): slow cue {source}"
