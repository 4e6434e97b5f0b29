"""A small web server for each invented site, on loopback and a free port.

It has robots.txt, validators (ETag, Last-Modified), and a book of visits.
"""

from __future__ import annotations

import hashlib
import threading
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from email.utils import format_datetime, parsedate_to_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import override
from urllib.parse import parse_qsl, urlencode

from demo.sites.html import Resource
from demo.sites.render import DISALLOWED, render
from demo.sources import Outlet
from demo.world import World

CRAWL_DELAY = 0.02
"""Seconds asked for in robots.txt."""


@dataclass(slots=True)
class Visits:
    """What was asked of one site: paths with their number, answers by status, and paths that robots.txt closes."""

    paths: Counter[str] = field(default_factory=Counter)
    statuses: Counter[int] = field(default_factory=Counter)
    forbidden: Counter[str] = field(default_factory=Counter)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, path: str, status: int, closed: bool) -> None:
        """Book one request."""
        with self.lock:
            self.paths[path] += 1
            self.statuses[status] += 1
            if closed:
                self.forbidden[path] += 1


@dataclass(frozen=True, slots=True)
class Served:
    """A running world: base address, pages and visits by source id."""

    addresses: Mapping[str, str]
    pages: Mapping[str, Mapping[str, Resource]]
    visits: Mapping[str, Visits]

    @property
    def forbidden(self) -> int:
        """How many requests went to paths that robots.txt closes, over all sites."""
        return sum(sum(one.forbidden.values()) for one in self.visits.values())


@contextmanager
def serve(world: World, until: date | None = None) -> Iterator[Served]:
    """Serve all sites of a world while the context lasts, as they stand on the evening of `until`."""
    addresses: dict[str, str] = {}
    pages: dict[str, dict[str, Resource]] = {}
    visits: dict[str, Visits] = {}
    with ExitStack() as stack:
        for outlet in world.sites:
            site = _Site(outlet)
            stack.callback(site.close)
            addresses[outlet.id] = site.base
            site.pages.update(render(world, outlet, site.base, until))
            site.start()
            pages[outlet.id], visits[outlet.id] = site.pages, site.visits
        yield Served(addresses, pages, visits)


class _Site(ThreadingHTTPServer):
    daemon_threads = True
    # The system's accept queue of 5 drops connections when a crawler opens several at once.
    request_queue_size = 64

    def __init__(self, outlet: Outlet) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.base = f"http://127.0.0.1:{self.server_address[1]}"
        self.closed_paths = DISALLOWED[outlet.make]
        self.pages: dict[str, Resource] = {}
        self.visits = Visits()
        self.thread: threading.Thread | None = None

    def start(self) -> None:
        self.thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self.thread.start()

    def close(self) -> None:
        if self.thread is not None:
            self.shutdown()
            self.thread.join()
        self.server_close()

    def closes(self, path: str) -> bool:
        return path.startswith(self.closed_paths)

    def resource(self, path: str) -> Resource | None:
        if path == "/robots.txt":
            return Resource("text/plain", self.robots().encode(), datetime(2020, 1, 1, tzinfo=UTC))
        if self.closes(path):
            return Resource(
                "text/html", b"<html><body><p>Not for robots.</p></body></html>", datetime(2020, 1, 1, tzinfo=UTC)
            )
        return self.pages.get(path) or self.pages.get(_ordered(path))

    def robots(self) -> str:
        lines = ["User-agent: *", f"Crawl-delay: {CRAWL_DELAY}", *(f"Disallow: {path}" for path in self.closed_paths)]
        if "/sitemap.xml" in self.pages:
            lines.append(f"Sitemap: {self.base}/sitemap.xml")
        return "\n".join(lines) + "\n"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Site
    timeout = 30
    # Without it each answer waits 40 ms for the system to join headers and body (Nagle's algorithm).
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def _answer(self, with_body: bool) -> None:
        path = self.path
        found = self.server.resource(path)
        status = 404 if found is None else 304 if self._unchanged(found) else 200
        self.server.visits.note(path, status, self.server.closes(path))
        body = b"<html><body><h1>Not found</h1></body></html>" if found is None else found.body
        self.send_response(status)
        if found is not None:
            self.send_header("ETag", _etag(found))
            self.send_header("Last-Modified", format_datetime(found.modified, usegmt=True))
        if status == 304:
            self.end_headers()
            return
        self.send_header("Content-Type", found.content_type if found else "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if with_body:
            self.wfile.write(body)

    def _unchanged(self, found: Resource) -> bool:
        if tags := self.headers.get("If-None-Match"):
            return _etag(found) in [tag.strip().removeprefix("W/") for tag in tags.split(",")]
        if since := self.headers.get("If-Modified-Since"):
            try:
                return found.modified.replace(microsecond=0) <= parsedate_to_datetime(since)
            except (TypeError, ValueError):
                return False
        return False

    @override
    def log_message(self, format: str, *args: object) -> None:
        """Visits are booked, not printed."""


def _ordered(path: str) -> str:
    """The path with its query in the order in which these sites write it: real ones do not care for the order."""
    name, _, query = path.partition("?")
    fields = sorted(parse_qsl(query), key=lambda pair: (pair[0] == "start", pair))
    return f"{name}?{urlencode(fields)}" if fields else name


def _etag(found: Resource) -> str:
    return f'"{hashlib.sha256(found.body).hexdigest()[:16]}"'
