"""What places are called on the pages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from core.records import Place
from dashboard.look import speech
from dashboard.names import Names

PLACES = {
    "SG": Place("SG", "Singapore", "country", 1.35, 103.8, "SG"),
    "1880252": Place("1880252", "Singapore", "city", 1.29, 103.85, "SG"),
    "KH": Place("KH", "Cambodia", "country", 12.5, 105.0, "KH"),
    "1821306": Place("1821306", "Phnom Penh", "city", 11.56, 104.92, "KH"),
}


@pytest.fixture
def language(request: pytest.FixtureRequest) -> Iterator[None]:
    speech.speak(request.param)
    yield
    speech.speak("en")


@pytest.mark.parametrize(
    ("language", "city", "country"),
    [("en", "Singapore", "Phnom Penh, Cambodia"), ("ms", "Singapura", "Phnom Penh, Kemboja")],
    indirect=["language"],
)
@pytest.mark.usefixtures("language")
def test_a_city_that_is_a_country_is_named_once_in_any_language(city: str, country: str) -> None:
    names = Names(find=PLACES.__getitem__)
    assert [names.full("city", one) for one in ("1880252", "1821306")] == [city, country]
