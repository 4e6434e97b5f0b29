"""Counts, exposure and tallies: read from the rollups, so that their size is that of the answer."""

from __future__ import annotations

from datetime import date

from core.records import Count, Exposure, Level, Stream
from stores.sqlite.part import Part, where, within

# Tables whose rows are few enough to be counted when asked.
_COUNTED_WHEN_ASKED = {
    "groups_to_count": "to_count",
    "spikes": "spikes",
    "gaps": "gaps",
    "corridors": "corridors",
    "digests": "digests",
    "reports": "reports",
    "dead_letters": "dead_letters",
    "acts": "acts",
    "audit": "audit",
}
_TALLIES = ("documents", "withdrawn", "readings", "findings", "undated", "unplaced", "signals", "urgent", "abstained")

# The topics of a level, each found by a step through the index behind the one before.
_TOPICS = """WITH RECURSIVE topics (topic) AS (
        SELECT min(topic) FROM counts WHERE level = ?
        UNION ALL
        SELECT (SELECT min(topic) FROM counts WHERE level = ? AND topic > topics.topic) FROM topics
        WHERE topics.topic IS NOT NULL)"""


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
        equal = {"level": level, "stream": stream, "topic": topic, "place_id": place_id}
        condition, values = _filter(equal, since, until, first_seen_by)
        with self._base.reading() as connection:
            rows = connection.execute(
                f"""SELECT topic, place_id, source, day, stream, sum(n) FROM counts {condition}
                GROUP BY topic, place_id, source, day, stream ORDER BY topic, place_id, source, day, stream""",
                values,
            )
            return [
                Count(of, topic_, level, place, source, date.fromisoformat(day), n)
                for topic_, place, source, day, of, n in rows
            ]

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
        equal = {"level": level, "stream": stream, "place_id": place_id}
        condition, values = _filter(equal, since, until, first_seen_by)
        with self._base.reading() as connection:
            rows = connection.execute(
                f"""SELECT place_id, source, day, stream, sum(n) FROM exposure {condition}
                GROUP BY place_id, source, day, stream ORDER BY place_id, source, day, stream""",
                values,
            )
            return [
                Exposure(of, level, place, source, date.fromisoformat(day), n) for place, source, day, of, n in rows
            ]

    def groups_by_place(
        self, level: Level, *, stream: Stream, topic: str, since: date | None = None, until: date | None = None
    ) -> dict[str, int]:
        """The sums of `counts` by place."""
        return self._by_place("counts", {"level": level, "stream": stream, "topic": topic}, since, until)

    def documents_by_place(
        self, level: Level, *, stream: Stream | None = None, since: date | None = None, until: date | None = None
    ) -> dict[str, int]:
        """The sums of `exposure` by place."""
        return self._by_place("exposure", {"level": level, "stream": stream}, since, until)

    def groups_by_topic(
        self, level: Level, *, stream: Stream, since: date | None = None, until: date | None = None
    ) -> dict[str, int]:
        """The sums of `counts` by topic, over all places of the level."""
        condition, values = _filter({"level": level, "stream": stream}, since, until, None)
        with self._base.reading() as connection:
            # Each topic's days are a stretch of the index; a plain GROUP BY would walk through all days of all topics.
            sql = f"""{_TOPICS} SELECT topic, sum(n) FROM topics CROSS JOIN counts USING (topic)
                {condition} GROUP BY topic"""
            return dict(connection.execute(sql, [level, level, *values]).fetchall())

    def _by_place(
        self, table: str, equal: dict[str, str | None], since: date | None, until: date | None
    ) -> dict[str, int]:
        condition, values = _filter(equal, since, until, None)
        with self._base.reading() as connection:
            # The plus keeps SQLite from walking all days in the order of places where an index holds those asked for.
            sql = f"SELECT place_id, sum(n) FROM {table} {condition} GROUP BY {'+' if since else ''}place_id"
            return dict(connection.execute(sql, values).fetchall())

    def tallies(self) -> dict[str, int]:
        """How many records of each kind there are."""
        with self._base.reading() as connection:
            found = dict.fromkeys(_TALLIES, 0)
            found.update(connection.execute("SELECT name, n FROM tallies").fetchall())
            for name, table in _COUNTED_WHEN_ASKED.items():
                found[name] = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            return found


def _filter(
    equal: dict[str, str | None], since: date | None, until: date | None, seen_by: date | None
) -> tuple[str, list[str]]:
    conditions, values = within("day", since, until)
    asked = {column: value for column, value in equal.items() if value is not None}
    if seen_by is not None:
        conditions.append("seen <= ?")
        values.append(seen_by.isoformat())
    return where([*conditions, *(f"{column} = ?" for column in asked)]), [*values, *asked.values()]
