"""Derive the country outlines of the map: Natural Earth, as repackaged by the npm package `world-atlas`.

Run by hand when the outlines change: `npm pack world-atlas`, unpack, then
`python -m core.derive_outlines package/countries-50m.json core/countries.json`.
Arcs are thinned before rings are put together, so that neighbours keep one common border. Rings are cut at the
antimeridian: they would otherwise be drawn once around the world.
"""

from __future__ import annotations

import itertools
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

type Point = tuple[float, float]
type Ring = list[Point]

TOLERANCE = 0.072  # degrees; at the closest zoom used (7) a pixel is about 0.01 degrees
POLAR = 5.0  # how much coarser beyond 58 degrees, where coasts are long and nobody is watched
SMALLEST = 0.015  # square degrees: islands below it are left out, unless they are all a country has
ANTARCTICA = "010"


def main(source: Path, target: Path) -> None:
    """Write a GeoJSON FeatureCollection of country outlines; `id` is the numeric ISO 3166 code."""
    topology = json.loads(source.read_text(encoding="utf-8"))
    arcs = [thinned(arc, TOLERANCE * _coarser(arc)) for arc in decoded(topology)]
    countries = [c for c in topology["objects"]["countries"]["geometries"] if c.get("id") != ANTARCTICA]
    features = [_feature(country, arcs) for country in countries]
    collection = {"type": "FeatureCollection", "features": [f for f in features if f["geometry"]["coordinates"]]}
    target.write_text(json.dumps(collection, separators=(",", ":")), encoding="utf-8")


def decoded(topology: Mapping[str, Any]) -> Iterator[Ring]:
    """The arcs of a quantised TopoJSON in degrees (topojson-specification 2.1.2: delta-coded integers)."""
    scale, translate = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        ring: Ring = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            ring.append((x * scale[0] + translate[0], y * scale[1] + translate[1]))
        yield ring


def thinned(points: Ring, tolerance: float) -> Ring:
    """Douglas-Peucker: drop points nearer than `tolerance` degrees to the line between those that stay."""
    if len(points) < 3:
        return points
    if points[0] == points[-1]:  # an island: never thinned to nothing
        tolerance = min(tolerance, _extent(points) / 5)
    keep = {0, len(points) - 1}
    stack = [(0, len(points) - 1)]
    while stack:
        first, last = stack.pop()
        far, at = max(
            ((_distance(points[i], points[first], points[last]), i) for i in range(first + 1, last)), default=(0.0, 0)
        )
        if far > tolerance:
            keep.add(at)
            stack += [(first, at), (at, last)]
    return [points[i] for i in sorted(keep)]


def _extent(ring: Ring) -> float:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return max(max(xs) - min(xs), max(ys) - min(ys))


def _coarser(ring: Ring) -> float:
    return POLAR if min(abs(y) for _, y in ring) > 58 else 1.0


def _distance(p: Point, a: Point, b: Point) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    t = 0.0 if length == 0 else max(0.0, min(1.0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length))
    ex, ey = p[0] - a[0] - t * dx, p[1] - a[1] - t * dy
    return float((ex * ex + ey * ey) ** 0.5)


def _feature(geometry: Mapping[str, Any], arcs: Sequence[Ring]) -> dict[str, Any]:
    polygons = geometry.get("arcs", []) if geometry["type"] == "MultiPolygon" else [geometry.get("arcs", [])]
    cut = [part for polygon in polygons for part in _parts([_stitched(ring, arcs) for ring in polygon])]
    largest = max((abs(_area(part[0])) for part in cut), default=0.0)
    kept = [part for part in cut if abs(_area(part[0])) >= min(SMALLEST * _coarser(part[0]) ** 2, largest)]
    return {
        "type": "Feature",
        "properties": {"id": geometry.get("id", "")},
        "geometry": {"type": "MultiPolygon", "coordinates": [[_rounded(ring) for ring in part] for part in kept]},
    }


def _stitched(indexes: Sequence[int], arcs: Sequence[Ring]) -> Ring:
    ring: Ring = []
    for index in indexes:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += arc[1:] if ring else arc
    return ring


def _parts(rings: Sequence[Ring]) -> Iterator[list[Ring]]:
    """One polygon as one or more that stay within -180 and 180 degrees."""
    usable = [unwrapped(ring) for ring in rings if len(ring) >= 4]
    for shift in (-360.0, 0.0, 360.0):
        parts = [clipped([(x + shift, y) for x, y in ring]) for ring in usable]
        if parts and len(parts[0]) >= 4:
            yield [part for part in parts if len(part) >= 4]


def unwrapped(ring: Ring) -> Ring:
    """The ring with steady longitudes, which may leave -180 to 180; one around a pole is closed along it."""
    out = [ring[0]]
    for x, y in ring[1:]:
        previous = out[-1][0]
        out.append((x + 360.0 * round((previous - x) / 360.0), y))
    if abs(out[-1][0] - out[0][0]) > 180:
        pole = -90.0 if sum(y for _, y in out) < 0 else 90.0
        out += [(out[-1][0], pole), (out[0][0], pole), out[0]]
    return out


def clipped(ring: Ring) -> Ring:
    """Sutherland-Hodgman against the two meridians -180 and 180."""
    return _half(_half(ring, -180.0, keep_above=True), 180.0, keep_above=False)


def _half(ring: Ring, edge: float, *, keep_above: bool) -> Ring:
    def inside(p: Point) -> bool:
        return p[0] >= edge if keep_above else p[0] <= edge

    out: Ring = []
    for a, b in itertools.pairwise(ring):
        if inside(a):
            out.append(a)
        if inside(a) != inside(b):
            out.append((edge, a[1] + (b[1] - a[1]) * (edge - a[0]) / (b[0] - a[0])))
    return [*out, out[0]] if out else out


def _area(ring: Ring) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in itertools.pairwise(ring)) / 2


def _rounded(ring: Ring) -> list[list[float]]:
    out: list[list[float]] = []
    for x, y in ring:
        point = [round(x, 2), round(y, 2)]
        if not out or out[-1] != point:
            out.append(point)
    return out


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
