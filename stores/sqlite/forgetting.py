"""The end of things: retention after a preview, and erasure. Counts outlive what they were made from."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date

from core.records import Reading
from stores.base import Forgettable
from stores.codec import decode
from stores.sqlite.documents import drop_documents
from stores.sqlite.part import Part, listed
from stores.sqlite.rollups import Rollups
from stores.sqlite.sketches import drop_sketches

_OF = "IN (SELECT value FROM json_each(?))"


class Forgetting(Part):
    """Retention and erasure. Ages are those of `fetched_at`, by UTC day."""

    def preview(self, before_documents: date, before_findings: date) -> Forgettable:
        """What `forget` with the same days would remove."""
        with self._base.reading() as connection:
            return _forgettable(connection, before_documents, before_findings)

    def forget(self, before_documents: date, before_findings: date) -> Forgettable:
        """Remove documents and dead letters, and readings with their findings, of before these days.

        Sketches are kept as long as findings are, so that a late copy still joins its group.
        """
        with self._base.writing() as connection:
            gone = _forgettable(connection, before_documents, before_findings)
            rollups = Rollups()
            drop_documents(connection, _ids(connection, "id", "documents", before_documents), rollups)
            _drop_readings(connection, _ids(connection, "document_id", "readings", before_findings), rollups, erased=0)
            drop_sketches(connection, _ids(connection, "document_id", "sketches", before_findings))
            connection.execute("DELETE FROM dead_letters WHERE at < ?", (before_documents.isoformat(),))
            rollups.write(connection)
            _clean_words(connection)
        self._base.scrub()
        return gone

    def erase(self, document_ids: Sequence[str]) -> int:
        """Remove documents with all that was made of them, never to be taken in again; how many were known."""
        ids = listed(document_ids)
        with self._base.writing() as connection:
            known = _known(connection, ids)
            rollups = Rollups()
            drop_documents(connection, ids, rollups)
            _drop_readings(connection, ids, rollups, erased=1)
            drop_sketches(connection, ids)
            rollups.write(connection)
            _clean_words(connection)
        self._base.scrub()
        return known


def _forgettable(connection: sqlite3.Connection, before_documents: date, before_findings: date) -> Forgettable:
    documents = connection.execute(
        "SELECT count(*) FROM documents WHERE fetched_at < ?", (before_documents.isoformat(),)
    ).fetchone()[0]
    findings = connection.execute(
        "SELECT count(*) FROM readings r JOIN findings f ON f.reading = r.row WHERE r.fetched_at < ?",
        (before_findings.isoformat(),),
    ).fetchone()[0]
    letters = connection.execute(
        "SELECT count(*) FROM dead_letters WHERE at < ?", (before_documents.isoformat(),)
    ).fetchone()[0]
    return Forgettable(documents, findings, before_documents, before_findings, letters)


def _known(connection: sqlite3.Connection, ids: str) -> int:
    sql = f"""SELECT id FROM documents WHERE id {_OF}
        UNION SELECT document_id FROM readings WHERE document_id {_OF}"""
    return len(connection.execute(sql, (ids, ids)).fetchall())


def _ids(connection: sqlite3.Connection, column: str, table: str, before: date) -> str:
    sql = f"SELECT {column} FROM {table} WHERE fetched_at < ?"
    return listed(value for (value,) in connection.execute(sql, (before.isoformat(),)))


def _drop_readings(connection: sqlite3.Connection, ids: str, rollups: Rollups, *, erased: int) -> None:
    """Remove readings and findings, and note for what they stay counted."""
    found = connection.execute(f"SELECT row, body FROM readings WHERE document_id {_OF}", (ids,)).fetchall()
    rows = listed(row for row, _ in found)
    for _, body in found:
        rollups.tally_reading(decode(Reading, body), -1)
    connection.execute(
        f"""INSERT OR IGNORE INTO settled SELECT r.group_id, f.stream, f.topic
        FROM readings r JOIN findings f ON f.reading = r.row WHERE f.counted = 1 AND r.row {_OF}""",
        (rows,),
    )
    known = (
        "SELECT value, ? FROM json_each(?) WHERE true"
        if erased
        else f"SELECT document_id, ? FROM readings WHERE row {_OF}"
    )
    connection.execute(
        f"INSERT INTO past {known} ON CONFLICT DO UPDATE SET erased = max(erased, excluded.erased)",
        (erased, ids if erased else rows),
    )
    gone = connection.execute(f"DELETE FROM findings WHERE reading {_OF}", (rows,)).rowcount
    rollups.tally("findings", -gone)
    connection.execute(f"DELETE FROM readings WHERE row {_OF}", (rows,))


def _clean_words(connection: sqlite3.Connection) -> None:
    # FTS5 only marks words as deleted; merging all of its segments into one writes them out of the file.
    connection.execute("INSERT INTO words (words) VALUES ('optimize')")
