"""The weekly flow: the digest of the last whole week."""

from __future__ import annotations

from prefect import flow

from core.settings import load_settings
from flows.daily import step
from flows.house import House
from flows.outcome import Outcome


@flow(name="weekly", persist_result=False)
def weekly(home: str | None = None) -> list[Outcome]:
    """Brief, after the numbers have been brought up to date."""
    with House(load_settings({"home": home})).locked():
        return [step(name, home) for name in ("count", "detect", "brief")]
