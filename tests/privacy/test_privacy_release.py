"""The one door out: nothing withheld can be reckoned from what is released, by places, topics or weeks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privacy.release import Band, Cell, Released, Route, band, publishable, release

WEEK = date(2026, 11, 16)
K = 10
PARTS = ("exploitation:labour", "exploitation:sexual", "exploitation:unclear")
PLACES: list[Route] = [
    (*city, *admin, country)
    for country in ("MY", "ID")
    for admin in [(), *(((f"{n}{ord(country[0])}"),) for n in (1, 2))]
    for city in ([()] if not admin else [(), *(((f"{admin[0]}0{n}"),) for n in (1, 2, 3))])
]
small_numbers = st.one_of(st.just(0), st.integers(0, 12), st.integers(0, 60))
tables = st.dictionaries(st.sampled_from(PARTS), st.dictionaries(st.sampled_from(PLACES), small_numbers), min_size=1)


def with_all(parts: Mapping[str, Mapping[Route, int]]) -> dict[str, dict[Route, int]]:
    whole: dict[Route, int] = {}
    for table in parts.values():
        for place, groups in table.items():
            whole[place] = whole.get(place, 0) + groups
    return {"signal:any": whole, **{topic: dict(table) for topic, table in parts.items()}}


def total(parts: Mapping[str, Mapping[Route, int]], topic: str, route: Route) -> int:
    return sum(
        groups
        for part, table in parts.items()
        if topic in ("signal:any", part)
        for place, groups in table.items()
        if place[-len(route) :] == route
    )


def row(parts: Mapping[str, Mapping[Route, int]], topic: str, route: Route) -> list[float]:
    """Over the cells that hold anything: who reckons is taken to know which are empty."""
    return [
        float(topic in ("signal:any", part) and place[-len(route) :] == route)
        for part in parts
        for place in PLACES
        if parts[part].get(place)
    ]


@settings(max_examples=150, deadline=None)
@given(tables)
def test_no_withheld_cell_can_be_reckoned_by_any_combination_of_released_ones(
    parts: dict[str, dict[Route, int]],
) -> None:
    kept = publishable(with_all(parts), K)
    released = [(topic, route) for topic, table in kept.items() for route in table]
    known = np.array([row(parts, *key) for key in released])
    if not released:
        return
    rank = np.linalg.matrix_rank(known)
    for topic in ("signal:any", *parts):
        for place in PLACES:
            for n in range(len(place)):
                route = place[n:]
                if 0 < total(parts, topic, route) < K:
                    assert np.linalg.matrix_rank(np.vstack([known, row(parts, topic, route)])) > rank, (topic, route)


@settings(max_examples=150, deadline=None)
@given(tables)
def test_a_released_place_minus_those_within_it_leaves_nothing_or_k(parts: dict[str, dict[Route, int]]) -> None:
    for topic, shown in publishable(with_all(parts), K).items():
        for route, groups in shown.items():
            assert groups == total(parts, topic, route) >= K
            inner = [r for r in shown if len(r) > len(route) and r[-len(route) :] == route]
            nearest = [r for r in inner if not any(r != o and r[-len(o) :] == o for o in inner)]
            rest = groups - sum(shown[r] for r in nearest)
            assert rest == 0 or rest >= K


def cells(numbers: dict[Route, int], topic: str = "signal:any", week: date = WEEK) -> list[Cell]:
    return [Cell(topic, place, week, groups) for place, groups in numbers.items()]


def test_a_small_city_is_rolled_up_to_the_first_place_that_reaches_k() -> None:
    out = release(cells({("11", "1", "MY"): 4, ("12", "1", "MY"): 8, ("21", "2", "MY"): 30}), k=K)
    assert out.exactly("signal:any", "11", WEEK) is None
    found = out.at("signal:any", "11", WEEK)
    assert found is not None
    assert (found.place, found.band) == ("1", Band(10, 14))
    assert out.withheld == 0


def test_what_reaches_k_nowhere_is_withheld() -> None:
    out = release(cells({("11", "1", "MY"): 4, ("21", "2", "ID"): 30}), k=K)
    assert out.at("signal:any", "11", WEEK) is None
    assert out.exactly("signal:any", "21", WEEK) is not None
    assert out.withheld == 1


def test_a_total_that_would_tell_a_small_city_takes_its_sister_with_it() -> None:
    out = release(cells({("11", "1", "MY"): 4, ("12", "1", "MY"): 30, ("13", "1", "MY"): 50}), k=K)
    assert out.exactly("signal:any", "1", WEEK) is not None
    assert out.exactly("signal:any", "12", WEEK) is None  # 84 - 50 - 30 would tell the 4
    assert out.exactly("signal:any", "13", WEEK) is not None


def test_a_week_that_was_released_comes_out_again_just_as_it_was() -> None:
    first = release(cells({("11", "1", "MY"): 12, ("12", "1", "MY"): 30}), k=K)
    later = cells({("11", "1", "MY"): 13, ("12", "1", "MY"): 30, ("13", "1", "MY"): 10}) + cells(
        {("11", "1", "MY"): 15}, week=WEEK + timedelta(days=7)
    )
    second = release(later, k=K, earlier=first.figures.values())
    assert {key: f for key, f in second.figures.items() if key[3] == WEEK} == dict(first.figures)
    assert second.exactly("signal:any", "11", WEEK + timedelta(days=7)) is not None


@pytest.mark.parametrize(
    ("topic", "place", "week", "groups"),
    [
        ("Restoran Maria", ("11", "MY"), WEEK, 20),
        ("venue:V_RESTAURANT Maria", ("11", "MY"), WEEK, 20),
        ("signal:any", ("Restoran Maria", "MY"), WEEK, 20),
        ("signal:any", ("11",), WEEK, 20),
        ("signal:any", (), WEEK, 20),
        ("signal:any", ("11", "MY"), WEEK + timedelta(days=1), 20),
        ("signal:any", ("11", "MY"), WEEK, -1),
        ("signal:any", ("11", "MY"), WEEK, 2.5),
    ],
)
def test_the_door_refuses_free_text_and_sliding_weeks(topic: str, place: Route, week: date, groups: int) -> None:
    with pytest.raises(ValueError):
        Cell(topic, place, week, groups)


def test_k_under_two_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 2"):
        release([], k=1)


def test_nothing_in_gives_nothing_out() -> None:
    assert release([], k=K) == Released(K, {}, 0, {})


@given(st.integers(0, 10**7))
def test_a_band_holds_its_number_and_the_next_band_begins_where_it_ends(number: int) -> None:
    one = band(number)
    assert one.low <= number <= one.high
    assert band(one.high + 1).low == one.high + 1
    assert all(band(n) == one for n in {one.low, one.high})
