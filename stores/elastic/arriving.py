"""Records of another store as records of this one: what `stores.migrate` writes, table by table."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

import orjson

from core.ids import content_id
from core.records import Act, Corridor, CrawlReport, DeadLetter, Digest, Document, Finding, Gap, Reading, Spike
from stores.base import Analysed, CopySketch
from stores.codec import decode
from stores.elastic.documents import document_row, past_id
from stores.elastic.families import BOOKS, DOCUMENTS, FINDINGS, PAST, SKETCHES, Family
from stores.elastic.found import corridor_id, corridor_row, gap_id, gap_row, spike_row
from stores.elastic.kept import finding_key, finding_row, reading_row
from stores.elastic.part import PLACE_FIELDS, body_of, day_of, instant, month_of, places_of
from stores.elastic.replacing import settled_id, to_count_id
from stores.elastic.sketches import sketch_row
from stores.versions import version_key

type Put = tuple[Family, str, dict[str, Any], str]  # family, id, record, month


def document(row: tuple[Any, ...], reading: bytes | None) -> Put:
    """A document with what was read in it; its topics are added by `mark_topics`."""
    body, withdrawn, stale, version, key = row
    of = decode(Document, body)
    record = {**document_row(of, body_of(of)), "withdrawn": bool(withdrawn), "stale": bool(stale)}
    record |= {"version": version, "version_key": key}
    if reading is not None:
        read = decode(Reading, reading)
        marks = {"signal": read.signal, "urgent": read.urgent, "stream": read.stream, "source": read.source}
        record |= {"analysed": True, "day": day_of(read.day), **marks, **places_of(read)}
    return DOCUMENTS, of.id, record, month_of(of.first_seen)


def sketch(body: bytes, first_seen: str, fetched_at: str) -> Put:
    """A sketch of a document's text."""
    of = decode(CopySketch, body)
    at = datetime.fromisoformat(first_seen)
    return SKETCHES, of.document_id, sketch_row(of, at, fetched_at), month_of(at)


def reading(row: tuple[Any, ...], findings: list[tuple[bytes, bool]]) -> list[Put]:
    """A reading and its findings."""
    body, version, exposed, age = row
    of = decode(Reading, body)
    month = month_of(of.first_seen)
    found = sorted(((decode(Finding, raw), raw, counted) for raw, counted in findings), key=lambda each: each[0].id)
    analysed = Analysed(of.document_id, version, of, tuple(finding for finding, _, _ in found))
    record = reading_row(analysed, version_key(version), bool(exposed), age)
    return [
        (FINDINGS, of.document_id, record, month),
        *(
            (FINDINGS, finding_key(of.document_id, f.id), finding_row(f, counted, age, orjson.loads(raw)), month)
            for f, raw, counted in found
        ),
    ]


def gone(document_id: str, erased: int) -> Put:
    """The note that a document, or what was read in it, was removed."""
    return PAST, past_id(document_id), {"kind": "gone", "document_id": document_id, "erased": bool(erased)}, ""


def settled(group_id: str, stream: str, topic: str) -> Put:
    """The note that a group stays counted under a topic."""
    key = {"group_id": group_id, "stream": stream, "topic": topic}
    return PAST, settled_id(**key), {"kind": "settled", **key}, ""


def outliving(kind: str, level: Any, number: int, **key: str) -> Put:
    """A number, at one level, of what is no more: `kind` is "count" or "exposure"."""
    place = key.pop("place_id")
    flag = {"counted": True} if kind == "count" else {}
    row = {"kind": kind, **key, PLACE_FIELDS[level]: place, **flag, "_doc_count": number}
    return PAST, f"{kind}~{content_id('moved', level, place, *key.values())}", row, ""


def _book(kind: str, name: str, **fields: Any) -> Put:
    return BOOKS, f"{kind}~{name}", {"kind": kind, **fields}, ""


def _spike(key: str, body: bytes) -> Put:
    return BOOKS, f"spike~{key}", spike_row(decode(Spike, body)), ""


def _gap(_week: str, _need: str, _level: str, _place: str, body: bytes) -> Put:
    of = decode(Gap, body)
    return BOOKS, gap_id(of), gap_row(of), ""


def _corridor(week: str, origin: str, destination: str, groups: int) -> Put:
    of = Corridor(origin, destination, date.fromisoformat(week), groups)
    return BOOKS, corridor_id(of), corridor_row(of), ""


def _digest(week: str, edition: str, body: bytes) -> Put:
    return _book("digest", f"{week}~{edition}", week=week, edition=edition, body=body_of(decode(Digest, body)))


def _report(key: str, body: bytes) -> Put:
    of = decode(CrawlReport, body)
    return _book("report", key, key=key, source=of.source, at=instant(of.started), body=body_of(of))


def _letter(key: str, body: bytes) -> Put:
    of = decode(DeadLetter, body)
    return _book("dead_letter", key, key=key, at=instant(of.at), body=body_of(of))


def _act(key: str, body: bytes) -> Put:
    of = decode(Act, body)
    return _book("act", key, key=key, subject=of.subject, at=instant(of.at), body=body_of(of))


def _audit(number: int, body: bytes) -> Put:
    return _book("audit", f"{number:012}", number=number, body=orjson.loads(body))


def _state(key: str, body: bytes) -> Put:
    return _book("state", key, key=key, body=orjson.loads(body))


def _to_count(group_id: str) -> Put:
    return BOOKS, to_count_id(group_id), {"kind": "to_count", "key": group_id}, ""


# Tables of which every row is one record here.
PLAIN: dict[str, Callable[..., Put]] = {
    "past": gone,
    "settled": settled,
    "to_count": _to_count,
    "spikes": _spike,
    "gaps": _gap,
    "corridors": _corridor,
    "digests": _digest,
    "reports": _report,
    "dead_letters": _letter,
    "acts": _act,
    "audit": _audit,
    "states": _state,
}


def mark_topics(puts: Iterable[Put], topics: dict[str, list[str]]) -> list[Put]:
    """Documents with the topics of their findings."""
    return [
        (family, key, {**row, "topics": sorted(set(topics.get(key, ())))} if row["analysed"] else row, month)
        for family, key, row, month in puts
    ]
