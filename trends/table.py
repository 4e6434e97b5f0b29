"""The detector on anyone's table: long rows of series, period and count in, a judgement of every period out."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pandas as pd

from core.days import monday
from core.errors import BadInput
from trends.arrays import Bools
from trends.budget import LEVELS, LIKELY_TRUE, Budget
from trends.grid import Grid, day_of, grid_of
from trends.options import Every
from trends.season import PERIODS_A_YEAR
from trends.series import YEARS_FOR_A_SEASON, Scored, score
from trends.tails import quantile

OUT = ("series", "period", "observed", "expected", "lower", "upper", "score", "p", "alarm")
YOUNG_BURN_IN_DAYS = 56
FAR_FROM_DATES = date(1970, 1, 5)  # the Monday that integer periods are reckoned from


def detect_table(frame: pd.DataFrame, every: Every, from_: str | int | None, budget: float) -> pd.DataFrame:
    """Judge each period of each series by its past alone.

    frame: columns `series`, `period` (ISO date or integer), `count`, and if known `exposure`, `parent` (a label that
    siblings share), `latitude`, `longitude`. A missing row is not observed; a zero is a zero.
    `from_`: the first period judged (default: after two years where there are three, else after eight weeks).
    `budget`: false episodes a week over the whole table, an alarm's meaning.

    Returns a row for every series and judged period, in order of both: `series, period, observed, expected, lower,
    upper, score, p, alarm`. Expected and the 90 % interval are for that period alone; a higher score is more anomalous;
    a period not observed has empty figures. Raises BadInput naming the column or row that cannot be read.
    """
    grid = grid_of(frame, every)
    first = _first(grid, every, from_)
    found = score(grid.counts, grid.exposure, every, first, grid.family)
    seen = grid.exposure > 0
    alarms = _alarms(found, seen, every, first, budget)
    return _long(grid, found, seen, alarms, first)


def _first(grid: Grid, every: Every, from_: str | int | None) -> int:
    periods = len(grid.periods)
    if from_ is None:
        year = PERIODS_A_YEAR[every]
        learned = YEARS_FOR_A_SEASON * year if periods >= (YEARS_FOR_A_SEASON + 1) * year else 0
        return min(periods, learned or YOUNG_BURN_IN_DAYS // (7 if every == "week" else 1))
    if not grid.periods:
        return 0
    if isinstance(grid.periods[0], int):
        try:
            return min(max(0, int(from_) - grid.periods[0]), periods)
        except ValueError as error:
            raise BadInput(f"'{from_}' is no period of this table, whose periods are integers.") from error
    try:
        start = day_of(from_)
    except ValueError as error:
        raise BadInput(f"'{from_}' is no period of this table, whose periods are dates.") from error
    if every == "week":
        start = monday(start)
    return sum(str(label) < start.isoformat() for label in grid.periods)


def _alarms(found: Scored, seen: Bools, every: Every, first: int, budget: float) -> Bools:
    """Which periods alarm: the level is set so that the budget is kept, as far as the past tells."""
    alarms = np.zeros(seen.shape, dtype=np.bool_)
    keeper = Budget(budget)
    a_week = 1.0 if every == "week" else 7.0
    quiet = np.full(len(seen), 10**6)
    for t in range(min(first, 13 if every == "week" else 28), seen.shape[1]):
        keeper.sums = LEVELS * seen[:, t].sum() * a_week
        level, looser = keeper.level(), keeper.looser()
        here = seen[:, t]
        if t >= first:
            alarms[:, t] = here & (found.p[:, t] <= level)
        high = here & (found.p[:, t] <= looser)
        opened = int((high & (quiet >= a_week) & (found.p[:, t] > LIKELY_TRUE * looser)).sum())
        quiet = np.where(high, 0, quiet + 1)
        if (found.mean[:, t] > 0).any():
            keeper.remember(FAR_FROM_DATES + timedelta(days=int(t * 7 / a_week)), opened, looser, 7 / a_week)
    return alarms


def _long(grid: Grid, found: Scored, seen: Bools, alarms: Bools, first: int) -> pd.DataFrame:
    judged = slice(first, len(grid.periods))
    mean, variance, p = (values[:, judged] for values in (found.mean, found.variance, found.p))
    there = seen[:, judged] & (mean > 0)
    series, count = mean.shape
    figures = {
        "observed": grid.counts[:, judged],
        "expected": mean,
        "lower": quantile(0.05, mean, variance),
        "upper": quantile(0.95, mean, variance),
        "score": -np.log10(p),
        "p": p,
    }
    table: dict[str, object] = {
        "series": np.repeat(np.array(grid.series, dtype=object), count),
        "period": np.tile(np.array(grid.periods[judged], dtype=object), series),
    }
    table |= {name: np.where(there, values, np.nan).ravel() for name, values in figures.items()}
    table["alarm"] = alarms[:, judged].ravel()
    return pd.DataFrame(table, columns=list(OUT))
