"""Hostile texts: every part of reading answers within a second, whatever it is given."""

from __future__ import annotations

import time

import pytest

from core.records import Passage
from nlp.copies import sketch
from nlp.gazetteer import Gazetteer
from nlp.language import identify
from nlp.places import read_places
from nlp.text import repair

GAZETTEER = Gazetteer.load()
TEXTS = {
    "one endless word": "a" * 100_000,
    "commas": ", " * 50_000,
    "names": "London, Paris, San Jose, Georgia, Lagos " * 1_500,
    "zero width": "w\u200b" * 30_000,
    "entities": "&amp;" * 10_000,
    "wrong encoding": "Ã©" * 20_000,
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
