"""What was read: documents by source and day, and which sources were silent.

A silent source is *unknown*, never zero: silence is told by how unlikely so many empty days in a row would be for a
source that goes on as it did.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from briefing.seen import Silence, look
from core.days import span
from core.records import Level
from core.silence import HABIT_DAYS, MOST_VISITS, habit, in_vain, too_few_by_chance
from dashboard.queries.period import Period, week_to
from stores.base import Store

USUAL_DAYS = 28


@dataclass(frozen=True, slots=True)
class SourceDays:
    """One source over the days of a chart: documents a day, the usual number, and since when it is silent."""

    source: str
    documents: tuple[int, ...]
    usual: float
    since: date | None = None

    @property
    def silent(self) -> bool:
        """Whether too many days are empty for chance, or it was visited in vain."""
        return self.since is not None


@dataclass(frozen=True, slots=True)
class WhatWasRead:
    """Sources by days (`days` are the columns), those of the most documents first."""

    days: tuple[date, ...]
    sources: tuple[SourceDays, ...]

    @property
    def silent(self) -> tuple[SourceDays, ...]:
        """The silent ones."""
        return tuple(row for row in self.sources if row.silent)

    @property
    def of_the_week(self) -> int:
        """How many sources brought something in the last seven days."""
        return sum(any(row.documents[-7:]) for row in self.sources)


def what_was_read(store: Store, until: date, days: int = USUAL_DAYS) -> WhatWasRead:
    """Documents a day of each source over the last `days` days; what brought none in twice that time is left out,
    unless it was visited in vain in the last week."""
    first = until - timedelta(days=HABIT_DAYS - 1)
    by_source: dict[str, dict[date, int]] = defaultdict(lambda: defaultdict(int))
    for row in store.exposure("country", since=first, until=until):
        by_source[row.source][row.day] += row.documents
    columns = span(until - timedelta(days=days - 1), until)
    rows = [_source_days(source, read, columns) for source, read in by_source.items()]
    known = {row.source for row in rows if row.silent or any(row.documents[-7:])}
    vain = in_vain(store.reports(limit=MOST_VISITS), week_to(until).since, until, known)
    rows = [row for row in rows if row.source not in vain]
    rows += [_visited_in_vain(source, since, by_source.get(source, {}), columns) for source, since in vain.items()]
    return WhatWasRead(tuple(columns), tuple(sorted(rows, key=lambda row: (-row.usual, row.source))))


def silences(store: Store, until: date | None) -> tuple[Silence, ...]:
    """The silent ones of `what_was_read`, each with the country where it mostly reads, as digests tell them."""
    if until is None:
        return ()
    exposure = store.exposure("country", since=until - timedelta(days=HABIT_DAYS - 1), until=until)
    return look(exposure, {}, week_to(until).since, store.reports(limit=MOST_VISITS)).silences


def _source_days(source: str, read: dict[date, int], columns: list[date]) -> SourceDays:
    known = habit(read, columns[-1])
    return SourceDays(source, tuple(read.get(day, 0) for day in columns), known.usual, known.since)


def _visited_in_vain(source: str, since: date, read: dict[date, int], columns: list[date]) -> SourceDays:
    return SourceDays(source, tuple(read.get(day, 0) for day in columns), habit(read, columns[-1]).usual, since)


def unseen_places(store: Store, level: Level, until: date) -> list[tuple[str, float]]:
    """Places read in the four weeks before but not at all in the last week, with their usual documents a week."""
    week = week_to(until)
    earlier = week.before(USUAL_DAYS)
    before = store.documents_by_place(level, since=earlier.since, until=earlier.until)
    now = store.documents_by_place(level, since=week.since, until=until)
    usual = {place: n * 7 / USUAL_DAYS for place, n in before.items() if place not in now}
    return sorted(
        ((place, n) for place, n in usual.items() if too_few_by_chance(n)), key=lambda pair: (-pair[1], pair[0])
    )


def documents_read(store: Store, period: Period) -> int:
    """How many dated documents were read in a period."""
    return sum(store.documents_by_place("country", since=period.since, until=period.until).values())
