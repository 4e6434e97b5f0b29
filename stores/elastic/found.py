"""What the detector found: spikes with their triage, series, gaps, corridors, and the digests made of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from core.ids import content_id
from core.records import Act, Corridor, Digest, Gap, Level, SeriesPoint, Spike, Stream
from stores.codec import build
from stores.elastic.books import Books
from stores.elastic.change import Change
from stores.elastic.families import BOOKS, SERIES
from stores.elastic.part import Query, body_of, day_of, every, pieces, term, within
from stores.triage import last_triage

_INFINITE = 1e308  # the server's numbers end before infinity


class Found(Books):
    """Results at rest."""

    def put_spikes(self, spikes: Sequence[Spike], judged_from: date, judged_until: date) -> None:
        """Replace the spikes that opened on the judged days; one that a person has acted on is kept."""
        rows = {f"spike~{spike.id}": spike_row(spike) for spike in spikes}
        with self._journal.writing() as change:
            query = every(term("kind", "spike"), within("opened", judged_from, judged_until))
            old = list(self._server.scan(BOOKS, query, [{"key": "asc"}]))
            gone = [hit for hit in old if hit["_id"] not in rows]
            acted = self._acted_on([hit["_source"]["key"] for hit in gone])
            change.take(BOOKS, old)
            change.load(BOOKS, rows)
            for hit in gone:
                if hit["_source"]["key"] not in acted:
                    change.drop(BOOKS, hit["_id"])
            for key, row in rows.items():
                change.put(BOOKS, key, row)

    def spikes(self, *, since: date | None = None, until: date | None = None) -> list[Spike]:
        """Spikes open on any day between the two, rarest first, then by id, with the status of the last triage."""
        ended = within("ended", since, None)
        still = ended and {"bool": {"should": [ended, {"bool": {"must_not": {"exists": {"field": "ended"}}}}]}}
        query = every(term("kind", "spike"), still, within("opened", None, until))
        hits = self._base.scan(BOOKS, query, [{"recurrence": "desc"}, {"key": "asc"}])
        spikes = [build(Spike, hit["_source"]["body"]) for hit in hits]
        acts = last_triage(self._acts_on([spike.id for spike in spikes]))
        return [replace(spike, status=acts.get(spike.id, spike.status)) for spike in spikes]

    def put_series(self, points: Iterable[SeriesPoint]) -> None:
        """Points of series, each in place of the one of its day."""
        packs: dict[str, tuple[SeriesPoint, dict[str, SeriesPoint]]] = {}
        for point in points:
            packs.setdefault(_pack_id(point), (point, {}))[1][point.day.isoformat()] = point
        if not packs:
            return
        with self._journal.writing() as change:
            change.load(SERIES, packs)
            for key, (first, new) in packs.items():
                old = change.get(SERIES, key)
                days = {**(old["body"] if old else {}), **{day: _numbers(point) for day, point in new.items()}}
                change.put(SERIES, key, {**_series_key(first), "body": dict(sorted(days.items()))})

    def series(self, stream: Stream, topic: str, level: Level, place_id: str) -> list[SeriesPoint]:
        """One series, by day."""
        return self._points(every(*map(term, *zip(*_key(level, stream, topic, place_id), strict=True))))

    def latest_points(self, level: Level, stream: Stream, topic: str, since: date, until: date) -> list[SeriesPoint]:
        """All places' points of one topic between two days, by place and day."""
        months = within("month", since.replace(day=1), until)
        key = map(term, *zip(*_key(level, stream, topic, None), strict=True))
        return [point for point in self._points(every(*key, months)) if since <= point.day <= until]

    def put_gaps(
        self,
        gaps: Sequence[Gap],
        corridors: Sequence[Corridor],
        gap_weeks: Collection[date] = (),
        corridor_weeks: Collection[date] = (),
    ) -> None:
        """Gaps and corridors of whole weeks: what these weeks, and those named, held of either kind before goes."""
        rows = {gap_id(g): gap_row(g) for g in gaps}
        rows |= {corridor_id(c): corridor_row(c) for c in corridors}
        of_gaps, of_corridors = (
            {g.week for g in gaps}.union(gap_weeks),
            {c.week for c in corridors}.union(corridor_weeks),
        )
        if not of_gaps | of_corridors:
            return
        with self._journal.writing() as change:
            self._take_weeks(change, "gap", of_gaps)
            self._take_weeks(change, "corridor", of_corridors)
            for key, row in rows.items():
                change.put(BOOKS, key, row)

    def gaps(self, week: date | None = None) -> list[Gap]:
        """Of one week, or of all: newest week first, then by need, level and place."""
        order = [{"week": "desc"}, {"need": "asc"}, {"level": "asc"}, {"place_id": "asc"}]
        hits = self._base.scan(BOOKS, every(term("kind", "gap"), term("week", day_of(week))), order)
        return [build(Gap, hit["_source"]["body"]) for hit in hits]

    def corridors(self, week: date | None = None) -> list[Corridor]:
        """Of one week, or of all: newest week first, most groups first, then by origin and destination."""
        order = [{"week": "desc"}, {"groups": "desc"}, {"origin_id": "asc"}, {"destination_id": "asc"}]
        hits = self._base.scan(BOOKS, every(term("kind", "corridor"), term("week", day_of(week))), order)
        return [build(Corridor, hit["_source"]["body"]) for hit in hits]

    def put_digest(self, digest: Digest) -> None:
        """One digest of a week and edition, in place of the one before it."""
        row = {"week": day_of(digest.week), "edition": digest.edition, "body": body_of(digest)}
        self._write("digest", f"{digest.week}~{digest.edition}", row)

    def digests(self) -> list[Digest]:
        """Newest week first, then by edition."""
        hits = self._base.scan(BOOKS, every(term("kind", "digest")), [{"week": "desc"}, {"edition": "asc"}])
        return [build(Digest, hit["_source"]["body"]) for hit in hits]

    def _points(self, query: Query) -> list[SeriesPoint]:
        found = []
        for hit in self._base.scan(SERIES, query, [{"place_id": "asc"}, {"month": "asc"}]):
            key = {name: hit["_source"][name] for name in ("stream", "topic", "level", "place_id")}
            for day, numbers in hit["_source"]["body"].items():
                found.append(build(SeriesPoint, {**key, "day": day, **dict(zip(_NUMBERS, numbers, strict=True))}))
        return found

    def _take_weeks(self, change: Change, kind: str, weeks: set[date]) -> None:
        for week in sorted(weeks):
            query = every(term("kind", kind), term("week", day_of(week)))
            hits = list(self._server.scan(BOOKS, query, [{"week": "asc"}]))
            change.take(BOOKS, hits)
            for hit in hits:
                change.drop(BOOKS, hit["_id"])

    def _acts_on(self, subjects: Sequence[str]) -> list[Act]:
        hits = [
            hit
            for some in pieces(subjects, 5000)
            for hit in self._server.scan(
                BOOKS, every(term("kind", "act"), {"terms": {"subject": some}}), [{"at": "asc"}, {"key": "asc"}]
            )
        ]
        return [build(Act, hit["_source"]["body"]) for hit in hits]

    def _acted_on(self, subjects: Sequence[str]) -> set[str]:
        return {act.subject for act in self._acts_on(subjects)}


_NUMBERS = ("observed", "expected", "low", "high", "p")


def _key(level: Level, stream: str, topic: str, place_id: str | None) -> list[tuple[str, str | None]]:
    return [("level", level), ("stream", stream), ("topic", topic), ("place_id", place_id)]


def _series_key(point: SeriesPoint) -> dict[str, Any]:
    key = dict(_key(point.level, point.stream, point.topic, point.place_id))
    return {**key, "month": day_of(point.day.replace(day=1))}


def _pack_id(point: SeriesPoint) -> str:
    """A series' points of one month lie together in one record."""
    return content_id(point.level, point.stream, point.topic, point.place_id, point.day.strftime("%Y-%m"))


def _numbers(point: SeriesPoint) -> list[Any]:
    body = body_of(point)
    return [body[name] for name in _NUMBERS]


def spike_row(spike: Spike) -> dict[str, Any]:
    """The record of a spike."""
    return {
        "kind": "spike",
        "key": spike.id,
        "opened": day_of(spike.opened),
        "ended": day_of(spike.ended),
        "recurrence": min(spike.recurrence_days, _INFINITE),
        "body": body_of(spike),
    }


def gap_id(gap: Gap) -> str:
    """The id of a gap's record."""
    return f"gap~{content_id(str(gap.week), gap.need, gap.level, gap.place_id)}"


def gap_row(gap: Gap) -> dict[str, Any]:
    """The record of a gap."""
    key = {"need": gap.need, "level": gap.level, "place_id": gap.place_id}
    return {"kind": "gap", "week": day_of(gap.week), **key, "body": body_of(gap)}


def corridor_id(way: Corridor) -> str:
    """The id of a corridor's record."""
    return f"corridor~{content_id(str(way.week), way.origin_id, way.destination_id)}"


def corridor_row(way: Corridor) -> dict[str, Any]:
    """The record of a corridor."""
    key = {"origin_id": way.origin_id, "destination_id": way.destination_id, "groups": way.groups}
    return {"kind": "corridor", "week": day_of(way.week), **key, "body": body_of(way)}
