"""Is the alarm budget kept? False episodes on worlds without a single spike, against the number asked for.

    python -m benchmarks.alarm_budget [--seeds 1,2,3,4,5] [--budgets 0.5,1,2,7] [--weeks 104] [--rough]

A clean world has nothing planted; `--rough` adds outages, new sources, changes of volume and repost storms. Every spike
is then a false one. Printed: how many came for each budget, the ratio, and the 95 % Poisson limits of what was asked.
"""

from __future__ import annotations

import time
from dataclasses import replace

from scipy.stats import poisson

from benchmarks.shared import command
from trends import DetectOptions
from trends.detection import detect_judged, judge
from trends.simulate import Plan, make

BURN_IN_DAYS = 56
BUDGETS = "0.5,1,2,7"


def world_plan(seed: int, weeks: int, rough: bool) -> Plan:
    """A world of 80 cities and 12 sources, large enough for seven episodes a week; what the rough one meets with."""
    days = BURN_IN_DAYS + 7 * weeks
    clean = Plan(seed=seed, days=days, countries=4, provinces=4, cities=5, sources=12, documents_a_day=200)
    if not rough:
        return clean
    halves = days / 182
    return replace(clean, outages_each=halves, new_sources=3, steps_each=0.5 * halves, storms=round(4 * halves))


def run(seed: int, weeks: int, rough: bool, budgets: list[float]) -> None:
    """One world under several budgets."""
    world = make(world_plan(seed, weeks, rough))
    panels, judged = judge(world.counts(), world.exposure(), DetectOptions(burn_in_days=BURN_IN_DAYS))
    kind = "rough" if rough else "clean"
    for budget in budgets:
        begin = time.process_time()
        options = DetectOptions(budget_per_week=budget, burn_in_days=BURN_IN_DAYS)
        found = detect_judged(panels, judged, world.places, options, world.behind)
        asked = budget * weeks
        low, high = poisson.interval(0.95, asked)
        within = "within" if low <= len(found.spikes) <= high else "OUTSIDE"
        print(
            f"{kind} seed {seed} budget {budget:<4g} asked {asked:5.0f} came {len(found.spikes):5d} "
            f"ratio {len(found.spikes) / asked:.2f} {within} [{low:.0f}, {high:.0f}] level {found.level:.1e} "
            f"{found.watched} series {time.process_time() - begin:.0f} s",
            flush=True,
        )


def main() -> None:
    """Run the seeds named on the command line."""
    parser = command(__doc__)
    parser.add_argument("--seeds", default="1,2,3,4,5")
    parser.add_argument("--budgets", default=BUDGETS)
    parser.add_argument("--weeks", type=int, default=104)
    parser.add_argument("--rough", action="store_true")
    asked = parser.parse_args()
    for seed in asked.seeds.split(","):
        run(int(seed), asked.weeks, asked.rough, [float(b) for b in asked.budgets.split(",")])


if __name__ == "__main__":
    main()
