"""The digest's released figures as a table for others: CSV whose cells no spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping

from core.records import Digest, Place
from core.unseen import without_unseen

COLUMNS = ("week", "stream", "topic", "place", "place_name", "country", "low", "high", "edition", "k")
# Some spreadsheets read the wide signs of Chinese and Japanese keyboards as the narrow ones.
_SIGNS = "=+@\uff1d\uff0b\uff20\uff0d-"
_FORMULA = (*_SIGNS, "\t", "\r", "\n")
_PARTED = re.compile(rf"([;\t\n]\s*)(?=[{_SIGNS}])")


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
    """A cell as text; one that a spreadsheet would run as a formula gets an apostrophe before it.

    So does what follows a semicolon, tab or line feed: where the comma is for decimals, those part the cells.
    """
    text = without_unseen(str(cell))
    if text.lstrip().startswith(_FORMULA) or text.startswith(_FORMULA):
        text = f"'{text}"
    return _PARTED.sub(r"\1'", text)
