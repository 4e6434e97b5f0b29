"""Where a list leads: the links of its rows, and on a board those to threads and to further lists."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from statistics import median
from typing import Any
from urllib.parse import urlsplit

from crawlers.extract.page import Page, link_of, text_of
from crawlers.extract.records import alike
from crawlers.extract.remembering import forget
from crawlers.extract.weights import weights_of
from crawlers.links import Link

_THREAD = re.compile(
    r"/(threads?|topics?|viewtopic|showthread|discussions?|t|d|posts?|questions?)[/.?-]|viewtopic|showthread"
    r"|[?&](topic|t|tid)=",
    re.IGNORECASE,
)
_BOARD = re.compile(
    r"/(forums?|boards?|categor(y|ies)|viewforum|forumdisplay|c|f)[/.?-]|viewforum|forumdisplay|[?&](board|f|fid)=",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"/(login|register|signup|search|help|faq|contact|privacy|terms|reply|report|quote|edit|rss|feed|print)(\.\w+)?(?=[/?#]|$)"
    r"|[?&](action|do|sort|order)=",
    re.IGNORECASE,
)


def record_links(page: Page) -> list[str]:
    """The main links of the records of a listing: the group of like elements whose links say most."""
    try:
        return _record_links(page)
    finally:
        forget()  # or a crawl would hold all its lists


def _record_links(page: Page) -> list[str]:
    best: list[str] = []
    best_score = 0.0
    for _, members in alike(page.tree, weights_of(page), of_links=True):
        found = [_links_of(one, page) for one in members]
        kind = _usual_kind(found)
        links = [link for links in found if (link := _longest([one for one in links if kind in (None, one[0])]))]
        urls = list(dict.fromkeys(url for url, _ in links))
        if len(urls) < 2 or len(urls) < len(members) * 0.7:
            continue
        score = math.sqrt(len(urls)) * min(60.0, median(size for _, size in links)) * (1.0 if kind else _MIXED)
        if score > best_score:
            best, best_score = urls, score
    return best


def _usual_kind(found: Sequence[Sequence[_Link]]) -> _Kind | None:
    """The kind of link that leads elsewhere from each record and says most; None where no kind is in all of them.

    A record links its firm, its seller or its category, too: often with more words, but many records link the same one.
    """
    kinds = Counter(kind for links in found for kind in {kind for kind, _, _ in links})
    usual = [kind for kind, often in kinds.items() if often >= _USUAL * len(found)]
    return max(usual, key=lambda kind: _worth(kind, found), default=None)


#: Elements whose links have nothing in common are more often the frame of a page: so much less they weigh.
_MIXED = 0.6
#: In so many records of a list stands a link of the kind that leads to them.
_USUAL = 0.9


def _worth(kind: _Kind, found: Sequence[Sequence[_Link]]) -> tuple[float, bool, float]:
    longest = [one for links in found if (one := _longest([link for link in links if link[0] == kind]))]
    return len({url for url, _ in longest}) / len(longest) >= _USUAL, kind[0], median(size for _, size in longest)


def _longest(links: Sequence[_Link]) -> tuple[str, int] | None:
    return max(((url, size) for _, url, size in links), key=lambda link: link[1], default=None)


#: Whether a link stands in a heading, and the first folder of its address.
type _Kind = tuple[bool, str]
type _Link = tuple[_Kind, str, int]


def _links_of(node: Any, page: Page) -> list[_Link]:
    """The links of a record, or the one in which it lies, with what kind each is and how much it says."""
    host = urlsplit(page.url).netloc
    found = []
    for a in node.xpath("self::a[@href] | .//a[@href]") or node.xpath("ancestor::a[@href][1]"):
        url = link_of(a, page)
        if url and urlsplit(url).netloc == host and not _ASIDE.search(url):
            headed = any(one.tag in _HEADINGS for one in (*a.iter("*"), *islice(a.iterancestors(), 2)))
            found.append(((headed, urlsplit(url).path.strip("/").split("/")[0]), url, len(text_of(a))))
    return found


_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def forum_links(page: Page) -> tuple[list[Link], list[Link]]:
    """Threads and boards that a forum's page links to, told apart by the shapes of their addresses."""
    host = urlsplit(page.url).netloc
    threads: dict[str, Link] = {}
    boards: dict[str, Link] = {}
    for node in page.tree.xpath("//a[@href]"):
        url = link_of(node, page)
        if not url or urlsplit(url).netloc != host or _ASIDE.search(url) or not text_of(node):
            continue
        url = url.split("#")[0]
        path = urlsplit(url).path + "?" + urlsplit(url).query
        if _THREAD.search(path):
            threads.setdefault(url, Link(url, "thread"))
        elif _BOARD.search(path):
            boards.setdefault(url, Link(url, "list"))
    if not threads:
        threads = {url: Link(url, "thread") for url in record_links(page)}
    return list(threads.values()), [link for url, link in boards.items() if url != page.url]
