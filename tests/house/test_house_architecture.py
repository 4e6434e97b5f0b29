"""The house stands as it is drawn: one list of rooms, imports one way, small files, no shadowed room."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
ROOMS = set(PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"])
NOT_ROOMS = {"tests", "benchmarks", "docs", "examples"}
# The house style wants all records in one file, so that what flows can be read at one place.
LONG_BY_DESIGN = {"core/records.py"}
MODULES = [path for room in sorted(ROOMS) for path in sorted((ROOT / room).rglob("*.py"))]


def test_packaged_linted_and_typed_rooms_are_the_folders_on_disk() -> None:
    on_disk = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    assert on_disk == ROOMS
    assert set(PROJECT["tool"]["importlinter"]["root_packages"]) == ROOMS
    assert set(PROJECT["tool"]["mypy"]["packages"]) == ROOMS


def test_no_module_bears_the_name_of_a_room() -> None:
    # Streamlit and Prefect put their own folder first on the path: dashboard/models.py would shadow the room.
    shadows = [path for path in MODULES if path.stem in ROOMS]
    folders = [path.parent for path in MODULES if path.parent.name in ROOMS and path.parent.parent != ROOT]
    assert not shadows
    assert not folders


def test_tests_are_no_packages() -> None:
    assert not list((ROOT / "tests").rglob("__init__.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_is_small(path: Path) -> None:
    long = len(path.read_text(encoding="utf-8").splitlines()) > 300
    assert not long or str(path.relative_to(ROOT)) in LONG_BY_DESIGN


def test_every_room_says_its_one_purpose() -> None:
    for room in sorted(ROOMS):
        first = (ROOT / room / "__init__.py").read_text(encoding="utf-8").strip()
        assert first.startswith('"""'), f"{room}/__init__.py does not say what the room is for"


def test_imports_point_one_way() -> None:
    done = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_the_lock_pins_by_hash_and_names_no_address() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    assert "--index-url" not in lock
    pinned = [line for line in lock.splitlines() if line and not line[0].isspace() and not line.startswith("#")]
    assert len(pinned) > 100
    assert all("==" in line for line in pinned)
    assert lock.count("--hash=sha256:") >= len(pinned)
