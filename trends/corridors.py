"""Corridors: how many posts name both where people come from and where they are taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from core.days import monday
from core.records import Corridor, Place, Reading, Role

WAYS: tuple[tuple[Role, ...], tuple[Role, ...]] = (("origin",), ("destination", "event"))


def corridors(readings: Iterable[Reading]) -> list[Corridor]:
    """Corridors by week, each group once for each pair of places, in the week of its earliest dated signal post.

    Only readings that are signals count; a pair needs an origin and a destination (else the place of the work) that
    differ. The most often named first.
    """
    earliest: dict[tuple[str, str, str], date] = {}
    for reading in readings:
        pair = ends(reading)
        if pair is None or reading.day is None or not reading.signal:
            continue
        key = (reading.group_id, *pair)
        earliest[key] = min(reading.day, earliest.get(key, reading.day))
    tally = Counter((origin, destination, monday(day)) for (_, origin, destination), day in earliest.items())
    made = [Corridor(origin, destination, week, groups) for (origin, destination, week), groups in tally.items()]
    return sorted(made, key=lambda c: (-c.groups, c.week, c.origin_id, c.destination_id))


def ends(reading: Reading) -> tuple[str, str] | None:
    """Ids of the origin and the destination that a reading names, or None where either is missing or they are one."""
    origin, end = (_end(_surest(reading, roles)) for roles in WAYS)
    return (origin, end) if origin and end and origin != end else None


def _end(place: Place | None) -> str | None:
    """The id of an end; part of a country (an island, a valley) stands for the division or country that holds it."""
    if place is None:
        return None
    return (place.admin1 or place.country) if place.level == "region" else place.id


def _surest(reading: Reading, roles: tuple[Role, ...]) -> Place | None:
    for role in roles:
        named = [mention for mention in reading.places if mention.role == role]
        if named:
            return max(named, key=lambda mention: (mention.confidence, -mention.start)).place
    return None
