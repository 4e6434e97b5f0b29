"""What the server refuses, a record, a bulk or all writes: told by name, undone, and done when it is asked again."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from core.errors import BadInput, StoreAway
from stores.elastic import bulk as bulk_module
from stores.elastic.address import parse
from stores.elastic.node import Node, free_port
from stores.elastic.server import Server
from stores.elastic.store import ElasticStore


@pytest.fixture
def own(elastic_node: Node, tmp_path: Path) -> Iterator[ElasticStore]:
    store = ElasticStore(parse(f"{elastic_node.address}?replicas=0&prefix=r{abs(hash(tmp_path))}", tmp_path))
    yield store
    store._server.wipe()
    store.close()


def again(store: ElasticStore) -> ElasticStore:
    """Another opening of the same store, as another process would have it."""
    return ElasticStore(store._server.address)


def block(store: ElasticStore, name: str, on: bool) -> None:
    """Let the indices of documents take no writes, as the server does when a disk is full."""
    index = f"{store._server.address.prefix}-documents-*"
    store._server.client.indices.put_settings(index=index, settings={name: on or None})


def test_a_server_that_is_away_at_start_is_named(tmp_path: Path) -> None:
    address = f"http://writer:secret@127.0.0.1:{free_port()}"
    with pytest.raises(StoreAway, match=r"http://127\.0\.0\.1:\d+: the server cannot be reached.*start again") as told:
        ElasticStore(parse(address, tmp_path))
    assert "secret" not in str(told.value)
    assert told.value.code == 4


def test_a_record_that_the_server_refuses_is_told_and_undone(own: ElasticStore, make: SimpleNamespace) -> None:
    put = [make.document(n) for n in range(5)]
    own.put_documents(put[:1])
    with pytest.raises(BadInput, match=r"record d000009 .* was refused: .*immense term"):
        own.put_documents([*put[1:], make.document(9, author="x" * 40_000)])
    with pytest.raises(BadInput, match="a bulk was refused: action_request_validation"):
        own.put_documents([*put[1:], make.document(9, id="x" * 513)])
    assert own.tallies()["documents"] == 1
    assert own.put_documents(put).new == 4


def test_a_bulk_that_is_told_429_is_sent_again_only_where_it_was_refused(
    own: ElasticStore, make: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server's own answer, its items marked as its thread pool marks what it refuses."""
    sent: list[int] = []
    bulk = own._server.client.bulk

    def busy(*, operations: list[bytes], **asked: Any) -> Any:
        sent.append(len(operations) // 2)
        if len(sent) == 1:
            answer = bulk(operations=operations[:20], **asked)
            refused = {"status": 429, "error": {"type": "es_rejected_execution_exception", "reason": "queue is full"}}
            items = [*answer.body["items"], *({"index": refused} for _ in range(len(operations) // 2 - 10))]
            return SimpleNamespace(body={"errors": True, "items": items})
        return bulk(operations=operations, **asked)

    monkeypatch.setattr(own._server.client, "bulk", busy)
    assert own.put_documents([make.document(n) for n in range(50)]).new == 50
    assert sent == [50, 25, 15]
    assert own.tallies()["documents"] == 50


def test_pressure_that_does_not_end_is_told_and_undone(
    own: ElasticStore, make: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    own.put_documents([make.document(n) for n in range(3)])
    monkeypatch.setattr(bulk_module, "_PAUSES", (0.05, 0.05))
    send, calls = Server._send, [0]

    def full(self: Server, rows: Any, *given: Any) -> Any:
        calls[0] += 1
        if calls[0] == 1:
            send(self, rows[:7], *given)
            return rows[7:]
        return rows if calls[0] in (2, 3) else send(self, rows, *given)

    monkeypatch.setattr(Server, "_send", full)
    with pytest.raises(StoreAway, match="more work than it can take"):
        own.put_documents([make.document(n) for n in range(3, 40)])
    assert own.tallies()["documents"] == 3
    assert own.put_documents([make.document(n) for n in range(40)]).new == 37


def test_many_writers_at_once_overrun_nothing(own: ElasticStore, make: SimpleNamespace) -> None:
    failures: list[BaseException] = []

    def work(first: int) -> None:
        try:
            store = again(own)
            for n in range(first, first + 40, 20):
                store.put_documents([make.document(m) for m in range(n, n + 20)])
            store.close()
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(n * 40,)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert own.tallies()["documents"] == 240


def test_a_disk_that_takes_no_writes_is_told_and_nothing_is_half_written(
    own: ElasticStore, make: SimpleNamespace
) -> None:
    from stores.check import check_store

    own.put_documents([make.document()])
    block(own, "index.blocks.read_only_allow_delete", True)
    with pytest.raises(StoreAway, match=r"does not take writes.*Free disk space"):
        own.put_documents([make.document(n) for n in range(2, 9)])
    assert own.document("d000001") is not None
    assert own.tallies()["documents"] == 1
    address = own._server.address
    block(own, "index.blocks.read_only_allow_delete", True)  # the server lifts it by itself each half minute
    [disk] = [c for c in check_store(f"{address.hosts[0]}?prefix={address.prefix}", Path()) if c.subject == "disk"]
    assert not disk.well
    assert "no writes are taken" in disk.said
    block(own, "index.blocks.read_only_allow_delete", False)
    assert own.put_documents([make.document(n) for n in range(1, 9)]).new == 7
