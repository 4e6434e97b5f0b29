"""Posts that a page carries in a script of its own, for a program in the browser that lays them out.

Only what the page also shows is taken, or all where it shows next to nothing: such scripts hold other things besides.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from crawlers.extract.page import Page

_BODIES = ("contentHtml", "content_html", "bodyHtml", "body_html", "cooked", "content", "body", "message", "text")
_DATES = ("createdAt", "created_at", "createdDate", "created", "datePosted", "postedAt", "timestamp", "date")
_NAMES = ("username", "userName", "displayName", "display_name", "name", "nickname", "slug")
_PEOPLE = ("user", "author", "creator", "poster", "owner", "username")
_TITLES = ("title", "headline", "subject")
_POST = re.compile(r"post|comment|message|reply", re.IGNORECASE)
#: So many beginnings of an object are tried in a script, and so large a one is read at most.
_TRIED, _LARGEST = 3, 4_000_000
_BEGINS = re.compile(r"(?:^|[=(]|:\s)\s*(?=[{\[]\s*[\"{\[])")
#: So few letters on the page itself are a frame that a program fills; so much of what is carried must be shown else.
_FRAME, _SHOWN = 200, 0.8
_DEEPEST = 30

type Item = dict[str, Any]


def carried(page: Page) -> list[dict[str, Any]]:
    """The posts in a page's scripts, each with `text` (HTML), `date`, `author`, `title` and `kind`."""
    return page.once("carried", lambda: _carried(page))


def _carried(page: Page) -> list[dict[str, Any]]:
    if not any(f'"{name}"' in page.text for name in _DATES):
        return []
    for script in page.tree.iter("script"):
        for data in _objects(script.text or ""):
            posts = list(_posts(data))
            if _is_talk(posts) and _shown(posts, page):
                return posts
    return []


def _is_talk(posts: list[dict[str, Any]]) -> bool:
    """Whether these are posts of one thread: one bears a title at most, and one alone is called a post."""
    titled = sum(bool(one["title"]) for one in posts)
    return titled <= 1 < len(posts) or (len(posts) == 1 and bool(_POST.search(posts[0]["kind"])))


def _objects(source: str) -> Iterator[Any]:
    """The objects that a script is, is given, or sets a name to."""
    if len(source) > _LARGEST or not any(f'"{name}"' in source for name in _BODIES):
        return
    decoder = json.JSONDecoder(strict=False)
    for _, match in zip(range(_TRIED), _BEGINS.finditer(source), strict=False):
        try:
            yield decoder.raw_decode(source, match.end())[0]
        except (ValueError, RecursionError):
            continue


def _posts(data: Any) -> Iterator[dict[str, Any]]:
    items = list(_items(data, 0))
    known = {(str(one.get("type")), str(one.get("id"))): one for one in items if "id" in one}
    for one in items:
        fields = {**one, **one["attributes"]} if isinstance(one.get("attributes"), dict) else one
        text, date = _first(fields, _BODIES), _first(fields, _DATES)
        if text and date and (author := _author(fields, known)):
            title, kind = _first(fields, _TITLES), str(one.get("type", ""))
            yield {"text": text, "date": date, "author": author, "title": title, "kind": kind}


def _items(value: Any, depth: int) -> Iterator[Item]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        yield value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _items(one, depth + 1)


def _first(fields: Item, names: tuple[str, ...]) -> str:
    return next((one for name in names if isinstance(one := fields.get(name), str) and one.strip()), "")


def _author(fields: Item, known: dict[tuple[str, str], Item]) -> str:
    """Who wrote it: a name, somebody with a name, or one who is told of elsewhere by kind and number (JSON:API)."""
    relations = fields.get("relationships")
    for name in _PEOPLE:
        told: Any = fields.get(name) or (relations.get(name) if isinstance(relations, dict) else None)
        if isinstance(told, dict) and isinstance(told.get("data"), dict):
            told = known.get((str(told["data"].get("type")), str(told["data"].get("id"))))
        if isinstance(told, dict):
            inner = told.get("attributes")
            told = _first({**told, **inner} if isinstance(inner, dict) else told, _NAMES)
        if isinstance(told, str) and told:
            return told
    return ""


def _shown(posts: list[dict[str, Any]], page: Page) -> bool:
    """Whether a reader of the page sees these posts, or nothing."""
    aside = "script|style|template"
    visible = " ".join("".join(page.tree.xpath(f"//body//text()[not({_above(aside)})]")).split())
    if len(visible) < _FRAME:
        return True
    shown = sum(_beginning(one["text"]) in visible for one in posts)
    return shown >= _SHOWN * len(posts)


def _above(names: str) -> str:
    return " or ".join(f"ancestor::{name}" for name in names.split("|"))


def _beginning(markup: str) -> str:
    """The first words of a text, without its marks."""
    inner = max(re.split(r"<[^>]*>", markup), key=len)
    return " ".join(html.unescape(inner).split())[:40]
