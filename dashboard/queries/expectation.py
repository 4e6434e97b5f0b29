"""What to expect where the detector keeps no series of its own: the past rate, leaning on its parents' rate.

`E = D_now · (N + STRENGTH · r) / (D_past + STRENGTH)`: N groups in D_past documents read before, r the rate over all
places, STRENGTH documents' worth of it (a gamma prior; the same shrinkage as in DESIGN 6.1).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from core.records import Count, Level, Stream
from dashboard.queries.period import Period
from stores.base import Store

PAST_DAYS = 91
STRENGTH = 50.0
DISPERSION = 1.3  # variance over mean, as the detector's bank finds it for quiet series


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen at a place (or of a topic) in a period; `expected` None: nothing of it was read, or, where
    `documents` were, nothing anywhere before."""

    observed: int
    expected: float | None
    documents: int = 0

    @property
    def excess(self) -> float:
        """Standard deviations above the expectation, 0 where there is none."""
        if self.expected is None:
            return 0.0
        return (self.observed - self.expected) / float((DISPERSION * self.expected + 0.5) ** 0.5)


def places_seen(store: Store, level: Level, stream: Stream, topic: str, period: Period) -> dict[str, Seen]:
    """All places of a level: the detector's points where it keeps them, else past rates. Unread ones are included
    where they were read before."""
    past = period.before(PAST_DAYS, guard=7)
    points: dict[str, Seen] = {}
    for point in store.latest_points(level, stream, topic, period.since, period.until):
        old = points.get(point.place_id, Seen(0, None))
        expected = old.expected if point.expected is None else (old.expected or 0.0) + point.expected
        points[point.place_id] = Seen(old.observed + point.observed, expected)
    rated = _rated(store, level, stream, topic, period, past)
    return rated | points


def _rated(store: Store, level: Level, stream: Stream, topic: str, period: Period, past: Period) -> dict[str, Seen]:
    of: tuple[Stream, str] = (stream, topic)
    now_counts, past_counts = (_counted(store, level, of, days) for days in (period, past))
    now_read, past_read = (
        store.documents_by_place(level, stream=stream, since=days.since, until=days.until) for days in (period, past)
    )
    rate = _rate(past_counts, past_read)
    return {
        place: Seen(
            now_counts.get(place, 0),
            expectation(now_read.get(place, 0), past_counts.get(place, 0), past_read.get(place, 0), rate),
            now_read.get(place, 0),
        )
        for place in {*now_read, *(place for place, n in past_read.items() if _is_read_weekly(n))}
    }


def _counted(store: Store, level: Level, of: tuple[Stream, str], days: Period) -> dict[str, int]:
    return store.groups_by_place(level, stream=of[0], topic=of[1], since=days.since, until=days.until)


def _is_read_weekly(past_documents: int) -> bool:
    """Whether a week without any reading is news: it would come by chance in under one week of ten."""
    return math.exp(-past_documents * 7 / PAST_DAYS) < 0.1


def topics_seen(
    store: Store, kind: str, level: Level, place_id: str, stream: Stream, period: Period
) -> dict[str, Seen]:
    """All topics of a kind ("sign", "venue", "need") at one place, against their own past there."""
    past = period.before(PAST_DAYS, guard=7)
    rows = store.counts(level, stream=stream, place_id=place_id, since=past.since, until=period.until)
    wanted = [row for row in rows if row.topic.startswith(f"{kind}:")]
    now = _groups((c.topic, c.groups) for c in wanted if c.day >= period.since)
    before = _groups((c.topic, c.groups) for c in wanted if c.day <= past.until)
    read = store.exposure(level, stream=stream, place_id=place_id, since=past.since, until=period.until)
    read_now = sum(row.documents for row in read if row.day >= period.since)
    read_past = sum(row.documents for row in read if row.day <= past.until)
    return {
        topic: Seen(
            now.get(topic, 0), expectation(read_now, before.get(topic, 0), read_past, _flat(before, topic, read_past))
        )
        for topic in {*now, *before}
    }


def expectation(documents: int, past_groups: int, past_documents: int, rate: float | None) -> float | None:
    """Groups to expect in `documents` documents read; None when none was read: not observed.

    None too without a `rate`: where nothing was read before, nothing is known to expect, and zero would be a claim.
    """
    if documents <= 0 or rate is None:
        return None
    return documents * (past_groups + STRENGTH * rate) / (past_documents + STRENGTH)


def _rate(counts: Mapping[str, int], documents: Mapping[str, int]) -> float | None:
    read = sum(documents.values())
    return sum(counts.values()) / read if read else None


def _flat(before: Mapping[str, int], topic: str, documents: int) -> float | None:
    return before.get(topic, 0) / documents if documents else None


def _groups(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    out: dict[str, int] = defaultdict(int)
    for key, groups in pairs:
        out[key] += groups
    return dict(out)


def by_source(rows: Iterable[Count]) -> dict[str, int]:
    """Groups by source."""
    return _groups((row.source, row.groups) for row in rows)
