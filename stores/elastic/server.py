"""The server below the store, put together from its parts."""

from __future__ import annotations

from stores.elastic.bulk import Bulk
from stores.elastic.indices import Indices


class Server(Indices, Bulk):
    """One address, as one user: searched, written in bulk, and the indices that are there."""
