"""Entries of RSS and Atom feeds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

import lxml.html

from core.errors import BadInput
from crawlers.extract.page import Page, text_of

#: A description at least so long, and not cut off, is taken for the whole text.
_WHOLE_FROM = 600
_FEED = re.compile(rb"<(\w+:)?(rss|feed|rdf|channel)[\s>]", re.IGNORECASE)
_CUT = re.compile(r"(\.\.\.|…|\[…\]|\[\.\.\.\]|read more|continue reading)\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry; `full`: the feed itself says that this is the whole content. `date` as the feed writes it."""

    url: str
    native_id: str
    title: str
    text: str
    date: str
    author: str
    full: bool


def entries(page: Page) -> list[FeedEntry]:
    """The entries of a feed, in its order. Raises BadInput for what is no feed."""
    return [_entry(raw, page) for raw in _raw_entries(page)]


def looks_like_feed(page: Page) -> bool:
    """Whether a page begins as RSS or Atom."""
    return bool(_FEED.search(page.body[:4096].replace(b"\x00", b"")))


def is_whole(entry: FeedEntry) -> bool:
    """Whether the feed gives the entry's text whole, so that its page need not be fetched."""
    return entry.full or not entry.url or (len(entry.text) >= _WHOLE_FROM and not _CUT.search(entry.text))


def _raw_entries(page: Page) -> list[dict[str, Any]]:
    import fastfeedparser

    # A page that is no feed would keep the patient parser busy for a minute.
    if not looks_like_feed(page):
        raise BadInput("the address leads to no feed")
    try:
        return [dict(raw) for raw in fastfeedparser.parse(page.body).entries]
    except Exception:  # a strict and young parser: whatever it stumbles over, the patient one tries
        return _patient(page)


def _patient(page: Page) -> list[dict[str, Any]]:
    import feedparser

    headers = {"content-type": page.content_type}
    parsed = feedparser.parse(page.body, response_headers=headers, sanitize_html=False, resolve_relative_uris=False)
    if not parsed.entries and not parsed.get("version"):
        raise BadInput("the address leads to no feed")
    return [{**raw, "description": raw.get("summary", "")} for raw in parsed.entries]


def _entry(raw: dict[str, Any], page: Page) -> FeedEntry:
    summary = str(raw.get("description") or "")
    content = str(next((one.get("value") or "" for one in raw.get("content") or ()), ""))
    full = bool(content) and content != summary and len(content) >= len(summary)
    link = str(raw.get("link") or "")
    return FeedEntry(
        url=urljoin(page.url, link) if link else "",
        native_id=str(raw.get("id") or ""),
        title=_plain(str(raw.get("title") or "")),
        text=_plain(content if full else summary or content),
        date=str(raw.get("published") or raw.get("updated") or ""),
        author=str(raw.get("author") or ""),
        full=full,
    )


def _plain(markup: str) -> str:
    if "<" not in markup and "&" not in markup:
        return text_of(markup)
    try:
        return text_of(lxml.html.fragment_fromstring(markup.replace("\x00", ""), create_parent="div"))
    except (ValueError, lxml.etree.ParserError):
        return text_of(re.sub(r"<[^>]*>", " ", markup))
