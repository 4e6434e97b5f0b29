"""Forums: lists of threads (and of further lists) that lead to threads, threads that run over pages of posts."""

from __future__ import annotations

from typing import Any

from core.cards import Source
from core.ids import content_id
from crawlers.extract.listed import forum_links
from crawlers.extract.page import Page, link_of, pick, text_of
from crawlers.links import Link, Role
from crawlers.spiders import Found
from crawlers.spiders.filters import wanted
from crawlers.spiders.paging import next_pages

_ROWS = ("tr", "li", "article")


def follow(page: Page, role: Role, card: Source) -> Found:
    """Threads and sub-forums of a list; the next page of a thread. Pages of posts are kept."""
    if role == "thread":
        return Found(next=next_pages(page, "thread", card), keep=True)
    following = next_pages(page, "list", card)
    if card.selectors.thread:
        threads = [link for match in pick(page.tree, card.selectors.thread) if (link := _thread(match, page))]
        lists = [Link(url, "list") for match in pick(page.tree, card.selectors.link) if (url := link_of(match, page))]
    else:
        threads, lists = forum_links(page)
    links = {link.url: link for link in [*lists, *threads] if wanted(card, link.url)}
    # A front page may stay as it is while its boards fill: it is asked for whole, so that they are walked each time.
    return Found(links=tuple(links.values()), next=following, whole=bool(lists))


def _thread(match: Any, page: Page) -> Link | None:
    url = link_of(match, page)
    if url is None:
        return None
    # The row tells of replies and of the last post: when it reads otherwise, the thread has likely grown.
    row = "" if isinstance(match, str) else text_of(_row(match))
    return Link(url.split("#")[0], "thread", hint=content_id("row", row)[:12] if row else "")


def _row(node: Any) -> Any:
    return next((one for one in node.iterancestors() if one.tag in _ROWS), node)
