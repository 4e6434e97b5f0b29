"""A slow writer keeps its lock: another machine takes it over from a dead one only."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from core.errors import StoreAway
from stores.elastic import bulk, lock
from stores.elastic.address import parse
from stores.elastic.node import Node
from stores.elastic.server import Server
from stores.elastic.store import ElasticStore

SLOW = "slow-machine"


class Clock:
    """Time as the lock sees it: it goes on when a test says so, once the waiting machine has looked at the lock."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now, self.looks, self._read = 0.0, 0, lock.WriterLock.read
        monkeypatch.setattr(lock, "time", SimpleNamespace(monotonic=lambda: self.now, sleep=time.sleep))
        monkeypatch.setattr(lock.WriterLock, "read", lambda own: self._looked(own))
        monkeypatch.setattr(lock, "_host", lambda: threading.current_thread().name)

    def _looked(self, own: lock.WriterLock) -> Any:
        found = self._read(own)
        if threading.current_thread().name != SLOW:
            self.looks += 1
        return found

    def pass_by(self, seconds: float) -> None:
        """Let the other machine see the lock as it is now, then let time pass."""
        seen, until = self.looks, time.monotonic() + 60
        while self.looks < seen + 3 and time.monotonic() < until:
            time.sleep(0.005)
        self.now += seconds


@pytest.fixture
def own(elastic_node: Node, tmp_path: Path) -> Iterator[ElasticStore]:
    store = ElasticStore(parse(f"{elastic_node.address}?replicas=0&prefix=l{abs(hash(tmp_path))}", tmp_path))
    yield store
    store._server.wipe()
    store.close()


def write_slowly(
    store: ElasticStore, make: SimpleNamespace, monkeypatch: pytest.MonkeyPatch, pause: Callable[[], None]
) -> tuple[threading.Thread, list[StoreAway]]:
    """Another machine begins a call of five requests, with a pause after each."""
    send, begun, failures = Server._send, threading.Event(), list[StoreAway]()

    def sends(self: Server, *given: Any) -> Any:
        left = send(self, *given)
        if threading.current_thread().name == SLOW:
            begun.set()
            pause()
        return left

    def work() -> None:
        try:
            store.put_documents([make.document(n) for n in range(50)])
        except StoreAway as error:
            failures.append(error)

    monkeypatch.setattr(bulk, "_CHUNK_ROWS", 10)
    monkeypatch.setattr(Server, "_send", sends)
    thread = threading.Thread(target=work, name=SLOW)
    thread.start()
    assert begun.wait(60)
    return thread, failures


def test_a_writer_slower_than_the_lease_is_waited_for(
    own: ElasticStore, make: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    other, clock = ElasticStore(own._server.address), Clock(monkeypatch)
    thread, failures = write_slowly(own, make, monkeypatch, lambda: clock.pass_by(0.6 * lock.LEASE))
    assert other.put_documents([make.document(99)]).new == 1
    thread.join()
    assert failures == []
    assert other.tallies()["documents"] == 51
    other.close()


def test_a_writer_silent_for_longer_than_the_lease_is_undone_and_told(
    own: ElasticStore, make: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    other, clock = ElasticStore(own._server.address), Clock(monkeypatch)
    taken = threading.Event()

    def pause() -> None:
        clock.pass_by(1.1 * lock.LEASE)
        assert taken.wait(60)

    thread, failures = write_slowly(own, make, monkeypatch, pause)
    assert other.put_documents([make.document(99)]).new == 1
    taken.set()
    thread.join()
    assert [type(failure) for failure in failures] == [StoreAway]
    assert "another one took over" in str(failures[0])
    assert other.tallies()["documents"] == 1
    other.close()
