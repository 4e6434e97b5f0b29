"""A change of a mapping: a new index beside the old one, filled, and the aliases switched in one act.

Readers go on meanwhile; writers wait for the lock. What is written without it (a single record of the books) waits
until the filled index takes writes: the old one is closed to them first, so that nothing falls between the two.
The server's own reindexing is not needed.
"""

from __future__ import annotations

from typing import Any

from elasticsearch import Elasticsearch

from core.errors import StoreAway
from stores.elastic import families
from stores.elastic.families import FAMILIES, JOURNAL, Family, family_alias
from stores.elastic.journal import Journal
from stores.elastic.searching import PAGE, Hit
from stores.elastic.server import Server


def upgrade(server: Server, journal: Journal) -> list[str]:
    """Bring every index to the present version; the names of the new ones. Raises StoreAway for a newer store."""
    if not _outdated(server):
        return []
    with journal.writing():
        return [_renew(server, journal, index, family) for index, family in _outdated(server).items()]


def _outdated(server: Server) -> dict[str, Family]:
    versions = server.versions()
    if newer := [index for index, version in versions.items() if version > families.VERSION]:
        raise StoreAway(
            f"{server.shown}: index {newer[0]} was made by a newer Honeyguide.", remedy="Install that newer version."
        )
    known = {family_alias(server.address.prefix, family): family for family in FAMILIES if family is not JOURNAL}
    return {
        index: family
        for index, version in sorted(versions.items())
        for name, family in known.items()
        if version < families.VERSION and index.startswith(f"{name}-")
    }


def _renew(server: Server, journal: Journal, index: str, family: Family) -> str:
    alias = index.rsplit(".v", 1)[0]
    new = f"{alias}.v{families.VERSION}"
    with server.asking() as client:
        client.options(ignore_status=404).indices.delete(index=new)  # half filled by one that broke off
        server.create(new, family, {})
        _close(client, index, True)
        try:
            _fill(server, journal, index, new)
            names = (alias, family_alias(server.address.prefix, family))
            adds = [{"add": {"index": new, "alias": name}} for name in names]
            client.indices.update_aliases(actions=[*adds, {"remove_index": {"index": index}}])
        except BaseException:
            _close(client, index, False)
            raise
    return new


def _close(client: Elasticsearch, index: str, closed: bool) -> None:
    """Let an index take writes no more, or again."""
    client.indices.put_settings(index=index, settings={"index.blocks.write": closed or None})


def _fill(server: Server, journal: Journal, index: str, new: str) -> None:
    """Copy all records, a page at a time; each page shows others that this writer lives."""
    client = server.client
    client.indices.refresh(index=index)
    pit = client.open_point_in_time(index=index, keep_alive="5m")["id"]
    after: dict[str, Any] = {}
    while True:
        page: list[Hit] = client.search(
            pit={"id": pit, "keep_alive": "5m"}, size=PAGE, sort=["_shard_doc"], track_total_hits=False, **after
        ).body["hits"]["hits"]
        server.bulk([("index", new, hit["_id"], hit["_source"]) for hit in page], aliased=False)
        journal.beat()
        if len(page) < PAGE:
            break
        after = {"search_after": page[-1]["sort"]}
    client.close_point_in_time(id=pit)
