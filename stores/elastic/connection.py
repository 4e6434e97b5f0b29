"""A connection to one address as one user, and the client's errors told in plain words."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from elasticsearch import Elasticsearch

from core.errors import StoreAway
from stores.elastic.address import Address
from stores.elastic.families import Family, family_alias
from stores.elastic.faults import explained, told

_QUIET = logging.getLogger("elastic_transport")


class Connection:
    """One address, as one user. May be used from any thread."""

    def __init__(self, address: Address) -> None:
        self.address = address
        self.shown = address.shown
        _QUIET.setLevel(logging.ERROR)  # what it warns of comes out as StoreAway
        options: dict[str, Any] = {"basic_auth": (address.user, address.password)} if address.user else {}
        if address.api_key:
            options = {"api_key": address.api_key}
        if address.hosts[0].startswith("https"):
            options |= {"verify_certs": True, "ca_certs": str(address.ca) if address.ca else None}
        # 429 is ours to handle: the transport would send the whole bulk again at once.
        self.client = Elasticsearch(
            list(address.hosts),
            request_timeout=address.timeout,
            max_retries=len(address.hosts) - 1,
            retry_on_status=(),
            retry_on_timeout=False,
            **{name: value for name, value in options.items() if value is not None},
        )

    @contextmanager
    def asking(self) -> Iterator[Elasticsearch]:
        """The client, its errors told as StoreAway."""
        with self.telling():
            yield self.client

    def telling(self) -> AbstractContextManager[None]:
        """Errors of the client come out as StoreAway, naming the address and as whom it was asked."""
        return told(self.shown, self.address.who)

    def refusal(self, status: int, reason: str) -> StoreAway:
        """An answer other than success, in plain words."""
        return explained(self.shown, status, reason, self.address.who)

    def names(self, families: Sequence[Family]) -> str:
        """Families as the server is asked for them."""
        return ",".join(family_alias(self.address.prefix, family) for family in families)

    def close(self) -> None:
        """Close all connections."""
        self.client.close()
