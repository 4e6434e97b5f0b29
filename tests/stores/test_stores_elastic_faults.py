"""Faults, each on a real server: nothing lost, nothing twice, and what is told names the address and a remedy."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from core.errors import StoreAway
from stores.elastic.address import parse
from stores.elastic.families import DOCUMENTS, write_alias
from stores.elastic.node import QUICK, Node
from stores.elastic.server import Server
from stores.elastic.store import ElasticStore


@pytest.fixture(scope="module")
def own_node(server_room: Callable[[], AbstractContextManager[Path]]) -> Iterator[Node]:
    """A server that may be stopped and killed."""
    with server_room() as folder:
        node = Node(folder, options=QUICK)
        node.start()
        yield node
        node.stop()


@pytest.fixture
def setting(own_node: Node, tmp_path: Path) -> str:
    return f"{own_node.address}?replicas=0&prefix=f{abs(hash(tmp_path))}"


@pytest.fixture
def own(setting: str, tmp_path: Path) -> Iterator[ElasticStore]:
    store = ElasticStore(parse(setting, tmp_path))
    yield store
    store._server.wipe()
    store.close()


def again(store: ElasticStore) -> ElasticStore:
    """Another opening of the same store, as another process would have it."""
    return ElasticStore(store._server.address)


def after(monkeypatch: pytest.MonkeyPatch, chunks: int, what: Callable[[], None]) -> None:
    """Let something happen after so many chunks of a bulk were written."""
    send, sent = Server._send, [0]

    def sends(self: Server, *given: Any) -> Any:
        if sent[0] == chunks:
            what()
        sent[0] += 1
        return send(self, *given)

    monkeypatch.setattr(Server, "_send", sends)


def red_index(store: ElasticStore) -> str:
    """Make an index whose parts no server may hold; its name."""
    alias = write_alias(store._server.address.prefix, DOCUMENTS, "2026.04")
    store._server.client.indices.create(
        index=f"{alias}.v1",
        aliases={alias: {}, f"{store._server.address.prefix}-documents": {}},
        settings={"index.routing.allocation.require.nowhere": "here", "number_of_replicas": 0},
        wait_for_active_shards=0,
    )
    return f"{alias}.v1"


READINGS: dict[str, Callable[[ElasticStore], object]] = {
    "search": lambda store: store._server.search(DOCUMENTS, fresh=False, size=1)["hits"]["total"]["value"],
    "scan": lambda store: len(list(store._server.scan(DOCUMENTS, {"match_all": {}}, []))),
    "fetch": lambda store: len(store._server.fetch(DOCUMENTS, ["d000001"])),
}


@pytest.mark.parametrize("reading", READINGS)
def test_an_index_that_another_process_has_just_made_is_waited_for(
    own: ElasticStore, make: SimpleNamespace, monkeypatch: pytest.MonkeyPatch, reading: str
) -> None:
    own.put_documents([make.document()])
    own._server.refresh(DOCUMENTS)
    index, client, wait, waits = red_index(own), own._server.client, own._server._await_parts, [0]

    def made_meanwhile(asked: Any) -> None:
        waits[0] += 1
        if waits[0] > 1:  # the first wait was for another index, made a moment before
            client.indices.put_settings(index=index, settings={"index.routing.allocation.require.nowhere": None})
            wait(asked)

    monkeypatch.setattr(own._server, "_await_parts", made_meanwhile)
    monkeypatch.setattr(own._server, "refresh", lambda *_: None)  # it would wait for the parts as well
    assert READINGS[reading](own) == 1


@pytest.mark.full  # the server itself waits a minute
def test_a_red_index_is_told_never_answered_around(own: ElasticStore, make: SimpleNamespace) -> None:
    own.put_documents([make.document()])
    hasty = again(own)  # only its patience with the index is short: a busy server may take a second for any answer
    hasty._server.address = replace(own._server.address, timeout=1)
    index, client = red_index(own), own._server.client
    with pytest.raises(StoreAway, match="part of the store is not there"):
        hasty.tallies()
    with pytest.raises(StoreAway):
        hasty.document("d000001")
    hasty.close()
    client.indices.delete(index=index)
    assert own.tallies()["documents"] == 1


def test_slow_answers_end_in_time_and_nothing_is_twice(
    own: ElasticStore, own_node: Node, make: SimpleNamespace
) -> None:
    own.put_documents([make.document()])
    slow = again(own)  # opened in as much time as a busy server needs
    slow._server.client = slow._server.client.options(request_timeout=1)
    own_node.kill(signal.SIGSTOP)
    try:
        with pytest.raises(StoreAway, match="did not answer in time"):
            slow.put_documents([make.document(2)])
    finally:
        own_node.kill(signal.SIGCONT)
    slow.close()
    assert own.put_documents([make.document(n) for n in (1, 2, 3)]).new in (1, 2)
    assert own.tallies()["documents"] == 3


@pytest.mark.full
def test_a_server_killed_in_mid_bulk_and_started_again_has_lost_nothing_and_holds_nothing_twice(
    own: ElasticStore, own_node: Node, make: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = [make.document(n, text="many words " * 30) for n in range(3000)]
    own.put_documents(put[:500], [make.sketch(d, 1, folded=d.id) for d in put[:500]])
    with monkeypatch.context() as patched:
        after(patched, 1, own_node.kill)
        with pytest.raises(StoreAway, match="cannot be reached"):
            own.put_documents(put[500:])
    with pytest.raises(StoreAway):
        own.tallies()
    own_node.start()
    own._server.client.cluster.health(wait_for_status="yellow", timeout="50s")
    assert own.tallies()["documents"] == 500  # the chunk that was written is undone
    assert own.put_documents(put).new == 2500
    assert own.tallies()["documents"] == 3000


def test_a_dead_writers_note_is_done_by_another_process(
    own: ElasticStore, make: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after a power cut: the lock is held by a process that is no more, half of its call written."""

    class PowerCut(BaseException):
        pass

    def cut() -> None:
        raise PowerCut

    put = [make.document(n, text="many words " * 30) for n in range(3000)]
    own.put_documents(put[:10])
    with monkeypatch.context() as patched:
        after(patched, 1, cut)
        with pytest.raises(PowerCut):
            own.put_documents(put)
    monkeypatch.setattr("stores.elastic.lock.psutil.Process", _no_such_process)
    other = again(own)
    assert other.tallies()["documents"] == 10
    other.close()


def _no_such_process(pid: int | None = None) -> Any:
    import psutil

    if pid is None:
        return SimpleNamespace(create_time=lambda: 1.0)
    raise psutil.NoSuchProcess(pid)


@pytest.mark.full  # a server of its own
def test_a_snapshot_is_restored_onto_a_fresh_server(
    own: ElasticStore,
    own_node: Node,
    server_room: Callable[[], AbstractContextManager[Path]],
    tmp_path: Path,
    make: SimpleNamespace,
) -> None:
    """As docs/elasticsearch.md says it, step by step; the store is opened after that, never before."""
    own.put_documents([make.document(n) for n in range(20)])
    own.replace_findings([make.analysed(make.document(n), "signal:any") for n in range(20)])
    before, prefix, folder = own.tallies(), own._server.address.prefix, own_node.folder / "snapshots"
    backup: dict[str, Any] = {"type": "fs", "settings": {"location": str(folder)}}
    only = {"indices": f"{prefix}-*", "include_global_state": False, "wait_for_completion": True}
    own._server.client.snapshot.create_repository(name="backup", repository=backup)
    own._server.client.snapshot.create(repository="backup", snapshot="monday", **only)
    with server_room() as room:
        fresh = Node(room, options=QUICK, settings={"path.repo": f'["{folder}"]'})
        fresh.start()
        server = Server(parse(f"{fresh.address}?replicas=0&prefix={prefix}", tmp_path))
        backup["settings"]["readonly"] = True
        server.client.snapshot.create_repository(name="backup", repository=backup)
        server.client.snapshot.restore(repository="backup", snapshot="monday", **only)
        restored = ElasticStore(server.address)
        assert restored.tallies() == before
        assert restored.counts("city") == own.counts("city")
        assert restored.put_documents([make.document(n) for n in range(21)]).new == 1
        restored.close()
        server.close()
        fresh.stop()
    own._server.client.snapshot.delete(repository="backup", snapshot="monday")


def test_a_snapshot_brings_back_what_was_lost(own: ElasticStore, own_node: Node, make: SimpleNamespace) -> None:
    own.put_documents([make.document(n) for n in range(20)])
    own.replace_findings([make.analysed(make.document(n), "signal:any") for n in range(20)])
    before, client, prefix = own.tallies(), own._server.client, own._server.address.prefix
    client.snapshot.create_repository(
        name="backup", repository={"type": "fs", "settings": {"location": str(own_node.folder / "snapshots")}}
    )
    client.snapshot.create(
        repository="backup",
        snapshot="monday",
        indices=f"{prefix}-*",
        include_global_state=False,
        wait_for_completion=True,
    )
    for index in own._server.versions():
        client.indices.delete(index=index)
    client.snapshot.restore(repository="backup", snapshot="monday", indices=f"{prefix}-*", wait_for_completion=True)
    assert own.tallies() == before
    assert own.put_documents([make.document(n) for n in range(21)]).new == 1
    client.snapshot.delete(repository="backup", snapshot="monday")
