"""How much likelier are the last two periods under an outbreak than under the usual: the score of weekly series.

An outbreak that began now or one period ago, whose size is one to ten standard deviations of the count, half of it in
its first period and two fifths in its second (the usual shape of a cluster of reports: log-normal delays of median one
period), is weighed against none: the mean likelihood ratio over starts and sizes (Neyman & Pearson; a Bayes factor).
It beats the tail of a weighted sum because it lets both periods speak in full. Its null distribution depends on the
mean and the dispersion, so it is read off draws from the predictive itself, in classes of alike means and dispersions;
the two periods of a draw share the error of their level.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import log_ndtr, logsumexp, ndtri_exp

from trends.arrays import Floats
from trends.tails import SMALLEST_MEAN, SMALLEST_P, log_mass

SIZES = (1.0, 2.0, 3.0, 5.0, 7.0, 10.0)  # sds: the sizes of the published design (Noufaily et al. 2013), thinned
SHAPES = ((0.5,), (0.42, 0.5))  # share of the outbreak in this period, the one before, … by when it began
MOST_DRAWS, FEWEST_DRAWS, DRAWS_EACH = 300_000, 48_000, 20
CLASSES, INNER_CLASSES = 8, 4  # 1,500 draws or more in each, so that 1 in 100 rests on fifteen
TAIL_FROM = 0.01  # beyond this p the null is continued by its own exponential tail
# z is stretched by these at these means, in proportion to log mean between: a sweep over eleven fresh draws of three
# designs (benchmarks/calibration.py, seeds 201–204), where p < .001 fell 1.3 times too often in sparse series and half
# as often as it should in dense ones, whose past outbreaks leave them too wide.
STRETCH, STRETCHED_AT = (0.96, 1.04), (0.2, 20.0)
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
    """What the ratio is without an outbreak: sorted draws by class of mean and, within it, of variance over mean; and
    the middles (in logs) of the classes of mean (K,), and of variance over mean within each (K, L)."""

    draws: tuple[tuple[Floats, ...], ...]
    middles: Floats
    inner: Floats

    @classmethod
    def drawn(cls, mean: Floats, noise: Floats, doubt: Floats) -> Null:
        """From pairs of neighbouring periods of these predictives, (S, T ≥ 2); those of mean 0 are passed over.

        `noise` is the variance of the counts about their level, `doubt` that of the level: a pair shares its level.
        """
        rng = np.random.default_rng(SEED)
        usable = np.argwhere((mean[:, 1:] > 0) & (mean[:, :-1] > 0))
        draws = min(MOST_DRAWS, max(FEWEST_DRAWS, DRAWS_EACH * len(usable)))
        series, period = usable[rng.integers(0, len(usable), draws)].T
        pairs, spread, unsure = (
            np.stack([v[series, period], v[series, period + 1]], axis=1) for v in (mean, noise, doubt)
        )
        found = ratio(_counts(rng, pairs, spread, unsure), pairs, spread + unsure)[:, 1]
        level, stretch = np.log(pairs[:, 1]), np.log((spread + unsure)[:, 1] / pairs[:, 1])
        parts = [
            np.array_split(part[np.argsort(stretch[part], kind="stable")], INNER_CLASSES)
            for part in np.array_split(np.argsort(level, kind="stable"), CLASSES)
        ]
        return cls(
            tuple(tuple(np.sort(found[part]) for part in row) for row in parts),
            np.array([level[np.concatenate(row)].mean() for row in parts]),
            np.array([[stretch[part].mean() for part in row] for row in parts]),
        )

    def p(self, ratios: Floats, mean: Floats, variance: Floats) -> Floats:
        """Mid-p of ratios under the null of their mean and variance, between the nearest classes in log p."""
        safe = np.maximum(mean, SMALLEST_MEAN)
        at = np.interp(np.log(safe), self.middles, np.arange(self.middles.size))
        stretch = np.log(np.maximum(variance / safe, 1.0))
        logs = np.zeros(ratios.shape)
        for k, row in enumerate(self.draws):
            near = np.abs(at - k) < 1
            within = np.interp(stretch[near], self.inner[k], np.arange(len(row)))
            weight = (1 - np.abs(at[near] - k)) * np.maximum(
                0.0, 1 - np.abs(within[None] - np.arange(len(row))[:, None])
            )
            logs[near] += sum(w * _log_p(ratios[near], draws) for w, draws in zip(weight, row, strict=True))
        return stretched(np.clip(np.exp(logs), SMALLEST_P, 1.0), safe)


def stretched(p: Floats, mean: Floats) -> Floats:
    """p below ½ recalibrated by the series' mean: z = Φ⁻¹(1 − p) times STRETCH."""
    factor = np.interp(np.log(mean), np.log(STRETCHED_AT), STRETCH)
    logs: Floats = log_ndtr(factor * ndtri_exp(np.log(p)))
    recalibrated: Floats = np.where(p < 0.5, np.maximum(np.exp(logs), SMALLEST_P), p)
    return recalibrated


def _counts(rng: np.random.Generator, mean: Floats, noise: Floats, doubt: Floats) -> Floats:
    """Counts of pairs (n, 2) that share the error of their level: Gamma about 1, then NB1 about the level."""
    unsure = np.maximum((doubt / mean**2).mean(axis=1, keepdims=True), 1e-9)
    level = mean * rng.gamma(1 / unsure, unsure)
    dispersion = np.maximum(noise / mean, 1.0001)
    counts: Floats = rng.poisson(rng.gamma(level / (dispersion - 1), dispersion - 1)).astype(np.float64)
    return counts


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
