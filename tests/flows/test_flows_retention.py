"""`keep` says what is over its time, and with `--yes` ends it: documents, findings, and the keys that link them."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from core.errors import StoreAway
from flows.retention import keep


def test_a_key_that_is_old_enough_is_followed_by_another_and_the_audit_remembers(
    make_house: Any, tmp_path: Path
) -> None:
    house = make_house(tmp_path / "home", **{"keep.linked_days": 30})
    before = house.vault.pseudonym("PHONE", "60123456789")
    [key] = (tmp_path / "home" / "keys").glob("pseudonym-*.key")
    made = (house.clock() - timedelta(days=31)).timestamp()
    os.utime(key, (made, made))

    assert "a new key for pseudonyms begins with --yes" in keep(house, forget=False).notes[1]
    assert make_house(tmp_path / "home").vault.pseudonym("PHONE", "60123456789") == before
    assert "a new key for pseudonyms begins:" in keep(house, forget=True).notes[1]
    assert make_house(tmp_path / "home").vault.pseudonym("PHONE", "60123456789") != before
    [entry] = [one for one in house.store.audit() if one.verb == "forget"]
    assert "a new key for pseudonyms begins" in entry.detail
    house.store.close()


def test_the_audit_tells_of_a_forgetting_that_broke_off(make_house: Any, tmp_path: Path, monkeypatch: Any) -> None:
    house = make_house(tmp_path / "home")

    def broken(*_: Any) -> None:
        raise StoreAway("the disk below the store failed")

    monkeypatch.setattr(type(house.store), "forget", broken)
    with pytest.raises(StoreAway):
        keep(house, forget=True)
    assert [entry.verb for entry in house.store.audit()] == ["forget"]
    house.store.close()


def test_a_user_without_a_name_is_known_by_number(make_house: Any, tmp_path: Path, monkeypatch: Any) -> None:
    house = make_house(tmp_path / "home")

    def nameless() -> str:
        raise KeyError("getpwuid(): uid not found: 4711")

    monkeypatch.setattr("getpass.getuser", nameless)
    keep(house, forget=True)
    assert [entry.actor for entry in house.store.audit()] == [f"user {os.getuid()}"]
    house.store.close()
