"""The outlines of the map: small, ours to serve, cut at the antimeridian."""

from __future__ import annotations

import json
import math
import re
from itertools import batched, pairwise
from pathlib import Path
from typing import Any

import h3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.derive_outlines import clipped, main, thinned, unwrapped
from core.outlines import FILE
from core.outlines import rings as lands
from dashboard.look.atlas import WORLD, cells, flat
from dashboard.look.atlas import lands as drawn


@pytest.fixture(scope="module")
def rings() -> list[list[list[float]]]:
    features = json.loads(FILE.read_text())["features"]
    return [ring for f in features for polygon in f["geometry"]["coordinates"] for ring in polygon]


def test_the_file_is_small_enough_to_be_sent_with_every_first_visit() -> None:
    assert FILE.stat().st_size < 300_000


def test_nearly_all_countries_are_there() -> None:
    assert len(json.loads(FILE.read_text())["features"]) > 230


def test_no_edge_runs_around_the_world(rings: list[list[list[float]]]) -> None:
    assert max(abs(a[0] - b[0]) for ring in rings for a, b in pairwise(ring)) < 60
    assert all(-180 <= x <= 180 and -90 <= y <= 90 for ring in rings for x, y in ring)


def test_rings_are_closed(rings: list[list[list[float]]]) -> None:
    assert all(ring[0] == ring[-1] for ring in rings)


def test_the_digest_is_given_the_same_lands_as_the_pages(rings: list[list[list[float]]]) -> None:
    assert 230 < len(lands()) <= len(rings)
    assert all(ring[0] == ring[-1] for ring in lands())
    assert {ring[0] for ring in lands()} <= {(ring[0][0], ring[0][1]) for ring in rings}


def test_the_drawing_of_the_lands_is_whole_light_and_names_no_other_host() -> None:
    assert drawn().count("M") == len(lands())
    assert len(drawn()) < 150_000
    assert "://" not in drawn().replace("http://www.w3.org/2000/svg", "")


def test_the_drawing_is_web_mercator() -> None:
    assert flat(0, 0) == (WORLD / 2, WORLD / 2)
    assert flat(90, 180) == flat(85, 180) == pytest.approx((WORLD, 0), abs=120)  # cut at 85 degrees
    assert flat(-60, -180)[1] == pytest.approx(WORLD - flat(60, 0)[1])
    assert flat(60, 0)[1] == pytest.approx(WORLD * (0.5 - 1.3169578969 / (2 * 3.14159265)))  # ln(tan 75°)


@pytest.mark.parametrize("place", [(0.0, 100.0), (52.0, 179.99), (-17.0, -180.0)])
def test_a_cell_lies_around_its_middle_also_on_the_antimeridian(place: tuple[float, float]) -> None:
    cell = h3.latlng_to_cell(*place, 3)
    numbers = [float(one) for one in re.findall(r"[0-9.]+", cells([cell]).split(' d="')[1])]
    x, y = flat(*h3.cell_to_latlng(cell))
    around = [math.dist((x, y), corner) for corner in batched(numbers, 2)]
    assert len(around) == 6
    assert all(60 < one < 200 for one in around)  # units: a cell of 60 km to each side, twice as wide at 60 degrees
    assert max(around) < 1.3 * min(around)


def test_a_ring_across_the_antimeridian_falls_into_two() -> None:
    ring = unwrapped([(170.0, 0.0), (-170.0, 0.0), (-170.0, 10.0), (170.0, 10.0), (170.0, 0.0)])
    east, west = clipped(ring), clipped([(x - 360, y) for x, y in ring])
    assert {x for x, _ in east} == {170.0, 180.0}
    assert {x for x, _ in west} == {-180.0, -170.0}


@given(st.lists(st.tuples(st.floats(-10, 10), st.floats(-10, 10)), min_size=2, max_size=20))
def test_thinning_keeps_both_ends_and_adds_nothing(points: list[tuple[float, float]]) -> None:
    thin = thinned(points, 0.5)
    assert (thin[0], thin[-1]) == (points[0], points[-1])
    assert set(thin) <= set(points)


def test_a_small_topology_is_derived_whole(tmp_path: Path) -> None:
    topology: dict[str, Any] = {
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "arcs": [[[0, 0], [10, 0], [0, 10], [-10, 0], [0, -10]]],
        "objects": {"countries": {"geometries": [{"type": "Polygon", "arcs": [[0]], "id": "999"}]}},
    }
    (tmp_path / "in.json").write_text(json.dumps(topology))
    main(tmp_path / "in.json", tmp_path / "out.json")
    feature = json.loads((tmp_path / "out.json").read_text())["features"][0]
    assert feature["geometry"]["coordinates"] == [[[[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]]]]
