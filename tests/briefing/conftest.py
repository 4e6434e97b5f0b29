"""An invented region for the tests of the digest: 26 weeks of counts, one rise, one fall, one silent source."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from core.records import Contribution, Corridor, Count, Digest, Exposure, Gap, Place, Spike
from core.settings import ReleaseSettings, Settings

# Helpers have names of their own: `conftest` is whichever room's was read last.
sys.path.insert(0, str(Path(__file__).parent))

WEEK = date(2026, 11, 9)
CITIES = [
    ("101", "Ipoh", 4.58, 101.08, "10", "MY"),
    ("102", "Taiping", 4.85, 100.73, "10", "MY"),
    ("111", "Klang", 3.03, 101.45, "11", "MY"),
    ("201", "Makassar", -5.15, 119.43, "20", "ID"),
    ("211", "Medan", 3.58, 98.67, "21", "ID"),
    ("301", "Battambang", 13.10, 103.20, "30", "KH"),
]
AREAS = [
    ("10", "Perak", 4.8, 101.0, "MY"),
    ("11", "Selangor", 3.2, 101.5, "MY"),
    ("20", "South Sulawesi", -4.0, 120.0, "ID"),
    ("21", "North Sumatra", 2.5, 99.0, "ID"),
    ("30", "Battambang Province", 13.0, 103.0, "KH"),
]
LANDS = [("MY", "Malaysia", 4.0, 109.5), ("ID", "Indonesia", -2.0, 118.0), ("KH", "Cambodia", 12.5, 105.0)]
USUAL = {"101": 6, "102": 2, "111": 14, "201": 8, "211": 12, "301": 3}
BOARD = {"MY": "board-my", "ID": "board-id", "KH": "board-kh"}


def make_places() -> dict[str, Place]:
    places = {i: Place(i, n, "country", la, lo, i) for i, n, la, lo in LANDS}
    places |= {i: Place(i, n, "admin1", la, lo, c, i, n) for i, n, la, lo, c in AREAS}
    return places | {i: Place(i, n, "city", la, lo, c, a, places[a].name) for i, n, la, lo, a, c in CITIES}


def levels(city: str, places: dict[str, Place]) -> list[tuple[Any, str]]:
    place = places[city]
    return [("city", city), ("admin1", str(place.admin1)), ("country", place.country)]


def make_records(numbers: dict[str, int], topic: str = "signal:any", need: str = "need:S_SHELTER") -> dict[str, Any]:
    """`numbers`: groups of this week by city; the 25 weeks before have their usual ones."""
    places, random = make_places(), Random(7)
    counts: list[Count] = []
    exposure: list[Exposure] = []
    for n in range(26):
        monday = WEEK - timedelta(weeks=n)
        for city, usual in USUAL.items():
            groups = numbers.get(city, usual) if n == 0 else max(0, usual + random.randint(-2, 2))
            for level, place in levels(city, places):
                source = BOARD[places[city].country]
                topics = (topic, need, "venue:V_RESTAURANT")
                counts += [Count("posts", t, level, place, source, monday + timedelta(days=1), groups) for t in topics]
                for day in range(7):
                    if source == "board-kh" and monday + timedelta(days=day) > WEEK + timedelta(days=1):
                        continue
                    exposure.append(Exposure("posts", level, place, source, monday + timedelta(days=day), usual * 20))
    return {
        "counts": counts,
        "exposure": exposure,
        "places": places,
        "spikes": [],
        "gaps": [Gap(need, "city", city, WEEK, n, 2, n / 2, n / 4, n) for city, n in numbers.items()],
        "corridors": [Corridor("301", "111", WEEK, 14), Corridor("102", "201", WEEK, 3)],
        "sources": {"board-my": "Papan Kerja", "board-id": "Lowongan", "board-kh": "Battambang Board"},
        "settings": Settings(release=ReleaseSettings(epsilon_per_year=0)),
        "made_at": datetime(2026, 11, 16, 6, 0, tzinfo=UTC),
        "versions": {"cards": "2026.46", "detector": "1"},
    }


def make_spike(place: str, observed: int, topic: str = "signal:any", **changes: Any) -> Spike:
    given: dict[str, Any] = {
        "id": f"{topic}@{place}", "stream": "posts", "topic": topic, "level": "city", "place_id": place,
        "opened": WEEK + timedelta(days=2), "peak": WEEK + timedelta(days=6), "ended": None, "window": 7,
        "observed": observed, "expected": 8.0, "low": 4.0, "high": 12.0, "p": 1e-6, "q": 1e-3,
        "recurrence_days": 1100.0, "days_open": 4, "sources": (Contribution("source", "board-id", observed),),
        "venues": (Contribution("venue", "V_RESTAURANT", observed),), "signs": (), "also": (),
        "terms": (Contribution("term", "Restoran Mawar Sdn Bhd", observed),),
        "sentence": "Restoran Mawar rose", "method": "hgpq", "version": "1", "parameters": {},
    }  # fmt: skip
    return Spike(**(given | changes))


@pytest.fixture
def build() -> Callable[..., Digest]:
    """Build a digest of the invented region: `numbers` by city, then any argument of `digest.build`."""
    from briefing.digest import build as real

    def made(numbers: dict[str, int] | None = None, **given: Any) -> Digest:
        return real(WEEK, **(make_records(numbers or {}) | given))

    return made


@pytest.fixture
def spike() -> Callable[..., Spike]:
    """An alarm: `spike(place, observed, topic, **changes)`."""
    return make_spike


@pytest.fixture
def records() -> Callable[..., dict[str, Any]]:
    """The arguments of `digest.build` for the invented region."""
    return make_records
