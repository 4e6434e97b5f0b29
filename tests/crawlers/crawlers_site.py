"""A small web server on loopback whose pages a test writes down, and which keeps a log of what it was asked."""

from __future__ import annotations

import contextlib
import math
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Reply:
    body: bytes | str = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    kind: str | None = "text/html; charset=utf-8"
    drip: float = 0.0


type Answer = Reply | str | Callable[[Any], Reply]


@dataclass
class Site:
    pages: dict[str, Answer] = field(default_factory=dict)
    robots: Answer | None = "User-agent: *\nCrawl-delay: 0.01\n"
    address: str = ""
    log: list[tuple[float, str, dict[str, str]]] = field(default_factory=list)
    open_now: int = 0
    most_open: int = 0
    most_asked: float = math.inf  # what is asked for beyond so many pages waits for an answer until this is raised

    def asked(self, *, robots: bool = False) -> list[str]:
        """The paths asked for, in order."""
        return [path for _, path, _ in self.log if robots or path != "/robots.txt"]

    def forget(self) -> None:
        self.log.clear()

    def reply(self, path: str, headers: Any) -> Reply:
        answer = self.robots if path == "/robots.txt" else self.pages.get(path)
        if answer is None:
            return Reply("not here", 404)
        if callable(answer):
            return answer(headers)
        if isinstance(answer, str):
            kind = "text/plain" if path == "/robots.txt" else "text/html; charset=utf-8"
            answer = Reply(answer.replace("{site}", self.address), kind=kind)
        tag = answer.headers.get("ETag")
        if tag and headers.get("If-None-Match") == tag:
            return Reply(status=304, headers={"ETag": tag})
        return answer


@contextlib.contextmanager
def serving(site: Site, tls: ssl.SSLContext | None = None, host: str = "127.0.0.1") -> Iterator[Site]:
    """Serve a site until the block ends; its address is set on it."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def setup(self) -> None:
            super().setup()
            site.open_now += 1
            site.most_open = max(site.most_open, site.open_now)

        def finish(self) -> None:
            site.open_now -= 1
            with contextlib.suppress(OSError):
                super().finish()

        def do_GET(self) -> None:
            site.log.append((time.monotonic(), self.path, dict(self.headers)))
            while len(site.asked()) > site.most_asked:
                time.sleep(0.005)
            reply = site.reply(self.path, self.headers)
            body = reply.body.encode() if isinstance(reply.body, str) else reply.body
            self.send_response(reply.status)
            if reply.kind and reply.status != 304:
                self.send_header("Content-Type", reply.kind)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            if "Content-Length" not in reply.headers:
                self.send_header("Content-Length", str(len(body)))
            with contextlib.suppress(OSError):
                self.end_headers()
                self._send(body, reply.drip)

        def _send(self, body: bytes, drip: float) -> None:
            if not drip:
                self.wfile.write(body)
                return
            for at in range(len(body)):
                self.wfile.write(body[at : at + 1])
                self.wfile.flush()
                time.sleep(drip)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer((host, 0), Handler)
    server.daemon_threads = True
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    site.address = f"{'https' if tls else 'http'}://{host}:{server.server_port}"
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
