"""Every card keeps its word: it finds itself in each `must`, and in no `must_not`."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import cache

import pytest

from core.cards import Proof
from nlp.catalog import load_cards
from nlp.check import check_card, check_proof, found
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


@pytest.mark.parametrize("card", ALL, ids=lambda card: card.id)
def test_every_line_of_a_card_is_needed_by_one_of_its_sentences(card: Proof) -> None:
    """Thin languages and missing near-misses are faults as well; all cards together take some seconds."""
    assert check_proof(card, reader()) == []


def changed(name: str, **fields: object) -> tuple[Proof, Reader]:
    """A card with some fields changed, and a reader of it alone."""
    card = next(card for card in CARDS.indicators if card.id == name)
    other = card.model_copy(update=fields)
    return other, Reader(replace(CARDS, indicators=(other,), venues=(), needs=()))


def test_an_idle_cue_an_idle_guard_and_a_thin_language_are_named() -> None:
    old = next(card for card in CARDS.indicators if card.id == "RF17_BOND_TO_STAY")
    card, reader = changed(
        old.id,
        cues={**old.cues, "en": (*old.cues["en"], "a ladder of gold")},
        unless={"en": ("a sea of milk",)},
        must={**old.must, "de": old.must["de"][:1]},
        near={"en": {"legal": ("The moon is round.",)}},
    )
    faults = check_proof(card, reader)
    assert "RF17_BOND_TO_STAY: no sentence needs this line of 'cues' (en): a ladder of gold" in faults
    assert "RF17_BOND_TO_STAY: no sentence needs this line of 'unless' (en): a sea of milk" in faults
    assert "RF17_BOND_TO_STAY: 1 'must' sentences in 'de', 3 are asked" in faults
    assert any("no near-miss of kind 'fiction'" in fault for fault in faults)
    assert any("'legal' (en) holds no cue of the card" in fault for fault in faults)


@pytest.mark.parametrize("field", ["cues", "unless"])
def test_a_deleted_line_makes_a_sentence_fail(field: str) -> None:
    """What the sweep infers from the marks is what a reader without the line does."""
    old = next(card for card in CARDS.indicators if card.id == "RF08_SCAM_COMPOUND")
    lines = getattr(old, field)
    assert check_card(*changed(old.id)) == []
    for line in lines["en"][:4]:
        rest = tuple(one for one in lines["en"] if one != line)
        card, reader = changed(old.id, **{field: {**lines, "en": rest}})
        assert check_card(card, reader), f"nothing failed without '{line}'"


def test_a_card_that_lost_its_cues_is_named_with_its_sentence() -> None:
    card = next(card for card in CARDS.indicators if card.id == "ILO07_RETENTION_OF_DOCUMENTS")
    bare = card.model_copy(update={"cues": {}})
    cards = [bare if other.id == card.id else other for other in CARDS.indicators]
    faults = check_card(bare, Reader(type(CARDS)(**{**CARDS.__dict__, "indicators": tuple(cards)})))
    assert any("ILO07" in fault and "must find itself in (en)" in fault for fault in faults)


def test_a_sentence_about_nothing_finds_nothing() -> None:
    assert all(not found("The weather is fine.", "en", card, reader()) for card in CARDS.indicators)


def all_cues() -> list[tuple[str, str, str]]:
    """Card, language and cue of every cue, guard and marker shipped; markers without a gap can't be slow."""
    rows = [
        (name, language, cue)
        for language, lists in CARDS.markers.items()
        for name, cues in lists.items()
        for cue in cues
        if "~" in cue
    ]
    for card in ALL:
        for kind in ("cues", "told", "unless", "offers"):
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
