"""A table's next days into what is kept of it, and the judged rows out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from core.errors import UsageError
from trends.grid import grid_of
from trends.kept import Kept
from trends.ledger import Ledger
from trends.table import OUT, YOUNG_BURN_IN_DAYS, long_table


@dataclass(frozen=True, slots=True)
class Night:
    """`judged`: rows of OUT for the new days; `passed_over`: days of the table that were known already."""

    judged: pd.DataFrame
    passed_over: int


def keep_table(frame: pd.DataFrame, from_: str | int | None, budget: float, folder: Path) -> Night:
    """Judge the days of a daily table (columns: see `detect_table`) that are new to what the folder keeps.

    The first table of a folder settles from when on days are judged (else after eight weeks) and the budget. Days
    known already are passed over, days left out were not observed, and a series met for the first time begins.
    Raises BadInput for what cannot be read, UsageError where budget or first day are not those of before.
    """
    grid = grid_of(frame, "day")
    folder.mkdir(parents=True, exist_ok=True)
    book = Ledger.load(folder) or Ledger.opened(grid, from_, YOUNG_BURN_IN_DAYS, budget)
    if (from_ is not None and book.number(from_) != book.first) or budget != book.budget:
        raise UsageError(
            f"{folder}: judged from {book.labels(book.first, book.first + 1)[0]} at a budget of {book.budget:g}.",
            remedy="Ask for the same, or keep it in a new folder.",
        )
    counts, exposure, passed_over = book.take(grid)
    found = Kept(folder, book).update(counts, exposure) if counts.shape[1] else None
    if found is None:
        return Night(pd.DataFrame({name: [] for name in OUT}), passed_over)
    begin, scores, alarms = found
    late = slice(counts.shape[1] - alarms.shape[1], None)
    order = sorted(range(len(book.names)), key=lambda n: (str(type(book.names[n])), book.names[n]))
    rows = np.array(order, dtype=np.int64)
    figures = type(scores)(scores.mean[rows], scores.variance[rows], scores.p[rows])
    labels = book.labels(begin, begin + alarms.shape[1])
    names = [book.names[n] for n in order]
    seen = exposure[rows, late] > 0
    return Night(long_table(names, labels, counts[rows, late], figures, seen, alarms[rows]), passed_over)
