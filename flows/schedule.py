"""Which sites are visited now: as seldom as their cards say. Files of the operator's own are read at every run."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from core.cards import Source
from flows.house import House
from flows.outcome import Outcome
from flows.watching import FILES

VISITED = ("active", "unverified")
# Half a day less than the name says: a run that begins a little earlier than its forerunner would else miss its turn.
WAITS = {"weekly": timedelta(days=6, hours=12), "monthly": timedelta(days=27, hours=12)}


def due(house: House, cards: Sequence[tuple[Path, Source]]) -> tuple[list[tuple[Path, Source]], Outcome]:
    """The cards whose turn it is, and which others there are, in words; that no card is active is an alarm."""
    now = [(path, card) for path, card in cards if _is_due(house, card)]
    later = [f"{card.id} ({card.schedule})" for path, card in cards if (path, card) not in now]
    notes = (f"not visited, by the schedule of their cards: {', '.join(later)}",) if later else ()
    alarms = () if cards else ("no source was visited: not one card is active",)
    return now, Outcome("crawl", notes=notes, alarms=alarms)


def _is_due(house: House, card: Source) -> bool:
    """Whether its last visit that brought a page and was not cut off is long enough ago, or lies in the future: then a
    clock was wrong, and to wait for it might take years."""
    if card.kind in FILES or card.schedule not in (*WAITS, "never"):
        return True
    if card.schedule == "never":
        return False
    made = [report.ended for report in house.store.reports(card.id) if report.finished and report.pages]
    age = house.clock() - max(made) if made else None
    return age is None or not timedelta(0) <= age < WAITS[card.schedule]
