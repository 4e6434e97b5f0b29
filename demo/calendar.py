"""When things happen in the invented world: draws of counts and of moments, all from a given `random.Random`."""

from __future__ import annotations

import math
import random
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ZONE = "Asia/Kuala_Lumpur"
DAYS = 182
WEEKDAY = (1.06, 1.04, 1.0, 1.0, 1.02, 0.96, 0.92)
_HOURS = (1, 1, 0, 0, 0, 0, 1, 3, 5, 6, 6, 6, 7, 6, 5, 5, 5, 6, 6, 7, 9, 9, 7, 4)


def poisson(rng: random.Random, mean: float) -> int:
    """One draw of a Poisson count (Knuth's product of uniforms; means here are below 10)."""
    limit, product, count = math.exp(-mean), rng.random(), 0
    while product > limit:
        product *= rng.random()
        count += 1
    return count


def moment(rng: random.Random, day: date) -> datetime:
    """An instant of that local day, when people are awake."""
    hour = rng.choices(range(24), _HOURS)[0]
    clock = time(hour, rng.randrange(60), rng.randrange(60))
    return datetime.combine(day, clock, ZoneInfo(ZONE))


def day(first: date, number: int) -> date:
    """The day `number` of the world (0 the first)."""
    return first + timedelta(days=number)
