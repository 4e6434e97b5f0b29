"""Corridors: pairs of origin and destination named in one text, by week."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from core.days import monday
from stores.base import Store


@dataclass(frozen=True, slots=True)
class CorridorRow:
    """One pair with its groups in the weeks shown, oldest first."""

    origin_id: str
    destination_id: str
    weeks: tuple[int, ...]

    @property
    def now(self) -> int:
        """Groups in the latest week."""
        return self.weeks[-1]

    @property
    def usual(self) -> float:
        """The mean of the weeks before."""
        earlier = self.weeks[:-1]
        return sum(earlier) / len(earlier) if earlier else 0.0


def corridors(store: Store, until: date, weeks: int = 13) -> tuple[CorridorRow, ...]:
    """All pairs of the last weeks, most groups in them first; a week in which nothing was reckoned counts as none."""
    last = monday(until)
    first = last - timedelta(weeks=weeks - 1)
    out: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0] * weeks)
    for row in store.corridors():
        if first <= row.week <= last:
            out[row.origin_id, row.destination_id][(row.week - first).days // 7] += row.groups
    rows = [CorridorRow(origin, end, tuple(n)) for (origin, end), n in out.items()]
    return tuple(sorted(rows, key=lambda row: (-row.now, -sum(row.weeks), row.origin_id, row.destination_id)))
