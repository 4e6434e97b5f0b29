"""How much likelier are the last two periods under an outbreak than under the usual: the score of weekly series.

An outbreak that began now or one period ago, whose size is one to ten standard deviations of the count, half of it in
its first period and two fifths in its second (the usual shape of a cluster of reports: log-normal delays of median one
period), is weighed against none: the mean likelihood ratio over starts and sizes (Neyman & Pearson; a Bayes factor).
It beats the tail of a weighted sum because it lets both periods speak in full. Its null distribution depends on the
mean and the dispersion, so it is read off draws from the predictive itself, in classes of alike means.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import logsumexp

from trends.arrays import Floats
from trends.tails import SMALLEST_MEAN, SMALLEST_P, log_mass

SIZES = (1.0, 2.0, 3.0, 5.0, 7.0, 10.0)
SHAPES = ((0.5,), (0.42, 0.5))  # share of the outbreak in this period, the one before, … by when it began
MOST_DRAWS, FEWEST_DRAWS, DRAWS_EACH, CLASSES = 300_000, 48_000, 20, 12
TAIL_FROM = 0.01  # beyond this p the null is continued by its own exponential tail
SEED = 20_031  # any fixed one: the same input gives the same answer


def ratio(counts: Floats, mean: Floats, variance: Floats) -> Floats:
    """log10 of the likelihood ratio, (S, T); the first column knows of one period only."""
    mean = np.maximum(mean, SMALLEST_MEAN)
    size = np.sqrt(variance)
    usual = log_mass(counts, mean, variance / mean)
    terms = [_with_outbreak(counts, mean, variance, usual, size * times, shape) for times in SIZES for shape in SHAPES]
    found: Floats = (logsumexp(np.stack(terms), axis=0) - np.log(len(terms))) / np.log(10)
    return found


def _with_outbreak(
    counts: Floats, mean: Floats, variance: Floats, usual: Floats, size: Floats, shape: tuple[float, ...]
) -> Floats:
    total = np.zeros(counts.shape)
    periods = counts.shape[1]
    for back, share in enumerate(shape[:periods]):
        then = slice(0, periods - back)
        cases = share * size[:, back:]
        raised = mean[:, then] + cases
        fit = log_mass(counts[:, then], raised, (variance[:, then] + cases) / raised)
        total[:, back:] += fit - usual[:, then]
    return total


@dataclass(frozen=True, slots=True)
class Null:
    """What the ratio is without an outbreak: sorted draws by class of mean, and each class's mean of log mean."""

    draws: tuple[Floats, ...]
    middles: Floats

    @classmethod
    def drawn(cls, mean: Floats, variance: Floats) -> Null:
        """From pairs of neighbouring periods of these predictives, (S, T ≥ 2); those of mean 0 are passed over."""
        rng = np.random.default_rng(SEED)
        usable = np.argwhere((mean[:, 1:] > 0) & (mean[:, :-1] > 0))
        draws = min(MOST_DRAWS, max(FEWEST_DRAWS, DRAWS_EACH * len(usable)))
        series, period = usable[rng.integers(0, len(usable), draws)].T
        pairs = np.stack([mean[series, period], mean[series, period + 1]], axis=1)
        spread = np.maximum(np.stack([variance[series, period], variance[series, period + 1]], axis=1), pairs * 1.0001)
        dispersion = spread / pairs
        counts = rng.poisson(rng.gamma(pairs / (dispersion - 1), dispersion - 1)).astype(np.float64)
        found = ratio(counts, pairs, spread)[:, 1]
        level = np.log(pairs[:, 1])
        order = np.argsort(level, kind="stable")
        parts = np.array_split(order, CLASSES)
        return cls(tuple(np.sort(found[part]) for part in parts), np.array([level[part].mean() for part in parts]))

    def p(self, ratios: Floats, mean: Floats) -> Floats:
        """Mid-p of ratios under the null of their mean, between the two nearest classes in log p."""
        at = np.interp(np.log(np.maximum(mean, SMALLEST_MEAN)), self.middles, np.arange(self.middles.size))
        logs = np.zeros(ratios.shape)
        for k, draws in enumerate(self.draws):
            near = np.abs(at - k) < 1
            weight = 1 - np.abs(at[near] - k)
            logs[near] += weight * _log_p(ratios[near], draws)
        p: Floats = np.clip(np.exp(logs), SMALLEST_P, 1.0)
        return p


def _log_p(ratios: Floats, draws: Floats) -> Floats:
    n = draws.size
    above = n - (np.searchsorted(draws, ratios, "left") + np.searchsorted(draws, ratios, "right")) / 2
    inside = np.log((above + 0.5) / (n + 1))
    start = draws[int(n * (1 - TAIL_FROM))]
    beyond = draws[draws > start] - start
    slope = 1 / max(float(beyond.mean()), 1e-6) if beyond.size else np.log(10)
    tail = np.log(TAIL_FROM) - (ratios - start) * slope
    logs: Floats = np.where(ratios > start, tail, np.maximum(inside, np.log(TAIL_FROM)))
    return logs
