"""What a night costs from kept state: daily series with two years behind them, on disk, one new day at a time.

    python -m benchmarks.kept_table [--series 10000] [--copies 10] [--folder FOLDER]

A table is founded on two years of days; then new days are given it: ordinary nights, one on which series share anew
what they know of dispersion (each 91st), and one on which every season is refitted to the whole past (each 28th). Each
runs in a process of its own, whose CPU seconds, wall seconds and peak of resident memory are printed. With `--copies`
the founded table is then laid beside itself so many times, which spares the founding of a large one, and its nights are
measured too.
"""

from __future__ import annotations

import resource
import tempfile
import time
from collections.abc import Iterable
from multiprocessing import get_context
from pathlib import Path

import numpy as np

from benchmarks.shared import command
from trends.arrays import Floats
from trends.elders import Elders
from trends.followed import read_arrays
from trends.kept import Kept
from trends.ledger import Ledger

FIRST = 728  # two years: enough for a season of their own
FOUNDING = (("two years to learn from", FIRST), ("founding, and 90 nights judged", 90))
NIGHTS = (
    ("an ordinary night", 1),
    ("a night with dispersions shared anew", 1),
    ("20 nights at once", 20),
    ("a night with all seasons refitted", 1),
)


def counts_of(series: int, begin: int, days: int, seed: int = 7) -> Floats:
    """(S, days) counts of series of .02 to 5 a day, with weekday and year; each day is drawn by its own seed."""
    rate = np.random.default_rng(seed).gamma(0.5, 1.0, series) + 0.02
    t = np.arange(begin, begin + days)
    season = (1 + 0.3 * np.cos(2 * np.pi * t / 365.25)) * (1 + 0.2 * (t % 7 == 0))
    drawn = [np.random.default_rng([seed, day]).poisson(rate * factor) for day, factor in zip(t, season, strict=True)]
    return np.stack(drawn, axis=1).astype(np.float64)


def take(folder: Path, series: int, copies: int, name: str, days: int) -> None:
    """Give the next days, and print what it cost."""
    book = Ledger.load(folder) or Ledger(0, FIRST, 7.0, names=list(range(series)), family=[0] * series, parents=[""])
    counts = np.tile(counts_of(series, book.periods, days), (copies, 1))
    cpu, wall = time.process_time(), time.time()
    told = Kept(folder, book).update(counts, np.ones(counts.shape))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(
        f"{len(counts)} series, {name:38} {time.process_time() - cpu:7.1f} CPU s {time.time() - wall:7.1f} s "
        f"peak {peak:.2f} GB, {int(told[2].sum()) if told else 0} alarms",
        flush=True,
    )


def lay_beside(folder: Path, copies: int) -> None:
    """Make of a kept table one of so many times as many series: its files, repeated."""
    book = Ledger.load(folder)
    if book is None:
        raise SystemExit(f"nothing is kept in {folder}")
    series, blocks = len(book.names), book.blocks
    for path in (folder / "history").glob("*.npy"):
        np.save(path, np.tile(np.load(path), (copies, 1)))
    state = folder / f"state-{book.periods:07d}"
    for n in range(blocks):
        kept = read_arrays(state / f"block-{n:05d}.npz")
        for copy in range(1, copies):
            moved = kept | {"series": kept["series"] + copy * series}
            np.savez(state / f"block-{copy * blocks + n:05d}.npz", **moved)  # type: ignore[arg-type]
    elders = Elders.of(read_arrays(state / "elders.npz"))
    elders.members = np.concatenate([elders.members + copy * series for copy in range(copies)])
    np.savez(state / "elders.npz", **elders.arrays())  # type: ignore[arg-type]
    np.savez(state / "opening.npz", quiet=np.tile(read_arrays(state / "opening.npz")["quiet"], copies))
    book.names, book.family = list(range(copies * series)), [0] * (copies * series)
    book.blocks, book.settled = copies * blocks, copies * series
    book.save(folder)


def through(folder: Path, series: int, copies: int, steps: Iterable[tuple[str, int]]) -> None:
    """Each step in a process of its own."""
    for name, days in steps:
        process = get_context("spawn").Process(target=take, args=(folder, series, copies, name, days))
        process.start()
        process.join()


def main() -> None:
    """Run all steps in a folder, by default one that is thrown away."""
    parser = command(__doc__)
    parser.add_argument("--series", type=int, default=10_000)
    parser.add_argument("--copies", type=int, default=1)
    parser.add_argument("--folder", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = asked.folder or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        through(folder, asked.series, 1, FOUNDING)
        if asked.copies > 1:
            lay_beside(folder, asked.copies)
        through(folder, asked.series, asked.copies, NIGHTS)


if __name__ == "__main__":
    main()
