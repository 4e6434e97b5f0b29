"""Findings: put with the reading they belong to, and counted a group at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from core.records import Finding, Level, Reading, Stream
from stores.base import Analysed, Written
from stores.elastic.change import Change
from stores.elastic.families import BOOKS, FINDINGS, PAST
from stores.elastic.kept import finding_of, load_kept, reading_of
from stores.elastic.part import PLACE_FIELDS, Part, Query, every, pieces, term, within
from stores.elastic.replacing import Replacing, settled_id, to_count_id
from stores.elastic.searching import Hit
from stores.sound import check

_FINDINGS = {"term": {"kind": "finding"}}
_BY_GROUP = [{"group_id": "asc"}, {"document_id": "asc"}, {"id": "asc"}]


class Findings(Part):
    """Readings and findings at rest."""

    def replace_findings(self, analysed: Sequence[Analysed]) -> Written:
        """Put readings and findings in place of older ones; an older version, or an erased document, changes nothing.

        A finding that was counted stays so, under the same id, group and topic, until its group is counted anew.
        """
        for one in analysed:
            check(one)
        if not analysed:
            return Written()
        with self._journal.writing() as change:
            load_kept(change, list(dict.fromkeys(one.document_id for one in analysed)))
            replacing = Replacing(change, analysed)
            done = {"new": 0, "replaced": 0, "same": 0}
            for one in analysed:
                done[replacing.put(one)] += 1
            replacing.mark_groups()
            return Written(**done)

    def reading(self, document_id: str) -> Reading | None:
        """The reading of one document."""
        found = self._base.fetch(FINDINGS, [document_id])
        return reading_of(found[document_id]["_source"]) if found else None

    def findings(self, document_id: str) -> list[Finding]:
        """The findings of one document, by id."""
        query = every(_FINDINGS, term("document_id", document_id))
        return [finding_of(hit["_source"]) for hit in self._base.hits(FINDINGS, query, [{"id": "asc"}], 10_000)]

    def groups_to_count(self, batch: int) -> Iterator[list[str]]:
        """Ids of groups whose findings changed since they were last counted, by id."""
        after = ""
        while True:
            query = every(term("kind", "to_count"), {"range": {"key": {"gt": after}}})
            hits = self._base.hits(BOOKS, query, [{"key": "asc"}], min(batch, 10_000), source_includes=["key"])
            if not hits:
                return
            groups = [str(hit["_source"]["key"]) for hit in hits]
            after = groups[-1]
            yield groups

    def findings_of_groups(self, group_ids: Sequence[str]) -> list[Finding]:
        """All findings of these groups, by group, document and id."""
        return [finding_of(hit["_source"]) for hit in self._of_groups(group_ids)]

    def set_counted(self, group_ids: Sequence[str], counted: Sequence[str]) -> None:
        """Count these groups by exactly these findings, and note them as done.

        A topic for which a forgotten finding of the group was counted stays counted by that one, and by no other.
        """
        if not group_ids:
            return
        chosen = set(counted)
        with self._journal.writing() as change:
            hits = self._of_groups(group_ids)
            change.take(FINDINGS, hits)
            change.load(BOOKS, map(to_count_id, group_ids))
            named = {settled_id(h["_source"]["group_id"], h["_source"]["stream"], h["_source"]["topic"]) for h in hits}
            change.load(PAST, named)
            for hit in hits:
                _count(change, hit, chosen)
            for group in group_ids:
                change.drop(BOOKS, to_count_id(group))

    def findings_behind(
        self, stream: Stream, topic: str, level: Level, place_id: str, since: date, until: date
    ) -> list[Finding]:
        """All findings of the documents by which a series counted between two days, by document and id."""
        place = term(PLACE_FIELDS[level], place_id)
        query = every(
            _FINDINGS, term("counted", True), term("topic", topic), term("stream", stream), place,
            within("day", since, until),
        )  # fmt: skip
        hits = self._base.scan(FINDINGS, query, [{"document_id": "asc"}], source_includes=["document_id"])
        documents = sorted({hit["_source"]["document_id"] for hit in hits})
        return [
            finding
            for some in pieces(documents, 5000)
            for finding in self._found(every(_FINDINGS, {"terms": {"document_id": some}}))
        ]

    def findings_counted(
        self, stream: Stream, topic: str, level: Level, places: Sequence[str] | None, since: date, until: date
    ) -> list[Finding]:
        """The findings by which these places (None: all of the level) counted between two days, by document and id."""
        field = PLACE_FIELDS[level]
        place = {"exists": {"field": field}} if places is None else {"terms": {field: list(places)}}
        return self._found(
            every(
                _FINDINGS, term("counted", True), term("topic", topic), term("stream", stream), place,
                within("day", since, until),
            )
        )  # fmt: skip

    def _found(self, query: Query) -> list[Finding]:
        hits = self._base.scan(FINDINGS, query, [{"document_id": "asc"}, {"id": "asc"}])
        return [finding_of(hit["_source"]) for hit in hits]

    def _of_groups(self, group_ids: Sequence[str]) -> list[Hit]:
        return [
            hit
            for some in pieces(sorted(set(group_ids)), 5000)
            for hit in self._server.scan(FINDINGS, every(_FINDINGS, {"terms": {"group_id": some}}), _BY_GROUP)
        ]


def _count(change: Change, hit: Hit, chosen: set[str]) -> None:
    source = hit["_source"]
    settled = change.get(PAST, settled_id(source["group_id"], source["stream"], source["topic"])) is not None
    counts = source["id"] in chosen and not settled
    if counts != source["counted"]:
        change.put(FINDINGS, hit["_id"], {**source, "counted": counts})
