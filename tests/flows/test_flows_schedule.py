"""A site is visited as seldom as its card says, and what is not visited is told."""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest import mock

import pytest

from core.cards import Source, Terms
from core.errors import CardError, UsageError
from core.records import CrawlReport
from flows import collecting, schedule, steps
from flows.outcome import Outcome
from flows.prefecture import quieten

TERMS = Terms(says="x", fair_because="y")


def card(id_: str, how_often: str, **given: Any) -> Source:
    where = {"kind": "forum", "urls": ("http://a.example/",)} | given
    return Source.model_validate({"id": id_, "name": id_, "terms": TERMS, "schedule": how_often, **where})


@pytest.fixture
def turn(make_house: Any, tmp_path: Path) -> Callable[..., tuple[list[str], Outcome]]:
    """The ids whose turn it is so long after a visit to each that brought `pages` and was `finished`."""
    house = make_house(tmp_path / "home")

    def turn(after: timedelta, *cards: Source, pages: int = 3, finished: bool = True) -> tuple[list[str], Outcome]:
        at = house.clock() - after
        house.store.put_report(CrawlReport(str((after, pages, finished)), "site", at, at, pages, 0, 0, {}, finished))
        now, outcome = schedule.due(house, [(tmp_path / one.id, one) for one in cards])
        return [one.id for _, one in now], outcome

    return turn


@pytest.mark.parametrize(
    ("how_often", "hours", "visited"),
    [
        *(("hourly", 0, True), ("daily", 1, True), ("never", 9999, False)),
        *(("weekly", 24, False), ("weekly", 6 * 24 + 11, False), ("weekly", 6 * 24 + 13, True)),
        *(("monthly", 27 * 24, False), ("monthly", 28 * 24, True)),
        ("weekly", -24, True),  # the clock was ahead at the last visit
    ],
)
def test_a_site_is_visited_when_its_card_says(turn: Any, how_often: str, hours: int, visited: bool) -> None:
    now, outcome = turn(timedelta(hours=hours), card("site", how_often))
    assert now == ["site"] * visited
    assert outcome.notes == (() if visited else (f"not visited, by the schedule of their cards: site ({how_often})",))


def test_a_visit_that_brought_nothing_or_was_cut_off_is_made_again(turn: Any) -> None:
    assert turn(timedelta(hours=1), card("site", "weekly"), pages=0)[0] == ["site"]
    assert turn(timedelta(hours=2), card("site", "weekly"), finished=False)[0] == ["site"]
    assert turn(timedelta(hours=3), card("site", "weekly"))[0] == []


def test_files_are_read_by_each_run(turn: Any) -> None:
    assert turn(timedelta(hours=1), card("site", "never", kind="table", paths=("a.csv",)))[0] == ["site"]


def test_a_crawl_keeps_to_the_schedule_but_for_sources_that_are_named(
    make_house: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = make_house(tmp_path / "home")
    house.__dict__["sources"] = {one.id: (tmp_path / one.id, one) for one in (card("a1", "daily"), card("b1", "never"))}
    visited: list[str] = []

    def visits(_house: Any, cards: Any) -> tuple[()]:
        visited.extend(one.id for _, one in cards)
        return ()

    monkeypatch.setattr(collecting, "visits", visits)
    assert "b1 (never)" in steps.crawl(house).notes[0]
    assert visited == ["a1"]
    steps.crawl(house, ("b1",))
    assert visited == ["a1", "b1"]


def test_that_nothing_is_visited_is_told(make_house: Any, tmp_path: Path) -> None:
    house = make_house(tmp_path / "home")
    house.__dict__["sources"] = {"a1": (tmp_path / "a1.yml", card("a1", "daily", status="paused"))}
    assert steps.crawl(house).alarms == ("no source was visited: not one card is active",)
    with pytest.raises(UsageError, match="'a1' is paused and is not visited"):
        steps.crawl(house, ("a1",))


def test_a_flow_tells_the_alarms_of_its_steps(make_house: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with mock.patch.dict(os.environ):
        quieten(tmp_path)
        daily = importlib.import_module("flows.daily")
    alarmed = Outcome("crawl", 1, notes=("a note",), alarms=("board: silent\x1b[2J",))
    monkeypatch.setitem(steps.MAIN_LINE, "crawl", lambda _: alarmed)
    monkeypatch.setattr(daily, "House", lambda _: make_house(tmp_path / "home"))
    logged: list[str] = []
    monkeypatch.setattr(daily, "get_run_logger", lambda: SimpleNamespace(info=logged.append))
    assert daily.step.fn("crawl", str(tmp_path / "home")) == alarmed
    assert logged == ["crawl: 1 done\n  a note\n  alarm: board: silent\ufffd[2J"]


def test_an_unknown_schedule_is_refused() -> None:
    with pytest.raises((CardError, ValueError), match="schedule"):
        card("a1", "fortnightly")
