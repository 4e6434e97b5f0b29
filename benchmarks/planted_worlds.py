"""Planted spikes in rough worlds: the share found where one city series a week alarms by chance.

    python -m benchmarks.planted_worlds [SEED ...]

18 cities, 9 sources that fall silent, begin late and change volume, repost storms, 400 days, 40 planted spikes of 3 to
6 posts set in one kind of venue in one city within a week. Everything goes through counting, exposure and the daily
judgement. A spike is found when the city's series of its venue, or of any signal, falls below the level from its first
day to a week after its last. The level is that at which a city's series, outside the planted days of that city, open
one episode a week (days below it that lie within a week of each other are one).
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.records import Count, Exposure
from trends import DetectOptions
from trends.arrays import Bools, Floats
from trends.detection import judge
from trends.model import Judged
from trends.panel import Key
from trends.simulate import VENUES, Plan, Plant, World, make

DAYS, BURN_IN, PLANTS, GRACE = 400, 56, 40, 7


@dataclass(frozen=True, slots=True)
class Planted:
    """A world with its records."""

    world: World
    counts: Sequence[Count]
    exposure: Sequence[Exposure]


def planted(seed: int, storms: int = 8, most: int = 6) -> Planted:
    """Draw a world with so many repost storms, and planted spikes of at most so many posts."""
    rng = np.random.default_rng([seed, 5])
    plan = Plan(
        seed=seed, days=DAYS, countries=2, provinces=3, cities=3, sources=9, documents_a_day=60.0,
        outages_each=2.0, new_sources=3, steps_each=1.0, storms=storms,
    )  # fmt: skip
    begins = np.linspace(BURN_IN + 30, DAYS - 25, PLANTS).astype(int).tolist()
    plants = [
        Plant(
            (int(rng.integers(18)),), VENUES[int(rng.integers(len(VENUES)))], day, int(rng.integers(2, 8)),
            int(rng.integers(3, most + 1)),
        )
        for day in begins
    ]  # fmt: skip
    world = make(plan, plants)
    return Planted(world, world.counts(), world.exposure())


def told(made: Planted) -> tuple[float, float]:
    """(share found, level)."""
    _, (judged,) = judge(made.counts, made.exposure, DetectOptions(burn_in_days=BURN_IN, minimum_groups=3))
    p = judged.alarming.min(axis=0)
    p[:, :BURN_IN] = 1.0
    level = _level(p, ~_excused(made.world, judged))
    rows = {key: n for n, key in enumerate(judged.panel.keys)}
    found = 0
    for plant in made.world.plants:
        city = made.world.city_ids[plant.cities[0]]
        own = [rows[k] for k in (Key(f"venue:V_{plant.venue}", "city", city), Key("signal:any", "city", city))]
        found += bool((p[own, plant.first : plant.first + plant.length + GRACE] <= level).any())
    return found / len(made.world.plants), level


def _excused(world: World, judged: Judged) -> Bools:
    """(S, T) what is not looked at for false episodes: series that are no city's, and the planted days of a city."""
    out = np.zeros(judged.panel.counts.shape, dtype=np.bool_)
    place = np.array([key.place_id if key.level == "city" else "" for key in judged.panel.keys])
    out[place == ""] = True
    for plant in world.plants:
        out[place == world.city_ids[plant.cities[0]], plant.first : plant.first + plant.length + 2 * GRACE] = True
    return out


def _level(p: Floats, asked: Bools) -> float:
    """The highest level at which no more than one episode a week opens."""
    low, high = -7.0, -1.5
    weeks = (p.shape[1] - BURN_IN) / 7
    for _ in range(25):
        middle = (low + high) / 2
        low, high = (middle, high) if _episodes((p <= 10**middle) & asked) <= weeks else (low, middle)
    return float(10**low)


def _episodes(below: Bools) -> int:
    series, day = np.nonzero(below)
    return int((np.diff(series, prepend=-1) > 0).sum() + ((np.diff(series) == 0) & (np.diff(day) > GRACE)).sum())


def main() -> None:
    """The seeds named on the command line."""
    for seed in [int(word) for word in sys.argv[1:]] or [1]:
        made = planted(seed)
        begin = time.process_time()
        found, level = told(made)
        print(f"seed {seed}: {found:.3f} found at level {level:.1e}  {time.process_time() - begin:.0f} s", flush=True)


if __name__ == "__main__":
    main()
