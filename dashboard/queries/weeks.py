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
from dashboard.queries.expectation import DISPERSION
from dashboard.queries.period import ends_of_weeks
from stores.base import Store

Z90 = 1.645
FEW = 3.0


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
    """The series' last weeks, oldest first: the detector's points where it judged, else what was counted and read."""
    ends = ends_of_weeks(until, weeks)
    judged = from_points(store.series(stream, topic, level, place_id), ends)
    if all(week.observed is not None for week in judged):
        return judged
    counted = _from_counts(store, stream, topic, level, place_id, ends)
    return [one if one.observed is not None else other for one, other in zip(judged, counted, strict=True)]


def from_points(points: Iterable[SeriesPoint], ends: Sequence[date]) -> list[Week]:
    """Daily (or weekly) points added up to weeks; a week without any expectation was not observed."""
    by_end: dict[date, list[SeriesPoint]] = defaultdict(list)
    last = ends[-1] if ends else date.min
    for point in points:
        if point.day <= last:
            by_end[_end(point.day, last)].append(point)
    return [_week(end, by_end.get(end, [])) for end in ends]


def _week(end: date, points: Sequence[SeriesPoint]) -> Week:
    seen = [p for p in points if p.expected is not None]
    if not seen:
        return Week(end, None)
    expected = sum(p.expected or 0.0 for p in seen)
    reach = Z90 * sum(_variance(p) for p in seen) ** 0.5
    return Week(end, sum(p.observed for p in points), expected, max(0.0, expected - reach), expected + reach)


def _variance(point: SeriesPoint) -> float:
    """From the point's 90 % interval; where few are expected, from its mean: whole numbers make intervals too wide."""
    mean = point.expected or 0.0
    if mean < FEW or point.low is None or point.high is None:
        return DISPERSION * mean
    return ((point.high - point.low) / (2 * Z90)) ** 2


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
