"""What the constants of the detector are worth: each one changed alone, all else as it is.

    python -m benchmarks.sweeps budget [--seeds 551] [--only NAME,NAME]
    python -m benchmarks.sweeps weekly [--seeds 651] [--only NAME,NAME] [--designs A,A2,S]

`budget`: the budget alone, against worlds in which the episodes of a week are Poisson about their true cost times the
windows below its level: a steady world, one that grows fivefold, one whose cost doubles half-way, and one too small for
its budget. Printed are, for .5, 1, 2 and 7 a week, came/asked of two years and the share of runs within the Poisson
limits of 95 %. `weekly`: POD at .01 on fresh draws of the three designs, and its difference to the constants as they
are.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from types import ModuleType
from typing import Any

import numpy as np
from scipy.stats import poisson

from benchmarks.weekly_designs import draw, inside, pod, untied
from trends import bank, budget, dispersion, glm, outbreak, season, series
from trends.grid import unit_of

type Changes = tuple[tuple[ModuleType, str, tuple[Any, ...]], ...]
WEEKS, RUNS, BUDGETS = 104, 60, (0.5, 1.0, 2.0, 7.0)
BURN_IN = 4  # weeks in which the budget is calibrated before any alarm counts
COST = 0.35  # episodes a window
WINDOWS = {"steady": 40_000.0, "grows": 40_000.0, "dearer": 40_000.0, "small": 300.0}  # a week, over all series
BUDGET: Changes = (
    (budget, "PAID_SLOWLY", (5.0, 10.0, 40.0, 80.0)),
    (budget, "MOST_LENT", (1.0, 1.1, 1.5, 2.0)),
    (budget, "LENT_BELOW", (0.003, 0.03)),
    (budget, "ENOUGH_EPISODES", (50, 200)),
    (budget, "SMALLEST_RATIO", (0.04, 0.16)),
    (budget, "PRIOR_WEIGHT", (2.0, 18.0)),
)
WEEKLY: Changes = (
    (series, "OLD_STRENGTH", (2.0, 12.0)),
    (series, "OWN_GROUPS", (2.0, 12.0)),
    (series, "REMEMBERED_YEARS", (2, 4)),
    (series, "NOTHING_NOW", (0.3, 0.5)),
    (bank, "CLIP", (2.0, 3.3)),
    (bank, "FREELY_LEARNED", (4, 25)),
    (dispersion, "YOUNG", (6, 26)),
    (dispersion, "PRIOR_SERIES", (1.0, 10.0)),
    (glm, "OUTLYING", (2.0, 3.3)),
    (season, "DRAWN_PERIODS", (7.0, 60.0)),
    (outbreak, "SIZES", ((2.0, 5.0, 10.0), (1.0, 3.0, 7.0, 15.0))),
    (outbreak, "CLASSES", (4, 16)),
    (outbreak, "TAIL_FROM", (0.003, 0.03)),
)


@contextmanager
def changed(module: ModuleType, name: str, value: object) -> Iterator[None]:
    """A constant set to another value for a while."""
    before = getattr(module, name)
    setattr(module, name, value)
    try:
        yield
    finally:
        setattr(module, name, before)


def variants(changes: Changes, only: Sequence[str]) -> Iterator[tuple[str, ModuleType, str, Any]]:
    """As it is first, then each change, of all constants or those named."""
    module, name, _ = changes[0]
    yield "as it is", module, name, getattr(module, name)
    for module, name, values in changes:
        for value in values if name in only or not only else ():
            yield f"{name} {getattr(module, name)} -> {value}", module, name, value


def came(kind: str, asked: float, rng: np.random.Generator) -> int:
    """Episodes of two years in a world of this kind, from a budget of so many a week."""
    keeper, counted = budget.Budget(asked), 0
    for week in range(BURN_IN + WEEKS):
        gone = max(0, week - BURN_IN) / WEEKS
        windows = WINDOWS[kind] * (5**gone if kind == "grows" else 1.0)
        cost = COST * (2.0 if kind == "dearer" and gone >= 0.5 else 1.0)
        keeper.sums = windows * budget.LEVELS
        level = keeper.level()
        # alarms that hardly ever close: where the level is loose, few open
        opened = int(rng.poisson(cost * windows * level * min(1.0, budget.LOOSEST / 5 / level)))
        keeper.remember(date(2024, 1, 1) + timedelta(weeks=week), opened, keeper.looser(), 7.0)
        counted += opened * (week >= BURN_IN)
    return counted


def sweep_budget(seed: int, only: list[str]) -> None:
    """The variants on all kinds of worlds."""
    for told, module, name, value in variants(BUDGET, only):
        words = []
        with changed(module, name, value):
            for kind in WINDOWS:
                asked = WEEKS * np.repeat(BUDGETS, RUNS)
                rng = np.random.default_rng(seed)
                found = np.array([came(kind, per_week, rng) for per_week in asked / WEEKS])
                low, high = poisson.interval(0.95, asked)
                kept = ((found >= low) & (found <= high)).reshape(len(BUDGETS), RUNS).mean(axis=1)
                share = (found / asked).reshape(len(BUDGETS), RUNS).mean(axis=1)
                words.append(f"{kind} " + " ".join(f"{r:.2f}/{k:.2f}" for r, k in zip(share, kept, strict=True)))
        print(f"{seed} {told:30} {'  '.join(words)}", flush=True)


def sweep_weekly(seed: int, only: list[str], designs: list[str]) -> None:
    """The variants on a draw of each of these designs."""
    usual: dict[str, float] = {}
    draws = {which: draw(which, seed) for which in designs}
    for told, module, name, value in variants(WEEKLY, only):
        words = []
        for which, made in draws.items():
            with changed(module, name, value):
                exposure = made.exposure / unit_of(made.exposure, made.first)
                p = series.score(made.counts, exposure, "week", made.first, made.family).p[made.scored, made.first :]
            found = pod(untied(p, 0), inside(made.cases)[made.scored])
            words.append(f"{which} {found:.3f} ({found - usual.setdefault(which, found):+.3f})")
        print(f"{seed} {told:44} {'  '.join(words)}", flush=True)


def main() -> None:
    """Run the sweep named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("budget", "weekly"))
    parser.add_argument("--seeds", default="")
    parser.add_argument("--only", default="")
    parser.add_argument("--designs", default="A,A2,S")
    asked = parser.parse_args()
    only = [name for name in asked.only.split(",") if name]
    for seed in (asked.seeds or ("551" if asked.what == "budget" else "651")).split(","):
        if asked.what == "budget":
            sweep_budget(int(seed), only)
        else:
            sweep_weekly(int(seed), only, asked.designs.split(","))


if __name__ == "__main__":
    main()
