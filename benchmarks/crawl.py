"""Pages a second: our crawl, with everything on, against a bare Scrapy spider on the same local site, in one run.

`python -m benchmarks.crawl [--pages 1000] [--rounds 3]` prints one JSON object: pages a second of both, by the clock
and by processor time (which is what says something on a busy machine), and their ratios by round; last the greatest
memory of our worker, in MB, at its first progress and at its end. Delays are off for both, and both use one connection.
Start of the process is left out of both.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import psutil

from benchmarks.shared import command
from core.cards import Source
from core.settings import CrawlSettings

_WORDS = "Cleaner wanted for a hotel by the sea, rooms given, start at once, ask for the desk. " * 12
_BARE = """
import sys, time, scrapy
from scrapy.crawler import AsyncCrawlerProcess
class Bare(scrapy.Spider):
    name = "bare"
    start_urls = [sys.argv[1]]
    pages = 0
    def parse(self, response):
        self.first = getattr(self, "first", (time.monotonic(), time.process_time()))
        self.pages += 1
        self.last = (time.monotonic(), time.process_time())
        yield {"url": response.url, "title": response.css("h1::text").get(), "text": response.css("p::text").get()}
        yield from response.follow_all(css="a")
    def closed(self, reason):
        print(*(self.pages / (last - first) for first, last in zip(self.first, self.last)))
process = AsyncCrawlerProcess({"CONCURRENT_REQUESTS_PER_DOMAIN": int(sys.argv[2]), "LOG_LEVEL": "ERROR",
    "ROBOTSTXT_OBEY": True, "TELNETCONSOLE_ENABLED": False, "REMOTE_CONTROL_ENABLED": False})
process.crawl(Bare); process.start()
"""


def ad(path: str) -> bytes:
    """The page of one ad."""
    return f"<html><body><h1>{path}</h1><p>{path} {_WORDS}</p></body></html>".encode()


class Site(BaseHTTPRequestHandler):
    """Lists of fifty ads each, and the ads; no two pages alike."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    pages = 1000

    def do_GET(self) -> None:
        if self.path == "/robots.txt":
            body, kind = b"User-agent: *\nDisallow:\n", "text/plain"
        elif self.path.startswith("/list/"):
            number = int(self.path.rsplit("/", 1)[1])
            links = "".join(f"<li><a class=ad href=/ad/{number * 50 + n}>{n}</a></li>" for n in range(50))
            more = f"<a class=next href=/list/{number + 1}>next</a>" if (number + 1) * 50 < self.pages else ""
            body, kind = f"<html><body><ul>{links}</ul>{more}</body></html>".encode(), "text/html"
        else:
            body, kind = ad(self.path), "text/html"
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Quiet."""


@dataclass(frozen=True)
class Pace:
    """Pages a second by the clock and by processor time; memory in MB at the beginning and at the end."""

    clock: float
    processor: float
    memory: tuple[int, int] = (0, 0)


def card_of(address: str) -> Source:
    """The card of the site."""
    return Source.model_validate(
        {
            "id": "bench-site",
            "name": "bench",
            "kind": "listing",
            "urls": [f"{address}/list/0"],
            "selectors": {"link": "a.ad", "next": "a.next", "title": "h1", "text": "p"},
            "terms": {"says": "", "fair_because": "ours"},
            "delay_seconds": 0,
            "max_pages": 1_000_000,
            "local": True,
        }
    )


def job_of(address: str, folder: Path) -> str:
    """What our worker is told: to crawl the site into a home folder."""
    job = {
        "card": card_of(address).model_dump(),
        "settings": CrawlSettings().model_dump(),
        "state": str(folder / "crawl"),
        "vault_folder": str(folder / "keys"),
    }
    return json.dumps(job)


def ours(address: str, folder: Path) -> Pace:
    """Pace of our worker, from its first word of progress to its last page."""
    moments: list[tuple[float, float, int, int]] = []
    with subprocess.Popen(
        [sys.executable, "-m", "crawlers.worker"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as worker:
        assert worker.stdin is not None
        assert worker.stdout is not None
        worker.stdin.write(job_of(address, folder) + "\n")
        worker.stdin.flush()
        process = psutil.Process(worker.pid)
        for line in worker.stdout:
            told = json.loads(line)
            used = process.cpu_times()
            moment = (time.monotonic(), used.user + used.system, told.get("result", told)["pages"])
            moments.append((*moment, process.memory_info().rss // 1_000_000))
    (began, used_before, before, small), (ended, used_after, after, _) = moments[0], moments[-1]
    pages = after - before
    memory = (small, max(one[3] for one in moments))
    return Pace(pages / (ended - began), pages / (used_after - used_before), memory)


def bare(address: str, connections: int) -> Pace:
    """Pace of a bare spider, as it reckons it itself."""
    run = subprocess.run(
        [sys.executable, "-c", _BARE, f"{address}/list/0", str(connections)], capture_output=True, text=True, check=True
    )
    clock, processor = (float(one) for one in run.stdout.split()[-2:])
    return Pace(clock, processor)


def serve(pages: int) -> str:
    """Put the site up, of so many ads; its address."""
    Site.pages = pages
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


def main() -> None:
    """Measure and print."""
    parser = command(__doc__)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--connections", type=int, default=1, help="of the bare spider; ours always uses one")
    options = parser.parse_args()
    address = serve(options.pages)
    rounds = []
    for _ in range(options.rounds):
        with tempfile.TemporaryDirectory() as folder:
            rounds.append((ours(address, Path(folder)), bare(address, options.connections)))
    print(json.dumps({**_told(rounds, "clock"), **_told(rounds, "processor"), "MB": [one.memory for one, _ in rounds]}))


def _told(rounds: list[tuple[Pace, Pace]], by: str) -> dict[str, object]:
    paces = [(getattr(mine, by), getattr(theirs, by)) for mine, theirs in rounds]
    ratios = [mine / theirs for mine, theirs in paces]
    return {
        f"ours by {by}": [round(mine, 1) for mine, _ in paces],
        f"bare by {by}": [round(theirs, 1) for _, theirs in paces],
        f"ratio by {by}": [round(ratio, 2) for ratio in ratios],
        f"median ratio by {by}": round(statistics.median(ratios), 2),
    }


if __name__ == "__main__":
    main()
