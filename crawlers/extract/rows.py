"""Rows of a table, as they lie in a parcel, to drafts by the card's column mapping."""

from __future__ import annotations

import json
from typing import Any

from core.cards import Columns, Source
from core.ids import content_id
from core.records import Parcel
from crawlers.extract.dates import DateReader
from crawlers.extract.draft import Draft


def by_rows(parcel: Parcel, card: Source) -> tuple[list[Draft], list[str]]:
    """Drafts of the rows of a parcel (NDJSON: [row number, {column: value}] a line) and what was wrong with others."""
    drafts: list[Draft] = []
    faults: list[str] = []
    reader = DateReader("UTC", parcel.fetched_at, card.languages, card.date_format)
    name = parcel.meta.get("file", "")
    for line in parcel.body.split(b"\n"):
        if not line:
            continue
        number, row = json.loads(line)
        if fault := _date_fault(row, card.columns, reader):
            faults.append(f"{name}, row {number}, column '{card.columns.published}': {fault}")
            continue
        draft = _draft(row, card)
        if draft.text or draft.title:
            drafts.append(draft)
        else:
            faults.append(f"{name}, row {number}: neither title nor text")
    return drafts, faults


def _date_fault(row: dict[str, Any], columns: Columns, reader: DateReader) -> str | None:
    value = _value(row, columns.published)
    if not value or reader.read(value):
        return None
    return "no readable date, or one in the future"


def _draft(row: dict[str, Any], card: Source) -> Draft:
    columns = card.columns
    date = _value(row, columns.published)
    return Draft(
        text="\n".join(dict.fromkeys(part for part in (_value(row, name) for name in columns.text) if part)),
        title=_value(row, columns.title),
        author=_value(row, columns.author),
        dates=((date, "table"),) if date else (),
        place=", ".join(part for part in (_value(row, name) for name in columns.place) if part),
        own_id=_own_id(row, card),
        url=_value(row, columns.url),
        language=_value(row, columns.language),
        country=_country(_value(row, columns.country)),
        by="table",
    )


def _own_id(row: dict[str, Any], card: Source) -> str:
    keys = [_value(row, name) for name in card.columns.native_id]
    if card.composite_key:
        # Native ids repeat honestly: the whole row, of which "#" is the hash, tells one from another.
        return content_id("row", *keys, row["#"])
    if any(keys):
        return "\x1f".join(keys)
    return "" if card.columns.url else content_id("row", row["#"])


def _country(value: str) -> str:
    return value if len(value) == 2 and value.isupper() else ""


def _value(row: dict[str, Any], name: str | None) -> str:
    value = row.get(name) if name else None
    return "" if value is None else str(value).strip()
