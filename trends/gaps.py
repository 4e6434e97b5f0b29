"""Needs against services: how many posts show a need at a place, for each service known within reach of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from math import asin, cos, radians, sin, sqrt

from scipy.stats import chi2

from core.cards import Service
from core.records import Count, Gap, Level, Place

WEEKS = 4  # a week holds too few posts of a need to compare places by
EARTH_KM = 6371.0
HALF = 0.5  # added to the services, so that a place without any has a finite ratio and the worst one


def gaps(
    counts: Iterable[Count],
    services: Sequence[Service],
    places: Mapping[str, Place],
    week: date,
    levels: Sequence[Level] = ("country", "admin1", "city"),
    weeks: int = WEEKS,
) -> list[Gap]:
    """Gaps of the `weeks` weeks that end with the week of Monday `week`, widest first.

    Ratio = groups / (services + ½); its 90 % interval is the exact Poisson one of the groups (Garwood 1936).
    """
    first, last = week - timedelta(weeks=weeks - 1), week + timedelta(days=6)
    groups: Counter[tuple[str, Level, str]] = Counter()
    for row in counts:
        if row.topic.startswith("need:") and row.level in levels and first <= row.day <= last:
            groups[row.topic.removeprefix("need:"), row.level, row.place_id] += row.groups
    made = [
        _gap(need, level, place_id, week, n, within_reach(need, level, place_id, services, places))
        for (need, level, place_id), n in groups.items()
    ]
    return sorted(made, key=lambda gap: (-gap.ratio, gap.need, gap.level, gap.place_id))


def _gap(need: str, level: Level, place_id: str, week: date, groups: int, services: int) -> Gap:
    low, high = poisson_interval(groups)
    reach = services + HALF
    return Gap(need, level, place_id, week, groups, services, groups / reach, low / reach, high / reach)


def poisson_interval(count: int, confidence: float = 0.9) -> tuple[float, float]:
    """Exact interval of a Poisson mean (Garwood 1936)."""
    tail = (1 - confidence) / 2
    low = float(chi2.ppf(tail, 2 * count)) / 2 if count else 0.0
    return low, float(chi2.ppf(1 - tail, 2 * count + 2)) / 2


def within_reach(
    need: str, level: Level, place_id: str, services: Sequence[Service], places: Mapping[str, Place]
) -> int:
    """How many services for a need reach a place; one that names no place serves its whole country."""
    return sum(need in service.needs and _reaches(service, level, place_id, places) for service in services)


def _reaches(service: Service, level: Level, place_id: str, places: Mapping[str, Place]) -> bool:
    here = places.get(place_id)
    country = here.country if here is not None else place_id
    if service.country != country:
        return False
    if level == "country" or service.place is None or service.place == place_id:
        return True
    there = places.get(service.place)
    if there is None or here is None:
        return False
    if level == "admin1" and there.admin1 is not None and there.admin1 in (here.id, here.admin1):
        return True
    return kilometres(here, there) <= service.reach_km


def kilometres(one: Place, other: Place) -> float:
    """Great-circle distance (haversine)."""
    north = radians(other.latitude - one.latitude)
    east = radians(other.longitude - one.longitude)
    chord = sin(north / 2) ** 2 + cos(radians(one.latitude)) * cos(radians(other.latitude)) * sin(east / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(chord)))
