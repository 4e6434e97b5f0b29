"""Spikes as lines for a terminal, rarest first."""

from __future__ import annotations

from collections.abc import Iterator

from flows.house import House

SHOWN = 10


def ranked(house: House, shown: int = SHOWN) -> Iterator[str]:
    """A headline, then one line a spike."""
    spikes = house.store.spikes()
    budget = house.settings.detect.budget_per_week
    yield f"{len(spikes)} spikes of posts bearing indicators; {budget:g} false ones a week are to be expected."
    for rank, spike in enumerate(spikes[:shown], start=1):
        yield f"{rank:3}. {spike.sentence}"
    if len(spikes) > shown:
        yield f"     … and {len(spikes) - shown} more on the dashboard."
