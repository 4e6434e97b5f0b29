"""The outlines of the map: small, ours to serve, cut at the antimeridian."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.derive_outlines import clipped, main, thinned, unwrapped
from core.outlines import FILE
from core.outlines import rings as lands
from dashboard.look.palette import DARK, LIGHT, Palette
from dashboard.views.outlines import on_outlines

STATIC = Path(__file__).parents[2] / "dashboard" / "static"


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


@pytest.mark.parametrize("edition", [LIGHT, DARK])
def test_the_styles_name_no_other_host(edition: Palette) -> None:
    asked = json.loads(on_outlines(edition, (3.0, 100.0, 4.0), []).to_json())["mapStyle"]
    style = (STATIC / asked.removeprefix("/app/static/")).read_text()
    assert "://" not in asked + style
    assert json.loads(style)["version"] == 8
    assert json.loads(style)["sources"]["countries"]["data"] == "/countries.json"


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
