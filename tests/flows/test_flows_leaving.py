"""A digest tells of a whole week, and one that two people let go stays as they saw it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from core.errors import UsageError
from core.records import Act
from flows import steps

WEEK, AT = date(2026, 11, 16), datetime(2026, 11, 23, 6, tzinfo=UTC)
SUBJECT = "digest 2026-11-16 public"
LOGIN = {
    "dashboard.login": "proxy",
    "dashboard.url": "https://hg.example.org",
    "dashboard.roles": {"siti@x": "analyst", "mei@x": "analyst"},
    "dashboard.trusted_proxies": ["10.0.0.1"],
}


def kept(house: Any) -> str:
    (digest,) = house.store.digests()
    return str(digest.html)


def written(house: Any) -> str:
    """What stands in the digest's stead after the steps have run: a mark where they left it as it was."""
    (digest,) = house.store.digests()
    house.store.put_digest(replace(digest, html="as two people saw it"))
    steps.brief(house)
    return kept(house)


def test_a_digest_that_two_people_let_go_is_not_written_anew(make_house: Any, tmp_path: Path) -> None:
    house = make_house(tmp_path / "home", **LOGIN)
    steps.brief(house)
    house.store.put_act(Act("1", SUBJECT, "release", "asked", "siti@x", AT))
    assert written(house) != "as two people saw it"
    house.store.put_act(Act("2", SUBJECT, "release", "approved", "mei@x", AT))
    assert written(house) == "as two people saw it"
    assert "has left the house" in steps.brief(house).notes[0]
    house.store.put_act(Act("3", SUBJECT, "undo", "2", "siti@x", AT))
    assert written(house) != "as two people saw it"
    house.store.close()


@pytest.mark.parametrize("day", ["2026-11-23", "2026-11-25", "2030-01-07"])
def test_a_digest_of_a_week_that_is_not_over_is_refused(make_house: Any, tmp_path: Path, day: str) -> None:
    house = make_house(tmp_path / "home")
    with pytest.raises(UsageError, match="is not over"):
        steps.brief(house, date.fromisoformat(day))
    assert house.store.digests() == []
    assert not (house.home / "digests").exists()
    house.store.close()
