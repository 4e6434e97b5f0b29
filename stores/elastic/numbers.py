"""Counts, exposure and tallies: plain numbers of records, by composite aggregation a span of days at a time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from core.records import Count, Exposure, Level, Stream
from stores.elastic.families import BOOKS, DOCUMENTS, FINDINGS, PAST
from stores.elastic.part import PLACE_FIELDS, Part, Query, day_from, every, term, within

# Buckets a page (the server stops at 65,536 over all), and the records a span of days may hold: a page then never
# has to be asked for twice, and no answer holds more than one span.
_BUCKETS = 10_000

_BOOKS = {
    "groups_to_count": "to_count",
    "spikes": "spike",
    "gaps": "gap",
    "corridors": "corridor",
    "digests": "digest",
    "reports": "report",
    "dead_letters": "dead_letter",
    "acts": "act",
    "audit": "audit",
}


class Numbers(Part):
    """What is counted."""

    def counts(
        self,
        level: Level,
        *,
        stream: Stream | None = None,
        topic: str | None = None,
        place_id: str | None = None,
        since: date | None = None,
        until: date | None = None,
        first_seen_by: date | None = None,
    ) -> list[Count]:
        """Counted findings by topic, place, source, day and stream, ordered by those."""
        place = PLACE_FIELDS[level]
        query = every(
            _counted(level, stream, topic, since, until), term(place, place_id), within("seen", None, first_seen_by)
        )
        rows = sorted(self._rows(query, ("topic", place, "source", "day", "stream")))
        return [Count(of, topic_, level, at, source, day, n) for (topic_, at, source, day, of), n in rows]

    def exposure(
        self,
        level: Level,
        *,
        stream: Stream | None = None,
        place_id: str | None = None,
        since: date | None = None,
        until: date | None = None,
        first_seen_by: date | None = None,
    ) -> list[Exposure]:
        """Dated documents read, by place, source, day and stream, ordered by those."""
        place = PLACE_FIELDS[level]
        query = every(_read(level, stream, since, until), term(place, place_id), within("seen", None, first_seen_by))
        rows = sorted(self._rows(query, (place, "source", "day", "stream")))
        return [Exposure(of, level, at, source, day, n) for (at, source, day, of), n in rows]

    def groups_by_place(
        self, level: Level, *, stream: Stream, topic: str, since: date | None = None, until: date | None = None
    ) -> dict[str, int]:
        """The sums of `counts` by place."""
        return self._by(_counted(level, stream, topic, since, until), PLACE_FIELDS[level])

    def documents_by_place(
        self, level: Level, *, stream: Stream | None = None, since: date | None = None, until: date | None = None
    ) -> dict[str, int]:
        """The sums of `exposure` by place."""
        return self._by(_read(level, stream, since, until), PLACE_FIELDS[level])

    def groups_by_topic(
        self, level: Level, *, stream: Stream, since: date | None = None, until: date | None = None
    ) -> dict[str, int]:
        """The sums of `counts` by topic, over all places of the level."""
        return self._by(_counted(level, stream, None, since, until), "topic")

    def _by(self, query: Query, field: str) -> dict[str, int]:
        with self._base.view(FINDINGS, PAST) as pit:
            return {value: n for (value,), n in self._span(pit, query, (field,))}

    def tallies(self) -> dict[str, int]:
        """How many records of each kind there are."""
        reading = {"term": {"kind": "reading"}}
        read: dict[str, Query] = {
            "readings": reading,
            "findings": {"term": {"kind": "finding"}},
            "undated": {"bool": {"filter": [reading], "must_not": {"exists": {"field": "day"}}}},
            "unplaced": {"bool": {"filter": [reading], "must_not": {"exists": {"field": "country"}}}},
            "signals": every(reading, {"term": {"signal": True}}),
            "urgent": every(reading, {"term": {"urgent": True}}),
            "abstained": every(reading, {"term": {"abstained": True}}),
        }
        documents: dict[str, Query] = {"documents": {"match_all": {}}, "withdrawn": {"term": {"withdrawn": True}}}
        books = {name: {"term": {"kind": kind}} for name, kind in _BOOKS.items()}
        found: dict[str, int] = {}
        self._base.refresh(DOCUMENTS, FINDINGS, BOOKS)
        for family, asked in ((DOCUMENTS, documents), (FINDINGS, read), (BOOKS, books)):
            aggregations = {name: {"filter": query} for name, query in asked.items()}
            answer = self._server.search(family, size=0, aggregations=aggregations, fresh=False)
            told = answer.get("aggregations", {})
            found.update({name: told[name]["doc_count"] if name in told else 0 for name in asked})
        return found

    def _rows(self, query: Query, fields: tuple[str, ...]) -> Iterator[tuple[tuple[Any, ...], int]]:
        """Each combination of the fields with its number of records, in no order; days come as dates."""
        with self._base.view(FINDINGS, PAST) as pit:
            for since, until in self._spans(pit, query):
                yield from self._span(pit, every(query, within("day", since, until)), fields)

    def _spans(self, pit: str, query: Query) -> list[tuple[date, date]]:
        """Spans of days, each of a number of records that fits a page unless one day alone does not."""
        days = {"days": {"composite": {"size": _BUCKETS, "sources": [{"day": {"terms": {"field": "day"}}}]}}}
        spans: list[tuple[date, date]] = []
        held = 0
        for bucket in self._pages(pit, query, days["days"]["composite"]):
            day = day_from(bucket["key"]["day"])
            if spans and held + bucket["doc_count"] <= _BUCKETS:
                spans[-1] = (spans[-1][0], day)
                held += bucket["doc_count"]
            else:
                spans.append((day, day))
                held = bucket["doc_count"]
        return spans

    def _span(self, pit: str, query: Query, fields: tuple[str, ...]) -> Iterator[tuple[tuple[Any, ...], int]]:
        sources = [{field: {"terms": {"field": field}}} for field in fields]
        for bucket in self._pages(pit, query, {"size": _BUCKETS, "sources": sources}):
            key = bucket["key"]
            yield tuple(day_from(key[f]) if f == "day" else key[f] for f in fields), bucket["doc_count"]

    def _pages(self, pit: str, query: Query, composite: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """All buckets of a composite aggregation, page after page."""
        after: dict[str, Any] = {}
        while True:
            with self._server.asking() as client:
                answer = client.search(
                    pit={"id": pit, "keep_alive": "5m"},
                    query=query,
                    size=0,
                    track_total_hits=False,
                    allow_partial_search_results=False,
                    aggregations={"page": {"composite": {**composite, **after}}},
                ).body
            page = answer.get("aggregations", {}).get("page", {"buckets": []})
            yield from page["buckets"]
            if len(page["buckets"]) < composite["size"]:
                return
            after = {"after": page["after_key"]}


def _counted(level: Level, stream: Stream | None, topic: str | None, since: date | None, until: date | None) -> Query:
    at = [{"exists": {"field": field}} for field in ("day", PLACE_FIELDS[level])]
    return every(term("counted", True), *at, term("stream", stream), term("topic", topic), within("day", since, until))


def _read(level: Level, stream: Stream | None, since: date | None, until: date | None) -> Query:
    read = {"bool": {"should": [{"term": {"exposed": True}}, {"term": {"kind": "exposure"}}]}}
    at = [{"exists": {"field": field}} for field in ("day", PLACE_FIELDS[level])]
    return every(read, *at, term("stream", stream), within("day", since, until))
