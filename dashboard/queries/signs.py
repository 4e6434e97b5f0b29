"""Signs, venues and needs over all places: which are above what their own past leads one to expect, and where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from core.records import Level, Spike, Stream
from dashboard.look.speech import later
from dashboard.queries.expectation import PAST_DAYS, Seen, expectation
from dashboard.queries.period import Period
from stores.base import Store

KINDS = {
    "sign": later("Signs"),
    "venue": later("Kinds of venue"),
    "need": later("Needs"),
    "exploitation": later("Kinds of exploitation"),
}


@dataclass(frozen=True, slots=True)
class TopicRow:
    """One topic: what was seen over all places, and the places with most of it."""

    topic: str
    seen: Seen
    places: tuple[tuple[str, int], ...]


def topics(store: Store, kind: str, stream: Stream, period: Period, level: Level = "city") -> tuple[TopicRow, ...]:
    """All topics of a kind in the period, those furthest above expectation first."""
    past = period.before(PAST_DAYS, guard=7)
    now: dict[str, int] = defaultdict(int)
    before: dict[str, int] = defaultdict(int)
    for row in store.counts("country", stream=stream, since=past.since, until=period.until):
        if not row.topic.startswith(f"{kind}:"):
            continue
        if row.day >= period.since:
            now[row.topic] += row.groups
        elif row.day <= past.until:
            before[row.topic] += row.groups
    read = store.exposure("country", stream=stream, since=past.since, until=period.until)
    read_now = sum(row.documents for row in read if row.day >= period.since)
    read_past = sum(row.documents for row in read if row.day <= past.until)
    where = _places(store, kind, stream, period, level)
    rows = [
        TopicRow(topic, Seen(n, _expected(read_now, before[topic], read_past)), where.get(topic, ()))
        for topic, n in {**dict.fromkeys(before, 0), **now}.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.seen.excess, -row.seen.observed, row.topic)))


def _expected(read_now: int, before: int, read_past: int) -> float | None:
    return expectation(read_now, before, read_past, before / read_past if read_past else 0.0)


def _places(
    store: Store, kind: str, stream: Stream, period: Period, level: Level
) -> dict[str, tuple[tuple[str, int], ...]]:
    out: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in store.counts(level, stream=stream, since=period.since, until=period.until):
        if row.topic.startswith(f"{kind}:"):
            out[row.topic][row.place_id] += row.groups
    return {
        topic: tuple(sorted(places.items(), key=lambda pair: (-pair[1], pair[0]))[:4]) for topic, places in out.items()
    }


def rising_terms(spikes: Sequence[Spike]) -> tuple[tuple[Level, str, str, int], ...]:
    """Words that rose with an open alarm, as (level, place, word, groups), most groups first."""
    rows = {(spike.level, spike.place_id, share.value): share.groups for spike in spikes for share in spike.terms}
    ordered = sorted(rows.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple((level, place, word, n) for (level, place, word), n in ordered[:40])
