"""Sketches of texts, by which copies of a document are found again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from core.ids import content_id
from stores.base import CopySketch
from stores.codec import build
from stores.elastic.change import Change
from stores.elastic.families import DOCUMENTS, SKETCHES
from stores.elastic.part import Part, body_of, instant, month_of, pieces
from stores.elastic.searching import Hit

_OLDEST = [{"first_seen": "asc"}, {"document_id": "asc"}]


class Sketches(Part):
    """Sketches at rest."""

    def copies_of(self, folded: Sequence[str], bands: Sequence[int]) -> list[CopySketch]:
        """Candidates, oldest group first; of equal texts in one group the first seen stands for all."""
        asked = [{"folded": some} for some in pieces(folded)] + [{"bands": some} for some in pieces(map(str, bands))]
        if not asked:
            return []
        query = {"bool": {"should": [{"terms": each} for each in asked]}}
        hits = self._base.hits(SKETCHES, query, _OLDEST, 10_000, collapse={"field": "alike"})
        ages = self._ages({hit["_source"]["group_id"] for hit in hits})
        return [build(CopySketch, hit["_source"]["body"]) for hit in sorted(hits, key=lambda hit: _order(hit, ages))]

    def _ages(self, groups: set[str]) -> dict[str, str]:
        """When each group was first seen."""
        ages: dict[str, str] = {}
        for some in pieces(sorted(groups), 5000):
            query = {"terms": {"group_id": some}}
            columns = ["group_id", "first_seen"]
            hits = self._server.hits(
                SKETCHES, query, _OLDEST, 10_000, collapse={"field": "group_id"}, source_includes=columns, fresh=False
            )
            ages.update({hit["_source"]["group_id"]: hit["_source"]["first_seen"] for hit in hits})
        return ages


def put_sketches(change: Change, sketches: Sequence[CopySketch]) -> None:
    """Keep sketches, each with the age of its document; those of unknown documents are left out."""
    for sketch in sketches:
        document = change.get(DOCUMENTS, sketch.document_id)
        if document is None:
            continue
        first_seen = datetime.fromisoformat(document["body"]["first_seen"])
        source = sketch_row(sketch, first_seen, document["fetched_at"])
        change.put(SKETCHES, sketch.document_id, source, month_of(first_seen))


def sketch_row(sketch: CopySketch, first_seen: datetime, age: str) -> dict[str, Any]:
    """The record of a sketch; `age` is the instant from which it is retained."""
    return {
        "document_id": sketch.document_id,
        "group_id": sketch.group_id,
        "folded": sketch.folded,
        "alike": content_id(sketch.group_id, sketch.folded),
        "bands": sorted({str(band) for band in sketch.bands}),
        "first_seen": instant(first_seen),
        "fetched_at": age,
        "body": body_of(sketch),
    }


def _order(hit: Hit, ages: dict[str, str]) -> tuple[str, str, str, str]:
    source = hit["_source"]
    return ages[source["group_id"]], source["group_id"], source["first_seen"], source["document_id"]
