"""A house small enough to crawl into, and cards for the tests' own site."""

from __future__ import annotations

import asyncio
import http.client
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from crawlers_site import Site

from core.cards import Source
from core.days import Clock, now
from core.records import CrawlReport, Parcel, Posting
from core.settings import CrawlSettings
from crawlers.extract import postings
from crawlers.frontier import Frontier
from crawlers.inbox import Inbox
from crawlers.run import crawl
from crawlers.visit import Answer, Tally, Visitor
from privacy.vault import Vault


@dataclass
class Home:
    """A home folder with a crawl, an inbox and keys."""

    folder: Path
    settings: CrawlSettings

    def crawl(self, card: Source, **options: Any) -> CrawlReport:
        return crawl(
            card,
            base=self.folder,
            state=self.folder / "crawl",
            vault_folder=self.folder / "keys",
            settings=self.settings,
            **options,
        )

    def visit(self, card: Source, clock: Clock = now, **options: Any) -> Tally:
        """A visit without Scrapy, over the same server and the same walk: quick, for all that is not manners."""
        vault = Vault.open(self.folder / "keys")
        frontier = Frontier(self.folder / "crawl" / "frontier" / f"{card.id}.db", vault, clock)
        inbox = Inbox(self.folder / "crawl" / "inbox.db", vault)
        visitor = Visitor(card, frontier, inbox, plain_fetch, clock, 20, **options)
        try:
            return asyncio.run(visitor.run())
        finally:
            inbox.close()
            frontier.close()

    def take(self, card: Source) -> list[Parcel]:
        """All parcels, which then leave the inbox."""
        inbox = Inbox(self.folder / "crawl" / "inbox.db", Vault.open(self.folder / "keys"))
        parcels = [parcel for batch in inbox.waiting(100, card.id) for parcel in batch]
        inbox.done([parcel.id for parcel in parcels])
        inbox.close()
        return parcels

    def read(self, card: Source) -> list[Posting]:
        """The postings of all parcels, which then leave the inbox."""
        return [one for parcel in self.take(card) for one in postings(parcel, card).postings]


async def plain_fetch(url: str, headers: Mapping[str, str]) -> Answer:
    """One request, without any manners: for the tests' own server only."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=5)
    try:
        connection.request("GET", parts.path + (f"?{parts.query}" if parts.query else ""), headers=dict(headers))
        response = connection.getresponse()
        names = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, names, response.read())
    finally:
        connection.close()


def card_of(site: Site, kind: str, *paths: str, **fields: Any) -> Source:
    """A card for a site on loopback."""
    raw = {
        "id": "test-site",
        "name": "Test",
        "kind": kind,
        "urls": [site.address + path for path in paths],
        "terms": {"says": "nothing", "fair_because": "it is ours"},
        "local": True,
        **fields,
    }
    return Source.model_validate(raw)
