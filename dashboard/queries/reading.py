"""What was read: documents by source and day, and which sources were silent.

A silent source is *unknown*, never zero: silence is told by how unlikely so many empty days in a row would be for a
source that goes on as it did.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from core.days import span
from core.records import Level
from dashboard.queries.period import Period, week_to
from stores.base import Store

USUAL_DAYS = 28
UNLIKELY = 0.01  # an empty run is called silence when a Poisson source of the usual rate gives it less often than this


@dataclass(frozen=True, slots=True)
class SourceDays:
    """One source over the days of a chart: documents a day, the usual number, and the empty days at the end."""

    source: str
    documents: tuple[int, ...]
    usual: float
    silent_days: int

    @property
    def silent(self) -> bool:
        """Whether the empty days at the end are too many to be chance."""
        return self.silent_days > 0 and math.exp(-self.usual * self.silent_days) < UNLIKELY


@dataclass(frozen=True, slots=True)
class WhatWasRead:
    """Sources by days (`days` are the columns), those of the most documents first."""

    days: tuple[date, ...]
    sources: tuple[SourceDays, ...]

    @property
    def silent(self) -> tuple[SourceDays, ...]:
        """The silent ones."""
        return tuple(row for row in self.sources if row.silent)

    def since(self, row: SourceDays) -> date:
        """The first day of a source's silence."""
        return self.days[len(self.days) - row.silent_days]


def what_was_read(store: Store, until: date, days: int = USUAL_DAYS) -> WhatWasRead:
    """Documents a day of each source over the last `days` days; sources without any in twice that time are left out."""
    first = until - timedelta(days=2 * days - 1)
    by_source: dict[str, dict[date, int]] = defaultdict(lambda: defaultdict(int))
    for row in store.exposure("country", since=first, until=until):
        by_source[row.source][row.day] += row.documents
    columns = span(until - timedelta(days=days - 1), until)
    rows = [_source_days(source, read, columns, first) for source, read in by_source.items()]
    return WhatWasRead(tuple(columns), tuple(sorted(rows, key=lambda row: (-row.usual, row.source))))


def _source_days(source: str, read: dict[date, int], columns: list[date], first: date) -> SourceDays:
    documents = tuple(read.get(day, 0) for day in columns)
    empty = next((i for i, n in enumerate(reversed(documents)) if n), len(documents))
    began = max(first, min(read))
    lived = [read.get(day, 0) for day in span(began, columns[-1] - timedelta(days=empty))]
    return SourceDays(source, documents, sum(lived) / max(1, len(lived)), empty)


def unseen_places(store: Store, level: Level, until: date) -> list[tuple[str, float]]:
    """Places read in the four weeks before but not at all in the last week, with their usual documents a week."""
    week = week_to(until)
    earlier = week.before(USUAL_DAYS)
    before = store.documents_by_place(level, since=earlier.since, until=earlier.until)
    now = store.documents_by_place(level, since=week.since, until=until)
    usual = {place: n * 7 / USUAL_DAYS for place, n in before.items() if place not in now}
    return sorted(
        ((place, n) for place, n in usual.items() if math.exp(-n) < UNLIKELY), key=lambda pair: (-pair[1], pair[0])
    )


def documents_read(store: Store, period: Period) -> int:
    """How many dated documents were read in a period."""
    return sum(store.documents_by_place("country", since=period.since, until=period.until).values())
