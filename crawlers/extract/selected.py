"""Extraction by the selectors of a card."""

from __future__ import annotations

import re
from typing import Any

from core.cards import Selectors, Source
from crawlers.extract.clues import POST
from crawlers.extract.draft import Draft
from crawlers.extract.page import Page, first_text, link_of, pick, text_of
from crawlers.links import Role

_DATE_ATTRIBUTES = ("datetime", "content", "data-time", "data-timestamp", "title")


def by_selectors(page: Page, role: Role, card: Source) -> list[Draft]:
    """Posts where the card's selectors say they are; empty when they meet nothing, or the card has none for them."""
    chosen = card.selectors
    if not chosen.text and not (chosen.item and role != "item"):
        return []
    blocks = pick(page.tree, chosen.item) if chosen.item and _repeats(role) else [page.tree]
    drafts = [_draft(block, page, chosen) for block in blocks if not isinstance(block, str)]
    return [draft for draft in drafts if draft.text or draft.title]


def _repeats(role: Role) -> bool:
    """Whether `item` names the posts of this page: on an item page of a listing it names rows of the list instead."""
    return role in ("thread", "list")


def _draft(block: Any, page: Page, chosen: Selectors) -> Draft:
    text = first_text(block, chosen.text) if chosen.text else text_of(block)
    return Draft(
        text=text,
        title=first_text(block, chosen.title),
        author=first_text(block, chosen.author),
        dates=tuple((date, "selector") for match in pick(block, chosen.date) for date in date_texts(match)),
        place=first_text(block, chosen.place),
        own_id=_id(pick(block, chosen.native_id)),
        local_id="" if block is page.tree else local_id(block),
        url=_permalink(block, page) if block is not page.tree else "",
        by="selectors",
    )


def date_texts(match: Any) -> list[str]:
    """What an element may say of its date: machine-readable attributes first, then its text."""
    if isinstance(match, str):
        return [str(match)]
    own = [match.get(name) for name in _DATE_ATTRIBUTES]
    inner = [one.get(name) for one in match.iter("time", "abbr") for name in _DATE_ATTRIBUTES]
    return [text for text in dict.fromkeys([*own, *inner, text_of(match)]) if text]


def _id(matches: list[Any]) -> str:
    for match in matches:
        value = str(match) if isinstance(match, str) else local_id(match) or text_of(match)
        if value.strip():
            return value.strip()
    return ""


def local_id(node: Any) -> str:
    """The id by which a page itself tells its posts apart: id, data-…, an anchor or a permalink; else nothing."""
    for name in ("data-post-id", "data-pid", "data-message-id", "data-comment-id", "data-content", "id", "data-id"):
        if (value := node.get(name)) and any(sign.isdigit() for sign in value):
            return str(value)
    for inner in node.xpath(".//*[@id]")[:3]:
        if POST.search(inner.get("id")) and any(sign.isdigit() for sign in inner.get("id")):
            return str(inner.get("id"))
    anchor = str(node.xpath("string((.//a[@name][translate(@name, '0123456789', '') != @name]/@name)[1])"))
    if anchor:
        return anchor
    return next((match[0].strip("#/?&=") for href in node.xpath(".//a/@href") if (match := _OWN_LINK.search(href))), "")


_OWN_LINK = re.compile(r"[#/?&](js-)?(post|p|pid|msg|comment|message|reply|entry|answer)s?[-_/=]?\d+/?$", re.IGNORECASE)


def _permalink(block: Any, page: Page) -> str:
    for node in block.xpath(
        ".//a[@rel='bookmark' or contains(@class, 'permalink') or contains(@class, 'postlink')][@href]"
    ):
        return link_of(node, page) or ""
    return ""
