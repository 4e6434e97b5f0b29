"""Signs, venues and needs over all places: which are above what their own past leads one to expect, and where."""

from __future__ import annotations

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


def topics(
    store: Store, known: Sequence[str], stream: Stream, period: Period, level: Level = "city"
) -> tuple[TopicRow, ...]:
    """These topics in the period, those furthest above expectation first; those never counted are left out.

    The store adds up: the counts behind them are hundreds of thousands of rows in a large home.
    """
    past = period.before(PAST_DAYS, guard=7)
    read_now, read_past = (_read(store, stream, days) for days in (period, past))
    rows = []
    for topic in known:
        now, before = (_seen(store, stream, topic, "country", days) for days in (period, past))
        if now or before:
            places = _seen(store, stream, topic, level, period)
            most = sorted(places.items(), key=lambda pair: (-pair[1], pair[0]))[:4]
            expected = _expected(read_now, sum(before.values()), read_past)
            rows.append(TopicRow(topic, Seen(sum(now.values()), expected), tuple(most)))
    return tuple(sorted(rows, key=lambda row: (-row.seen.excess, -row.seen.observed, row.topic)))


def _seen(store: Store, stream: Stream, topic: str, level: Level, days: Period) -> dict[str, int]:
    return store.groups_by_place(level, stream=stream, topic=topic, since=days.since, until=days.until)


def _read(store: Store, stream: Stream, days: Period) -> int:
    return sum(store.documents_by_place("country", stream=stream, since=days.since, until=days.until).values())


def _expected(read_now: int, before: int, read_past: int) -> float | None:
    return expectation(read_now, before, read_past, before / read_past if read_past else 0.0)


def rising_terms(spikes: Sequence[Spike]) -> tuple[tuple[Level, str, str, int], ...]:
    """Words that rose with an open alarm, as (level, place, word, groups), most groups first."""
    rows = {(spike.level, spike.place_id, share.value): share.groups for spike in spikes for share in spike.terms}
    ordered = sorted(rows.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple((level, place, word, n) for (level, place, word), n in ordered[:40])
