"""Sitemaps: indexes of sitemaps and lists of pages, gzipped or not; robots.txt and plain lists of addresses too."""

from __future__ import annotations

import re
import zlib

from lxml import etree

from core.cards import Source
from core.errors import BadInput
from crawlers.extract.page import Page
from crawlers.links import Link, Role
from crawlers.spiders import Found
from crawlers.spiders.filters import wanted

#: The protocol's own limit is 50 MB unpacked; a bomb stops here.
_LARGEST = 50_000_000


def follow(page: Page, role: Role, card: Source) -> Found:
    """Pages and further sitemaps; the date of last change is the hint by which a page is looked at again."""
    if role == "item":
        return Found(keep=True)
    body = _unpacked(page.body)
    if not body.lstrip().startswith((b"<", b"\xef\xbb\xbf")):
        return _plain(body.decode("utf-8", "replace"), card)
    root = _parsed(body)
    places = [(_child(node, "loc"), _child(node, "lastmod")) for node in root if isinstance(node.tag, str)]
    if etree.QName(root).localname == "sitemapindex":
        return Found(links=tuple(Link(url, "sitemap", hint=changed) for url, changed in places if url), whole=True)
    links = (Link(url, "item", hint=changed) for url, changed in places if url and wanted(card, url))
    return Found(links=tuple(links))


def _plain(text: str, card: Source) -> Found:
    named = re.findall(r"(?im)^\s*sitemap:\s*(\S+)", text)
    if named:
        return Found(links=tuple(Link(url, "sitemap") for url in named), whole=True)
    lines = [line.strip() for line in text.splitlines()]
    return Found(links=tuple(Link(url, "item") for url in lines if url.startswith("http") and wanted(card, url)))


def _parsed(body: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(body, parser)
    except etree.XMLSyntaxError as error:
        # The parser's own words quote what stands there.
        raise BadInput(f"the sitemap is no XML: line {error.lineno}, column {error.offset}") from error
    if root is None:
        raise BadInput("the sitemap is no XML")
    return root


def _child(node: etree._Element, name: str) -> str:
    for child in node:
        if isinstance(child.tag, str) and etree.QName(child).localname == name:
            return (child.text or "").strip()
    return ""


def _unpacked(body: bytes) -> bytes:
    if not body.startswith(b"\x1f\x8b"):
        return body
    machine = zlib.decompressobj(wbits=31)
    try:
        plain = machine.decompress(body, _LARGEST)
    except zlib.error as error:
        raise BadInput(f"the sitemap is badly packed: {error}") from error
    if machine.unconsumed_tail:
        raise BadInput("the sitemap unpacks to more than 50 MB")
    return plain
