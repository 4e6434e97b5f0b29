"""The whole judgement of one panel: exposure → season → filter → windows. Each period by its past alone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trends.arrays import Bools, Floats
from trends.bank import DAILY, WEEKLY, Pooling, Predicted, run
from trends.exposure import reckon
from trends.panel import Panel
from trends.season import weekday_factors
from trends.siblings import siblings_start
from trends.windows import SHAPES, Window, best, judge


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
    expected = exposed.exposure
    if panel.every == "day" and panel.keys:
        expected = expected * _weekday(panel, expected, burn_in)
    counts = np.where(expected > 0, panel.counts, 0.0)
    start = siblings_start(panel, burn_in)
    grid, pooling = (DAILY if panel.every == "day" else WEEKLY), Pooling(burn_in, 28 // panel.days_each)
    predicted = run(counts, expected, exposed.relative_variance, start, grid, pooling)
    windows = tuple(judge(counts, predicted, exposed.relative_variance, shape) for shape in SHAPES[panel.every])
    alarming = np.stack([np.where(window.observed >= minimum_groups, window.p, 1.0) for window in windows])
    some = counts > 0
    known = np.where(some.any(axis=1), some.argmax(axis=1), panel.counts.shape[1]).astype(float)
    return Judged(
        panel=panel,
        burn_in=burn_in,
        expected=expected,
        relative_variance=exposed.relative_variance,
        predicted=predicted,
        windows=windows,
        p=best(windows),
        alarming=np.minimum(1.0, len(windows) * alarming),
        known=known,
    )


def _weekday(panel: Panel, exposure: Floats, burn_in: int) -> Floats:
    top = np.array([key.level == panel.top for key in panel.keys])
    weekday = np.array([day.weekday() for day in panel.starts], dtype=np.int64)
    return weekday_factors(panel.counts[top], exposure[top], weekday, burn_in)
