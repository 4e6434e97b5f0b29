"""Searching the posts: what can be chosen from, and one page of what was found."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.records import Document, Finding, Reading
from dashboard.names import Names
from dashboard.queries.period import streams
from dashboard.queries.place import Post, one_a_group, with_reasons
from stores.base import EvidenceQuery, Store

PAGE = 20
OFFERED_DAYS = 91


@dataclass(frozen=True, slots=True)
class Choices:
    """What the filters offer: sources and topics seen in the last quarter, topics with their words."""

    sources: tuple[str, ...]
    topics: tuple[tuple[str, str], ...]
    countries: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """One page of evidence; `more` says whether another follows."""

    posts: tuple[Post, ...]
    more: bool


def choices(store: Store, names: Names, until: date) -> Choices:
    """Sources, topics and countries that occur."""
    since = until - timedelta(days=OFFERED_DAYS - 1)
    read = store.exposure("country", since=since, until=until)
    topics = {
        topic
        for stream in streams(read)
        for topic in store.groups_by_topic("country", stream=stream, since=since, until=until)
    }
    return Choices(
        sources=tuple(sorted({row.source for row in read})),
        topics=tuple(sorted(((topic, names.topic(topic)) for topic in topics), key=lambda pair: pair[1])),
        countries=tuple(sorted(((c, names.country(c)) for c in {r.place_id for r in read}), key=lambda pair: pair[1])),
    )


def search(store: Store, query: EvidenceQuery, page: int) -> Found:
    """One page, newest first; copies are shown once, with their number."""
    found = store.evidence(_paged(query, page))
    return Found(tuple(with_reasons(store, one_a_group(found[:PAGE]))), len(found) > PAGE)


def _paged(query: EvidenceQuery, page: int) -> EvidenceQuery:
    return replace(query, limit=PAGE + 1, offset=page * PAGE)


@dataclass(frozen=True, slots=True)
class Whole:
    """One post with all that is known of it."""

    post: Post
    findings: tuple[Finding, ...]


def whole(store: Store, document_id: str) -> Whole | None:
    """One post by its id; None where it is not kept, was withdrawn, or has not been read yet."""
    document, reading = store.document(document_id), store.reading(document_id)
    if document is None or reading is None or document.withdrawn:
        return None
    pair: list[tuple[Document, Reading]] = [(document, reading)]
    return Whole(with_reasons(store, pair)[0], tuple(store.findings(document_id)))
