"""The inbox: what crawls and files brought, sealed, until its Documents are stored. Durable before `put` returns."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from core.errors import BadInput, KeyMismatch, UsageError
from core.records import Parcel
from crawlers.books import open_book, told
from privacy.vault import CANARY, Vault

_FORM = """
CREATE TABLE IF NOT EXISTS parcel (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    sealed BLOB NOT NULL
);
CREATE INDEX IF NOT EXISTS parcel_source ON parcel (source, number);
CREATE TABLE IF NOT EXISTS canary (number INTEGER PRIMARY KEY, sealed BLOB NOT NULL);
"""

_STAYS = "It stays in the inbox, and the next `read` tries it again."

type Shut = Callable[[str, str], None]
type _Row = tuple[int, bytes, str, str]


class Inbox:
    """Parcels at rest, encrypted: neither address nor content is readable without the vault's key.

    Several processes may put and take at once. Raises StoreAway when the file is locked, full or not writable,
    KeyMismatch when it was sealed with another key.
    """

    def __init__(self, path: Path, vault: Vault) -> None:
        self._path, self._vault = path, vault
        self._db = open_book(path, _FORM, durable=True)
        self._check_keys()

    def _check_keys(self) -> None:
        """Tell the wrong keys of a whole home from one parcel that cannot be opened: something known is sealed too.

        It is only sealed while nothing else is, so that wrong keys never seal it beside what the right ones sealed.
        """
        with told(self._path):
            row = self._db.execute("SELECT sealed FROM canary").fetchone()
            if row is None:
                with self._db:
                    self._db.execute(
                        "INSERT OR IGNORE INTO canary SELECT 1, ? WHERE NOT EXISTS (SELECT 1 FROM parcel)",
                        (self._vault.seal(CANARY),),
                    )
        if row is not None:
            self._vault.unseal(row[0])

    def put(self, parcels: Iterable[Parcel]) -> int:
        """Keep parcels; one that is here already (same id) is passed over. How many were new; durable on return."""
        rows = [(parcel.id, parcel.source, self._vault.seal(_pack(parcel))) for parcel in parcels]
        with told(self._path), self._db:
            before = self._db.total_changes
            self._db.executemany("INSERT OR IGNORE INTO parcel (id, source, sealed) VALUES (?, ?, ?)", rows)
            return self._db.total_changes - before

    def waiting(self, batch: int, source: str | None = None, shut: Shut | None = None) -> Iterator[list[Parcel]]:
        """Parcels in the order they came, in batches, each at most once; safe while others put and take.

        A batch ends early after some 16 MB, so that memory stays flat whatever the batch. One that cannot be opened
        is told to `shut` (its source, and why) and stays, to be tried again; without `shut` it raises BadInput or
        KeyMismatch.
        """
        last = 0
        while rows := self._after(last, batch, source):
            last = rows[-1][0]
            yield list(self._opened(rows, shut))

    def _opened(self, rows: Sequence[_Row], shut: Shut | None) -> Iterator[Parcel]:
        for _, sealed, id_, source in rows:
            try:
                yield _unpack(self._vault.unseal(sealed))
            except (BadInput, KeyMismatch) as error:
                if shut is None:
                    raise
                shut(source, f"parcel {id_}: {error} If its bytes are damaged, crawl its page again. {_STAYS}")

    def _after(self, number: int, batch: int, source: str | None) -> list[_Row]:
        rows: list[_Row] = []
        size = 0
        with told(self._path):
            for row in self._db.execute(
                "SELECT number, CAST(sealed AS BLOB), id, source FROM parcel "
                "WHERE number > ? AND (? IS NULL OR source = ?) ORDER BY number LIMIT ?",
                (number, source, source, batch),
            ):
                rows.append(row)
                size += len(row[1])
                if size > 16_000_000:
                    break
        return rows

    def done(self, ids: Sequence[str]) -> None:
        """Forget parcels whose documents are stored."""
        with told(self._path), self._db:
            self._db.executemany("DELETE FROM parcel WHERE id = ?", [(one,) for one in ids])

    def refuse_open(self, id_: str) -> None:
        """Raise UsageError for a parcel that is not here, or that can be opened."""
        with told(self._path):
            row = self._db.execute("SELECT CAST(sealed AS BLOB) FROM parcel WHERE id = ?", (id_,)).fetchone()
        if row is None:
            raise UsageError(f"the inbox holds no parcel '{id_}'.", remedy="`honeyguide letters` names those it has.")
        try:
            _unpack(self._vault.unseal(row[0]))
        except (BadInput, KeyMismatch):
            return
        raise UsageError(f"parcel '{id_}' can be opened.", remedy="`honeyguide read` reads it, and then it leaves.")

    def size(self) -> int:
        """How many parcels wait."""
        with told(self._path):
            return int(self._db.execute("SELECT count(*) FROM parcel").fetchone()[0])

    def close(self) -> None:
        """Give freed space back and let go of the file."""
        with told(self._path):
            with contextlib.suppress(sqlite3.OperationalError):  # another process uses the file: it will do it
                self._db.execute("PRAGMA incremental_vacuum")
            self._db.close()


def _pack(parcel: Parcel) -> bytes:
    head = {
        "id": parcel.id,
        "source": parcel.source,
        "url": parcel.url,
        "fetched_at": parcel.fetched_at.isoformat(),
        "content_type": parcel.content_type,
        "meta": dict(parcel.meta),
    }
    # Level 1: sealing grows what it seals by a third; this takes more than that away at little cost.
    return json.dumps(head, ensure_ascii=True).encode() + b"\n" + zlib.compress(parcel.body, 1)


def _unpack(packed: bytes) -> Parcel:
    head, _, body = packed.partition(b"\n")
    try:
        fields = json.loads(head)
        fetched_at = datetime.fromisoformat(fields.pop("fetched_at"))
        return Parcel(**fields, fetched_at=fetched_at, body=zlib.decompress(body))
    except (ValueError, KeyError, TypeError, zlib.error) as error:
        raise BadInput(f"a parcel of the inbox does not hold what was put there: {error}.") from error
