"""`keep` says what is over its time, and with `--yes` ends it: documents, findings, and the keys that link them."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

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
