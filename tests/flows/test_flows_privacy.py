"""Nothing of a person rests in clear: every file a run leaves is opened and searched."""

from __future__ import annotations

import gzip
import re
import sqlite3
import zipfile
from collections.abc import Iterator
from pathlib import Path

LEAST_NAMES, LEAST_CONTACTS = 20, 100


def texts_of(folder: Path) -> Iterator[tuple[str, str]]:
    """Every text that a reader of the disk could see: (where, text). Databases are opened, archives unpacked."""
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        raw = path.read_bytes()
        yield str(path), raw.decode("utf-8", "replace")
        if raw.startswith(b"SQLite format 3"):
            yield from _rows(path)
        elif zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                for name in archive.namelist():
                    yield f"{path}!{name}", archive.read(name).decode("utf-8", "replace")
        elif raw.startswith(b"\x1f\x8b"):
            yield f"{path}!gz", gzip.decompress(raw).decode("utf-8", "replace")


def _rows(path: Path) -> Iterator[tuple[str, str]]:
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
        tables = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            for row in db.execute(f'SELECT * FROM "{table}"'):
                for value in row:
                    if isinstance(value, bytes):
                        yield f"{path}:{table}", value.decode("utf-8", "replace")
                    elif isinstance(value, str):
                        yield f"{path}:{table}", value


def digits(text: str) -> str:
    """Only the digits, so that a number is found however it is spaced."""
    return re.sub(r"\D", "", text)


def test_no_planted_contact_or_name_rests_in_clear(small_run) -> None:
    truth = small_run.invented.truth
    assert len(truth.names) >= LEAST_NAMES
    assert len(truth.contacts) >= LEAST_CONTACTS
    wanted = re.compile(
        "|".join(re.escape(one) for one in sorted({*truth.contacts, *truth.names}, key=len, reverse=True))
    )
    found = {(where, hit) for where, text in texts_of(small_run.house.home) for hit in set(wanted.findall(text))}
    assert not found


def test_the_search_would_find_a_contact_that_rested(small_run, tmp_path: Path) -> None:
    contact = small_run.invented.truth.contacts[0]
    with sqlite3.connect(tmp_path / "leak.db") as db:
        db.execute("CREATE TABLE leak (held TEXT)")
        db.execute("INSERT INTO leak VALUES (?)", (f"call {contact} now",))
    assert any(contact in text for where, text in texts_of(tmp_path) if ":leak" in where)


def test_addresses_rest_sealed(small_run) -> None:
    posts = small_run.house.store.to_analyse("999", 50)
    documents = next(iter(posts))
    assert documents
    for document in documents:
        assert "http" not in document.sealed_url
        assert small_run.house.vault.unseal(document.sealed_url.encode()).startswith(b"http")


def test_keys_are_for_this_user_alone(small_run) -> None:
    keys = list((small_run.house.home / "keys").iterdir())
    assert keys
    assert all(path.stat().st_mode & 0o077 == 0 for path in keys)
    assert small_run.house.home.stat().st_mode & 0o077 == 0
