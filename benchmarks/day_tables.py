"""Daily series with two years behind them, weekdays of their own, and an outbreak of three days in the last weeks."""

from __future__ import annotations

import numpy as np

from benchmarks.weekly_designs import pod, untied
from trends import series

SERIES, DAYS, FIRST, LASTS = 300, 830, 740, 3
WEEKDAYS, MORE = 0.25, 3.0  # standard deviation of a weekday's logarithm; times its standard deviation a day


def found(seed: int) -> tuple[float, float]:
    """Share of the outbreaks found where one in a hundred other days is false, and the sum of all p."""
    rng = np.random.default_rng(seed)
    level = rng.lognormal(1.0, 0.7, (SERIES, 1))
    mean = level * np.exp(rng.normal(0.0, WEEKDAYS, (SERIES, 7)))[:, np.arange(DAYS) % 7]
    begin = rng.integers(FIRST + 7, DAYS - 14, SERIES)
    since = np.arange(DAYS) - begin[:, None]
    ill = (since >= 0) & (since < LASTS)
    counts = rng.poisson(mean + ill * MORE * np.sqrt(mean)).astype(np.float64)
    judged = series.score(counts, np.ones(counts.shape), "day", FIRST, np.zeros(SERIES, np.int64)).p[:, FIRST:]
    after = ((since >= 0) & (since < LASTS + 14))[:, FIRST:]
    scores = untied(judged, 0)
    quiet = np.where(after & ~ill[:, FIRST:], -1.0, scores)  # days that an outbreak still colours count for nothing
    return pod(quiet, ill[:, FIRST:]), float(judged.sum())
