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


@dataclass(frozen=True, slots=True)
class Window:
    """What a window held and was expected to hold, each (S, T); p is 1 where nothing was observed."""

    periods: int
    observed: Floats
    mean: Floats
    variance: Floats
    p: Floats


def judge(counts: Floats, predicted: Predicted, relative_variance: Floats, shape: tuple[float, ...]) -> Window:
    """Mid-p of every weighted window. Doubt about level and exposure is shared by its periods, so their sds add up."""
    doubt = np.sqrt(predicted.level_variance + relative_variance * predicted.mean**2)
    noise = predicted.dispersion * predicted.mean
    observed, mean = _sum(counts, shape, 1), _sum(predicted.mean, shape, 1)
    variance = _sum(noise, shape, 2) + _sum(doubt, shape, 1) ** 2
    p = mid_p(observed, mean, variance)
    np.putmask(p, mean <= 0, 1.0)
    return Window(len(shape), observed, mean, variance, p)


def _sum(values: Floats, shape: tuple[float, ...], power: int) -> Floats:
    total: Floats = np.zeros(values.shape)
    for back, weight in enumerate(shape[: values.shape[1]]):
        total[:, back:] += weight**power * values[:, : values.shape[1] - back]
    return total


def best(windows: tuple[Window, ...]) -> Floats:
    """One p of several windows: the smallest, paid for by their number."""
    least = windows[0].p
    for window in windows[1:]:
        least = np.minimum(least, window.p)
    paid: Floats = np.minimum(1.0, len(windows) * least)
    return paid
