"""The sparsest class on fresh series: ours against farringtonFlexible, at class-matched false positive rate.

    python benchmarks/sparse_series.py [--series 1500] [--seed 77] [--check]

Series are drawn by the published standard design (Noufaily et al. 2013, the scenarios of .13 to .2 a week).
farringtonFlexible is written anew here (ten periods, trend if significant, reweighting, 26 weeks left out, negative
binomial plug-in); `--check` holds it against the p-values that R's `surveillance` gave on the development series.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.stats import nbinom, norm

from trends.arrays import Bools, Floats, Ints
from trends.glm import Fit, fitted
from trends.series import score

DATA = Path(os.environ.get("HONEYGUIDE_DATA", "../shared/data")).resolve() / "spikes_dev"
WEEKS, SKIPPED, FIRST = 624, 312, 263
YEAR = 52.18


def draw(series: int, seed: int) -> tuple[Floats, Ints]:
    """(counts, cases of the outbreaks to be found), each (series, 312): past outbreaks of five sizes, one present."""
    rng = np.random.default_rng(seed)
    t = np.arange(1, WEEKS + 1)
    counts, cases = np.zeros((series, WEEKS)), np.zeros((series, WEEKS), dtype=np.int64)
    for i in range(series):
        waves = np.zeros(WEEKS)
        for j in range(1, i % 3 + 1):
            waves += 0.1 * np.cos(2 * np.pi * j * t / 52) + 0.3 * np.sin(2 * np.pi * j * t / 52)
        mean = np.exp(-2.0 + waves)
        counts[i] = rng.negative_binomial(mean, 0.5)
        past = (0, 2, 3, 5, 10)[(i // 3) % 5]
        for start in rng.integers(313, 567, 4 if past else 0).tolist():
            counts[i] += _outbreak(rng, int(start), past, mean)
        cases[i] = _outbreak(rng, int(rng.integers(576, 620)), 1 + (i // 15) % 10, mean)
    return (counts + cases)[:, SKIPPED:], cases[:, SKIPPED:]


def _outbreak(rng: np.random.Generator, start: int, size: int, mean: Floats) -> Ints:
    total = 0
    while total == 0:
        total = int(rng.poisson(size * np.sqrt(2 * mean[start])))
    weeks = start + np.floor(rng.lognormal(0, 0.5, total)).astype(np.int64)
    return np.bincount(weeks[weeks < WEEKS], minlength=WEEKS)


def farrington(counts: Floats) -> Floats:
    """(S, 49) upper-tail p of the last weeks."""
    return np.stack([_farrington_week(counts, k) for k in range(FIRST, counts.shape[1])], axis=1)


def _farrington_week(counts: Floats, k: int) -> Floats:
    t = np.arange(max(0, k - 263), k - 26)
    design, now = _periods(t, k)
    past = counts[:, t]
    trended = np.concatenate([design, ((t - k) / 52)[:, None]], axis=1)
    fit = _robust(trended, past)
    slope, error = fit.coefficients[:, -1], np.sqrt(fit.inverse[:, -1, -1] * fit.dispersion)
    keep = (2 * norm.sf(np.abs(slope / error)) < 0.05) & (fit.coefficients[:, 0] < np.log(past.max(axis=1) + 1e-9))
    plain = _robust(design, past)
    mean = np.exp(np.where(keep, fit.coefficients[:, :-1] @ now, plain.coefficients @ now))
    dispersion = np.maximum(np.where(keep, fit.dispersion, plain.dispersion), 1.0001)
    p = nbinom.sf(counts[:, k] - 1, mean / (dispersion - 1), 1 / dispersion)
    return np.asarray(p, dtype=np.float64)


def _periods(t: Ints, k: int) -> tuple[Floats, Floats]:
    away = (t - k + YEAR / 2) % YEAR - YEAR / 2
    block = np.where(np.abs(away) <= 3.5, 0, 1 + np.floor(((away % YEAR) - 3.5) / ((YEAR - 7) / 9)).astype(np.int64))
    block = np.clip(block, 0, 9)
    design = np.zeros((t.size, 10))
    design[:, 0] = 1
    for level in range(1, 10):
        design[block == level, level] = 1
    return design, np.eye(10)[0]


def _robust(design: Floats, counts: Floats) -> Fit:
    ridge = np.full(design.shape[1], 1e-3)
    return fitted(design, counts, np.ones(counts.shape), ridge, drawn=0.0)


def inside(cases: Ints) -> Bools:
    """True from the first to the last week of each outbreak."""
    started = np.cumsum(cases > 0, axis=1) > 0
    unfinished = np.cumsum((cases > 0)[:, ::-1], axis=1)[:, ::-1] > 0
    return started & unfinished


def pod(scores: Floats, mask: Bools, rate: float = 0.01) -> float:
    """Share of outbreaks found at a false positive rate of this class."""
    null = np.sort(scores[~mask])[::-1]
    best = np.where(mask, scores, -np.inf).max(axis=1)
    return float((best[mask.any(axis=1)] > null[int(rate * len(null))]).mean())


def untied(p: Floats, seed: int) -> Floats:
    """−log10 p with ties broken at random."""
    return -np.log10(np.maximum(p, 1e-300)) + np.random.default_rng(seed).random(p.shape) * 1e-7


def check() -> None:
    """Our farringtonFlexible against R's on the sparse development series."""
    frame = pd.read_csv(DATA / "noufaily_dev_series.csv.gz").sort_values("id")
    frame = frame[frame.scenario.isin([7, 8, 9])]
    weeks = [name for name in frame.columns if name[0] == "w" and name[1:].isdigit()]
    ours = farrington(frame[weeks].to_numpy(np.float64))
    theirs = pd.read_csv(DATA / "r_pvalues_ff_A_dev.csv.gz").set_index("id").loc[frame.id].to_numpy(np.float64)
    ok = np.isfinite(theirs)
    apart = np.abs(ours[ok] - theirs[ok])
    print(f"farringtonFlexible here and in R: correlation {np.corrcoef(ours[ok], theirs[ok])[0, 1]:.4f}")
    print(f"  difference of p: median {np.median(apart):.4f}, 95th percentile {np.quantile(apart, 0.95):.3f}")


def main() -> None:
    """Print POD of both and the interval of their difference (bootstrap over series)."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--series", type=int, default=1500)
    parser.add_argument("--seed", type=int, default=77)
    parser.add_argument("--check", action="store_true")
    asked = parser.parse_args()
    if asked.check:
        check()
    counts, cases = draw(asked.series, asked.seed)
    mask = inside(cases[:, FIRST:])
    p = score(counts, np.ones(counts.shape), "week", FIRST, np.zeros(len(counts), dtype=np.int64)).p[:, FIRST:]
    mine, other = untied(p, 0), untied(farrington(counts), 1)
    rng = np.random.default_rng(2)
    drawn = [rng.integers(0, len(mask), len(mask)) for _ in range(200)]
    apart = [pod(mine[i], mask[i]) - pod(other[i], mask[i]) for i in drawn]
    low, high = np.percentile(apart, [2.5, 97.5])
    quiet = ~mask
    quiet[:, 1:] &= ~mask[:, :-1]
    print(f"{len(counts)} series of {counts[:, :FIRST].mean():.2f} a week, POD at class FPR .01:")
    print(f"  ours {pod(mine, mask):.3f}, farringtonFlexible {pod(other, mask):.3f}")
    print(f"  difference {np.mean(apart):+.3f} [{low:+.3f}, {high:+.3f}]")
    print("P(p < a)/a on quiet weeks:", {a: round(float((p[quiet] < a).mean() / a), 2) for a in (0.05, 0.01, 0.001)})


if __name__ == "__main__":
    main()
