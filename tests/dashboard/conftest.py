"""What the dashboard's tests share: an invented house, copies of it, and its names."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from dashboard_visits import ARGUMENTS, CHROMIUM, Visit, served
from dashboard_world import find, invent, spike_of

from core.records import Spike
from dashboard.names import Names
from stores import open_store
from stores.base import Store

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture
def names() -> Names:
    return Names(find=find, cards={"V_RESTAURANT": "restaurants and bars", "V_AGENCY": "recruitment agencies"})


@pytest.fixture
def empty_store(tmp_path: Path) -> Iterator[Store]:
    store = open_store("sqlite", tmp_path)
    yield store
    store.close()


@pytest.fixture(scope="session")
def invented_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("home")
    store = open_store("sqlite", home)
    invent(store)
    store.close()
    return home


@pytest.fixture
def own_home(invented_home: Path, tmp_path: Path) -> Path:
    """A copy of the invented house, for tests that write."""
    return Path(shutil.copytree(invented_home, tmp_path / "own"))


@pytest.fixture
def store(invented_home: Path) -> Iterator[Store]:
    opened = open_store("sqlite", invented_home)
    yield opened
    opened.close()


@pytest.fixture
def spike() -> Callable[..., Spike]:
    """An invented spike of Makassar under another id."""
    return lambda identity: replace(spike_of("1622786", 0, 30), id=identity)


@pytest.fixture(scope="module")
def lived_in(invented_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home that is served here: what visits leave in its audit, no other test finds in its own."""
    return Path(shutil.copytree(invented_home, tmp_path_factory.mktemp("lived") / "in"))


@pytest.fixture(scope="module")
def address(lived_in: Path) -> Iterator[str]:
    with served(lived_in) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    one = Visit(context.new_page(), address)
    context.on("request", lambda request: one.asked.append(request.url))
    yield one
    context.close()
    assert one.outside() == []
