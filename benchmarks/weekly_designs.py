"""Fresh weekly series of the published standard design (Noufaily et al. 2013) and two of ours, with known truth.

A: 42 scenarios of level, season, trend and dispersion; past outbreaks of five sizes, one present outbreak of ten.
A2: the same with a drifting level and a changing volume of what was read, which is given as exposure.
S: series with eight weeks of past before the first judged one, beside 25 older siblings of the same scenario.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trends.arrays import Bools, Floats, Ints

WEEKS, SKIPPED = 624, 312
FIRST = 263  # the first judged week, of those that are kept
JUDGED = {"A": 49, "A2": 49, "S": 26}
YOUNG_WEEKS = 8
PAST_SIZES = (0, 2, 3, 5, 10)
DRIFT, VOLUME_NOISE, VOLUME_MEMORY, VOLUME_STEPS = 0.03, 0.15, 0.6, 3  # a week; sd; AR(1); of .4 to 1.1 log units
SIBLING_SPREAD = 0.65  # sd of the log level among siblings
# θ, trend β a week, γ1, γ2, φ of the seven parameter sets; each with and without trend, and 0, 1 and 2 harmonics.
SETS = (
    (0.1, 0.0025, 0.6, 0.6, 1.5),
    (-2.0, 0.005, 0.1, 0.3, 2.0),
    (1.5, 0.003, 0.2, -0.4, 1.0),
    (0.5, 0.002, 0.5, 0.5, 5.0),
    (2.5, 0.001, 1.0, 0.1, 3.0),
    (3.75, 0.001, 0.1, -0.1, 1.1),
    (5.0, 0.0001, 0.05, 0.01, 1.2),
)


@dataclass(frozen=True, slots=True)
class Drawn:
    """Series of one design. `counts`, `exposure` (S, T), exposure 0 = not observed; `cases` (S, judged) of the outbreak
    to be found; `scored` (S,) which series are to be scored; `family` (S,) siblings; `usual` (S,) their mean
    count of the past; `truth` (S, T) the true mean without outbreaks, `spread` (S,) variance over it."""

    counts: Floats
    exposure: Floats
    cases: Ints
    family: Ints
    scored: Bools
    usual: Floats
    first: int
    truth: Floats
    spread: Floats


def draw(which: str, seed: int, repeats: int = 1, scenarios: tuple[int, ...] = tuple(range(1, 43))) -> Drawn:
    """`repeats` × 50 series a scenario (S: 25 old and 25 new ones)."""
    rng = np.random.default_rng(seed)
    drawn = [_series(which, rng, s, n) for _ in range(repeats) for s in scenarios for n in range(50)]
    judged = JUDGED[which]
    counts = np.stack([one[0] for one in drawn])[:, SKIPPED : SKIPPED + FIRST + judged]
    exposure = np.stack([one[1] for one in drawn])[:, SKIPPED : SKIPPED + FIRST + judged]
    cases = np.stack([one[2] for one in drawn])[:, SKIPPED + FIRST : SKIPPED + FIRST + judged]
    number = np.arange(len(drawn))
    young = (number % 2 == 1) if which == "S" else np.ones(len(drawn), dtype=np.bool_)
    if which == "S":
        exposure[young, : FIRST - YOUNG_WEEKS] = 0
    counts = np.where(exposure > 0, counts, 0.0)
    past = (exposure[:, :FIRST] > 0).sum(axis=1)
    usual = counts[:, :FIRST].sum(axis=1) / past
    family = np.repeat(np.tile(np.array(scenarios), repeats), 50) if which == "S" else np.zeros(len(drawn), np.int64)
    truth = np.stack([one[3] for one in drawn])[:, SKIPPED : SKIPPED + FIRST + judged]
    spread = np.array([SETS[(s - 1) // 6][4] for _ in range(repeats) for s in scenarios for _ in range(50)])
    return Drawn(counts, exposure, cases, family.astype(np.int64), young, usual, FIRST, truth, spread)


def pod(scores: Floats, mask: Bools, rate: float = 0.01) -> float:
    """Share of outbreaks with a week above the score that `rate` of the other weeks exceed."""
    null = np.sort(scores[~mask])[::-1]
    best = np.where(mask, scores, -np.inf).max(axis=1)
    return float((best[mask.any(axis=1)] > null[int(rate * len(null))]).mean())


def untied(p: Floats, seed: int) -> Floats:
    """−log10 p with ties broken at random."""
    return -np.log10(np.maximum(p, 1e-300)) + np.random.default_rng(seed).random(p.shape) * 1e-7


def inside(cases: Ints) -> Bools:
    """True from the first to the last week of each outbreak."""
    started = np.cumsum(cases > 0, axis=1) > 0
    unfinished = np.cumsum((cases > 0)[:, ::-1], axis=1)[:, ::-1] > 0
    return started & unfinished


def _series(which: str, rng: np.random.Generator, scenario: int, number: int) -> tuple[Floats, Floats, Ints, Floats]:
    theta, trend, cosine, sine, dispersion = SETS[(scenario - 1) // 6]
    t = np.arange(1, WEEKS + 1)
    log_mean = theta + trend * ((scenario - 1) // 3 % 2) * t
    for j in range(1, (scenario - 1) % 3 + 1):
        log_mean = log_mean + cosine * np.cos(2 * np.pi * j * t / 52) + sine * np.sin(2 * np.pi * j * t / 52)
    exposure = np.ones(WEEKS)
    if which == "A2":
        log_mean = log_mean + np.cumsum(rng.normal(0, DRIFT, WEEKS))
        exposure = _volume(rng)
    if which == "S":
        log_mean = log_mean + rng.normal(0, SIBLING_SPREAD)
    mean = np.exp(log_mean) * exposure
    counts = rng.poisson(mean) if dispersion == 1 else rng.negative_binomial(mean / (dispersion - 1), 1 / dispersion)
    size = PAST_SIZES[number // 10]
    for start in rng.integers(313, 567, 4 if size else 0).tolist():
        counts = counts + _outbreak(rng, int(start), size, mean, dispersion)
    last = 576 + JUDGED[which] - 5
    cases = _outbreak(rng, int(rng.integers(576, last)), 1 + number % 10, mean, dispersion)
    return (counts + cases).astype(np.float64), exposure, cases, mean


def _volume(rng: np.random.Generator) -> Floats:
    noise = np.zeros(WEEKS)
    shocks = rng.normal(0, VOLUME_NOISE * np.sqrt(1 - VOLUME_MEMORY**2), WEEKS)
    for t in range(1, WEEKS):
        noise[t] = VOLUME_MEMORY * noise[t - 1] + shocks[t]
    for begin in rng.integers(SKIPPED, WEEKS, VOLUME_STEPS).tolist():
        noise[begin:] += rng.choice([-1, 1]) * rng.uniform(0.4, 1.1)
    return np.exp(noise)


def _outbreak(rng: np.random.Generator, start: int, size: int, mean: Floats, dispersion: float) -> Ints:
    """Cases by week: zero-truncated Poisson(size · sd) in all, log-normal weeks (median one) after the start."""
    total = 0
    while total == 0:
        total = int(rng.poisson(size * np.sqrt(dispersion * mean[start])))
    weeks = start + np.floor(rng.lognormal(0, 0.5, total)).astype(np.int64)
    return np.bincount(weeks[weeks < WEEKS], minlength=WEEKS)
