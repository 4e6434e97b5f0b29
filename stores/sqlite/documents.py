"""Documents: editions, withdrawal, the words to be searched, and what is still to be analysed."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date

from core.records import Document
from stores.base import CopySketch, Written
from stores.codec import decode, encode
from stores.sqlite.part import Part, instant, listed
from stores.sqlite.rollups import Rollups
from stores.sqlite.sketches import put_sketches
from stores.sqlite.words import searchable
from stores.versions import version_key

_PUT = """INSERT INTO documents VALUES (:row, :id, '', '', 1, :withdrawn, :edition, :fetched_at, :since, :body)
    ON CONFLICT (id) DO UPDATE SET stale = 1, withdrawn = excluded.withdrawn, edition = excluded.edition,
    fetched_at = excluded.fetched_at, since = excluded.since, body = excluded.body"""
_ADD_WORDS = "INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)"
_DROP_WORDS = "INSERT INTO words (words, rowid, title, text) VALUES ('delete', ?, ?, ?)"
_TO_ANALYSE = """SELECT body, withdrawn FROM documents WHERE row IN (
        SELECT row FROM documents INDEXED BY documents_to_analyse WHERE id > :after AND since >= :since
        AND (version_key < :key OR (version_key = :key AND (stale OR version <> :version)))
        ORDER BY id LIMIT :batch)
    ORDER BY id"""
_EVERY = "SELECT body, withdrawn FROM documents WHERE id > :after ORDER BY id LIMIT :batch"

type _Stored = dict[str, tuple[int, Document]]


class Documents(Part):
    """Documents at rest."""

    def put_documents(self, documents: Sequence[Document], sketches: Sequence[CopySketch] = ()) -> Written:
        """New documents and newer editions. What was erased does not come back: it counts as `same`."""
        with self._base.writing() as connection:
            rollups = Rollups()
            ids = listed(document.id for document in documents)
            stored = _stored(connection, ids)
            erased = _erased(connection, ids)
            done = {"new": 0, "replaced": 0, "same": 0}
            put: dict[str, tuple[int, Document]] = {}
            row = _last_row(connection)
            for document in documents:
                old = put.get(document.id) or stored.get(document.id)
                kind, kept = _newest(document, old[1] if old else None, erased)
                done[kind] += 1
                if kept is not None:
                    row += kind == "new"
                    put[document.id] = (old[0] if old else row, kept)
            _write(connection, put, stored, rollups)
            refused = {d.id for d in documents} - put.keys()
            put_sketches(connection, [s for s in sketches if s.document_id not in refused | erased], put)
            rollups.write(connection)
            return Written(**done)

    def document(self, document_id: str) -> Document | None:
        """One document, or None when it is not known."""
        return next(iter(self.documents([document_id])), None)

    def documents(self, ids: Sequence[str]) -> list[Document]:
        """The known ones of these, in the order asked for."""
        with self._base.reading() as connection:
            found = {document_id: document for document_id, (_, document) in _stored(connection, listed(ids)).items()}
        return [found[document_id] for document_id in dict.fromkeys(ids) if document_id in found]

    def editions(self, ids: Sequence[str]) -> dict[str, str]:
        """The stored edition of each known id."""
        with self._base.reading() as connection:
            sql = "SELECT id, edition FROM documents WHERE id IN (SELECT value FROM json_each(?))"
            return dict(connection.execute(sql, (listed(ids),)).fetchall())

    def withdraw(self, ids: Sequence[str]) -> int:
        """Take documents out of evidence; how many were changed."""
        with self._base.writing() as connection:
            sql = """UPDATE documents SET withdrawn = 1
                WHERE withdrawn = 0 AND id IN (SELECT value FROM json_each(?))"""
            changed = connection.execute(sql, (listed(ids),)).rowcount
            rollups = Rollups()
            rollups.tally("withdrawn", changed)
            rollups.write(connection)
            return changed

    def documents_with_contact(self, pseudonyms: Sequence[str]) -> list[str]:
        """Ids of documents that name, or were written under, one of these pseudonyms; by id."""
        with self._base.reading() as connection:
            sql = """SELECT DISTINCT d.id FROM contacts c JOIN documents d ON d.row = c.document
                WHERE c.pseudonym IN (SELECT value FROM json_each(?)) ORDER BY d.id"""
            return [document_id for (document_id,) in connection.execute(sql, (listed(pseudonyms),))]

    def to_analyse(self, version: str, batch: int, since: date | None = None) -> Iterator[list[Document]]:
        """Documents not analysed, in their present edition, under this version; those of a newer one are left alone.

        `since` keeps those of that day or later; an undated document stands on the (UTC) day it was first seen.
        """
        asked = {"key": version_key(version), "version": version, "batch": batch, "since": str(since or "")}
        return self._by_id(_TO_ANALYSE, asked)

    def every_document(self, batch: int) -> Iterator[list[Document]]:
        """All documents, withdrawn ones too, by id, in batches."""
        return self._by_id(_EVERY, {"batch": batch})

    def _by_id(self, sql: str, asked: Mapping[str, object]) -> Iterator[list[Document]]:
        after = ""
        while True:
            with self._base.reading() as connection:
                rows = connection.execute(sql, {**asked, "after": after}).fetchall()
            if not rows:
                return
            documents = [document_of(body, withdrawn) for body, withdrawn in rows]
            after = documents[-1].id
            yield documents


def drop_documents(connection: sqlite3.Connection, ids: str, rollups: Rollups) -> int:
    """Remove documents (a JSON list of ids) with their words and contacts; how many there were."""
    stored = _stored(connection, ids)
    _unindex(connection, stored.values())
    connection.execute("DELETE FROM documents WHERE id IN (SELECT value FROM json_each(?))", (ids,))
    rollups.tally("documents", -len(stored))
    rollups.tally("withdrawn", -sum(document.withdrawn for _, document in stored.values()))
    return len(stored)


def _newest(new: Document, old: Document | None, erased: set[str]) -> tuple[str, Document | None]:
    """What becomes of a document that is put: "new", "replaced" or "same", and the document to be kept, if any."""
    if new.id in erased:
        return "same", None
    if old is None:
        return "new", new
    if new.edition == old.edition or new.fetched_at < old.fetched_at:
        return "same", None
    return "replaced", replace(new, first_seen=old.first_seen)


def _write(connection: sqlite3.Connection, put: _Stored, stored: _Stored, rollups: Rollups) -> None:
    _unindex(connection, [stored[document_id] for document_id in put if document_id in stored])
    connection.executemany(_PUT, [_columns(row, document) for row, document in put.values()])
    connection.executemany(_ADD_WORDS, [_words(row, document) for row, document in put.values()])
    contacts = {(name, row) for row, document in put.values() for name in _pseudonyms(document)}
    connection.executemany("INSERT INTO contacts VALUES (?, ?)", sorted(contacts))
    rollups.tally("documents", len(put.keys() - stored.keys()))
    rollups.tally("withdrawn", sum(d.withdrawn - (i in stored and stored[i][1].withdrawn) for i, (_, d) in put.items()))


def _unindex(connection: sqlite3.Connection, stored: Collection[tuple[int, Document]]) -> None:
    connection.executemany(_DROP_WORDS, [_words(row, document) for row, document in stored])
    connection.executemany("DELETE FROM contacts WHERE document = ?", [(row,) for row, _ in stored])


def _columns(row: int, document: Document) -> dict[str, object]:
    since = document.day or document.first_seen.astimezone(UTC).date()
    return {
        "row": row,
        "id": document.id,
        "withdrawn": document.withdrawn,
        "edition": document.edition,
        "fetched_at": instant(document.fetched_at),
        "since": since.isoformat(),
        "body": encode(replace(document, withdrawn=False) if document.withdrawn else document),
    }


def _words(row: int, document: Document) -> tuple[int, str, str]:
    return row, searchable(document.title), searchable(document.text)


def _pseudonyms(document: Document) -> set[str]:
    return {*document.contacts, *([document.author] if document.author else [])}


def _stored(connection: sqlite3.Connection, ids: str) -> _Stored:
    sql = "SELECT id, row, body, withdrawn FROM documents WHERE id IN (SELECT value FROM json_each(?))"
    return {i: (row, document_of(body, gone)) for i, row, body, gone in connection.execute(sql, (ids,))}


def document_of(body: bytes, withdrawn: int) -> Document:
    document = decode(Document, body)
    return replace(document, withdrawn=True) if withdrawn else document


def _erased(connection: sqlite3.Connection, ids: str) -> set[str]:
    sql = "SELECT document_id FROM past WHERE erased AND document_id IN (SELECT value FROM json_each(?))"
    return {document_id for (document_id,) in connection.execute(sql, (ids,))}


def _last_row(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT coalesce(max(row), 0) FROM documents").fetchone()[0])
