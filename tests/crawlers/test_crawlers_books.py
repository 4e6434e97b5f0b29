"""The crawler's own databases: what is said where one cannot be read or written."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from core.errors import StoreAway
from crawlers.books import told


@pytest.mark.parametrize(
    ("fault", "remedy"),
    [
        ("database is locked", "Another program holds it"),
        ("database or disk is full", "Make room on the disk"),
        ("disk I/O error", "the disk has room"),
        ("attempt to write a readonly database", "this account may read and write the file"),
    ],
)
def test_what_is_wrong_with_a_database_is_told_with_its_file_and_what_to_do(fault: str, remedy: str) -> None:
    with pytest.raises(StoreAway) as caught, told(Path("inbox.sqlite")):
        raise sqlite3.OperationalError(fault)
    assert str(caught.value).startswith(f"inbox.sqlite: {fault}.")
    assert remedy in (caught.value.remedy or "")
