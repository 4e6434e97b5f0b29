"""Documents: editions, withdrawal, the words to be searched, and what is still to be analysed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date
from typing import Any

from core.records import Document
from stores.base import CopySketch, Written
from stores.codec import build
from stores.elastic.change import Change
from stores.elastic.families import DOCUMENTS, PAST, SKETCHES
from stores.elastic.part import Part, body_of, day_of, every, instant, month_of, pieces
from stores.elastic.sketches import put_sketches
from stores.elastic.words import words
from stores.versions import version_key


class Documents(Part):
    """Documents at rest."""

    def put_documents(self, documents: Sequence[Document], sketches: Sequence[CopySketch] = ()) -> Written:
        """New documents and newer editions. What was erased does not come back: it counts as `same`."""
        if not documents and not sketches:
            return Written()
        bodies = [body_of(replace(document, withdrawn=False)) for document in documents]
        with self._journal.writing() as change:
            ids = {d.id for d in documents} | {s.document_id for s in sketches}
            change.load(DOCUMENTS, ids)
            change.load(PAST, map(past_id, ids))
            change.load(SKETCHES, {s.document_id for s in sketches})
            done = {"new": 0, "replaced": 0, "same": 0}
            put = set()
            for document, body in zip(documents, bodies, strict=True):
                kind = _put(change, document, body)
                done[kind] += 1
                if kind != "same":
                    put.add(document.id)
            refused = {d.id for d in documents} - put
            kept = [s for s in sketches if s.document_id not in refused and not is_erased(change, s.document_id)]
            put_sketches(change, kept)
            return Written(**done)

    def document(self, document_id: str) -> Document | None:
        """One document, or None when it is not known."""
        return next(iter(self.documents([document_id])), None)

    def documents(self, ids: Sequence[str]) -> list[Document]:
        """The known ones of these, in the order asked for."""
        found = self._base.fetch(DOCUMENTS, ids, source_includes=["withdrawn", "body"])
        return [document_of(found[i]["_source"]) for i in dict.fromkeys(ids) if i in found]

    def editions(self, ids: Sequence[str]) -> dict[str, str]:
        """The stored edition of each known id."""
        found = self._base.fetch(DOCUMENTS, ids, source_includes=["edition"])
        return {i: hit["_source"]["edition"] for i, hit in found.items()}

    def withdraw(self, ids: Sequence[str]) -> int:
        """Take documents out of evidence; how many were changed."""
        with self._journal.writing() as change:
            change.load(DOCUMENTS, ids)
            changed = 0
            for i in dict.fromkeys(ids):
                source = change.get(DOCUMENTS, i)
                if source is not None and not source["withdrawn"]:
                    change.put(DOCUMENTS, i, {**source, "withdrawn": True})
                    changed += 1
            return changed

    def documents_with_contact(self, pseudonyms: Sequence[str]) -> list[str]:
        """Ids of documents that name, or were written under, one of these pseudonyms; by id."""
        found = {
            hit["_source"]["id"]
            for some in pieces(pseudonyms)
            for hit in self._base.scan(
                DOCUMENTS, every({"terms": {"contacts": some}}), [{"id": "asc"}], source_includes=["id"]
            )
        }
        return sorted(found)

    def to_analyse(self, version: str, batch: int, since: date | None = None) -> Iterator[list[Document]]:
        """Documents not analysed, in their present edition, under this version; those of a newer one are left alone.

        `since` keeps those of that day or later; an undated document stands on the (UTC) day it was first seen.
        """
        key = version_key(version)
        other = {
            "bool": {"should": [{"term": {"stale": True}}, {"bool": {"must_not": {"term": {"version": version}}}}]}
        }
        wanted = {
            "bool": {"should": [{"range": {"version_key": {"lt": key}}}, every({"term": {"version_key": key}}, other)]}
        }
        day = {"range": {"since": {"gte": str(since)}}} if since else None
        return self._by_id(batch, wanted, day)

    def every_document(self, batch: int) -> Iterator[list[Document]]:
        """All documents, withdrawn ones too, by id, in batches."""
        return self._by_id(batch)

    def _by_id(self, batch: int, *conditions: dict[str, Any] | None) -> Iterator[list[Document]]:
        after = ""
        while True:
            query = every(*conditions, {"range": {"id": {"gt": after}}})
            hits = self._base.hits(
                DOCUMENTS, query, [{"id": "asc"}], min(batch, 10_000), source_includes=["withdrawn", "body"]
            )
            if not hits:
                return
            after = hits[-1]["_id"]
            yield [document_of(hit["_source"]) for hit in hits]


def _put(change: Change, document: Document, body: dict[str, Any]) -> str:
    """Put one document, unless a newer or the same edition is there: "new", "replaced" or "same"."""
    source = document_row(document, body)
    old = change.get(DOCUMENTS, document.id)
    if is_erased(change, document.id):
        return "same"
    if old is None:
        change.put(DOCUMENTS, document.id, source, month_of(document.first_seen))
        return "new"
    if document.edition == old["edition"] or source["fetched_at"] < old["fetched_at"]:
        return "same"
    first_seen = document_of(old).first_seen
    kept = replace(document, first_seen=first_seen)
    source = document_row(kept, {**body, "first_seen": old["body"]["first_seen"]})
    change.put(DOCUMENTS, document.id, {**source, "version": old["version"], "version_key": old["version_key"]})
    return "replaced"


def document_of(source: dict[str, Any]) -> Document:
    """A document from its record."""
    document = build(Document, source["body"])
    return replace(document, withdrawn=True) if source["withdrawn"] else document


def past_id(document_id: str) -> str:
    """The id under which it is noted that a document, or what was read in it, was removed."""
    return f"gone~{document_id}"


def is_erased(change: Change, document_id: str) -> bool:
    """Whether a document may not come back."""
    gone = change.get(PAST, past_id(document_id))
    return gone is not None and bool(gone["erased"])


def document_row(document: Document, body: dict[str, Any]) -> dict[str, Any]:
    """The record of a document that is not analysed."""
    since = document.day or document.first_seen.astimezone(UTC).date()
    return {
        "id": document.id,
        "edition": document.edition,
        "fetched_at": instant(document.fetched_at),
        "since": day_of(since),
        "withdrawn": document.withdrawn,
        "stale": True,
        "analysed": False,
        "version": "",
        "version_key": "",
        "contacts": sorted({*document.contacts, *([document.author] if document.author else [])}),
        "title": " ".join(words(document.title)),
        "text": " ".join(words(document.text)),
        "body": body,
    }
