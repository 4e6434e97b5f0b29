"""A lock that dies with its holder, also one that was killed while it started another process."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from core.alone import alone
from core.errors import Busy


def test_a_living_holder_is_named_at_once(tmp_path: Path) -> None:
    with (
        alone(tmp_path / "lock", "the home", "Wait."),
        pytest.raises(Busy, match=rf"process {os.getpid()}\) is at work on the home"),
        alone(tmp_path / "lock", "the home", "Wait."),
    ):
        pass


def test_what_a_dead_holder_was_starting_is_waited_for(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    holder = os.fork()
    if holder == 0:
        with alone(tmp_path / "lock", "the home", "Wait."):
            if os.fork() == 0:  # inherits the lock, and keeps it until the pipe is closed
                os.close(writing)
                os.read(reading, 1)
            os._exit(0)
    os.waitpid(holder, 0)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("core.alone._PASSING", 0.0)
        with pytest.raises(Busy, match="is at work"), alone(tmp_path / "lock", "the home", "Wait."):
            pass
    threading.Timer(0.1, os.close, [writing]).start()
    with alone(tmp_path / "lock", "the home", "Wait."):
        assert (tmp_path / "lock").read_text() == str(os.getpid())
    os.close(reading)
