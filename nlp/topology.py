"""Areas out of TopoJSON: rings, middles, and which points lie inside. Used when the centroids are derived."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import cos, radians
from typing import Any

type Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Area:
    """One area: its properties, id, and outer rings of (longitude, latitude) in degrees."""

    number: str
    properties: Mapping[str, Any]
    rings: tuple[Ring, ...]
    boxes: tuple[tuple[float, float, float, float], ...]

    def middle(self, mainland: bool = False) -> tuple[float, float] | None:
        """(latitude, longitude) of the centroid by area, of the largest part alone if `mainland`."""
        weighed = [moment for ring in self.rings if (moment := _moment(ring))[0] > 0]
        if not weighed:
            return None
        parts = [max(weighed)] if mainland else weighed
        total = sum(size for size, _, _ in parts)
        longitude = sum(size * x for size, x, _ in parts) / total
        return sum(size * y for size, _, y in parts) / total, (longitude + 180) % 360 - 180

    def size(self) -> float:
        """Size in square degrees of the equator: to weigh areas against each other."""
        return sum(_moment(ring)[0] for ring in self.rings)

    def holds(self, latitude: float, longitude: float) -> bool:
        """Whether the point lies in one of the rings (even-odd rule; holes are not known)."""
        return any(
            left <= longitude <= right and low <= latitude <= high and _inside(ring, longitude, latitude)
            for ring, (left, right, low, high) in zip(self.rings, self.boxes, strict=True)
        )


def areas(topology: Mapping[str, Any], collection: str) -> Iterator[Area]:
    """The areas of one collection of a topology."""
    arcs = [tuple(_arc(arc, topology.get("transform"))) for arc in topology["arcs"]]
    for geometry in topology["objects"][collection]["geometries"]:
        polygons = {"Polygon": [geometry.get("arcs")], "MultiPolygon": geometry.get("arcs")}.get(geometry["type"])
        if polygons:
            rings = tuple(_ring(polygon[0], arcs) for polygon in polygons)
            yield Area(str(geometry.get("id", "")), geometry.get("properties") or {}, rings, tuple(map(_box, rings)))


def _arc(arc: Sequence[Sequence[float]], transform: Mapping[str, Any] | None) -> Iterator[tuple[float, float]]:
    if transform is None:
        yield from ((point[0], point[1]) for point in arc)
        return
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    for x, y in accumulate(arc, lambda sum_, step: (sum_[0] + step[0], sum_[1] + step[1])):
        yield x * sx + tx, y * sy + ty


def _ring(numbers: Sequence[int], arcs: Sequence[Ring]) -> Ring:
    ring: Ring = ()
    for number in numbers:
        ring += arcs[number] if number >= 0 else arcs[~number][::-1]
    if max(x for x, _ in ring) - min(x for x, _ in ring) > 180:
        ring = tuple((x + 360 if x < 0 else x, y) for x, y in ring)  # over the antimeridian
    return ring


def _box(ring: Ring) -> tuple[float, float, float, float]:
    return min(x for x, _ in ring), max(x for x, _ in ring), min(y for _, y in ring), max(y for _, y in ring)


def _moment(ring: Ring) -> tuple[float, float, float]:
    """(size, middle x, middle y) by the shoelace formula, with meridians drawn together by the cosine of latitude."""
    squeeze = cos(radians(sum(y for _, y in ring) / len(ring)))
    double = x_sum = y_sum = 0.0
    for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
        cross = x1 * y2 - x2 * y1
        double += cross
        x_sum += (x1 + x2) * cross
        y_sum += (y1 + y2) * cross
    return (abs(double) / 2 * squeeze, x_sum / (3 * double), y_sum / (3 * double)) if double else (0.0, 0.0, 0.0)


def _inside(ring: Ring, x: float, y: float) -> bool:
    inside = False
    for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside
