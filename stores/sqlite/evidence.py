"""Evidence: the documents behind the numbers, searched and filtered."""

from __future__ import annotations

import sqlite3

from core.records import Document, Reading
from stores.base import EvidenceQuery
from stores.codec import decode
from stores.sqlite.documents import document_of
from stores.sqlite.part import PLACE_COLUMNS, Part, within
from stores.sqlite.words import as_match


class Evidence(Part):
    """What an analyst may look at."""

    def evidence(self, query: EvidenceQuery) -> list[tuple[Document, Reading]]:
        """Documents analysed in their present edition, with readings: newest day first (undated last), then by id.

        `text`: all its words must stand in title or text; "quoted phrases" whole; `begin*` by their beginning.
        A text without any word finds nothing, but for the empty one, which leaves the words open.
        """
        match = as_match(query.text)
        if query.text.strip() and match is None:
            return []
        with self._base.reading() as connection:
            plan = _by_words(connection, match) if match else _FEW
        conditions, values = _conditions(query, match, plan)
        sql = f"""SELECT d.body, d.withdrawn, r.body FROM readings r JOIN documents d ON d.id = r.document_id
            WHERE {" AND ".join(conditions)} ORDER BY r.day DESC, r.document_id LIMIT ? OFFSET ?"""
        with self._base.reading() as connection:
            rows = connection.execute(sql, (*values, query.limit, query.offset))
            return [(document_of(document, gone), decode(Reading, reading)) for document, gone, reading in rows]


# How documents that hold the words are found. Where few do, their list leads; where many do, the newest readings lead
# and each is looked up among the words, which for beginnings ("wor*") costs more than the whole list kept aside.
_FEW = "d.row IN (SELECT rowid FROM words WHERE words MATCH ?)"
_MANY = "EXISTS (SELECT 1 FROM words WHERE words MATCH ? AND rowid = d.row)"
_MANY_BEGINNINGS = "+d.row IN (SELECT rowid FROM words WHERE words MATCH ?)"
FEW = 2000


def _by_words(connection: sqlite3.Connection, match: str) -> str:
    (found,) = connection.execute(
        "SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)", (match, FEW)
    ).fetchone()
    return _FEW if found < FEW else _MANY_BEGINNINGS if match.endswith("*") or "* " in match else _MANY


def _conditions(query: EvidenceQuery, match: str | None, by_words: str) -> tuple[list[str], list[str]]:
    conditions, values = within("r.day", query.since, query.until)
    conditions.append("d.stale = 0")
    if not query.gone_too:
        conditions.append("d.withdrawn = 0")
    if query.signal_only:
        conditions.append("r.signal = 1")
    if query.urgent_only:
        conditions.append("r.urgent = 1")
    wanted = [("r.stream = ?", query.stream), ("r.source = ?", query.source)]
    if query.level is not None:
        wanted.append((f"r.{PLACE_COLUMNS[query.level]} = ?", query.place_id))
    wanted.append(("EXISTS (SELECT 1 FROM findings f WHERE f.reading = r.row AND f.topic = ?)", query.topic))
    wanted.append((by_words, match))
    asked = [(sql, value) for sql, value in wanted if value is not None]
    return [*conditions, *(sql for sql, _ in asked)], [*values, *(value for _, value in asked)]
