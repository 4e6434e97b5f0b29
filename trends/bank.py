"""A bank of Gamma–Poisson filters: the rate of every series, followed under several drifts and dispersions at once.

In each cell (drift q, dispersion φ) the rate of a series is λ ~ Gamma(a, b). Each period it evolves with its mean kept,
a ← a/(1+aq), b ← b/(1+aq); predicts a count of mean m = E·a/b and variance (φ + E/b)·m + u·m²; and learns the clipped
count by a += y/φ, b += E/φ, once the guard has passed. Cells are averaged by the likelihood of
what they predicted (a steady-state Poisson filter, Smith & Miller 1986; averaging of models, Raftery et al. 2010).
A count above the roof m + c·sd + ½ is learned as "somewhere above the roof": by its conditional mean E[Y | Y > roof],
and by the probability of lying there as its likelihood. So an outbreak is not learned as normal, and yet the rate and
the dispersion of a sparse series, whose ordinary counts often lie above its roof, are not drawn down. The guard keeps
the first days of an outbreak out of its own baseline.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from trends.arrays import Bools, Floats
from trends.dispersion import pooled_dispersion
from trends.tails import log_mass, log_reach, mean_beyond

CLIP = 2.58  # 99 % of a normal: what lies beyond is learned only up to here (Noufaily et al. 2013 reweight there too)
FREELY_LEARNED = 10  # first periods of a series without any clip: before that there is no norm to clip to


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells of the bank: drift (variance of the log level per period) and dispersion, each of shape (J,)."""

    drift: Floats
    dispersion: Floats
    guard: int

    @classmethod
    def of(cls, drifts: tuple[float, ...], dispersions: tuple[float, ...], guard: int) -> Grid:
        """All pairs of the two lists."""
        q, phi = np.meshgrid(np.array(drifts), np.array(dispersions), indexing="ij")
        return cls(q.ravel(), phi.ravel(), guard)


# Both grids come from the trial of the method on simulated series; a finer one gained less than .005 of POD.
WEEKLY = Grid.of((0.0, 1e-4, 4e-4, 1.6e-3, 6.4e-3), (1.02, 1.25, 1.6, 2.2, 3.2, 5.0, 8.0), guard=1)
REGISTER = Grid.of(
    (0.0, 4e-4, 1.6e-3, 6.4e-3), (1.02, 1.6, 2.5, 4.0, 7.0, 12.0, 25.0), guard=1
)  # orders come in batches
DAILY = Grid.of((0.0, 1e-5, 1e-4, 1e-3), (1.02, 1.3, 1.8, 2.8, 5.0), guard=7)


@dataclass(frozen=True, slots=True)
class Start:
    """Where series start: prior mean and strength of the rate, each (S,)."""

    mean: Floats
    strength: Floats


@dataclass(frozen=True, slots=True)
class Predicted:
    """What each period was expected to bring before it was seen, each (S, T): mean, the part of the variance that
    comes from not knowing the level (squared sd), and the dispersion φ averaged over the cells."""

    mean: Floats
    level_variance: Floats
    dispersion: Floats
    weights: Floats


@dataclass(frozen=True, slots=True)
class Seen:
    """A period that waits for its guard to pass; `roof` is the least count it was above, or 0. All (S,)."""

    count: Floats
    roof: Floats
    expected: Floats
    relative_variance: Floats
    seen: Bools


@dataclass(slots=True)
class Bank:
    """The running state of S series in J cells; `step` predicts a period, then learns the one `guard` before it."""

    grid: Grid
    start_mean: Floats
    a: Floats
    b: Floats
    log_prior: Floats
    log_likelihood: Floats
    periods_seen: Floats
    waiting: list[Seen] = field(default_factory=list)

    @classmethod
    def begin(cls, start: Start, grid: Grid) -> Bank:
        """A bank at its prior. Shapes: see Start."""
        series, cells = start.mean.size, grid.drift.size
        a = np.repeat(start.strength[:, None], cells, axis=1)
        b = np.repeat((start.strength / start.mean)[:, None], cells, axis=1)
        prior = np.full((series, cells), -np.log(cells))
        return cls(grid, start.mean, a, b, prior, np.zeros((series, cells)), np.zeros(series))

    def weights(self) -> Floats:
        """Posterior weights of the cells, (S, J), rows summing to one."""
        log_weight = self.log_prior + self.log_likelihood
        raised = np.exp(log_weight - log_weight.max(axis=1, keepdims=True))
        normed: Floats = raised / raised.sum(axis=1, keepdims=True)
        return normed

    def share_dispersion(self, counts: Floats, expected: Floats) -> None:
        """Let series that count alike share what their histories (S, t) say of dispersion: the prior of the cells."""
        self.log_prior = np.log(pooled_dispersion(counts, expected, self.start_mean, self.grid.dispersion))

    def predict(self, expected: Floats) -> tuple[Floats, Floats, Floats]:
        """(mean, level variance, dispersion), each (S,), for a period of exposure `expected` (S,)."""
        weights = self.weights()
        ahead = 1 / (1 + self.a * self.grid.drift * (1 + len(self.waiting)))
        mean = self.a / self.b * expected[:, None]
        level = mean * expected[:, None] / (self.b * ahead)
        middle = (weights * mean).sum(axis=1)
        dispersion = (weights * self.grid.dispersion).sum(axis=1)
        second = (weights * (self.grid.dispersion * mean + level + mean * mean)).sum(axis=1) - middle * middle
        return middle, np.maximum(second - dispersion * middle, 0.0), dispersion

    def step(
        self, count: Floats, expected: Floats, relative_variance: Floats, seen: Bools
    ) -> tuple[Floats, Floats, Floats]:
        """Predict this period, put its count into the queue, learn what has left the guard. All arguments (S,)."""
        mean, level, dispersion = self.predict(expected)
        variance = dispersion * mean + level + relative_variance * mean * mean
        roof = np.floor(mean + CLIP * np.sqrt(variance) + 0.5) + 1
        above = (count >= roof) & (self.periods_seen >= FREELY_LEARNED)
        learned = count.copy()
        beyond = mean_beyond(roof[above], mean[above], variance[above])
        learned[above] = np.minimum(count[above], beyond)
        self.periods_seen += seen
        self.waiting.append(Seen(learned, np.where(above, roof, 0.0), expected, relative_variance, seen))
        if len(self.waiting) > self.grid.guard:
            self._learn(self.waiting.pop(0))
        return mean, level, dispersion

    def _learn(self, period: Seen) -> None:
        shrink = 1 / (1 + self.a * self.grid.drift)
        self.a *= shrink
        self.b *= shrink
        count, exposure, rate = period.count[:, None], period.expected[:, None], self.a / self.b
        doubt = period.relative_variance[:, None] * rate * exposure  # an uncertain exposure teaches less
        spread = self.grid.dispersion + doubt
        around = spread + exposure / self.b
        fit = log_mass(np.floor(count), rate * exposure, around)
        high = np.flatnonzero(period.roof > 0)
        fit[high] = log_reach(period.roof[high, None], (rate * exposure)[high], around[high])
        told = period.seen[:, None]
        self.log_likelihood += np.where(told, fit, 0.0)
        self.a = np.where(told, self.a + count / spread, self.a)
        self.b = np.where(told, self.b + exposure / spread, self.b)


@dataclass(frozen=True, slots=True)
class Pooling:
    """When series share what they know of dispersion: after `burn_in` periods, then every `every` periods."""

    burn_in: int
    every: int


def run(
    counts: Floats, expected: Floats, relative_variance: Floats, start: Start, grid: Grid, pooling: Pooling
) -> Predicted:
    """Filter whole histories, all (S, T); `expected` 0 means not observed: nothing is predicted, nothing learned.

    What the burn-in says of dispersion is known from the start.
    """
    bank = Bank.begin(start, grid)
    bank.share_dispersion(counts[:, : pooling.burn_in], expected[:, : pooling.burn_in])
    out = [np.zeros(counts.shape) for _ in range(3)]
    for t in range(counts.shape[1]):
        if t > pooling.burn_in and (t - pooling.burn_in) % pooling.every == 0:
            bank.share_dispersion(counts[:, :t], expected[:, :t])
        seen = expected[:, t] > 0
        figures = bank.step(counts[:, t], expected[:, t], relative_variance[:, t], seen)
        for into, figure in zip(out, figures, strict=True):
            into[:, t] = figure
    return Predicted(out[0], out[1], out[2], bank.weights())
