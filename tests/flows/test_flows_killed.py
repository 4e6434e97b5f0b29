"""Killed at any moment and started again, a run ends with exactly the records of one that was never killed."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from demo import cards, server, world
from flows import steps
from flows.house import House

STEPS = ("crawl", "read", "analyse", "count", "detect", "brief")


def records(house: House) -> dict[str, set[Any]]:
    """Ids of all records, who is grouped with whom, and what counts: all that must not depend on when it was killed.

    Which of two copies of one day gives its group the name depends on which page came first, and is left out.
    """
    store = house.store
    documents = [one for batch in store.to_analyse("999999", 500) for one in batch]
    groups: dict[str, set[str]] = {}
    for document in documents:
        groups.setdefault(document.group_id, set()).add(document.id)
    findings = [finding for document in documents for finding in store.findings(document.id)]
    return {
        "documents": {document.id for document in documents},
        "groups": {frozenset(members) for members in groups.values()},
        "findings": {(finding.id, finding.version) for finding in findings},
        "readings": {one.id for one in documents if store.reading(one.id)},
        "counted": {(f.topic, frozenset(groups[f.group_id])) for f in findings if f.counted},
        "spikes": {spike.id for spike in store.spikes()},
        "digests": {(digest.week, digest.edition) for digest in store.digests()},
    }


def in_a_child(work: Callable[[], object], seconds: float | None) -> bool:
    """Do `work` in a forked process; kill it with -9 after `seconds` unless it is done. True when it was done."""
    child = os.fork()
    if child == 0:
        try:
            os.setpgid(0, 0)
            work()
            os._exit(0)
        except BaseException as error:
            os.write(2, f"{type(error).__name__}: {error}\n".encode())
            os._exit(1)
    with contextlib.suppress(ProcessLookupError):  # here as well: a kill may come before the child has got so far
        os.setpgid(child, child)
    deadline = time.monotonic() + (seconds if seconds is not None else 600)
    while time.monotonic() < deadline:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            assert status == 0, f"a step failed by itself (status {status})"
            return True
        time.sleep(0.002)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    assert seconds is not None, "a step did not end within its time"
    return False


@pytest.fixture(scope="module")
def served() -> Iterator[tuple[world.World, Any]]:
    invented = world.make(11, date(2026, 11, 22), "small")
    with server.serve(invented) as sites:
        yield invented, sites


def run_step(make_house: Any, home: Path, name: str) -> None:
    house: House = make_house(home)
    with house.locked():
        steps.MAIN_LINE[name](house)
    house.store.close()


def whole_run(make_house: Any, home: Path, served: Any) -> dict[str, float]:
    """An unkilled run; returns the seconds of each step."""
    cards.write(served[0], served[1].addresses, home)
    seconds = {}
    for name in STEPS:
        started = time.monotonic()
        assert in_a_child(lambda name=name: run_step(make_house, home, name), None)
        seconds[name] = time.monotonic() - started
    return seconds


def kill_and_finish(make_house: Any, home: Path, served: Any, seconds: dict[str, float], kills: dict[str, int]) -> int:
    """Kill each step at random instants of its usual time, then let it finish. Returns how many kills struck."""
    cards.write(served[0], served[1].addresses, home)
    hand, struck = random.Random(5), 0
    for name in STEPS:
        usual = seconds[name]
        for _ in range(kills[name]):
            # In the first third: what one attempt did the next need not do, so later instants would find it done.
            after, began = hand.uniform(0.0, usual / 3), time.monotonic()
            if in_a_child(lambda name=name: run_step(make_house, home, name), after):
                usual = time.monotonic() - began  # all is done, or the machine less busy than it was
            else:
                struck += 1
        assert in_a_child(lambda name=name: run_step(make_house, home, name), None)
    return struck


@pytest.mark.full
@pytest.mark.timeout(1800)
def test_twenty_kills_over_all_steps_change_no_record(tmp_path: Path, make_house: Any, served: Any) -> None:
    seconds = whole_run(make_house, tmp_path / "whole", served)
    kills = {"crawl": 8, "read": 8, "analyse": 8, "count": 4, "detect": 4, "brief": 4}
    struck = kill_and_finish(make_house, tmp_path / "killed", served, seconds, kills)
    assert struck >= 20
    whole, killed = records(make_house(tmp_path / "whole")), records(make_house(tmp_path / "killed"))
    assert len(whole["documents"]) > 1000
    assert killed == whole
