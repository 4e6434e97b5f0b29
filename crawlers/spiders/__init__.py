"""The walks: which pages lead to which, kind by kind. Pure functions from a page to the links worth following."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from core.cards import Source
from crawlers.extract.page import Page
from crawlers.links import Link, Role


@dataclass(frozen=True, slots=True)
class Found:
    """What a page leads to. `next` are its following pages: walked only while pages bring something new.

    `keep`: whether the page itself holds posts, and so goes into the inbox.
    `whole`: its absence of change says nothing about the pages below it, so it must be asked for anew each time.
    """

    links: tuple[Link, ...] = ()
    next: tuple[Link, ...] = ()
    keep: bool = False
    whole: bool = False


type Walk = Callable[[Page, Role, Source], Found]


def walk_of(card: Source) -> Walk:
    """The walk for this kind of source."""
    from crawlers.spiders import feed, forum, interfaces, listing, sitemap

    walks: dict[str, Walk] = {
        "feed": feed.follow,
        "sitemap": sitemap.follow,
        "listing": listing.follow,
        "forum": forum.follow,
        "discourse": interfaces.discourse,
        "nodebb": interfaces.nodebb,
        "mastodon": interfaces.mastodon,
        "json": interfaces.mapped,
    }
    return walks[card.kind]


def first_role(card: Source) -> Role:
    """What the addresses of the card are."""
    roles: dict[str, Role] = {"feed": "feed", "sitemap": "sitemap"}
    return roles.get(card.kind, "list")


def entries_of(card: Source) -> tuple[Link, ...]:
    """Where a visit begins: the card's addresses, or the interfaces behind them."""
    from crawlers.spiders.interfaces import entry

    return tuple(Link(entry(card, url), first_role(card)) for url in card.urls)
