"""Records turned into arrays: one panel per stream, with the documents read beside the groups counted.

Periods are days, or weeks named by their Monday; a week counts once it is over. K sources, N topics, P places, S
series, T periods.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np

from core.days import monday
from core.records import Count, Exposure, Level, Stream
from trends.arrays import Floats, Ints
from trends.options import Every

WIDE_TO_NARROW: tuple[Level, ...] = ("region", "country", "admin1", "admin2", "city", "h3")
DAYS_EACH: dict[Every, int] = {"day": 1, "week": 7}


class Key(NamedTuple):
    """What a series is of."""

    topic: str
    level: Level
    place_id: str


@dataclass(frozen=True, slots=True)
class Panel:
    """One stream as arrays. Series, topics, sources and places stand in sorted order."""

    stream: Stream
    every: Every
    top: Level  # the widest level: there a group is counted once, however the places below are cut
    starts: tuple[date, ...]  # first day of each period
    keys: tuple[Key, ...]  # of the series
    topics: tuple[str, ...]
    sources: tuple[str, ...]
    place_keys: tuple[tuple[str, str], ...]  # (level, place id) of all places, those without a series too
    counts: Floats  # (S, T) groups
    by_source: Floats  # (K, N, T) groups of each source and topic, over all places
    documents: Floats  # (P, K, T) documents read
    topic_of: Ints  # (S,) number of the series' topic
    place_of: Ints  # (S,) number of its place
    cut_before: date | None = None  # what was read before this day is too long ago to be in the panel

    @property
    def days_each(self) -> int:
        """Days in a period."""
        return DAYS_EACH[self.every]

    def decided(self, t: int) -> date:
        """The day at whose end period `t` is complete and can be judged."""
        return self.starts[t] + timedelta(days=self.days_each - 1)


def build(
    stream: Stream,
    counts: Sequence[Count],
    exposure: Sequence[Exposure],
    levels: Sequence[Level],
    every: Every,
    until: date | None = None,
    history_days: int | None = None,
) -> Panel | None:
    """The panel of one stream, or None where nothing was read or counted.

    Runs from the first day to the last on which anything was read (`until` cuts it earlier, `history_days` takes only
    so many before the last); a last week that is not over is left out. Rows beyond it, of other streams or other
    levels, are passed over.
    """
    ours = [row for row in exposure if row.stream == stream and row.level in levels]
    ever_read = [row for row in ours if until is None or row.day <= until]
    if not ever_read:
        return None
    last = max(row.day for row in ever_read)
    oldest = last - timedelta(days=history_days) if history_days else date.min
    read = [row for row in ever_read if row.day >= oldest]
    calendar = _Calendar.whole(min(row.day for row in read), last, every)
    if not calendar.starts:
        return None
    counted = [row for row in counts if row.stream == stream and row.level in levels and calendar.holds(row.day)]
    cut_before = oldest if len(read) < len(ever_read) else None
    return _filled(stream, calendar, counted, [row for row in read if calendar.holds(row.day)], cut_before)


@dataclass(frozen=True, slots=True)
class _Calendar:
    """Periods one after the other, named by their first days."""

    every: Every
    starts: tuple[date, ...]

    @classmethod
    def whole(cls, first: date, last: date, every: Every) -> _Calendar:
        """The periods from that of the first day on that are over by the end of the last."""
        start, length = monday(first) if every == "week" else first, DAYS_EACH[every]
        periods = ((last - start).days + 1) // length
        return cls(every, tuple(start + timedelta(days=length * n) for n in range(periods)))

    def number(self, day: date) -> int:
        """The period a day lies in; outside of the calendar no number of a period."""
        return (day - self.starts[0]).days // DAYS_EACH[self.every]

    def holds(self, day: date) -> bool:
        """Whether a day lies in one of them."""
        return 0 <= self.number(day) < len(self.starts)


def _filled(
    stream: Stream, calendar: _Calendar, counted: Sequence[Count], read: Sequence[Exposure], cut_before: date | None
) -> Panel:
    """All rows put into arrays; each lies within the calendar."""
    rows: list[Count | Exposure] = [*counted, *read]
    keys = _numbered(_key(row) for row in counted)
    topics = _numbered(row.topic for row in counted)
    sources = _numbered(row.source for row in rows)
    places = _numbered((row.level, row.place_id) for row in rows)
    top = widest({row.level for row in rows})
    periods, t = len(calendar.starts), {day: calendar.number(day) for day in {row.day for row in rows}}
    return Panel(
        stream=stream,
        every=calendar.every,
        top=top,
        starts=calendar.starts,
        keys=tuple(keys),
        topics=tuple(topics),
        sources=tuple(sources),
        place_keys=tuple(places),
        counts=_added_up(
            (len(keys), periods),
            ((row.groups, keys[_key(row)], t[row.day]) for row in counted),
        ),
        by_source=_added_up(
            (len(sources), len(topics), periods),
            ((row.groups, sources[row.source], topics[row.topic], t[row.day]) for row in counted if row.level == top),
        ),
        documents=_added_up(
            (len(places), len(sources), periods),
            ((row.documents, places[row.level, row.place_id], sources[row.source], t[row.day]) for row in read),
        ),
        topic_of=np.array([topics[key.topic] for key in keys], dtype=np.int64),
        place_of=np.array([places[key.level, key.place_id] for key in keys], dtype=np.int64),
        cut_before=cut_before,
    )


def _key(row: Count) -> Key:
    return Key(row.topic, row.level, row.place_id)


def _numbered[Name: (str, tuple[str, str], Key)](names: Iterable[Name]) -> dict[Name, int]:
    """Distinct names in sorted order, each with its number on the axis of an array."""
    return {name: n for n, name in enumerate(sorted(set(names)))}


def _added_up(shape: tuple[int, ...], amounts: Iterable[tuple[int, ...]]) -> Floats:
    """An array of this shape of amounts, each told with where it belongs: (amount, row, …, column)."""
    total = np.zeros(shape)
    for amount, *at in amounts:
        total[tuple(at)] += amount
    return total


def widest(levels: set[Level]) -> Level:
    """The widest of these levels."""
    return next(level for level in WIDE_TO_NARROW if level in levels)
