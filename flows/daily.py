"""The daily flow: the very steps of `honeyguide run`, up to the alarms, as Prefect tasks."""

from __future__ import annotations

from prefect import flow, get_run_logger, task

from core.settings import load_settings
from flows import steps
from flows.house import House
from flows.outcome import Outcome

# A step may meet a site or store that is away for a moment; the step itself is repeatable, so it is simply run again.
RETRIES, RETRY_SECONDS = 2, 60


@task(retries=RETRIES, retry_delay_seconds=RETRY_SECONDS, persist_result=False)
def step(name: str, home: str | None) -> Outcome:
    """One step of the main line over one home; what it has to tell stands in the log of the run as well."""
    outcome: Outcome = steps.MAIN_LINE[name](House(load_settings({"home": home})))
    get_run_logger().info("\n".join(outcome.lines()))
    return outcome


@flow(name="daily", persist_result=False)
def daily(home: str | None = None) -> list[Outcome]:
    """Crawl, read, analyse, count, detect."""
    with House(load_settings({"home": home})).locked():
        return [step(name, home) for name in ("crawl", "read", "analyse", "count", "detect")]
