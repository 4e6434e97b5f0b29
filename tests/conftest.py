"""Skips are for what a machine may lack: in CI (HONEYGUIDE_CI=1) only reference data may be. One search server."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import settings

from stores.elastic.distribution import missing
from stores.elastic.node import QUICK, Node

REFERENCE = "reference data"

# A busy machine must not decide whether a property holds.
settings.register_profile("any-machine", deadline=None)
settings.load_profile("any-machine")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, Any, Any]:
    report = yield
    if os.environ.get("HONEYGUIDE_CI") and report.skipped and not hasattr(report, "wasxfail"):
        reason = str(report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr)
        if REFERENCE not in reason:
            report.outcome = "failed"
            report.longrepr = f"{item.nodeid} was skipped where nothing may be lacking: {reason}"
    return report


@pytest.fixture(scope="session")
def elastic_node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Node]:
    """One real server for the whole session; ELASTIC_TEST_PORT names one that runs already (`make elasticsearch`)."""
    if port := os.environ.get("ELASTIC_TEST_PORT"):
        yield Node(tmp_path_factory.mktemp("elasticsearch"), int(port))
        return
    with room_for_server() as folder:
        node = Node(folder, options=QUICK)
        node.start()
        yield node
        node.stop()


@pytest.fixture(scope="session")
def server_room() -> Callable[[], AbstractContextManager[Path]]:
    """A folder for a further server."""
    return room_for_server


@contextmanager
def room_for_server() -> Iterator[Path]:
    """A folder for a server, which may have to run as another user; skips where no server can be had."""
    if lacks := missing():
        pytest.skip(f"no Elasticsearch server: {lacks}")
    # Not in pytest's own folder: it closes that to other users. In memory where there is some: nothing is to be kept.
    memory = Path("/dev/shm")
    with TemporaryDirectory(prefix="honeyguide-es-", dir=memory if os.access(memory, os.W_OK) else None) as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)
