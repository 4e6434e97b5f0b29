"""Where an area lies: the points shipped in `data/centroids.tsv`, else the middle of its own towns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from hashlib import sha256
from importlib.resources import files
from statistics import median

from nlp.gazetteer_sources import CITY, REGION, Row


def _raw() -> str:
    return files("nlp").joinpath("data", "centroids.tsv").read_text(encoding="utf-8")


def digest() -> str:
    """Eight hex digits over the shipped points and names."""
    extras = files("nlp").joinpath("data", "place_extras.yml").read_bytes()
    return sha256(_raw().encode() + extras).hexdigest()[:8]


def shipped() -> dict[str, tuple[float, float]]:
    """Place id → latitude, longitude in degrees."""
    lines = (line.split("\t") for line in _raw().splitlines() if line and not line.startswith("#"))
    return {place: (float(latitude), float(longitude)) for place, latitude, longitude, *_ in lines}


def place_areas(rows: Sequence[Row], row_of: dict[str, int]) -> None:
    """Give each country and division its point and, where the sources state none, its population."""
    points, towns = shipped(), defaultdict[str, list[Row]](list)
    for row in rows:
        if row.level == CITY:
            for area in {row.admin1, row.admin2, row.country} & row_of.keys():
                towns[area].append(row)
    for row in rows:
        if row.level in (CITY, REGION):
            continue
        inside = towns.get(row.id, [])
        row.population = row.population or sum(town.population for town in inside)
        if row.id in points:
            row.latitude, row.longitude = points[row.id]
        elif inside:
            row.latitude = median(town.latitude for town in inside)
            row.longitude = median(town.longitude for town in inside)
