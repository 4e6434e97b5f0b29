"""Sketches of texts, by which copies of a document are found again."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

from core.records import Document
from stores.base import CopySketch
from stores.codec import decode, encode
from stores.sqlite.part import Part, instant, listed

# One sketch of each group and folded text stands for all: a storm of ten thousand equal reposts is one candidate.
_COPIES = """WITH alike AS (
        SELECT row FROM sketches WHERE folded IN (SELECT value FROM json_each(:folded))
        UNION SELECT sketch FROM bands WHERE band IN (SELECT value FROM json_each(:bands)))
    SELECT body, min(first_seen || document_id) FROM sketches s WHERE row IN alike GROUP BY group_id, folded
    ORDER BY (SELECT min(first_seen) FROM sketches g WHERE g.group_id = s.group_id), group_id,
        first_seen, document_id"""


class Sketches(Part):
    """Sketches at rest."""

    def copies_of(self, folded: Sequence[str], bands: Sequence[int]) -> list[CopySketch]:
        """Candidates, oldest group first; of equal texts in one group the first seen stands for all."""
        asked = {"folded": listed(folded), "bands": listed(map(_signed, bands))}
        with self._base.reading() as connection:
            return [decode(CopySketch, body) for body, _ in connection.execute(_COPIES, asked)]


def put_sketches(
    connection: sqlite3.Connection, sketches: Sequence[CopySketch], put: Mapping[str, tuple[int, Document]]
) -> None:
    """Keep sketches, each with the age of its document; `put` are the documents written in the same act."""
    latest = {sketch.document_id: sketch for sketch in sketches}
    drop_sketches(connection, listed(latest))
    ages = _ages(connection, [i for i in latest if i not in put])
    ages.update({i: (instant(d.first_seen), instant(d.fetched_at)) for i, (_, d) in put.items()})
    last = int(connection.execute("SELECT coalesce(max(row), 0) FROM sketches").fetchone()[0])
    rows, bands = [], []
    for row, sketch in enumerate((s for s in latest.values() if s.document_id in ages), start=last + 1):
        first_seen, fetched_at = ages[sketch.document_id]
        rows.append((row, sketch.document_id, sketch.group_id, sketch.folded, first_seen, fetched_at, encode(sketch)))
        bands += [(_signed(band), row) for band in set(sketch.bands)]
    connection.executemany("INSERT INTO sketches VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    connection.executemany("INSERT INTO bands VALUES (?, ?)", sorted(bands))


def drop_sketches(connection: sqlite3.Connection, ids: str) -> None:
    """Remove the sketches of documents (a JSON list of ids)."""
    sql = "SELECT row, body FROM sketches WHERE document_id IN (SELECT value FROM json_each(?))"
    found = connection.execute(sql, (ids,)).fetchall()
    bands = [(_signed(band), row) for row, body in found for band in decode(CopySketch, body).bands]
    connection.executemany("DELETE FROM bands WHERE band = ? AND sketch = ?", bands)
    connection.executemany("DELETE FROM sketches WHERE row = ?", [(row,) for row, _ in found])


def _ages(connection: sqlite3.Connection, ids: Sequence[str]) -> dict[str, tuple[str, str]]:
    sql = "SELECT body FROM documents WHERE id IN (SELECT value FROM json_each(?))"
    documents = [decode(Document, body) for (body,) in connection.execute(sql, (listed(ids),))]
    return {d.id: (instant(d.first_seen), instant(d.fetched_at)) for d in documents}


def _signed(band: int) -> int:
    """A hash of up to 64 bits as SQLite's signed integer."""
    return (band + 2**63) % 2**64 - 2**63
