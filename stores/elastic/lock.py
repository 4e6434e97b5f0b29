"""The one writer's lock: a record of the journal. It holds the note by which a dead writer's call is ended.

Elasticsearch has no transactions over several records. So a writer, before it changes more than one record, notes in
its lock how to undo that (or, for what may not be undone, such as erasure, how to complete it). Whoever finds the lock
of a dead writer first does what its note says.
"""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import orjson
import psutil
from elasticsearch import ConflictError, NotFoundError

from core.errors import StoreAway
from stores.elastic.bulk import Op
from stores.elastic.families import JOURNAL, write_alias
from stores.elastic.server import Server

PATIENCE = 60.0  # seconds that a write waits for another's
# Seconds after which the silent lock of another machine's writer counts as that of a dead one; its own requests
# end sooner (`timeout`, 60 s), so that it writes nothing after that.
LEASE = 180.0
_PAGE_BYTES = 8_000_000
_WRITER = "writer"

# Locks of this process whose writes broke off, or whose release did not arrive: dead, although their process lives.
failed: set[str] = set()


class WriterLock:
    """Held by a token; `read` gives what is known of its holder."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._alias = write_alias(server.address.prefix, JOURNAL)

    def acquire(self, token: str) -> None:
        """Wait for the lock, and end what a dead holder began. Raises StoreAway when another writer does not let go."""
        until, seen, since = time.monotonic() + PATIENCE, None, time.monotonic()
        while True:
            if self._create(token):
                return
            found = self.read()
            if found is None:
                continue
            holder = found["_source"]["body"]
            if (found["_seq_no"], found["_primary_term"]) != seen:
                seen, since = (found["_seq_no"], found["_primary_term"]), time.monotonic()
            if self.is_dead(holder) or time.monotonic() - since > LEASE:
                if self._inherit(found, token):
                    return
                continue
            if time.monotonic() > until and holder["host"] == _host():
                raise _too_long(self._server.shown, PATIENCE)
            time.sleep(0.01)

    def _create(self, token: str) -> bool:
        with self._server.telling():
            try:
                self._put(_lock(token), _WRITER, op_type="create")
            except ConflictError:
                return False
        return True

    def read(self) -> dict[str, Any] | None:
        """The lock as it lies in the journal; None when nobody holds it."""
        with self._server.telling():
            try:
                return dict(self._server.client.get(index=self._alias, id=_WRITER).body)
            except NotFoundError:
                return None

    def _write(self, body: dict[str, Any], found: dict[str, Any] | None = None) -> None:
        held = {"if_seq_no": found["_seq_no"], "if_primary_term": found["_primary_term"]} if found else {}
        with self._server.telling():
            self._put(body, _WRITER, **held)

    def _put(self, body: dict[str, Any], key: str, **asked: Any) -> None:
        index, client = self._alias, self._server.client
        self._server.patiently(lambda: client.index(index=index, id=key, document=body, require_alias=True, **asked))

    def is_dead(self, holder: dict[str, Any]) -> bool:
        """Whether a holder is known to write no more: its process is gone, or its call broke off."""
        if holder["token"] in failed:
            return True
        if holder["host"] != _host():
            return False
        try:
            return bool(abs(psutil.Process(holder["pid"]).create_time() - holder["born"]) > 1)
        except psutil.Error:
            return True

    def _inherit(self, found: dict[str, Any], token: str) -> bool:
        """Take a dead writer's lock over, and do what its note says."""
        body = found["_source"]["body"]
        note = {name: body[name] for name in ("ops", "pages") if name in body}
        try:
            self._write(_lock(token, **note), found)
        except StoreAway as error:
            if isinstance(error.__cause__, ConflictError):
                return False
            raise
        try:
            ops = [(op[0], op[1], op[2], op[3]) for op in self._noted(note)]
            self._server.bulk(ops, between=self.beating(token))
            self._write(_lock(token))
        except BaseException:
            failed.add(token)
            raise
        failed.discard(body["token"])
        return True

    def arm(self, token: str, ops: list[Op]) -> None:
        """Note what is to be done if this writer dies, before it begins."""
        pages = list(_pages(ops))
        if len(pages) == 1:
            self._write(_lock(token, ops=pages[0]))
            return
        for number, page in enumerate(pages):
            with self._server.telling():
                self._put({"kind": "page", "body": {"ops": page}}, f"page-{number}")
        self._write(_lock(token, pages=len(pages)))

    def _noted(self, note: dict[str, Any]) -> Iterator[list[Any]]:
        yield from note.get("ops", [])
        for number in range(note.get("pages", 0)):
            with self._server.telling():
                page = self._server.client.get(index=self._alias, id=f"page-{number}")
            yield from page["_source"]["body"]["ops"]

    def beat(self, token: str) -> None:
        """Show that the holder lives, where its call may take longer than LEASE. Raises StoreAway once it was taken."""
        found = self._own(token)
        self._write(found["_source"], found)

    def beating(self, token: str) -> Callable[[], None]:
        """`beat`, to be called as often as one likes: it is done a few times a lease."""
        last = time.monotonic()

        def beat() -> None:
            nonlocal last
            if time.monotonic() - last > LEASE / 6:
                self.beat(token)
                last = time.monotonic()

        return beat

    def release(self, token: str) -> None:
        """Let go. Raises StoreAway when another writer took over meanwhile."""
        found = self._own(token)
        with self._server.telling():
            client = self._server.client.options(ignore_status=404)
            for number in range(found["_source"]["body"].get("pages", 0)):
                client.delete(index=self._alias, id=f"page-{number}")
            client.delete(index=self._alias, id=_WRITER)

    def _own(self, token: str) -> dict[str, Any]:
        found = self.read()
        if found is None or found["_source"]["body"]["token"] != token:
            raise StoreAway(
                f"{self._server.shown}: this writer was so slow that another one took over.",
                remedy="What it wrote last may be undone: start again.",
            )
        return found


def _lock(token: str, **note: Any) -> dict[str, Any]:
    born = psutil.Process().create_time()
    return {"kind": _WRITER, "body": {"token": token, "host": _host(), "pid": os.getpid(), "born": born, **note}}


def _host() -> str:
    """This machine since it was started, and its room of process numbers."""
    try:
        room = f"{Path('/proc/sys/kernel/random/boot_id').read_text().strip()}/{Path('/proc/self/ns/pid').readlink()}"
    except OSError:
        room = ""
    return f"{socket.gethostname()}/{room}"


def _pages(ops: list[Op]) -> Iterator[list[Op]]:
    page: list[Op] = []
    size = 0
    for op in ops:
        length = len(orjson.dumps(op[3])) if op[3] is not None else 60
        if page and size + length > _PAGE_BYTES:
            yield page
            page, size = [], 0
        page.append(op)
        size += length
    yield page


def _too_long(shown: str, seconds: float) -> StoreAway:
    """Another writer did not let go."""
    return StoreAway(
        f"{shown}: another program kept the store locked for longer than {seconds:.0f} s.",
        remedy="Wait for it to end, or stop it, and start again. Nothing is half written.",
    )
