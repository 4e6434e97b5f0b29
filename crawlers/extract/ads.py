"""Pages of one ad: its own words, without what the site says about it, and without the ads beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from crawlers.extract.ad_words import BODY, DESCRIPTION, NOT_BODY, OTHERS, OWN_LINE, SAFETY, WHOLE
from crawlers.extract.article import article_text, head_dates
from crawlers.extract.draft import Draft
from crawlers.extract.facts import aside, facts, is_aside
from crawlers.extract.page import Page, text_of
from crawlers.extract.structured import structured

#: The words of an ad are called so in these attributes.
_NAMES = ("class", "id", "itemprop", "data-testid", "data-automation", "data-qa")
_BLOCKS = ("div", "section", "article", "td", "p", "span", "dd", "main", "pre")
#: Fewer letters are no ad.
_SHORTEST = 60
#: So many elements up lie parts of one ad that are called the same.
_NEAR = 3
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "dt", "th", "div", "p", "span", "strong", "b", "legend")
_DESCRIPTION = re.compile(rf"\W*({DESCRIPTION})\W*", re.IGNORECASE)
_LONGEST_HEADING = 40
#: A line of so many letters is not said twice by who wrote the ad.
_SENTENCE = 40
_OFFERS = frozenset(("JobPosting", "Product", "Offer"))


def is_ad(page: Page) -> bool:
    """Whether a page of which nobody said what it is tells of one offer: by its data, or two kinds of labels."""
    if any(one.type in _OFFERS for one in structured(page)):
        return True
    told = facts(page)
    return bool(told["offer"]) + bool(told["place"]) + bool(told["posted"]) >= 2


def ad_text(page: Page) -> str:
    """The ad's own words, where the page names the part that holds them; else nothing."""
    return page.once("ad's text", lambda: own_words(_parts(page) or _headed(page)))


def own_words(parts: Iterable[Any]) -> str:
    """What elements say, without the site's own lines and parts, advice against fraud, and ads of others."""
    lines = (line for part in parts for line in text_of(part, drop=_others).split("\n"))
    kept: list[str] = []
    for line in lines:
        told_twice = len(line) >= _SENTENCE and line in kept  # once shortened, once whole
        if line and not told_twice and not OWN_LINE.fullmatch(line) and not SAFETY.match(line):
            kept.append(line)
    return "\n".join(kept)


def _headed(page: Page) -> list[Any]:
    """What stands below the heading "Description", up to the next heading of its kind."""
    for node in page.tree.iter(*_HEADINGS):
        if len(said := text_of(node)) > _LONGEST_HEADING or not _DESCRIPTION.fullmatch(said) or is_aside(node):
            continue
        while (parent := node.getparent()) is not None and text_of(parent) == text_of(node):
            node = parent
        following = list(_up_to_next(node))
        if sum(_size(one) for one in following) >= _SHORTEST:
            return following
    return []


def _up_to_next(node: Any) -> Iterator[Any]:
    for one in node.itersiblings():
        if not isinstance(one.tag, str) or (one.tag, one.get("class")) == (node.tag, node.get("class")):
            return
        yield one


def _parts(page: Page) -> list[Any]:
    """The largest element that is called the words of an ad, and those near it that are called the same."""
    return _largest(page, BODY) or _largest(page, WHOLE)


def _largest(page: Page, names: re.Pattern[str]) -> list[Any]:
    named = [one for one in page.tree.iter(*_BLOCKS) if _is_named(one, names)]
    sized = [(_size(one), one) for one in named if not is_aside(one)]
    size, best = max(sized, key=lambda pair: pair[0], default=(0, None))
    if best is None or size < _SHORTEST:
        return []
    near = _ancestor(best, _NEAR)
    within = [one for own, one in sized if own and (one is near or near in one.iterancestors())]
    kin = [one for one in within if _called(one) == _called(best)]
    return [one for one in kin if not any(other in kin for other in one.iterancestors())]


def _is_named(node: Any, names: re.Pattern[str]) -> bool:
    called = " ".join(node.get(name) or "" for name in _NAMES)
    return bool(called.strip()) and bool(names.search(called)) and not NOT_BODY.search(called)


def _size(node: Any) -> int:
    """The letters an element says outside links."""
    linked = sum(len(text_of(one)) for one in node.iter("a"))
    return max(0, len(text_of(node, drop=_others)) - 2 * linked)


def _called(node: Any) -> tuple[str, str]:
    return node.tag, re.sub(r"\d+", "", node.get("class") or node.get("id") or "")


def _ancestor(node: Any, up: int) -> Any:
    for _ in range(up):
        parent = node.getparent()
        if parent is None or parent.tag == "body":
            break
        node = parent
    return node


def _others(node: Any) -> bool:
    """Whether a part within an ad is none of it."""
    if node.tag in ("nav", "footer", "form", "dialog") or aside(node):
        return True
    head = node[0] if len(node) and not (node.text or "").strip() else None
    said = text_of(head)[:80] if head is not None and head.tag in ("h2", "h3", "h4", "h5", "strong", "b", "p") else ""
    return bool(said) and bool(OTHERS.match(said) or SAFETY.match(said))


def by_ad(page: Page) -> Draft | None:
    """The ad of a page, or None where the page names no part that holds its words, or much prose stands outside it."""
    text = ad_text(page)
    if not text:
        return None
    outside = (line.strip("-• ") for line in article_text(page).split("\n"))
    prose = sum(len(line) for line in outside if len(line) >= _PROSE and line not in text)
    return Draft(text=text, by="ad") if prose <= _MOST_OUTSIDE * len(text) else None


#: A line of so many letters is prose; where so many times as much of it stands outside a part, the part is not the ad.
_PROSE, _MOST_OUTSIDE = 80, 2


def ad_dates(page: Page) -> list[tuple[str, str]]:
    """When an ad was put up, as a label, the page's head, an element for times or a bare date on a line tells.

    Nothing is guessed from elsewhere: a page of an ad is full of other days (till when it holds, since when the seller
    is a member, when the page was built), and a wrong day is worse than none.
    """
    told = [*facts(page)["posted"], *head_dates(page), *_called_posted(page), *_of_times(page), *_bare(page)]
    return [(text, "page") for text in dict.fromkeys(told)]


def _called_posted(page: Page) -> list[str]:
    """What the first element says whose name is that of a day of posting."""
    for node in page.tree.xpath("//*[@class][string-length(normalize-space(.)) < 40]"):
        if _POSTED.search(node.get("class")) and (said := text_of(node)) and not is_aside(node):
            return [said]
    return []


_POSTED = re.compile(
    r"(?<![a-z])(post(ed|ing)?|publi(sh(ed)?|cation)|list(ed|ing)?)[-_]?(date|time|on|ago)", re.IGNORECASE
)


def _of_times(page: Page) -> list[str]:
    found = [one for one in page.tree.iter("time") if not is_aside(one)]
    return [text for one in found[:1] for text in (one.get("datetime") or "", text_of(one)) if text]


def _bare(page: Page) -> list[str]:
    """A short line on which nothing but a whole date stands, unless a label beside it says that it is another day."""
    for node in page.tree.iter("div", "span", "p", "td", "li", "small", "em", "h1", "h2", "h3"):
        own = " ".join((node.text or "").split())
        if own and len(own) <= _LONGEST_HEADING and _DATE.fullmatch(own) and not _labelled(node) and not is_aside(node):
            return [own]
    return []


def _labelled(node: Any) -> bool:
    before = node.getprevious()
    if before is None and (parent := node.getparent()) is not None:
        before = parent.getprevious()
    said = text_of(before).split("\n")[-1] if before is not None else ""
    return node.tag == "td" or said.endswith((":", "："))


#: Nothing but a day with its year, and a time.
_DAY = (
    r"\d{1,2}[./-]\d{1,2}[./-](\d{4}|\d\d)|\d{4}[./-]\d{1,2}[./-]\d{1,2}"
    r"|\d{1,2}\.? (de )?[^\W\d]+\.? (de )?\d{4}|[^\W\d]+ \d{1,2},? \d{4}"
)
_CLOCK = r"\d{1,2}[:.h]\d\d(:\d\d)?( ?[ap]m)?"
_DATE = re.compile(rf"\W*(\w+,? )?({_DAY})(\W*(à|at|um|a las|às|kl|в|o)?\W*{_CLOCK})?\W*", re.IGNORECASE)
