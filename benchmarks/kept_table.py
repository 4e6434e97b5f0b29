"""What a night costs from kept state: daily series with two years behind them, on disk, one new day at a time.

    python -m benchmarks.kept_table [--series 10000] [--folder FOLDER]

A table is founded with 730 days; then new days are given it: ordinary nights, one on which every season is refitted to
the whole past (each 28th), and one on which series share anew what they know of dispersion (each 91st). Each runs in a
process of its own, whose CPU seconds, wall seconds and peak of resident memory are printed.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from multiprocessing import get_context
from pathlib import Path

import numpy as np

from trends.arrays import Floats
from trends.kept import Kept
from trends.ledger import Ledger

FIRST = 728  # two years: enough for a season of their own
STEPS = (
    ("learning: 720 days to keep", 720),
    ("founding: the first 10 judged days", 18),
    ("an ordinary night", 1),
    ("another", 1),
    ("16 nights at once", 16),
    ("a night with all seasons refitted", 1),
    ("62 nights at once", 62),
    ("a night with dispersions shared anew", 1),
)


def counts_of(series: int, begin: int, days: int, seed: int = 7) -> Floats:
    """(S, days) counts of series of .02 to 5 a day, with weekday and year; each day is drawn by its own seed."""
    rate = np.random.default_rng(seed).gamma(0.5, 1.0, series) + 0.02
    t = np.arange(begin, begin + days)
    season = (1 + 0.3 * np.cos(2 * np.pi * t / 365.25)) * (1 + 0.2 * (t % 7 == 0))
    drawn = [np.random.default_rng([seed, day]).poisson(rate * factor) for day, factor in zip(t, season, strict=True)]
    return np.stack(drawn, axis=1).astype(np.float64)


def take(folder: Path, series: int, name: str, days: int) -> None:
    """Give the next days, and print what it cost."""
    book = Ledger.load(folder) or Ledger(0, FIRST, 7.0, names=list(range(series)), family=[0] * series, parents=[""])
    counts = counts_of(series, book.periods, days)
    cpu, wall = time.process_time(), time.time()
    told = Kept(folder, book).update(counts, np.ones(counts.shape))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(
        f"{series} series, {name:38} {time.process_time() - cpu:7.1f} CPU s {time.time() - wall:7.1f} s "
        f"peak {peak:.2f} GB, {int(told[2].sum()) if told else 0} alarms",
        flush=True,
    )


def main() -> None:
    """Run all steps in a folder, by default one that is thrown away."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--series", type=int, default=10_000)
    parser.add_argument("--folder", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = asked.folder or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        for name, days in STEPS:
            process = get_context("spawn").Process(target=take, args=(folder, asked.series, name, days))
            process.start()
            process.join()


if __name__ == "__main__":
    main()
