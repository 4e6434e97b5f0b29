"""Golden sets: a disguised page beside its card, what is read from it, and the test that it reads so for ever.

Three files beside `ID.yml`: `ID.golden.html` (or .xml, .json, .ndjson), `ID.expected.json`, `test_ID.py`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from core.cards import Source
from core.errors import BadInput, CardError
from core.records import Parcel, Posting
from crawlers.extract import postings
from crawlers.extract.page import Page
from crawlers.golden import golden, golden_data, golden_xml
from crawlers.invented import address, words

#: Of what a crawl notes beside a page, what its reading rests on; the rest tells of the visit.
_STEERING = ("role", "entry_date")
_TEST = '''"""Holds the reading of {id} to its golden page. Run: pytest {file}"""

from pathlib import Path

from core.cards import Source, load_card
from crawlers.golden_set import faults

HERE = Path(__file__).parent


def test_the_golden_page_of_{name}_reads_as_it_did():
    assert faults(load_card(HERE / "{id}.yml", Source), HERE) == ()
'''


@dataclass(frozen=True, slots=True)
class GoldenSet:
    """A disguised page, the end of its file's name, and what is expected of it as JSON."""

    suffix: str
    body: bytes
    expected: Mapping[str, Any]

    def files(self, id_: str) -> dict[str, bytes]:
        """The files to lie beside the card `id_`, by name."""
        name = id_.replace("-", "_")
        told = json.dumps(self.expected, ensure_ascii=False, indent=1) + "\n"
        return {
            f"{id_}.golden.{self.suffix}": self.body,
            f"{id_}.expected.json": told.encode(),
            f"test_{name}.py": _TEST.format(id=id_, file=f"test_{name}.py", name=name).encode(),
        }


def golden_set(parcel: Parcel, card: Source) -> GoldenSet | None:
    """A page in disguise, or None where the disguise would change how it reads."""
    found = postings(parcel, card).postings
    try:
        suffix, body = _disguised(parcel, card, [one.author for one in found if one.author])
    except (BadInput, ValueError):
        return None
    meta = {name: value for name, value in parcel.meta.items() if name in _STEERING}
    if title := parcel.meta.get("entry_title"):
        meta["entry_title"] = words(title)
    made = replace(parcel, url=address(parcel.url), body=body, meta=meta)
    read = postings(made, card).postings
    if not read or [_form(one) for one in read] != [_form(one) for one in found]:
        return None
    head = {"url": made.url, "content_type": made.content_type, "fetched_at": made.fetched_at.isoformat(), "meta": meta}
    return GoldenSet(suffix, body, {**head, "documents": [_told(one) for one in read]})


def faults(card: Source, folder: Path) -> tuple[str, ...]:
    """What differs between a card's golden page in `folder` and what it read as; empty when nothing, or none is there.

    Raises CardError for an expectation without its page.
    """
    told = folder / f"{card.id}.expected.json"
    if not told.exists():
        return ()
    page = next(iter(sorted(folder.glob(f"{card.id}.golden.*"))), None)
    if page is None:
        raise CardError(f"{told}: there is no golden page {card.id}.golden.* beside it.")
    expected = json.loads(told.read_text(encoding="utf-8"))
    fetched = datetime.fromisoformat(expected["fetched_at"])
    body = page.read_bytes()
    parcel = Parcel("golden", card.id, expected["url"], fetched, expected["content_type"], body, expected["meta"])
    return tuple(f"{page.name}: {fault}" for fault in _differences(expected["documents"], parcel, card))


def _differences(expected: list[dict[str, Any]], parcel: Parcel, card: Source) -> list[str]:
    read = [_told(one) for one in postings(parcel, card).postings]
    if len(read) != len(expected):
        return [f"{len(expected)} documents were read from it before, and now {len(read)}"]
    return [
        f"document {number}: its {name} was {was[name]!r} and is now {now[name]!r}"
        for number, (was, now) in enumerate(zip(expected, read, strict=True), 1)
        for name in now
        if was.get(name) != now[name]
    ]


def _disguised(parcel: Parcel, card: Source, authors: list[str]) -> tuple[str, bytes]:
    if parcel.meta.get("role") == "rows":
        return "ndjson", b"\n".join(_row(line, card) for line in parcel.body.split(b"\n"))
    page = Page(parcel.url, parcel.body, parcel.content_type)
    if "json" in parcel.content_type or page.body.lstrip()[:1] in (b"{", b"["):
        return "json", json.dumps(golden_data(json.loads(page.text)), ensure_ascii=False, indent=1).encode()
    if "html" not in parcel.content_type and page.body.lstrip()[:5] in (b"<?xml", b"<rss ", b"<feed"):
        return "xml", golden_xml(page.body)
    return "html", golden(page, authors).encode()


def _row(line: bytes, card: Source) -> bytes:
    """A row in disguise, but for the columns that tell when and where in the world."""
    number, row = json.loads(line)
    kept = (card.columns.published, card.columns.country, card.columns.language)
    made = {name: value if name in kept else golden_data(value) for name, value in row.items()}
    return json.dumps([number, made], ensure_ascii=False).encode()


def _form(one: Posting) -> tuple[object, ...]:
    """All of a posting but its words."""
    bears = (bool(one.title), bool(one.author), bool(one.place_claim))
    return (one.kind, one.published_day, one.date_source, one.by, *bears, len(one.text.split()))


def _told(one: Posting) -> dict[str, Any]:
    when = one.published_at or one.published_day
    return {
        "kind": one.kind,
        "title": one.title,
        "text": one.text,
        "author": one.author,
        "published": when.isoformat() if when else None,
        "date_source": one.date_source,
        "place": one.place_claim,
        "native_id": one.native_id,
        "url": one.url,
        "by": one.by,
    }
