"""Spikes as lines for a terminal, rarest first."""

from __future__ import annotations

from collections.abc import Iterator

from flows.house import House

SHOWN = 10


def ranked(house: House, shown: int = SHOWN) -> Iterator[str]:
    """A headline, then one line a spike."""
    spikes = house.store.spikes()
    budget = house.settings.detect.budget_per_week
    spiked = "1 spike" if len(spikes) == 1 else f"{len(spikes)} spikes"
    false = "1 false one a week is" if budget == 1 else f"{budget:g} false ones a week are"
    yield f"{spiked} of posts bearing indicators; {false} to be expected."
    for rank, spike in enumerate(spikes[:shown], start=1):
        yield f"{rank:3}. {spike.sentence}"
    if len(spikes) > shown:
        yield f"     … and {len(spikes) - shown} more on the dashboard."
