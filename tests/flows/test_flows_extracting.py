"""The documents of one page, told as they would rest."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from core.errors import BadInput, UsageError
from flows.extracting import extract_page

FIELDS = ["kind", "url", "title", "text", "author", "published_at", "date_source", "by"]
WEB = "urls: ['https://b.example/']"
CARD = "{{id: board, name: Board, kind: {kind}, {where}, status: {status}, terms: {{says: ours, fair_because: ours}}}}"


def post(number: int, name: str, text: str) -> str:
    return (
        f"<div class=post id=p{number}><span class=username>{name}</span>"
        f"<time datetime=2026-11-0{number}T08:00:00Z>x</time><div class=content><p>{text}</p></div></div>"
    )


THREAD = (
    "<html><h1>Packing place</h1>"
    + post(1, "mira_k", "Is there still work at the plant by the river?")
    + post(2, "Old Tom", "Yes, write to boss.of.plant@mail.example or ring +60 12-345 6789, he answers at night.")
    + "</html>"
)


@pytest.fixture
def told(tmp_path: Path, make_house: Any) -> Any:
    house = make_house(tmp_path / "home")

    def tell(page: str, url: str | None = None, card: Path | None = None) -> list[dict[str, Any]]:
        return list(extract_page(house, page, url, card))

    return tell


def saved(folder: Path, text: str = THREAD, name: str = "page.html") -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return str(folder / name)


def card(folder: Path, kind: str = "forum", where: str = WEB, status: str = "active") -> Path:
    (folder / "board.yml").write_text(CARD.format(kind=kind, where=where, status=status), encoding="utf-8")
    return folder / "board.yml"


def test_every_document_is_told_with_these_fields_and_without_contacts_or_names(told, tmp_path):
    first, second = told(saved(tmp_path), "https://b.example/u/mira_k/t/9?page=2&sid=77")
    assert [list(one) for one in (first, second)] == [FIELDS, FIELDS]
    assert (first["kind"], second["kind"], first["title"]) == ("post", "reply", "Packing place")
    assert first["url"] == "b.example/u/[HANDLE]/t/9?page=2"
    assert "[EMAIL:" in second["text"]
    assert "[PHONE:" in second["text"]
    assert "boss.of.plant" not in str(second)
    assert "Old Tom" not in str(second)
    assert first["author"] != second["author"]
    assert (first["published_at"], first["date_source"]) == ("2026-11-01T08:00:00+00:00", "records")


def test_a_page_may_come_by_standard_input(told, monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(THREAD.encode("utf-16"))))
    assert [one["url"] for one in told("-", "https://b.example/t/9")] == ["b.example/t/9"] * 2


@pytest.mark.parametrize(
    ("page", "url", "error", "words"),
    [
        ("nowhere.html", None, UsageError, r"nowhere\.html: no such file, and no address"),
        ("https://b.example/", "https://b.example/", UsageError, "has its address already"),
        ("https://10.0.0.1/t/9", None, UsageError, "private address"),
    ],
)
def test_what_is_no_page_is_told_by_its_name(told, page, url, error, words):
    with pytest.raises(error, match=words):
        told(page, url)


def test_a_page_without_documents_and_one_that_is_no_text_are_told_why(told, tmp_path):
    with pytest.raises(BadInput, match=r"page\.html: no post was found"):
        told(saved(tmp_path, "<html><p>Log in</p></html>"))
    (tmp_path / "cut.html.gz").write_bytes(b"\x1f\x8bnonsense")
    with pytest.raises(BadInput, match=r"cut\.html\.gz: it is badly packed"):
        told(str(tmp_path / "cut.html.gz"))


def test_a_paused_source_is_not_asked_and_a_table_has_no_pages(told, tmp_path):
    with pytest.raises(UsageError, match="'board' is paused: nothing of it is fetched"):
        told("https://b.example/t/9", None, card(tmp_path, status="paused"))
    with pytest.raises(UsageError, match="kind 'table' has no pages"):
        told(saved(tmp_path), None, card(tmp_path, kind="table", where="paths: [rows.csv]"))
