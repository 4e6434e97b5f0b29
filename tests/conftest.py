"""Skips are for what a machine may lack: in CI (HONEYGUIDE_CI=1) only reference data may be. One search server."""

from __future__ import annotations

import datetime as dt
import fcntl
import ipaddress
import os
import shutil
from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import psutil
import pytest
from hypothesis import settings
from xdist.scheduler import LoadFileScheduling

from stores.elastic.distribution import missing
from stores.elastic.node import QUICK, Node

REFERENCE = "reference data"
SHARED = "TESTS_OF_HONEYGUIDE_SHARED"  # names the folder that all workers share

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


class _ByFile(LoadFileScheduling):
    """A file is one worker's; so are all of the main line's, which share an invented world that takes a minute."""

    def _split_scope(self, nodeid: str) -> str:
        file: str = super()._split_scope(nodeid)
        return "tests/flows" if file.startswith("tests/flows/") else file


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadFileScheduling:
    return _ByFile(config, log)


def pytest_configure(config: pytest.Config) -> None:
    """The process that all workers come from makes the folder they share."""
    if not hasattr(config, "workerinput"):
        os.environ[SHARED] = str(_server_folder())


def pytest_unconfigure(config: pytest.Config) -> None:
    """It also stops the server that a worker may have started there: workers end at different times."""
    if not hasattr(config, "workerinput"):
        folder = Path(os.environ.pop(SHARED))
        with suppress(FileNotFoundError, psutil.NoSuchProcess):
            server = psutil.Process(int((folder / "pid").read_text()))
            server.terminate()
            _, still_there = psutil.wait_procs([server], 60)
            for one in still_there:
                one.kill()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def elastic_node(tmp_path_factory: pytest.TempPathFactory) -> Node:
    """One real server for all workers; ELASTIC_TEST_PORT names one that runs already (`make elasticsearch`)."""
    if port := os.environ.get("ELASTIC_TEST_PORT"):
        return Node(tmp_path_factory.mktemp("elasticsearch"), int(port))
    _skip_without_server()
    folder = Path(os.environ[SHARED])
    with (folder / "first").open("w") as first:
        fcntl.flock(first, fcntl.LOCK_EX)  # the other worker waits here until the server answers
        if (folder / "port").is_file():
            return Node(folder, int((folder / "port").read_text()))
        node = Node(folder, options=QUICK)
        node.start()
        (folder / "port").write_text(str(node.port))
        return node


@pytest.fixture(scope="session")
def server_room() -> Callable[[], AbstractContextManager[Path]]:
    """A folder for a further server."""
    return room_for_server


@contextmanager
def room_for_server() -> Iterator[Path]:
    """A folder for a server; skips where no server can be had."""
    _skip_without_server()
    folder = _server_folder()
    yield folder
    shutil.rmtree(folder, ignore_errors=True)  # a server that was stopped may still put something there


def _skip_without_server() -> None:
    if lacks := missing():
        pytest.skip(f"no Elasticsearch server: {lacks}")


def _server_folder() -> Path:
    """Open to the other user that a server may have to run as; in memory where there is some: nothing is to be kept."""
    memory = Path("/dev/shm")
    folder = Path(mkdtemp(prefix="honeyguide-es-", dir=memory if os.access(memory, os.W_OK) else None))
    folder.chmod(0o755)
    return folder


@pytest.fixture(scope="session")
def certified() -> Callable[[Path], None]:
    """Makes a certificate of this machine that nobody vouches for: cert.pem and key.pem in a folder."""
    return _certify


def _certify(folder: Path) -> None:
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    here = [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), now, now + dt.timedelta(1))
        .add_extension(x509.SubjectAlternativeName(here), critical=False)
        .sign(key, hashes.SHA256())
        .public_bytes(serialization.Encoding.PEM)
    )
    plain = serialization.NoEncryption()
    held = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    (folder / "cert.pem").write_bytes(made)
    (folder / "key.pem").write_bytes(held)
