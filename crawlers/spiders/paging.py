"""Following pages of a list or a thread."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from core.cards import Source
from crawlers.extract.page import Page, link_of, pick, text_of
from crawlers.links import Link, Role

_NEXT = re.compile(
    r"^\W*(next|next page|older|older posts|weiter|nächste|suivant|siguiente|seterusnya|berikutnya|selanjutnya)\W*$"
    r"|^[›»→>]{1,2}$",
    re.IGNORECASE,
)


def next_pages(page: Page, role: Role, card: Source) -> tuple[Link, ...]:
    """The page after this one: by the card's selector, else rel=next, else a link that says so; never itself."""
    url = _by_card(page, card) or _by_rel(page) or (None if card.selectors.next else _by_words(page))
    if url is None or url.split("#")[0] == page.url.split("#")[0]:
        return ()
    return (Link(url, role),)


def _by_card(page: Page, card: Source) -> str | None:
    for match in pick(page.tree, card.selectors.next):
        if url := link_of(match, page):
            return url
    return None


def _by_rel(page: Page) -> str | None:
    for match in page.tree.xpath("//link[@rel='next'][@href] | //a[contains(concat(' ', @rel, ' '), ' next ')][@href]"):
        if url := link_of(match, page):
            return url
    return None


def _by_words(page: Page) -> str | None:
    host = urlsplit(page.url).netloc
    for match in page.tree.xpath("//a[@href]"):
        label = text_of(match) or match.get("title") or match.get("aria-label") or ""
        if len(label) <= 20 and _NEXT.match(label):
            url = link_of(match, page)
            if url and urlsplit(url).netloc == host:
                return url
    return None
