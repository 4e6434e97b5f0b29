"""One call's changes to the store: gathered in memory, then made as a whole or not at all.

Elasticsearch has no transactions over several records. So one writer at a time holds a lock, which is a record in the
journal; before it changes more than one record it notes there how to undo that (or, for what may not be undone, such as
erasure, how to complete it). Whoever finds the lock of a dead writer first does what its note says.
"""

from __future__ import annotations

import os
import socket
import time
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

import orjson
import psutil
from elasticsearch import ConflictError, NotFoundError

from core.errors import BadInput, StoreAway
from stores.elastic.families import FAMILIES, JOURNAL, Family, write_alias
from stores.elastic.faults import told
from stores.elastic.server import Hit, Op, Server, too_long

PATIENCE = 60.0  # seconds that a write waits for another's
# Seconds after which the silent lock of another machine's writer counts as that of a dead one; its own requests
# end sooner (`timeout`, 60 s), so that it writes nothing after that.
LEASE = 180.0
_SETTLING = 10.0  # seconds that a store may take to be whole when it is opened
_PAGE_BYTES = 8_000_000
_WRITER = "writer"


# Locks of this process whose writes broke off, or whose release did not arrive: dead, although their process lives.
_failed: set[str] = set()


class Change:
    """What one call changes. `load` first what may be there, then `put` and `drop`."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._old: dict[tuple[str, str], tuple[str, dict[str, Any]]] = {}
        self._new: dict[tuple[str, str], tuple[str, dict[str, Any]] | None] = {}
        self.forward = False  # complete instead of undoing when the writer dies

    def load(self, family: Family, ids: Iterable[str]) -> None:
        """Read these records, so that `get` knows them."""
        self.take(family, self._server.fetch(family, ids).values())

    def take(self, family: Family, hits: Iterable[Hit]) -> None:
        """These records, found by a search, are known from now on."""
        for hit in hits:
            self._old[family.name, hit["_id"]] = (self._month(family, hit["_index"]), hit["_source"])

    def get(self, family: Family, key: str) -> dict[str, Any] | None:
        """A record that was loaded, as this change leaves it."""
        place = (family.name, key)
        entry = self._new[place] if place in self._new else self._old.get(place)
        return entry[1] if entry else None

    def put(self, family: Family, key: str, source: dict[str, Any], month: str = "") -> None:
        """Write a record; one that is there stays in its month."""
        old = self._old.get((family.name, key))
        self._new[family.name, key] = (old[0] if old else month, source)

    def drop(self, family: Family, key: str) -> None:
        """Remove a record."""
        self._new[family.name, key] = None

    def month(self, family: Family, key: str) -> str:
        """The month in which this change leaves a record."""
        entry = self._new.get((family.name, key)) or self._old.get((family.name, key))
        return entry[0] if entry else ""

    def ops(self) -> tuple[list[Op], list[Op]]:
        """What is to be done, and how it is undone."""
        families = {family.name: family for family in FAMILIES}
        do: list[Op] = []
        undo: list[Op] = []
        for place, new in self._new.items():
            old = self._old.get(place)
            if new == old:
                continue
            month = (new or old or ("",))[0]
            alias, key = write_alias(self._server.address.prefix, families[place[0]], month), place[1]
            do.append(("delete", alias, key, None) if new is None else ("index", alias, key, new[1]))
            undo.append(("delete", alias, key, None) if old is None else ("index", alias, key, old[1]))
        return do, undo

    def months(self) -> set[tuple[str, str]]:
        """Families and months that are written to."""
        return {(name, new[0]) for (name, _), new in self._new.items() if new is not None}

    def _month(self, family: Family, index: str) -> str:
        if not family.dated:
            return ""
        return index.removeprefix(write_alias(self._server.address.prefix, family)).rsplit(".v", 1)[0]


class Journal:
    """The lock and its notes."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._alias = write_alias(server.address.prefix, JOURNAL)
        self._mine = Lock()

    def open(self) -> None:
        """Make the journal where it is missing, and clear away what a dead writer left."""
        self._server.ensure(JOURNAL)
        self._settle_patiently()

    def _settle_patiently(self) -> None:
        until = time.monotonic() + _SETTLING
        while True:
            try:
                self.settle()
                return
            except StoreAway as error:
                status = getattr(error.__cause__, "status_code", 0)
                if status == 403:
                    return  # a reader: the next writer settles it
                # An index that was made, or a server that was started, this moment is known before it can be read.
                if status != 503 or time.monotonic() > until:
                    raise
                time.sleep(0.05)

    def settle(self) -> None:
        """Do what the note of a dead writer says, if there is one."""
        found = self._read()
        if found is not None and self._is_dead(found["_source"]["body"]):
            with self.writing():
                pass

    def settle_own(self) -> None:
        """The same, for writes of this process that broke off."""
        if _failed:
            self._settle_patiently()

    @contextmanager
    def writing(self) -> Iterator[Change]:
        """The one writer's change: made when the block ends, all of it, or nothing. Raises StoreAway, BadInput."""
        with self._mine:
            token = uuid.uuid4().hex
            try:
                self._acquire(token)
            except BaseException:
                _failed.add(token)  # the lock may have been taken, the answer lost
                raise
            try:
                change = Change(self._server)
                yield change
                self._make(change, token)
            except BaseException:
                self._release_quietly(token)
                raise
            self._release(token)

    def _make(self, change: Change, token: str) -> None:
        do, undo = change.ops()
        families = {family.name: family for family in FAMILIES}
        for name, month in sorted(change.months()):
            self._server.ensure(families[name], month)
        if len(do) > 1:
            self._arm(token, do if change.forward else undo)
        written = [0]
        try:
            self._server.bulk(do, written=written)
        except BadInput:
            self._undo(token, do if change.forward else undo, written)
            raise
        except StoreAway as error:
            # An answer of the server, not its silence: where it took nothing, there is nothing to be undone.
            if error.__cause__ is not None or written[0]:
                _failed.add(token)
            raise
        except BaseException:
            _failed.add(token)
            raise

    def _undo(self, token: str, ops: list[Op], written: list[int]) -> None:
        if not written[0]:
            return
        try:
            self._server.bulk(ops)
        except BaseException:
            _failed.add(token)
            raise

    # -- the lock
    def _acquire(self, token: str) -> None:
        until, seen, since = time.monotonic() + PATIENCE, None, time.monotonic()
        while True:
            if self._create(token):
                return
            found = self._read()
            if found is None:
                continue
            holder = found["_source"]["body"]
            if (found["_seq_no"], found["_primary_term"]) != seen:
                seen, since = (found["_seq_no"], found["_primary_term"]), time.monotonic()
            if self._is_dead(holder) or time.monotonic() - since > LEASE:
                if self._inherit(found, token):
                    return
                continue
            if time.monotonic() > until and holder["host"] == _host():
                raise too_long(self._server.shown, PATIENCE)
            time.sleep(0.01)

    def _create(self, token: str) -> bool:
        with told(self._server.shown):
            try:
                self._server.client.create(index=self._alias, id=_WRITER, document=_lock(token), require_alias=True)
            except ConflictError:
                return False
        return True

    def _read(self) -> dict[str, Any] | None:
        with told(self._server.shown):
            try:
                return dict(self._server.client.get(index=self._alias, id=_WRITER).body)
            except NotFoundError:
                return None

    def _write(self, body: dict[str, Any], found: dict[str, Any] | None = None) -> None:
        held = {"if_seq_no": found["_seq_no"], "if_primary_term": found["_primary_term"]} if found else {}
        with told(self._server.shown):
            self._server.client.index(index=self._alias, id=_WRITER, document=body, require_alias=True, **held)

    def _is_dead(self, holder: dict[str, Any]) -> bool:
        if holder["token"] in _failed:
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
            with told(self._server.shown):
                self._server.client.index(
                    index=self._alias,
                    id=_WRITER,
                    document=_lock(token, **note),
                    if_seq_no=found["_seq_no"],
                    if_primary_term=found["_primary_term"],
                )
        except StoreAway as error:
            if isinstance(error.__cause__, ConflictError):
                return False
            raise
        try:
            self._server.bulk([(op[0], op[1], op[2], op[3]) for op in self._noted(note)])
            self._write(_lock(token))
        except BaseException:
            _failed.add(token)
            raise
        _failed.discard(body["token"])
        return True

    # -- the note
    def _arm(self, token: str, ops: list[Op]) -> None:
        """Note what is to be done if this writer dies, before it begins."""
        pages = list(_pages(ops))
        if len(pages) == 1:
            self._write(_lock(token, ops=pages[0]))
            return
        for number, page in enumerate(pages):
            document = {"kind": "page", "body": {"ops": page}}
            with told(self._server.shown):
                self._server.client.index(index=self._alias, id=f"page-{number}", document=document)
        self._write(_lock(token, pages=len(pages)))

    def _noted(self, note: dict[str, Any]) -> Iterator[list[Any]]:
        yield from note.get("ops", [])
        for number in range(note.get("pages", 0)):
            with told(self._server.shown):
                page = self._server.client.get(index=self._alias, id=f"page-{number}")
            yield from page["_source"]["body"]["ops"]

    def _release(self, token: str) -> None:
        found = self._read()
        if found is None or found["_source"]["body"]["token"] != token:
            raise StoreAway(
                f"{self._server.shown}: this writer was so slow that another one took over.",
                remedy="What it wrote last may be undone: start again.",
            )
        with told(self._server.shown):
            client = self._server.client.options(ignore_status=404)
            for number in range(found["_source"]["body"].get("pages", 0)):
                client.delete(index=self._alias, id=f"page-{number}")
            client.delete(index=self._alias, id=_WRITER)

    def _release_quietly(self, token: str) -> None:
        """After a failure: a write that broke off stays noted, for whoever comes next."""
        if token in _failed:
            return
        try:
            self._release(token)
        except StoreAway:
            _failed.add(token)


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
