"""One call's changes to the store: gathered in memory, made as a whole or not at all (`stores.elastic.journal`)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from stores.elastic.bulk import Op
from stores.elastic.families import FAMILIES, Family, write_alias
from stores.elastic.searching import Hit
from stores.elastic.server import Server


class Change:
    """What one call changes. `load` first what may be there, then `put` and `drop`."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._old: dict[tuple[str, str], tuple[str, dict[str, Any]]] = {}
        self._new: dict[tuple[str, str], tuple[str, dict[str, Any]] | None] = {}
        self.forward = False  # complete instead of undoing when the writer dies

    def load(self, family: Family, ids: Iterable[str]) -> None:
        """Read these records, so that `get` knows them."""
        self.take(family, self._server.fetch(family, ids).values())

    def take(self, family: Family, hits: Iterable[Hit]) -> None:
        """These records, found by a search, are known from now on."""
        for hit in hits:
            self._old[family.name, hit["_id"]] = (self._month(family, hit["_index"]), hit["_source"])

    def get(self, family: Family, key: str) -> dict[str, Any] | None:
        """A record that was loaded, as this change leaves it."""
        place = (family.name, key)
        entry = self._new[place] if place in self._new else self._old.get(place)
        return entry[1] if entry else None

    def put(self, family: Family, key: str, source: dict[str, Any], month: str = "") -> None:
        """Write a record; one that is there stays in its month."""
        old = self._old.get((family.name, key))
        self._new[family.name, key] = (old[0] if old else month, source)

    def drop(self, family: Family, key: str) -> None:
        """Remove a record."""
        self._new[family.name, key] = None

    def month(self, family: Family, key: str) -> str:
        """The month in which this change leaves a record."""
        entry = self._new.get((family.name, key)) or self._old.get((family.name, key))
        return entry[0] if entry else ""

    def ops(self) -> tuple[list[Op], list[Op]]:
        """What is to be done, and how it is undone."""
        families = {family.name: family for family in FAMILIES}
        do: list[Op] = []
        undo: list[Op] = []
        for place, new in self._new.items():
            old = self._old.get(place)
            if new == old:
                continue
            month = (new or old or ("",))[0]
            alias, key = write_alias(self._server.address.prefix, families[place[0]], month), place[1]
            do.append(("delete", alias, key, None) if new is None else ("index", alias, key, new[1]))
            undo.append(("delete", alias, key, None) if old is None else ("index", alias, key, old[1]))
        return do, undo

    def months(self) -> set[tuple[str, str]]:
        """Families and months that are written to."""
        return {(name, new[0]) for (name, _), new in self._new.items() if new is not None}

    def _month(self, family: Family, index: str) -> str:
        if not family.dated:
            return ""
        return index.removeprefix(write_alias(self._server.address.prefix, family)).rsplit(".v", 1)[0]
