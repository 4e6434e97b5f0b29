"""A series by weeks: what was seen against what was expected, from the detector's own points.

Weeks are the seven-day steps that end on the day looked at, so that the last one is whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from core.records import Level, SeriesPoint, Stream
from dashboard.look.drawings import Step
from dashboard.queries.period import ends_of_weeks
from stores.base import Store


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days that end on `ends`. `observed` None: nothing was read. The band is None where none is known."""

    ends: date
    observed: int | None
    expected: float | None = None
    low: float | None = None
    high: float | None = None

    def step(self) -> Step:
        """As a step of a small line."""
        return Step(self.observed, self.low, self.high)


def weeks_of(
    store: Store, stream: Stream, topic: str, level: Level, place_id: str, until: date, weeks: int
) -> list[Week]:
    """The series' last weeks, oldest first; from the detector's points, else from counts and what was read."""
    points = [p for p in store.series(stream, topic, level, place_id) if p.day <= until]
    ends = ends_of_weeks(until, weeks)
    return from_points(points, ends) if points else _from_counts(store, stream, topic, level, place_id, ends)


def from_points(points: Iterable[SeriesPoint], ends: Sequence[date]) -> list[Week]:
    """Daily points added up to weeks. Half-widths of the days' 90 % intervals add in squares, as for independent days:
    within a week the days of one series share their expectation, so the band is a little narrow, never wide."""
    by_end: dict[date, list[SeriesPoint]] = defaultdict(list)
    last = ends[-1] if ends else None
    for point in points:
        if last is not None and point.day <= last:
            by_end[last - timedelta(days=7 * ((last - point.day).days // 7))].append(point)
    return [_week(end, by_end.get(end, [])) for end in ends]


def _week(end: date, points: Sequence[SeriesPoint]) -> Week:
    seen = [p for p in points if p.expected is not None]
    if not seen:
        return Week(end, None)
    expected = sum(p.expected or 0.0 for p in seen)
    below = sum(((p.expected or 0.0) - (p.low or 0.0)) ** 2 for p in seen) ** 0.5
    above = sum(((p.high or 0.0) - (p.expected or 0.0)) ** 2 for p in seen) ** 0.5
    return Week(end, sum(p.observed for p in points), expected, max(0.0, expected - below), expected + above)


def _from_counts(
    store: Store, stream: Stream, topic: str, level: Level, place_id: str, ends: Sequence[date]
) -> list[Week]:
    if not ends:
        return []
    first, last = ends[0] - timedelta(days=6), ends[-1]
    read: dict[date, int] = defaultdict(int)
    seen: dict[date, int] = defaultdict(int)
    for exposure in store.exposure(level, stream=stream, place_id=place_id, since=first, until=last):
        read[_end(exposure.day, last)] += exposure.documents
    for count in store.counts(level, stream=stream, topic=topic, place_id=place_id, since=first, until=last):
        seen[_end(count.day, last)] += count.groups
    return [Week(end, seen[end] if read[end] or seen[end] else None) for end in ends]


def _end(day: date, last: date) -> date:
    return last - timedelta(days=7 * ((last - day).days // 7))
