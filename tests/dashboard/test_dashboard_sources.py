"""The page Sources with hundreds of them: found by name, narrowed, turned by pages, all of it in the address."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from dashboard_apps import Shown
from dashboard_visits import NEEDS_CHROMIUM, Visit, served

from core.records import CrawlReport
from dashboard.look.palette import palette
from dashboard.queries.reading import SourceDays, WhatWasRead
from dashboard.views import reading
from stores import open_store
from stores.base import Store

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MANY = 200


def visited(store: Store) -> None:
    """Two hundred sources more, each visited once; every twentieth raised an alarm."""
    at = datetime(2026, 11, 15, 12, tzinfo=UTC)
    for n in range(MANY):
        alarms = ("zero documents",) if n % 20 == 0 else ()
        store.put_report(CrawlReport(f"many{n}", f"board-{n:03}", at, at, 3, 2, 1, {}, True, alarms))


@pytest.fixture
def crowded(own_home: Path) -> Path:
    store = open_store("sqlite", own_home)
    visited(store)
    store.close()
    return own_home


def names_of(shown: Shown) -> list[str]:
    return re.findall(r'role="rowheader"[^>]*><b>([^<]+)</b>', shown.text)


@pytest.mark.usefixtures("crowded")
def test_two_hundred_sources_stand_on_pages_of_fifty_with_the_troubled_first(open_page: Callable[..., Shown]) -> None:
    shown = open_page("sources")
    assert len(names_of(shown)) == 50
    assert set(names_of(shown)[:11]) == {"forum-pekerja"} | {f"board-{n:03}" for n in range(0, MANY, 20)}
    assert "1 to 50 of 205; those that want attention stand first." in shown.text
    shown.press("next")
    assert "51 to 100 of 205" in shown.text
    assert shown.app.query_params["page"] == "2"
    last = open_page("sources", page="5")
    assert "201 to 205 of 205" in last.text
    assert last.app.button(key="next").disabled
    for beyond in ("99", "0", "x", "-1", "9" * 400):
        assert "of 205" in open_page("sources", page=beyond).text


@pytest.mark.usefixtures("crowded")
def test_they_are_found_by_name_and_by_what_they_want_and_the_file_holds_all(open_page: Callable[..., Shown]) -> None:
    assert names_of(open_page("sources", find="BOARD-07")) == [f"board-{n:03}" for n in range(70, 80)]
    troubled = open_page("sources", attention="true")
    assert len(names_of(troubled)) == 11
    assert "of 205" not in troubled.text
    assert "No source answers to this." in open_page("sources", find="nowhere").text
    page = open_page("sources", page="3")
    page.app.text_input(key="find").set_value("board-1").run()
    assert "page" not in page.app.query_params  # another search begins at its first page
    assert page.app.query_params["find"] == "board-1"
    assert "1 to 50 of 100" in page.text


def test_few_sources_stand_all_on_one_page_without_a_filter(open_page: Callable[..., Shown]) -> None:
    shown = open_page("sources")
    assert len(names_of(shown)) == 5
    assert not shown.app.text_input
    assert not shown.app.toggle


def test_silent_sources_without_room_are_not_said_to_be_read_as_usual(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(reading, "st", SimpleNamespace(html=drawn.append))
    monkeypatch.setattr(reading, "head", drawn.append)
    day = date(2026, 11, 15)
    rows = tuple(SourceDays(f"b{n}", (0,), 5.0, day if n < 20 else None) for n in range(30))
    reading.draw_reading(WhatWasRead((day,), rows), palette("light"))
    assert "16 further sources, 6 of them silent" in drawn[-1]


@NEEDS_CHROMIUM
@pytest.mark.full
def test_reload_and_back_lead_where_one_was(browser: Browser, crowded: Path) -> None:
    from playwright.sync_api import expect

    with served(crowded) as address:
        visit = Visit(browser.new_page(), address).open("/sources").whole()
        page = visit.page
        page.set_default_timeout(25_000)
        page.get_by_label("Find a source").fill("board-1")
        page.keyboard.press("Enter")
        page.get_by_text("1 to 50 of 100").wait_for()
        visit.whole()
        page.get_by_role("button", name="Next").click()
        page.get_by_text("51 to 100 of 100").wait_for()
        page.wait_for_url(re.compile("page=2"))
        page.reload()
        page.get_by_text("51 to 100 of 100").wait_for()
        expect(page.get_by_label("Find a source")).to_have_value("board-1")
        visit.whole()
        page.go_back()
        page.get_by_text("1 to 50 of 100").wait_for()
        page.go_back()
        page.get_by_text("1 to 50 of 205").wait_for()
        page.context.close()
