"""What the constants of the detector are worth: each one changed alone, all else as it is.

    python -m benchmarks.sweeps budget|weekly|daily|posts|alarms|clusters|days [--seeds 551] [--only NAME,NAME]
    python -m benchmarks.sweeps weekly --designs A,A2,S,sparse
    python -m benchmarks.sweeps posts --storms 80 --most 30 --only FLOOD,DRAWN_BY

`budget`: the budget alone, against worlds in which the episodes of a week are Poisson about their true cost times the
windows below its level: a steady world, one that grows fivefold, one whose cost doubles half-way, and one too small for
its budget. Printed are, for .5, 1, 2 and 7 a week, came/asked of two years and the share of runs within the Poisson
limits of 95 %. `weekly`: POD at .01 on fresh draws of the three designs, or of 600 series of the sparsest class alone.
`daily`: single spikes at one false episode a day, clusters at .1 and their overlap, in the world of
`benchmarks/daily_world.py`. `posts`: planted spikes in rough worlds (`benchmarks/planted_worlds.py`), where exposure
and siblings count. `alarms`: spikes told of a rough world without any, to what was asked, by budget a week.
`clusters`: episodes told in ten days without any, where one is accepted, and rises over three towns found
(`benchmarks/cluster_tables.py`). `days`: POD at .01 on daily series with two years (`benchmarks/day_tables.py`).
Beside each figure stands its difference to the constants as they are; a change that changes nothing at all is said to
be unread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from types import ModuleType
from typing import Any

import numpy as np
from scipy.stats import poisson

from benchmarks import alarm_budget, cluster_tables, daily_world, day_tables, planted_worlds
from benchmarks.shared import command
from benchmarks.swept_constants import ALARMS, BUDGET, CLUSTERS, DAILY, DAYS, POSTS, WEEKLY, Changes
from benchmarks.weekly_designs import draw, inside, pod, untied
from trends import DetectOptions, budget, series
from trends.bank import Grid
from trends.detection import detect_judged, judge
from trends.grid import unit_of
from trends.simulate import make

WEEKS, RUNS, BUDGETS = 104, 60, (0.5, 1.0, 2.0, 7.0)
BURN_IN = 4  # weeks in which the budget is calibrated before any alarm counts
COST = 0.35  # episodes a window
WINDOWS = {"steady": 40_000.0, "grows": 40_000.0, "dearer": 40_000.0, "small": 300.0}  # a week, over all series


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
            yield f"{name} {_words(getattr(module, name))} -> {_words(value)}", module, name, value


def _words(value: object) -> str:
    if not isinstance(value, Grid):
        return str(value)
    drifts, spreads = (" ".join(f"{v:g}" for v in np.unique(of)) for of in (value.drift, value.dispersion))
    return f"[{drifts} | {spreads} | guard {value.guard}]"


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


def sweep_budget(seed: int, only: list[str], runs: int) -> None:
    """The variants on all kinds of worlds."""
    for told, module, name, value in variants(BUDGET, only):
        words = []
        with changed(module, name, value):
            for kind in WINDOWS:
                asked = WEEKS * np.repeat(BUDGETS, runs)
                rng = np.random.default_rng(seed)
                found = np.array([came(kind, per_week, rng) for per_week in asked / WEEKS])
                low, high = poisson.interval(0.95, asked)
                kept = ((found >= low) & (found <= high)).reshape(len(BUDGETS), runs).mean(axis=1)
                share = (found / asked).reshape(len(BUDGETS), runs).mean(axis=1)
                words.append(f"{kind} " + " ".join(f"{r:.2f}/{k:.2f}" for r, k in zip(share, kept, strict=True)))
        print(f"{seed} {told:30} {'  '.join(words)}", flush=True)


def sweep_weekly(seed: int, only: list[str], designs: list[str]) -> None:
    """The variants on a draw of each of these designs."""
    draws = {which: draw("A", seed, 4, (7, 8, 9)) if which == "sparse" else draw(which, seed) for which in designs}

    def figures() -> Iterator[tuple[str, float, float]]:
        for which, made in draws.items():
            exposure = made.exposure / unit_of(made.exposure, made.first)
            p = series.score(made.counts, exposure, "week", made.first, made.family).p[made.scored, made.first :]
            yield which, pod(untied(p, 0), inside(made.cases)[made.scored]), float(p.sum())

    _sweep(WEEKLY, only, seed, figures)


def sweep_daily(seed: int, only: list[str]) -> None:
    """The variants on one world of posts by day."""
    world = daily_world.of_our_own(seed)

    def figures() -> Iterator[tuple[str, float, float]]:
        scores, windows = daily_world.judged(world)
        told = world.told(scores, *daily_world.clusters(windows[1:], world))
        for name, figure in told.items():
            yield name, figure, float(scores.sum())

    _sweep(DAILY, only, seed, figures)


def sweep_posts(seeds: Sequence[int], only: list[str], storms: int, most: int) -> None:
    """The variants on rough worlds of these seeds together."""
    worlds = [planted_worlds.planted(seed, storms, most) for seed in seeds]

    def figures() -> Iterator[tuple[str, float, float]]:
        found = [planted_worlds.told(world) for world in worlds]
        yield "found", float(np.mean([share for share, _ in found])), sum(level for _, level in found)

    _sweep(POSTS, only, seeds[0], figures)


def sweep_alarms(seed: int, only: list[str]) -> None:
    """The variants on a rough world without a spike, which is judged once."""
    world, burn_in = make(alarm_budget.world_plan(seed, WEEKS, rough=True)), alarm_budget.BURN_IN_DAYS
    panels, scored = judge(world.counts(), world.exposure(), DetectOptions(burn_in_days=burn_in))

    def figures() -> Iterator[tuple[str, float, float]]:
        for per_week in BUDGETS:
            options = DetectOptions(budget_per_week=per_week, burn_in_days=burn_in)
            told = detect_judged(panels, scored, world.places, options, world.behind)
            yield f"{per_week:g} a week", len(told.spikes) / (per_week * WEEKS), told.level

    _sweep(ALARMS, only, seed, figures)


def sweep_clusters(seed: int, only: list[str]) -> None:
    """The variants on tables with and without rises over neighbours."""

    def figures() -> Iterator[tuple[str, float, float]]:
        for name, figure in (
            ("false in ten days", cluster_tables.false_episodes(seed)),
            ("found", cluster_tables.found(seed)),
        ):
            yield name, figure, figure

    _sweep(CLUSTERS, only, seed, figures)


def sweep_days(seed: int, only: list[str]) -> None:
    """The variants on daily series with two years behind them."""
    _sweep(DAYS, only, seed, lambda: iter([("POD", *day_tables.found(seed))]))


def _sweep(
    changes: Changes, only: list[str], seed: int, figures: Callable[[], Iterable[tuple[str, float, float]]]
) -> None:
    """Print each variant; `figures` gives names, figures and a mark that differs wherever anything was changed."""
    usual: dict[str, tuple[float, float]] = {}
    for told, module, name, value in variants(changes, only):
        words, same = [], bool(usual)
        with changed(module, name, value):
            for which, figure, mark in figures():
                before, marked = usual.setdefault(which, (figure, mark))
                same &= mark == marked
                words.append(f"{which} {figure:.3f} ({figure - before:+.3f})")
        print(f"{seed} {told:44} {'  '.join(words)}{'  UNREAD' if same else ''}", flush=True)


_BY_SEED = {"daily": sweep_daily, "alarms": sweep_alarms, "clusters": sweep_clusters, "days": sweep_days}


def main() -> None:
    """Run the sweep named on the command line."""
    parser = command(__doc__)
    parser.add_argument("what", choices=("budget", "weekly", "posts", *_BY_SEED))
    parser.add_argument("--seeds", default="651")
    parser.add_argument("--only", default="")
    parser.add_argument("--designs", default="A,A2,S")
    parser.add_argument("--runs", type=int, default=RUNS, help="of each world of the budget")
    parser.add_argument("--storms", type=int, default=8, help="in each world of posts")
    parser.add_argument("--most", type=int, default=6, help="posts of a planted spike")
    asked = parser.parse_args()
    only = [name for name in asked.only.split(",") if name]
    seeds = [int(seed) for seed in asked.seeds.split(",")]
    if asked.what == "posts":
        sweep_posts(seeds, only, asked.storms, asked.most)
    for seed in seeds if asked.what != "posts" else ():
        if asked.what == "budget":
            sweep_budget(seed, only, asked.runs)
        elif asked.what in _BY_SEED:
            _BY_SEED[asked.what](seed, only)
        else:
            sweep_weekly(seed, only, asked.designs.split(","))


if __name__ == "__main__":
    main()
