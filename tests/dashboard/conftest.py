"""What the dashboard's tests share: an invented house, copies of it, and its names."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import streamlit as st

sys.path.insert(0, str(Path(__file__).parent))

from dashboard_apps import PROXY, SCRIPT, Shown
from dashboard_books import spike_of
from dashboard_visits import Visit, served
from dashboard_world import find, invent
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from core.records import Spike
from core.settings import load_settings
from dashboard import access, house
from dashboard.names import Names
from dashboard.screenshots import ARGUMENTS, CHROMIUM
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
        opened = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--disable-gpu", *ARGUMENTS])
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


@pytest.fixture
def open_page(own_home: Path, names: Names, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Shown]]:
    """Draws a page for somebody whom the proxy named; without a name, on this person's own machine."""
    monkeypatch.setattr(house, "names", lambda: names)

    def one(page: str, /, who: str | None = None, **asked: str) -> Shown:
        house.configure(load_settings({"home": own_home, **(PROXY if who else {})}))
        monkeypatch.setattr(access, "proxy_name", lambda _: who)
        st.cache_data.clear()
        app = AppTest.from_file(SCRIPT, default_timeout=240)
        app._page_hash = calc_hash(page)
        for key, value in asked.items():
            app.query_params[key] = value
        return Shown(app.run())

    yield one
    st.cache_data.clear()
