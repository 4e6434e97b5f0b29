"""Rows of the pages: what a reader would take for a figure is one."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from core.ids import content_id
from core.records import DeadLetter, Gap
from core.settings import load_settings
from dashboard import house
from dashboard.access import Visitor
from dashboard.frame import Frame
from dashboard.look.palette import LIGHT
from dashboard.names import Names
from dashboard.queries.evidence import search
from dashboard.queries.sources import MOST_LETTERS, sources
from dashboard.views.exports import cell
from dashboard.views.needs import gap_table
from dashboard.views.posts import about, host
from privacy.addresses import shown
from stores import open_store
from stores.base import EvidenceQuery, Store

WEEK = date(2026, 11, 9)


def test_no_ratio_is_told_where_no_service_is_known(store: Store, names: Names, invented_home: Path) -> None:
    house.configure(load_settings({"home": invented_home}))
    frame = Frame(store, names, LIGHT, Visitor("siti@x", "analyst"))
    bare = Gap("S_SHELTER", "country", "ID", WEEK, 5, 0, 10.0, 3.94, 21.0)
    assert "10.0" not in gap_table(frame, (bare,))
    # The record divides by half a service more, so that it can sort: five posts a service are told as five.
    reckoned = replace(bare, services=1, ratio=5 / 1.5, low=1.97 / 1.5, high=10.51 / 1.5)
    assert "5.0 (2.0–10.5)" in gap_table(frame, (reckoned,))


def test_a_post_tells_its_source_where_its_host_is_a_bare_number(store: Store) -> None:
    post = search(store, EvidenceQuery(signal_only=True), 0).posts[0]

    def at(shown_url: str) -> str:
        return about(replace(post, document=replace(post.document, shown_url=shown_url)))[0]

    assert at("https://lapak.example/ads/9") == "lapak.example"
    assert at("http://127.0.0.1:8000/ads/9") == at(shown("rows.csv")) == post.document.source
    assert host(shown("rows.csv")) == ""


def test_a_score_is_called_so(store: Store) -> None:
    post = search(store, EvidenceQuery(signal_only=True), 0).posts[0]
    assert "score 0.25" in about(replace(post, reading=replace(post.reading, probability=0.25)))


def test_a_source_tells_of_all_its_dead_letters(own_home: Path) -> None:
    at = datetime(2026, 11, 15, tzinfo=UTC)
    with closing(open_store("sqlite", own_home)) as store:
        letters = [
            DeadLetter(content_id("letter", str(n)), "lokasi", "read", "", f"row {n}", at)
            for n in range(MOST_LETTERS + 200)
        ]
        store.put_dead_letters(letters)
        [row] = [row for row in sources(store, at.date()) if row.source == "lokasi"]
        assert row.letters == len(letters) + 1


def test_a_cell_that_a_spreadsheet_would_run_is_quoted_and_a_number_stays_one() -> None:
    assert [cell(value) for value in ("=1+1", " @x", "\tx", "plain", -3)] == ["'=1+1", "' @x", "'\tx", "plain", "-3"]
