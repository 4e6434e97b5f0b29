"""A changed mapping: a new index behind the same aliases, while others read and write."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from core.errors import StoreAway
from stores.elastic import upgrade
from stores.elastic.address import parse
from stores.elastic.families import BOOKS, DOCUMENTS, family_alias
from stores.elastic.journal import Journal
from stores.elastic.node import Node
from stores.elastic.server import Server
from stores.elastic.store import ElasticStore


@pytest.fixture
def own(elastic_node: Node, tmp_path: Path) -> Iterator[ElasticStore]:
    store = ElasticStore(parse(f"{elastic_node.address}?replicas=0&prefix=u{abs(hash(tmp_path))}", tmp_path))
    yield store
    store._server.wipe()
    store.close()


def again(store: ElasticStore) -> ElasticStore:
    return ElasticStore(store._server.address)


def test_a_changed_mapping_is_a_new_index_behind_the_same_alias(
    own: ElasticStore, make: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    own.put_documents([make.document(n) for n in range(5)])
    own.replace_findings([make.analysed(make.document(n), "signal:any") for n in range(5)])
    before = own.tallies()
    monkeypatch.setattr("stores.elastic.families.VERSION", 2)
    new = again(own)
    assert set(new._server.versions().values()) == {1, 2}  # the journal alone stays as it is
    assert new.tallies() == before == own.tallies()
    assert new.put_documents([make.document(9)]).new == 1
    assert own.tallies()["documents"] == 6
    new.close()
    monkeypatch.setattr("stores.elastic.families.VERSION", 1)
    with pytest.raises(StoreAway, match="newer Honeyguide"):
        again(own)


def test_what_is_written_and_read_during_the_switch_is_neither_lost_nor_refused(
    own: ElasticStore, make: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every write that was taken is there afterwards, and every read saw at least what was written before it."""
    own.put_documents([make.document(n, text="many words " * 40) for n in range(3000)])
    own.put_act(make.act("first", "s1", "reviewing"))
    over, failures, opened = threading.Event(), [], threading.Barrier(4)
    done = {"documents": 3000, "acts": 1, "audit": 0}

    def work(kind: str, write: Callable[[ElasticStore, int], None]) -> None:
        store = again(own)
        opened.wait(60)
        try:
            while not over.is_set():
                write(store, done[kind])
                done[kind] += 1
                assert store.tallies()[kind] >= done[kind]
        except BaseException as error:
            failures.append(error)
        finally:
            store.close()

    writes: dict[str, Callable[[ElasticStore, int], None]] = {
        "documents": lambda store, n: _put_one(store, make, n),
        "acts": lambda store, n: store.put_act(make.act(f"a{n}", "s1", "confirmed")),
        "audit": lambda store, n: store.append_audit(make.audit(n + 1)),
    }
    threads = [threading.Thread(target=work, args=entry) for entry in writes.items()]
    for thread in threads:
        thread.start()
    opened.wait(60)
    during = _acts_go_on_while_documents_are_copied(monkeypatch, done)
    monkeypatch.setattr("stores.elastic.families.VERSION", 2)
    again(own).close()
    over.set()
    for thread in threads:
        thread.join()
    assert failures == []
    assert during  # an act was taken while the documents were copied
    assert {name: own.tallies()[name] for name in done} == done
    aliases = own._server.client.indices.get_alias(name=family_alias(own._server.address.prefix, BOOKS)).body
    assert [index.rsplit(".v", 1)[1] for index in aliases] == ["2"]


def _acts_go_on_while_documents_are_copied(monkeypatch: pytest.MonkeyPatch, done: dict[str, int]) -> list[int]:
    """Hold the copying of documents until one more act is taken; the list fills with the acts seen then."""
    seen: list[int] = []
    fill = upgrade._fill

    def held(server: Server, journal: Journal, index: str, new: str) -> None:
        if "-documents" in index:
            waiting, before = time.monotonic() + 60, done["acts"]
            while done["acts"] == before and time.monotonic() < waiting:
                journal.beat()
            seen.extend([done["acts"]] if done["acts"] > before else [])
        fill(server, journal, index, new)

    monkeypatch.setattr(upgrade, "_fill", held)
    return seen


def _put_one(store: ElasticStore, make: SimpleNamespace, number: int) -> None:
    assert store.put_documents([make.document(number)]).new == 1


def test_an_upgrade_that_breaks_off_leaves_the_old_index_writable_and_is_done_by_the_next(
    own: ElasticStore, make: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    own.put_documents([make.document(n) for n in range(5)])
    bulk = Server.bulk

    def breaks(self: Server, ops: object, *, aliased: bool = True, **given: object) -> None:
        if not aliased:
            raise StoreAway("gone")
        bulk(self, ops, aliased=aliased, **given)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr("stores.elastic.families.VERSION", 2)
        patched.setattr(Server, "bulk", breaks)
        with pytest.raises(StoreAway, match="gone"):
            again(own)
    assert own.put_documents([make.document(n) for n in range(7)]).new == 2
    monkeypatch.setattr("stores.elastic.families.VERSION", 2)
    new = again(own)
    assert new.tallies()["documents"] == 7
    [index] = new._server.client.indices.get_alias(name=family_alias(new._server.address.prefix, DOCUMENTS)).body
    assert index.endswith(".v2")
    new.close()
