"""Cards are found, not registered; a faulty one is named with its field."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import CardError
from core.records import Passage
from nlp.catalog import load_cards
from nlp.check import check
from nlp.reading import Reader

CARD = """
id: RF90_TOOLS_AS_PLEDGE
definition: The worker leaves a phone as a pledge.
sources: [HOUSE-ADS]
grade: C
cues: {en: ["leave ~3 phone ~4 guarantee"]}
must: {en: ["Leave your phone with us as a guarantee."]}
must_not: {en: ["Phones are sold with a guarantee."]}
"""


def folder(tmp_path: Path, *cards: str) -> Path:
    (tmp_path / "indicators").mkdir()
    for number, card in enumerate(cards):
        (tmp_path / "indicators" / f"card{number}.yml").write_text(card, encoding="utf-8")
    return tmp_path


def test_a_card_put_into_the_folder_is_read(tmp_path: Path) -> None:
    reader = Reader.load(folder(tmp_path, CARD))
    analysis = reader.read(Passage("Leave your phone as guarantee.", language="en"))
    assert [sign.indicator for sign in analysis.signs] == ["RF90_TOOLS_AS_PLEDGE"]
    assert not [fault for fault in check(tmp_path) if "find itself" in fault]


def test_an_unknown_field_is_named_with_the_likeliest_one_meant(tmp_path: Path) -> None:
    with pytest.raises(CardError, match=r"card0\.yml: unknown field 'cue' \(did you mean 'cues'\?\)"):
        load_cards(folder(tmp_path, CARD.replace("cues:", "cue:")))


def test_a_cue_outside_the_cue_language_is_named_with_card_and_field(tmp_path: Path) -> None:
    reader = Reader.load(folder(tmp_path, CARD.replace("leave ~3 phone", "leave [0-9] phone")))
    with pytest.raises(CardError, match=r"RF90_TOOLS_AS_PLEDGE, field 'cues\.en': cue 'leave \[0-9\] phone"):
        reader.read(Passage("x", language="en"))


def test_an_id_given_twice_is_refused_naming_both_files(tmp_path: Path) -> None:
    with pytest.raises(CardError, match=r"card1\.yml: id 'RF90_TOOLS_AS_PLEDGE' is already that of .*card0\.yml"):
        load_cards(folder(tmp_path, CARD, CARD))


def test_a_folder_without_cards_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CardError, match="no indicator cards"):
        load_cards(tmp_path)


def test_a_broken_promise_of_a_card_is_told_with_its_sentence(tmp_path: Path) -> None:
    card = CARD.replace("sold with a guarantee", "left here: leave your phone as guarantee")
    faults = check(folder(tmp_path, card))
    assert faults[0] == (
        "RF90_TOOLS_AS_PLEDGE: must not find itself in (en): Phones are left here: leave your phone as guarantee."
    )
    assert "RF90_TOOLS_AS_PLEDGE: 1 'must' sentences in 'en', 6 are asked" in faults


def test_a_guard_that_guards_nothing_is_told(tmp_path: Path) -> None:
    faults = check(folder(tmp_path, CARD + 'unless: {fr: ["rien"]}\n'))
    assert "RF90_TOOLS_AS_PLEDGE: 'unless.fr' guards no cue: there are none in 'fr'" in faults


def test_the_version_changes_with_the_cards_and_only_with_them(tmp_path: Path) -> None:
    one, two = tmp_path / "a", tmp_path / "b"
    one.mkdir()
    two.mkdir()
    first = load_cards(folder(one, CARD)).version
    assert first == load_cards(one).version
    assert first != load_cards(folder(two, CARD + "note: changed\n")).version
    assert first.startswith("0.1+")


def test_the_shipped_cards_hold_the_taxonomy() -> None:
    cards = load_cards()
    ids = {card.id for card in cards.indicators}
    assert {f"ILO{n:02}" for n in range(1, 12)} == {name[:5] for name in ids if name.startswith("ILO")}
    assert {f"RF{n:02}" for n in range(1, 19)} == {name[:4] for name in ids if name.startswith("RF")}
    assert {f"AD{n:02}" for n in range(1, 9)} == {name[:4] for name in ids if name.startswith("AD")}
    assert len(cards.venues) == 24
    assert len(cards.needs) == 12
    assert {"en", "ms", "id", "es", "fr", "tl", "pt", "de"} <= cards.languages
