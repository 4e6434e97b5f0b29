"""`honeyguide store check`: what is wrong with the store, in plain words."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from elasticsearch import ApiError

from core.errors import HoneyguideError
from core.plurals import counted
from stores.elastic import families
from stores.elastic.address import Address, parse
from stores.elastic.roles import NAMES, needed
from stores.elastic.server import Server
from stores.sqlite.connection import away
from stores.sqlite.store import FILE, SqliteStore

_LEAST_FREE = 0.15  # below this share of free disk the server stops giving a node new shards
# Modules a full server has; none is needed here.
_EXTRA = ("analysis-common", "lang-painless", "reindex", "x-pack-ilm", "x-pack-esql")
_NEWEST = 9


@dataclass(frozen=True, slots=True)
class Checked:
    """One thing that was looked at: well or not, and what was found, with a remedy where it is not well."""

    subject: str
    well: bool
    said: str


def check_store(setting: str, home: Path) -> list[Checked]:
    """Look at the store that the setting names. Never raises for a store that is away: it says so."""
    try:
        if setting.startswith(("https://", "http://")):
            return list(_elastic(parse(setting, home)))
        return list(_sqlite(home / FILE))
    except HoneyguideError as error:
        return [Checked("store", False, str(error))]


def _sqlite(path: Path) -> Iterator[Checked]:
    if not path.is_file():
        yield Checked("file", False, f"{path}: there is no store yet; the first run makes it.")
        return
    with closing(SqliteStore(path)) as store, store._base.reading() as connection:
        said = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        yield Checked(
            "file", said == "ok", f"{path}: sound" if said == "ok" else str(away(path, sqlite3.SQLITE_CORRUPT))
        )
    free, size = shutil.disk_usage(path.parent).free, path.stat().st_size
    told = f"{free / 1e9:.1f} GB free; the store holds {size / 1e9:.2f} GB"
    roomy = free > 2 * size
    yield Checked("disk", roomy, told if roomy else f"{told}. Make room for twice as much: a backup needs it.")


def _elastic(address: Address) -> Iterator[Checked]:
    server = Server(address)
    try:
        for subject, look in _LOOKS.items():
            try:
                with server.telling():
                    yield look(server)
            except HoneyguideError as error:
                yield Checked(subject, False, str(error))
                if subject == "server":
                    return
    finally:
        server.close()


def _server(server: Server) -> Checked:
    health = server.client.cluster.health().body
    status, nodes = health["status"], health["number_of_nodes"]
    lost = health["unassigned_primary_shards"]
    said = {
        "green": "all is there, with its copies",
        "yellow": "all is there, but some copies are not: add nodes, or set the option replicas=0 on a single one",
        "red": f"{lost} parts of the cluster's data are not there: start the missing nodes, or restore a snapshot",
    }
    return Checked(
        "server", status != "red", f"{server.shown} answers, {counted(nodes, 'node')}, {status}: {said[status]}"
    )


def _version(server: Server) -> Checked:
    nodes = server.client.nodes.info(filter_path="nodes.*.version").body["nodes"]
    versions = sorted({node["version"] for node in nodes.values()})
    well = len(versions) == 1 and int(versions[0].split(".")[0]) == _NEWEST
    remedy = "" if well else f" Honeyguide is tested with {_NEWEST}.x, the same on all nodes."
    return Checked("version", well, f"Elasticsearch {', '.join(versions)}.{remedy}")


def _modules(server: Server) -> Checked:
    nodes = server.client.nodes.info(filter_path="nodes.*.modules.name").body.get("nodes", {})
    there = set.intersection(*({m["name"] for m in node["modules"]} for node in nodes.values())) if nodes else set()
    lacks = [name for name in _EXTRA if name not in there]
    return Checked("modules", True, f"not there, and not needed: {', '.join(lacks)}" if lacks else "a full server")


def _licence(server: Server) -> Checked:
    try:
        licence = server.client.license.get().body["license"]
    except ApiError as error:
        return Checked("licence", True, f"the server tells none ({error.status_code}); the free one is enough")
    return Checked("licence", licence["status"] == "active", f"{licence['type']}, {licence['status']}; free is enough")


def _privileges(server: Server) -> Checked:
    if not (who := server.address.who):
        return Checked("privileges", True, "no user is given: fit for a server of one's own on this machine only")
    mine = []
    for role in NAMES:
        asked = [{"names": [f"{server.address.prefix}-*"], "privileges": needed(role)}]
        if server.client.security.has_privileges(index=asked).body["has_all_requested"]:
            mine.append(role)
    well = bool(mine)
    enough = ", enough for the dashboard and too little for runs" if mine == ["reader"] else ""
    said = f"{who} may do what {mine[-1]}s do{enough}" if well else f"{who} is not even a reader"
    return Checked("privileges", well, said if well else f"{said}: give it a role of docs/elasticsearch.md.")


def _disk(server: Server) -> Checked:
    nodes = server.client.nodes.stats(metric="fs").body["nodes"].values()
    least = min(node["fs"]["total"]["available_in_bytes"] / node["fs"]["total"]["total_in_bytes"] for node in nodes)
    blocked = _blocked(server)
    if blocked:
        return Checked("disk", False, f"no writes are taken by {blocked}: free disk space, and the server lifts that.")
    well = least > _LEAST_FREE
    return Checked("disk", well, f"{least:.0%} free on the fullest node" + ("" if well else ": make room"))


def _blocked(server: Server) -> str:
    settings = server.client.indices.get_settings(
        index=f"{server.address.prefix}-*", filter_path="*.settings.index.blocks"
    ).body
    blocks: dict[str, Any] = {i: entry["settings"]["index"]["blocks"] for i, entry in settings.items()}
    return ", ".join(sorted(i for i, b in blocks.items() if any(v == "true" for v in b.values())))


def _indices(server: Server) -> Checked:
    versions = server.versions()
    shards = server.client.cluster.health(index=f"{server.address.prefix}-*").body
    other = [index for index, version in versions.items() if version != families.VERSION]
    well = not other and shards["unassigned_primary_shards"] == 0
    said = f"{counted(len(versions), 'index', 'indices')}, {counted(shards['active_primary_shards'], 'part')}"
    if shards["unassigned_primary_shards"]:
        said += f", {shards['unassigned_primary_shards']} of them not there: start the missing nodes or restore them"
    return Checked("indices", well, said + (f"; of another version: {', '.join(other)}" if other else ""))


_LOOKS: dict[str, Callable[[Server], Checked]] = {
    "server": _server,
    "version": _version,
    "modules": _modules,
    "licence": _licence,
    "privileges": _privileges,
    "disk": _disk,
    "indices": _indices,
}
