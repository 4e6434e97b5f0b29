"""Signs, venues and needs over all places: which are above what their own past leads one to expect, and where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from core.records import Level, Spike, Stream
from dashboard.look.speech import later
from dashboard.names import Names
from dashboard.queries.behind import Counted, counted_at
from dashboard.queries.cell import Towns
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
    """One topic: what was seen over all places."""

    topic: str
    seen: Seen


@dataclass(frozen=True, slots=True)
class Country:
    """Where a topic was counted: a country with its groups, and its towns with theirs, most first."""

    place_id: str
    groups: int
    towns: tuple[tuple[str, int], ...]


def topics(store: Store, stream: Stream, period: Period) -> dict[str, tuple[TopicRow, ...]]:
    """By kind, the topics counted in the period or in the quarter before, those furthest above expectation first.

    The store adds up: the counts behind them are hundreds of thousands of rows in a large home.
    """
    past = period.before(PAST_DAYS, guard=7)
    (now, read_now), (before, read_past) = (_sums(store, stream, days) for days in (period, past))
    rows = [
        TopicRow(topic, Seen(now.get(topic, 0), _expected(read_now, before.get(topic, 0), read_past)))
        for topic in {*now, *before}
    ]
    ordered = sorted(rows, key=lambda row: (-row.seen.excess, -row.seen.observed, row.topic))
    return {kind: tuple(row for row in ordered if row.topic.startswith(f"{kind}:")) for kind in KINDS}


def _sums(store: Store, stream: Stream, days: Period) -> tuple[dict[str, int], int]:
    """Groups by topic over all countries, and the documents read there."""
    asked: dict[str, Any] = {"stream": stream, "since": days.since, "until": days.until}
    return store.groups_by_topic("country", **asked), sum(store.documents_by_place("country", **asked).values())


def _expected(read_now: int, before: int, read_past: int) -> float | None:
    return expectation(read_now, before, read_past, before / read_past if read_past else None)


def by_place(store: Store, stream: Stream, topic: str, period: Period, level: Level = "city") -> Towns:
    """The places of a level in which a topic was counted, most groups first."""
    found = store.groups_by_place(level, stream=stream, topic=topic, since=period.since, until=period.until)
    return tuple(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))


def by_country(store: Store, names: Names, stream: Stream, topic: str, period: Period) -> tuple[Country, ...]:
    """The countries whose sum is the topic's number, most groups first, each with its towns."""
    towns: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for town, groups in by_place(store, stream, topic, period):
        place = names.place("city", town)
        towns[place.country if place else ""].append((town, groups))
    countries = by_place(store, stream, topic, period, "country")
    return tuple(Country(country, groups, tuple(towns[country])) for country, groups in countries)


def counted_anywhere(store: Store, stream: Stream, topic: str, period: Period) -> tuple[Counted, ...]:
    """The posts by which a topic counted over all places, newest first: as many as its number says."""
    return counted_at(store, (stream, topic), "country", None, period)


def rising_terms(spikes: Sequence[Spike]) -> tuple[tuple[Level, str, str, int], ...]:
    """Words that rose with an open alarm, as (level, place, word, groups), most groups first."""
    rows = {(spike.level, spike.place_id, share.value): share.groups for spike in spikes for share in spike.terms}
    ordered = sorted(rows.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple((level, place, word, n) for (level, place, word), n in ordered[:40])
