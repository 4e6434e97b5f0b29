"""Gaps and corridors."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from core.cards import Service
from core.records import Count, Place, PlaceMention, Reading, Role
from trends.corridors import corridors
from trends.gaps import gaps, kilometres, poisson_interval

WEEK = date(2024, 3, 4)
PORT = Place("1", "Port", "city", 3.0, 101.0, "MY", "MY.1")
INLAND = Place("2", "Inland", "city", 3.0, 103.0, "MY", "MY.2")
ABROAD = Place("3", "Abroad", "city", -6.2, 106.8, "ID", "ID.1")
PLACES = {place.id: place for place in (PORT, INLAND, ABROAD)}
HOUSE = Service(id="house", name="House", needs=("S_SHELTER",), country="MY", place="1", reach_km=50)


def need(place_id: str, groups: int, day: date = WEEK) -> Count:
    return Count("posts", "need:S_SHELTER", "city", place_id, "s", day, groups)


def test_a_need_without_a_service_in_reach_has_the_widest_gap() -> None:
    found = gaps([need("1", 4), need("2", 4)], [HOUSE], PLACES, WEEK)
    assert [(gap.place_id, gap.services) for gap in found] == [("2", 0), ("1", 1)]
    assert found[0].low < found[0].ratio < found[0].high


def test_a_service_for_another_need_or_country_does_not_help() -> None:
    other = HOUSE.model_copy(update={"needs": ("S_LEGAL",)})
    foreign = HOUSE.model_copy(update={"country": "ID", "place": None})
    assert gaps([need("1", 4)], [other, foreign], PLACES, WEEK)[0].services == 0


def test_a_service_without_a_place_serves_its_country() -> None:
    everywhere = HOUSE.model_copy(update={"place": None})
    assert gaps([need("2", 4)], [everywhere], PLACES, WEEK)[0].services == 1


def test_only_the_last_four_weeks_count() -> None:
    old, coming = need("1", 9, date(2024, 2, 4)), need("1", 9, date(2024, 3, 11))
    assert gaps([old, need("1", 2), coming], [], PLACES, WEEK)[0].groups == 2
    assert gaps([], [HOUSE], PLACES, WEEK) == []


def test_distances_and_intervals_are_those_of_the_textbook() -> None:
    assert kilometres(PORT, INLAND) == pytest.approx(222.1, abs=0.5)
    assert poisson_interval(0) == pytest.approx((0.0, 2.996), abs=1e-3)
    assert poisson_interval(10) == pytest.approx((5.425, 16.962), abs=1e-3)


def reading(group: str, day: date | None, *places: tuple[Place, Role], signal: bool = True) -> Reading:
    mentions = tuple(PlaceMention(0, 1, place.name, place, role, 0.9) for place, role in places)
    return Reading(
        document_id=group + str(day), group_id=group, source="s", stream="posts", version="1", language="en",
        voice=None, probability=None, signal=signal, abstained=None, exploitation="labour", urgent=False, reasons=(),
        day=day, first_seen=datetime(2024, 3, 5, tzinfo=UTC), city_id=None, admin1_id=None, country=None, h3=None,
        confidence=1.0, places=mentions,
    )  # fmt: skip


def test_a_corridor_counts_a_group_once_in_the_week_of_its_first_post() -> None:
    way: tuple[tuple[Place, Role], ...] = ((ABROAD, "origin"), (PORT, "destination"))
    rows = [reading("g", date(2024, 3, 12), *way), reading("g", date(2024, 3, 5), *way), reading("h", WEEK, *way)]
    assert [(c.origin_id, c.destination_id, c.week, c.groups) for c in corridors(rows)] == [("3", "1", WEEK, 2)]


def test_no_corridor_without_both_ends_a_date_and_a_signal() -> None:
    rows = [
        reading("a", WEEK, (ABROAD, "origin")),
        reading("b", WEEK, (PORT, "origin"), (PORT, "event")),
        reading("c", None, (ABROAD, "origin"), (PORT, "event")),
        reading("d", WEEK, (ABROAD, "origin"), (PORT, "event"), signal=False),
    ]
    assert corridors(rows) == []
    assert len(corridors([reading("e", WEEK, (ABROAD, "origin"), (PORT, "event"))])) == 1


def test_an_end_that_is_part_of_a_country_stands_for_the_division_or_country_that_holds_it() -> None:
    lombok = Place("region:lombok", "Lombok", "region", -8.6, 116.3, "ID", "1633792", "Nusa Tenggara Barat")
    sumatra = Place("region:sumatra", "Sumatra", "region", -0.5, 102.0, "ID")
    rows = [
        reading("a", WEEK, (lombok, "origin"), (PORT, "event")),
        reading("b", WEEK, (PORT, "origin"), (sumatra, "event")),
    ]
    assert {(c.origin_id, c.destination_id) for c in corridors(rows)} == {("1633792", PORT.id), (PORT.id, "ID")}
    within = reading("c", WEEK, (sumatra, "origin"), (replace(sumatra, id="region:java"), "destination"))
    assert corridors([within]) == []
