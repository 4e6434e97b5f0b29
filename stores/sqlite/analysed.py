"""Readings and findings as they lie in their tables: what is stored of a document, and how it is written or removed."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from core.records import Finding, Reading
from stores.base import Analysed
from stores.codec import decode, encode
from stores.sqlite.part import instant, listed
from stores.versions import version_key

_PUT_READING = """INSERT INTO readings VALUES (:row, :document_id, :group_id, :version_key, :version, :exposed,
        :fetched_at, :day, :source, :stream, :signal, :urgent, :country, :admin1, :city, :h3, :body)
    ON CONFLICT (document_id) DO UPDATE SET group_id = excluded.group_id, version_key = excluded.version_key,
        version = excluded.version, fetched_at = excluded.fetched_at, day = excluded.day, source = excluded.source,
        stream = excluded.stream, signal = excluded.signal, urgent = excluded.urgent, country = excluded.country,
        admin1 = excluded.admin1, city = excluded.city, h3 = excluded.h3, body = excluded.body"""
_PUT_FINDING = "INSERT INTO findings (reading, counted, day, stream, topic, id, body) VALUES (?, ?, ?, ?, ?, ?, ?)"


@dataclass(slots=True)
class Kept:
    """What is stored of one document's analysis; `findings` by id: whether counted, and the body."""

    row: int
    version: str
    version_key: str
    exposed: bool
    body: bytes
    findings: dict[str, tuple[bool, bytes]] = field(default_factory=dict)
    _counted: dict[str, Finding] | None = None

    def reading(self) -> Reading:
        """The stored reading."""
        return decode(Reading, self.body)

    def counted(self) -> dict[str, Finding]:
        """The findings by which groups count, by id."""
        if self._counted is None:
            self._counted = {i: finding_of(body, counted) for i, (counted, body) in self.findings.items() if counted}
        return self._counted

    def holds(self, analysed: Analysed, findings: Sequence[tuple[Finding, bytes]]) -> bool:
        """Whether an analysis, its findings given with their bodies, is the stored one, counted as it is here."""
        if (self.version, self.body) != (analysed.version, encode(analysed.reading)):
            return False
        return len(findings) == len(self.findings) and all(
            f.id in self.findings and self.findings[f.id] == (f.counted or self.findings[f.id][0], body)
            for f, body in findings
        )


def finding_of(body: bytes, counted: bool) -> Finding:
    """A finding from its row."""
    finding = decode(Finding, body)
    return replace(finding, counted=True) if counted else finding


def kept_of(connection: sqlite3.Connection, ids: Collection[str]) -> dict[str, Kept]:
    """What is stored of these documents, by id."""
    asked = (listed(ids),)
    sql = """SELECT document_id, row, version, version_key, exposed, body FROM readings
        WHERE document_id IN (SELECT value FROM json_each(?))"""
    kept = {
        i: Kept(row, v, key, bool(exposed), body) for i, row, v, key, exposed, body in connection.execute(sql, asked)
    }
    by_row = {entry.row: entry for entry in kept.values()}
    sql = """SELECT f.reading, f.id, f.counted, f.body FROM findings f
        WHERE f.reading IN (SELECT value FROM json_each(?))"""
    for row, finding_id, counted, body in connection.execute(sql, (listed(by_row),)) if by_row else ():
        by_row[row].findings[finding_id] = (bool(counted), body)
    return kept


def write_readings(connection: sqlite3.Connection, written: Sequence[tuple[int, Analysed, bool]]) -> None:
    """Put readings: `(row, analysed, exposed)`. Their age is that of their document, else that of first sight."""
    ages = _ages(connection, [analysed.document_id for _, analysed, _ in written])
    connection.executemany(_PUT_READING, [_columns(row, a, exposed, ages) for row, a, exposed in written])


def write_findings(connection: sqlite3.Connection, row: int, findings: Sequence[tuple[Finding, bool, bytes]]) -> None:
    """Put the findings of one reading, each with whether it is counted, and its body."""
    connection.executemany(
        _PUT_FINDING,
        [(row, counted, f.day and f.day.isoformat(), f.stream, f.topic, f.id, body) for f, counted, body in findings],
    )


def mark_analysed(connection: sqlite3.Connection, analysed: Sequence[Analysed]) -> None:
    """Note on the documents by which version they were analysed."""
    connection.executemany(
        "UPDATE documents SET version_key = ?, version = ?, stale = 0 WHERE id = ?",
        [(version_key(a.version), a.version, a.document_id) for a in analysed],
    )


def body_of(finding: Finding) -> bytes:
    """The body of a finding's row: the column says whether it is counted."""
    return encode(replace(finding, counted=False) if finding.counted else finding)


def _ages(connection: sqlite3.Connection, ids: Sequence[str]) -> dict[str, str]:
    sql = "SELECT id, fetched_at FROM documents WHERE id IN (SELECT value FROM json_each(?))"
    return dict(connection.execute(sql, (listed(ids),)).fetchall())


def _columns(row: int, analysed: Analysed, exposed: bool, ages: dict[str, str]) -> dict[str, object]:
    reading = analysed.reading
    return {
        "row": row,
        "document_id": reading.document_id,
        "group_id": reading.group_id,
        "version_key": version_key(analysed.version),
        "version": analysed.version,
        "exposed": exposed,
        "fetched_at": ages.get(reading.document_id) or instant(reading.first_seen),
        "day": reading.day and reading.day.isoformat(),
        "source": reading.source,
        "stream": reading.stream,
        "signal": reading.signal,
        "urgent": reading.urgent,
        "country": reading.country,
        "admin1": reading.admin1_id,
        "city": reading.city_id,
        "h3": reading.h3,
        "body": encode(reading),
    }
