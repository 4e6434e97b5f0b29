"""The simulated daily pipeline: the share of single spikes and of clusters found at given numbers of false ones a day.

    python benchmarks/daily_world.py [--whole] [SEED ...]

The world (180 cities, 8 indicators, 40 sources, outages, delays, copies) and its scoring are those of the trial, found
beside the reference data (HONEYGUIDE_DATA/../trial/spikes); the detector is ours. Ablations are printed
beside, unless `--whole` asks for the whole method alone.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np

from trends.arrays import Floats, Ints
from trends.bank import DAILY, Pooling, Start, run
from trends.scan import Held, scan
from trends.season import yearly
from trends.siblings import likeliest_strength
from trends.tails import mid_p
from trends.windows import SHARES
from trends.zones import zones

TRIAL = Path(os.environ.get("HONEYGUIDE_DATA", "../shared/data")).resolve().parent / "trial" / "spikes"
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
    predicted = run(final[:, late], expected[:, late], doubt[:, late], Start(mean, strength), DAILY, Pooling(WARM, 28))
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


def clusters(windows: list[Held], made: dict[str, Any], kinds: int) -> tuple[Floats, Ints, Floats]:
    """(I, days) best score and zone of each indicator, and the zones (Z, P) as the scorer wants them."""
    flat = made["xy"] / 100  # a plane to the world: a hundredth of a degree a unit, so that circles stay circles
    found = zones(flat[:, 1], flat[:, 0], (made["region"].astype(str), made["country"].astype(str)))
    tops = [scan([Held(h.observed[i::kinds], h.mean[i::kinds], h.variance[i::kinds]) for h in windows], found)
            for i in range(kinds)]  # fmt: skip
    return np.stack([top.score for top in tops]), np.stack([top.zone for top in tops]), found.toarray()


def main() -> None:
    """Print POD of single spikes for each seed and ablation."""
    if not TRIAL.is_dir():
        raise SystemExit(f"no trial world in {TRIAL}; set HONEYGUIDE_DATA")
    sys.path.insert(0, str(TRIAL))
    import scan_eval as scanning  # type: ignore[import-not-found]
    import world as trial  # type: ignore[import-not-found]
    import world_eval as scoring  # type: ignore[import-not-found]

    whole = "--whole" in sys.argv
    for seed in [int(arg) for arg in sys.argv[1:] if arg.isdigit()] or [5]:
        made = trial.make(seed)
        shape = (trial.P * trial.I, trial.T)
        final = made["y"].reshape(shape).astype(np.float64)
        known = np.cumsum(made["tri"].reshape(8, *shape).astype(np.float64), axis=0)
        copies = made["dup"].reshape(shape)
        rates, cv = scoring.rho_hat(made, want_cv=True)
        read = np.einsum("spt,sit->pit", made["docs"], rates, optimize=True).reshape(shape) * 250
        doubt = np.asarray(scoring.off_unc(made, rates, cv), dtype=np.float64)
        parent = np.repeat(made["country"], trial.I) * trial.I + np.tile(np.arange(trial.I), trial.P)
        none, once = np.zeros(shape), np.ones(1)
        variants = {
            "all parts": (final, known, read, doubt, trial.F),
            "no variance of exposure": (final, known, read, none, trial.F),
            "no exposure": (final, known, np.ones(shape), none, trial.F),
            "copies counted": (final + copies, known + copies, read, doubt, trial.F),
            "delay not corrected": (final, known, read, doubt, once),
        }
        for name, (counts, seen, exposure, unsure, arrived) in list(variants.items())[: 1 if whole else None]:
            begin = time.process_time()
            found, windows = judge(counts, seen, exposure, unsure, parent, trial.TEST0, np.asarray(arrived))
            rates_of = scoring.evaluate(found, made)
            told = " ".join(f"{key}: {value:.3f}" for key, value in rates_of.items() if "single" in key)
            score, zone, members = clusters(windows[1:], made, trial.I)
            of_zones = scanning.evalzones(score, zone, members, made, (0.1,))
            told += f" | clusters@0.1: {of_zones['cluster@0.1']:.3f} overlap {of_zones['jac_cl@0.1']:.2f}"
            print(f"seed {seed} {name:24} {told}  {time.process_time() - begin:.0f} s", flush=True)


if __name__ == "__main__":
    main()
