"""The detector on anyone's table: long rows of series, period and count in, a judgement of every period out."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from core.days import monday
from core.errors import BadInput
from trends.arrays import Bools, Floats
from trends.grid import Grid, day_of, grid_of, unit_of
from trends.opening import Opening, calibrated_from
from trends.options import Every
from trends.season import PERIODS_A_YEAR
from trends.series import YEARS_FOR_A_SEASON, Scored, score
from trends.tails import INTERVAL, quantile

OUT = ("series", "period", "observed", "expected", "lower", "upper", "score", "p", "alarm")
YOUNG_BURN_IN_DAYS = 56


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
    first = first_judged(grid, every, from_)
    exposure = grid.exposure / unit_of(grid.exposure, first)
    found = score(grid.counts, exposure, every, first, grid.family)
    seen = exposure > 0
    opening = Opening.begin(len(seen), every, budget)
    alarms = np.zeros(seen.shape, dtype=np.bool_)
    for t in range(calibrated_from(first, every), seen.shape[1]):
        low = opening.step(t, found.p[:, t], seen[:, t], bool((found.mean[:, t] > 0).any()))
        alarms[:, t] = low & (t >= first)
    at = slice(first, len(grid.periods))
    figures = Scored(found.mean[:, at], found.variance[:, at], found.p[:, at])
    return long_table(grid.series, grid.periods[at], grid.counts[:, at], figures, seen[:, at], alarms[:, at])


def first_judged(grid: Grid, every: Every, from_: str | int | None) -> int:
    """The number of the first judged period. Raises BadInput for a `from_` that is no period of the table."""
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


def long_table(
    series: Sequence[object], periods: Sequence[object], counts: Floats, found: Scored, seen: Bools, alarms: Bools
) -> pd.DataFrame:
    """Rows of OUT, by series and period, from arrays (S, T)."""
    there = seen & (found.mean > 0)
    figures = {
        "observed": counts,
        "expected": found.mean,
        "lower": quantile(INTERVAL[0], found.mean, found.variance),
        "upper": quantile(INTERVAL[1], found.mean, found.variance),
        "score": -np.log10(found.p) + 0.0,  # no "-0.0"
        "p": found.p,
    }
    table: dict[str, object] = {
        "series": np.repeat(np.array(series, dtype=object), len(periods)),
        "period": np.tile(np.array(periods, dtype=object), len(series)),
    }
    table |= {name: np.where(there, values, np.nan).ravel() for name, values in figures.items()}
    table["alarm"] = alarms.ravel()
    return pd.DataFrame(table, columns=list(OUT))
