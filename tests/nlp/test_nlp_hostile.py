"""Hostile texts: every part of reading answers within a second, whatever it is given."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.records import Kind, Passage
from nlp.copies import sketch
from nlp.gazetteer import Gazetteer
from nlp.language import identify
from nlp.places import read_places
from nlp.reading import Reader
from nlp.text import repair
from privacy.contacts import find as find_contacts

GAZETTEER = Gazetteer.load()
READER = Reader.load(gazetteer=GAZETTEER)
BITS = st.sampled_from(
    ["[PERSON]", "#KualaLumpur", "from ", "in ", "Paris, ", "passport ", "\u200b", "…", "(", "\n", "RM50 ", "no pay"]
)
TEXTS = {
    "one endless word": "a" * 100_000,
    "commas": ", " * 50_000,
    "names": "London, Paris, San Jose, Georgia, Lagos " * 1_500,
    "zero width": "w\u200b" * 30_000,
    "entities": "&amp;" * 10_000,
    "wrong encoding": "Ã©" * 20_000,
    "wrongly encoded words": "Ã© Â£ " * 16_000,
    "accents": "e\u0301\u0302\u0303" * 15_000,
    "at signs": "a@" * 20_000,
    "Thai": "ทำงานในกรุงเทพ" * 2_000,
    "cues": "from in at to " * 10_000,
    "tokens": "[PERSON] [PHONE:0a1b2c3d] " * 5_000,
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_text_takes_less_than_a_second(name: str) -> None:
    text = TEXTS[name]
    identify("warm up the model")
    start = time.process_time()
    repaired = repair(text).text
    language = identify(repaired).code
    sketch("a", repaired)
    read_places(Passage(repaired, language=language, kind="ad"), GAZETTEER)
    assert time.process_time() - start < 2.0  # a loaded machine; alone it is well below one


def test_a_sentence_without_an_end_that_is_full_of_signs_and_venues_takes_less_than_a_second() -> None:
    READER.read(Passage("warm up the cues", language="en"))
    text = "passport withheld from the maid in the house " * 1_300
    start = time.process_time()
    found = READER.read(Passage(text, language="en"))
    assert time.process_time() - start < 2.0  # it took four; alone it is well below one
    assert found.venues
    assert found.mentions or found.signs


@settings(max_examples=60, deadline=None)
@given(st.lists(BITS | st.text(max_size=20), max_size=25).map("".join))
def test_whatever_comes_is_read_and_what_is_found_stands_there(text: str) -> None:
    repaired = repair(text).text
    passage = Passage(repaired, language=identify(repaired).code, kind="ad")
    found = READER.read(passage)
    for one in (*found.places, *found.signs, *found.venues, *found.needs):
        assert 0 <= one.start <= one.end <= len(repaired)
    for sign in found.signs:
        assert repaired[sign.start : sign.end] == sign.quote


SAID = tuple(
    (language, text) for card in READER.cards.indicators for language in card.must for text in card.must[language]
)
NOISE = st.text(max_size=15) | st.sampled_from(
    [
        "\u202e",
        "e\u0301" * 4,
        "\U0001f469\u200d\U0001f469",
        "\x00",
        "İ",
        "ﬁ",
        "ß",
        "\ud83d",
        "１２３",
        "ا",
        "\r\n",
        "\u2028",
    ]
)


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(SAID), NOISE, NOISE, st.sampled_from(["post", "ad", "article"]), st.booleans())
def test_every_finding_carries_its_reasons_and_stands_in_the_text(
    said: tuple[str, str], before: str, after: str, kind: Kind, in_title: bool
) -> None:
    """Rule, version, span, quote, context and both scores, whatever stands around it, in title and text."""
    language, sentence = said
    text = repair(f"{before} {sentence}\n{after}").text
    passage = Passage("" if in_title else text, title=text if in_title else "", language=language, kind=kind)
    analysis = READER.read(passage)
    for sign in (*analysis.signs, *analysis.mentions):
        assert text[sign.start : sign.end] == sign.quote != ""
        assert sign.field == ("title" if in_title else "text")
        assert sign.version == READER.version
        assert sign.rule.startswith(f"{sign.indicator}.")
        assert sign.quote.split()[0] in sign.context
        assert 0 <= sign.score <= sign.score_before
        assert sign.score == 0 or sign.polarity == "affirmed"
    for found in (*analysis.venues, *analysis.needs):
        assert 0 <= found.start < found.end <= len(text)
        assert found.rule


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("it", "Lavoravano vicino a Napoli, in Italia, senza paga. [PHONE:0a1b2c3d]", "Napoli"),
        ("ru", "Паспорта забрали в городе Москва, Россия. [PHONE:0a1b2c3d]", "Москва"),
        ("th", "นายจ้างที่กรุงเทพยึดหนังสือเดินทางของเรา", None),
    ],
)
def test_a_language_without_cards_is_read_for_places_and_abstains_on_signs(
    language: str, text: str, place: str | None
) -> None:
    analysis = READER.read(Passage(text, language=language))
    assert analysis.signal is None
    assert analysis.abstained == f"no cards in language '{language}'"
    assert analysis.signs == analysis.mentions == analysis.venues == analysis.needs == ()
    assert place is None or place in [found.text for found in analysis.places]


def test_contacts_are_found_in_a_language_without_cards() -> None:
    found = find_contacts("Ring 031-701 23 45 eller skriv till anna@example.se om jobbet i Göteborg.")
    assert {"PHONE", "EMAIL"} <= {span.label for span in found}
