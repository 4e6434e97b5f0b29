"""Outlines of countries, one copy for whoever draws a map; `core.derive_outlines` made them."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

type Ring = tuple[tuple[float, float], ...]

FILE = Path(__file__).with_name("countries.json")  # GeoJSON; `id` is the numeric ISO 3166 code


@cache
def rings() -> tuple[Ring, ...]:
    """The outer edge of every land, as closed rings of (longitude, latitude) in degrees; lakes are left out."""
    features = json.loads(FILE.read_text(encoding="utf-8"))["features"]
    return tuple(
        tuple((longitude, latitude) for longitude, latitude in polygon[0])
        for feature in features
        for polygon in feature["geometry"]["coordinates"]
    )
