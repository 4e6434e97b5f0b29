"""Files a page hands out: cells that a spreadsheet would run are quoted, evidence leaves as ids and hosts only."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from dashboard.queries.place import Post
from dashboard.views.posts import host

_RUNS = ("=", "+", "-", "@", "\t", "\r")


def cell(value: object) -> str:
    """A value for CSV; text that begins like a formula gets a quote before it."""
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(_RUNS) else text


def csv_of(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A CSV file (RFC 4180) as text."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(head)
    writer.writerows([cell(value) for value in row] for row in rows)
    return out.getvalue()


def evidence_csv(posts: Iterable[Post]) -> str:
    """Ids, sources and hosts of posts: no words, no contacts, no full addresses."""
    return csv_of(
        ("document_id", "source", "host", "day", "language"),
        (
            (p.document.id, p.document.source, host(p.document.shown_url), p.document.day or "", p.document.language)
            for p in posts
        ),
    )
