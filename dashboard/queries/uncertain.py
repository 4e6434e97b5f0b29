"""What the detector saw and did not call an alarm: rises that rest on new sources alone, and clusters of neighbours.

Both are those of its latest run; an earlier day shows those that had begun by then.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from core.records import Cluster, Level, Spike, Stream
from dashboard.queries.period import Period
from stores.base import Store
from stores.codec import build

QUARTER_DAYS = 91
MOST = 6


@dataclass(frozen=True, slots=True)
class Doubted:
    """A rise that only young sources show; `now`: it was going on in the period looked at."""

    stream: Stream
    topic: str
    level: Level
    place_id: str
    day: date
    observed: int
    expected: float
    sources: int
    now: bool


def doubted(store: Store, period: Period) -> tuple[Doubted, ...]:
    """The uncertain rises of the quarter that ends with the period, latest first."""
    since = period.until - timedelta(days=QUARTER_DAYS)
    rows = [(row, date.fromisoformat(row["day"])) for row in _kept(store, "doubted")]
    found = [_doubted(row, day, period) for row, day in rows if since <= day <= period.until]
    return tuple(sorted(found, key=lambda one: (not one.now, -one.day.toordinal(), one.place_id))[:MOST])


def _doubted(row: Mapping[str, Any], day: date, period: Period) -> Doubted:
    ended = date.fromisoformat(row["ended"]) if row["ended"] else date.max
    return Doubted(
        row["stream"],
        row["topic"],
        row["level"],
        row["place"],
        day,
        int(row["observed"]),
        float(row["expected"]),
        int(row["sources"]),
        ended >= period.since,
    )


def neighbours(store: Store, period: Period, alarms: Sequence[Spike] = ()) -> tuple[Cluster, ...]:
    """The clusters of the period, as the detector told them, without those that `alarms` tell already."""
    told = (build(Cluster, row) for row in _kept(store, "neighbours"))
    return tuple(one for one in told if period.since <= one.day <= period.until and not _told(one, alarms))


def _told(cluster: Cluster, alarms: Sequence[Spike]) -> bool:
    """Whether alarms of its topic in its own towns hold half of its posts: then these rose, and not neighbours."""
    days = timedelta(days=cluster.window)
    held = [
        alarm.observed
        for alarm in alarms
        if alarm.topic == cluster.topic
        and alarm.level == "city"
        and alarm.place_id in cluster.places
        and abs(alarm.peak - cluster.day) < days
    ]
    return 2 * sum(held) >= cluster.observed


def _kept(store: Store, key: str) -> Iterable[Mapping[str, Any]]:
    rows = (store.state("detection") or {}).get(key, ())
    return rows if isinstance(rows, (list, tuple)) else ()
