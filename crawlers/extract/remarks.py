"""Remarks below the posts of a talk: many pages of questions hold them in lists of their own, smaller than posts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from lxml import etree

from crawlers.extract.clues import has_clock, names_person, tells_time
from crawlers.extract.draft import Draft
from crawlers.extract.kin import is_remark
from crawlers.extract.page import Page
from crawlers.extract.posts import by_records, remarked_in

#: By so many letters of its words a remark is known that a post tells already.
_BEGINNING = 60
_HOLDS = ("li", "tr", "div", "article", "dd")


def remarks(page: Page, posts: Sequence[Draft], *, named: bool) -> list[Draft]:
    """The remarks of a page that tell their author and time, and that none of its posts already says.

    `named`: also those that are called remarks, wherever they stand.
    """
    found = set(remarked_in(page))
    if named:
        found |= {one for one in page.tree.iter(*_HOLDS) if is_remark(one) and _is_told(one)}
    some = [one for one in page.tree.iter(*_HOLDS) if one in found]
    inner = [one for one in some if not any(below in found for below in one.iterdescendants(*_HOLDS))]
    if not inner:
        return []
    read = by_records(Page(page.url, _apart(inner), "text/html; charset=utf-8"))
    return [one for one in read if one.author and one.dates and not any(_same(one, post) for post in posts)]


def _same(one: Draft, post: Draft) -> bool:
    """Whether a post tells what this one does, or this one is the head of it: by one member at one moment."""
    moments = {told for told, _ in one.dates if has_clock(told)} & {told for told, _ in post.dates}
    return _words(one.text)[:_BEGINNING] in _words(post.text) or (one.author == post.author and bool(moments))


def _is_told(node: Any) -> bool:
    return any(map(tells_time, node.iter("*"))) and any(map(names_person, node.iter("*")))


def _apart(some: Sequence[Any]) -> bytes:
    """A page of nothing but these, each in a block, whatever held it."""
    blocks = (f'<div class="post">{etree.tostring(one, encoding="unicode", method="html")}</div>' for one in some)
    plain = (re.sub(r"</?(?:table|tbody|tr|td)\b[^>]*>", " ", block) for block in blocks)
    return f"<html><body>{''.join(plain)}</body></html>".encode()


def _words(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()
