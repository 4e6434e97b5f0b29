"""Families of indices: mappings, templates and aliases as code.

A dated family has an index a month, `<prefix>-<family>-2026.03.v1`, behind two aliases: that of its month, by which it
is written, and that of its family, by which it is searched. The others have one index. A change of a mapping raises
VERSION: see `stores.elastic.upgrade`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

VERSION = 1

_KEYWORD = {"type": "keyword"}
_DAY = {"type": "date", "format": "strict_date"}
_FLAG = {"type": "boolean"}
# A record as it is, neither read nor indexed by the server.
_KEPT = {"type": "object", "enabled": False}
# Words come folded and cut by `stores.elastic.words`, so that both backends find the same; no norms: nothing is ranked.
_WORDS = {"type": "text", "analyzer": "whitespace", "norms": False}

_PLACES = dict.fromkeys(("country", "admin1", "city", "h3"), _KEYWORD)
_COUNTED = {"stream": _KEYWORD, "topic": _KEYWORD, "source": _KEYWORD, "day": _DAY, "seen": _DAY, **_PLACES}


@dataclass(frozen=True, slots=True)
class Family:
    """A kind of index. `sort`: the order in which its records lie, so that a span of days lies together."""

    name: str
    dated: bool
    fields: Mapping[str, Any]
    sort: tuple[str, ...] = ()


DOCUMENTS = Family(
    "documents",
    True,
    {
        **dict.fromkeys(("id", "edition", "fetched_at", "version", "version_key", "contacts"), _KEYWORD),
        **dict.fromkeys(("stale", "withdrawn", "analysed", "signal", "urgent"), _FLAG),
        **dict.fromkeys(("stream", "source", "topics"), _KEYWORD),
        **_PLACES,
        "day": _DAY,
        "since": _DAY,
        "title": _WORDS,
        "text": _WORDS,
        "body": _KEPT,
    },
)
FINDINGS = Family(
    "findings",
    True,
    {
        **_COUNTED,
        **dict.fromkeys(("kind", "id", "document_id", "group_id", "version", "version_key", "fetched_at"), _KEYWORD),
        **dict.fromkeys(("counted", "exposed", "signal", "urgent", "abstained"), _FLAG),
        "finding_ids": {"type": "keyword", "index": False, "doc_values": False},
        "body": _KEPT,
    },
    ("day", "h3", "topic"),
)
SKETCHES = Family(
    "sketches",
    True,
    {
        **dict.fromkeys(("document_id", "group_id", "folded", "alike", "bands", "first_seen", "fetched_at"), _KEYWORD),
        "body": _KEPT,
    },
)
# What outlives the records it was made of: numbers (`_doc_count` says how many), and what may not count or come again.
PAST = Family(
    "past",
    False,
    {**_COUNTED, "kind": _KEYWORD, "group_id": _KEYWORD, "document_id": _KEYWORD, "counted": _FLAG, "erased": _FLAG},
)
SERIES = Family(
    "series",
    False,
    {**dict.fromkeys(("level", "stream", "topic", "place_id"), _KEYWORD), "month": _DAY, "body": _KEPT},
)
BOOKS = Family(
    "books",
    False,
    {
        **dict.fromkeys(("kind", "key", "subject", "source", "at", "edition", "need", "level", "place_id"), _KEYWORD),
        **dict.fromkeys(("origin_id", "destination_id"), _KEYWORD),
        **dict.fromkeys(("opened", "ended", "week"), _DAY),
        "recurrence": {"type": "double"},
        "number": {"type": "long"},
        "groups": {"type": "long"},
        "body": _KEPT,
    },
)
JOURNAL = Family("journal", False, {"kind": _KEYWORD, "body": _KEPT})

FAMILIES = (DOCUMENTS, FINDINGS, SKETCHES, PAST, SERIES, BOOKS, JOURNAL)


def component(family: Family, prefix: str, shards: int, replicas: int) -> dict[str, Any]:
    """The component template: settings and strict mapping."""
    index: dict[str, Any] = {
        "number_of_shards": shards if family.dated else 1,
        "number_of_replicas": replicas,
        "refresh_interval": "30s",  # readers refresh before they look; this is for guests
        "translog.durability": "request",
    }
    if family.sort:
        index["sort.field"] = list(family.sort)
    mappings = {"dynamic": "strict", "_meta": {"honeyguide": VERSION, "prefix": prefix}, "properties": family.fields}
    return {"settings": {"index": index}, "mappings": mappings}


def template(family: Family, prefix: str) -> dict[str, Any]:
    """The index template, made of its component. Aliases are given to an index when it is made, or once it is full."""
    name = family_alias(prefix, family)
    return {
        "index_patterns": [f"{name}-*"],
        "composed_of": [name],
        "priority": 500,
        "version": VERSION,
        "_meta": {"honeyguide": VERSION},
    }


def family_alias(prefix: str, family: Family) -> str:
    """The alias by which a family is searched."""
    return f"{prefix}-{family.name}"


def write_alias(prefix: str, family: Family, month: str = "") -> str:
    """The alias by which a month ("2026.03"), or an undated family, is written."""
    return f"{prefix}-{family.name}-{month if family.dated else 'all'}"
