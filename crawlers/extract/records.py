"""Repeated records: the posts of a page nobody wrote selectors for, found because they look alike.

Elements alike in tag and class form a group; a group is scored by its text outside links and by the share of its
members that carry a time or an author.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from dataclasses import dataclass, field
from statistics import median
from typing import Any
from urllib.parse import urlsplit

from crawlers.extract.page import Page, link_of, text_of
from crawlers.frontier import Link

_CONTAINERS = frozenset(("article", "div", "dl", "li", "section", "table", "tbody", "td", "tr"))
_SKIPPED = frozenset(("script", "style", "template", "noscript", "nav", "footer", "select", "option", "form", "head"))
_AUTHOR = re.compile(
    r"(^|[-_\s])(author|user(name|info|id)?|poster|byline|nick(name)?|member|profile|creator)([-_\s]|$)", re.IGNORECASE
)
_PERSON_LINK = re.compile(
    r"/(u|user|users|member|members|profile|author)s?[/.?]|[?&](u|uid|user|mode=viewprofile)=", re.IGNORECASE
)
_TIME = re.compile(
    r"\b\d{1,2}[./-]\d{1,2}[./-](\d{2}|\d{4})\b|\b(19|20)\d\d-\d\d-\d\d\b"
    r"|\b\d{1,2}\.? ?(jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[czs])[a-zé]*\.?,? ?(19|20)\d\d"
    r"|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}(st|nd|rd|th)?,? ?(19|20)\d\d"
    r"|\b\d+ (second|minute|hour|day|week|month|year)s? ago\b|\b(yesterday|today|gestern|heute|semalam)\b",
    re.IGNORECASE,
)
_THREAD = re.compile(
    r"/(threads?|topics?|viewtopic|showthread|discussions?|t|d|posts?)[/.?-]|viewtopic|showthread|[?&](topic|t|tid)=",
    re.IGNORECASE,
)
_BOARD = re.compile(
    r"/(forums?|boards?|categor(y|ies)|viewforum|forumdisplay|c|f)[/.?-]|viewforum|forumdisplay|[?&](board|f|fid)=",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"/(login|register|signup|search|help|faq|contact|privacy|terms|reply|report|quote|edit|rss|feed|print)\b|[?&](action|do|sort|order)=",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Weight:
    text: int = 0
    linked: int = 0
    time: bool = False
    author: bool = False


@dataclass(slots=True)
class Group:
    """Elements that look alike, in the order of the page."""

    members: list[Any] = field(default_factory=list)
    score: float = 0.0
    times: float = 0.0
    authors: float = 0.0


def find_records(page: Page) -> list[Any]:
    """The elements that are the posts of a page, or none where nothing repeats enough to be sure."""
    weights = _weigh(page.tree)
    groups = [_judge(members, weights) for members in _alike(page.tree).values()]
    best = max(groups, key=lambda group: group.score, default=None)
    return best.members if best and best.score > 0 else []


def _weigh(root: Any) -> dict[Any, _Weight]:
    weights: dict[Any, _Weight] = defaultdict(_Weight)
    for node in root.iter("*"):
        if node.tag in _SKIPPED or any(one.tag in _SKIPPED for one in node.iterancestors()):
            continue
        own = len((node.text or "").strip())
        linked = node.tag == "a" or any(one.tag == "a" for one in node.iterancestors("a"))
        time = tells_time(node)
        author = tells_author(node)
        tail = len((node.tail or "").strip())
        _add(weights[node], own, linked, time, author)
        for above in node.iterancestors():
            _add(weights[above], own + (0 if linked else tail), linked and bool(own), time, author)
    return weights


def _add(weight: _Weight, size: int, linked: bool, time: bool, author: bool) -> None:
    if linked:
        weight.linked += size
    else:
        weight.text += size
    weight.time |= time
    weight.author |= author


def tells_time(node: Any) -> bool:
    if node.tag == "time" or "datetime" in node.attrib:
        return True
    text = (node.text or "") + (node.tail or "")
    return (5 < len(text) < 120 and bool(_TIME.search(text))) or bool(_TIME.search(node.get("title", "")))


def tells_author(node: Any) -> bool:
    if _AUTHOR.search(node.get("class", "")) or node.get("rel") == "author" or node.get("itemprop") == "author":
        return True
    return node.tag == "a" and bool(_PERSON_LINK.search(node.get("href", "")))


def _alike(root: Any) -> dict[tuple[str, str], list[Any]]:
    groups: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for node in root.iter("*"):
        if node.tag in _CONTAINERS:
            mark = _mark(node)
            if mark:
                groups[node.tag, mark].append(node)
    return {key: members for key, nodes in groups.items() if len(members := _outermost(nodes)) > 1}


def _mark(node: Any) -> str:
    """Classes without what differs from post to post (numbers, odd and even), or the id's letters."""
    classes = re.sub(r"\d+", "", node.get("class", "")).split()
    kept = [one for one in classes if not re.fullmatch(r"odd|even|first|last|alt|bg|row|[-_]*", one)]
    if kept:
        return " ".join(sorted(kept)[:4])
    stem = re.sub(r"\d+", "#", node.get("id", ""))
    return stem if "#" in stem else ""


def _outermost(nodes: list[Any]) -> list[Any]:
    known = set(nodes)
    return [node for node in nodes if not any(above in known for above in node.iterancestors())]


def _judge(members: list[Any], weights: dict[Any, _Weight]) -> Group:
    found = [weights[one] for one in members]
    times = sum(one.time for one in found) / len(found)
    authors = sum(one.author for one in found) / len(found)
    size = median(one.text for one in found)
    linked = sum(one.linked for one in found) / max(1, sum(one.text + one.linked for one in found))
    if size < 20 or linked > 0.5 or times + authors < 0.6:
        return Group(members, 0.0, times, authors)
    score = math.log(size) * math.sqrt(len(members)) * (0.2 + times + authors) * (1 - linked)
    return Group(members, score, times, authors)


def record_links(page: Page) -> list[str]:
    """The main links of the records of a listing: the group of like elements whose links say most."""
    best: list[str] = []
    best_score = 0.0
    for members in _alike(page.tree).values():
        links = [link for link in (_main_link(one, page) for one in members) if link]
        urls = list(dict.fromkeys(url for url, _ in links))
        if len(urls) < 2 or len(urls) < len(members) * 0.7:
            continue
        score = math.sqrt(len(urls)) * min(60.0, median(size for _, size in links))
        if score > best_score:
            best, best_score = urls, score
    return best


def _main_link(node: Any, page: Page) -> tuple[str, int] | None:
    found = [(link_of(a, page), len(text_of(a))) for a in node.xpath("self::a[@href] | .//a[@href]")]
    host = urlsplit(page.url).netloc
    usable = [(url, size) for url, size in found if url and urlsplit(url).netloc == host and not _ASIDE.search(url)]
    return max(usable, key=lambda link: link[1], default=None)


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
