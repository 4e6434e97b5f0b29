"""detect end to end, on invented worlds with known truth."""

from __future__ import annotations

import random
import warnings
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.records import Count, Exposure, Spike
from trends import Detection, DetectOptions, detect
from trends.detection import burn_in_periods
from trends.panel import build
from trends.simulate import Plan, Plant, World, make

PLANTS = (Plant((2,), "CAR_WASH", 100, 7, 13), Plant((7,), "FISHING", 140, 7, 12))


@pytest.fixture(autouse=True)
def _no_warning_from_numpy() -> object:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield


def judge(world: World, options: DetectOptions | None = None) -> Detection:
    return detect(world.counts(), world.exposure(), world.places, options or DetectOptions(), world.behind)


@pytest.fixture(scope="module")
def planted() -> tuple[World, Detection]:
    world = make(Plan(seed=11), PLANTS)
    return world, judge(world)


def test_planted_spikes_are_found_where_and_when_they_were_planted(planted: tuple[World, Detection]) -> None:
    world, found = planted
    for plant in PLANTS:
        city = world.city_ids[plant.cities[0]]
        own = [s for s in found.spikes if s.topic == f"venue:V_{plant.venue}" and s.place_id == city]
        assert len(own) == 1
        assert world.day(plant.first) <= own[0].opened <= world.day(plant.first + plant.length)
        assert own[0].recurrence_days > 365


def test_one_event_makes_one_spike_that_names_what_rose_with_it(planted: tuple[World, Detection]) -> None:
    found = planted[1]
    spike = next(s for s in found.spikes if s.topic == "venue:V_CAR_WASH" and s.level == "city")
    assert f"signal:any @ city:{spike.place_id}" in spike.also
    near = [s for s in found.spikes if abs((s.opened - spike.opened).days) < 5 and s.id != spike.id]
    assert all("CAR_WASH" not in s.topic for s in near)


def test_two_events_in_two_cities_of_one_country_are_two_spikes() -> None:
    plants = (Plant((0,), "CAR_WASH", 130, 5, 13), Plant((3,), "FISHING", 131, 7, 14))
    world = make(Plan(seed=31), plants)
    found = judge(world)
    for plant, city in zip(plants, ("1000", "1003"), strict=True):
        own = [s for s in found.spikes if s.topic == f"venue:V_{plant.venue}" and s.place_id == city]
        assert [abs((s.opened - world.day(plant.first)).days) <= 5 for s in own] == [True]


def test_a_spike_explains_itself_in_plain_words(planted: tuple[World, Detection]) -> None:
    spike = next(s for s in planted[1].spikes if s.topic == "venue:V_CAR_WASH")
    assert "City 2" in spike.sentence
    assert "posts bearing indicators" in spike.sentence
    assert "set at car washes" in spike.sentence
    assert str(spike.observed) in spike.sentence
    assert sum(c.groups for c in spike.sources) == spike.observed
    assert spike.low <= spike.expected <= spike.high or spike.expected < 1
    assert any(c.value == "V_CAR_WASH" for c in spike.venues)


def test_without_its_plant_the_spike_is_gone() -> None:
    found = judge(make(Plan(seed=11), PLANTS[1:]))
    assert not any(s.topic == "venue:V_CAR_WASH" and s.place_id == "1002" for s in found.spikes)


def cut_off(world: World, last: int) -> World:
    rows = [row for row in world.rows if row[3] <= last]
    read = Counter({at: n for at, n in world.read.items() if at[2] <= last})
    return World(world.plan, world.places, world.city_ids, rows, read)


def said(spikes: Sequence[Spike], until: date) -> set[tuple[str, date]]:
    return {(s.id, s.opened) for s in spikes if s.opened <= until}


def test_cutting_off_the_future_changes_nothing_already_said(planted: tuple[World, Detection]) -> None:
    world, found = planted
    for number in (104, 143):
        until = world.day(number)
        early = judge(cut_off(world, number))
        assert said(early.spikes, until) == said(found.spikes, until)
        points = {(p.topic, p.level, p.place_id, p.day): (p.expected, p.p) for p in found.points if p.day <= until}
        for point in early.points:
            assert points[point.topic, point.level, point.place_id, point.day] == pytest.approx(
                (point.expected, point.p), rel=1e-9
            )


def test_as_of_hides_what_came_later(planted: tuple[World, Detection]) -> None:
    world, found = planted
    until = world.day(143)
    assert said(judge(world, DetectOptions(as_of=until)).spikes, until) == said(found.spikes, until)


def test_the_order_of_rows_and_the_names_of_sources_do_not_matter(planted: tuple[World, Detection]) -> None:
    world, found = planted
    counts = [
        Count(c.stream, c.topic, c.level, c.place_id, "z" + c.source[::-1], c.day, c.groups) for c in world.counts()
    ]
    read = [Exposure(e.stream, e.level, e.place_id, "z" + e.source[::-1], e.day, e.documents) for e in world.exposure()]
    random.Random(1).shuffle(counts)
    random.Random(2).shuffle(read)
    again = detect(counts, read, world.places, DetectOptions(), world.behind)
    assert said(again.spikes, date.max) == said(found.spikes, date.max)


def test_running_twice_says_the_same(planted: tuple[World, Detection]) -> None:
    world, found = planted
    assert judge(world).spikes == found.spikes


def nothing_behind(*_: object) -> list[object]:
    return []


@pytest.mark.parametrize(
    ("counts", "read"),
    [
        ([], []),
        ([], [Exposure("posts", "city", "1", "s", date(2024, 1, 1), 3)]),
        ([Count("posts", "signal:any", "city", "1", "s", date(2024, 1, 1), 1)], []),
        (
            [Count("posts", "signal:any", "city", "1", "s", date(2024, 1, 1), 1)],
            [Exposure("posts", "city", "1", "s", date(2024, 1, 1), 3)],
        ),
    ],
    ids=["nothing at all", "read but nothing counted", "counted but nothing read", "a single day"],
)
def test_too_little_gives_an_answer_in_words(counts: list[Count], read: list[Exposure]) -> None:
    found = detect(counts, read, {}, DetectOptions(), nothing_behind)  # type: ignore[arg-type]
    assert found.spikes == []
    assert found.said.endswith(".")


def test_a_constant_series_never_alarms() -> None:
    days = [date(2024, 1, 1) + timedelta(days=n) for n in range(200)]
    counts = [Count("posts", "signal:any", "country", "AA", "s", day, 6) for day in days]
    read = [Exposure("posts", "country", "AA", "s", day, 60) for day in days]
    assert detect(counts, read, {}, DetectOptions(), nothing_behind).spikes == []  # type: ignore[arg-type]


def test_a_silent_source_is_a_gap_and_not_a_fall_or_a_spike_at_its_return() -> None:
    days = [date(2024, 1, 1) + timedelta(days=n) for n in range(200)]
    silent = set(days[100:130])
    rng = random.Random(4)
    counts = [Count("posts", "signal:any", "country", "AA", "s", d, rng.randint(2, 9)) for d in days if d not in silent]
    read = [Exposure("posts", "country", "AA", "s", d, 60) for d in days if d not in silent]
    found = detect(counts, read, {}, DetectOptions(budget_per_week=0.05), nothing_behind)  # type: ignore[arg-type]
    assert found.spikes == []
    assert all((p.expected is None) == (p.day in silent) for p in found.points)


def test_a_post_of_long_ago_asks_for_no_memory_of_all_the_years_since(planted: tuple[World, Detection]) -> None:
    world, found = planted
    old = replace(world.exposure()[0], day=date(1995, 3, 1))
    counts, exposure = world.counts(), [*world.exposure(), old]
    again = detect(counts, exposure, world.places, DetectOptions(), world.behind)
    assert (again.judged_from, again.judged_until) == (found.judged_from, found.judged_until)
    assert [spike.id for spike in again.spikes] == [spike.id for spike in found.spikes]


def test_of_a_history_that_was_cut_only_what_can_be_judged_by_all_that_is_remembered_is_judged() -> None:
    day = date(2026, 11, 1)
    rows = [Exposure("posts", "country", "PL", "board", day - timedelta(days=n), 5) for n in range(0, 6 * 365, 5)]
    panel = build("posts", [], rows, ("country",), "day", None, 5 * 365)
    assert panel
    assert panel.starts[0] == day - timedelta(days=5 * 365)
    judged = burn_in_periods(panel, DetectOptions())
    assert panel.starts[judged] == day - timedelta(days=2 * 365)
