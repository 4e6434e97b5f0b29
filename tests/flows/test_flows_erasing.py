"""Erasure from the command line: a contact typed by its owner takes the documents with it, and is kept nowhere."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from core.cards import Source, Terms
from core.records import Parcel, Posting
from flows import erasing, steps
from flows.documents import keep_postings
from privacy.erase import by_contact, by_url

PHONE = "012-345 6789"
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
CARD = Source(
    id="board-one", name="One", kind="forum", urls=("http://a.example/",), terms=Terms(says="x", fair_because="y")
)
POSTING = Posting("board-one", "http://a.example/0", "post", "", "", NOW, published_at=NOW, date_source="time")


@pytest.fixture
def home(make_house: Any, tmp_path: Path) -> Path:
    house = make_house(tmp_path / "home")
    texts = [f"Call {PHONE} for work", f"whatsapp {PHONE} today", "call 019-876 5432 for a room"]
    postings = [replace(POSTING, url=f"http://a.example/{n}", text=text) for n, text in enumerate(texts)]
    keep_postings(house, [(one, CARD) for one in postings])
    house.store.close()
    return tmp_path / "home"


def erase(home: Path, typed: str, *words: str) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).parent / "honeyguide"
    return subprocess.run(
        [program, "erase", "--home", home, *words], input=f"{typed}\n", capture_output=True, text=True, check=False
    )


def kept(make_house: Any, home: Path) -> int:
    store = make_house(home).store
    documents: int = store.tallies()["documents"]
    store.close()
    return documents


def test_a_contact_is_previewed_then_erased_with_a_receipt_and_kept_nowhere(make_house: Any, home: Path) -> None:
    assert "2 documents would be erased" in erase(home, PHONE).stdout
    assert kept(make_house, home) == 3
    done = erase(home, "+60 12 345 6789", "--yes")
    assert done.returncode == 0, done.stderr
    assert "2 documents were erased" in done.stdout
    assert kept(make_house, home) == 1
    [entry] = [one for one in make_house(home).store.audit() if one.verb == "erase"]
    assert entry.subject.removeprefix("erasure:") in done.stdout
    assert "345" not in f"{entry.subject.partition(':')[0]} {entry.detail}"
    everything = b"".join(Path(folder, name).read_bytes() for folder, _, names in os.walk(home) for name in names)
    assert b"345 6789" not in everything
    assert b"60123456789" not in everything


def test_what_waits_unread_does_not_come_to_rest_after_the_erasure(make_house: Any, home: Path) -> None:
    house = make_house(home)
    house.__dict__["sources"] = {CARD.id: (home / "one.yml", CARD)}
    page = f"<article><h1>Room</h1><p>A room in Klang for two, ask at {PHONE} in the evening.</p></article>"
    house.inbox.put([Parcel("p", CARD.id, "http://a.example/9", NOW, "text/html", page.encode())])
    assert erasing.erase(house, by_contact(PHONE, house.vault, country="MY")).documents == 3
    assert house.inbox.size() == 0
    assert house.store.tallies()["documents"] == 1
    house.store.close()


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("https://a.example/t/1#p2", {"b"}),
        ("http://A.example/t/1?utm_source=x#p3", {"c"}),
        ("HTTP://a.example/t/1", {"a"}),
        ("http://a.example/t/2", set()),
        ("http://a.example/1", {"1"}),
    ],
)
def test_a_post_is_found_by_its_address_also_where_a_page_holds_many(
    make_house: Any, home: Path, typed: str, taken: set[str]
) -> None:
    house = make_house(home)
    thread = [("", "a"), ("#p2", "b"), ("#p3", "c")]
    posts = [replace(POSTING, url=f"http://a.example/t/1{at}", native_id=f"n-{text}", text=text) for at, text in thread]
    keep_postings(house, [(one, CARD) for one in posts])
    found = house.store.documents(erasing.found(house, by_url(typed, [CARD.id], house.vault)))
    assert {document.text if len(document.text) == 1 else "1" for document in found} == taken
    house.store.close()


def test_findings_left_of_a_forgotten_document_are_found_by_its_address(make_house: Any, home: Path) -> None:
    house = make_house(home)
    steps.analyse(house)
    day = NOW.date() + timedelta(days=1)
    house.store.forget(day, day - timedelta(days=9))
    wanted = by_url("http://a.example/1", [CARD.id], house.vault)
    assert house.store.tallies()["documents"] == 0
    [left] = erasing.found(house, wanted)
    assert house.store.reading(left) is not None
    erasing.erase(house, wanted)
    assert house.store.reading(left) is None
    house.store.close()


def test_what_is_no_contact_is_refused_in_one_sentence(home: Path) -> None:
    told = erase(home, "two words", "--yes")
    assert told.returncode != 0
    assert "No single telephone number" in told.stderr


def test_a_second_line_is_not_passed_over_in_silence(home: Path) -> None:
    done = erase(home, f"019-876 5432\n{PHONE}", "--yes")
    assert done.returncode == 2
    assert "2 lines were given, and nothing was erased. Give one contact at a time." in done.stderr
    assert "3 documents" not in done.stdout
