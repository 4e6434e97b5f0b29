"""What reading shows of a source's health: fields suddenly empty, and a newest document that grows old."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from core.cards import Source
from core.records import Posting
from crawlers.report import shape, shape_alarms, stale_alarm
from flows.house import House

FILES = ("table", "warc")  # a file is as old as it is


class Watch:
    """The shapes of what one `read` unpacked, source by source, held against those of the last one that was enough."""

    def __init__(self) -> None:
        self._shapes: dict[str, dict[str, float]] = {}
        self._newest: dict[str, date] = {}

    def note(self, pairs: Sequence[tuple[Posting, Source]]) -> None:
        """Take the postings of some parcels into account."""
        by_source: dict[str, list[Posting]] = {}
        for posting, card in pairs:
            by_source.setdefault(card.id, []).append(posting)
        for source, postings in by_source.items():
            self._shapes[source] = _merged(self._shapes.get(source, {}), shape(postings))
            days = [one.published_at.date() if one.published_at else one.published_day for one in postings]
            known = [day for day in days if day is not None]
            self._newest[source] = max([*known, self._newest.get(source, date.min)])

    def alarms(self, house: House) -> Iterator[str]:
        """Sentences by name; what was seen is kept for the next time."""
        today = house.clock().date()
        watched = {source: card for source, card in house.cards.items() if source in house.sources | self._shapes}
        for source, card in watched.items():
            before = house.store.state(f"shape of {source}") or {}
            now = self._shapes.get(source, {})
            newest = max(self._newest.get(source, date.min), _day(before.get("newest")))
            yield from (f"{source}: {alarm}" for alarm in shape_alarms(now, _numbers(before)))
            stale = stale_alarm(card, newest, today) if newest > date.min and card.kind not in FILES else None
            if stale:
                yield f"{source}: {stale}"
            if now:
                house.store.set_state(f"shape of {source}", {**now, "newest": newest.isoformat()})


def _merged(one: Mapping[str, float], other: Mapping[str, float]) -> dict[str, float]:
    """The shape of both together: shares weighted by documents."""
    total = one.get("documents", 0.0) + other.get("documents", 0.0)
    shares = {
        name: (one.get(name, 0.0) * one.get("documents", 0.0) + share * other["documents"]) / total
        for name, share in other.items()
        if name != "documents"
    }
    return {"documents": total, **shares}


def _numbers(state: Mapping[str, object]) -> dict[str, float]:
    return {name: float(value) for name, value in state.items() if isinstance(value, int | float)}


def _day(held: object) -> date:
    return date.fromisoformat(str(held)) if held else date.min
