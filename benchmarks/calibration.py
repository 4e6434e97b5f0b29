"""Do the p of weekly tables keep their word? Rates on weeks without an outbreak, over fresh draws of the designs.

    python -m benchmarks.calibration [A:401 A2:401 S:401 ...]

For each design and seed: POD at a global false positive rate of .01 and .025, and for all series and classes of mean
count their own false rate at the global .01, P(p < a)/a with the number of weeks it rests on, and POD at a false rate
of .01 within the class. Weeks right after an outbreak count as without one, as in the scorer.
"""

from __future__ import annotations

import sys

import numpy as np

from benchmarks.weekly_designs import draw, inside, pod, untied
from trends.grid import unit_of
from trends.series import score

CLASSES = {"all": (0.0, np.inf), "<= .5": (0.0, 0.5), ".5-2": (0.5, 2.0), "2-10": (2.0, 10.0), "> 10": (10.0, np.inf)}


def run(which: str, seed: int) -> None:
    """One draw, judged and counted."""
    made = draw(which, seed)
    found = score(made.counts, made.exposure / unit_of(made.exposure, made.first), "week", made.first, made.family)
    p, mask, usual = found.p[made.scored, made.first :], inside(made.cases)[made.scored], made.usual[made.scored]
    scores = untied(p, 0)
    level = np.sort(scores[~mask])[::-1][int(0.01 * (~mask).sum())]
    print(f"{which} seed {seed}: POD {pod(scores, mask):.3f} at .01, {pod(scores, mask, 0.025):.3f} at .025")
    for name, (low, high) in CLASSES.items():
        rows = (usual > low) & (usual <= high) | (name == "all")
        quiet = ~mask[rows]
        told = "  ".join(f"P(p<{a})/{a} {(p[rows][quiet] < a).mean() / a:.2f}" for a in (0.05, 0.01, 0.001))
        print(
            f"  {name:5} {rows.sum():5d} series: false rate {(scores[rows][quiet] > level).mean():.4f}  {told} "
            f"({(p[rows][quiet] < 0.001).sum()})  POD at class rate {pod(scores[rows], mask[rows]):.3f}",
            flush=True,
        )


def main() -> None:
    """Run the draws named on the command line."""
    for named in sys.argv[1:] or ["A:401", "A2:401", "S:401"]:
        which, _, seed = named.partition(":")
        run(which, int(seed))


if __name__ == "__main__":
    main()
