"""Findings at rest: the promises of a Store (base), and the backends that keep them."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import cast

from core.errors import SettingsError
from stores.base import Store
from stores.sqlite.store import FILE, SqliteStore

ELASTIC = "stores.elastic"


def open_store(store: str, home: Path) -> Store:
    """The store that the setting names: "sqlite" (a file in `home`), or an address of Elasticsearch.

    Raises SettingsError for any other value, or where the backend is not installed; StoreAway when it cannot be used.
    """
    if store == "sqlite":
        return SqliteStore(home / FILE)
    if store.startswith(("https://", "http://")):
        return _elastic(store, home)
    raise SettingsError(
        f"setting 'store': '{shown(store)}' is neither \"sqlite\" nor an address that starts with https://.",
        remedy='Set store = "sqlite" in honeyguide.toml, or give the address of an Elasticsearch server.',
    )


def shown(store: str) -> str:
    """The setting as it may be printed: without user, password or options."""
    scheme, sign, rest = store.partition("://")
    place = (rest or scheme).rpartition("@")[2]  # also where a slip of the hand left no address
    return f"{scheme}{sign}{place.partition('?')[0].partition('/')[0]}" if sign else place.partition("?")[0]


def _elastic(address: str, home: Path) -> Store:
    """`stores.elastic.open_store(address, home)`, imported by name: to add that folder is the whole act."""
    try:
        backend = importlib.import_module(ELASTIC)
    except ModuleNotFoundError as error:
        if error.name != ELASTIC:
            raise
        raise SettingsError(
            f"setting 'store': {shown(address)} needs the Elasticsearch backend, which is loaded from {ELASTIC} "
            "and is not part of this installation.",
            remedy='Set store = "sqlite", or install a version that brings it.',
        ) from error
    return cast(Store, backend.open_store(address, home))
