"""Golden pages: a page's structure kept, and every word, name and address in it replaced by an invented one.

So a test can hold the reading of a site without keeping what anybody wrote there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from typing import Any

import lxml.html
from lxml import etree

from crawlers.extract.facts import label_end
from crawlers.extract.page import Page
from crawlers.invented import address, no_telephones, words

_KEPT = frozenset(
    "class id rel type itemprop itemtype itemscope role lang dir datetime property name http-equiv colspan rowspan "  # noqa: SIM905
    "component data-type data-role data-time data-timestamp data-date charset hidden pubdate".split()
)
_ADDRESSES = frozenset(("href", "src", "action", "cite", "data-href", "data-url"))
_DROPPED = ("script", "style", "svg", "iframe", "object", "embed", "img", "video", "audio", "source", "picture", "link")
_STEERING = frozenset(("og:type", "article:published_time", "generator", "viewport"))


#: Class names that end in an account name: "comment-author-rosa-k", "user_rosa".
_NAMED_CLASS = re.compile(r"(author|user|member|poster|profile|by)[-_](.+)", re.IGNORECASE)


def golden(page: Page, authors: Collection[str] = ()) -> str:
    """The page as HTML with invented words. The same word is always replaced alike, so that structure is kept.

    Dates stay, since they are what a test of dates is about; numbers in addresses and ids stay, since they tell posts
    apart, or become others where they are as long as a telephone's. `authors`: account names of the page, looked for in
    class names too. Comments, pictures, scripts and styles are left out, but for structured data (JSON-LD), which is
    disguised like the rest.
    """
    tree = lxml.html.document_fromstring(lxml.html.tostring(page.tree))
    etree.strip_tags(tree, etree.Comment, etree.ProcessingInstruction)
    _disguise(tree, frozenset(_letters(author) for author in authors))
    text: str = lxml.html.tostring(tree, encoding="unicode", doctype="<!doctype html>")
    return text


def fragment(markup: str) -> str:
    """A piece of HTML with invented words."""
    tree = lxml.html.fragment_fromstring(markup, create_parent="div")
    etree.strip_tags(tree, etree.Comment, etree.ProcessingInstruction)
    _disguise(tree, frozenset())
    return (tree.text or "") + "".join(lxml.html.tostring(child, encoding="unicode") for child in tree)


def _disguise(tree: Any, names: frozenset[str]) -> None:
    for node in list(tree.iter(*_DROPPED)):
        if node.getparent() is not None and not _is_told(node):
            node.drop_tree()
    for node in tree.iter("*"):
        if node.tag == "script":
            node.text = _structured(node.text or "")
        elif node.text:
            node.text = _without_labels(node.text)
        if node.tail:
            node.tail = _without_labels(node.tail)
        _disguise_attributes(node, names)


def _without_labels(text: str) -> str:
    """Invented words, but for the site's own labels ("Posted:", "Similar ads"), by which the rest is told."""
    end = label_end(text)
    return text[:end] + words(text[end:])


def _is_told(node: Any) -> bool:
    """Links to feeds and next pages, and structured data, steer how a page is read."""
    if node.tag == "script":
        return str(node.get("type", "")).startswith("application/ld+json")
    return node.tag == "link" and node.get("rel") in ("alternate", "next")


def _structured(text: str) -> str:
    try:
        return json.dumps(golden_data(json.loads(text)), ensure_ascii=False).replace("</", "<\\/")
    except (ValueError, RecursionError):
        return ""


def _disguise_attributes(node: Any, names: frozenset[str]) -> None:
    steering = node.tag == "meta" and (node.get("property") or node.get("name")) in _STEERING
    for name in list(node.attrib):
        value = str(node.attrib[name])
        if name in ("class", "id"):
            node.attrib[name] = " ".join(no_telephones(_class(one, names)) for one in value.split())
        elif name in _ADDRESSES:
            node.attrib[name] = address(value)
        elif name not in _KEPT and not (steering and name == "content"):
            node.attrib[name] = words(value)


def _class(token: str, names: frozenset[str]) -> str:
    match = _NAMED_CLASS.search(token)
    return token[: match.start(2)] + words(match[2]) if match and _letters(match[2]) in names else token


def _letters(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold())


#: Fields of JSON by whose values a reader is steered; and those that tell a moment as a number.
_STEERING_FIELDS = frozenset(
    "@type @context type visibility language inLanguage lang state reblog".split()  # noqa: SIM905
)
_MOMENT_FIELD = re.compile(r"time|date|stamp|created|updated|_at$|At$|published|posted")
#: Greater numbers could be somebody's: a telephone's, for one.
_SMALL = 1_000_000


def golden_data(value: Any, field: str = "") -> Any:
    """The same JSON with invented words; names of fields, dates, small numbers and yes or no stay."""
    if isinstance(value, dict):
        return {name: golden_data(one, name) for name, one in value.items()}
    if isinstance(value, list):
        return [golden_data(one, field) for one in value]
    if isinstance(value, str):
        return value if field in _STEERING_FIELDS else _string(value)
    if isinstance(value, int) and abs(value) >= _SMALL and not _MOMENT_FIELD.search(field):
        return int("1" + words(str(value)[1:]))
    return value


def _string(value: str) -> str:
    """A string of which nobody said what it is: an address, a piece of HTML, or words."""
    if re.match(r"(https?:/)?/\S*$", value):
        return address(value)
    if re.search(r"<[a-z!/][^>]*>", value, re.IGNORECASE):
        try:
            return fragment(value)
        except (etree.ParserError, ValueError):
            return words(re.sub(r"<[^>]*>", " ", value))
    return words(value)


def golden_xml(body: bytes) -> bytes:
    """A feed or sitemap with invented words; its elements, dates and small numbers stay.

    Raises ValueError for what is no XML.
    """
    parser = etree.XMLParser(resolve_entities=False, recover=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(body, parser)
    if root is None:
        raise ValueError("no XML")
    for node in root.iter("*"):
        node.text = _string(node.text) if node.text else node.text
        node.tail = words(node.tail) if node.tail else node.tail
        for name, value in node.attrib.items():
            if name not in ("type", "rel", "version", "isPermaLink"):
                node.attrib[name] = _string(str(value))
    made: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return made
