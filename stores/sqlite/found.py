"""What the detector found: spikes with their triage, series, gaps, corridors, and the digests made of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from core.records import (
    Act,
    Corridor,
    Digest,
    Gap,
    Level,
    SeriesPoint,
    Spike,
    SpikeStatus,
    Stream,
)
from stores.codec import decode, encode
from stores.sqlite.part import Part, listed, where, within
from stores.triage import last_triage

_SERIES = "level, stream, topic, place_id, day, observed, expected, low, high, p"


class Found(Part):
    """Results at rest."""

    def put_spikes(self, spikes: Sequence[Spike], judged_from: date, judged_until: date) -> None:
        """Replace the spikes that opened on the judged days; one that a person has acted on is kept."""
        with self._base.writing() as connection:
            connection.execute(
                """DELETE FROM spikes WHERE opened BETWEEN ? AND ? AND id NOT IN (SELECT value FROM json_each(?))
                AND id NOT IN (SELECT subject FROM acts)""",
                (judged_from.isoformat(), judged_until.isoformat(), listed(spike.id for spike in spikes)),
            )
            connection.executemany("INSERT OR REPLACE INTO spikes VALUES (?, ?, ?, ?, ?)", map(_spike_row, spikes))

    def spikes(self, *, since: date | None = None, until: date | None = None) -> list[Spike]:
        """Spikes open on any day between the two, rarest first, then by id, with the status of the last triage."""
        conditions = [*within("coalesce(ended, '9999')", since, None)[0], *within("opened", None, until)[0]]
        days = [str(day) for day in (since, until) if day is not None]
        with self._base.reading() as connection:
            sql = f"SELECT body FROM spikes {where(conditions)} ORDER BY recurrence DESC, id"
            spikes = [decode(Spike, body) for (body,) in connection.execute(sql, days)]
            acts = _triage(connection, [spike.id for spike in spikes])
        return [replace(spike, status=acts.get(spike.id, spike.status)) for spike in spikes]

    def put_series(self, points: Iterable[SeriesPoint]) -> None:
        """Points of series, each in place of the one of its day."""
        with self._base.writing() as connection:
            marks = ", ".join("?" * 10)
            connection.executemany(f"INSERT OR REPLACE INTO series VALUES ({marks})", map(_point_row, points))

    def series(self, stream: Stream, topic: str, level: Level, place_id: str) -> list[SeriesPoint]:
        """One series, by day."""
        return self._points("stream = ? AND topic = ? AND level = ? AND place_id = ?", (stream, topic, level, place_id))

    def latest_points(self, level: Level, stream: Stream, topic: str, since: date, until: date) -> list[SeriesPoint]:
        """All places' points of one topic between two days, by place and day."""
        asked = (level, stream, topic, since.isoformat(), until.isoformat())
        return self._points("level = ? AND stream = ? AND topic = ? AND day BETWEEN ? AND ?", asked)

    def put_gaps(
        self,
        gaps: Sequence[Gap],
        corridors: Sequence[Corridor],
        gap_weeks: Collection[date] = (),
        corridor_weeks: Collection[date] = (),
    ) -> None:
        """Gaps and corridors of whole weeks: what these weeks, and those named, held of either kind before goes."""
        of_gaps, of_corridors = (
            {g.week for g in gaps}.union(gap_weeks),
            {c.week for c in corridors}.union(corridor_weeks),
        )
        with self._base.writing() as connection:
            for table, weeks in (("gaps", of_gaps), ("corridors", of_corridors)):
                connection.executemany(f"DELETE FROM {table} WHERE week = ?", [(str(week),) for week in sorted(weeks)])
            connection.executemany(
                "INSERT OR REPLACE INTO gaps VALUES (?, ?, ?, ?, ?)",
                [(g.week.isoformat(), g.need, g.level, g.place_id, encode(g)) for g in gaps],
            )
            connection.executemany(
                "INSERT OR REPLACE INTO corridors VALUES (?, ?, ?, ?)",
                [(c.week.isoformat(), c.origin_id, c.destination_id, c.groups) for c in corridors],
            )

    def gaps(self, week: date | None = None) -> list[Gap]:
        """Of one week, or of all: newest week first, then by need, level and place."""
        sql = f"SELECT body FROM gaps {where(['week = ?'] if week else [])} ORDER BY week DESC, need, level, place_id"
        with self._base.reading() as connection:
            return [decode(Gap, body) for (body,) in connection.execute(sql, [str(week)] if week else [])]

    def corridors(self, week: date | None = None) -> list[Corridor]:
        """Of one week, or of all: newest week first, most groups first, then by origin and destination."""
        sql = f"""SELECT origin_id, destination_id, week, groups FROM corridors {where(["week = ?"] if week else [])}
            ORDER BY week DESC, groups DESC, origin_id, destination_id"""
        with self._base.reading() as connection:
            rows = connection.execute(sql, [str(week)] if week else [])
            return [Corridor(origin, end, date.fromisoformat(of), groups) for origin, end, of, groups in rows]

    def put_digest(self, digest: Digest) -> None:
        """One digest of a week and edition, in place of the one before it."""
        with self._base.writing() as connection:
            row = (digest.week.isoformat(), digest.edition, encode(digest))
            connection.execute("INSERT OR REPLACE INTO digests VALUES (?, ?, ?)", row)

    def digests(self) -> list[Digest]:
        """Newest week first, then by edition."""
        with self._base.reading() as connection:
            rows = connection.execute("SELECT body FROM digests ORDER BY week DESC, edition")
            return [decode(Digest, body) for (body,) in rows]

    def _points(self, condition: str, values: tuple[str, ...]) -> list[SeriesPoint]:
        sql = f"SELECT {_SERIES} FROM series WHERE {condition} ORDER BY place_id, day"
        with self._base.reading() as connection:
            return [
                SeriesPoint(stream, topic, level, place, date.fromisoformat(day), observed, expected, low, high, p)
                for level, stream, topic, place, day, observed, expected, low, high, p in connection.execute(
                    sql, values
                )
            ]


def _spike_row(spike: Spike) -> tuple[object, ...]:
    ended = spike.ended.isoformat() if spike.ended else None
    return spike.id, spike.opened.isoformat(), ended, spike.recurrence_days, encode(spike)


def _point_row(p: SeriesPoint) -> tuple[object, ...]:
    return p.level, p.stream, p.topic, p.place_id, p.day.isoformat(), p.observed, p.expected, p.low, p.high, p.p


def _triage(connection: sqlite3.Connection, ids: Sequence[str]) -> Mapping[str, SpikeStatus]:
    sql = "SELECT body FROM acts WHERE subject IN (SELECT value FROM json_each(?)) ORDER BY at, id"
    acts = [decode(Act, body) for (body,) in connection.execute(sql, (listed(ids),))]
    return last_triage(acts)
