"""Every sentence of the pages stands in every catalogue, and on a page in Malay no English is left."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
import yaml

import dashboard
from briefing import phrases
from core.records import Exploitation
from dashboard.look import speech
from dashboard.names import Names
from nlp.catalog import load_cards

ROOM = Path(dashboard.__file__).parent
HOLE = re.compile(r"\{(\w*)\}")


def sentences() -> Iterator[str]:
    """What the code says: the constants given to `say` and `later`, both forms given to `counted`, names of cards."""
    for path in sorted(ROOM.rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
                texts = [a.value for a in call.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
                if call.func.id in ("say", "later"):
                    yield from texts[:1]
                if call.func.id == "counted" and texts:
                    yield from texts if len(texts) > 1 else (texts[0], texts[0] + "s")
    cards = load_cards()
    yield from (card.name["en"] for card in (*cards.venues, *cards.needs))


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    yield
    speech.speak("en")


@pytest.mark.parametrize("language", [one for one in speech.languages() if one != "en"])
def test_a_catalogue_holds_every_sentence_and_no_other(language: str) -> None:
    kept = speech.catalogue(language)
    wanted = set(sentences())
    assert sorted(wanted - set(kept)) == []
    assert sorted(set(kept) - wanted - {"_name"}) == []


@pytest.mark.parametrize("language", [one for one in speech.languages() if one != "en"])
def test_a_translation_fills_in_the_same_names(language: str) -> None:
    kept = speech.catalogue(language)
    other = [english for english, said in kept.items() if sorted(HOLE.findall(english)) != sorted(HOLE.findall(said))]
    assert other == []
    assert all(isinstance(said, str) and said.strip() for said in kept.values())


@pytest.mark.parametrize("language", phrases.languages())
def test_every_shipped_topic_has_one_name_on_the_pages_and_in_the_digest(language: str) -> None:
    cards, said = load_cards(), phrases.load(language)
    topics = [f"sign:{c.id}" for c in cards.indicators] + [f"venue:{c.id}" for c in cards.venues]
    topics += [f"need:{c.id}" for c in cards.needs] + [f"family:{f}" for f in ("ILO", "RF", "AD", "FS")]
    topics += ["signal:any", *(f"exploitation:{kind}" for kind in get_args(Exploitation.__value__))]
    assert [topic for topic in topics if not said.named(topic)] == []
    assert len({said.named(topic) for topic in topics}) == len(topics)  # and no two of them share it
    speech.speak(language)
    try:
        assert [Names({}.__getitem__).topic(topic) for topic in topics] == [said.topic(topic) for topic in topics]
    finally:
        speech.speak("en")


def test_a_catalogue_beside_the_others_is_a_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "eo.yml").write_text(yaml.safe_dump({"_name": "Esperanto", "Try again": "Provu denove"}))
    monkeypatch.setattr(speech, "FOLDER", tmp_path)
    speech.catalogue.cache_clear()
    assert speech.languages() == ["en", "eo"]
    assert speech.named("eo") == "Esperanto"
    speech.speak("eo")
    assert (speech.say("Try again"), speech.say("Never said: {n}", n=3)) == ("Provu denove", "Never said: 3")
    speech.catalogue.cache_clear()


def test_a_language_there_is_not_is_english() -> None:
    speech.speak("tlh")
    assert speech.spoken() == "en"
