"""The simulated daily pipeline: the share of single spikes and of clusters found at given numbers of false ones a day.

    python -m benchmarks.daily_world [--whole] [--trial] [SEED ...]

The world is our own (benchmarks/invented_days.py) or, with `--trial`, that of the trial with its scoring, found beside
the reference data (HONEYGUIDE_DATA/../trial/spikes); the detector is the same. Ablations are printed beside, unless
`--whole` asks for the whole method alone.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from benchmarks import invented_days as own
from benchmarks.shared import reference
from trends.arrays import Floats, Ints
from trends.bank import DAILY, Pooling, Start, run
from trends.scan import Held, scan
from trends.season import yearly
from trends.siblings import likeliest_strength
from trends.tails import mid_p
from trends.windows import SHARES
from trends.zones import zones

TRIAL = reference().parent / "trial" / "spikes"
POOLED_EVERY = 28  # days, as in trends/model.py
WARM = 240  # days of history the filter starts before the first judged one


def season(counts: Floats, exposure: Floats, parent: Ints, first: int) -> Floats:
    """Each series' factor of every day, from its parent: country × indicator."""
    kinds = int(parent.max()) + 1
    total, read = np.zeros((kinds, counts.shape[1])), np.zeros((kinds, counts.shape[1]))
    level = (counts[:, :first].sum(axis=1) + 0.5) / (exposure[:, :first].sum(axis=1) + 1e-6)
    np.add.at(total, parent, counts)
    np.add.at(read, parent, exposure * level[:, None])
    fit = yearly(total, read, "day", first)
    factor = fit.expected / np.maximum(read, 1e-9)
    return np.asarray((factor / factor[:, :first].mean(axis=1, keepdims=True))[parent])


def judge(
    final: Floats,
    known: Floats,
    exposure: Floats,
    doubt: Floats,
    parent: Ints,
    first: int,
    arrived: Floats,
) -> tuple[Floats, list[Held]]:
    """(S, days judged) −log10 p over windows of 1, 3 and 7 days, of what was known each evening; and the windows."""
    expected = exposure * season(final, exposure, parent, first)
    begin = first - WARM
    late = slice(begin, final.shape[1])
    mean = np.ones(len(final))
    strength = np.ones(len(final))
    for kind in np.unique(parent):
        rows = parent == kind
        groups, reach = final[rows, :first].sum(axis=1), expected[rows, :first].sum(axis=1)
        mean[rows] = (groups.sum() + 0.5) / (reach.sum() + 1e-9)
        strength[rows] = likeliest_strength(groups, reach * mean[rows])
    predicted = run(
        final[:, late], expected[:, late], doubt[:, late], Start(mean, strength), DAILY, Pooling(WARM, POOLED_EVERY)
    )
    unsure = np.sqrt(predicted.level_variance + doubt[:, late] * predicted.mean**2)
    days = np.arange(first, final.shape[1])
    best, windows = np.zeros((len(final), days.size)), []
    for length, share_of_error in zip((1, 3, 7), SHARES["day"], strict=True):
        held, awaited, noise, sds = (np.zeros(best.shape) for _ in range(4))
        for back in range(length):
            share = arrived[min(back, len(arrived) - 1)]
            at = days - back - begin
            held += known[min(back, len(known) - 1)][:, days - back]
            part = predicted.mean[:, at] * share
            awaited += part
            noise += (1 + (predicted.dispersion[:, at] - 1) * share) * part
            sds += unsure[:, at] * share
        p = np.where(awaited > 1e-8, mid_p(held, awaited, noise + sds**2), 1.0)
        best = np.maximum(best, -np.log10(np.minimum(1.0, p / share_of_error)))
        windows.append(Held(held, awaited, noise + sds**2))
    return best, windows


@dataclass(frozen=True, slots=True)
class World:
    """What a world shows: final posts and their copies (S, T), those known 0, 1, … days after (8, S, T), exposure and
    its relative variance (S, T), siblings (S,), the share that has arrived by then; series are city × kind. `told`
    makes figures of (S, D) scores, best cluster scores and zones (I, D), and the zones (Z, P)."""

    final: Floats
    known: Floats
    copies: Floats
    exposure: Floats
    doubt: Floats
    parent: Ints
    arrived: Floats
    xy: Floats
    units: tuple[Ints, Ints]
    kinds: int
    first: int
    told: Callable[[Floats, Floats, Ints, Floats], dict[str, float]]


def of_our_own(seed: int) -> World:
    """Our world and scoring."""
    days = own.invent(seed)

    def told(scores: Floats, best: Floats, zone: Ints, members: Floats) -> dict[str, float]:
        found, overlap = own.clusters_found(best, zone, members, days)
        return {
            "singles at 1 false a day": own.singles_found(scores, days),
            "clusters at .1": found,
            "overlap": overlap,
        }

    shape = (own.PLACES * own.KINDS, own.DAYS)
    parent = np.repeat(days.country, own.KINDS) * own.KINDS + np.tile(np.arange(own.KINDS), own.PLACES)
    return World(
        days.final.reshape(shape).astype(float), days.known.reshape(8, *shape).astype(float),
        days.copies.reshape(shape).astype(float), *own.exposure(days), parent, np.cumsum(own.LATE), days.xy,
        (days.province, days.country), own.KINDS, own.FIRST, told,
    )  # fmt: skip


def of_the_trial(seed: int) -> World:
    """The trial's world, exposure and scoring."""
    sys.path.insert(0, str(TRIAL))
    import scan_eval as scanning  # type: ignore[import-not-found]
    import world as trial  # type: ignore[import-not-found]
    import world_eval as scoring  # type: ignore[import-not-found]

    made = trial.make(seed)
    shape = (trial.P * trial.I, trial.T)
    rates, cv = scoring.rho_hat(made, want_cv=True)
    read = np.einsum("spt,sit->pit", made["docs"], rates, optimize=True).reshape(shape) * 250

    def told(scores: Floats, best: Floats, zone: Ints, members: Floats) -> dict[str, float]:
        of_zones = scanning.evalzones(best, zone, members, made, (0.1,))
        singles = {k: v for k, v in scoring.evaluate(scores, made).items() if "single" in k}
        return singles | {"clusters at .1": of_zones["cluster@0.1"], "overlap": of_zones["jac_cl@0.1"]}

    parent = np.repeat(made["country"], trial.I) * trial.I + np.tile(np.arange(trial.I), trial.P)
    return World(
        made["y"].reshape(shape).astype(float), np.cumsum(made["tri"].reshape(8, *shape).astype(float), axis=0),
        made["dup"].reshape(shape).astype(float), read, np.asarray(scoring.off_unc(made, rates, cv), dtype=np.float64),
        parent, np.asarray(trial.F), made["xy"], (made["region"], made["country"]), trial.I, trial.TEST0, told,
    )  # fmt: skip


def judged(world: World) -> tuple[Floats, list[Held]]:
    """`judge` with all parts."""
    return judge(world.final, world.known, world.exposure, world.doubt, world.parent, world.first, world.arrived)


def clusters(windows: list[Held], world: World) -> tuple[Floats, Ints, Floats]:
    """(I, days) best score and zone of each kind, and the zones (Z, P)."""
    flat = world.xy / 100  # a plane to the world: a hundredth of a degree a unit, so that circles stay circles
    found = zones(flat[:, 1], flat[:, 0], tuple(unit.astype(str).tolist() for unit in world.units))
    kinds = world.kinds
    tops = [scan([Held(h.observed[i::kinds], h.mean[i::kinds], h.variance[i::kinds]) for h in windows], found)
            for i in range(kinds)]  # fmt: skip
    return np.stack([top.score for top in tops]), np.stack([top.zone for top in tops]), found.toarray()


def main() -> None:
    """Print what is found for each seed and ablation."""
    of_trial = "--trial" in sys.argv
    if of_trial and not TRIAL.is_dir():
        raise SystemExit(f"no trial world in {TRIAL}; set HONEYGUIDE_DATA")
    for seed in [int(arg) for arg in sys.argv[1:] if arg.isdigit()] or [5]:
        w = of_the_trial(seed) if of_trial else of_our_own(seed)
        none, once = np.zeros(w.final.shape), np.ones(1)
        variants = {
            "all parts": (w.final, w.known, w.exposure, w.doubt, w.arrived),
            "no variance of exposure": (w.final, w.known, w.exposure, none, w.arrived),
            "no exposure": (w.final, w.known, np.ones(w.final.shape), none, w.arrived),
            "copies counted": (w.final + w.copies, w.known + w.copies, w.exposure, w.doubt, w.arrived),
            "delay not corrected": (w.final, w.known, w.exposure, w.doubt, once),
        }
        asked = {"all parts": variants["all parts"]} if "--whole" in sys.argv else variants
        for name, (counts, seen, exposure, unsure, arrived) in asked.items():
            begin = time.process_time()
            found, windows = judge(counts, seen, exposure, unsure, w.parent, w.first, arrived)
            told = "  ".join(f"{k} {v:.3f}" for k, v in w.told(found, *clusters(windows[1:], w)).items())
            print(f"seed {seed} {name:24} {told}  {time.process_time() - begin:.0f} s", flush=True)


if __name__ == "__main__":
    main()
