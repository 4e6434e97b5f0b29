"""The contract, findings: versions, groups to count, and what stays counted when."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace

import pytest

from core.errors import BadInput
from stores.base import Store, Written


def groups(store: Store) -> list[str]:
    return [group for batch in store.groups_to_count(1) for group in batch]


def test_findings_are_put_and_removed_in_one_act(store: Store, make: SimpleNamespace) -> None:
    one = make.document()
    store.put_documents([one])
    first = make.analysed(one, "signal:any", "venue:V_FARM")
    assert store.replace_findings([first]) == Written(new=1)
    assert store.reading(one.id) == first.reading
    assert store.findings(one.id) == sorted(first.findings, key=lambda f: f.id)
    second = make.analysed(one, "venue:V_FARM", "need:S_SHELTER", version="1.1")
    assert store.replace_findings([second]) == Written(replaced=1)
    assert {f.topic for f in store.findings(one.id)} == {"venue:V_FARM", "need:S_SHELTER"}
    assert store.tallies()["findings"] == 2


def test_an_older_version_changes_nothing_and_numbers_count_not_digits(store: Store, make: SimpleNamespace) -> None:
    one = make.document()
    store.replace_findings([make.analysed(one, "signal:any", version="1.10")])
    assert store.replace_findings([make.analysed(one, version="1.9")]) == Written(same=1)
    assert len(store.findings(one.id)) == 1
    assert store.replace_findings([make.analysed(one, version="1.10.1")]) == Written(replaced=1)
    assert store.findings(one.id) == []
    with pytest.raises(BadInput, match="dotted numbers"):
        store.replace_findings([make.analysed(one, version="new")])


def test_the_same_analysis_again_changes_nothing_not_even_what_is_counted(store: Store, make: SimpleNamespace) -> None:
    one = make.document()
    put = make.analysed(one, "signal:any")
    store.replace_findings([put])
    assert groups(store) == [one.group_id]
    store.set_counted([one.group_id], [put.findings[0].id])
    assert groups(store) == []
    assert store.replace_findings([put]) == Written(same=1)
    assert groups(store) == []
    assert [f.counted for f in store.findings(one.id)] == [True]
    assert [c.groups for c in store.counts("city")] == [1]


def test_what_was_counted_stays_so_until_its_group_is_counted_anew(store: Store, make: SimpleNamespace) -> None:
    one = make.document()
    put = make.analysed(one, "signal:any")
    store.replace_findings([put])
    store.set_counted([one.group_id], [put.findings[0].id])
    store.replace_findings([make.analysed(one, "signal:any", version="1.1", city_id="other")])
    assert [(c.place_id, c.groups) for c in store.counts("city")] == [("other", 1)]
    assert groups(store) == [one.group_id]
    store.replace_findings([make.analysed(one, "signal:any", version="1.2", countable=False)])
    assert store.counts("city") == []


def test_set_counted_marks_exactly_the_given_ones_of_these_groups(store: Store, make: SimpleNamespace) -> None:
    a, b, c = (make.document(n, group_id="g" if n < 3 else "h") for n in (1, 2, 3))
    store.replace_findings([make.analysed(d, "signal:any") for d in (a, b, c)])
    ids = [make.finding(d).id for d in (a, b, c)]
    store.set_counted(["g"], [ids[0], ids[2], "unknown"])
    assert [f.counted for f in store.findings_of_groups(["g", "h"])] == [True, False, False]
    assert groups(store) == ["h"]
    store.set_counted(["g"], [ids[1]])
    assert [f.document_id for f in store.findings_of_groups(["h", "g"]) if f.counted] == [b.id]


def test_groups_to_count_hold_while_they_are_counted(store: Store, make: SimpleNamespace) -> None:
    store.replace_findings([make.analysed(make.document(n), "signal:any") for n in range(7)])
    seen = []
    for batch in store.groups_to_count(2):
        seen += batch
        store.set_counted(batch, [])
    assert seen == [f"g{n:06}" for n in range(7)]


def test_a_document_that_moves_to_another_group_leaves_both_to_be_counted(store: Store, make: SimpleNamespace) -> None:
    one = make.document()
    store.replace_findings([make.analysed(one, "signal:any")])
    store.set_counted([one.group_id], [make.finding(one).id])
    moved = make.analysed(replace(one, group_id="older"), "signal:any", version="1.1")
    store.replace_findings([moved])
    assert groups(store) == [one.group_id, "older"]
    assert store.counts("city") == []


def test_an_analysis_that_contradicts_itself_is_refused_whole(store: Store, make: SimpleNamespace) -> None:
    one, two = make.document(), make.document(2)
    good = make.analysed(one, "signal:any")
    for bad in (
        replace(good, reading=make.reading(two)),
        replace(good, findings=(make.finding(two),)),
        replace(good, findings=good.findings * 2),
    ):
        with pytest.raises(BadInput, match=one.id):
            store.replace_findings([make.analysed(two), bad])
    assert store.tallies()["readings"] == 0


def test_the_same_document_twice_in_one_call_ends_as_the_later_one(store: Store, make: SimpleNamespace) -> None:
    one = make.document()
    put = [make.analysed(one, "signal:any"), make.analysed(one, "venue:V_FARM", version="2.0"), make.analysed(one)]
    assert store.replace_findings(put) == Written(new=1, replaced=1, same=1)
    assert [f.topic for f in store.findings(one.id)] == ["venue:V_FARM"]


def test_findings_behind_a_series_are_all_those_of_the_documents_it_counted(
    store: Store, make: SimpleNamespace
) -> None:
    a, b = make.document(1), make.document(2, day=make.DAY + timedelta(days=1))
    elsewhere = make.document(3)
    store.replace_findings([make.analysed(d, "signal:any", "venue:V_FARM") for d in (a, b)])
    store.replace_findings([make.analysed(elsewhere, "signal:any", city_id="2")])
    store.set_counted([d.group_id for d in (a, b, elsewhere)], [make.finding(d).id for d in (a, b, elsewhere)])

    def behind(topic: str, since: int, until: int) -> list[tuple[str, str]]:
        days = (make.DAY + timedelta(days=since), make.DAY + timedelta(days=until))
        return [(f.document_id, f.topic) for f in store.findings_behind("posts", topic, "city", "1735161", *days)]

    assert sorted(behind("signal:any", 0, 0)) == [(a.id, "signal:any"), (a.id, "venue:V_FARM")]
    assert len(behind("signal:any", 0, 1)) == 4
    assert behind("venue:V_FARM", 0, 1) == behind("signal:any", 2, 9) == []


def test_findings_counted_are_those_of_the_places_asked_for_and_as_many_as_the_sums_say(
    store: Store, make: SimpleNamespace
) -> None:
    documents = [make.document(n, day=make.DAY + timedelta(days=n % 2)) for n in range(1, 6)]
    a, b, elsewhere, nowhere, uncounted = documents
    store.replace_findings([make.analysed(d, "signal:any", "venue:V_FARM") for d in (a, b, uncounted)])
    store.replace_findings([make.analysed(elsewhere, "signal:any", city_id="2")])
    store.replace_findings([make.analysed(nowhere, "signal:any", city_id=None)])
    chosen = [d for d in documents if d is not uncounted]
    store.set_counted([d.group_id for d in documents], [make.finding(d).id for d in chosen])

    def counted(places: list[str] | None, since: int = 0) -> list[str]:
        days = (make.DAY + timedelta(days=since), make.DAY + timedelta(days=1))
        return [f.document_id for f in store.findings_counted("posts", "signal:any", "city", places, *days)]

    assert counted(["1735161"]) == [a.id, b.id]
    assert counted(["1735161", "2"]) == counted(None) == [a.id, b.id, elsewhere.id]
    assert counted(None, since=1) == [a.id, elsewhere.id]
    assert counted([]) == []
    assert store.groups_by_topic("city", stream="posts") == {"signal:any": len(counted(None))}
