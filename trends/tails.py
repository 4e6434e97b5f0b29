"""Tails of the negative binomial with a given mean and variance: how surprising is a count.

Parametrised as NB1: with variance = dispersion · mean, size r = mean / (dispersion − 1) and success 1 / dispersion.
The survival function is the regularised incomplete beta function (Abramowitz & Stegun 26.5.24), which also holds for
the half counts of a weighted window.
"""

from __future__ import annotations

import numpy as np
from scipy.special import betainc, gammaln, ndtri

from trends.arrays import Floats

SMALLEST_MEAN = 1e-9
SMALLEST_DISPERSION = 1 + 1e-4
SMALLEST_P = 1e-300
INTERVAL = (0.05, 0.95)  # the usual range: nine counts in ten lie within
LOOKED_THROUGH = 40.0  # means up to here are quantiled by walking through the counts, larger ones by a normal root


def size_and_success(mean: Floats, variance: Floats) -> tuple[Floats, Floats, Floats]:
    """(mean, r, dispersion) of the moment-matched NB, kept away from the edges where it degenerates."""
    safe = np.maximum(mean, SMALLEST_MEAN)
    dispersion = np.maximum(variance / safe, SMALLEST_DISPERSION)
    return safe, safe / (dispersion - 1), dispersion


def log_mass(count: Floats, mean: Floats, dispersion: Floats) -> Floats:
    """log P(Y = count) of an NB1; arguments broadcast."""
    dispersion = np.maximum(dispersion, SMALLEST_DISPERSION)
    size = np.maximum(mean, SMALLEST_MEAN) / (dispersion - 1)
    coefficient = gammaln(count + size) - gammaln(size) - gammaln(count + 1)
    mass: Floats = coefficient - size * np.log(dispersion) + count * np.log1p(-1 / dispersion)
    return mass


def log_reach(count: Floats, mean: Floats, dispersion: Floats) -> Floats:
    """log P(Y ≥ count) of an NB1, count ≥ 1; arguments broadcast."""
    dispersion = np.maximum(dispersion, SMALLEST_DISPERSION)
    size = np.maximum(mean, SMALLEST_MEAN) / (dispersion - 1)
    reach: Floats = np.log(np.maximum(betainc(count, size, 1 - 1 / dispersion), SMALLEST_P))
    return reach


def mean_beyond(count: Floats, mean: Floats, variance: Floats) -> Floats:
    """E[Y | Y ≥ count], count ≥ 1: by y·P(Y = y) = mean·P(Y' = y − 1), where Y' is NB of size r + 1."""
    safe, size, dispersion = size_and_success(mean, variance)
    tilt = 1 - 1 / dispersion
    reach = np.maximum(betainc(count, size, tilt), SMALLEST_P)
    tilted = np.where(count > 1, betainc(np.maximum(count - 1, 1e-9), size + 1, tilt), 1.0)
    beyond: Floats = np.maximum(count, safe * tilted / reach)
    return beyond


def mid_p(count: Floats, mean: Floats, variance: Floats) -> Floats:
    """P(Y > count) + ½ P(Y = count): the one-sided p that ranks discrete counts fairly (Lancaster 1961)."""
    safe, size, dispersion = size_and_success(mean, variance)
    beyond = betainc(count + 1, size, 1 - 1 / dispersion)
    at = np.exp(np.minimum(log_mass(count, safe, dispersion), 0.0))  # of counts of billions it is a difference of two
    p: Floats = np.clip(beyond + 0.5 * at, SMALLEST_P, 1.0)
    return p


def quantile(probability: float, mean: Floats, variance: Floats) -> Floats:
    """Smallest count with P(Y ≤ count) ≥ probability, exact up to a mean of 40, else by a square-root normal."""
    shape = np.broadcast_shapes(mean.shape, variance.shape)
    flat_mean, size, dispersion = size_and_success(
        np.broadcast_to(mean, shape).ravel(), np.broadcast_to(variance, shape).ravel()
    )
    root = np.sqrt(flat_mean) + 0.5 * ndtri(probability) * np.sqrt(dispersion)
    answer = np.ceil(np.maximum(root, 0.0) ** 2)
    small = np.flatnonzero(flat_mean <= LOOKED_THROUGH)
    answer[small] = _walk_up(probability, size[small], dispersion[small])
    return answer.reshape(shape)


def _walk_up(probability: float, size: Floats, dispersion: Floats) -> Floats:
    answer = np.zeros(size.shape)
    active = np.arange(size.size)
    mass = np.exp(-size * np.log(dispersion))
    total = mass.copy()
    count = 0
    while active.size and count < 5000:
        going = total < probability
        answer[active[~going]] = count
        active, size, dispersion, mass, total = active[going], size[going], dispersion[going], mass[going], total[going]
        mass = mass * (count + size) / (count + 1) * (1 - 1 / dispersion)
        total = total + mass
        count += 1
    answer[active] = count
    return answer


def attained(levels: Floats, mean: Floats, variance: Floats, at_least: float) -> Floats:
    """P(mid-p ≤ level and count ≥ at_least) under the predictive itself: shape (len(levels), len(mean)).

    A discrete count cannot reach every level: a sparse series alarms far less often than its nominal level
    (Tarone 1990), and the budget must be reckoned with what can happen.
    """
    safe, size, dispersion = size_and_success(mean, variance)
    sizes = np.zeros((levels.size, mean.size))
    strictest = int(levels.argmin())
    large = safe > LOOKED_THROUGH
    sizes[:, large] = levels[:, None]
    active = np.flatnonzero(~large)
    size, dispersion = size[active], dispersion[active]
    mass = np.exp(-size * np.log(dispersion))
    reach = np.ones(active.size)  # P(Y ≥ count)
    count = 0
    while active.size and count < 5000:
        if count >= at_least:
            middle = reach - 0.5 * mass
            hit = (middle[None, :] <= levels[:, None]) & (sizes[:, active] == 0)
            sizes[:, active] = np.where(hit, reach[None, :], sizes[:, active])
        reach = np.maximum(reach - mass, 0.0)
        mass = mass * (count + size) / (count + 1) * (1 - 1 / dispersion)
        count += 1
        going = (sizes[strictest, active] == 0) & (reach > levels[strictest] * 1e-6)
        active, size, dispersion, mass, reach = active[going], size[going], dispersion[going], mass[going], reach[going]
    return sizes
