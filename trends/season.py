"""What returns with the calendar."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from trends.arrays import Floats, Ints
from trends.glm import Fit, fitted
from trends.options import Every

PERIODS_A_YEAR: dict[Every, int] = {"week": 52, "day": 364}
HARMONICS: dict[Every, int] = {"week": 2, "day": 1}
# Of the trend over two years, and of the first harmonic (j² times that of the j-th). In the sparsest class 8 times the
# dispersion for the latter gave +.025, +.013, +.014 and −.012 of POD (seeds 81, 82, 90, 92), else nothing: flat.
TREND_RIDGE, HARMONIC_RIDGE = 1.0, 4.0
BLOCK = 4096  # series fitted at once: two years of days of so many are 24 MB an array, and some ten of them
WEEKDAY_RIDGE = 10.0  # weekdays of one series differ by a tenth or two
WEEKDAY_PRIOR = 50.0  # groups of prior weight on "all weekdays alike": a tenth of a year of one group a day
# A day's total counts for its weekday up to so many times one more than what the middle one of as many same weekdays
# before it would have held, so that one mistyped count does not make a weekday. Poisson totals hardly ever pass it.
OUTLANDISH, WEEKS_BEFORE = 3.0, 8


def weekday_factors(counts: Floats, expected: Floats, weekday: Ints, burn_in: int) -> Floats:
    """(T,) factor of each day's weekday, from all series together: observed over expected on that weekday so far.

    counts, expected (S, T); weekday (T,) 0 to 6. Within the burn-in, the factors of the whole burn-in.
    """
    shown = np.zeros((7, weekday.size))
    awaited = np.zeros((7, weekday.size))
    t = np.arange(weekday.size)
    total = _believable(np.where(expected > 0, counts, 0.0).sum(axis=0), expected.sum(axis=0), weekday, burn_in)
    level = total[: burn_in or None].sum() / max(expected[:, : burn_in or None].sum(), 1e-9)
    shown[weekday, t] = total
    awaited[weekday, t] = expected.sum(axis=0) * level
    until = np.where(t < burn_in, min(burn_in, t.size), t)
    sums = [np.concatenate([np.zeros((7, 1)), np.cumsum(v, axis=1)], axis=1)[:, until] for v in (shown, awaited)]
    ratio = (sums[0] + WEEKDAY_PRIOR) / (sums[1] + WEEKDAY_PRIOR)
    ratio /= ratio.mean(axis=0)
    factors: Floats = ratio[weekday, t]
    return factors


def _believable(total: Floats, reach: Floats, weekday: Ints, burn_in: int) -> Floats:
    """(T,) totals of days, none far above the middle of the same weekdays before it (in the burn-in: of all of it)."""
    rate = pd.Series(np.where(reach > 0, total / np.maximum(reach, 1e-12), np.nan))
    middle = rate.groupby(weekday).transform(lambda days: days.rolling(WEEKS_BEFORE, min_periods=1).median().shift(1))
    early = rate[:burn_in].groupby(weekday[:burn_in]).transform("median")
    usual = pd.concat([early, middle[burn_in:]]).to_numpy(np.float64)
    roof = np.where(np.isnan(usual), np.inf, OUTLANDISH * (usual * reach + 1))
    believable: Floats = np.minimum(total, roof)
    return believable


@dataclass(frozen=True, slots=True)
class Yearly:
    """Expected counts of each period, (S, T), by trend and season fitted to its past; relative variance of that."""

    expected: Floats
    relative_variance: Floats


def yearly(
    counts: Floats, exposure: Floats, every: Every, first: int, refit_weeks: int = 4, drawn: float | None = None
) -> Yearly:
    """Trend and yearly season of every series, refitted every few weeks to all that lies before.

    log μ = log o + b0 + b1·(t − now)/2 years + Σ_{j≤J} a_j cos(2πjt/year) + c_j sin(2πjt/year) (and weekdays, by day),
    a penalised quasi-Poisson GLM with ridge 1 on the trend and 4j² on the harmonics, the four weeks before `now`
    left out, and the weight of periods far above their fit (Anscombe residual s > 2.58) lowered to (2.58/s)² as in
    Noufaily et al. 2013.
    Periods before `first` bear the figures of the first fit. exposure 0 = not observed; `drawn` as in `fitted`.
    """
    periods = counts.shape[1]
    step = refit_step(every, refit_weeks)
    parts = blocks_of(len(counts))
    expected, doubt = np.zeros(counts.shape), np.zeros(counts.shape)
    fits: list[Fit | None] = [None] * len(parts)
    for now in range(first, periods, step):
        late = slice(0 if now == first else now, min(now + step, periods))
        middles = None
        for n, rows in enumerate(parts):
            fit = refitted(counts[rows, :now], exposure[rows, :now], every, fits[n], middles, drawn)
            expected[rows, late], doubt[rows, late] = looked_ahead(fit, now, late, exposure[rows, late], every)
            fits[n], middles = fit, middles or fit.middles
    return Yearly(expected, doubt)


def blocks_of(series: int) -> list[slice]:
    """The rows of each block in which series are fitted, for the sake of memory: every n-th row, so that the first
    block, whose middle dispersion all are drawn to, holds a fair sample of them. One block up to BLOCK series."""
    parts = max(1, -(-series // BLOCK))
    return [slice(n, None, parts) for n in range(parts)]


def refit_step(every: Every, refit_weeks: int = 4) -> int:
    """Periods between one fit and the next."""
    return PERIODS_A_YEAR[every] * refit_weeks // 52


def refitted(
    counts: Floats,
    exposure: Floats,
    every: Every,
    before: Fit | None = None,
    middles: tuple[float, ...] | None = None,
    drawn: float | None = None,
) -> Fit:
    """The fit of a period to all that lies before it but the last four weeks, (S, now) both."""
    now = counts.shape[1]
    past = max(0, now - PERIODS_A_YEAR[every] // 13)
    design = _basis(np.arange(past), now, every)
    return fitted(design, counts[:, :past], exposure[:, :past], _ridge(every), before, drawn, middles)


def looked_ahead(fit: Fit, now: int, late: slice, exposure: Floats, every: Every) -> tuple[Floats, Floats]:
    """(expected, relative variance) of the periods `late` with this exposure, by the fit of period `now`."""
    return fit.at(_basis(np.arange(late.start, late.stop), now, every), exposure)


def _basis(t: Ints, now: int, every: Every) -> Floats:
    year = PERIODS_A_YEAR[every]
    columns = [np.ones(t.size), (t - now) / (2 * year)]
    for j in range(1, HARMONICS[every] + 1):
        angle = 2 * np.pi * j * t / (year if every == "week" else 365.25)
        columns += [np.cos(angle), np.sin(angle)]
    if every == "day":
        columns += [(t % 7 == weekday).astype(np.float64) - (t % 7 == 0) for weekday in range(1, 7)]
    return np.stack(columns, axis=1)


def _ridge(every: Every) -> Floats:
    harmonics = [HARMONIC_RIDGE * j * j for j in range(1, HARMONICS[every] + 1) for _ in range(2)]
    weekdays = [WEEKDAY_RIDGE] * 6 if every == "day" else []
    return np.array([1e-4, TREND_RIDGE, *harmonics, *weekdays])
