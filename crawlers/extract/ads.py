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
#: So is called what describes an offer, and no article.
_OFFERED = re.compile(r"(?<![a-z])(job|ad|advert|vacancy|offer|listing|annonce|anzeige)[-_]*(body|desc)", re.IGNORECASE)


def is_ad(page: Page) -> bool:
    """Whether a page of which nobody said what it is tells of one offer: by its data, or two kinds of labels."""
    if any(one.type in _OFFERS for one in structured(page)):
        return True
    told = facts(page)
    signs = bool(told["offer"]) + bool(told["place"]) + bool(told["posted"])
    return signs >= 2 or (signs == 1 and any(_OFFERED.search(_called(one)[1]) for one in _largest(page, BODY)))


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
    """What the page's data describe the offer with; else what is called the words of an ad."""
    named = _largest(page, BODY) or _largest(page, WHOLE)
    stated = _stated(page)
    return stated if _sizes(stated) * _TEASER >= _sizes(named) else named


def _sizes(parts: list[Any]) -> int:
    return sum(map(_size, parts))


def _stated(page: Page) -> list[Any]:
    """The smallest element that says what the page's data describe the offer with, from its beginning to its end."""
    told = next((one.text for one in structured(page) if one.type in _OFFERS and len(one.text) >= _LEAST_STATED), "")
    cut = told.rstrip().endswith(("…", "..."))
    ends = [end for end in (_letters(told)[:_END], _letters(told)[-_END:]) if end and not cut]
    found: list[Any] = []
    node = page.tree if ends else None
    while node is not None:
        found = [node]
        node = next((one for one in node if isinstance(one.tag, str) and _says(one, ends)), None)
    return found if found and found[0].tag in (*_BLOCKS, "ul") else []


def _says(node: Any, ends: list[str]) -> bool:
    said = _letters(text_of(node))
    return all(end in said for end in ends) and not is_aside(node)


def _letters(text: str) -> str:
    return "".join(re.findall(r"\w+", text.casefold()))


#: Fewer letters describe nothing; by so many of its first and of its last a description is known again.
_LEAST_STATED, _END = 80, 40
#: Data that say less than one part in so many of what is named are a teaser, where they end in no dots.
_TEASER = 3


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
        return _longest_block(page)
    outside = (line.strip("-• ") for line in article_text(page).split("\n"))
    prose = sum(len(line) for line in outside if len(line) >= _PROSE and line not in text)
    return Draft(text=text, by="ad") if prose <= _MOST_OUTSIDE * len(text) else None


def _longest_block(page: Page) -> Draft | None:
    """The longest piece of running text, where the reader of articles has lost both its beginning and its end."""
    sized = [(_running(one), one) for one in page.tree.iter("p", "div", "span", "td", "pre")]
    size, best = max(sized, key=lambda pair: pair[0], default=(0, None))
    if best is None or size < _LONG or is_aside(best):
        return None
    text, read = own_words([best]), _letters(article_text(page))
    lost = _letters(text)[:_END] not in read and _letters(text)[-_END:] not in read
    return Draft(text=text, by="ad") if lost else None


def _running(node: Any) -> int:
    """The letters of an element's own text, whatever breaks its lines or lies in it as a word."""
    own = len((node.text or "").strip()) + sum(len((one.tail or "").strip()) for one in node)
    return own + sum(len(one.text or "") for one in node if one.tag in ("b", "strong", "em", "i", "font"))


#: A piece of running text of so many letters may be all of an ad's words.
_LONG = 200


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
