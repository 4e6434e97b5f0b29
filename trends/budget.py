"""The alarm budget: the level at which all series together raise the accepted number of false episodes a week.

Two figures meet. The sum of the *attained* sizes says how many windows of all series would fall below a level if the
predictive were true (discrete counts reach a level far less often than they are allowed to: Tarone 1990). How many
*episodes* come of so many windows — windows overlap in time, series share their groups, the predictive is not quite
true — is measured: the episodes that opened at the level of each day in the trailing year are counted, but for those
so far below it that they are likely true, and their ratio to the sum is carried over to the level asked for.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np

from trends.arrays import Floats
from trends.model import Judged
from trends.tails import attained

LEVELS: Floats = np.logspace(-1.3, -9.0, 24)
LOOSEST = 0.05  # no alarm above, however large the budget
LOOSER_BY = 1.0  # not at all: at a looser level alarms stay open longer, and fewer episodes come of as many windows
REMEMBERED_DAYS = 364  # a year, so that no season of the year is missing from what a level costs
# Once so many episodes are known, what lies further back is left out: a world in which five times as much is read as a
# year ago is another one. On rough trial worlds (seeds 901, 902) at seven a week 40 let .91 and .95 of what was asked
# through (so few are a noisy measure), 100 .98 and 1.01, all of the year 1.10 and 1.00.
ENOUGH_EPISODES = 100
LIKELY_TRUE = 0.003  # an opening with p below so much of the level is not counted as a false one
# PAID_SLOWLY, MOST_LENT and LENT_BELOW: swept by benchmarks/sweeps.py, told in docs/method.md.
PAID_SLOWLY = 20.0  # episodes: with fewer to go by, a few too many are chance and not a debt
MOST_LENT = 1.2  # where fewer came than were asked for, the ratio says so too
LENT_BELOW = 0.01  # a world whose level is looser than this is too small for its budget: it has no more to bring
SMALLEST_RATIO = 0.08  # where alarms hardly ever close, few open: no reason to let more in
PRIOR_RATIO, PRIOR_WEIGHT = 0.35, 6.0  # episodes per window before any were counted; weight in expected windows


def weekly_sums(judged: Judged, t: int, minimum_groups: int) -> Floats:
    """(len(LEVELS),) windows expected below each level in a week of this panel, from its predictive at period t."""
    rows = judged.watched(t)
    sums = np.zeros(LEVELS.size)
    for window in judged.windows:
        mean, variance = window.mean[rows, t], window.variance[rows, t]
        sums += attained(LEVELS * window.share, mean, variance, minimum_groups).sum(axis=1)
    return sums * (7 / judged.panel.days_each)


@dataclass(slots=True)
class Budget:
    """Follows, day by day, what a level costs. `episodes` and `windows` are those of the looser level."""

    per_week: float
    sums: Floats = field(default_factory=lambda: np.zeros(LEVELS.size))
    history: deque[tuple[date, float, int]] = field(default_factory=deque)

    @property
    def days(self) -> int:
        """Days remembered."""
        return (self.history[-1][0] - self.history[0][0]).days + 1 if self.history else 0

    def ratio(self) -> float:
        """Episodes per expected window at the looser level, over the days remembered."""
        windows, episodes = 0.0, 0
        for _, expected, opened in reversed(self.history):
            windows, episodes = windows + expected, episodes + opened
            if episodes >= ENOUGH_EPISODES:
                break
        # one more than was counted: the level goes by the inverse, and 1/(N + 1) is the unbiased inverse of a count
        return max(SMALLEST_RATIO, (episodes + 1 + PRIOR_RATIO * PRIOR_WEIGHT) / (windows + PRIOR_WEIGHT))

    def owed(self) -> float:
        """Episodes asked for over those that came in the days remembered, squared: a surplus is paid back in half a
        year, so that the sum over the years keeps closer to what was asked than chance would. Little is lent."""
        came = sum(opened for _, _, opened in self.history)
        ratio = (self.per_week * self.days / 7 + PAID_SLOWLY) / (came + PAID_SLOWLY)
        return min(MOST_LENT, ratio**2)

    def level(self, factor: float = 1.0) -> float:
        """The level at which `factor` × the budget of episodes a week is expected, and what is owed paid back."""
        windows, owed = factor * self.per_week / self.ratio(), self.owed()
        scarce = self._level_for(windows) > LENT_BELOW
        return self._level_for(windows * (min(1.0, owed) if scarce else owed))

    def looser(self) -> float:
        """The level at which episodes are counted to measure the ratio."""
        return self.level(LOOSER_BY)

    def recurrence_days(self, p: float) -> float:
        """Days in which one episode of this p, or rarer, is expected over everything watched."""
        a_week = self.ratio() * self.windows_below(p)
        return float(7 / a_week) if a_week > 0 else float("inf")

    def windows_below(self, p: float) -> float:
        """Windows expected below p in a week; beyond the levels reckoned, in proportion to p."""
        if p <= LEVELS[-1]:
            return float(self.sums[-1] * p / LEVELS[-1])
        logs = np.log(np.maximum(self.sums[::-1], 1e-300))
        return float(np.exp(np.interp(np.log(p), np.log(LEVELS[::-1]), logs)))

    def remember(self, day: date, opened: int, looser: float, days: float = 1.0) -> None:
        """Note how many episodes opened at the looser level in some days, against the windows expected in them."""
        self.history.append((day, self.windows_below(looser) * days / 7, opened))
        while self.history and self.history[0][0] < day - timedelta(days=REMEMBERED_DAYS):
            self.history.popleft()

    def _level_for(self, windows: float) -> float:
        sums = np.maximum.accumulate(np.maximum(self.sums[::-1], 1e-300))
        if windows >= sums[-1]:
            return LOOSEST
        if windows <= sums[0]:
            return float(LEVELS[-1] * windows / sums[0])
        found = np.interp(np.log(windows), np.log(sums), np.log(LEVELS[::-1]))
        return float(min(LOOSEST, np.exp(found)))
