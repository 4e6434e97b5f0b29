"""The contract, documents: editions, order, withdrawal, erasure marks, copies, paging."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from types import SimpleNamespace

import pytest

from core.errors import BadInput
from stores.base import EvidenceQuery, Forgettable, Store, Written


def test_an_empty_store_answers_every_question_with_nothing(store: Store, make: SimpleNamespace) -> None:
    day = make.DAY
    listings: list[Iterable[object]] = [
        store.documents([]),
        store.documents(["d"]),
        store.editions([]),
        store.editions(["d"]),
        store.copies_of([], []),
        store.copies_of(["x"], [1]),
        store.to_analyse("1.0", 10),
        store.every_document(10),
        store.findings("d"),
        store.groups_to_count(10),
        store.findings_of_groups([]),
        store.findings_of_groups(["g"]),
        store.counts("city"),
        store.exposure("city"),
        store.evidence(EvidenceQuery()),
        store.findings_behind("posts", "signal:any", "city", "1", day, day),
        store.spikes(),
        store.series("posts", "signal:any", "city", "1"),
        store.latest_points("city", "posts", "signal:any", day, day),
        store.gaps(),
        store.corridors(),
        store.digests(),
        store.reports(),
        store.dead_letters(),
        store.acts(),
        store.audit(),
        store.documents_with_contact([]),
    ]
    assert [list(listing) for listing in listings] == [[]] * len(listings)
    assert [store.document("d"), store.reading("d"), store.last_audit(), store.state("k")] == [None] * 4
    assert set(store.tallies().values()) == {0}


def test_writes_of_nothing_do_nothing(store: Store, make: SimpleNamespace) -> None:
    day = make.DAY
    assert store.put_documents([]) == store.replace_findings([]) == Written()
    assert store.withdraw([]) == store.withdraw(["d"]) == store.erase([]) == store.erase(["d"]) == 0
    store.set_counted([], [])
    store.put_spikes([], day, day)
    store.put_series([])
    store.put_gaps([], [])
    store.put_dead_letters([])
    assert store.forget(day, day) == store.preview(day, day) == Forgettable(0, 0, day, day)
    assert set(store.tallies().values()) == {0}


def test_a_document_is_read_back_as_it_was_put_whatever_its_script(store: Store, make: SimpleNamespace) -> None:
    whole = make.document(text="工人招聘 \u0e41\u0e23\u0e07\u0e07\u0e32\u0e19 🍓 naïve \x00 end", title="«ملابس»")
    bare = make.document(2, published_at=None, day=None, date_source=None, author=None, contacts=(), entities=())
    assert store.put_documents([whole, bare]) == Written(new=2)
    assert store.document(whole.id) == whole
    assert store.documents([bare.id, "unknown", whole.id, bare.id]) == [bare, whole]


def test_the_same_edition_again_changes_nothing(store: Store, make: SimpleNamespace) -> None:
    store.put_documents([make.document()])
    again = make.document(text="other", fetched_at=make.NOON + timedelta(days=1))
    assert store.put_documents([again]) == Written(same=1)
    assert store.document("d000001") == make.document()


def test_a_newer_edition_replaces_the_older_and_keeps_first_seen(store: Store, make: SimpleNamespace) -> None:
    later = make.NOON + timedelta(days=1)
    store.put_documents([make.document()])
    newer = make.document(edition="e2", text="mended", fetched_at=later, first_seen=later, contacts=("11111111",))
    assert store.put_documents([newer]) == Written(replaced=1)
    kept = store.document("d000001")
    assert kept is not None
    assert (kept.text, kept.first_seen, kept.fetched_at) == ("mended", make.NOON, later)
    assert store.put_documents([make.document(edition="e0", fetched_at=make.NOON)]) == Written(same=1)
    assert store.editions(["d000001", "d9"]) == {"d000001": "e2"}
    assert store.documents_with_contact(["deadbeef"]) == []
    assert store.documents_with_contact(["11111111", "0badcafe"]) == ["d000001"]


def test_documents_are_found_by_any_pseudonym_in_them_or_of_their_author(store: Store, make: SimpleNamespace) -> None:
    store.put_documents([make.document(2, author="0badcafe"), make.document(1, author=None, contacts=("a", "b"))])
    assert store.documents_with_contact(["a", "b", "0badcafe", "unknown"]) == ["d000001", "d000002"]
    assert store.documents_with_contact(["0badcafe"]) == ["d000002"]


def test_editions_within_one_call_are_taken_in_order(store: Store, make: SimpleNamespace) -> None:
    put = [make.document(), make.document(edition="e2"), make.document(edition="e2"), make.document(2)]
    assert store.put_documents(put) == Written(new=2, replaced=1, same=1)
    assert store.tallies()["documents"] == 2


def test_a_call_with_one_faulty_record_writes_nothing(store: Store, make: SimpleNamespace) -> None:
    with pytest.raises(BadInput, match="d000002"):
        store.put_documents([make.document(), make.document(2, text="half \ud800")])
    with pytest.raises(BadInput, match="timezone"):
        store.put_documents([make.document(), make.document(2, fetched_at=make.NOON.replace(tzinfo=None))])
    assert store.tallies()["documents"] == 0


def test_a_withdrawn_document_leaves_evidence_but_stays_counted(store: Store, make: SimpleNamespace) -> None:
    one = make.document()
    store.put_documents([one])
    store.replace_findings([make.analysed(one, "signal:any")])
    store.set_counted([one.group_id], [make.finding(one).id])
    counts, exposure = store.counts("city"), store.exposure("city")
    assert store.withdraw([one.id, "unknown"]) == 1
    assert store.withdraw([one.id]) == 0
    assert store.evidence(EvidenceQuery()) == []
    [(gone, _)] = store.evidence(EvidenceQuery(gone_too=True))
    assert gone.withdrawn
    assert (store.counts("city"), store.exposure("city")) == (counts, exposure)
    kept = store.document(one.id)
    assert kept is not None
    assert kept.withdrawn
    assert store.tallies()["withdrawn"] == 1


def test_documents_to_be_analysed_come_by_id_while_others_write(store: Store, make: SimpleNamespace) -> None:
    store.put_documents([make.document(n) for n in (5, 3, 1, 2, 4)])
    seen = []
    for number, batch in enumerate(store.to_analyse("1.0", 2)):
        seen += [document.id for document in batch]
        store.replace_findings([make.analysed(document) for document in batch])
        if number == 0:
            store.put_documents([make.document(0), make.document(9)])
    assert seen == ["d000001", "d000002", "d000003", "d000004", "d000005", "d000009"]
    assert [d.id for batch in store.to_analyse("1.0", 9) for d in batch] == ["d000000"]


def test_every_document_comes_by_id_while_others_write(store: Store, make: SimpleNamespace) -> None:
    store.put_documents([make.document(n) for n in (5, 3, 1, 2, 4)])
    store.replace_findings([make.analysed(make.document(1), version="9.9")])
    store.withdraw(["d000002"])
    seen = []
    for number, batch in enumerate(store.every_document(2)):
        seen += [(document.id, document.withdrawn) for document in batch]
        if number == 0:
            store.put_documents([make.document(0), make.document(9)])
    assert seen == [(f"d00000{n}", n == 2) for n in (1, 2, 3, 4, 5, 9)]


def test_what_is_to_be_analysed_follows_version_edition_and_day(store: Store, make: SimpleNamespace) -> None:
    one, two = make.document(1), make.document(2, day=make.DAY - timedelta(days=9))
    undated = make.document(3, day=None)
    store.put_documents([one, two, undated])
    store.replace_findings([make.analysed(d, version="1.9") for d in (one, two, undated)])

    def waiting(version: str, since: object = None) -> list[str]:
        return [d.id[-1] for batch in store.to_analyse(version, 2, since) for d in batch]  # type: ignore[arg-type]

    assert waiting("1.9") == waiting("1.2") == []
    assert waiting("1.10") == ["1", "2", "3"]
    assert waiting("1.10", make.DAY) == ["1", "3"]
    assert waiting("1.9+other-rules") == ["1", "2", "3"]
    store.put_documents([make.document(2, edition="e2")])
    assert waiting("1.9") == ["2"]


def test_copies_share_a_folded_text_or_a_band_oldest_group_first(store: Store, make: SimpleNamespace) -> None:
    documents = [make.document(n, first_seen=make.NOON - timedelta(days=n), group_id=f"g{n}") for n in (1, 2, 3, 4)]
    sketches = [
        make.sketch(documents[0], 1, 2**64 - 1, folded="a"),
        make.sketch(documents[1], 2, 3, folded="b"),
        make.sketch(documents[2], 9, folded="a"),
        make.sketch(documents[3], 8, folded="c"),
    ]
    store.put_documents(documents, sketches)
    assert store.copies_of(["a"], [3]) == [sketches[2], sketches[1], sketches[0]]
    assert store.copies_of([], [2**64 - 1]) == [sketches[0]]
    assert store.copies_of(["z"], [7]) == []


def test_a_new_edition_brings_a_new_sketch_in_place_of_the_old(store: Store, make: SimpleNamespace) -> None:
    one, two = make.document(), make.document(edition="e2")
    store.put_documents([one], [make.sketch(one, 1, folded="a")])
    store.put_documents([two], [make.sketch(two, 2, folded="b")])
    assert store.copies_of(["a"], [1]) == []
    assert store.copies_of(["b"], []) == [make.sketch(two, 2, folded="b")]


def test_a_storm_of_equal_copies_is_one_candidate(store: Store, make: SimpleNamespace) -> None:
    storm = [make.document(n, group_id="g") for n in range(1, 60)]
    store.put_documents(storm, [make.sketch(d, 1, 2) for d in storm])
    assert store.copies_of(["folded"], [1, 2]) == [make.sketch(storm[0], 1, 2)]
