"""Small drawings as plain SVG within the page: sparklines and the map. Only released figures are ever drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, cos, radians
from xml.sax.saxutils import escape, quoteattr

from privacy.release import Band

HONEY = ("#F7EBCB", "#F0D795", "#E6BC55", "#D79A22", "#B8750F", "#8F5200", "#5F3300")
SEA, LAND, BORDER, INK, QUIET = "#EEF1F0", "#FBF8F1", "#D8CFBE", "#2A2622", "#968C7A"
FEWEST_ALONE = 3  # marks: one or two on an empty sheet show no place
MOST_RINGS = 400
NARROWEST = 9.0  # degrees to both sides: so much land around lets one place be recognised

type Ring = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on the map, degrees; `shade` from -1 (not observed) over 0 (as expected) to 6; `label` may be empty."""

    longitude: float
    latitude: float
    shade: int
    label: str = ""


def spark(weeks: Sequence[Band | None], k: int, expected: tuple[float, float] | None, alt: str) -> str:
    """A sparkline of weekly bands by their middles. What is under k is drawn on one floor, so that it tells nothing."""
    values = [(b.low + b.high) / 2 if b else k / 2 for b in weeks]
    if len(values) < 2:
        return ""
    width, height = 120.0, 30.0
    top = max([*values, expected[1] if expected else 0]) * 1.08

    def x(n: int) -> float:
        return 2 + n * (width - 8) / (len(values) - 1)

    def y(value: float) -> float:
        return height - 2 - (height - 6) * value / top

    line = "M" + "L".join(f"{x(n):.1f},{y(value):.1f}" for n, value in enumerate(values))
    usual = ""
    if expected:
        low, high = y(expected[0]), y(expected[1])
        usual = (
            f'<rect x="2" y="{high:.1f}" width="{width - 8:.0f}" height="{max(1.0, low - high):.1f}" fill="#EFE6D3"/>'
        )
    return (
        f'<svg class="spark" role="img" aria-label={quoteattr(alt)} viewBox="0 0 {width:.0f} {height:.0f}">{usual}'
        f'<path d="{line}" fill="none" stroke="#6F675C" stroke-width="1.1"/>'
        f'<circle cx="{x(len(values) - 1):.1f}" cy="{y(values[-1]):.1f}" r="3" fill="#8F5200"/></svg>'
    )


def shade(excess: float) -> int:
    """The step of the honey scale for so many standard deviations above expectation."""
    return 0 if excess < 0.5 else min(6, 1 + int((excess - 0.5) / 1.1))


def draw_map(marks: Sequence[Mark], outlines: Sequence[Ring], alt: str) -> str:
    """An equirectangular map cropped to the marks; empty where they are too few to tell a place without land."""
    if len(marks) < (1 if outlines else FEWEST_ALONE):
        return ""
    west, east, south, north = _frame(marks)
    width = 520.0
    stretch = cos(radians((south + north) / 2))
    scale = width / ((east - west) * stretch)
    height = (north - south) * scale

    def at(longitude: float, latitude: float) -> tuple[float, float]:
        return (longitude - west) * stretch * scale, (north - latitude) * scale

    land = "".join(_path([at(*p) for p in ring]) for ring in _near(outlines, west, east, south, north))
    circles = "".join(_circle(*at(m.longitude, m.latitude), m) for m in sorted(marks, key=lambda m: m.shade))
    labels = "".join(_label(*at(m.longitude, m.latitude), m.label, width) for m in marks if m.label)
    return (
        f'<svg class="map" role="img" aria-label={quoteattr(alt)} viewBox="0 0 {width:.0f} {height:.0f}">'
        f'<rect width="{width:.0f}" height="{height:.0f}" fill="{SEA if outlines else LAND}"/>'
        f'<path d="{land}" fill="{LAND}" stroke="{BORDER}" stroke-width=".6"/>{circles}{labels}</svg>'
    )


def _frame(marks: Sequence[Mark]) -> tuple[float, float, float, float]:
    longitudes, latitudes = [m.longitude for m in marks], [m.latitude for m in marks]
    middle_x, middle_y = (min(longitudes) + max(longitudes)) / 2, (min(latitudes) + max(latitudes)) / 2
    half_x = max(NARROWEST, (max(longitudes) - min(longitudes)) * 0.6)
    half_y = max(3.0, (max(latitudes) - min(latitudes)) * 0.6, half_x * 0.82)
    half_y = min(half_y, 75.0)
    half_x = min(max(half_x, half_y * 1.15), 180.0)
    return middle_x - half_x, middle_x + half_x, middle_y - half_y, middle_y + half_y


def _near(outlines: Sequence[Ring], west: float, east: float, south: float, north: float) -> list[Ring]:
    near = [
        ring
        for ring in outlines
        if max(p[0] for p in ring) > west
        and min(p[0] for p in ring) < east
        and max(p[1] for p in ring) > south
        and min(p[1] for p in ring) < north
    ]
    # Large lands of fine grain make a heavy page: keep the rings with the most points, thinned.
    return [ring[:: max(1, ceil(len(ring) / 400))] for ring in sorted(near, key=len, reverse=True)[:MOST_RINGS]]


def _path(points: Sequence[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in points) + "Z"


def _circle(x: float, y: float, mark: Mark) -> str:
    if mark.shade < 0:
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="6" fill="none" stroke="{QUIET}" stroke-width="0.9"/>'
    size = 6 + 0.6 * mark.shade
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size:.1f}" fill="{HONEY[mark.shade]}" stroke="#FFFDF8"/>'


def _label(x: float, y: float, label: str, width: float) -> str:
    anchor = "start" if x < 40 else "end" if x > width - 40 else "middle"
    return (
        f'<text x="{x:.0f}" y="{y - 11:.0f}" text-anchor="{anchor}" font-size="12" fill="{INK}">{escape(label)}</text>'
    )
