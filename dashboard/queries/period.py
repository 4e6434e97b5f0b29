"""Which days a page speaks of: the last day anything was read or judged, and the seven days that end on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from core.records import Exposure, Stream
from stores.base import Store

_STREAMS: tuple[Stream, ...] = ("posts", "orders", "news", "advocacy")


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `since` to `until`, both included."""

    since: date
    until: date

    @property
    def days(self) -> int:
        """How many days it holds."""
        return (self.until - self.since).days + 1

    def before(self, days: int, *, guard: int = 0) -> Period:
        """The `days` days that end `guard` days before this period begins."""
        until = self.since - timedelta(days=1 + guard)
        return Period(until - timedelta(days=days - 1), until)


def week_to(day: date) -> Period:
    """The seven days that end on `day`."""
    return Period(day - timedelta(days=6), day)


def last_day(store: Store) -> date | None:
    """The last day judged by the detector, else the last day with anything read; None for an empty store."""
    judged = (store.state("detection") or {}).get("judged_until")
    if isinstance(judged, str):
        return date.fromisoformat(judged)
    return max((row.day for row in store.exposure("country")), default=None)


def streams(exposure: Iterable[Exposure]) -> tuple[Stream, ...]:
    """The streams that were read, posts first."""
    seen = {row.stream for row in exposure}
    return tuple(stream for stream in _STREAMS if stream in seen)


def ends_of_weeks(until: date, weeks: int) -> list[date]:
    """The last days of so many seven-day steps, oldest first, the last one being `until`."""
    return [until - timedelta(days=7 * back) for back in range(weeks - 1, -1, -1)]
