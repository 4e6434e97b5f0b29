"""The contract, the end of things: preview, retention, erasure, and counts that outlive both."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace

import pytest

from stores.base import EvidenceQuery, Forgettable, Store, Written


@pytest.fixture
def aged(store: Store, make: SimpleNamespace) -> Store:
    """Documents 1 (old) and 2 (young) of one group, 1 being counted."""
    for number, age in ((1, 400), (2, 10)):
        at = make.NOON - timedelta(days=age)
        of = make.document(number, fetched_at=at, first_seen=at, day=at.date(), group_id="g")
        store.put_documents([of], [make.sketch(of, 1, folded=f"text {number}")])
        store.replace_findings([make.analysed(of, "signal:any")])
    store.set_counted(["g"], [make.finding(make.document(1)).id])
    return store


def test_forget_removes_what_preview_said(aged: Store, make: SimpleNamespace) -> None:
    young, old = make.DAY - timedelta(days=180), make.DAY - timedelta(days=730)
    assert aged.preview(young, old) == Forgettable(1, 0, young, old)
    assert aged.tallies()["documents"] == 2
    assert aged.forget(young, old) == Forgettable(1, 0, young, old)
    assert aged.preview(young, old) == Forgettable(0, 0, young, old)
    assert aged.document("d000001") is None
    assert len(aged.findings("d000001")) == 1
    assert [s.folded for s in aged.copies_of(["text 1"], [])] == ["text 1"]
    assert aged.preview(young, young) == Forgettable(0, 1, young, young)
    aged.forget(young, young)
    assert aged.findings("d000001") == []
    assert aged.copies_of(["text 1"], []) == []
    assert len(aged.findings("d000002")) == 1
    assert (aged.tallies()["documents"], aged.tallies()["findings"], aged.tallies()["readings"]) == (1, 1, 1)


def test_the_day_of_the_limit_itself_is_kept(store: Store, make: SimpleNamespace) -> None:
    store.put_documents([make.document(fetched_at=make.NOON.replace(hour=0, minute=0, second=0, microsecond=0))])
    assert store.forget(make.DAY, make.DAY).documents == 0
    assert store.forget(make.DAY + timedelta(days=1), make.DAY).documents == 1


def test_dead_letters_are_forgotten_as_documents_are(store: Store, make: SimpleNamespace) -> None:
    letters = [replace(make.letter(name), at=make.NOON - timedelta(days=age)) for name, age in (("old", 9), ("new", 8))]
    store.put_dead_letters(letters)
    limits = make.DAY - timedelta(days=8), make.DAY - timedelta(days=30)
    assert store.preview(*limits).letters == 1
    assert store.forget(*limits).letters == 1
    assert store.dead_letters() == letters[1:]
    assert store.tallies()["dead_letters"] == 1
    assert store.preview(*limits).letters == 0


def test_counts_outlive_what_they_were_made_from(aged: Store, make: SimpleNamespace) -> None:
    counts, exposure = aged.counts("city"), aged.exposure("city")
    assert len(counts) == 1
    aged.forget(make.DAY, make.DAY)
    assert aged.tallies()["findings"] == 0
    assert (aged.counts("city"), aged.exposure("city")) == (counts, exposure)


def test_a_group_counts_once_even_when_the_counted_finding_is_forgotten(aged: Store, make: SimpleNamespace) -> None:
    counts = aged.counts("city")
    aged.forget(make.DAY - timedelta(days=180), make.DAY - timedelta(days=180))
    aged.set_counted(["g"], [make.finding(make.document(2)).id])
    assert aged.counts("city") == counts
    assert [f.counted for f in aged.findings_of_groups(["g"])] == [False]


def test_a_forgotten_document_that_is_read_again_is_not_exposed_twice(store: Store, make: SimpleNamespace) -> None:
    one = make.document()
    for version in ("1.0", "1.0", "1.1"):
        store.put_documents([one])
        store.replace_findings([make.analysed(one, version=version)])
        store.forget(make.DAY + timedelta(days=1), make.DAY + timedelta(days=1))
    assert [e.documents for e in store.exposure("city")] == [1]
    assert store.tallies()["readings"] == 0


def test_an_erased_document_is_gone_everywhere_and_does_not_come_back(store: Store, make: SimpleNamespace) -> None:
    one, two = make.document(), make.document(2)
    store.put_documents([one, two], [make.sketch(one, 1), make.sketch(two, 2, folded="b")])
    analysis = make.analysed(one, "signal:any")
    store.replace_findings([analysis, make.analysed(two, "signal:any")])
    store.set_counted([one.group_id], [analysis.findings[0].id])
    counts, exposure = store.counts("city"), store.exposure("city")
    assert store.erase([one.id, "unknown"]) == 1
    assert store.erase([one.id]) == 0
    assert store.put_documents([one], [make.sketch(one, 1)]) == Written(same=1)
    assert store.replace_findings([analysis]) == Written(same=1)
    assert store.document(one.id) is None
    assert store.reading(one.id) is None
    assert store.findings(one.id) == []
    assert store.copies_of(["folded"], [1]) == []
    assert store.documents_with_contact(["deadbeef"]) == [two.id]
    assert [d.id for d, _ in store.evidence(EvidenceQuery(text="number"))] == [two.id]
    assert (store.counts("city"), store.exposure("city")) == (counts, exposure)


def test_a_forgotten_document_may_come_back_where_an_erased_one_may_not(store: Store, make: SimpleNamespace) -> None:
    tomorrow = make.DAY + timedelta(days=1)
    store.put_documents([make.document()])
    store.forget(tomorrow, tomorrow)
    assert store.put_documents([make.document()]) == Written(new=1)
    store.erase(["d000001"])
    store.forget(tomorrow, tomorrow)
    assert store.put_documents([make.document()]) == Written(same=1)
