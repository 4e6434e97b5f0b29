"""The cluster scan finds the zone that holds too much, and nothing where nothing does."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trends.scan import Held, likeliest, scan, statistic
from trends.zones import NEAREST, zones

LATITUDE = np.repeat(np.arange(6.0), 6)
LONGITUDE = np.tile(np.arange(6.0), 6)
COUNTRY = ["A"] * 18 + ["B"] * 18


def test_zones_are_the_nearest_cities_and_the_units_each_once() -> None:
    found = zones(LATITUDE, LONGITUDE, (COUNTRY,)).toarray()
    sizes = found.sum(axis=1)
    assert set(sizes) == {*range(1, NEAREST + 1), 18}
    assert (sizes == 1).sum() == 36
    assert len({tuple(row) for row in found.tolist()}) == len(found)
    of_four = {tuple(np.flatnonzero(row)) for row in found if row.sum() == 5}
    assert (1, 6, 7, 8, 13) in of_four  # a city and the four about it


def test_a_cluster_of_neighbours_is_found_where_no_city_stands_out_alone() -> None:
    rng = np.random.default_rng(2)
    mean = np.full((36, 40), 2.0)
    observed = rng.poisson(mean).astype(np.float64)
    cluster = [8, 13, 14, 15, 20]  # a city and the four about it
    observed[cluster, 30] += 4
    top = scan([Held(observed, mean, 1.2 * mean)], found := zones(LATITUDE, LONGITUDE, (COUNTRY,)))
    assert top.score.argmax() == 30
    told = set(np.flatnonzero(found.toarray()[top.zone[30]]).tolist())
    assert len(told & set(cluster)) / len(told | set(cluster)) > 0.5


def test_among_zones_nearly_as_likely_the_one_in_their_midst_is_told() -> None:
    circles = zones(np.zeros(6), np.arange(6.0), ())
    members = circles.toarray() > 0
    named = {tuple(np.flatnonzero(row)): n for n, row in enumerate(members)}
    found = np.zeros((1, len(members)))
    found[0, [named[0, 1], named[0, 1, 2], named[0, 1, 2, 3]]] = 5.1, 5.0, 5.0
    assert likeliest(found, circles) == named[0, 1, 2]
    found[0, named[0, 1]] = 12.0
    assert likeliest(found, circles) == named[0, 1]


def test_one_place_alone_is_no_cluster() -> None:
    mean = np.full((36, 3), 2.0)
    observed = mean.copy()
    observed[7, 1] += 30
    circles = zones(LATITUDE, LONGITUDE, (COUNTRY,))
    top = scan([Held(observed, mean, 1.2 * mean)], circles)
    assert circles.toarray()[top.zone[1]].sum() > 1


@given(st.integers(0, 60), st.floats(1e-3, 40), st.floats(1.01, 8))
def test_the_statistic_grows_with_the_count_and_shrinks_with_the_spread(count: int, mean: float, phi: float) -> None:
    y, m = np.array([float(count)]), np.array([mean])
    here = statistic(y, m, phi * m)
    assert here >= 0
    assert statistic(y + 1, m, phi * m) >= here
    assert statistic(y, m, 2 * phi * m) <= here + 1e-9


@given(st.integers(1, 60), st.floats(0.1, 40))
def test_without_spread_it_is_the_poisson_ratio(count: int, mean: float) -> None:
    poisson = count * np.log(count / mean) - (count - mean) if count > mean else 0.0
    got = statistic(np.array([float(count)]), np.array([mean]), np.array([mean]))[0]
    assert got == pytest.approx(poisson, rel=0.02, abs=1e-3)
