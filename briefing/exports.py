"""The digest's released figures for others: CSV whose cells no spreadsheet takes for a formula, GeoJSON for maps."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from datetime import date, timedelta

from briefing.phrases import Phrases, load
from core.records import Digest, Place
from core.unseen import without_unseen

COLUMNS = (
    *("week", "stream", "topic", "place", "place_name", "country", "low", "high", "edition", "k"),
    *("week_ends", "topic_name", "counted", "others_withheld"),
)
_COUNTED = {"orders": "job orders"}  # of all other streams posts, copies counted once
# Some spreadsheets read the wide signs of Chinese and Japanese keyboards as the narrow ones.
_SIGNS = "=+@\uff1d\uff0b\uff20\uff0d-"
_FORMULA = (*_SIGNS, "\t", "\r", "\n")
_PARTED = re.compile(rf"([;\t\n]\s*)(?=[{_SIGNS}])")


def to_csv(digest: Digest, places: Mapping[str, Place], language: str = "en") -> str:
    """One line a released figure, bands as `low` and `high`; nothing that the digest did not release.

    `others_withheld` says whether the digest kept further figures back. Where it released none at all one line without
    a place says so: an empty table would pass for a week in which nothing was seen.
    """
    lines = _lines(digest, places, language)
    if not lines and digest.figures.get("withheld"):
        empty = dict.fromkeys(("stream", "topic", "place", "low", "high"), "") | {"week": str(digest.week)}
        lines = [empty | _named(empty, digest, places, load(language))]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([quoted(line[column]) for column in COLUMNS] for line in lines)
    return out.getvalue()


def to_geojson(digest: Digest, places: Mapping[str, Place], language: str = "en") -> str:
    """The same as a FeatureCollection (RFC 7946): a point a released figure, at the middle of its town, province or
    country in degrees (WGS 84). A place without coordinates has no geometry. What was kept back is told beside the
    features, for without any a map is empty.
    """
    features = [
        {
            "type": "Feature",
            "geometry": _point(places.get(str(line["place"]))),
            "properties": {column: _plain(line[column]) for column in COLUMNS},
        }
        for line in _lines(digest, places, language)
    ]
    about = {
        "week": str(digest.week),
        "edition": digest.edition,
        "others_withheld": bool(digest.figures.get("withheld")),
    }
    return json.dumps({"type": "FeatureCollection", **about, "features": features}, ensure_ascii=False, indent=1)


def _point(place: Place | None) -> dict[str, object] | None:
    return {"type": "Point", "coordinates": [place.longitude, place.latitude]} if place else None


def _plain(value: object) -> object:
    return value if isinstance(value, int) else without_unseen(str(value))


def _lines(digest: Digest, places: Mapping[str, Place], language: str) -> list[dict[str, object]]:
    """The released figures, each with what a reader needs beside it."""
    rows = digest.figures.get("released", ())
    found = [dict(row) for row in rows] if isinstance(rows, (list, tuple)) else []
    return [row | _named(row, digest, places, load(language)) for row in found]


def _named(row: Mapping[str, object], digest: Digest, places: Mapping[str, Place], words: Phrases) -> dict[str, object]:
    """What a reader of the table needs beside the row: words for its ids, its last day, its unit, what is left out."""
    place = places.get(str(row["place"]))
    return {
        "place_name": place.name if place else "",
        "country": place.country if place else "",
        "edition": digest.edition,
        "k": digest.figures.get("k", ""),
        "week_ends": date.fromisoformat(str(row["week"])) + timedelta(days=6),
        "topic_name": words.topic(str(row["topic"])) if row["topic"] else "",
        "counted": _COUNTED.get(str(row["stream"]), "posts, copies counted once"),
        "others_withheld": "yes" if digest.figures.get("withheld") else "no",
    }


def quoted(cell: object) -> str:
    """A cell as text; one that a spreadsheet would run as a formula gets an apostrophe before it.

    So does what follows a semicolon, tab or line feed: where the comma is for decimals, those part the cells.
    """
    text = without_unseen(str(cell))
    if text.lstrip().startswith(_FORMULA) or text.startswith(_FORMULA):
        text = f"'{text}"
    return _PARTED.sub(r"\1'", text)
