"""The sparsest class on fresh series: ours against farringtonFlexible, at class-matched false positive rate.

    python -m benchmarks.sparse_series [--series 1500] [--seed 77] [--check] [--with-r]

Series are drawn by the published standard design (Noufaily et al. 2013, the scenarios of .13 to .2 a week).
farringtonFlexible is written anew here (ten periods, trend if significant, reweighting, 26 weeks left out, negative
binomial plug-in); `--check` holds it against the p-values that R's `surveillance` gave on the development series, and
`--with-r` lets R's own (found as `Rscript`; a minute for some 40 series) judge the same fresh series in the same run.
The oracle is our own score where the true mean and dispersion are known: what is left to gain by knowing them better.
"""

from __future__ import annotations

import math
import subprocess
import tempfile
import time
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.stats import nbinom, norm

from benchmarks.shared import command, reference
from benchmarks.weekly_designs import FIRST, Drawn, draw, inside, pod, untied
from trends.arrays import Bools, Floats, Ints
from trends.glm import Fit, fitted
from trends.outbreak import Null, ratio
from trends.series import score
from trends.tails import mid_p

DATA = reference() / "spikes_dev"
SCENARIOS = (7, 8, 9)  # about .17 a week
YEAR = 52.18
R_SCRIPT = """
suppressMessages(library(surveillance))
counts <- as.matrix(read.csv(commandArgs(TRUE)[1], header = FALSE)); first <- as.integer(commandArgs(TRUE)[3])
range <- (first + 1):ncol(counts); out <- matrix(NA, nrow(counts), length(range))
control <- list(range = range, b = 5, w = 3, noPeriods = 10, pastWeeksNotIncluded = 26, limit54 = c(0, 4),
                thresholdMethod = "nbPlugin", alpha = 0.01)
for (n in seq_len(nrow(counts))) {
  series <- sts(counts[n, ], start = c(2001, 1), frequency = 52)
  found <- try(suppressWarnings(farringtonFlexible(series, control)), silent = TRUE)
  if (!inherits(found, "try-error")) out[n, ] <- as.vector(found@control$pvalue)
}
write.table(out, commandArgs(TRUE)[2], row.names = FALSE, col.names = FALSE, sep = ",")
"""


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


def judged_by_r(counts: Floats) -> Floats:
    """(S, 49) p of R's farringtonFlexible; 1 where it could not judge."""
    begin = time.time()
    with tempfile.TemporaryDirectory() as at:
        script, given, out = Path(at) / "ff.R", Path(at) / "in.csv", Path(at) / "out.csv"
        script.write_text(R_SCRIPT, encoding="utf-8")
        np.savetxt(given, counts, fmt="%d", delimiter=",")
        subprocess.run(["Rscript", script, given, out, str(FIRST)], check=True)
        p = pd.read_csv(out, header=None).to_numpy(np.float64)
    weeks = np.isfinite(p).sum()
    print(f"R judged {weeks} of {p.size} weeks, {weeks / (time.time() - begin):.0f} a second")
    return np.asarray(np.where(np.isfinite(p), p, 1.0), dtype=np.float64)


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


def check() -> None:
    """Our farringtonFlexible against R's on the sparse development series."""
    frame = pd.read_csv(DATA / "noufaily_dev_series.csv.gz").sort_values("id")
    frame = frame[frame.scenario.isin(SCENARIOS)]
    weeks = [name for name in frame.columns if name[0] == "w" and name[1:].isdigit()]
    ours = farrington(frame[weeks].to_numpy(np.float64))
    theirs = pd.read_csv(DATA / "r_pvalues_ff_A_dev.csv.gz").set_index("id").loc[frame.id].to_numpy(np.float64)
    ok = np.isfinite(theirs)
    apart = np.abs(ours[ok] - theirs[ok])
    print(f"farringtonFlexible here and in R: correlation {np.corrcoef(ours[ok], theirs[ok])[0, 1]:.4f}")
    print(f"  difference of p: median {np.median(apart):.4f}, 95th percentile {np.quantile(apart, 0.95):.3f}")


def oracles(made: Drawn) -> tuple[Floats, Floats]:
    """(S, 49) p under the true mean and dispersion: by our score, and by the sum of a week and half the one before."""
    mean, noise = made.truth, made.truth * made.spread[:, None]
    null = Null.drawn(mean[:, :FIRST], noise[:, :FIRST], np.zeros_like(noise[:, :FIRST]))
    ours = null.p(ratio(made.counts, mean, noise), mean, noise)
    summed = [v[:, 1:] + part * v[:, :-1] for v, part in ((made.counts, 0.5), (mean, 0.5), (noise, 0.25))]
    return ours[:, FIRST:], mid_p(*summed)[:, FIRST - 1 :]


def compare(mine: Floats, other: Floats, mask: Bools, name: str) -> None:
    """Print POD of both and the interval of their difference (bootstrap over series)."""
    rng = np.random.default_rng(2)
    drawn = [rng.integers(0, len(mask), len(mask)) for _ in range(200)]
    apart = [pod(mine[i], mask[i]) - pod(other[i], mask[i]) for i in drawn]
    low, high = np.percentile(apart, [2.5, 97.5])
    print(f"  ours {pod(mine, mask):.3f}, {name} {pod(other, mask):.3f}")
    print(f"  difference {np.mean(apart):+.3f} [{low:+.3f}, {high:+.3f}]")


def main() -> None:
    """Draw, judge and compare."""
    parser = command(__doc__)
    parser.add_argument("--series", type=int, default=1500)
    parser.add_argument("--seed", type=int, default=77)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--with-r", action="store_true")
    asked = parser.parse_args()
    if asked.check:
        check()
    made = draw("A", asked.seed, math.ceil(asked.series / 150), SCENARIOS)
    counts, mask = made.counts, inside(made.cases)
    p = score(counts, np.ones(counts.shape), "week", FIRST, np.zeros(len(counts), dtype=np.int64)).p[:, FIRST:]
    known, summed = (pod(untied(p_known, 2), mask) for p_known in oracles(made))
    peers = {"farringtonFlexible, written anew": farrington(counts)}
    if asked.with_r:
        peers["farringtonFlexible of R"] = judged_by_r(counts)
    print(f"{len(counts)} series of {counts[:, :FIRST].mean():.2f} a week, POD at class FPR .01:")
    print(f"  oracle: by our score {known:.3f}, by a sum of two weeks {summed:.3f}")
    for name, other in peers.items():
        compare(untied(p, 0), untied(other, 1), mask, name)
    quiet = ~mask
    quiet[:, 1:] &= ~mask[:, :-1]
    print("P(p < a)/a on quiet weeks:", {a: round(float((p[quiet] < a).mean() / a), 2) for a in (0.05, 0.01, 0.001)})


if __name__ == "__main__":
    main()
