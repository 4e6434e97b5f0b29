"""A scheduler sees what wants a person: a source silent, with an alarm, or not visited in its time."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from core.records import CrawlReport
from flows import watch
from flows.health import Unwell, silences, troubles
from flows.known_cards import remember
from flows.status import status

AT = datetime(2026, 11, 22, 4, tzinfo=UTC)  # the clock of the tests' houses stands at 23 November, 6:00


def board(home: Path, **fields: str) -> None:
    lines = {"id": "board", "name": "Board", "kind": "feed", "urls": "['https://board.example/feed']"}
    lines |= {"country": "MY", "terms": "{says: may be read, fair_because: public}", **fields}
    (home / "sources").mkdir(parents=True, exist_ok=True)
    text = "\n".join(f"{key}: {value}" for key, value in lines.items())
    (home / "sources" / f"{lines['id']}.yml").write_text(text, encoding="utf-8")


def visited(house: Any, ended: datetime = AT, parcels: int = 5, *alarms: str) -> None:
    house.store.put_report(CrawlReport(f"r{ended}", "board", ended, ended, 1, parcels, 0, {}, True, alarms))


def wrong(house: Any) -> tuple[str, ...]:
    last = {report.source: report for report in reversed(house.store.reports())}
    return troubles(house, silences(house), last)


def test_a_source_that_is_well_wakes_nobody(make_house: Any, tmp_path: Path) -> None:
    board(tmp_path)
    house = make_house(tmp_path)
    assert wrong(house) == ()  # not visited yet: the first run is to come
    visited(house)
    assert wrong(house) == ()
    assert status(house)["wrong"] == ()


def test_silence_and_the_alarms_of_the_last_visit_are_told_by_name(make_house: Any, tmp_path: Path) -> None:
    board(tmp_path)
    house = make_house(tmp_path)
    visited(house, AT, 0, "zero documents")
    house.store.set_state("detection", {"judged_until": "2026-11-22"})
    assert wrong(house) == ("board: silent since 2026-11-22", "board: zero documents")
    board(tmp_path, status="paused")  # so a person says that they know
    assert wrong(make_house(tmp_path)) == ()


def test_who_asks_without_cards_is_told_by_those_that_were_last_crawled(make_house: Any, tmp_path: Path) -> None:
    board(tmp_path)
    house = make_house(tmp_path)
    remember(house.cards_folder, *house.sources["board"])
    visited(house, AT, 0, "silent: not one page could be read")
    (tmp_path / "sources" / "board.yml").unlink()
    assert wrong(make_house(tmp_path)) == ("board: silent: not one page could be read",)
    board(tmp_path, id="other")  # cards are given, and the board's is gone: so a person says that they know
    assert wrong(make_house(tmp_path)) == ()


@pytest.mark.parametrize(("schedule", "days"), [("hourly", 2.5), ("daily", 2.5), ("weekly", 8), ("monthly", 29)])
def test_a_visit_that_is_overdue_is_told(make_house: Any, tmp_path: Path, schedule: str, days: float) -> None:
    board(tmp_path, schedule=schedule)
    house = make_house(tmp_path)
    visited(house, house.clock() - timedelta(days=days))
    assert wrong(house) == ()
    later = make_house(tmp_path)
    later.clock = lambda: house.clock() + timedelta(hours=1)
    assert wrong(later) == (f"board: not visited for {int(days)} days, and its card says {schedule}",)


def test_the_exit_code_and_the_state_of_the_flow_say_it(
    honeyguide: Any, make_house: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    board(tmp_path)
    house = make_house(tmp_path)
    house.store.set_state("detection", {"judged_until": "2026-11-22"})
    house.store.close()
    home = ("--home", str(tmp_path))
    assert honeyguide("status", "--check", *home).returncode == 0
    visited(house, AT, 0, "zero documents")
    assert honeyguide("status", *home).returncode == 0
    told = honeyguide("status", "--check", *home)
    assert told.returncode == 1
    assert "silent: board since 2026-11-22\nWRONG  board: silent since 2026-11-22\n" in told.stdout
    state = json.loads(honeyguide("status", "--json", "--check", *home).stdout)
    assert state["silent"] == {"board": "2026-11-22"}
    monkeypatch.setattr(watch, "House", lambda _: make_house(tmp_path))
    with pytest.raises(Unwell, match=r"board: silent since 2026-11-22; board: zero documents.*honeyguide status"):
        watch.watch.fn(str(tmp_path))
