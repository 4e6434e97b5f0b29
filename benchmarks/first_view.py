"""The first view in a real browser: when sentence, rows and map stand, and what that took of the processors.

    python -m benchmarks.big_store HOME            # once: ten million findings
    python -m benchmarks.first_view HOME [--times 5] [--beside CHECKOUT HOME] [--path /]

Each view is the first of a dashboard that has been started, warmed itself up and served nobody (`--warm`: the second),
in a browser without a cache and without a graphics card. "map": the first frame in which its cells were drawn; where an
older checkout draws them by WebGL, its calls tell. With `--beside` the dashboard of another checkout, over its own copy
of the store, is asked in turn, so that both meet the same machine.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
from playwright.sync_api import Browser, sync_playwright

from benchmarks.shared import command
from dashboard.screenshots import ARGUMENTS, CHROMIUM

_HOUSE = Path(__file__).parent.parent
_MARKS = ("socket", "lead", "rows", "canvas", "map", "quiet")
# What the page notes of itself, in milliseconds since it was asked for. Cells are drawn as instances of one hexagon.
_WATCH = """
window.seen = {};
const note = (name) => { if (!(name in seen)) seen[name] = performance.now(); };
const Socket = window.WebSocket;
window.WebSocket = class extends Socket {
  constructor(...a) { super(...a); window.sizes = []; this.addEventListener('open', () => note('socket'));
    this.addEventListener('message', (m) => sizes.push([Math.round(performance.now()), m.data.byteLength])); } };
for (const call of ['drawElementsInstanced', 'drawArraysInstanced']) {
  const plain = WebGL2RenderingContext.prototype[call];
  WebGL2RenderingContext.prototype[call] = function (...a) {
    if (a[a.length - 1] > 20) requestAnimationFrame(() => requestAnimationFrame(() => note('map')));
    return plain.apply(this, a); };
}
const look = () => {
  if (document.querySelector('h1.hg-lead')) note('lead');
  if (document.querySelector('.hg-row')) note('rows');
  if (document.querySelector('[data-testid=stDeckGlJsonChart] canvas')) note('canvas');
  if (document.querySelector('.hg-atlas .land')?.getBBox().width && document.querySelector('.hg-atlas .cell'))
    requestAnimationFrame(() => requestAnimationFrame(() => note('map')));
  if ('rows' in seen && document.querySelector('[data-test-script-state=notRunning]')) note('quiet');
  requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""


@dataclass(frozen=True)
class View:
    """Seconds until each mark, CPU seconds of server and browser, and what came over the socket."""

    marks: dict[str, float]
    server: float
    browser: float
    messages: int
    kilobytes: float


def spent(pid: int) -> float:
    """CPU seconds of a process and of all those it started."""
    one = psutil.Process(pid)
    times = [p.cpu_times() for p in (one, *one.children(recursive=True))]
    return sum(t.user + t.system for t in times)


@contextmanager
def served(house: Path, home: Path, rest: float) -> Iterator[tuple[str, int]]:
    """A dashboard of one checkout, rested until it has loaded what it loads by itself."""
    command = [sys.executable, "-m", "dashboard", "--home", str(home), "--port", "0"]
    where = {**os.environ, "PYTHONPATH": str(house)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=house, env=where) as server:
        assert server.stdout is not None
        address = server.stdout.readline().removeprefix("Dashboard: ").strip()
        _rested(server.pid, rest)
        try:
            yield address, server.pid
        finally:
            server.terminate()


def _rested(pid: int, rest: float) -> None:
    """Wait until a process has done next to nothing for `rest` seconds."""
    before = -1.0
    while spent(pid) - before > 0.05:
        before = spent(pid)
        time.sleep(rest)


def view(browser: Browser, root: int, address: str, server: int, path: str) -> View:
    """One view, in a context of its own."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.add_init_script(_WATCH)
    page = context.new_page()
    ours, theirs = spent(server), spent(root)
    page.goto(address + path)
    page.wait_for_function("'quiet' in seen", timeout=240_000)
    if path == "/":
        page.wait_for_function("'map' in seen", timeout=240_000)
    marks = {name: at / 1000 for name, at in page.evaluate("seen").items()}
    sizes = page.evaluate("sizes")
    used = spent(server) - ours, spent(root) - theirs
    context.close()
    return View(marks, *used, len(sizes), sum(size for _, size in sizes) / 1000)


def tell(name: str, views: list[View]) -> None:
    """Medians and ranges of some views."""
    for mark in _MARKS:
        at = [v.marks[mark] for v in views if mark in v.marks]
        if at:
            print(f"{name} {mark}: median {statistics.median(at):.2f} s ({min(at):.2f} to {max(at):.2f})")
    server, browser = (statistics.median(getattr(v, who) for v in views) for who in ("server", "browser"))
    print(f"{name} CPU seconds: server {server:.2f}, browser {browser:.2f}; {views[0].messages} messages, "
          f"{views[0].kilobytes:.0f} kB", flush=True)  # fmt: skip


def main() -> None:
    """The command line."""
    parser = command(__doc__)
    parser.add_argument("home", type=Path)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--beside", type=Path, nargs=2, metavar=("CHECKOUT", "HOME"))
    parser.add_argument("--path", default="/")
    parser.add_argument("--warm", action="store_true", help="each dashboard is visited once before")
    given = parser.parse_args()
    asked = {"this": (_HOUSE, given.home)} | ({"beside": tuple(given.beside)} if given.beside else {})
    found: dict[str, list[View]] = {name: [] for name in asked}
    with sync_playwright() as playwright:
        for _ in range(given.times):
            for name, (house, home) in asked.items():
                with served(house, home, 3.0) as (address, server):
                    browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(ARGUMENTS))
                    root = next(p.pid for p in psutil.Process().children(recursive=True) if "chromium" in p.name())
                    if given.warm:
                        view(browser, root, address, server, given.path)
                    found[name].append(view(browser, root, address, server, given.path))
                    browser.close()
    for name, views in found.items():
        tell(name, views)


if __name__ == "__main__":
    main()
