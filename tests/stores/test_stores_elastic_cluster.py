"""Three nodes, one of them killed in mid-bulk: nothing lost, nothing twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from core.errors import StoreAway
from stores.elastic.address import parse
from stores.elastic.node import QUICK, Node, free_port
from stores.elastic.server import Server
from stores.elastic.store import ElasticStore

NAMES = ("one", "two", "three")


@pytest.fixture(scope="module")
def cluster(server_room: Callable[[], AbstractContextManager[Path]]) -> Iterator[list[Node]]:
    with server_room() as folder:
        ports = [free_port() for _ in NAMES]
        shared = {
            "discovery.type": "multi-node",
            "discovery.seed_hosts": str([f"127.0.0.1:{port}" for port in ports]),
            "cluster.initial_master_nodes": str(list(NAMES)),
        }
        nodes = []
        for name, port in zip(NAMES, ports, strict=True):
            (folder / name).mkdir()
            (folder / name).chmod(0o755)
            nodes.append(Node(folder / name, free_port(), {**shared, "transport.port": port}, name=name, options=QUICK))
        for node in nodes:
            node.start(wait=0)
        for node in nodes:
            node.wait(240)
        yield nodes
        for node in nodes:
            node.stop()


@pytest.mark.full
@pytest.mark.timeout(600)
def test_a_data_node_killed_in_mid_bulk_loses_nothing_and_doubles_nothing(
    cluster: list[Node], tmp_path: Path, make: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    hosts = ",".join(f"127.0.0.1:{node.port}" for node in cluster[1:])
    store = ElasticStore(parse(f"{cluster[0].address}?hosts={hosts}&shards=3&timeout=60", tmp_path))
    put = [make.document(n, text="many words " * 30) for n in range(20_000)]
    store.put_documents(put[:100])
    store._server.client.cluster.health(wait_for_status="green", timeout="120s")
    send, sent = Server._send, [0]

    def sends(self: Server, *given: Any) -> Any:
        sent[0] += 1
        if sent[0] == 4:
            cluster[2].kill()
        return send(self, *given)

    monkeypatch.setattr(Server, "_send", sends)
    for start in range(0, len(put), 2000):
        for attempt in range(5):
            try:
                store.put_documents(put[start : start + 2000])
                break
            except StoreAway:  # as the next run would: the same batch again
                assert attempt < 4
                store._server.client.cluster.health(wait_for_status="yellow", timeout="60s")
    assert sent[0] > 4
    assert store.tallies()["documents"] == len(put)
    assert [d.id for d in store.documents([d.id for d in put])] == [d.id for d in put]
    store.close()
