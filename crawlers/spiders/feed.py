"""Feeds: RSS and Atom. Entries that stand in the feed whole are taken from it; the others are fetched."""

from __future__ import annotations

from core.cards import Source
from crawlers.extract.feeds import entries, is_whole
from crawlers.extract.page import Page
from crawlers.links import Link, Role
from crawlers.spiders import Found
from crawlers.spiders.filters import wanted


def follow(page: Page, role: Role, card: Source) -> Found:
    """Pages behind entries that the feed gives in part only, with the entry's title and date as a fallback."""
    if role == "item":
        return Found(keep=True)
    found = entries(page)
    links = [
        Link(entry.url, "item", meta={"entry_title": entry.title, "entry_date": entry.date})
        for entry in found
        if entry.url and not is_whole(entry) and wanted(card, entry.url)
    ]
    return Found(links=tuple(links), keep=any(is_whole(entry) for entry in found))
