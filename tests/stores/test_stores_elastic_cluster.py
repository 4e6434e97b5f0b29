"""The three nodes of compose.yaml, one of them killed in mid-bulk: nothing lost, nothing twice."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml

from core.errors import StoreAway
from stores.elastic.address import parse
from stores.elastic.distribution import fetch
from stores.elastic.node import QUICK, Node, free_port
from stores.elastic.roles import as_yaml
from stores.elastic.server import Server
from stores.elastic.store import ElasticStore

NAMES = ("one", "two", "three")
ROOT = Path(__file__).parents[2]
SECRET = "admin-secret-admin"
HERE = {"bootstrap.memory_lock": False}  # what a machine without Docker may not


@pytest.fixture(scope="module")
def composed() -> dict[str, Any]:
    """compose.yaml, as Docker reads it."""
    read: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
    return read


@pytest.fixture(scope="module")
def cluster(
    server_room: Callable[[], AbstractContextManager[Path]], composed: dict[str, Any]
) -> Iterator[tuple[list[Node], Path]]:
    """The three nodes of compose.yaml, with its settings and its certificates, and the authority that signed them."""
    with server_room() as folder:
        ports = {name: free_port() for name in NAMES}
        nodes = [_node(folder / name, settings_of(composed["services"][name], ports), name) for name in NAMES]
        _certify(nodes[0], composed["services"]["certificates"]["command"][-1], folder)
        for node in nodes:
            shutil.copytree(folder / "certs", node.folder / "config" / "certs")
            (node.folder / "config" / "roles.yml").write_text(as_yaml())
            node.prepare()
            node.tool("elasticsearch-users", "useradd", "admin", "-p", SECRET, "-r", "honeyguide_admin,superuser")
        for node in nodes:
            node.start(wait=0)
        for node in nodes:
            node.wait(240)
        yield nodes, folder / "certs" / "ca" / "ca.crt"
        for node in nodes:
            node.stop()


def settings_of(service: dict[str, Any], ports: dict[str, int]) -> dict[str, object]:
    """What Docker's image would put into elasticsearch.yml, found on one machine by ports instead of names."""
    settings = {key: value for key, value in service["environment"].items() if "." in key and key != "path.repo"}
    assert settings["discovery.seed_hosts"].split(",") == list(NAMES)
    found = {"discovery.seed_hosts": str([f"127.0.0.1:{port}" for port in ports.values()])}
    return {**settings, **HERE, **found, "discovery.type": "multi-node", "transport.port": ports[settings["node.name"]]}


def _node(folder: Path, settings: dict[str, object], name: str) -> Node:
    folder.mkdir()
    folder.chmod(0o755)
    node = Node(folder, free_port(), settings, name=name, options=QUICK)
    node.prepare()
    return node


def _certify(node: Node, script: str, folder: Path) -> None:
    """Run the script that makes the certificates, for this machine's folders and rights."""
    lines = [line for line in script.replace("$$", "$").splitlines() if "chown" not in line]
    places = {"/certs": str(folder / "certs"), "/tmp": str(folder / "one" / "tmp")}
    shell = re.sub(r"(?<=\s)(/certs|/tmp)\b", lambda found: places[found[1]], "\n".join(lines))
    shell = re.sub(r"unzip -q (\S+) -d (\S+)", rf"{sys.executable} -m zipfile -e \1 \2", shell)
    shell = shell.replace("bin/elasticsearch-certutil", str(fetch() / "bin" / "elasticsearch-certutil"))
    (folder / "certs").mkdir()
    subprocess.run(["bash", "-ec", shell], env=node.environment(), check=True, capture_output=True)


def _opened(address: str, home: Path) -> ElasticStore:
    """Opened once the nodes have found each other: their ports answer before that."""
    until = time.monotonic() + 180
    while True:
        try:
            return ElasticStore(parse(address, home))
        except StoreAway:
            if time.monotonic() > until:
                raise
        time.sleep(0.5)


@pytest.mark.full
@pytest.mark.timeout(1200)
def test_a_data_node_killed_in_mid_bulk_loses_nothing_and_doubles_nothing(
    cluster: tuple[list[Node], Path], tmp_path: Path, make: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    nodes, ca = cluster
    hosts = ",".join(f"127.0.0.1:{node.port}" for node in nodes[1:])
    at = f"https://admin:{SECRET}@127.0.0.1:{nodes[0].port}?ca={ca}&hosts={hosts}&shards=3&timeout=60"
    store = _opened(at, tmp_path)
    put = [make.document(n, text="many words " * 30) for n in range(20_000)]
    store.put_documents(put[:100])
    store._server.client.options(request_timeout=130).cluster.health(wait_for_status="green", timeout="120s")
    send, sent = Server._send, [0]

    def sends(self: Server, *given: Any) -> Any:
        sent[0] += 1
        if sent[0] == 4:
            nodes[2].kill()
        return send(self, *given)

    monkeypatch.setattr(Server, "_send", sends)
    for start in range(0, len(put), 2000):
        for attempt in range(5):
            try:
                store.put_documents(put[start : start + 2000])
                break
            except StoreAway:  # as the next run would: the same batch again
                assert attempt < 4
                store._server.client.cluster.health(wait_for_status="yellow", timeout="50s")
    assert sent[0] > 4
    assert store.tallies()["documents"] == len(put)
    assert [d.id for d in store.documents([d.id for d in put])] == [d.id for d in put]
    store.close()
