"""What kind of source stands behind a page."""

from __future__ import annotations

import json
import re
from urllib.parse import urljoin, urlsplit

from core.errors import BadInput
from crawlers.extract.feeds import looks_like_feed
from crawlers.extract.listed import forum_links, record_links
from crawlers.extract.page import Page, link_of
from crawlers.fields import guess_mapping

_ENGINES = ("discourse", "nodebb", "mastodon")
#: What the pages of an engine bear that do not name it.
_MARKS = {
    "nodebb": "//script[contains(@src, 'nodebb')] | //*[starts-with(@component, 'categor')][@data-cid]",
    "mastodon": "//*[@id='mastodon']",
}


def kind_of(page: Page) -> tuple[str, str, dict[str, str]]:
    """The kind of source behind a page, the address to begin at, and for JSON how it is mapped.

    Feed before forum before listing. Raises BadInput for JSON that holds no list of records.
    """
    if page.body.lstrip()[:1] in (b"{", b"["):
        return _interface(page)
    if looks_like_feed(page):
        return "feed", page.url, {}
    if re.search(rb"<(urlset|sitemapindex)[\s>]", page.body[:2000]):
        return "sitemap", page.url, {}
    if engine := _engine(page):
        return engine, page.url if engine == "mastodon" else urljoin(page.url, "/"), {}
    threads = _forum_threads(page)
    for node in page.tree.xpath("//link[@rel='alternate'][contains(@type, 'rss') or contains(@type, 'atom')]"):
        if (address := link_of(node, page)) and not threads:
            return "feed", address, {}
    if threads:
        return "forum", page.url, {}
    if len(record_links(page)) >= 5:
        return "listing", page.url, {}
    return "sitemap", urljoin(page.url, "/sitemap.xml"), {}


def _engine(page: Page) -> str | None:
    generator = str(page.tree.xpath("string(//meta[@name='generator']/@content)")).casefold()
    told = (one for one in _ENGINES if one in generator or (one in _MARKS and page.tree.xpath(_MARKS[one])))
    return next(told, None)


def _interface(page: Page) -> tuple[str, str, dict[str, str]]:
    """Whose JSON it is: that of an engine we know, or one whose records are mapped."""
    try:
        data = json.loads(page.text)
    except (ValueError, RecursionError) as error:
        raise BadInput(f"{page.url}: begins like JSON and is none.") from error
    path = urlsplit(page.url).path
    if isinstance(data, dict) and "topic_list" in data:
        return "discourse", urljoin(page.url, path[: path.rindex("/") + 1]), {}
    if isinstance(data, dict) and "/api/" in path and "topics" in data:
        return "nodebb", urljoin(page.url, path[: path.index("/api/") + 1]), {}
    if isinstance(data, list) and data and isinstance(data[0], dict) and {"account", "content"} <= set(data[0]):
        return "mastodon", page.url, {}
    mapping = guess_mapping(data, page.url)
    if mapping is None:
        raise BadInput(f"{page.url}: JSON that holds no list of records.")
    return "json", page.url, mapping


def _forum_threads(page: Page) -> list[str]:
    try:
        threads, boards = forum_links(page)
    except BadInput:
        return []
    # Links that merely look like records are no threads: a forum is told by its addresses.
    told = [link.url for link in threads if re.search(r"thread|topic|/t/|/d/|discussion|question", link.url)]
    return told if len(told) >= 3 or (told and boards) else []
