"""Clusters of neighbouring cities are told beside the spikes, each by the days before it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trends import Detection, DetectOptions, detect
from trends.clusters import episodes, level
from trends.simulate import Plan, Plant, World, make

PLAN = Plan(seed=41, days=170, countries=1, provinces=3, cities=4)
PLANT = Plant((0, 1, 2, 3), "CAR_WASH", 164, 4, 20)


def judged(world: World) -> Detection:
    return detect(world.counts(), world.exposure(), world.places, DetectOptions(), world.behind)


@pytest.fixture(scope="module")
def world() -> World:
    return make(PLAN, [PLANT])


def test_a_rise_spread_over_neighbouring_cities_is_told_as_one_cluster(world: World) -> None:
    best = judged(world).clusters[0]
    planted = {world.city_ids[n] for n in PLANT.cities}
    assert len(planted & set(best.places)) / len(planted | set(best.places)) >= 0.5
    assert best.day >= world.day(PLANT.first)
    assert best.observed > 3 * best.expected
    assert "City 0" in best.sentence
    assert "posts bearing indicators" in best.sentence


def test_without_the_plant_the_cluster_is_gone_and_few_are_told_at_all() -> None:
    told = judged(make(PLAN)).clusters
    assert all("car washes" not in one.sentence for one in told)
    assert len(told) <= 2


def test_high_days_near_in_time_are_one_episode() -> None:
    scores = np.zeros((2, 30))
    scores[0, [3, 5, 8, 20]] = 4.0
    scores[1, 20] = 4.0
    assert episodes(scores, 4.0) == 3
    assert episodes(scores, 5.0) == 0


def test_a_level_so_low_that_every_day_reaches_it_is_not_one_episode() -> None:
    scores = np.full((1, 100), 0.5)
    scores[0, ::9] = 3.0
    assert episodes(scores, 0.1) == 10
    # Twelve peaks in a hundred days are more than the ten accepted, so a day must be above them.
    assert level(scores) == 3.0
    scores[0, ::27] = 0.5
    # Without every third of them they are accepted, and the level is that of all days, of which there are as many.
    assert level(np.maximum(scores, 0.0)) == 0.0


@given(st.lists(st.floats(0, 9, width=16), min_size=60, max_size=200))
def test_no_score_at_or_below_the_level_passes_it_whatever_the_past(past: list[float]) -> None:
    scores = np.array([past])
    least = level(scores)
    assert all(episodes(scores, float(one)) <= 0.1 * len(past) for one in scores[scores > least])
