"""The journal: one writer at a time makes its change whole, or not at all; what broke off is undone by the next."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from core.errors import BadInput, StoreAway
from stores.elastic.bulk import Op
from stores.elastic.change import Change
from stores.elastic.families import FAMILIES, JOURNAL
from stores.elastic.lock import WriterLock, failed
from stores.elastic.server import Server

_SETTLING = 10.0  # seconds that a store may take to be whole when it is opened


class Journal:
    """The lock and its notes."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._lock = WriterLock(server)
        self._mine = Lock()
        self._token = ""  # of the call that writes now

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
        found = self._lock.read()
        if found is not None and self._lock.is_dead(found["_source"]["body"]):
            with self.writing():
                pass

    def settle_own(self) -> None:
        """The same, for writes of this process that broke off."""
        if failed:
            self._settle_patiently()

    @contextmanager
    def writing(self) -> Iterator[Change]:
        """The one writer's change: made when the block ends, all of it, or nothing. Raises StoreAway, BadInput."""
        with self._mine:
            self._token = token = uuid.uuid4().hex
            try:
                self._lock.acquire(token)
            except BaseException:
                failed.add(token)  # the lock may have been taken, the answer lost
                raise
            try:
                change = Change(self._server)
                yield change
                self._make(change, token)
            except BaseException:
                self._release_quietly(token)
                raise
            self._lock.release(token)

    def beat(self) -> None:
        """Within `writing`: show other machines that this writer lives, where a call takes minutes."""
        self._lock.beat(self._token)

    def _make(self, change: Change, token: str) -> None:
        do, undo = change.ops()
        families = {family.name: family for family in FAMILIES}
        for name, month in sorted(change.months()):
            self._server.ensure(families[name], month)
        if len(do) > 1:
            self._lock.arm(token, do if change.forward else undo)
        written = [0]
        try:
            self._server.bulk(do, written=written, between=self._lock.beating(token))
        except BadInput:
            self._undo(token, do if change.forward else undo, written)
            raise
        except StoreAway as error:
            # An answer of the server, not its silence: where it took nothing, there is nothing to be undone.
            if error.__cause__ is not None or written[0]:
                failed.add(token)
            raise
        except BaseException:
            failed.add(token)
            raise

    def _undo(self, token: str, ops: list[Op], written: list[int]) -> None:
        if not written[0]:
            return
        try:
            self._server.bulk(ops, between=self._lock.beating(token))
        except BaseException:
            failed.add(token)
            raise

    def _release_quietly(self, token: str) -> None:
        """After a failure: a write that broke off stays noted, for whoever comes next."""
        if token in failed:
            return
        try:
            self._lock.release(token)
        except StoreAway:
            failed.add(token)
