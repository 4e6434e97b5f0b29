"""Looking: the dashboard, the state of the house, the demo."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from typing import Annotated

import typer

from core.errors import StoreAway
from flows.cli.door import handed_down, open_house, stoppable

ENDINGS = (signal.SIGTERM, signal.SIGHUP)


def add(app: typer.Typer) -> None:
    """Hang these commands into the application."""
    for command in (dashboard, status, doctor, demo):
        app.command()(command)


def dashboard(
    port: Annotated[int | None, typer.Option(help="Port to listen on (default 8501).")] = None,
    address: Annotated[str | None, typer.Option(help="Address to listen on (default 127.0.0.1).")] = None,
) -> None:
    """Show the dashboard; ends with Ctrl-C."""
    house = open_house(progress=False)
    raise typer.Exit(
        show(
            str(house.home),
            house.settings.dashboard.port if port is None else port,
            address or house.settings.dashboard.address,
            handed_down(),
        )
    )


def show(home: str, port: int, address: str, settings: Mapping[str, str]) -> int:
    """Run the dashboard, under these variables of the environment, until it is stopped; returns its exit code.

    Whoever ends this process means the dashboard: left alone it would go on answering.
    """
    command = [sys.executable, "-m", "dashboard", "--home", home, "--port", str(port), "--address", address]
    server = subprocess.Popen(command, env={**os.environ, **settings})
    before = {one: signal.signal(one, lambda number, _: server.send_signal(number)) for one in ENDINGS}
    try:
        code = server.wait()
    except KeyboardInterrupt:
        try:
            server.wait(timeout=10)  # Ctrl-C reaches both; `kill -INT` this process alone
        except subprocess.TimeoutExpired:
            server.terminate()
            server.wait()
        return 0
    finally:
        for one, was in before.items():
            signal.signal(one, was)
    if code == -signal.SIGINT:
        return 0  # Ctrl-C that reached the server first
    return code if code >= 0 else 128 - code


def status(
    json_: Annotated[bool, typer.Option("--json", help="One JSON object on standard output.")] = False,
    check: Annotated[bool, typer.Option("--check", help="End with code 1 where a source wants a person.")] = False,
) -> None:
    """What is kept, what waits, what was silent."""
    from flows.status import status as tell
    from flows.status import told

    state = tell(open_house(progress=False))
    print(json.dumps(state, ensure_ascii=False, default=str) if json_ else told(state))
    if "store_away" in state:
        raise typer.Exit(StoreAway.code)
    raise typer.Exit(1 if check and state["wrong"] else 0)


def doctor() -> None:
    """Check this machine and this home, and say what is wrong and what to do."""
    from flows.doctor import examine

    faults = 0
    for check in examine(open_house(progress=False)):
        faults += not check.good
        print(f"{'good ' if check.good else 'WRONG'}  {check.what}: {check.told}")
    raise typer.Exit(1 if faults else 0)


def demo(
    headless: Annotated[bool, typer.Option("--headless", help="Without the dashboard at the end.")] = False,
    json_: Annotated[bool, typer.Option("--json", help="End with one JSON object on standard output.")] = False,
    seed: Annotated[int, typer.Option(help="Which invented world.")] = 1,
    size: Annotated[str, typer.Option(help="full or small")] = "full",
    port: Annotated[int | None, typer.Option(help="Port of the dashboard.")] = None,
) -> None:
    """Crawl an invented world with the real crawler, find what was planted in it, and show it."""
    from core.settings import FILE_NAMED
    from flows.rehearsal import run_demo, told

    house = open_house()
    with stoppable("honeyguide demo"):
        score = run_demo(house, seed, size)
        print(json.dumps(score.figures)) if json_ else print(told(house, score))
    if not headless:
        chosen = house.settings.dashboard
        stock = {"HONEYGUIDE_STORE": "sqlite", FILE_NAMED: str(score.home / "honeyguide.toml")}
        code = show(str(score.home), chosen.port if port is None else port, chosen.address, stock)
        raise typer.Exit(code)
    raise typer.Exit(0 if score.passed else 1)
