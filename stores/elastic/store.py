"""The Elasticsearch store, put together from its parts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from stores.elastic.address import Address
from stores.elastic.change import Change
from stores.elastic.documents import Documents
from stores.elastic.evidence import Evidence
from stores.elastic.families import BOOKS
from stores.elastic.findings import Findings
from stores.elastic.forgetting import Forgetting
from stores.elastic.found import Found
from stores.elastic.journal import Journal
from stores.elastic.numbers import Numbers
from stores.elastic.server import Server
from stores.elastic.sketches import Sketches
from stores.elastic.upgrade import upgrade


class ElasticStore(Documents, Sketches, Findings, Numbers, Evidence, Found, Forgetting):
    """The promises of `stores.base.Store`, kept in Elasticsearch; may be used from any thread and process."""

    def __init__(self, address: Address) -> None:
        """Open the store, or make it. Raises StoreAway, naming the address, with a remedy."""
        server = Server(address)
        super().__init__(server, Journal(server))
        try:
            self._journal.open()
            upgrade(server, self._journal)
        except BaseException:
            server.close()
            raise

    @contextmanager
    def changing(self) -> Iterator[Change]:
        """One act over any records: for `stores.migrate`."""
        with self._journal.writing() as change:
            yield change

    def drop_state(self, key: str) -> None:
        """Forget what was kept under a key."""
        with self._journal.writing() as change:
            change.load(BOOKS, [f"state~{key}"])
            change.drop(BOOKS, f"state~{key}")

    def close(self) -> None:
        """Close all connections."""
        self._server.close()
