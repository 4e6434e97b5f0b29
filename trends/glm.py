"""Penalised quasi-Poisson regression of many series on one design at once (iteratively reweighted least squares)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trends.arrays import Floats

OUTLYING = 2.58  # Anscombe residual above which a period's weight falls (Noufaily et al. 2013)
# Steps of Newton's method from nothing and between rounds; rounds of reweighting (three to four in the trial), and
# those that a fit near by needs.
FIRST_STEPS, STEPS, ROUNDS, ROUNDS_AGAIN = 10, 3, 3, 2
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
    rounds = ROUNDS if start is None else ROUNDS_AGAIN
    given = (None,) * (rounds + 1) if middles is None else (*middles[:rounds], middles[-1])
    task = _Task.of(design, counts, exposure, ridge)
    beta, weight = task.begun(exposure) if start is None else start.coefficients, task.seen
    told: list[float] = []
    for middle in given[:-1]:
        mean = task.mean(beta)
        dispersion, found = task.dispersion(mean, weight, drawn, middle)
        told.append(found)
        weight = task.trusted(mean, dispersion)
        beta = task.stepped(beta, weight, STEPS)
    mean = task.mean(beta)
    dispersion, found = task.dispersion(mean, weight, drawn, given[-1])
    return Fit(beta, dispersion, np.linalg.inv(task.information(weight * mean)), (*told, found))


@dataclass(frozen=True, slots=True)
class _Task:
    """What is fitted: a design (n, p) and its rows' products (n, p²), counts, whether seen (0 or 1) and log exposure,
    each (S, n), the log of each series' largest count (S,), the ridge (p,)."""

    design: Floats
    products: Floats
    counts: Floats
    seen: Floats
    offset: Floats
    largest: Floats
    ridge: Floats

    @classmethod
    def of(cls, design: Floats, counts: Floats, exposure: Floats, ridge: Floats) -> _Task:
        """From what `fitted` is given."""
        products = np.einsum("np,nq->npq", design, design).reshape(design.shape[0], -1)
        offset = np.log(np.where(exposure > 0, exposure, 1.0))
        largest = np.log1p(counts.max(axis=1, initial=0.0))
        return cls(design, products, counts, (exposure > 0).astype(float), offset, largest, ridge)

    def begun(self, exposure: Floats) -> Floats:
        """(S, p) coefficients, from each series' mean rate."""
        beta = np.zeros((self.counts.shape[0], self.design.shape[1]))
        beta[:, 0] = np.log(((self.counts * self.seen).sum(axis=1) + 0.5) / np.maximum(exposure.sum(axis=1), 0.5e-6))
        return self.stepped(beta, self.seen, FIRST_STEPS)

    def mean(self, beta: Floats) -> Floats:
        """(S, n) expected counts under these coefficients."""
        return _mean(beta @ self.design.T + self.offset, self.largest)

    def information(self, weight: Floats) -> Floats:
        """(S, p, p) under weights of the periods (S, n)."""
        information: Floats = (weight @ self.products).reshape(-1, self.ridge.size, self.ridge.size)
        return information + np.diag(self.ridge)

    def stepped(self, beta: Floats, weight: Floats, steps: int) -> Floats:
        """(S, p) after so many steps of Newton's method."""
        for _ in range(steps):
            mean = self.mean(beta)
            slope = (weight * (self.counts - mean)) @ self.design - beta * self.ridge
            step = np.linalg.solve(self.information(weight * mean), slope[..., None])[..., 0]
            beta = beta + np.clip(step, -STEEPEST, STEEPEST)
        return beta

    def dispersion(self, mean: Floats, weight: Floats, drawn: float, middle: float | None) -> tuple[Floats, float]:
        """Pearson dispersion (S,), drawn to that of the middle series, and the latter."""
        pearson = (weight * (self.counts - mean) ** 2 / np.maximum(mean, 0.02)).sum(axis=1)
        freedom = np.maximum(weight.sum(axis=1) - self.design.shape[1], 1.0)
        if middle is None:
            middle = float(np.exp(np.median(np.log(np.maximum(pearson / freedom, 0.5)))))
        found: Floats = np.maximum((drawn * middle + pearson) / (drawn + freedom), 1.02)
        return found, middle

    def trusted(self, mean: Floats, dispersion: Floats) -> Floats:
        """(S, n) weights: less than one for what lies far above its fit, so that past outbreaks do not raise it."""
        excess = _anscombe(self.counts, mean, dispersion)
        return self.seen * np.where(excess > OUTLYING, (OUTLYING / np.maximum(excess, 1e-6)) ** 2, 1.0)


def _mean(predictor: Floats, largest: Floats) -> Floats:
    """exp of the linear predictor (S, n), kept within reach of series whose largest count has this log (S,)."""
    roof = np.maximum(FARTHEST, largest + ABOVE)[:, None]
    mean: Floats = np.exp(np.clip(predictor, -FARTHEST, roof))
    return mean


def _anscombe(counts: Floats, mean: Floats, dispersion: Floats) -> Floats:
    mean = np.maximum(mean, 1e-6)
    residual: Floats = 1.5 * (counts ** (2 / 3) * mean ** (-1 / 6) - np.sqrt(mean)) / np.sqrt(dispersion)[:, None]
    return residual
