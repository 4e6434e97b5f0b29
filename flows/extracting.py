"""`honeyguide extract`: the documents found on one page, as they would rest. Keeps nothing."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from core.cards import Source, Terms, load_card
from core.errors import BadInput, UsageError
from core.ids import content_id
from core.records import Parcel, Posting
from crawlers import extract
from crawlers.saved import opened
from flows.house import House
from flows.prepare import Raw
from privacy import addresses
from privacy.vault import Vault

_WEB = re.compile(r"https?://", re.IGNORECASE)


def extract_page(house: House, page: str, url: str | None, card: Path | None) -> Iterator[dict[str, Any]]:
    """One mapping a document of a saved page, of standard input (`-`), or of the page at an address.

    Raises UsageError for what is no file or address, BadInput for a page that holds no document or is refused, and
    NetworkAway for a site that cannot be reached.
    """
    source = _card(card) if card else _plain_card(url or page)
    parcel = _fetched(house, page, url, source) if _WEB.match(page) else _saved(house, page, url, source)
    got = extract.postings(parcel, source)
    if got.letters and not got.postings:
        raise BadInput(f"{page}: {got.letters[0].reason}.")
    yield from as_they_would_rest(house, got.postings, source.country)


def as_they_would_rest(house: House, postings: Sequence[Posting], country: str | None) -> Iterator[dict[str, Any]]:
    """Postings redacted under a throw-away key."""
    vault = Vault.throwaway()
    raws = [Raw(one.title, one.text, one.country_claim or country, one.language, one.author) for one in postings]
    for posting, ready in zip(postings, house.preparer(vault)(raws), strict=True):
        yield _told(posting, ready.title.text, ready.text.text, vault)


def _card(path: Path) -> Source:
    source = load_card(path, Source)
    if source.kind in ("table", "warc"):
        raise UsageError(
            f"{path}: a source of kind '{source.kind}' has no pages.", remedy="Look at it with `source check`."
        )
    return source


def _plain_card(url: str) -> Source:
    terms = Terms(says="not looked up", fair_because="one page, looked at by hand, nothing kept")
    return Source(id="one-page", name="one page", kind="forum", urls=(url,), terms=terms, document_kind="post")


def _fetched(house: House, page: str, url: str | None, source: Source) -> Parcel:
    from crawlers.one_page import fetch_page

    if url:
        raise UsageError(f"--url {url}: a page that is fetched has its address already.", remedy="Leave it out.")
    if source.status in ("paused", "retired"):
        raise UsageError(f"source '{source.id}' is {source.status}: nothing of it is fetched.")
    settings = house.settings.crawl
    got = fetch_page(page, settings, local=source.local, delay=source.delay_seconds)
    return Parcel(got.id, source.id, got.url, got.fetched_at, got.content_type, got.body, {})


def _saved(house: House, page: str, url: str | None, source: Source) -> Parcel:
    path = Path(page)
    if page != "-" and path.is_dir():
        raise UsageError(f"{page}: it is a folder.", remedy="Name one saved page.")
    if page != "-" and not path.is_file():
        raise UsageError(
            f"{page}: no such file, and no address (those begin with http:// or https://).",
            remedy="Save the page and give its address with --url.",
        )
    body = sys.stdin.buffer.read() if page == "-" else path.read_bytes()
    try:
        saved = opened(body, Path(path.stem).suffix if path.suffix == ".gz" else path.suffix)
    except BadInput as error:
        raise BadInput(f"{page}: {error}.") from error
    address = url or saved.url or ("" if page == "-" else path.absolute().as_uri())
    # When it was saved nobody knows: "two hours ago" on it does not count from now.
    meta = {"saved": "yes"}
    return Parcel(content_id(page), source.id, address, house.clock(), saved.content_type, saved.body, meta)


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
