"""Listings: pages of ads, either whole or as links to item pages, one page after another."""

from __future__ import annotations

from core.cards import Source
from crawlers.extract.listed import record_links
from crawlers.extract.page import Page, link_of, pick
from crawlers.links import Link, Role
from crawlers.spiders import Found
from crawlers.spiders.filters import wanted
from crawlers.spiders.paging import next_pages


def follow(page: Page, role: Role, card: Source) -> Found:
    """Item pages of a listing, and its next page. A listing whose ads stand on it whole is kept itself."""
    if role == "item":
        return Found(keep=True)
    following = next_pages(page, "list", card)
    if holds_ads(card):
        return Found(next=following, keep=True)
    links = tuple(Link(url, "item") for url in _item_links(page, card) if wanted(card, url))
    return Found(links=links, next=following)


def holds_ads(card: Source) -> bool:
    """Whether the ads stand whole on the listing: the card says what an item is, and names no link to follow."""
    return bool(card.selectors.item and card.selectors.text and not card.selectors.link)


def _item_links(page: Page, card: Source) -> list[str]:
    chosen = card.selectors
    if chosen.link:
        blocks = pick(page.tree, chosen.item) if chosen.item else [page.tree]
        matches = [match for block in blocks for match in pick(block, chosen.link)]
    elif chosen.item:
        matches = pick(page.tree, chosen.item)
    else:
        return record_links(page)
    return list(dict.fromkeys(url for url in (link_of(match, page) for match in matches) if url))
