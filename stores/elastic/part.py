"""What every part of the store stands on: the server and its journal, and small helpers for records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from typing import Any

import orjson

from core.errors import BadInput
from core.records import Finding, Level, Reading
from stores.codec import encode
from stores.elastic.journal import Journal
from stores.elastic.server import Server

# The field of an indexed record that holds the place at each level.
PLACE_FIELDS: dict[Level, str] = {"country": "country", "admin1": "admin1", "city": "city", "h3": "h3"}

type Query = dict[str, Any]


class Part:
    """One subject of the store: its methods are those of `stores.base.Store`, whose promises they keep."""

    def __init__(self, server: Server, journal: Journal) -> None:
        self._server = server
        self._journal = journal

    @property
    def _base(self) -> Server:
        """The server to read from, once a write of ours that broke off is undone."""
        self._journal.settle_own()
        return self._server


def body_of(record: object) -> dict[str, Any]:
    """A record as the mapping that is kept of it."""
    body: dict[str, Any] = orjson.loads(encode(record))
    return body


def instant(value: datetime) -> str:
    """An instant as a text that sorts: UTC, with microseconds. Raises BadInput for a naive one."""
    if value.tzinfo is None:
        raise BadInput(f"the instant {value.isoformat()} has no timezone.", remedy="Give it one, best UTC.")
    return value.astimezone(UTC).isoformat(timespec="microseconds")


def month_of(value: datetime) -> str:
    """The month of a dated index, "2026.03"."""
    return value.astimezone(UTC).strftime("%Y.%m")


def day_of(value: date | None) -> str | None:
    """A day as it is indexed."""
    return value.isoformat() if value is not None else None


def day_from(milliseconds: int) -> date:
    """A day from what an aggregation says of it."""
    return datetime.fromtimestamp(milliseconds / 1000, UTC).date()


def places_of(record: Finding | Reading) -> dict[str, str | None]:
    """The places of a record, as they are indexed."""
    return {"country": record.country, "admin1": record.admin1_id, "city": record.city_id, "h3": record.h3}


def every(*conditions: Query | None) -> Query:
    """All of these; None is no condition."""
    return {"bool": {"filter": [condition for condition in conditions if condition is not None]}}


def term(field: str, value: object) -> Query | None:
    """A field that has this value; None: open."""
    return None if value is None else {"term": {field: value}}


def within(field: str, since: object | None, until: object | None) -> Query | None:
    """A field between two days, both included; None: open."""
    bounds = {name: str(day) for name, day in (("gte", since), ("lte", until)) if day is not None}
    return {"range": {field: bounds}} if bounds else None


def pieces[T](values: Iterable[T], size: int = 1000) -> Iterator[list[T]]:
    """Values in lists of at most `size`."""
    listed: Sequence[T] = list(values)
    for start in range(0, len(listed), size):
        yield list(listed[start : start + size])
