"""Where and when the plants and traps of a world lie: from the seed, and as a caller asks to change them."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, replace

from demo.calendar import DAYS
from demo.cities import ABROAD, Abroad, City, by_name
from demo.sources import NEW_FROM, SILENT_FROM

NAMES = ("labour", "recruitment", "needs")
EARLIEST = 60
"""Before it no detector has seen enough of the world to judge."""

_FIRST = {"labour": (166, 170), "recruitment": (75, 105), "needs": (128, 146)}
VENUES = ("V_CAR_WASH", "V_RESTAURANT", "V_BEAUTY_NAIL", "V_FACTORY", "V_CONSTRUCTION")
NEEDS = ("S_SHELTER", "S_TRANSPORT", "S_LEGAL")


@dataclass(frozen=True, slots=True)
class Slot:
    """A plant to be written: its city, first day (0 the world's first), length in days and number of posts."""

    name: str
    city: City
    start: int
    length: int
    posts: int
    venue: str
    need: str
    abroad: Abroad

    @property
    def last(self) -> int:
        """The last day of the plant."""
        return min(self.start + self.length - 1, DAYS - 1)


@dataclass(frozen=True, slots=True)
class Schedule:
    """All that is out of the ordinary in a world."""

    plants: tuple[Slot, ...]
    storm: int
    storm_days: int
    new_from: int
    silent_from: int


def plan(
    seed: int,
    cities: tuple[City, ...],
    *,
    without: tuple[str, ...] = (),
    shift_weeks: Mapping[str, int] | None = None,
    move: Mapping[str, str] | None = None,
    strength: Mapping[str, float] | None = None,
) -> Schedule:
    """The schedule of a seed. Raises KeyError for an unknown plant or city, ValueError for a shift out of the world."""
    for name in (*without, *(shift_weeks or {}), *(move or {}), *(strength or {})):
        if name not in NAMES:
            raise KeyError(f"no plant '{name}'; there are {', '.join(NAMES)}")
    rng = random.Random(f"{seed}/schedule")
    homes = rng.sample(cities, len(NAMES))
    slots = [_slot(rng, name, home) for name, home in zip(NAMES, homes, strict=True)]
    storm = rng.randint(108, 138)
    new_from = NEW_FROM + rng.randint(0, 6)
    changed = [
        _changed(slot, shift_weeks or {}, move or {}, strength or {}) for slot in slots if slot.name not in without
    ]
    return Schedule(tuple(changed), storm, rng.randint(9, 12), new_from, SILENT_FROM)


def _slot(rng: random.Random, name: str, home: City) -> Slot:
    return Slot(
        name=name,
        city=home,
        start=rng.randint(*_FIRST[name]),
        length=rng.randint(8, 10),
        posts=rng.randint(15, 18),
        venue=rng.choice(VENUES),
        need=rng.choice(NEEDS),
        abroad=rng.choice(ABROAD),
    )


def _changed(slot: Slot, shift: Mapping[str, int], move: Mapping[str, str], strength: Mapping[str, float]) -> Slot:
    start = slot.start + 7 * shift.get(slot.name, 0)
    if not EARLIEST <= start <= DAYS - slot.length:
        raise ValueError(f"plant '{slot.name}' cannot lie on day {start}: only {EARLIEST} to {DAYS - slot.length}")
    city = by_name(move[slot.name]) if slot.name in move else slot.city
    posts = max(1, round(slot.posts * strength.get(slot.name, 1.0)))
    return replace(slot, city=city, start=start, posts=posts)
