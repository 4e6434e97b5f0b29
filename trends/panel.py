"""Records turned into arrays: one panel per stream, with the documents read beside the groups counted.

Periods are days, or weeks named by their Monday; a week counts once it is over. K sources, P places, S series.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np

from core.days import monday
from core.records import Count, Exposure, Level, Stream
from trends.arrays import Floats, Ints
from trends.options import Every

WIDE_TO_NARROW: tuple[Level, ...] = ("region", "country", "admin1", "admin2", "city", "h3")


class Key(NamedTuple):
    """What a series is of."""

    topic: str
    level: Level
    place_id: str


@dataclass(frozen=True, slots=True)
class Panel:
    """One stream. `counts` (S, T) groups; `by_source` (K, N, T) groups of each source and topic over all places;
    `documents` (P, K, T) documents read, of `place_of[i]`; `topic_of[i]` points into `topics`; rows in order of key.
    `top` is the widest level, at which a group is counted once however the places below are cut; `cut_before`: the
    day before which more was read, too long ago to be in it."""

    stream: Stream
    every: Every
    top: Level
    starts: tuple[date, ...]
    keys: tuple[Key, ...]
    topics: tuple[str, ...]
    sources: tuple[str, ...]
    place_keys: tuple[tuple[str, str], ...]
    counts: Floats
    by_source: Floats
    documents: Floats
    topic_of: Ints
    place_of: Ints
    cut_before: date | None = None

    @property
    def days_each(self) -> int:
        """Days in a period."""
        return 7 if self.every == "week" else 1

    def decided(self, t: int) -> date:
        """The day at whose end period `t` is complete and can be judged."""
        return self.starts[t] + timedelta(days=self.days_each - 1)


class _Axis[Name: (str, tuple[str, str], Key)]:
    """Names in sorted order, and where each stands."""

    def __init__(self, names: set[Name]) -> None:
        self.names: list[Name] = sorted(names)
        self.at: dict[Name, int] = {name: n for n, name in enumerate(self.names)}


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
    every_day = [row for row in exposure if row.stream == stream and row.level in levels and _in_time(row.day, until)]
    if not every_day:
        return None
    oldest = max(row.day for row in every_day) - timedelta(days=history_days) if history_days else date.min
    read = [row for row in every_day if row.day >= oldest]
    starts = _periods(min(row.day for row in read), max(row.day for row in read), every)
    if not starts:
        return None
    step = 7 if every == "week" else 1
    last = starts[-1] + timedelta(days=step - 1)
    first = starts[0]
    kept = [row for row in counts if row.stream == stream and row.level in levels and first <= row.day <= last]
    panel = _filled(stream, every, starts, kept, [row for row in read if row.day <= last], step)
    return replace(panel, cut_before=oldest) if len(read) < len(every_day) else panel


def _in_time(day: date, until: date | None) -> bool:
    return until is None or day <= until


def _periods(first: date, last: date, every: Every) -> tuple[date, ...]:
    if every == "day":
        return tuple(first + timedelta(days=n) for n in range((last - first).days + 1))
    start = monday(first)
    weeks = (last - start).days + 1
    return tuple(start + timedelta(weeks=n) for n in range(weeks // 7))


def _filled(
    stream: Stream, every: Every, starts: tuple[date, ...], counts: list[Count], read: list[Exposure], step: int
) -> Panel:
    keys = _Axis({Key(row.topic, row.level, row.place_id) for row in counts})
    topics = _Axis({row.topic for row in counts})
    sources = _Axis({row.source for row in read} | {row.source for row in counts})
    seen: set[tuple[str, str]] = {(row.level, row.place_id) for row in read}
    places = _Axis(seen | {(row.level, row.place_id) for row in counts})
    periods, first = len(starts), starts[0]
    level = widest({row.level for row in counts} | {row.level for row in read})
    y = np.zeros((len(keys.names), periods))
    by_source = np.zeros((len(sources.names), len(topics.names), periods))
    for row in counts:
        t = (row.day - first).days // step
        y[keys.at[Key(row.topic, row.level, row.place_id)], t] += row.groups
        if row.level == level:
            by_source[sources.at[row.source], topics.at[row.topic], t] += row.groups
    documents = np.zeros((len(places.names), len(sources.names), periods))
    for read_row in read:
        t = (read_row.day - first).days // step
        documents[places.at[(read_row.level, read_row.place_id)], sources.at[read_row.source], t] += read_row.documents
    return Panel(
        stream=stream,
        every=every,
        top=level,
        starts=starts,
        keys=tuple(keys.names),
        topics=tuple(topics.names),
        sources=tuple(sources.names),
        place_keys=tuple(places.names),
        counts=y,
        by_source=by_source,
        documents=documents,
        topic_of=np.array([topics.at[key.topic] for key in keys.names], dtype=np.int64),
        place_of=np.array([places.at[(key.level, key.place_id)] for key in keys.names], dtype=np.int64),
    )


def widest(levels: set[Level]) -> Level:
    """The widest of these levels."""
    return next(level for level in WIDE_TO_NARROW if level in levels)
