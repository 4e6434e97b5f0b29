"""What returns with the calendar."""

from __future__ import annotations

import numpy as np

from trends.arrays import Floats, Ints

WEEKDAY_PRIOR = 50.0  # groups of prior weight on "all weekdays alike": a tenth of a year of one group a day


def weekday_factors(counts: Floats, expected: Floats, weekday: Ints, burn_in: int) -> Floats:
    """(T,) factor of each day's weekday, from all series together: observed over expected on that weekday so far.

    counts, expected (S, T); weekday (T,) 0 to 6. Within the burn-in, the factors of the whole burn-in.
    """
    shown = np.zeros((7, weekday.size))
    awaited = np.zeros((7, weekday.size))
    t = np.arange(weekday.size)
    total = np.where(expected > 0, counts, 0.0).sum(axis=0)
    level = total[: burn_in or None].sum() / max(expected[:, : burn_in or None].sum(), 1e-9)
    shown[weekday, t] = total
    awaited[weekday, t] = expected.sum(axis=0) * level
    until = np.where(t < burn_in, min(burn_in, t.size), t)
    sums = [np.concatenate([np.zeros((7, 1)), np.cumsum(v, axis=1)], axis=1)[:, until] for v in (shown, awaited)]
    ratio = (sums[0] + WEEKDAY_PRIOR) / (sums[1] + WEEKDAY_PRIOR)
    ratio /= ratio.mean(axis=0)
    factors: Floats = ratio[weekday, t]
    return factors
