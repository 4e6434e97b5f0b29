"""`python -m dashboard --home HOME --port N --address A`: serve the dashboard of a home until stopped."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("STREAMLIT_BROWSER_GATHER_USAGE_STATS", "false")

from core.errors import HoneyguideError
from core.settings import Settings, load_settings
from dashboard.access import OF_KEYS


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve; returns the exit code. The address goes to stdout once the port is held, everything else to stderr."""
    parser = argparse.ArgumentParser(prog="python -m dashboard", description="Look at what a home holds.")
    parser.add_argument("--home", type=Path, help="folder of the run (default: HONEYGUIDE_HOME or ./honeyguide-home)")
    parser.add_argument("--port", type=int, help="port to listen on; 0 for any free one (default: 8501)")
    parser.add_argument("--address", help="address to listen on (default: 127.0.0.1)")
    parser.add_argument("--new-key", metavar="NAME", help="make a key for the API, show it once, and end")
    parser.add_argument(
        "--key-for", choices=OF_KEYS, default="aggregates", help="what the new key opens (default: aggregates)"
    )
    parser.add_argument("--drop-key", metavar="NAME", help="forget a key of the API, and end")
    given = parser.parse_args(arguments)
    overrides = {"home": given.home, "dashboard.port": given.port, "dashboard.address": given.address}
    try:
        settings = load_settings({key: value for key, value in overrides.items() if value is not None})
        if given.new_key or given.drop_key:
            return _keys(settings, given.new_key, given.drop_key, given.key_for)
        from dashboard.server import serve

        serve(settings, lambda address: print(f"Dashboard: {address}", flush=True))
    except HoneyguideError as error:
        print(error, file=sys.stderr)
        return error.code
    except KeyboardInterrupt:
        return 0
    return 0


def _keys(settings: Settings, new: str | None, old: str | None, purpose: str) -> int:
    """Make or drop a key; a new one goes to stdout, this once."""
    from dashboard import house, keys, system

    house.configure(settings)
    with house.opened() as store:
        if old:
            keys.drop(store, old, system.user())
        if new:
            print(keys.make(store, new, system.user(), purpose))
    return 0


if __name__ == "__main__":
    sys.exit(main())
