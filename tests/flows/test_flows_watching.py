"""A source that changes shape or grows old is told by name; a post that is gone from its site is withdrawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from core.cards import Source, Terms
from core.records import Parcel, Posting
from crawlers.extract.postings import Extracted
from flows import collecting
from flows.watching import Watch

CARD = Source(
    id="board-one", name="One", kind="forum", urls=("http://a.example/",), terms=Terms(says="x", fair_because="y")
)
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def posting(number: int, **changes: Any) -> Posting:
    made = Posting(
        source="board-one",
        url=f"http://a.example/{number}",
        kind="post",
        title="",
        text=f"words {number}",
        fetched_at=NOW,
        native_id=str(number),
        author=f"writer{number}",
        published_at=NOW,
        date_source="time",
    )
    return replace(made, **changes)


def house_with_card(make_house: Any, tmp_path: Path) -> Any:
    house = make_house(tmp_path / "home")
    house.__dict__["sources"] = {CARD.id: (tmp_path / "one.yml", CARD)}
    return house


def watched(house: Any, postings: list[Posting]) -> list[str]:
    watch = Watch()
    watch.note([(one, CARD) for one in postings])
    return list(watch.alarms(house))


def test_a_field_that_was_usual_and_is_gone_is_named(make_house: Any, tmp_path: Path) -> None:
    house = house_with_card(make_house, tmp_path)
    assert watched(house, [posting(n) for n in range(20)]) == []
    [alarm] = watched(house, [posting(n, author=None) for n in range(20)])
    assert alarm.startswith("board-one: changed shape: 'author' stood on 100% of the documents and now on 0%")


def test_a_newest_document_that_grows_old_is_told_even_when_nothing_comes(make_house: Any, tmp_path: Path) -> None:
    house = house_with_card(make_house, tmp_path)
    old = datetime(2026, 10, 30, tzinfo=UTC)
    [first] = watched(house, [posting(n, published_at=old) for n in range(3)])
    assert "stale: its newest document is of 2026-10-30, 24 days ago" in first
    assert watched(house, []) == [first]


def test_an_edited_post_replaces_its_older_edition(make_house: Any, tmp_path: Path, monkeypatch: Any) -> None:
    house = house_with_card(make_house, tmp_path)
    parcel = Parcel("p", "board-one", "http://a.example/", NOW, "text/html", b"")
    for text in ("Two cooks wanted.", "Two cooks and a driver wanted."):
        monkeypatch.setattr(collecting.extract, "postings", lambda *_, now=text: Extracted((posting(1, text=now),)))
        outcome = collecting.unpack(house, [parcel], Watch())
    assert (outcome.found["new"], outcome.found["newer editions"]) == (0, 1)
    [resting] = [doc for batch in house.store.to_analyse("1", 10) for doc in batch]
    assert resting.text == "Two cooks and a driver wanted."


def test_a_post_gone_from_its_site_is_withdrawn_and_its_count_stays(
    make_house: Any, tmp_path: Path, monkeypatch: Any
) -> None:
    house = house_with_card(make_house, tmp_path)
    parcel = Parcel("p", "board-one", "http://a.example/", NOW, "text/html", b"")
    monkeypatch.setattr(collecting.extract, "postings", lambda *_: Extracted((posting(1), posting(2)), ()))
    collecting.unpack(house, [parcel], Watch())
    ids = [doc.id for batch in house.store.to_analyse("1", 10) for doc in batch]
    monkeypatch.setattr(collecting.extract, "postings", lambda *_: Extracted((), (), (ids[0],)))
    outcome = collecting.unpack(house, [parcel], Watch())
    assert outcome.found["withdrawn"] == 1
    withdrawn = {id_: house.store.document(id_).withdrawn for id_ in ids}
    assert withdrawn == {ids[0]: True, ids[1]: False}
    assert house.store.tallies()["documents"] == 2
    assert date(2026, 11, 22) == house.store.document(ids[1]).day
