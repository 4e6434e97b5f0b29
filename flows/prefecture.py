"""Running a Prefect flow by hand: its own home, no account, nothing sent out."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import UsageError

if TYPE_CHECKING:
    from flows.outcome import Outcome

FLOWS = {"daily": "flows.daily", "weekly": "flows.weekly", "watch": "flows.watch"}


def quieten(home: Path) -> None:
    """Settings that Prefect reads at import: everything under the home folder, no analytics, no colours in logs."""
    os.environ.setdefault("PREFECT_HOME", str(home / "prefect"))
    os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
    os.environ.setdefault("DO_NOT_TRACK", "1")
    os.environ.setdefault("PREFECT_LOGGING_TO_API_ENABLED", "false")
    os.environ.setdefault("PREFECT_LOGGING_LEVEL", "WARNING")
    # A server of its own takes some 15 s to start, and far longer on a machine at work; its own patience is 20 s.
    os.environ.setdefault("PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS", "240")


def run_flow(name: str, home: Path) -> list[Outcome]:
    """Run one flow in this process with a server of its own; returns what each step did."""
    if name not in FLOWS:
        raise UsageError(f"there is no flow '{name}'.", remedy=f"There are: {', '.join(FLOWS)}.")
    quieten(home)
    from importlib import import_module

    flow = getattr(import_module(FLOWS[name]), name)
    outcomes: list[Outcome] = flow(home=str(home))
    return outcomes
