"""The words that rose with each spike: its posts against those of the same place in the month before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from core.records import Spike
from flows.detecting import known_by
from flows.house import House
from stores.base import EvidenceQuery
from trends.terms import Text, rising

MONTH = timedelta(days=30)
MOST_POSTS = 500  # of either side; the newest


def with_terms(house: House, spikes: Sequence[Spike], as_of: date | None) -> list[Spike]:
    """The spikes with their rising words; those of job orders have hardly any text and stay as they are.

    An alarm that ended keeps the words it had: they are asked of the store once.
    """
    kept = {spike.id: spike for spike in house.store.spikes()}
    return [_told(house, spike, kept.get(spike.id), as_of) for spike in spikes]


def _told(house: House, spike: Spike, before: Spike | None, as_of: date | None) -> Spike:
    if spike.stream == "orders":
        return spike
    if before is not None and (before.peak, before.ended) == (spike.peak, spike.ended) and spike.ended is not None:
        return replace(spike, terms=before.terms)
    begin = spike.peak - timedelta(days=spike.window - 1)
    now = _texts(house, spike, spike.topic, begin, spike.peak, as_of)
    return replace(
        spike, terms=rising(now, _texts(house, spike, None, begin - MONTH, begin - timedelta(days=1), as_of))
    )


def _texts(
    house: House, spike: Spike, topic: str | None, since: date, until: date, as_of: date | None
) -> Iterator[Text]:
    asked = EvidenceQuery(
        topic=topic,
        stream=spike.stream,
        level=spike.level,
        place_id=spike.place_id,
        since=since,
        until=until,
        limit=MOST_POSTS,
    )
    for document, _ in house.store.evidence(asked):
        if known_by(as_of, document):
            yield document.group_id, f"{document.title}\n{document.text}"
