"""`honeyguide extract`: the documents found on one page, as they would rest. Keeps nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from core.cards import Source, Terms, load_card
from core.errors import BadInput, UsageError
from core.ids import content_id
from core.records import Parcel, Posting
from crawlers import extract
from flows.house import House
from flows.prepare import Preparer, Raw
from privacy import addresses
from privacy.vault import Vault


def extract_page(house: House, page: str, url: str | None, card: Path | None) -> Iterator[dict[str, Any]]:
    """One mapping a document. Raises UsageError for a page that is no file, BadInput for one that can't be read."""
    path = Path(page)
    if not path.is_file():
        raise UsageError(f"{page}: no such file.", remedy="Save the page first and give its address with --url.")
    source = load_card(card, Source) if card else _plain_card(url or path.absolute().as_uri())
    address = url or path.absolute().as_uri()
    body = path.read_bytes()
    parcel = Parcel(content_id(address), source.id, address, house.clock(), _type_of(path), body, {})
    got = extract.postings(parcel, source)
    if got.letters and not got.postings:
        raise BadInput(f"{page}: {got.letters[0].reason}")
    yield from as_they_would_rest(house, got.postings, source.country)


def as_they_would_rest(house: House, postings: Sequence[Posting], country: str | None) -> Iterator[dict[str, Any]]:
    """Postings redacted under a throw-away key."""
    vault = Vault.throwaway()
    raws = [Raw(one.title, one.text, one.country_claim or country, one.language, one.author) for one in postings]
    for posting, ready in zip(postings, Preparer(house.entities, vault)(raws), strict=True):
        yield _told(posting, ready.title.text, ready.text.text, vault)


def _plain_card(url: str) -> Source:
    terms = Terms(says="not looked up", fair_because="one page, looked at by hand, nothing kept")
    return Source(id="one-page", name="one page", kind="forum", urls=(url,), terms=terms, document_kind="post")


def _type_of(path: Path) -> str:
    return {".json": "application/json", ".xml": "application/xml", ".rss": "application/rss+xml"}.get(
        path.suffix, "text/html"
    )


def _told(posting: Posting, title: str, text: str, vault: Vault) -> dict[str, Any]:
    when = posting.published_at or posting.published_day
    return {
        "kind": posting.kind,
        "url": addresses.shown(posting.url),
        "title": title,
        "text": text,
        "author": vault.pseudonym("author", posting.author) if posting.author else None,
        "published_at": when.isoformat() if when else None,
        "date_source": posting.date_source,
        "by": posting.by,
    }
