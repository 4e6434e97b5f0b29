"""Epochs of pseudonym keys: begun when the last one is old enough, ended when nothing rests under it any more."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from privacy.epochs import Due, due, renew
from privacy.vault import Vault, begin_epoch

NOW = datetime(2026, 11, 29, tzinfo=UTC)
YEAR, HALF = timedelta(days=365), timedelta(days=180)


def begun(folder: Path, *ages: int) -> list[Path]:
    """Keys that were made so many days ago, oldest first."""
    Vault.open(folder)
    for _ in ages[1:]:
        begin_epoch(folder)
    keys = sorted(folder.glob("pseudonym-*.key"))
    for path, age in zip(keys, ages, strict=True):
        at = (NOW - timedelta(days=age)).timestamp()
        os.utime(path, (at, at))
    return keys


@pytest.mark.parametrize(
    ("ages", "begin", "over"),
    [
        ((364,), False, 0),
        ((365,), True, 0),
        ((500, 179), False, 0),
        ((500, 181), False, 1),
        ((900, 600, 400), True, 2),
        ((900, 600, 100), False, 1),
    ],
)
def test_an_epoch_lasts_its_time_and_ends_when_nothing_rests_under_it(
    tmp_path: Path, ages: tuple[int, ...], begin: bool, over: int
) -> None:
    keys = begun(tmp_path, *ages)
    found = due(tmp_path, NOW, linked=YEAR, rests=HALF)
    assert found.begin is begin
    assert sorted(found.over) == keys[:over]


def test_without_a_limit_one_key_is_for_ever(tmp_path: Path) -> None:
    begun(tmp_path, 5000)
    assert due(tmp_path, NOW, linked=timedelta(0), rests=HALF) == Due(False, ())


def test_renewal_parts_new_pseudonyms_from_old_and_ends_what_is_over(tmp_path: Path) -> None:
    begun(tmp_path, 900, 400)
    old, before = Vault.open(tmp_path).pseudonyms_all_epochs("PHONE", "60123456789")[::-1]
    renew(tmp_path, due(tmp_path, NOW, linked=YEAR, rests=HALF))
    after = Vault.open(tmp_path)
    assert after.pseudonym("PHONE", "60123456789") not in (before, old)
    # The one before is still found by an erasure; of the oldest nothing is left.
    assert after.pseudonyms_all_epochs("PHONE", "60123456789")[1:] == [before]
