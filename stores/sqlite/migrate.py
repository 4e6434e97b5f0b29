"""Numbered migrations: `migrations/NNNN_what.sql`, found, not listed; each is one transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from functools import cache
from importlib import resources

from core.errors import StoreAway
from stores.sqlite.connection import Database

# Says "a Honeyguide store" in the header of the file, so that another program's database is never taken for one.
APPLICATION = 0x48474449


@cache
def migrations() -> dict[int, str]:
    """All migrations by number, in order."""
    folder = resources.files("stores.sqlite") / "migrations"
    scripts = [entry for entry in folder.iterdir() if entry.name.endswith(".sql")]
    return {int(entry.name[:4]): entry.read_text("utf-8") for entry in sorted(scripts, key=lambda entry: entry.name)}


def migrate(base: Database) -> None:
    """Bring a store to the newest schema. Raises StoreAway for a foreign file, or one of a newer Honeyguide."""
    newest = max(migrations())
    with base.borrowed() as connection:
        found = _version(connection)
        if found == newest and _application(connection) == APPLICATION:
            return
    with base.writing() as connection:
        _refuse_foreign(connection, base, newest)
        for number, script in migrations().items():
            if number > _version(connection):
                for statement in _statements(script):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version={number}")
        connection.execute(f"PRAGMA application_id={APPLICATION}")


def _refuse_foreign(connection: sqlite3.Connection, base: Database, newest: int) -> None:
    found = _version(connection)
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if tables and _application(connection) != APPLICATION:
        raise StoreAway(
            f"{base.path}: this SQLite file was not made by Honeyguide.",
            remedy="Move it away, or choose another home folder.",
        )
    if found > newest:
        raise StoreAway(
            f"{base.path}: made by a newer Honeyguide (schema {found}; this one knows {newest}).",
            remedy="Install that newer version.",
        )


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _application(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA application_id").fetchone()[0])


def _statements(script: str) -> Iterator[str]:
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
