"""Moving a SQLite store into Elasticsearch: the same answers there, taken up again when broken off, and verified."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from core.errors import BadInput, SettingsError
from core.records import Corridor, Gap
from stores.base import EvidenceQuery, Store
from stores.elastic.address import parse
from stores.elastic.node import Node
from stores.elastic.store import ElasticStore
from stores.migrate import FILE, differences_between, migrate, migrate_home
from stores.sqlite.store import SqliteStore


@pytest.fixture
def address(elastic_node: Node, tmp_path: Path) -> str:
    return f"{elastic_node.address}?replicas=0&prefix=m{abs(hash(tmp_path))}"


@pytest.fixture
def target(address: str, tmp_path: Path) -> Iterator[ElasticStore]:
    store = ElasticStore(parse(address, tmp_path))
    yield store
    store._server.wipe()
    store.close()


@pytest.fixture
def source(tmp_path: Path, make: SimpleNamespace) -> Iterator[SqliteStore]:
    """A store with a bit of everything: forgotten, erased, withdrawn, stale, undated, half counted."""
    store = SqliteStore(tmp_path / FILE)
    fill(store, make)
    yield store
    store.close()


def fill(store: Store, make: SimpleNamespace) -> None:
    documents = [
        make.document(n, day=make.DAY - timedelta(days=n), group_id=f"g{n % 17}", source=("board", "forum")[n % 2])
        for n in range(60)
    ]
    old = [
        make.document(n, fetched_at=make.NOON - timedelta(days=900), first_seen=make.NOON - timedelta(days=900))
        for n in range(60, 70)
    ]
    everything = [*documents, replace(documents[7], id="undated", day=None), *old]
    store.put_documents(everything, [make.sketch(d, n % 5, folded=f"f{n % 9}") for n, d in enumerate(everything)])
    store.replace_findings(
        [
            make.analysed(d, "signal:any", *(["venue:V_FARM"] if n % 3 else []), city_id=str(n % 4))
            for n, d in enumerate(everything[:-1])
        ]
    )
    for groups in store.groups_to_count(4):
        if groups[0] > "g5":
            continue
        first = {}
        for finding in store.findings_of_groups(groups):
            first.setdefault((finding.group_id, finding.topic), finding.id)
        store.set_counted(groups, list(first.values()))
    store.forget(make.DAY - timedelta(days=800), make.DAY - timedelta(days=800))
    store.erase(["d000003"])
    store.withdraw(["d000004"])
    store.put_documents([replace(documents[5], edition="e2", text="mended words")])
    store.put_spikes([make.spike("a"), make.spike("b", recurrence_days=float("inf"))], make.DAY, make.DAY)
    store.put_act(make.act("1", "a", "confirmed"))
    store.put_series([make.point(n, place=str(p)) for n in range(40) for p in range(5)])
    store.put_gaps([Gap("S_A", "city", "1", make.DAY, 5, 0, float("inf"), 1.0, 2.0)], [Corridor("1", "2", make.DAY, 3)])
    store.put_digest(make.digest())
    store.put_report(make.report("r"))
    store.put_dead_letters([make.letter("l")])
    for number in (1, 2, 3):
        store.append_audit(make.audit(number))
    store.set_state("detection", {"n": [1, {"x": None}]})


def answers(store: Store, make: SimpleNamespace) -> dict[str, Any]:
    """What a store says when it is asked for everything."""
    until = make.DAY + timedelta(days=60)
    ids = [f"d{n:06}" for n in range(70)]
    return {
        "documents": store.documents([*ids, "undated"]),
        "readings": [store.reading(i) for i in ids],
        "evidence": store.evidence(EvidenceQuery(limit=500)),
        "passport": store.evidence(EvidenceQuery(text="passport", topic="venue:V_FARM")),
        "behind": store.findings_behind("posts", "signal:any", "city", "1", make.DAY - timedelta(days=60), until),
        "groups": [f for batch in store.groups_to_count(3) for f in store.findings_of_groups(batch)],
        "waiting": [[d.id for d in batch] for v in ("1.0", "1.1") for batch in store.to_analyse(v, 7)],
        "copies": store.copies_of(["f1", "f2"], [3]),
        "spikes": store.spikes(),
        "series": store.series("posts", "signal:any", "city", "3"),
        "points": store.latest_points("city", "posts", "signal:any", make.DAY + timedelta(days=20), until),
        "books": [store.gaps(), store.corridors(), store.digests(), store.reports(), store.dead_letters()],
        "acts": [store.acts(), list(store.audit()), store.state("detection")],
        "contact": store.documents_with_contact(["deadbeef"]),
        "seen": store.counts("city", first_seen_by=make.DAY - timedelta(days=30)),
        "back": [store.put_documents([make.document(3)]), store.preview(make.DAY, make.DAY)],
    }


def test_a_moved_store_gives_the_same_answers(source: SqliteStore, target: ElasticStore, make: SimpleNamespace) -> None:
    assert [c.groups for c in source.counts("country") if c.day == make.DAY]
    moved = migrate(source, target)
    assert moved.differences == ()
    assert moved.rows["documents"] == 60
    theirs, ours = answers(source, make), answers(target, make)
    for name, answer in theirs.items():
        assert ours[name] == answer, name
    assert target.state("moving") is None


def test_a_store_filled_alike_gives_the_same_answers(
    source: SqliteStore, target: ElasticStore, make: SimpleNamespace
) -> None:
    fill(target, make)
    assert list(differences_between(source, target)) == []
    theirs, ours = answers(source, make), answers(target, make)
    for name, answer in theirs.items():
        assert ours[name] == answer, name


def test_a_move_that_breaks_off_goes_on_where_it_was(
    source: SqliteStore, target: ElasticStore, address: str, tmp_path: Path
) -> None:
    def breaks(table: str, _: int) -> None:
        if table == "readings":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        migrate(source, target, breaks)
    moved = migrate_home(tmp_path, address)
    assert moved.differences == ()
    assert "documents" not in moved.rows
    assert moved.rows["acts"] == 1


def test_a_difference_is_told(source: SqliteStore, target: ElasticStore, make: SimpleNamespace) -> None:
    def meddles(table: str, _: int) -> None:
        if table == "acts":
            source.put_act(make.act("0", "a", "dismissed"))

    assert migrate(source, target, meddles).differences == ("acts: 2 there, 1 here",)


def test_a_store_that_holds_something_else_is_left_alone(
    source: SqliteStore, target: ElasticStore, make: SimpleNamespace
) -> None:
    target.put_documents([make.document(999)])
    with pytest.raises(BadInput, match="holds records already"):
        migrate(source, target)
    assert target.tallies()["documents"] == 1


def test_there_must_be_something_to_move_and_somewhere_to_move_it(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="there is no SQLite store"):
        migrate_home(tmp_path, "https://search.example")
    SqliteStore(tmp_path / FILE).close()
    with pytest.raises(SettingsError, match="is no address"):
        migrate_home(tmp_path, "sqlite")
