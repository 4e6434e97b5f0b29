"""Which periods of a table alarm: the level is set so that the budget is kept, as far as the past tells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from trends.arrays import Bools, Floats
from trends.budget import LEVELS, LIKELY_TRUE, Budget
from trends.options import Every

CALIBRATED_FROM: dict[Every, int] = {"week": 13, "day": 28}
FAR_FROM_DATES = date(1970, 1, 5)  # the Monday that integer periods are reckoned from
LONG_AGO = 10.0**6  # periods since a series' last alarm, where it had none


def calibrated_from(first: int, every: Every) -> int:
    """The first period by which the budget is calibrated."""
    return min(first, CALIBRATED_FROM[every])


@dataclass(slots=True)
class Opening:
    """The budget of a table from period to period; `quiet` (S,) periods since a series was last below the level."""

    every: Every
    keeper: Budget
    quiet: Floats

    @classmethod
    def begin(cls, series: int, every: Every, budget: float) -> Opening:
        """Nothing known yet."""
        return cls(every, Budget(budget), np.full(series, LONG_AGO))

    def step(self, t: int, p: Floats, seen: Bools, expecting: bool) -> Bools:
        """(S,) which series alarm in period t; `expecting`: whether the detector expected anything at all of it."""
        a_week = 1.0 if self.every == "week" else 7.0
        self.keeper.sums = LEVELS * seen.sum() * a_week
        level, looser = self.keeper.level(), self.keeper.looser()
        low: Bools = seen & (p <= level)
        high = seen & (p <= looser)
        opened = int((high & (self.quiet >= a_week) & (p > LIKELY_TRUE * looser)).sum())
        self.quiet = np.where(high, 0.0, self.quiet + 1)
        if expecting:
            self.keeper.remember(FAR_FROM_DATES + timedelta(days=int(t * 7 / a_week)), opened, looser, 7 / a_week)
        return low
