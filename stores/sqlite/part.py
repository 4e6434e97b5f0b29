"""What every part of the store stands on: the database, and small helpers for its rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

import orjson

from core.errors import BadInput
from core.records import Level
from stores.sqlite.connection import Database

# The column of a reading that holds the place at each level.
PLACE_COLUMNS: dict[Level, str] = {"country": "country", "admin1": "admin1", "city": "city", "h3": "h3"}

# The field of a finding or reading that holds it.
PLACE_FIELDS: dict[Level, str] = {"country": "country", "admin1": "admin1_id", "city": "city_id", "h3": "h3"}


class Part:
    """One subject of the store: its methods are those of `stores.base.Store`, whose promises they keep."""

    def __init__(self, base: Database) -> None:
        self._base = base


def listed(values: Iterable[object]) -> str:
    """Values as one parameter, for `IN (SELECT value FROM json_each(?))`: no limit on their number."""
    return orjson.dumps(list(values)).decode()


def instant(value: datetime) -> str:
    """An instant as a text that sorts: UTC, with microseconds. Raises BadInput for a naive one."""
    if value.tzinfo is None:
        raise BadInput(f"the instant {value.isoformat()} has no timezone.", remedy="Give it one, best UTC.")
    return value.astimezone(UTC).isoformat(timespec="microseconds")


def within(column: str, since: object | None, until: object | None) -> tuple[list[str], list[str]]:
    """SQL conditions, and their parameters, that keep a column between two days (both included; None: open)."""
    bounds = [(f"{column} >= ?", since), (f"{column} <= ?", until)]
    return [sql for sql, day in bounds if day is not None], [str(day) for _, day in bounds if day is not None]


def where(conditions: Sequence[str]) -> str:
    """A WHERE clause of all conditions; empty without any."""
    return f"WHERE {' AND '.join(conditions)}" if conditions else ""
