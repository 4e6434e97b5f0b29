"""Days and weeks: a day is a local date, a week is ISO and named by its Monday, an instant is UTC."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

type Clock = Callable[[], datetime]


def now() -> datetime:
    """The present instant in UTC; the one clock, handed down by `flows` so that tests can hold it still."""
    return datetime.now(UTC)


def local_day(instant: datetime, timezone: str) -> date:
    """The local date of an instant. Raises ValueError for a naive instant."""
    if instant.tzinfo is None:
        raise ValueError(f"an instant without a timezone cannot be placed on a day: {instant.isoformat()}")
    return instant.astimezone(ZoneInfo(timezone)).date()


def monday(day: date) -> date:
    """The Monday that names the ISO week of `day`."""
    return day - timedelta(days=day.weekday())


def week_over(week: date, timezones: Iterable[str]) -> datetime:
    """The instant from which the week named by its Monday is over in all these zones (none: in UTC)."""
    # A midnight that the clocks leap over, or come by twice, is the instant at which the new date begins all the same.
    next_monday = datetime.combine(week + timedelta(weeks=1), time())
    zones = set(timezones) or {"UTC"}
    return max(next_monday.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC) for zone in zones)


def span(first: date, last: date) -> list[date]:
    """All days from `first` to `last`, both included; empty when `last` comes before `first`."""
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
