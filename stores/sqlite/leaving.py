"""Everything a SQLite store holds, table by table, in an order that can be taken up again: for `stores.migrate`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from stores.sqlite.store import SqliteStore

# What is read of each table, and the columns by which its rows are ordered and a broken move is taken up again.
_TABLES: dict[str, tuple[str, tuple[str, ...]]] = {
    "past": ("document_id, erased", ("document_id",)),
    "settled": ("group_id, stream, topic", ("group_id", "stream", "topic")),
    "documents": ("row, body, withdrawn, stale, version, version_key", ("row",)),
    "sketches": ("row, body, first_seen, fetched_at", ("row",)),
    "readings": ("row, body, version, exposed, fetched_at", ("row",)),
    "to_count": ("group_id", ("group_id",)),
    "spikes": ("id, body", ("id",)),
    "series": (
        "level, stream, topic, place_id, day, observed, expected, low, high, p",
        ("level", "stream", "topic", "place_id", "day"),
    ),
    "gaps": ("week, need, level, place_id, body", ("week", "need", "level", "place_id")),
    "corridors": ("week, origin_id, destination_id, groups", ("week", "origin_id", "destination_id")),
    "digests": ("week, edition, body", ("week", "edition")),
    "reports": ("id, body", ("id",)),
    "dead_letters": ("id, body", ("id",)),
    "acts": ("id, body", ("id",)),
    "audit": ("number, body", ("number",)),
    "states": ("key, body", ("key",)),
    "counts": ("*", ("level", "topic", "place_id", "source", "day", "stream", "seen")),
    "exposure": ("*", ("level", "place_id", "source", "day", "stream", "seen")),
}
TABLES = tuple(_TABLES)

type Row = tuple[object, ...]
type Mark = tuple[str | int, ...]


def rows_of(store: SqliteStore, table: str, batch: int, after: Mark | None = None) -> Iterator[tuple[list[Row], Mark]]:
    """The rows of a table in batches, each with the mark after which the next one begins."""
    columns, key = _TABLES[table]
    listed = ", ".join(key)
    marks = ", ".join("?" * len(key))
    while True:
        condition, values = (f"WHERE ({listed}) > ({marks})", after) if after else ("", ())
        sql = f"SELECT {listed}, {columns} FROM {table} {condition} ORDER BY {listed} LIMIT ?"
        with store._base.reading() as connection:
            found: list[Row] = connection.execute(sql, (*values, batch)).fetchall()
        if not found:
            return
        after = found[-1][: len(key)]  # type: ignore[assignment]
        assert after is not None
        yield [row[len(key) :] for row in found], after


def findings_of(store: SqliteStore, readings: list[int]) -> dict[int, list[tuple[bytes, bool]]]:
    """The findings of these readings (by row): bodies, each with whether it is counted."""
    found: dict[int, list[tuple[bytes, bool]]] = {row: [] for row in readings}
    with store._base.reading() as connection:
        for start in range(0, len(readings), 500):
            some = readings[start : start + 500]
            sql = f"SELECT reading, body, counted FROM findings WHERE reading IN ({', '.join('?' * len(some))})"
            for row, body, counted in connection.execute(sql, some):
                found[row].append((body, bool(counted)))
    return found


def has_forgotten(store: SqliteStore) -> bool:
    """Whether anything was ever forgotten or erased: only then the rollups hold more than the living records."""
    with store._base.reading() as connection:
        return _any(connection, "past") or _any(connection, "settled")


def _any(connection: sqlite3.Connection, table: str) -> bool:
    return connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() is not None
