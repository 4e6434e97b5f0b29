"""Do the p of weekly tables keep their word? Rates on weeks without an outbreak, over fresh draws of the designs.

    python -m benchmarks.calibration [A:401 A2:401 S:401 ...]
    python -m benchmarks.calibration --sparsest A:2001-2020 S:2001-2020

For each design and seed: POD at a global false positive rate of .01 and .025, and for all series and classes of mean
count their own false rate at the global .01, P(p < a)/a with the number of weeks it rests on, and POD at a false rate
of .01 within the class. Weeks right after an outbreak count as without one, as in the scorer. `--sparsest` tells of
the series of .5 a week at most alone: their false rate in each draw, and over the draws of a design together, with an
interval of 95 % from a bootstrap over the draws.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

import numpy as np

from benchmarks.weekly_designs import Drawn, draw, inside, pod, untied
from trends.arrays import Bools, Floats
from trends.grid import unit_of
from trends.series import score

CLASSES = {"all": (0.0, np.inf), "<= .5": (0.0, 0.5), ".5-2": (0.5, 2.0), "2-10": (2.0, 10.0), "> 10": (10.0, np.inf)}


def judged(which: str, seed: int) -> tuple[Drawn, Floats, Bools]:
    """One draw, and of the series that are scored the p (S, judged) and which weeks hold an outbreak."""
    made = draw(which, seed)
    found = score(made.counts, made.exposure / unit_of(made.exposure, made.first), "week", made.first, made.family)
    return made, found.p[made.scored, made.first :], inside(made.cases)[made.scored]


def run(which: str, seed: int) -> None:
    """One draw, judged and counted."""
    made, p, mask = judged(which, seed)
    usual = made.usual[made.scored]
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


def sparsest(which: str, seeds: range) -> None:
    """False rate of the sparsest series where that of all is .01: of each draw, and of all of them."""
    told = np.array([_false_weeks(which, seed) for seed in seeds])
    again = told[np.random.default_rng(1).integers(0, len(told), (2000, len(told)))].sum(axis=1)
    low, high = np.percentile(again[:, 0] / again[:, 1], [2.5, 97.5])
    false, weeks, after, weeks_after = told.sum(axis=0)
    print(f"{which} {len(told)} draws: {false} of {weeks} weeks, {false / weeks:.4f} [{low:.4f}, {high:.4f}]")
    print(f"  {(false - after) / (weeks - weeks_after):.4f} without the {weeks_after} right after an outbreak")


def _false_weeks(which: str, seed: int) -> tuple[int, int, int, int]:
    """(false weeks, weeks without an outbreak, and of both those right after one) of the sparsest series of a draw."""
    made, p, mask = judged(which, seed)
    scores, few = untied(p, 0), made.usual[made.scored] <= CLASSES["<= .5"][1]
    level = np.sort(scores[~mask])[::-1][int(0.01 * (~mask).sum())]
    quiet, high = ~mask[few], scores[few] > level
    after = quiet & np.pad(mask[few], ((0, 0), (1, 0)))[:, :-1]
    found = tuple(int(part.sum()) for part in (quiet & high, quiet, after & high, after))
    print(f"{which} seed {seed}: {few.sum()} series, {found[0]} of {found[1]} weeks", flush=True)
    return found[0], found[1], found[2], found[3]


def asked_for(words: list[str]) -> Iterator[tuple[str, range]]:
    """Design and seeds of A:401 and A:401-420."""
    for word in words:
        which, _, seeds = word.partition(":")
        first, _, last = seeds.partition("-")
        yield which, range(int(first), int(last or first) + 1)


def main() -> None:
    """Run the draws named on the command line."""
    words = [word for word in sys.argv[1:] if word != "--sparsest"]
    for which, seeds in asked_for(words or ["A:401", "A2:401", "S:401"]):
        if "--sparsest" in sys.argv:
            sparsest(which, seeds)
            continue
        for seed in seeds:
            run(which, seed)


if __name__ == "__main__":
    main()
