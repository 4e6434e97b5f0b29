"""The SQLite store, put together from its parts."""

from __future__ import annotations

from pathlib import Path

from stores.sqlite.books import Books
from stores.sqlite.connection import TIMEOUT, Database
from stores.sqlite.documents import Documents
from stores.sqlite.evidence import Evidence
from stores.sqlite.findings import Findings
from stores.sqlite.forgetting import Forgetting
from stores.sqlite.found import Found
from stores.sqlite.migrate import migrate
from stores.sqlite.numbers import Numbers
from stores.sqlite.sketches import Sketches

FILE = "honeyguide.db"  # in the home folder


class SqliteStore(Documents, Sketches, Findings, Numbers, Evidence, Found, Books, Forgetting):
    """The promises of `stores.base.Store`, kept in one SQLite file; may be used from any thread and process."""

    def __init__(self, path: Path, timeout: float = TIMEOUT) -> None:
        """Open the store, or make it. `timeout`: seconds a write may wait for another's.

        Raises StoreAway, naming the file, with a remedy.
        """
        super().__init__(Database(path, timeout))
        migrate(self._base)

    def close(self) -> None:
        """Close the file."""
        self._base.close()
