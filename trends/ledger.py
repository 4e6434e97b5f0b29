"""The book of a kept table: which series and days it holds, and what all its series have in common. One JSON file."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from core.errors import BadInput, UsageError
from trends.arrays import Floats, Ints
from trends.grid import Grid, day_of

FILE = "kept.json"
LEAST_LEARNED = 28  # days before the first judged one: with fewer there is nothing to judge by
LONGEST_LEAP = 366  # days between two that were looked at: who is away for longer founds the table anew


@dataclass(slots=True)
class Ledger:
    """`start`: the label of day 0; `first`: the number of the first judged day; `periods`: days taken so far.

    `names`, `family` of every series, by number; `parents`: labels of the families. `unit`: that of exposure.
    `weights`: of the dispersions, by kind. `budget_days`: (day, windows, episodes) that the budget remembers.
    `blocks`: how many files of state there are, for the first `settled` series. `fitted`: day of the last fit.
    """

    start: str | int
    first: int
    budget: float
    periods: int = 0
    names: list[str | int] = field(default_factory=list)
    family: list[int] = field(default_factory=list)
    parents: list[str] = field(default_factory=list)
    settled: int = 0
    unit: float = 1.0
    weights: dict[str, list[float]] = field(default_factory=dict)
    budget_days: list[tuple[str, float, int]] = field(default_factory=list)
    blocks: int = 0
    fitted: int = 0

    @classmethod
    def load(cls, folder: Path) -> Ledger | None:
        """The ledger of a folder, or None where nothing is kept yet."""
        path = folder / FILE
        if not path.is_file():
            return None
        try:
            return cls(**json.loads(path.read_text(encoding="utf-8")))
        except (ValueError, TypeError) as error:
            raise BadInput(f"{path}: not what a judgement keeps: {error}") from error

    def save(self, folder: Path) -> None:
        """Put the file in place at one stroke."""
        fresh = folder / f"{FILE}.new"
        with fresh.open("w", encoding="utf-8") as file:
            json.dump(asdict(self), file)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(folder / FILE)

    @classmethod
    def opened(cls, grid: Grid, from_: str | int | None, learned: int, budget: float) -> Ledger:
        """A new one, for a first table; judged from `from_`, else after `learned` days."""
        if not grid.periods:
            raise UsageError("A table to be kept begins with at least one row.")
        start = grid.periods[0]
        book = cls(start if isinstance(start, int) else str(start), 0, budget)
        book.first = learned if from_ is None else book.number(from_)
        if book.first < LEAST_LEARNED:
            raise UsageError(f"--from {from_}: a kept table needs at least {LEAST_LEARNED} days before it.")
        return book

    def number(self, label: object) -> int:
        """The number of a day by its label. Raises BadInput for one of the other sort."""
        try:
            if isinstance(self.start, int):
                return int(str(label)) - self.start
            return (day_of(label) - date.fromisoformat(self.start)).days
        except ValueError as error:
            raise BadInput(f"'{label}' is no day of the kept table, which begins with {self.start}.") from error

    def labels(self, begin: int, until: int) -> list[str | int]:
        """The labels of days."""
        if isinstance(self.start, int):
            return [self.start + n for n in range(begin, until)]
        start = date.fromisoformat(self.start)
        return [(start + timedelta(days=n)).isoformat() for n in range(begin, until)]

    def take(self, grid: Grid) -> tuple[Floats, Floats, int]:
        """(counts, exposure, days passed over) of the days that are new, (S, n); new series are put down."""
        if not grid.periods:
            return np.zeros((len(self.names), 0)), np.zeros((len(self.names), 0)), 0
        begin = self.number(grid.periods[0])
        self._refuse_leap(begin + np.flatnonzero(grid.exposure.any(axis=0)))
        rows = self._rows(grid)
        days = max(0, begin + len(grid.periods) - self.periods)
        counts, exposure = np.zeros((len(self.names), days)), np.zeros((len(self.names), days))
        into = slice(max(0, begin - self.periods), None)
        late = slice(max(0, self.periods - begin), None)
        counts[rows, into], exposure[rows, into] = grid.counts[:, late], grid.exposure[:, late]
        return counts, exposure, min(len(grid.periods), max(0, self.periods - begin))

    def mixtures(self) -> dict[int, Floats]:
        """The weights of the dispersions by kind."""
        return {int(kind): np.array(weights) for kind, weights in self.weights.items()}

    def share(self, mixtures: Mapping[int, Floats]) -> None:
        """Put these weights down."""
        self.weights = {str(kind): weights.tolist() for kind, weights in mixtures.items()}

    def remembered(self) -> list[tuple[date, float, int]]:
        """What the budget remembers."""
        return [(date.fromisoformat(day), windows, opened) for day, windows, opened in self.budget_days]

    def remember(self, history: Iterable[tuple[date, float, int]]) -> None:
        """Put that down."""
        self.budget_days = [(day.isoformat(), windows, opened) for day, windows, opened in history]

    def _refuse_leap(self, days: Ints) -> None:
        """One day mistyped far ahead would be judged, and all true days passed over ever after."""
        fresh = days[days >= self.periods]
        leaps = np.diff(fresh, prepend=self.periods - 1)
        if self.periods and leaps.max(initial=0) > LONGEST_LEAP:
            at = int(leaps.argmax())
            day = self.labels(int(fresh[at]), int(fresh[at]) + 1)[0]
            raise BadInput(
                f"'{day}' in column 'period' lies {leaps[at]:,} days after any day before it.",
                remedy="Look for a mistyped day, or keep the table in a new folder.",
            )

    def _rows(self, grid: Grid) -> Ints:
        odd = [name for name in grid.series if not isinstance(name, str | int | float)]
        if odd:
            raise BadInput(f"series '{odd[0]}' is a {type(odd[0]).__name__}: kept are series named by text or number.")
        known = {name: n for n, name in enumerate(self.names)}
        parents = {parent: n for n, parent in enumerate(self.parents)}
        for name, label in zip(grid.series, grid.family.tolist(), strict=True):
            family = parents.setdefault(grid.parents[label], len(parents))
            if name not in known:
                known[name] = len(self.names)  # type: ignore[index]
                self.names.append(name)  # type: ignore[arg-type]
                self.family.append(family)
            elif len(grid.parents) > 1 and self.family[known[name]] != family:
                raise BadInput(f"series '{name}' had another parent in the kept table.")
        self.parents = list(parents)
        return np.array([known[name] for name in grid.series], dtype=np.int64)  # type: ignore[index]
