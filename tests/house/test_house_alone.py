"""A lock that dies with its holder, also one that was killed while it started another process."""

from __future__ import annotations

import fcntl
import os
import threading
from pathlib import Path

import psutil
import pytest

from core.alone import alone, held
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
        assert (tmp_path / "lock").read_text().split()[0] == str(os.getpid())
    os.close(reading)


@pytest.mark.parametrize(("began", "waited"), [(-3600.0, True), (0.0, False)])
def test_a_holder_is_known_by_its_number_and_its_beginning(tmp_path: Path, began: float, waited: bool) -> None:
    """Another process that bears the number of a dead holder by now is not the holder."""
    lock = tmp_path / "lock"
    started = psutil.Process(os.getpid()).create_time()
    with lock.open("w") as left, pytest.MonkeyPatch.context() as patched:
        left.write(f"{os.getpid()} {started + began:.2f}")
        left.flush()
        fcntl.flock(left, fcntl.LOCK_EX)
        naps: list[float] = []
        patched.setattr("core.alone.time.sleep", lambda span: (naps.append(span), fcntl.flock(left, fcntl.LOCK_UN)))
        if waited:
            with alone(lock, "the home", "Wait."):
                assert naps
        else:
            with pytest.raises(Busy, match=str(os.getpid())), alone(lock, "the home", "Wait."):
                pass


@pytest.mark.parametrize("text", ["", "0", "999999999", "12 x", "not a number"])
def test_a_lock_that_an_older_or_broken_program_left_is_taken(tmp_path: Path, text: str) -> None:
    (tmp_path / "lock").write_text(text)
    with alone(tmp_path / "lock", "the home", "Wait."):
        pass


def test_whether_somebody_is_at_work_is_told_without_taking_the_lock(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    assert not held(lock)
    with alone(lock, "the home", "Wait."):
        assert held(lock)
    assert not held(lock)
    lock.write_text(f"{os.getpid()} 1.00")  # left by one that was killed, and whose number is used again
    assert not held(lock)
