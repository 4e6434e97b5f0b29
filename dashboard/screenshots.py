"""Pictures of every page of a home, for the docs: `python -m dashboard.screenshots HOME FOLDER`.

Needs Playwright (a development dependency) and a Chromium of the system; serves the home itself on a free port.
"""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from PIL import Image

from core.errors import UsageError
from stores import open_store

if TYPE_CHECKING:
    from playwright.sync_api import Page

CHROMIUM = Path("/usr/bin/chromium")
WIDTHS = (1440, 1024, 390)
PAGES = ("today", "place", "signs", "evidence", "needs", "corridors", "urgent", "digests", "sources", "check", "method")
PHONE = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36"
TALLEST = 2600
PATIENCE = 120  # pictures to take until two in a row are the same
# As on any machine without a graphics card, and none of Chromium's own calls home.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu-compositing",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def paths(home: Path) -> dict[str, str]:
    """The address of each page; Place shows the latest alarm of a city."""
    store = open_store("sqlite", home)
    try:
        spikes = store.spikes()
    finally:
        store.close()
    out = {page: f"/{page}" for page in PAGES}
    out["today"] = "/"
    if spikes:
        spike = max(spikes, key=lambda one: (one.level == "city", one.peak, one.recurrence_days))
        asked = {"level": spike.level, "place": spike.place_id, "stream": spike.stream, "topic": spike.topic}
        out["place"] = "/place?" + urlencode(asked | {"until": spike.peak.isoformat()})
    return out


@contextmanager
def served(home: Path) -> Iterator[str]:
    """The address of a dashboard that serves the home until the block ends."""
    command = [sys.executable, "-m", "dashboard", "--home", str(home), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        address = server.stdout.readline().removeprefix("Dashboard: ").strip()
        try:
            if not address:
                raise UsageError(f"{home}: the dashboard did not start.", remedy="See what it said above.")
            yield address
        finally:
            server.terminate()


def shoot(page: Page, address: str, width: int, file: Path) -> None:
    """One picture of one page, as tall as the page is, once it has been drawn and its map has come to rest."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    page.locator("h1.hg-lead").wait_for(timeout=180_000)
    page.locator("[data-test-script-state=notRunning]").wait_for(timeout=180_000)
    before, now = b"", b"-"
    for _ in range(PATIENCE):  # charts and maps come late and say nowhere that they are whole
        if now == before:
            break
        _as_tall_as_the_page(page, width)
        page.wait_for_timeout(2500)
        before, now = now, page.screenshot()
    _keep(now, file)


def _as_tall_as_the_page(page: Page, width: int) -> None:
    block = "document.querySelector('[data-testid=stMainBlockContainer]')"
    height = int(page.evaluate(f"{block}.getBoundingClientRect().height"))
    page.set_viewport_size({"width": width, "height": min(TALLEST, max(700, height))})


def _keep(picture: bytes, file: Path) -> None:
    """A picture with a palette of its own: a third of the size, and no difference to be seen on pages of few hues."""
    whole = Image.open(io.BytesIO(picture)).convert("RGB")
    # Every hue keeps its place in the palette, however few points it has: the legend must not change its colours.
    whole.quantize(256, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(file, optimize=True)


def main(home: Path, folder: Path, widths: Sequence[int] = WIDTHS) -> int:
    """Draw every page, light at every width, dark too where several are asked for. Returns the number of pictures."""
    from playwright.sync_api import sync_playwright

    if not CHROMIUM.exists():
        raise UsageError(f"{CHROMIUM}: there is no Chromium.", remedy="Debian: apt install chromium.")
    folder.mkdir(parents=True, exist_ok=True)
    dark = [width for width in widths if width != 1024] if len(widths) > 1 else []
    wanted = [("light", width) for width in widths] + [("dark", width) for width in dark]
    drawn = 0
    with served(home) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(ARGUMENTS))
        for theme, width in wanted:
            agent = PHONE if width < 640 else None
            context = browser.new_context(color_scheme="dark" if theme == "dark" else "light", user_agent=agent)
            context.set_default_timeout(180_000)
            page = context.new_page()
            for name, path in paths(home).items():
                plain = theme == "light" and width == max(widths)
                file = folder / (f"{name}.png" if plain else f"{name}-{theme}-{width}.png")
                shoot(page, address + path, width, file)
                drawn += 1
            context.close()
        browser.close()
    return drawn


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit("python -m dashboard.screenshots HOME FOLDER [WIDTH ...]")
    main(Path(sys.argv[1]), Path(sys.argv[2]), [int(width) for width in sys.argv[3:]] or WIDTHS)
