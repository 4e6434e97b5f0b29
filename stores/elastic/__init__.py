"""The store in Elasticsearch 9.x, by the official client."""

from __future__ import annotations

from pathlib import Path

from stores.base import Store
from stores.elastic.address import parse
from stores.elastic.store import ElasticStore


def open_store(address: str, home: Path) -> Store:
    """The store at an address (see `stores.elastic.address`); paths in it are relative to `home`.

    Raises SettingsError for an address that cannot be understood, StoreAway when the server cannot be used.
    """
    return ElasticStore(parse(address, home))
