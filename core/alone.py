"""One at a time: a lock on a file that dies with its holder."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.errors import Busy

#: Seconds that a lock may outlive its holder: killed while starting another process, it leaves the lock to that one
#: until that one begins its own program.
_PASSING = 5.0


@contextmanager
def alone(lock: Path, what: str, remedy: str) -> Iterator[None]:
    """Hold `what` alone by this file. Raises Busy naming it and the process that holds it."""
    handle = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _take(handle, what, remedy)
        os.ftruncate(handle, 0)
        os.write(handle, str(os.getpid()).encode())
        yield
    finally:
        os.close(handle)


def _take(handle: int, what: str, remedy: str) -> None:
    until = time.monotonic() + _PASSING
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError as error:
            holder = os.pread(handle, 20, 0).decode(errors="replace").strip()
            if _lives(holder) or time.monotonic() > until:
                named = f" (process {holder})" if holder else ""
                raise Busy(f"another run{named} is at work on {what}.", remedy=remedy) from error
        time.sleep(0.01)


def _lives(holder: str) -> bool:
    """Whether there is such a process, also one of another user; a lock that names none is just being taken."""
    try:
        os.kill(int(holder), 0)
    except ProcessLookupError:
        return False
    except (ValueError, OSError):
        return True
    return True
