"""The words that rose with each spike: its posts against those of the same place in the month before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from core.records import Document, Spike
from flows.detecting import known_by
from flows.house import House
from nlp.function_words import without_function_words
from stores.base import EvidenceQuery
from trends.terms import Text, rising

MONTH = timedelta(days=30)
MOST_POSTS = 500  # of the month before; the newest


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
    earlier = _around(house, spike, begin - MONTH, begin - timedelta(days=1))
    return replace(spike, terms=rising(_texts(_counted(house, spike, begin), as_of), _texts(earlier, as_of)))


def _counted(house: House, spike: Spike, begin: date) -> list[Document]:
    """The posts that the spike counted, not all that bear its topic: a word never has more posts than the alarm."""
    found = house.store.findings_counted(spike.stream, spike.topic, spike.level, [spike.place_id], begin, spike.peak)
    return house.store.documents(sorted({one.document_id for one in found}))


def _around(house: House, spike: Spike, since: date, until: date) -> Iterator[Document]:
    asked = EvidenceQuery(
        stream=spike.stream,
        level=spike.level,
        place_id=spike.place_id,
        since=since,
        until=until,
        limit=MOST_POSTS,
    )
    yield from (document for document, _ in house.store.evidence(asked))


def _texts(documents: Iterable[Document], as_of: date | None) -> Iterator[Text]:
    for document in documents:
        if known_by(as_of, document):
            yield document.group_id, without_function_words(f"{document.title}\n{document.text}", document.language)
