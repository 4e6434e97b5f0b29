"""Penalised quasi-Poisson regression of many series on one design at once (iteratively reweighted least squares)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trends.arrays import Floats

OUTLYING = 2.58  # Anscombe residual above which a period's weight falls (Noufaily et al. 2013)
# Steps of Newton's method from nothing and from a fit near by, rounds of reweighting (three to four in the trial).
FIRST_STEPS, STEPS, ROUNDS = 10, 3, 3
DRAWN_PERIODS = 20.0  # a tenth of four years of weeks: one series' own dispersion soon speaks for itself
STEEPEST = 2.0  # largest change of a coefficient in one step: Newton's method can leap from a flat start
# Largest linear predictor either way: of a count of three million; of larger ones so much above their own log.
FARTHEST, ABOVE = 15.0, 3.0


@dataclass(frozen=True, slots=True)
class Fit:
    """Coefficients (S, p), dispersion (S,), inverse information (S, p, p); `middles`: the dispersion of the middle
    series in each round."""

    coefficients: Floats
    dispersion: Floats
    inverse: Floats
    middles: tuple[float, ...]

    def at(self, design: Floats, exposure: Floats) -> tuple[Floats, Floats]:
        """(expected, relative variance of all but intercept and trend), each (S, n), for rows of the design (n, p)."""
        expected = exposure * _mean(self.coefficients @ design.T, self.coefficients[:, 0])
        waves = design[:, 2:]
        doubt = np.einsum("np,spq,nq->sn", waves, self.inverse[:, 2:, 2:], waves, optimize=True)
        return expected, doubt * self.dispersion[:, None]


def fitted(
    design: Floats,
    counts: Floats,
    exposure: Floats,
    ridge: Floats,
    start: Fit | None = None,
    drawn: float | None = None,
    middles: tuple[float, ...] | None = None,
) -> Fit:
    """Fit every row of counts (S, n) on design (n, p) with log exposure as offset; a `start` near by saves steps.

    `drawn`: periods of prior weight (unless given DRAWN_PERIODS) with which a series' dispersion is drawn to that of
    the middle series, which are `middles`, round by round, where these rows are part of more.
    """
    drawn = DRAWN_PERIODS if drawn is None else drawn
    seen = (exposure > 0).astype(float)
    offset = np.log(np.where(exposure > 0, exposure, 1.0))
    largest = np.log1p(counts.max(axis=1, initial=0.0))
    squares = np.einsum("np,nq->npq", design, design).reshape(design.shape[0], -1)
    if start is None:
        beta = np.zeros((counts.shape[0], design.shape[1]))
        beta[:, 0] = np.log(((counts * seen).sum(axis=1) + 0.5) / np.maximum(exposure.sum(axis=1), 0.5e-6))
        beta = _newton(design, squares, counts, seen, offset, largest, ridge, beta, FIRST_STEPS)
    else:
        beta = start.coefficients
    weight = seen
    told: list[float] = []
    for n in range(ROUNDS if start is None else 2):
        mean = _mean(beta @ design.T + offset, largest)
        dispersion, middle = _dispersion(
            counts, mean, weight, beta.shape[1], drawn, None if middles is None else middles[n]
        )
        told.append(middle)
        excess = _anscombe(counts, mean, dispersion)
        weight = seen * np.where(excess > OUTLYING, (OUTLYING / np.maximum(excess, 1e-6)) ** 2, 1.0)
        beta = _newton(design, squares, counts, weight, offset, largest, ridge, beta, STEPS)
    mean = _mean(beta @ design.T + offset, largest)
    inverse = np.linalg.inv(_information(squares, weight * mean, ridge))
    dispersion, middle = _dispersion(
        counts, mean, weight, beta.shape[1], drawn, None if middles is None else middles[-1]
    )
    return Fit(beta, dispersion, inverse, (*told, middle))


def _mean(predictor: Floats, largest: Floats) -> Floats:
    """exp of the linear predictor (S, n), kept within reach of series whose largest count has this log (S,)."""
    roof = np.maximum(FARTHEST, largest + ABOVE)[:, None]
    mean: Floats = np.exp(np.clip(predictor, -FARTHEST, roof))
    return mean


def _information(squares: Floats, weight: Floats, ridge: Floats) -> Floats:
    information: Floats = (weight @ squares).reshape(-1, ridge.size, ridge.size) + np.diag(ridge)
    return information


def _newton(
    design: Floats,
    squares: Floats,
    counts: Floats,
    weight: Floats,
    offset: Floats,
    largest: Floats,
    ridge: Floats,
    beta: Floats,
    n: int,
) -> Floats:
    """`n` steps from beta (S, p); squares (n, p²) of the design's rows; weight and offset as counts, (S, n)."""
    for _ in range(n):
        mean = _mean(beta @ design.T + offset, largest)
        slope = (weight * (counts - mean)) @ design - beta * ridge
        step = np.linalg.solve(_information(squares, weight * mean, ridge), slope[..., None])[..., 0]
        beta = beta + np.clip(step, -STEEPEST, STEEPEST)
    return beta


def _dispersion(
    counts: Floats, mean: Floats, weight: Floats, parameters: int, drawn: float, middle: float | None
) -> tuple[Floats, float]:
    """Pearson dispersion (S,), drawn to that of the middle series, and the latter."""
    pearson = (weight * (counts - mean) ** 2 / np.maximum(mean, 0.02)).sum(axis=1)
    freedom = np.maximum(weight.sum(axis=1) - parameters, 1.0)
    if middle is None:
        middle = float(np.exp(np.median(np.log(np.maximum(pearson / freedom, 0.5)))))
    found: Floats = np.maximum((drawn * middle + pearson) / (drawn + freedom), 1.02)
    return found, middle


def _anscombe(counts: Floats, mean: Floats, dispersion: Floats) -> Floats:
    mean = np.maximum(mean, 1e-6)
    residual: Floats = 1.5 * (counts ** (2 / 3) * mean ** (-1 / 6) - np.sqrt(mean)) / np.sqrt(dispersion)[:, None]
    return residual
