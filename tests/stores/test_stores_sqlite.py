"""What is SQLite's own: the file, its faults told by name with a remedy, migrations, and what erasure leaves behind."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from core.errors import SettingsError, StoreAway
from stores import FILE, open_store
from stores.base import EvidenceQuery
from stores.sqlite.migrate import migrations
from stores.sqlite.store import SqliteStore

ROOT = Path(__file__).parents[2]


def test_the_setting_names_the_backend(tmp_path: Path) -> None:
    open_store("sqlite", tmp_path / "new" / "home").close()
    assert (tmp_path / "new" / "home" / FILE).is_file()
    with pytest.raises(SettingsError, match="'postgres' is neither"):
        open_store("postgres", tmp_path)


def test_elasticsearch_is_asked_for_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stores.ELASTIC", "stores.elastic_not_there")
    with pytest.raises(SettingsError, match=r"https://search\.example needs the Elasticsearch backend"):
        open_store("https://search.example", tmp_path)
    monkeypatch.setitem(sys.modules, "stores.elastic_there", SimpleNamespace(open_store=lambda *given: given))
    monkeypatch.setattr("stores.ELASTIC", "stores.elastic_there")
    given: object = open_store("https://search.example", tmp_path)
    assert given == ("https://search.example", tmp_path)


def test_the_file_is_its_owners_alone(tmp_path: Path) -> None:
    SqliteStore(tmp_path / "s.db").close()
    assert stat.S_IMODE((tmp_path / "s.db").stat().st_mode) == 0o600


def test_a_locked_store_can_be_read_and_says_why_it_cannot_be_written(tmp_path: Path, make: SimpleNamespace) -> None:
    path = tmp_path / "s.db"
    store = SqliteStore(path, timeout=0.05)
    store.put_documents([make.document()])
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreAway, match=r"s\.db: another program kept the store locked.* Wait for it to end"):
        store.put_documents([make.document(2)])
    assert store.document("d000001") is not None
    other.execute("ROLLBACK")
    assert store.put_documents([make.document(2)]).new == 1
    other.close()
    store.close()


@pytest.mark.parametrize(
    "content", [b"no database, but long enough to be one" * 200, b"SQLite format 3\0" + b"x" * 9000]
)
def test_a_file_that_is_no_database_is_named_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "s.db"
    path.write_bytes(content)
    with pytest.raises(StoreAway, match=r"s\.db: the file is damaged or is no SQLite database"):
        SqliteStore(path)
    assert path.read_bytes() == content


def test_a_damaged_page_is_told_when_it_is_met(tmp_path: Path, make: SimpleNamespace) -> None:
    path = tmp_path / "s.db"
    store = SqliteStore(path)
    store.put_documents([make.document(n) for n in range(1000)])
    store.close()
    raw = bytearray(path.read_bytes())
    beginning = len(raw) * 3 // 4  # behind the schema
    raw[beginning:] = b"\xff" * (len(raw) - beginning)
    path.write_bytes(raw)
    damaged = SqliteStore(path)
    with pytest.raises(StoreAway, match=r"s\.db: the file is damaged"):
        damaged.documents([make.document(n).id for n in range(1000)])
    damaged.close()


def test_another_programs_database_is_not_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE theirs (x)")
    other.close()
    with pytest.raises(StoreAway, match="was not made by Honeyguide"):
        SqliteStore(path)


def test_a_store_of_a_newer_honeyguide_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    SqliteStore(path).close()
    with sqlite3.connect(path) as newer:
        newer.execute("PRAGMA user_version=999")
    newer.close()
    with pytest.raises(StoreAway, match=r"newer Honeyguide \(schema 999"):
        SqliteStore(path)


def test_a_home_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreAway, match="file/home"):
        SqliteStore(tmp_path / "file" / "home" / "s.db")


def test_migrations_are_numbered_without_gaps() -> None:
    assert list(migrations()) == list(range(1, len(migrations()) + 1))


def test_a_store_takes_only_the_migrations_it_lacks_and_keeps_what_it_holds(
    tmp_path: Path, make: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = SqliteStore(tmp_path / "s.db")
    store.put_documents([make.document()])
    store.close()
    newest = max(migrations())
    more = {**migrations(), newest + 1: "CREATE TABLE later (x);\nCREATE TABLE latest (x);\n"}
    monkeypatch.setattr("stores.sqlite.migrate.migrations", lambda: more)
    for _ in range(2):
        store = SqliteStore(tmp_path / "s.db")
        assert store.document("d000001") == make.document()
        store.close()
    with sqlite3.connect(tmp_path / "s.db") as reader:
        assert reader.execute("PRAGMA user_version").fetchone() == (newest + 1,)
        assert reader.execute("SELECT count(*) FROM later, latest").fetchone() == (0,)
    reader.close()


def test_a_migration_that_fails_leaves_the_store_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    SqliteStore(tmp_path / "s.db").close()
    more = {**migrations(), 999: "CREATE TABLE later (x);\nCREATE TABLE documents (x);\n"}
    with monkeypatch.context() as patched:
        patched.setattr("stores.sqlite.migrate.migrations", lambda: more)
        with pytest.raises(sqlite3.OperationalError, match="documents already exists"):
            SqliteStore(tmp_path / "s.db")
    SqliteStore(tmp_path / "s.db").close()


FULL = """
import importlib.util, resource, sys
from pathlib import Path
spec = importlib.util.spec_from_file_location("builders", sys.argv[1])
make = importlib.util.module_from_spec(spec)
spec.loader.exec_module(make)
from core.errors import StoreAway
from stores.sqlite.store import SqliteStore
store = SqliteStore(Path(sys.argv[2]))
store.put_documents([make.document()])
resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))
try:
    store.put_documents([make.document(n, text="many words " * 50) for n in range(2, 3000)])
except StoreAway as error:
    print(error)
print(store.tallies()["documents"])
"""


def test_a_disk_that_takes_no_more_is_told_and_nothing_is_half_written(tmp_path: Path) -> None:
    builders, path = Path(__file__).with_name("conftest.py"), tmp_path / "s.db"
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(builders), str(path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=240,
        check=True,
    )
    told, documents = done.stdout.splitlines()
    assert "s.db: the disk" in told
    assert "start again" in told
    assert documents == "1"
    store = SqliteStore(path)
    assert store.tallies()["documents"] == 1
    store.close()


def test_a_store_that_may_not_be_written_says_so(tmp_path: Path, make: SimpleNamespace) -> None:
    store = SqliteStore(tmp_path / "s.db")
    with store._base.borrowed() as connection:
        connection.execute("PRAGMA query_only=ON")  # file modes do not hold root back
    with pytest.raises(StoreAway, match=r"s\.db: the store may not be written to.* Give yourself write access"):
        store.put_documents([make.document()])
    store.close()


def test_what_is_erased_or_forgotten_is_in_no_byte_of_the_store(tmp_path: Path, make: SimpleNamespace) -> None:
    store = SqliteStore(tmp_path / "s.db")
    secret = make.document(1, text="xylophonist told of it", title="quokkaland", contacts=("c0ffee11",))
    store.put_documents([secret, *(make.document(n) for n in range(2, 300))], [make.sketch(secret, 1, folded="f01ded")])
    store.replace_findings([make.analysed(secret, "signal:any", quote="xylophonist")])
    assert len(store.evidence(EvidenceQuery(text="xylophonist"))) == 1
    store.erase([secret.id])
    left = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    for word in (b"xylophonist", b"quokkaland", b"c0ffee11", b"f01ded"):
        assert word not in left
    store.close()


def test_the_audit_cannot_be_changed_by_hand_without_taking_the_guard_off(
    tmp_path: Path, make: SimpleNamespace
) -> None:
    path = tmp_path / "s.db"
    store = SqliteStore(path)
    store.append_audit(make.audit(1))
    by_hand = sqlite3.connect(path)
    for act in ("UPDATE audit SET body = x''", "DELETE FROM audit"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            by_hand.execute(act)
    by_hand.close()
    store.close()
