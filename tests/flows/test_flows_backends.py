"""Over an invented world, Elasticsearch gives the counts, spikes and digests that SQLite gives."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from core.records import Level
from flows import steps
from stores.base import Analysed, EvidenceQuery
from stores.elastic.address import parse
from stores.elastic.node import Node
from stores.elastic.server import Server

pytestmark = pytest.mark.full
LEVELS: tuple[Level, ...] = ("country", "admin1", "city", "h3")


@pytest.fixture(scope="module")
def elastic_house(
    small_run: Any, make_house: Any, elastic_node: Node, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Any]:
    """The documents and readings of the small world in Elasticsearch, counted, judged and told there."""
    home = tmp_path_factory.mktemp("elastic") / "home"
    for folder in ("sources", "keys", "services"):
        if (small_run.house.home / folder).is_dir():
            shutil.copytree(small_run.house.home / folder, home / folder)
    address = f"{elastic_node.address}?replicas=0&prefix=world"
    house, old = make_house(home, store=address, **{"release.epsilon_per_year": 0}), small_run.house.store
    for documents in old.to_analyse("999999", 200):
        house.store.put_documents([replace(document, withdrawn=False) for document in documents])
        read = [(document, old.reading(document.id)) for document in documents]
        house.store.replace_findings(
            [
                Analysed(d.id, r.version, r, tuple(replace(f, counted=False) for f in old.findings(d.id)))
                for d, r in read
                if r is not None
            ]
        )
    for report in reversed(old.reports(limit=10_000)):
        house.store.put_report(report)
    for name in ("count", "detect", "brief"):
        steps.MAIN_LINE[name](house)
    yield house
    house.store.close()
    server = Server(parse(address, home))
    server.wipe()
    server.close()


def test_counts_and_exposure_are_the_same(small_run: Any, elastic_house: Any) -> None:
    theirs, ours = small_run.house.store, elastic_house.store
    assert theirs.counts("country")
    for level in LEVELS:
        assert ours.counts(level) == theirs.counts(level)
        assert ours.exposure(level) == theirs.exposure(level)
    same = ("documents", "readings", "findings", "undated", "unplaced", "signals", "urgent", "abstained")
    assert {n: ours.tallies()[n] for n in same} == {n: theirs.tallies()[n] for n in same}


def test_spikes_series_gaps_and_corridors_are_the_same(small_run: Any, elastic_house: Any) -> None:
    theirs, ours = small_run.house.store, elastic_house.store
    assert theirs.spikes()
    assert ours.spikes() == theirs.spikes()
    assert (ours.gaps(), ours.corridors()) == (theirs.gaps(), theirs.corridors())
    for spike in theirs.spikes():
        series = (spike.stream, spike.topic, spike.level, spike.place_id)
        assert ours.series(*series) == theirs.series(*series)
        behind = (*series, spike.opened, spike.peak)
        assert sorted(f.id for f in ours.findings_behind(*behind)) == sorted(
            f.id for f in theirs.findings_behind(*behind)
        )


def test_digests_are_the_same_to_the_letter(small_run: Any, elastic_house: Any) -> None:
    theirs, ours = small_run.house.store.digests(), elastic_house.store.digests()
    assert theirs
    assert [(d.week, d.edition, d.figures, d.html) for d in ours] == [
        (d.week, d.edition, d.figures, d.html) for d in theirs
    ]


@pytest.mark.parametrize(
    "asked",
    [{}, {"text": "passport"}, {"text": '"no pay"'}, {"text": "work*", "signal_only": True}, {"urgent_only": True}],
)
def test_evidence_comes_in_the_same_order(small_run: Any, elastic_house: Any, asked: dict[str, Any]) -> None:
    query = EvidenceQuery(limit=300, **asked)
    theirs, ours = small_run.house.store.evidence(query), elastic_house.store.evidence(query)
    assert [d.id for d, _ in ours] == [d.id for d, _ in theirs]


def test_migration_of_the_world_is_verified(
    small_run: Any, elastic_node: Node, tmp_path_factory: pytest.TempPathFactory
) -> None:
    from stores.elastic.store import ElasticStore
    from stores.migrate import migrate

    target = ElasticStore(parse(f"{elastic_node.address}?replicas=0&prefix=moved", tmp_path_factory.mktemp("m")))
    moved = migrate(small_run.house.store, target)
    assert moved.differences == ()
    assert target.spikes() == small_run.house.store.spikes()
    target._server.wipe()
    target.close()
