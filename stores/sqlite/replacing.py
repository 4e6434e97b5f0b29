"""Replacing the findings of documents: one analysis out, another in, and the rollups with them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

from core.records import Finding
from stores.base import Analysed, Written
from stores.sound import check
from stores.sqlite.analysed import (
    Kept,
    body_of,
    kept_of,
    mark_analysed,
    write_findings,
    write_readings,
)
from stores.sqlite.part import listed
from stores.sqlite.rollups import Rollups
from stores.versions import version_key


def replace_in(connection: sqlite3.Connection, analysed: Sequence[Analysed]) -> Written:
    """Put analyses within an open transaction; see `Findings.replace_findings`."""
    for one in analysed:
        check(one)
    rollups = Rollups()
    done = Written()
    for wave in _waves(analysed):
        new = _Wave(connection, wave, rollups).put()
        done = Written(done.new + new.new, done.replaced + new.replaced, done.same + new.same)
    rollups.write(connection)
    return done


def mark_to_count(connection: sqlite3.Connection, groups: set[str]) -> None:
    """Note that these groups are to be counted anew."""
    connection.executemany("INSERT OR IGNORE INTO to_count VALUES (?)", [(group,) for group in sorted(groups)])


def settled_topics(connection: sqlite3.Connection, groups: str) -> set[tuple[str, str, str]]:
    """Group, stream and topic of what stays counted although its finding is gone (groups: a JSON list)."""
    sql = "SELECT group_id, stream, topic FROM settled WHERE group_id IN (SELECT value FROM json_each(?))"
    return set(connection.execute(sql, (groups,)).fetchall())


def _waves(analysed: Sequence[Analysed]) -> Iterator[list[Analysed]]:
    """The analyses in order, cut where a document comes again."""
    wave: dict[str, Analysed] = {}
    for one in analysed:
        if one.document_id in wave:
            yield list(wave.values())
            wave = {}
        wave[one.document_id] = one
    if wave:
        yield list(wave.values())


class _Wave:
    """Analyses of different documents, put together."""

    def __init__(self, connection: sqlite3.Connection, wave: Sequence[Analysed], rollups: Rollups) -> None:
        self._connection = connection
        self._rollups = rollups
        self._wave = wave
        ids = [analysed.document_id for analysed in wave]
        self._kept = kept_of(connection, ids)
        sql = "SELECT document_id, erased FROM past WHERE document_id IN (SELECT value FROM json_each(?))"
        self._past: dict[str, int] = dict(connection.execute(sql, (listed(ids),)).fetchall())
        claimed = {f.group_id for analysed in wave for f in analysed.findings if f.counted}
        self._settled = settled_topics(connection, listed(claimed)) if claimed else set()
        self._row = int(connection.execute("SELECT coalesce(max(row), 0) FROM readings").fetchone()[0])
        self._written: list[tuple[int, Analysed, bool]] = []
        self._dirty: set[str] = set()

    def put(self) -> Written:
        done = {"new": 0, "replaced": 0, "same": 0, "older": 0}
        current = []
        for analysed in self._wave:
            kind = self._put_one(analysed)
            done[kind] += 1
            if kind != "older":
                current.append(analysed)
        write_readings(self._connection, self._written)
        mark_analysed(self._connection, current)
        mark_to_count(self._connection, self._dirty)
        return Written(done["new"], done["replaced"], done["same"] + done["older"])

    def _put_one(self, analysed: Analysed) -> str:
        old = self._kept.get(analysed.document_id)
        if self._past.get(analysed.document_id) or (old and version_key(analysed.version) < old.version_key):
            return "older"
        put = [(f, body_of(f)) for f in analysed.findings]
        if old and old.holds(analysed, put):
            return "same"
        findings = [(f, self._counts(f, old), body) for f, body in put]
        bodies = {f.id: (counted, body) for f, counted, body in findings}
        exposed = old.exposed if old else analysed.document_id not in self._past
        if old:
            self._take_out(old)
        row = old.row if old else self._next_row()
        self._bring_in(analysed, exposed, findings, row)
        if bodies != (old.findings if old else {}):
            self._dirty |= {analysed.reading.group_id, *([old.reading().group_id] if old else [])}
        return "replaced" if old else "new"

    def _counts(self, finding: Finding, old: Kept | None) -> bool:
        """Whether a finding counts: as it says itself, or as it did before, until its group is counted anew."""
        if finding.counted:
            return (finding.group_id, finding.stream, finding.topic) not in self._settled
        before = old.counted().get(finding.id) if old else None
        if before is None or not finding.countable:
            return False
        return (before.group_id, before.stream, before.topic) == (finding.group_id, finding.stream, finding.topic)

    def _take_out(self, old: Kept) -> None:
        reading = old.reading()
        self._rollups.tally_reading(reading, -1)
        self._rollups.tally("findings", -len(old.findings))
        if old.exposed:
            self._rollups.expose(reading, -1)
        for finding in old.counted().values():
            self._rollups.count(finding, -1)
        self._connection.execute("DELETE FROM findings WHERE reading = ?", (old.row,))

    def _bring_in(
        self, analysed: Analysed, exposed: bool, findings: Sequence[tuple[Finding, bool, bytes]], row: int
    ) -> None:
        self._rollups.tally_reading(analysed.reading, 1)
        self._rollups.tally("findings", len(findings))
        if exposed:
            self._rollups.expose(analysed.reading, 1)
        for finding, counted, _ in findings:
            if counted:
                self._rollups.count(finding, 1)
        self._written.append((row, analysed, exposed))
        write_findings(self._connection, row, findings)

    def _next_row(self) -> int:
        self._row += 1
        return self._row
