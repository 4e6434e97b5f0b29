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
