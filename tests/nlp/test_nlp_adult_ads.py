"""Ads as consenting adults write them are no signals."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from core.records import Passage
from nlp.reading import Reader

ADS = (Path(__file__).parent / "adult_ads.txt").read_text(encoding="utf-8").splitlines()


@cache
def reader() -> Reader:
    return Reader.load()


@pytest.mark.parametrize("text", ADS, ids=lambda text: text[:30])
def test_an_ad_of_a_consenting_adult_is_no_signal(text: str) -> None:
    assert not reader().read(Passage(text, kind="ad")).signal
    assert not reader().read(Passage(text, kind="ad"), meaning="always").signal


@pytest.mark.parametrize(
    "control",
    [
        "Our manager books all the girls and keeps the money. He took her passport and she is not allowed to leave.",
        "Boss takes the money from the girls, he locks the door at night and she cannot go out.",
        "Her boyfriend arranges her bookings and keeps her money. She owes him 9000 and has to work it off.",
    ],
)
def test_the_same_ads_under_another_s_control_are_all_signals(control: str) -> None:
    english = [text for text in ADS if reader().read(Passage(text, kind="ad")).language == "en"]
    assert len(english) > 15
    assert [text for text in english if not reader().read(Passage(f"{text} {control}", kind="ad")).signal] == []
