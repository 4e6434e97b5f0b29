"""The flow that wakes somebody: it fails, by name, where a source is silent, raised an alarm or was not visited."""

from __future__ import annotations

from prefect import flow

from core.errors import StoreAway
from core.settings import load_settings
from flows.health import Unwell
from flows.house import House
from flows.outcome import Outcome, one_line
from flows.status import status


@flow(name="watch", persist_result=False)
def watch(home: str | None = None) -> list[Outcome]:
    """Look at the sources; nothing is written. Raises Unwell, StoreAway."""
    state = status(House(load_settings({"home": home})))
    if "store_away" in state:
        raise StoreAway(str(state["store_away"]))
    wrong, sources = state["wrong"], state["sources"]
    assert isinstance(wrong, tuple)
    assert isinstance(sources, dict)
    if wrong:
        raise Unwell(f"{one_line('; '.join(wrong))}.", remedy="`honeyguide status` and the page Sources tell more.")
    return [Outcome("watch", done=len(sources))]
