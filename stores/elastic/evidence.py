"""Evidence: the documents behind the numbers, searched and filtered."""

from __future__ import annotations

from core.records import Document, Reading
from stores.base import EvidenceQuery
from stores.elastic.documents import document_of
from stores.elastic.families import DOCUMENTS, FINDINGS
from stores.elastic.kept import reading_of
from stores.elastic.part import PLACE_FIELDS, Part, Query, every, term, within
from stores.elastic.words import asked

_NEWEST = [{"day": {"order": "desc", "missing": "_last"}}, {"id": "asc"}]


class Evidence(Part):
    """What an analyst may look at."""

    def evidence(self, query: EvidenceQuery) -> list[tuple[Document, Reading]]:
        """Documents analysed in their present edition, with readings: newest day first (undated last), then by id.

        `text`: all its words must stand in title or text; "quoted phrases" whole; `begin*` by their beginning.
        A text without any word finds nothing, but for the empty one, which leaves the words open.
        """
        match = asked(query.text)
        if query.limit <= 0 or (query.text.strip() and match is None):
            return []
        size = query.offset + query.limit
        columns = ["withdrawn", "body"]
        hits = self._base.hits(DOCUMENTS, _conditions(query, match), _NEWEST, size, source_includes=columns)
        hits = hits[query.offset :]
        readings = self._server.fetch(FINDINGS, [hit["_id"] for hit in hits])
        return [
            (document_of(hit["_source"]), reading_of(readings[hit["_id"]]["_source"]))
            for hit in hits
            if hit["_id"] in readings
        ]


def _conditions(query: EvidenceQuery, match: list[Query] | None) -> Query:
    return every(
        term("withdrawn", None if query.gone_too else False),
        term("stale", False),
        term("analysed", True),
        term("signal", True if query.signal_only else None),
        term("urgent", True if query.urgent_only else None),
        term("stream", query.stream),
        term("source", query.source),
        term("topics", query.topic),
        term(PLACE_FIELDS[query.level], query.place_id) if query.level is not None else None,
        within("day", query.since, query.until),
        *(match or []),
    )
