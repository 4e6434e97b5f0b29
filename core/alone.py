"""One at a time: a lock on a file that dies with its holder."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.errors import Busy


@contextmanager
def alone(lock: Path, what: str, remedy: str) -> Iterator[None]:
    """Hold `what` alone by this file. Raises Busy naming it and the process that holds it."""
    handle = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder = os.read(handle, 20).decode(errors="replace").strip()
            raise Busy(
                f"another run{f' (process {holder})' if holder else ''} is at work on {what}.", remedy=remedy
            ) from error
        os.ftruncate(handle, 0)
        os.write(handle, str(os.getpid()).encode())
        yield
    finally:
        os.close(handle)
