"""The whole judgement of one panel: exposure → season → filter → windows. Each period by its past alone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trends.arrays import Bools, Floats, Ints
from trends.bank import DAILY, REGISTER, WEEKLY, Pooling, Predicted, run
from trends.exposure import reckon
from trends.panel import Panel
from trends.places import NARROWNESS
from trends.season import weekday_factors
from trends.series import Season, season_of
from trends.siblings import siblings_start
from trends.windows import Window, best, judge_all

POOLED_EVERY = {"day": 28, "week": 13}  # periods after which series share anew what they know of dispersion
REFIT_WEEKS = 13  # a register of thousands of series is refitted by the quarter; a year's season moves slowly


@dataclass(frozen=True, slots=True)
class Judged:
    """A panel with what was expected of it. `expected` (S, T) exposure × season, 0 = not observed; `p` (S, T) over
    all windows; `alarming` (windows, S, T) the same per window, 1 where the window holds too few groups to alarm;
    `known` (S,) the first period in which a series held anything."""

    panel: Panel
    burn_in: int
    expected: Floats
    relative_variance: Floats
    predicted: Predicted
    windows: tuple[Window, ...]
    p: Floats
    alarming: Floats
    known: Floats

    def watched(self, t: int) -> Bools:
        """(S,) series that are known and observed at period t."""
        watched: Bools = (self.known <= t) & (self.expected[:, t] > 0)
        return watched


def judge_panel(panel: Panel, burn_in: int, minimum_groups: int) -> Judged:
    """Judge all periods of a panel; those before `burn_in` (in periods) are in-sample, never to alarm on."""
    exposed = reckon(panel, burn_in)
    counts = np.where(exposed.exposure > 0, panel.counts, 0.0)
    season = _season(panel, counts, exposed.exposure, burn_in)
    expected, doubt = season.expected, exposed.relative_variance + season.relative_variance
    grid = DAILY if panel.every == "day" else REGISTER if panel.stream == "orders" else WEEKLY
    predicted = run(counts, expected, doubt, season.start, grid, Pooling(burn_in, POOLED_EVERY[panel.every]))
    windows = judge_all(counts, predicted, doubt, panel.every)
    alarming = np.stack(
        [np.where(window.observed >= minimum_groups, window.p / window.share, 1.0) for window in windows]
    )
    some = counts > 0
    known = np.where(some.any(axis=1), some.argmax(axis=1), panel.counts.shape[1]).astype(float)
    return Judged(
        panel=panel,
        burn_in=burn_in,
        expected=expected,
        relative_variance=doubt,
        predicted=predicted,
        windows=windows,
        p=best(windows),
        alarming=np.minimum(1.0, alarming),
        known=known,
    )


def _season(panel: Panel, counts: Floats, exposure: Floats, burn_in: int) -> Season:
    """Weekdays for a daily panel, whose series start from their siblings; for a weekly one the year, where known."""
    if panel.every == "week":
        return season_of(counts, exposure, "week", burn_in, _families(panel), REFIT_WEEKS)
    expected = exposure * _weekday(panel, exposure, burn_in)
    return Season(expected, np.zeros(expected.shape), siblings_start(panel, burn_in))


def _families(panel: Panel) -> Ints:
    """(S,) siblings share topic and level."""
    level = np.array([NARROWNESS[key.level] for key in panel.keys], dtype=np.int64)
    families: Ints = panel.topic_of * len(NARROWNESS) + level
    return families


def _weekday(panel: Panel, exposure: Floats, burn_in: int) -> Floats:
    top = np.array([key.level == panel.top for key in panel.keys])
    weekday = np.array([day.weekday() for day in panel.starts], dtype=np.int64)
    return weekday_factors(panel.counts[top], exposure[top], weekday, burn_in)
