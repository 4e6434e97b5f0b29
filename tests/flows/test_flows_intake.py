"""What the store refuses is a dead letter, and what waits for a store that is away keeps waiting."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from core.cards import Source, Terms
from core.errors import BadInput, StoreAway, UsageError
from core.records import Parcel, Posting
from crawlers.extract.postings import Extracted
from flows import collecting, steps
from flows.watching import Watch
from privacy.vault import Vault

CARD = Source(
    id="board-one", name="One", kind="forum", urls=("http://a.example/",), terms=Terms(says="x", fair_because="y")
)
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
POSTING = Posting(
    source="board-one",
    url="http://a.example/0",
    kind="post",
    title="",
    text="",
    fetched_at=NOW,
    published_at=NOW,
    date_source="time",
)
PARCEL = Parcel("p", "board-one", "http://a.example/thread", NOW, "text/html", b"")


class Refusing:
    """A store that refuses documents with a certain word, whole call by whole call, as a server does."""

    def __init__(self, store: Any) -> None:
        self._store = store

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def put_documents(self, documents: Any, sketches: Any = ()) -> Any:
        if any("poison" in document.text for document in documents):
            raise BadInput("the mapping refuses the field 'text'")
        return self._store.put_documents(documents, sketches)


class Away(Refusing):
    """A store that does not answer."""

    def put_documents(self, *_: Any) -> Any:
        raise StoreAway("no answer")


@pytest.fixture
def house(make_house: Any, tmp_path: Path) -> Any:
    house = make_house(tmp_path / "home")
    house.__dict__["sources"] = {CARD.id: (tmp_path / "one.yml", CARD)}
    return house


@pytest.mark.parametrize("poisoned", [(3,), (0, 10), (), tuple(range(11))])
def test_what_the_store_refuses_is_a_dead_letter_and_the_rest_rests(house: Any, monkeypatch, poisoned) -> None:
    brought = [
        replace(POSTING, url=f"http://a.example/{n}", native_id=str(n), text=f"post {n} {'poison' * (n in poisoned)}")
        for n in range(11)
    ]
    monkeypatch.setattr(collecting.extract, "postings", lambda *_: Extracted(tuple(brought), ()))
    store = house.store
    house.__dict__["store"] = Refusing(store)
    outcome = collecting.unpack(house, [PARCEL], Watch())
    assert store.tallies()["documents"] == 11 - len(poisoned)
    letters = store.dead_letters()
    assert outcome.letters == len(letters) == len(poisoned)
    assert {one.shown_url.rpartition("/")[2] for one in letters} == {str(n) for n in poisoned}
    assert all("the mapping refuses the field 'text'" in one.reason for one in letters)


def test_nothing_leaves_the_inbox_while_the_store_is_away(house: Any, monkeypatch) -> None:
    monkeypatch.setattr(collecting.extract, "postings", lambda *_: Extracted((replace(POSTING, text="words"),), ()))
    house.inbox.put([PARCEL])
    store = house.store
    house.__dict__["store"] = Away(store)
    with pytest.raises(StoreAway):
        steps.read(house)
    assert house.inbox.size() == 1
    house.__dict__["store"] = store
    assert steps.read(house).done == 1
    assert (house.inbox.size(), house.store.tallies()["documents"]) == (0, 1)


def test_a_parcel_that_cannot_be_opened_is_a_dead_letter_and_is_tried_again(house: Any, monkeypatch) -> None:
    monkeypatch.setattr(
        collecting.extract, "postings", lambda parcel, _: Extracted((replace(POSTING, native_id=parcel.id),), ())
    )
    house.inbox.put([replace(PARCEL, id=name) for name in ("first", "damaged", "number", "foreign", "hollow", "last")])
    seal = house.vault.seal
    with sqlite3.connect(house.crawl_state / "inbox.db") as db:
        good = db.execute("SELECT sealed FROM parcel WHERE id = 'damaged'").fetchone()[0]
        for name, sealed in {
            "damaged": good[:40] + b"#" + good[41:],
            "number": 5,
            "foreign": Vault.throwaway().seal(b"words"),
            "hollow": seal(b"[]"),
        }.items():
            db.execute("UPDATE parcel SET sealed = ? WHERE id = ?", (sealed, name))
    outcome = steps.read(house)
    assert (outcome.done, outcome.letters, house.store.tallies()["documents"]) == (2, 4, 2)
    letters = house.store.dead_letters()
    assert {one.reason.split()[1] for one in letters} == {"damaged:", "number:", "foreign:", "hollow:"}
    assert {(one.source, one.stage) for one in letters} == {("board-one", "read")}
    assert house.inbox.size() == 4
    with sqlite3.connect(house.crawl_state / "inbox.db") as db:
        db.execute("UPDATE parcel SET sealed = ? WHERE id = 'damaged'", (good,))
    assert (steps.read(house).letters, house.inbox.size()) == (3, 3)
    assert (house.store.tallies()["documents"], len(house.store.dead_letters())) == (3, 4)


def test_a_parcel_that_cannot_be_opened_is_given_up_only_when_told_to(house: Any) -> None:
    house.inbox.put([replace(PARCEL, id="damaged"), replace(PARCEL, id="sound")])
    with sqlite3.connect(house.crawl_state / "inbox.db") as db:
        db.execute("UPDATE parcel SET sealed = ? WHERE id = 'damaged'", (b"#",))
    for wrong, said in {"sound": "can be opened", "gone": "holds no parcel 'gone'"}.items():
        with pytest.raises(UsageError, match=said):
            collecting.give_up(house, wrong)
    assert (house.inbox.size(), list(house.store.audit())) == (2, [])
    collecting.give_up(house, "damaged")
    assert house.inbox.size() == 1
    assert [(entry.verb, entry.subject) for entry in house.store.audit()] == [("give up", "parcel:damaged")]


def test_the_state_says_what_waits_while_the_store_is_away(house: Any) -> None:
    house.inbox.put([PARCEL])
    address = "https://127.0.0.1:9/"  # nobody listens there
    done = subprocess.run(
        [
            *(Path(sys.executable).parent / "honeyguide", "status", "--json", "--home", house.home),
            *("--set", f"store={address}"),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 4, done.stderr
    state = json.loads(done.stdout)
    assert state["waiting_in_inbox"] == 1
    assert "127.0.0.1:9" in state["store_away"]
