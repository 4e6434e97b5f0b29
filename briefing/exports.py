"""The digest's released figures as a table for others: CSV whose cells no spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from core.records import Digest, Place

COLUMNS = ("week", "stream", "topic", "place", "place_name", "country", "low", "high", "edition", "k")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_csv(digest: Digest, places: Mapping[str, Place]) -> str:
    """One line a released figure, bands as `low` and `high`; nothing that the digest did not release."""
    rows = digest.figures.get("released", ())
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows if isinstance(rows, (list, tuple)) else ():
        place = places.get(str(row["place"]))
        named = {
            **row,
            "place_name": place.name if place else "",
            "country": place.country if place else "",
            "edition": digest.edition,
            "k": digest.figures.get("k", ""),
        }
        writer.writerow([quoted(named[column]) for column in COLUMNS])
    return out.getvalue()


def quoted(cell: object) -> str:
    """A cell as text; one that a spreadsheet would run as a formula gets an apostrophe before it."""
    text = str(cell)
    return f"'{text}" if text.lstrip().startswith(_FORMULA) or text.startswith(_FORMULA) else text
