"""A card proposed for a site: its kind found by looking at one page, tried, with samples and a golden page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import yaml

from core.cards import Source
from core.errors import BadInput
from core.records import Posting
from core.settings import CrawlSettings
from crawlers.check import check
from crawlers.extract.feeds import looks_like_feed
from crawlers.extract.page import Page, link_of
from crawlers.extract.records import forum_links, record_links
from crawlers.golden import golden
from crawlers.one_page import basics, fetch_page

_ENGINES = {"discourse": "discourse", "nodebb": "nodebb", "mastodon": "mastodon"}
_TERMS = {"says": "TO DO: what the site's own terms say", "fair_because": "TO DO: why this use is fair all the same"}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A card as YAML, what a trial of it showed in words, ten samples in clear, and a golden page (or None)."""

    kind: str
    card: str
    good: bool
    sentences: tuple[str, ...]
    samples: tuple[Posting, ...]
    golden: str | None


def propose(url: str, settings: CrawlSettings, *, local: bool = False) -> Proposal:
    """Look at the page at `url`, propose the kind and a filled card, and try it. Nothing is kept.

    Raises as `fetch_page` does where the page cannot be had.
    """
    parcel = fetch_page(url, settings, local=local)
    page = Page(parcel.url, parcel.body, parcel.content_type)
    kind, address = kind_of(page)
    raw = _card(page, kind, address, local)
    card = Source.model_validate(raw)
    result = check(card, base=Path(), settings=settings)
    made = None
    if result.page is not None and "html" in result.page.content_type:
        made = golden(Page(result.page.url, result.page.body, result.page.content_type))
    written = yaml.safe_dump(raw, sort_keys=False, allow_unicode=True)
    return Proposal(kind, written, result.good, result.sentences, result.samples, made)


def kind_of(page: Page) -> tuple[str, str]:
    """The kind of source behind a page, and the address to begin at. Feed before forum before listing."""
    if looks_like_feed(page):
        return "feed", page.url
    if re.search(rb"<(urlset|sitemapindex)[\s>]", page.body[:2000]):
        return "sitemap", page.url
    generator = str(page.tree.xpath("string(//meta[@name='generator']/@content)")).casefold()
    for mark, kind in _ENGINES.items():
        if mark in generator or (kind == "mastodon" and page.tree.xpath("//*[@id='mastodon']")):
            return kind, page.url
    threads = [link for link in _forum_threads(page) if link]
    for node in page.tree.xpath("//link[@rel='alternate'][contains(@type, 'rss') or contains(@type, 'atom')]"):
        if (address := link_of(node, page)) and not threads:
            return "feed", address
    if threads:
        return "forum", page.url
    if len(record_links(page)) >= 5:
        return "listing", page.url
    return "sitemap", urljoin(page.url, "/sitemap.xml")


def _forum_threads(page: Page) -> list[str]:
    try:
        threads, boards = forum_links(page)
    except BadInput:
        return []
    # Links that merely look like records are no threads: a forum is told by its addresses.
    told = [link.url for link in threads if re.search(r"thread|topic|/t/|/d/|discussion|question", link.url)]
    return told if len(told) >= 3 or (told and boards) else []


def _card(page: Page, kind: str, address: str, local: bool) -> dict[str, Any]:
    raw = {**basics(page.url, local), "terms": _TERMS}
    html = kind not in ("feed", "sitemap") or b"<html" in page.body[:2000].lower()
    language = str(page.tree.xpath("string(/html/@lang)"))[:2].lower() if html else ""
    title = " ".join(str(page.tree.xpath("string(//title)")).split()) if html else ""
    return {
        **raw,
        "name": title[:80] or raw["name"],
        **({"languages": [language]} if language else {}),
        "kind": kind,
        "urls": [address],
        "document_kind": {"listing": "ad", "feed": "article", "sitemap": "article"}.get(kind, "post"),
        "schedule": "daily",
        "status": "unverified",
    }
