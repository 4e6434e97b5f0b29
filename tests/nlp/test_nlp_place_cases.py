"""Places, counted places and roles in own ads and passages: floors by language, without a language model."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from core.records import Passage, PlaceMention
from nlp.folding import key
from nlp.gazetteer import Gazetteer
from nlp.places import counted, read_places

CASES = yaml.safe_load(Path(__file__).with_name("place_cases.yml").read_text(encoding="utf-8"))
GAZETTEER = Gazetteer.load()


def read_ad(language: str, written: str) -> tuple[list[str], list[PlaceMention], PlaceMention | None]:
    text, country, posted, gold = (part.strip() for part in written.split(" | "))
    passage = Passage(
        text, language=language, kind="ad", country=country, place_claim=None if posted == "-" else posted
    )
    mentions = read_places(passage, GAZETTEER)
    return gold.split(";"), [one for one in mentions if one.end], counted(mentions)


def meant(name: str, country: str, mention: PlaceMention) -> bool:
    """The same place, by any of its names."""
    same = GAZETTEER.find(name, country)
    by_name = key(name) in (key(mention.text), key(mention.place.name)) or key(name) in key(mention.text)
    return mention.place.country == country and (by_name or (same is not None and same.id == mention.place.id))


@pytest.mark.parametrize(("language", "recall", "precision", "right"), [
    ("ms", 0.85, 0.95, 0.85),
    ("id", 0.85, 0.90, 0.90),
    ("es", 0.90, 0.95, 0.95),
    ("fr", 0.90, 0.95, 0.90),
])  # fmt: skip
def test_ads_are_placed_at_least_this_well(language: str, recall: float, precision: float, right: float) -> None:
    found = said = wanted = placed = placeable = 0
    for written in CASES["ads"][language]:
        gold, mentions, chosen = read_ad(language, written)
        pairs = [name.strip().lstrip("*").split(":") for name in gold]
        found += sum(any(meant(name, country, one) for one in mentions) for name, country in pairs)
        wanted, said = wanted + len(pairs), said + len(mentions)
        for name, country in (one.strip()[1:].split(":") for one in gold if one.strip().startswith("*")):
            placeable += 1
            placed += chosen is not None and meant(name, country, chosen)
    assert found / wanted >= recall
    assert min(1.0, found / said) >= precision
    assert placed / placeable >= right


def test_the_part_of_a_place_is_told_in_eight_languages() -> None:
    right = said = wanted = 0
    for case in CASES["roles"]:
        language, kind, text, gold = (part.strip() for part in case.split(" | "))
        mentions = read_places(Passage(text, language=language, kind=kind), GAZETTEER)
        told = {(key(one.text), one.role) for one in mentions}
        pairs = {(key(name), role) for name, role in (one.split(":") for one in gold.split(";"))}
        right, said, wanted = right + len(told & pairs), said + len(told), wanted + len(pairs)
    assert 2 * right / (said + wanted) >= 0.88


@pytest.mark.parametrize(
    ("claim", "text", "name"),
    [
        ("Cork", "The hotel in Cork is part of a group with hotels in Ireland and the UK.", "Cork"),
        ("Galway", "We serve customers in Ireland. Work in London, in India or in Kenya is possible.", "Galway"),
        ("Dublin", "Farm hands wanted in Galway.", "Galway"),
    ],
)
def test_the_place_of_posting_and_the_text_are_weighed(claim: str, text: str, name: str) -> None:
    chosen = counted(read_places(Passage(text, language="en", kind="ad", country="IE", place_claim=claim), GAZETTEER))
    assert chosen is not None
    assert chosen.place.name == name


def test_a_tag_without_spaces_names_its_place() -> None:
    text = "Police in action #KualaLumpur #JohorBahru"
    found = read_places(Passage(text, language="en"), GAZETTEER)
    assert [(one.text, one.place.country) for one in found] == [("KualaLumpur", "MY"), ("JohorBahru", "MY")]
