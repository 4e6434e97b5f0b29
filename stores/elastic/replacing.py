"""Replacing the findings of documents: one analysis out, another in."""

from __future__ import annotations

from collections.abc import Sequence

from core.ids import content_id
from core.records import Finding
from stores.base import Analysed
from stores.elastic.change import Change
from stores.elastic.documents import past_id
from stores.elastic.families import BOOKS, DOCUMENTS, FINDINGS, PAST
from stores.elastic.kept import (
    Source,
    finding_body,
    finding_key,
    finding_of,
    finding_row,
    findings_kept,
    reading_row,
)
from stores.elastic.part import body_of, day_of, instant, month_of, places_of
from stores.versions import version_key


def to_count_id(group_id: str) -> str:
    """The id of the note that a group is to be counted anew."""
    return f"to_count~{group_id}"


def settled_id(group_id: str, stream: str, topic: str) -> str:
    """The id of the note that a group stays counted under a topic although its finding is gone."""
    return f"settled~{content_id(group_id, stream, topic)}"


class Replacing:
    """Analyses put one after another into one change, which knows what is stored of their documents."""

    def __init__(self, change: Change, analysed: Sequence[Analysed]) -> None:
        self._change = change
        self._dirty: set[str] = set()
        ids = {one.document_id for one in analysed}
        change.load(DOCUMENTS, ids)
        change.load(PAST, map(past_id, ids))
        claimed = [f for one in analysed for f in one.findings if f.counted]
        change.load(PAST, {settled_id(f.group_id, f.stream, f.topic) for f in claimed})

    def put(self, analysed: Analysed) -> str:
        """Put one analysis: "new", "replaced" or "same"."""
        key = version_key(analysed.version)
        old = self._change.get(FINDINGS, analysed.document_id)
        gone = self._change.get(PAST, past_id(analysed.document_id))
        if (gone and gone["erased"]) or (old and key < old["version_key"]):
            return "same"
        kept = findings_kept(self._change, old) if old else {}
        bodies = [(finding, finding_body(finding)) for finding in analysed.findings]
        self._mark_document(analysed, key)
        if old and _holds(old, kept, analysed, bodies):
            return "same"
        counted = {i: finding_of(source) for i, source in kept.items() if source["counted"]}
        put = [(finding, self._counts(finding, counted), body) for finding, body in bodies]
        before = {i: (source["counted"], source["body"]) for i, source in kept.items()}
        if {finding.id: (counts, body) for finding, counts, body in put} != before:
            self._dirty |= {analysed.reading.group_id, *([old["group_id"]] if old else [])}
        self._write(analysed, key, old["exposed"] if old else gone is None, put, set(kept))
        return "replaced" if old else "new"

    def mark_groups(self) -> None:
        """Note which groups are to be counted anew."""
        self._change.load(BOOKS, map(to_count_id, self._dirty))
        for group in sorted(self._dirty):
            self._change.put(BOOKS, to_count_id(group), {"kind": "to_count", "key": group})

    def _counts(self, finding: Finding, counted: dict[str, Finding]) -> bool:
        """Whether a finding counts: as it says itself, or as it did before, until its group is counted anew."""
        if finding.counted:
            settled = settled_id(finding.group_id, finding.stream, finding.topic)
            return self._change.get(PAST, settled) is None
        before = counted.get(finding.id)
        if before is None or not finding.countable:
            return False
        return (before.group_id, before.stream, before.topic) == (finding.group_id, finding.stream, finding.topic)

    def _write(
        self, analysed: Analysed, key: str, exposed: bool, put: list[tuple[Finding, bool, Source]], kept: set[str]
    ) -> None:
        reading = analysed.reading
        document = self._change.get(DOCUMENTS, analysed.document_id)
        age = document["fetched_at"] if document else instant(reading.first_seen)
        month = month_of(reading.first_seen)
        row = reading_row(analysed, key, exposed, age)
        self._change.put(FINDINGS, analysed.document_id, row, month)
        # A reading that is there stays in its month, and its new findings join it there.
        month = self._change.month(FINDINGS, analysed.document_id)
        for finding, counts, body in put:
            record = finding_row(finding, counts, age, body)
            self._change.put(FINDINGS, finding_key(analysed.document_id, finding.id), record, month)
        for i in kept - {finding.id for finding, _, _ in put}:
            self._change.drop(FINDINGS, finding_key(analysed.document_id, i))

    def _mark_document(self, analysed: Analysed, key: str) -> None:
        """Note on the document by which version it was analysed, and what evidence asks for."""
        document = self._change.get(DOCUMENTS, analysed.document_id)
        if document is None:
            return
        reading = analysed.reading
        marks = {
            "stale": False,
            "analysed": True,
            "version": analysed.version,
            "version_key": key,
            "signal": reading.signal,
            "urgent": reading.urgent,
            "stream": reading.stream,
            "source": reading.source,
            "topics": sorted({finding.topic for finding in analysed.findings}),
            "day": day_of(reading.day),
            **places_of(reading),
        }
        self._change.put(DOCUMENTS, analysed.document_id, {**document, **marks})


def _holds(old: Source, kept: dict[str, Source], analysed: Analysed, bodies: list[tuple[Finding, Source]]) -> bool:
    """Whether an analysis, its findings given with their bodies, is the stored one, counted as it is here."""
    if old["version"] != analysed.version or old["body"] != body_of(analysed.reading):
        return False
    return len(bodies) == len(kept) and all(
        finding.id in kept and kept[finding.id]["body"] == body and kept[finding.id]["counted"] >= finding.counted
        for finding, body in bodies
    )
