"""The honeycomb: cells coloured by how far above expectation they are, outlined and empty where nothing was read."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import h3

from core.records import Stream
from dashboard.queries.expectation import Seen, places_seen
from dashboard.queries.period import Period
from stores.base import Store

ACROSS_KM = {2: 320, 3: 120, 4: 45, 5: 17}
type Point = tuple[float, float]

FINEST = 5  # the resolution in which findings are kept
MARGIN = 2.0  # degrees around what was mostly read
MOST_CELLS = 8000  # the browser draws 10,000; the rest of it is margin


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell at the map's resolution; `shade` 0 (as expected) to 6 (far above), None: not observed.

    `of` names the series that is shown where it is not the map's own but that of an alarm, `alarm` is its spike's id.
    """

    cell: str
    observed: int
    expected: float | None
    shade: int | None
    of: str = ""
    alarm: str = ""


@dataclass(frozen=True, slots=True)
class Rise:
    """An open alarm at a point: what was seen of its own series, and the series in words."""

    latitude: float
    longitude: float
    seen: Seen
    of: str
    alarm: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """Where a map looks: the middle of its marks, a zoom at which they fit, their extent as parts of the world."""

    latitude: float
    longitude: float
    zoom: float
    wide: float
    tall: float


@dataclass(frozen=True, slots=True)
class Honeycomb:
    """The cells of one topic in one period."""

    cells: tuple[Cell, ...]
    resolution: int
    view: View


def honeycomb(
    store: Store,
    stream: Stream,
    topic: str,
    period: Period,
    resolution: int | None = None,
    keep: Sequence[tuple[float, float]] = (),
) -> Honeycomb:
    """Cells of one topic; without a `resolution` the one that suits the width of what was read.

    The view holds nearly all that was read, and every point of `keep` (latitude, longitude).
    """
    seen = {
        place: one for place, one in places_seen(store, "h3", stream, topic, period).items() if h3.is_valid_cell(place)
    }
    view = view_around(core_of([(*h3.cell_to_latlng(cell), one.documents) for cell, one in seen.items()], keep))
    chosen = resolution or resolution_at(view.zoom)
    merged = merged_at(seen, chosen)
    while len(merged) > MOST_CELLS and chosen > 1:
        chosen -= 1
        merged = merged_at(seen, chosen)
    cells = tuple(Cell(cell, one.observed, one.expected, shade(one)) for cell, one in sorted(merged.items()))
    return Honeycomb(cells, chosen, view)


def with_rises(comb: Honeycomb, rises: Sequence[Rise]) -> Honeycomb:
    """The cells of open alarms in the shade of their own series, where that is darker than the map's topic."""
    cells = {cell.cell: cell for cell in comb.cells}
    for rise in rises:
        at = cell_at(rise.latitude, rise.longitude, comb.resolution)
        dark, old = shade(rise.seen), cells.get(at)
        if dark is not None and (old is None or old.shade is None or dark > old.shade):
            cells[at] = Cell(at, rise.seen.observed, rise.seen.expected, dark, rise.of, rise.alarm)
    return replace(comb, cells=tuple(cells[key] for key in sorted(cells)))


def middle(latitude: float, longitude: float, resolution: int) -> Point:
    """The middle of the cell in which a point is drawn, as (latitude, longitude)."""
    south_north, west_east = h3.cell_to_latlng(cell_at(latitude, longitude, resolution))
    return south_north, west_east


def cell_at(latitude: float, longitude: float, resolution: int) -> str:
    """The cell in which a point is counted: by its finest one, since coarser cells do not cover their children."""
    return str(h3.cell_to_parent(h3.latlng_to_cell(latitude, longitude, FINEST), resolution))


def merged_at(seen: Mapping[str, Seen], resolution: int) -> dict[str, Seen]:
    """Fine cells added up to coarser ones; a coarse cell was observed when any fine one was."""
    parts: dict[str, list[Seen]] = defaultdict(list)
    for cell, one in seen.items():
        fine = h3.get_resolution(cell)
        parts[h3.cell_to_parent(cell, resolution) if fine > resolution else cell].append(one)
    return {cell: _sum(ones) for cell, ones in parts.items()}


def _sum(ones: Sequence[Seen]) -> Seen:
    expected = [one.expected for one in ones if one.expected is not None]
    return Seen(sum(one.observed for one in ones), sum(expected) if expected else None, sum(o.documents for o in ones))


def shade(one: Seen) -> int | None:
    """0 up to half a standard deviation above the expectation, then a shade each 1.1 of them, 6 at most.

    What was read in the first week of all is shaded 0: there is no past to stand above.
    """
    if one.expected is None:
        return 0 if one.documents else None
    return 0 if one.excess < 0.5 else min(6, int((one.excess - 0.5) / 1.1) + 1)


def resolution_at(zoom: float) -> int:
    """The H3 resolution at which a cell is some twenty to forty pixels wide."""
    return 2 if zoom < 3 else 3 if zoom < 5 else 4 if zoom < 6.4 else 5


def core_of(
    points: Sequence[tuple[float, float, int]], keep: Sequence[tuple[float, float]], tail: float = 0.08
) -> list[Point]:
    """The points (latitude, longitude, weight) without the far-off ones that hold less than `tail` of the weight."""
    if not points:
        return list(keep)
    box = [_between([(point[axis], point[2]) for point in points], tail) for axis in (0, 1)]
    near = [
        (latitude, longitude)
        for latitude, longitude, _ in points
        if all(low - MARGIN <= at <= high + MARGIN for at, (low, high) in zip((latitude, longitude), box, strict=True))
    ]
    return [*near, *keep]


def _between(weighted: Sequence[tuple[float, int]], tail: float) -> tuple[float, float]:
    """The weighted quantiles `tail` and 1 - `tail`; every point weighs something."""
    ordered = sorted((value, weight + 0.01) for value, weight in weighted)
    total, seen = sum(weight for _, weight in ordered), 0.0
    low, high = ordered[0][0], ordered[-1][0]
    for value, weight in ordered:
        if seen <= tail * total:
            low = value
        seen += weight
        if seen >= (1 - tail) * total:
            high = value
            break
    return low, high


def view_of(cells: Sequence[str], width: int = 600, height: int = 560) -> View:
    """The view that holds all cells."""
    return view_around([h3.cell_to_latlng(cell) for cell in cells], width, height)


def view_around(points: Sequence[tuple[float, float]], width: int = 600, height: int = 560) -> View:
    """The view that holds all points, (latitude, longitude): Web Mercator, 512-pixel tiles, no closer than zoom 7."""
    if not points:
        return View(10.0, 20.0, 1.0, 1.0, 0.5)
    south, north = min(p[0] for p in points), max(p[0] for p in points)
    west, east = min(p[1] for p in points), max(p[1] for p in points)
    low, high = _mercator(south), _mercator(north)
    wide, tall = max((east - west) / 360, 1e-6), max(high - low, 1e-6)
    zoom = min(_zoom(width, wide), _zoom(height, tall), 7.0)
    return View(_latitude((low + high) / 2), (west + east) / 2, round(max(0.6, zoom), 2), wide, tall)


def _zoom(pixels: int, part: float) -> float:
    """At which so much of the world fills five sixths of so many pixels."""
    return math.log2(pixels * 0.84 / (512 * part))


def _mercator(latitude: float) -> float:
    clipped = math.radians(max(-85.0, min(85.0, latitude)))
    return math.log(math.tan(math.pi / 4 + clipped / 2)) / (2 * math.pi)


def _latitude(y: float) -> float:
    return math.degrees(2 * math.atan(math.exp(2 * math.pi * y)) - math.pi / 2)
