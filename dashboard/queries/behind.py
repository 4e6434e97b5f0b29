"""The posts behind a number: exactly those by which a series counted in some days, so that number and list agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from core.records import Document, Level, Reading, Stream
from dashboard.queries.period import Period
from dashboard.queries.place import Key, Post, with_reasons
from stores.base import Store


@dataclass(frozen=True, slots=True)
class Counted:
    """One post that was counted, by its id, and the day on which it was."""

    document_id: str
    day: date


def counted(store: Store, key: Key, days: Period) -> tuple[Counted, ...]:
    """What the series counted in these days, newest first: as many as the number says, copies counted once."""
    return counted_at(store, (key.stream, key.topic), key.level, [key.place_id], days)


def counted_at(
    store: Store, of: tuple[Stream, str], level: Level, places: Sequence[str] | None, days: Period
) -> tuple[Counted, ...]:
    """The same for several places of a level at once; None: for all of them."""
    found = store.findings_counted(*of, level, places, days.since, days.until)
    by_group = {finding.group_id: Counted(finding.document_id, finding.day) for finding in found if finding.day}
    return tuple(sorted(by_group.values(), key=lambda one: (-one.day.toordinal(), one.document_id)))


def by_day(found: Sequence[Counted]) -> dict[date, int]:
    """How many were counted on each day that has any, oldest day first."""
    return dict(sorted(Counter(one.day for one in found).items()))


def kept(store: Store, ids: Sequence[str]) -> list[Post]:
    """Those of these posts that are still kept, in the order asked for; expired and withdrawn ones are left out."""
    pairs: list[tuple[Document, Reading]] = []
    documents = {document.id: document for document in store.documents(ids)}
    for one in ids:
        document, reading = documents.get(one), store.reading(one)
        if document is not None and reading is not None and not document.withdrawn:
            pairs.append((document, reading))
    return with_reasons(store, pairs)
