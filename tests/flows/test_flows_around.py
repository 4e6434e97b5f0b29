"""Gaps and corridors beside the spikes: told anew of whole weeks, and of none of which posts are forgotten."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from core.days import monday
from core.errors import CardError
from core.records import Corridor
from flows import detecting, steps

LAST = date(2026, 11, 22)


def test_weeks_are_whole_and_lie_within_what_retention_keeps(make_house: Any, tmp_path: Path) -> None:
    house = make_house(tmp_path / "home", **{"keep.documents_days": 100})
    around = detecting.needs_and_corridors(house, LAST)
    assert around.gap_weeks == [monday(LAST) - timedelta(weeks=1), monday(LAST)]
    assert around.corridor_weeks[0] > house.clock().date() - timedelta(days=100)
    assert around.corridor_weeks[-1] == monday(LAST)
    assert {day.weekday() for day in around.corridor_weeks} == {0}
    longer = detecting.needs_and_corridors(make_house(tmp_path / "b", **{"keep.documents_days": 9000}), LAST)
    assert longer.corridor_weeks[0] == monday(LAST - timedelta(days=400)) + timedelta(weeks=1)


def test_detection_takes_back_a_corridor_that_no_post_shows_any_more(small_run: Any, monkeypatch: Any) -> None:
    house, put = small_run.house, []
    gone = Corridor("1", "2", monday(LAST), 7)
    house.store.put_gaps([], [*house.store.corridors(monday(LAST)), gone])
    monkeypatch.setattr(type(house.store), "put_spikes", lambda *_: put.append(1))
    monkeypatch.setattr(type(house.store), "put_series", lambda *_: None)
    steps.detect(house)
    assert put
    assert gone not in house.store.corridors(monday(LAST))


def test_a_folder_of_services_that_is_not_there_is_named(make_house: Any, tmp_path: Path) -> None:
    with pytest.raises(CardError, match=r"setting 'services': .*nowhere is no folder"):
        detecting.services(make_house(tmp_path / "home", services=tmp_path / "nowhere"))
    assert detecting.services(make_house(tmp_path / "home")) == []
