"""The contract, evidence: words, filters, order, pages, and what may not be found."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from stores.base import EvidenceQuery, Store


def found(store: Store, text: str = "", **asked: Any) -> list[str]:
    return [document.id[-1] for document, _ in store.evidence(EvidenceQuery(text=text, **asked))]


@pytest.fixture
def shelf(store: Store, make: SimpleNamespace) -> Store:
    """Three analysed documents: 1 of today, 2 of yesterday elsewhere and urgent, 3 undated news."""
    one = make.document(1)
    two = make.document(2, day=make.DAY - timedelta(days=1), source="forum", text="Farm hands; passport held back.")
    three = make.document(3, day=None, title="PICKERS of fruit", text="说明 no papers")
    store.put_documents([one, two, three])
    quiet = {"signal": False, "urgent": True, "city_id": "2"}
    store.replace_findings(
        [
            make.analysed(one, "signal:any", "venue:V_FARM"),
            make.analysed(two, "need:S_SHELTER", read=quiet),
            make.analysed(three, stream="news", read={"signal": None}),
        ]
    )
    return store


def test_evidence_comes_newest_day_first_undated_last(shelf: Store, make: SimpleNamespace) -> None:
    assert found(shelf) == ["1", "2", "3"]
    [(document, reading), *_] = shelf.evidence(EvidenceQuery())
    assert document == make.document(1)
    assert reading == make.reading(make.document(1))


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ({"topic": "venue:V_FARM"}, ["1"]),
        ({"topic": "venue:V_MINE"}, []),
        ({"stream": "news"}, ["3"]),
        ({"source": "forum"}, ["2"]),
        ({"signal_only": True}, ["1"]),
        ({"urgent_only": True}, ["2"]),
        ({"level": "city", "place_id": "2"}, ["2"]),
        ({"level": "country", "place_id": "MY"}, ["1", "2", "3"]),
        ({"level": "h3", "place_id": "8565232bfffffff", "signal_only": True}, ["1"]),
        ({"limit": 1, "offset": 1}, ["2"]),
        ({"limit": 0}, []),
    ],
)
def test_evidence_is_filtered_by_every_field(shelf: Store, asked: dict[str, Any], ids: list[str]) -> None:
    assert found(shelf, **asked) == ids


def test_evidence_between_days_leaves_the_undated_out(shelf: Store, make: SimpleNamespace) -> None:
    assert found(shelf, until=make.DAY) == ["1", "2"]
    assert found(shelf, since=make.DAY) == ["1"]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("passport", ["1", "2"]),
        ("PASSPORT kept", ["1"]),
        ("pickers", ["1", "3"]),
        ("zurich cafe", ["1"]),
        ('"passport held"', ["2"]),
        ('"held passport"', []),
        ("pick*", ["1", "3"]),
        ("pick", []),
        ("说明", ["3"]),
        ("passport AND NOT (held OR", []),
        ('passport" held -x:', []),
        ("!!! ???", []),
        ("   ", ["1", "2", "3"]),
    ],
)
def test_all_words_of_a_search_must_stand_there_and_nothing_in_it_is_a_command(
    shelf: Store, text: str, ids: list[str]
) -> None:
    assert found(shelf, text) == ids


@pytest.mark.parametrize("text", ["passport", "PASSPORT kept", '"passport held"', "pick*", "pick* zurich", "nowhere"])
def test_words_that_many_documents_hold_are_found_as_those_of_few(
    shelf: Store, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    few = found(shelf, text, until=None)
    monkeypatch.setattr("stores.sqlite.evidence.FEW", 1)  # from now on one document is many
    assert found(shelf, text) == few


@pytest.mark.parametrize("text", ["deadbeef", "[PHONE:deadbeef]", "PHONE", "PERSON", "[PERSON]", "dead*", "0badcafe"])
def test_replacement_tokens_and_pseudonyms_are_not_searchable(shelf: Store, text: str) -> None:
    assert found(shelf, text) == []


def test_words_of_a_replaced_edition_are_found_no_more(shelf: Store, make: SimpleNamespace) -> None:
    two = make.document(2, edition="e2", text="Mended text", fetched_at=make.NOON + timedelta(days=1))
    shelf.put_documents([two])
    assert found(shelf, "passport") == ["1"]
    assert found(shelf, "mended") == []  # not analysed yet: its reading speaks of the edition before
    shelf.replace_findings([make.analysed(two)])
    assert found(shelf, "mended") == ["2"]
