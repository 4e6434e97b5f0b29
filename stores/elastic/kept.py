"""Readings and findings as they lie in their index: what is stored of a document, and how a record of it looks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC
from typing import Any

from core.records import Finding, Reading
from stores.base import Analysed
from stores.codec import build
from stores.elastic.change import Change
from stores.elastic.families import FINDINGS
from stores.elastic.part import body_of, day_of, places_of

type Source = dict[str, Any]


def finding_key(document_id: str, finding_id: str) -> str:
    """The id of a finding's record."""
    return f"{document_id}~{finding_id}"


def load_kept(change: Change, document_ids: Sequence[str]) -> None:
    """Let a change know the readings of these documents, and their findings."""
    change.load(FINDINGS, document_ids)
    readings = [reading for i in document_ids if (reading := change.get(FINDINGS, i))]
    change.load(FINDINGS, [finding_key(r["document_id"], i) for r in readings for i in r["finding_ids"]])


def findings_kept(change: Change, reading: Source) -> dict[str, Source]:
    """The records of a reading's findings, by their own ids."""
    keys = {i: finding_key(reading["document_id"], i) for i in reading["finding_ids"]}
    return {i: source for i, key in keys.items() if (source := change.get(FINDINGS, key))}


def finding_of(source: Source) -> Finding:
    """A finding from its record."""
    finding = build(Finding, source["body"])
    return replace(finding, counted=True) if source["counted"] else finding


def reading_of(source: Source) -> Reading:
    """A reading from its record."""
    return build(Reading, source["body"])


def reading_row(analysed: Analysed, key: str, exposed: bool, age: str) -> Source:
    """The record of a reading; `key` is that of its version, `age` the instant from which it is retained."""
    reading = analysed.reading
    return {
        "kind": "reading",
        "document_id": reading.document_id,
        "group_id": reading.group_id,
        "version": analysed.version,
        "version_key": key,
        "exposed": exposed,
        "fetched_at": age,
        "signal": reading.signal,
        "urgent": reading.urgent,
        "abstained": reading.abstained is not None,
        "finding_ids": [finding.id for finding in analysed.findings],
        "body": body_of(reading),
        **_columns(reading),
    }


def finding_row(finding: Finding, counted: bool, age: str, body: Source) -> Source:
    """The record of a finding; its body leaves `counted` false, the field beside it says it."""
    return {
        "kind": "finding",
        "id": finding.id,
        "document_id": finding.document_id,
        "group_id": finding.group_id,
        "topic": finding.topic,
        "counted": counted,
        "fetched_at": age,
        "body": body,
        **_columns(finding),
    }


def finding_body(finding: Finding) -> Source:
    """What is kept of a finding, whether counted or not."""
    return body_of(replace(finding, counted=False) if finding.counted else finding)


def _columns(record: Finding | Reading) -> Source:
    return {
        "source": record.source,
        "stream": record.stream,
        "day": day_of(record.day),
        "seen": day_of(record.first_seen.astimezone(UTC).date()),
        **places_of(record),
    }
