"""The cells of the map: how dark, how coarse, what they are named for, and what a view holds."""

from __future__ import annotations

from datetime import date

import pytest
from h3 import cell_to_latlng

from dashboard.queries.expectation import Seen
from dashboard.queries.honeycomb import (
    Cell,
    Honeycomb,
    Rise,
    honeycomb,
    merged_at,
    resolution_at,
    shade,
    view_around,
    view_of,
    with_rises,
)
from dashboard.queries.period import week_to
from stores.base import Store

WEEK = week_to(date(2026, 11, 15))


def test_planted_cells_are_darkest_and_the_unread_one_is_empty(store: Store) -> None:
    comb = honeycomb(store, "posts", "signal:any", WEEK, 3)
    shades = sorted((cell.shade for cell in comb.cells if cell.shade is not None), reverse=True)
    assert shades[:3] == [6, 6, 6]
    assert max(shades[3:]) <= 2
    assert sum(cell.shade is None for cell in comb.cells) == 1


def test_coarser_cells_hold_the_sum_of_finer_ones() -> None:
    fine = {"8565a267fffffff": Seen(3, 1.0), "8565a263fffffff": Seen(2, 0.5), "8565a26bfffffff": Seen(0, None)}
    (one,) = merged_at(fine, 3).values()
    assert (one.observed, one.expected) == (5, 1.5)


@pytest.mark.parametrize(("observed", "expected", "wanted"), [(0, 3.0, 0), (3, 3.0, 0), (33, 3.0, 6), (5, None, None)])
def test_shades_follow_the_excess_not_the_count(observed: int, expected: float | None, wanted: int | None) -> None:
    assert shade(Seen(observed, expected)) == wanted


def test_an_alarm_of_another_series_darkens_its_cell_and_is_named() -> None:
    pale = Honeycomb((Cell("85652633fffffff", 1, 1.0, 0),), 5, view_of([]))
    latitude, longitude = cell_to_latlng("85652633fffffff")
    (cell,) = with_rises(pale, [Rise(latitude, longitude, Seen(9, 0.1), "nail bar")]).cells
    assert (cell.shade, cell.of, cell.observed) == (6, "nail bar", 9)
    assert with_rises(pale, [Rise(latitude, longitude, Seen(1, 1.0), "nail bar")]) == pale


def test_the_view_comes_closer_for_a_smaller_region() -> None:
    near, far = view_of(["8565a267fffffff"]), view_of(["8565a267fffffff", "852a1073fffffff"])
    assert near.zoom > far.zoom
    assert resolution_at(near.zoom) > resolution_at(far.zoom)
    assert view_of([]).zoom == 1.0


def test_a_view_tells_how_wide_and_how_tall_its_marks_lie() -> None:
    wide, tall = view_around([(0, 100), (2, 120)]), view_around([(0, 100), (40, 102)])
    assert wide.wide == 20 / 360 > wide.tall
    assert tall.wide == 2 / 360 < tall.tall
    assert 512 * 2**wide.zoom * wide.wide == pytest.approx(0.84 * 600, rel=0.01)
