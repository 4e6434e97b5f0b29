"""Windows: each period judged together with the ones just before it, as far as they were observed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trends.arrays import Floats
from trends.bank import Predicted
from trends.options import Every
from trends.tails import mid_p

# Weights of the present period, the one before, … A sharp burst shows in the first, a slow rise in the last.
SHAPES: dict[Every, tuple[tuple[float, ...], ...]] = {
    "day": ((1.0,), (1.0,) * 3, (1.0,) * 7),
    "week": ((1.0,), (1.0, 1.0), (1.0,) * 4),
}

# What share of the error each window may spend (a weighted Bonferroni rule, Genovese et al. 2006). By day most goes to
# the longer ones: on trial worlds (seeds 21–23) equal thirds found .60 of the single spikes at one false episode a day,
# three and seven days alone .65; a tenth for the single day keeps an eye on the sharpest bursts.
SHARES: dict[Every, tuple[float, ...]] = {"day": (0.1, 0.45, 0.45), "week": (1 / 3, 1 / 3, 1 / 3)}


@dataclass(frozen=True, slots=True)
class Window:
    """What a window held and was expected to hold, each (S, T); p is 1 where nothing was observed. `share` of the error
    it may spend."""

    periods: int
    share: float
    observed: Floats
    mean: Floats
    variance: Floats
    p: Floats


def judge_all(counts: Floats, predicted: Predicted, relative_variance: Floats, every: Every) -> tuple[Window, ...]:
    """All windows of a kind of period."""
    return tuple(
        judge(counts, predicted, relative_variance, shape, share)
        for shape, share in zip(SHAPES[every], SHARES[every], strict=True)
    )


def judge(
    counts: Floats, predicted: Predicted, relative_variance: Floats, shape: tuple[float, ...], share: float = 1.0
) -> Window:
    """Mid-p of every weighted window. Doubt about level and exposure is shared by its periods, so their sds add up."""
    doubt = np.sqrt(predicted.level_variance + relative_variance * predicted.mean**2)
    noise = predicted.dispersion * predicted.mean
    observed, mean = _sum(counts, shape, 1), _sum(predicted.mean, shape, 1)
    variance = _sum(noise, shape, 2) + _sum(doubt, shape, 1) ** 2
    p = mid_p(observed, mean, variance)
    np.putmask(p, mean <= 0, 1.0)
    return Window(len(shape), share, observed, mean, variance, p)


def _sum(values: Floats, shape: tuple[float, ...], power: int) -> Floats:
    total: Floats = np.zeros(values.shape)
    for back, weight in enumerate(shape[: values.shape[1]]):
        total[:, back:] += weight**power * values[:, : values.shape[1] - back]
    return total


def best(windows: tuple[Window, ...]) -> Floats:
    """One p of several windows: the smallest, each paid for by its share."""
    least = windows[0].p / windows[0].share
    for window in windows[1:]:
        least = np.minimum(least, window.p / window.share)
    paid: Floats = np.minimum(1.0, least)
    return paid
