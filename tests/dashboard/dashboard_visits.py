"""A real browser over an invented house: how a page is visited, and every request that it makes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dashboard.screenshots import CHROMIUM

if TYPE_CHECKING:
    from playwright.sync_api import Page

NEEDS_CHROMIUM = pytest.mark.skipif(
    not CHROMIUM.exists(), reason="Chromium is not installed (Debian: apt install chromium)"
)

PATIENCE = 180_000  # milliseconds: a busy machine draws maps slowly, the first page of a process most of all
MAKASSAR = "/place?level=city&place=1622786&stream=posts&topic=signal:any&until=2026-11-15"

PAGES = [
    "/",
    MAKASSAR,
    "/evidence",
    "/signs",
    "/signs?topic=sign:ILO08_WITHHOLDING_OF_WAGES",
    "/needs",
    "/corridors",
    "/corridors?from=1581130&to=1735161",
    "/place?level=h3&place=838d80fffffffff&stream=posts&topic=signal:any&until=2026-11-15",
    "/urgent",
    "/digests",
    "/sources",
    "/check",
    "/method",
]


@contextmanager
def served(home: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "dashboard", "--home", str(home), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        said = server.stdout.readline()
        try:
            yield said.removeprefix("Dashboard: ").strip()
        finally:
            server.terminate()
            try:
                server.wait(20)
            except subprocess.TimeoutExpired:  # it waits for pages that a failed test left open
                server.kill()


@dataclass
class Visit:
    """One page of one browser, with every request it made."""

    page: Page
    address: str
    asked: list[str] = field(default_factory=list)

    def open(self, path: str) -> Visit:
        self.page.set_default_timeout(PATIENCE)
        self.page.goto(self.address + path)
        self.page.locator("h1.hg-lead").wait_for()
        return self

    def whole(self) -> Visit:
        """Wait until the page is drawn to its end: what comes late moves what stands above it, and may be missed."""
        self.page.locator(".st-key-languages button").first.wait_for()  # the last thing on every page
        self.page.locator("[data-test-script-state=notRunning]").wait_for()
        return self

    def text(self) -> str:
        """All that a page says once it is drawn."""
        self.whole()
        return str(self.page.locator("[data-testid=stMain]").inner_text())

    def outside(self) -> list[str]:
        own = (self.address, self.address.replace("http", "ws"), "data:", "blob:")
        return [url for url in self.asked if not url.startswith(own)]
