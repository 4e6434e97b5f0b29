"""Structured data of a page: JSON-LD and microdata of the types that tell of posts, articles, jobs and offers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import lxml.html

from crawlers.extract.carried import carried
from crawlers.extract.page import Page, text_of

_TYPES = frozenset(
    "Article NewsArticle BlogPosting Report PressRelease DiscussionForumPosting SocialMediaPosting Comment Answer "  # noqa: SIM905
    "Question JobPosting Offer Product Review".split()
)
_TEXTS = ("articleBody", "text", "reviewBody")
_DATES = ("datePublished", "datePosted", "dateCreated", "uploadDate")
_TITLES = ("headline", "title", "name")


TALK_TYPES = frozenset(("DiscussionForumPosting", "SocialMediaPosting", "Comment", "Question", "Answer"))


@dataclass(frozen=True, slots=True)
class Structured:
    """One thing that a page's structured data describes, its values as the page writes them."""

    type: str
    title: str
    text: str
    date: str
    author: str
    place: str
    url: str
    local_id: str
    by: str


def says_article(page: Page) -> bool:
    """Whether a page's own data calls it an article or a job."""
    return any(one.type in _ARTICLES for one in structured(page))


ARTICLE_TYPES = frozenset(("Article", "NewsArticle", "BlogPosting", "Report", "PressRelease"))
_ARTICLES = ARTICLE_TYPES | {"JobPosting"}


def structured(page: Page) -> list[Structured]:
    """All posts, articles, jobs and offers that the page describes, outer ones first; empty without any."""
    return page.once("structured", lambda: _described(page))


def _described(page: Page) -> list[Structured]:
    found = [_thing(raw, "json-ld") for raw in _json_ld(page)]
    if not found and "itemscope" in page.text:
        found = [_thing(raw, "microdata") for raw in _microdata(page)]
    found = found or [_thing(raw, "script") for raw in _of_script(page)]
    if any(one.author.startswith(_ADDRESS) for one in found):
        found = _with_names(found, [text_of(one) for one in page.tree.xpath("//a[@itemprop='author']")])
    return [one for one in found if one.title or one.text]


_ADDRESS = ("http://", "https://")


def _with_names(found: list[Structured], names: list[str]) -> list[Structured]:
    """What is described, with names for authors' addresses: the words of the links that bear them, in their order."""
    places = [place for place, one in enumerate(found) if one.author.startswith(_ADDRESS)]
    named = dict(zip(places, names if len(names) == len(places) else [""] * len(places), strict=True))
    return [replace(one, author=named.get(place, one.author)) for place, one in enumerate(found)]


def _json_ld(page: Page) -> Iterator[dict[str, Any]]:
    for script in page.tree.xpath("//script[contains(@type, 'ld+json')]"):
        try:
            # strict=False: many sites leave raw line ends inside strings.
            yield from _typed(json.loads(script.text_content().strip().rstrip(";"), strict=False), 0)
        except (ValueError, RecursionError):
            continue


def _microdata(page: Page) -> Iterator[dict[str, Any]]:
    from extruct.w3cmicrodata import MicrodataExtractor

    try:
        items = MicrodataExtractor(add_html_node=False).extract_items(page.tree, page.url)
    except Exception:  # a foreign reader of hostile markup: without its answer the next extractor tries
        return
    for item in items:
        yield from _typed(_flattened(item), 0)


def _of_script(page: Page) -> Iterator[dict[str, Any]]:
    """Posts that the page carries for its own program: the first opens the thread."""
    for place, one in enumerate(carried(page)):
        kind = "Comment" if place else "DiscussionForumPosting"
        yield {"@type": kind, **{name: one[name] for name in ("text", "author", "title")}, "dateCreated": one["date"]}


def _flattened(item: Any) -> Any:
    if isinstance(item, list):
        return [_flattened(one) for one in item]
    if isinstance(item, dict) and "properties" in item:
        kinds = item.get("type", "")
        kind = kinds[0] if isinstance(kinds, list) and kinds else kinds
        return {
            "@type": str(kind).rsplit("/", 1)[-1],
            **{key: _flattened(value) for key, value in item["properties"].items()},
        }
    return item


def _typed(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 20:
        return
    if isinstance(value, list):
        for one in value:
            yield from _typed(one, depth + 1)
    elif isinstance(value, dict):
        kinds = value.get("@type", "")
        named = {str(kind).rsplit("/", 1)[-1] for kind in (kinds if isinstance(kinds, list) else [kinds])}
        if named & _TYPES:
            yield {**value, "@type": sorted(named & _TYPES)[0]}
        for key in ("@graph", "comment", "suggestedAnswer", "acceptedAnswer", "mainEntity", "itemListElement", "item"):
            yield from _typed(value.get(key), depth + 1)


def _thing(raw: dict[str, Any], by: str) -> Structured:
    return Structured(
        type=raw["@type"],
        title=_plain(_first(raw, _TITLES)),
        # What describes an article is its teaser; what describes a job or an offer is all the text it has.
        text=_plain(_first(raw, _TEXTS if raw["@type"] in ARTICLE_TYPES else (*_TEXTS, "description"))),
        date=_words(_first(raw, _DATES)),
        author=_plain(_named(raw.get("author"))),
        place=_place(raw.get("jobLocation") or raw.get("availableAtOrFrom") or raw.get("contentLocation")),
        url=_words(raw.get("url") or raw.get("mainEntityOfPage")),
        local_id=_words(raw.get("@id") or raw.get("identifier") or raw.get("url")),
        by=by,
    )


def _first(raw: dict[str, Any], keys: tuple[str, ...]) -> Any:
    return next((raw[key] for key in keys if raw.get(key)), "")


def _words(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("@id") or value.get("name") or ""
    return str(value) if isinstance(value, str | int | float) else ""


def _named(value: Any) -> Any:
    value = value[0] if isinstance(value, list) and value else value
    return value.get("name", "") if isinstance(value, dict) else value or ""


def _place(value: Any) -> str:
    value = value[0] if isinstance(value, list) and value else value
    if not isinstance(value, dict):
        return _words(value)
    address = value.get("address", value)
    if not isinstance(address, dict):
        return _words(address)
    parts = (_words(address.get(key)) for key in ("addressLocality", "addressRegion", "addressCountry"))
    return ", ".join(dict.fromkeys(part for part in parts if part))


def _plain(value: Any) -> str:
    text = _words(value)
    if "<" not in text and "&" not in text:
        return text_of(text)
    try:
        return text_of(lxml.html.fragment_fromstring(text, create_parent="div"))
    except (ValueError, lxml.etree.ParserError):
        return text_of(text)
