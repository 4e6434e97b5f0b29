"""The end of things: retention after a preview, and erasure. Counts outlive what they were made from.

What goes leaves its numbers behind in the family `past`: a record for each combination of what is counted, whose
`_doc_count` says how many it stands for, so that the aggregations find them beside the living ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from core.ids import content_id
from stores.base import Forgettable
from stores.elastic.change import Change
from stores.elastic.documents import past_id
from stores.elastic.families import BOOKS, DOCUMENTS, FINDINGS, JOURNAL, PAST, SKETCHES, Family
from stores.elastic.kept import findings_kept, load_kept
from stores.elastic.part import Part, every, pieces
from stores.elastic.replacing import settled_id

_SLICE = 1000  # documents removed in one act

_COUNT_KEY = ("stream", "topic", "source", "day", "seen", "country", "admin1", "city", "h3")
_EXPOSURE_KEY = tuple(name for name in _COUNT_KEY if name != "topic")


class Forgetting(Part):
    """Retention and erasure. Ages are those of `fetched_at`, by UTC day."""

    def preview(self, before_documents: date, before_findings: date) -> Forgettable:
        """What `forget` with the same days would remove."""
        documents = self._base.count(DOCUMENTS, _older(before_documents))
        findings = self._server.count(FINDINGS, every({"term": {"kind": "finding"}}, _older(before_findings)))
        letters = self._base.count(BOOKS, _letters(before_documents))
        return Forgettable(documents, findings, before_documents, before_findings, letters)

    def forget(self, before_documents: date, before_findings: date) -> Forgettable:
        """Remove documents and dead letters, and readings with their findings, of before these days.

        Months left empty go whole.

        Sketches are kept as long as findings are, so that a late copy still joins its group. Slice after slice, each
        whole: if it breaks off, what is left is what a preview tells, and no number is changed.
        """
        gone = self.preview(before_documents, before_findings)
        for ids in self._slices(DOCUMENTS, _older(before_documents), "id"):
            self._drop(DOCUMENTS, ids)
        readings = every({"term": {"kind": "reading"}}, _older(before_findings))
        for ids in self._slices(FINDINGS, readings, "document_id"):
            with self._journal.writing() as change:
                change.forward = True
                _drop_readings(change, ids, erased=False)
        for ids in self._slices(SKETCHES, _older(before_findings), "document_id"):
            self._drop(SKETCHES, ids)
        while hits := self._base.hits(BOOKS, _letters(before_documents), [{"at": "asc"}], _SLICE, source_includes=[]):
            self._drop(BOOKS, [hit["_id"] for hit in hits])
        self._clean()
        return gone

    def erase(self, document_ids: Sequence[str]) -> int:
        """Remove documents with all that was made of them, never to be taken in again; how many were known."""
        known = 0
        for ids in pieces(dict.fromkeys(document_ids), _SLICE):
            with self._journal.writing() as change:
                change.forward = True
                change.load(DOCUMENTS, ids)
                change.load(SKETCHES, ids)
                known += _drop_readings(change, ids, erased=True)
                for i in ids:
                    for family in (DOCUMENTS, SKETCHES):
                        if change.get(family, i) is not None:
                            change.drop(family, i)
        if document_ids:
            self._clean()
        return known

    def _slices(self, family: Family, query: dict[str, Any], field: str) -> Iterator[list[str]]:
        while True:
            hits = self._base.hits(family, query, [{"fetched_at": "asc"}], _SLICE, source_includes=[field])
            if not hits:
                return
            yield [hit["_source"][field] for hit in hits]

    def _drop(self, family: Family, ids: Sequence[str]) -> None:
        with self._journal.writing() as change:
            change.forward = True
            change.load(family, ids)
            for i in ids:
                if change.get(family, i) is not None:
                    change.drop(family, i)

    def _clean(self) -> None:
        for family in (DOCUMENTS, FINDINGS, SKETCHES):
            self._server.drop_empty(family)
        self._server.scrub(DOCUMENTS, FINDINGS, SKETCHES, JOURNAL)


def _older(day: date) -> dict[str, Any]:
    return {"range": {"fetched_at": {"lt": day.isoformat()}}}


def _letters(before: date) -> dict[str, Any]:
    return every({"term": {"kind": "dead_letter"}}, {"range": {"at": {"lt": before.isoformat()}}})


def _drop_readings(change: Change, ids: Sequence[str], *, erased: bool) -> int:
    """Remove readings and findings, and note for what they stay counted; how many documents were known."""
    load_kept(change, ids)
    change.load(DOCUMENTS, ids)
    change.load(PAST, map(past_id, ids))
    readings = [reading for i in ids if (reading := change.get(FINDINGS, i))]
    counted = [f for r in readings for f in findings_kept(change, r).values() if f["counted"]]
    _leave(change, "count", counted, _COUNT_KEY)
    _leave(change, "exposure", [r for r in readings if r["exposed"]], _EXPOSURE_KEY)
    for finding in counted:
        group = {name: finding[name] for name in ("group_id", "stream", "topic")}
        change.put(PAST, settled_id(**group), {"kind": "settled", **group})
    for reading in readings:
        for finding in findings_kept(change, reading).values():
            change.drop(FINDINGS, f"{finding['document_id']}~{finding['id']}")
        change.drop(FINDINGS, reading["document_id"])
        document = change.get(DOCUMENTS, reading["document_id"])
        if document is not None:
            change.put(DOCUMENTS, reading["document_id"], {**document, "analysed": False})
    known = {i for i in ids if change.get(DOCUMENTS, i)} | {reading["document_id"] for reading in readings}
    for i in ids if erased else [reading["document_id"] for reading in readings]:
        old = change.get(PAST, past_id(i))
        gone = erased or bool(old and old["erased"])
        change.put(PAST, past_id(i), {"kind": "gone", "document_id": i, "erased": gone})
    return len(known)


def _leave(change: Change, kind: str, rows: Sequence[dict[str, Any]], fields: tuple[str, ...]) -> None:
    """Add the numbers of rows that go to those of the past; an undated one counts nowhere."""
    keyed: dict[str, tuple[dict[str, Any], list[dict[str, Any]]]] = {}
    for row in rows:
        if row["day"] is not None:
            key = {name: row[name] for name in fields}
            at = f"{kind}~{content_id(*(str(value) if value is not None else '~' for value in key.values()))}"
            keyed.setdefault(at, (key, []))[1].append(row)
    change.load(PAST, keyed)
    for at, (key, gone) in keyed.items():
        old = change.get(PAST, at)
        number = (old["_doc_count"] if old else 0) + len(gone)
        flag = {"counted": True} if kind == "count" else {}
        change.put(PAST, at, {"kind": kind, **key, **flag, "_doc_count": number})
