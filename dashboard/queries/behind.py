"""The posts behind a number: exactly those by which a series counted in some days, so that number and list agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from core.records import Document, Reading
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
    found = store.findings_behind(key.stream, key.topic, key.level, key.place_id, days.since, days.until)
    mine = [finding for finding in found if finding.counted and finding.topic == key.topic]
    by_group = {finding.group_id: Counted(finding.document_id, finding.day) for finding in mine if finding.day}
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
