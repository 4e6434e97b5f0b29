"""Findings: put with the reading they belong to, and counted a group at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from core.records import Finding, Level, Reading, Stream
from stores.base import Analysed, Written
from stores.codec import decode
from stores.sqlite.analysed import finding_of
from stores.sqlite.part import PLACE_FIELDS, Part, listed
from stores.sqlite.replacing import replace_in, settled_topics
from stores.sqlite.rollups import Rollups

_OF_GROUPS = """FROM readings r JOIN findings f ON f.reading = r.row
    WHERE r.group_id IN (SELECT value FROM json_each(?)) ORDER BY r.group_id, r.document_id, f.id"""


class Findings(Part):
    """Readings and findings at rest."""

    def replace_findings(self, analysed: Sequence[Analysed]) -> Written:
        """Put readings and findings in place of older ones; an older version, or an erased document, changes nothing.

        A finding that was counted stays so, under the same id, group and topic, until its group is counted anew.
        """
        with self._base.writing() as connection:
            return replace_in(connection, analysed)

    def reading(self, document_id: str) -> Reading | None:
        """The reading of one document."""
        with self._base.reading() as connection:
            sql = "SELECT body FROM readings WHERE document_id = ?"
            row = connection.execute(sql, (document_id,)).fetchone()
        return decode(Reading, row[0]) if row else None

    def findings(self, document_id: str) -> list[Finding]:
        """The findings of one document, by id."""
        with self._base.reading() as connection:
            sql = """SELECT f.body, f.counted FROM readings r JOIN findings f ON f.reading = r.row
                WHERE r.document_id = ? ORDER BY f.id"""
            return [finding_of(body, counted) for body, counted in connection.execute(sql, (document_id,))]

    def groups_to_count(self, batch: int) -> Iterator[list[str]]:
        """Ids of groups whose findings changed since they were last counted, by id."""
        after = ""
        while True:
            with self._base.reading() as connection:
                sql = "SELECT group_id FROM to_count WHERE group_id > ? ORDER BY group_id LIMIT ?"
                groups = [group for (group,) in connection.execute(sql, (after, batch))]
            if not groups:
                return
            after = groups[-1]
            yield groups

    def findings_of_groups(self, group_ids: Sequence[str]) -> list[Finding]:
        """All findings of these groups, by group, document and id."""
        with self._base.reading() as connection:
            rows = connection.execute(f"SELECT f.body, f.counted {_OF_GROUPS}", (listed(group_ids),))
            return [finding_of(body, counted) for body, counted in rows]

    def set_counted(self, group_ids: Sequence[str], counted: Sequence[str]) -> None:
        """Count these groups by exactly these findings, and note them as done.

        A topic for which a forgotten finding of the group was counted stays counted by that one, and by no other.
        """
        chosen, groups, rollups = set(counted), listed(group_ids), Rollups()
        with self._base.writing() as connection:
            settled = settled_topics(connection, groups)
            sql = f"SELECT f.row, f.id, f.counted, r.group_id, f.stream, f.topic, f.body {_OF_GROUPS}"
            changed = []
            for row, finding_id, was, group, stream, topic, body in connection.execute(sql, (groups,)):
                counts = finding_id in chosen and (group, stream, topic) not in settled
                if counts != bool(was):
                    rollups.count(decode(Finding, body), 1 if counts else -1)
                    changed.append((counts, row))
            connection.executemany("UPDATE findings SET counted = ? WHERE row = ?", changed)
            connection.execute("DELETE FROM to_count WHERE group_id IN (SELECT value FROM json_each(?))", (groups,))
            rollups.write(connection)

    def findings_behind(
        self, stream: Stream, topic: str, level: Level, place_id: str, since: date, until: date
    ) -> list[Finding]:
        """All findings of the documents by which a series counted between two days, by document and id."""
        place = PLACE_FIELDS[level]
        sql = f"""SELECT f.body, f.counted FROM readings r JOIN findings f ON f.reading = r.row WHERE r.row IN (
                SELECT reading FROM findings WHERE counted = 1 AND topic = ? AND stream = ? AND day BETWEEN ? AND ?
                AND json_extract(CAST(body AS TEXT), '$.{place}') = ?)
            ORDER BY r.document_id, f.id"""
        asked = (topic, stream, since.isoformat(), until.isoformat(), place_id)
        with self._base.reading() as connection:
            return [finding_of(body, counted) for body, counted in connection.execute(sql, asked)]

    def findings_counted(
        self, stream: Stream, topic: str, level: Level, places: Sequence[str] | None, since: date, until: date
    ) -> list[Finding]:
        """The findings by which these places (None: all of the level) counted between two days, by document and id."""
        place = f"json_extract(CAST(f.body AS TEXT), '$.{PLACE_FIELDS[level]}')"
        chosen = "IS NOT NULL" if places is None else "IN (SELECT value FROM json_each(?))"
        sql = f"""SELECT f.body FROM findings f JOIN readings r ON r.row = f.reading
            WHERE f.counted = 1 AND f.topic = ? AND f.stream = ? AND f.day BETWEEN ? AND ? AND {place} {chosen}
            ORDER BY r.document_id, f.id"""
        asked = [topic, stream, since.isoformat(), until.isoformat(), *([] if places is None else [listed(places)])]
        with self._base.reading() as connection:
            return [finding_of(body, True) for (body,) in connection.execute(sql, asked)]
