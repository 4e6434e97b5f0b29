"""The words of an alarm are those of the posts it counted; the ordinary posts of its topic do not speak for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

from core.records import Document, Spike
from flows.spike_words import with_terms
from stores.base import EvidenceQuery

PEAK = date(2026, 11, 20)


def document(name: str, text: str, before: int = 0) -> Document:
    at = datetime(2026, 11, 20, tzinfo=UTC) - timedelta(days=before)
    empty: Any = dict.fromkeys(Document.__dataclass_fields__)
    return replace(
        Document(**empty), id=name, group_id=name, title="", text=text, language="en", fetched_at=at, first_seen=at
    )


COUNTED = [document(f"c{n}", "and her passport was kept") for n in range(6)]
ORDINARY = [document(f"o{n}", "and the restaurant has a passport photo booth") for n in range(4)]
EARLIER = [document(f"e{n}", "rain and market", 20) for n in range(40)]


class Kept:
    """A store with six counted posts, four ordinary ones of the same topic and days, and forty of the month before."""

    def spikes(self) -> list[Spike]:
        return []

    def findings_counted(self, *_: object) -> list[SimpleNamespace]:
        return [SimpleNamespace(document_id=one.id) for one in COUNTED]

    def documents(self, ids: list[str]) -> list[Document]:
        return [one for one in COUNTED if one.id in ids]

    def evidence(self, query: EvidenceQuery) -> list[tuple[Document, None]]:
        now = query.until == PEAK
        return [(one, None) for one in ([*COUNTED, *ORDINARY] if now else EARLIER)]


def test_a_word_has_no_more_posts_than_the_alarm_and_function_words_are_none() -> None:
    empty: Any = dict.fromkeys(Spike.__dataclass_fields__)
    spike = replace(Spike(**empty), id="s", stream="posts", topic="venue:V_RESTAURANT", level="city", place_id="1")
    house: Any = SimpleNamespace(store=Kept())
    [told] = with_terms(house, [replace(spike, peak=PEAK, window=7)], None)
    assert {(one.value, one.groups) for one in told.terms} == {("passport", 6), ("kept", 6)}
