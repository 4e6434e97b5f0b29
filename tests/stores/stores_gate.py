"""A gate before a real server: who shows the key passes as one of its users, until the key has ended."""

from __future__ import annotations

import base64
import json
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPSConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from stores.elastic.node import Node

NOT_PASSED = ("host", "accept-encoding", "authorization", "content-length")


@dataclass
class Gate:
    """`ended`: why the key is no longer taken, in a full server's words; empty while it is."""

    port: int
    ended: str = ""


@contextmanager
def gate(node: Node, user: str) -> Iterator[Gate]:
    """Passes requests on as this user, whose password is USER-secret-USER."""
    trusted = ssl.create_default_context(cafile=str(node.folder / "config" / "cert.pem"))
    known = "Basic " + base64.b64encode(f"{user}:{user}-secret-{user}".encode()).decode()

    class Passing(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def passed(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            if made.ended or not self.headers["Authorization"].startswith("ApiKey "):
                told = {"type": "security_exception", "reason": "unable to authenticate with provided credentials"}
                told["additional_unsuccessful_credentials"] = f"API key: {made.ended}"
                self.answer(401, {"Content-Type": "application/json"}, json.dumps({"error": told}).encode())
                return
            asked = HTTPSConnection("127.0.0.1", node.port, context=trusted)
            held = {name: value for name, value in self.headers.items() if name.lower() not in NOT_PASSED}
            asked.request(self.command, self.path, body, held | {"Authorization": known})
            said = asked.getresponse()
            self.answer(said.status, dict(said.headers), said.read())
            asked.close()

        def answer(self, status: int, held: dict[str, str], body: bytes) -> None:
            self.send_response(status)
            for name in ("Content-Type", "X-elastic-product"):
                if value := {**held, "X-elastic-product": "Elasticsearch"}.get(name, held.get(name.lower())):
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Nothing."""

    for method in ("GET", "POST", "PUT", "DELETE", "HEAD"):
        setattr(Passing, f"do_{method}", Passing.passed)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Passing)
    made = Gate(server.server_port)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield made
    server.shutdown()
    server.server_close()
