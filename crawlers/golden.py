"""Golden pages: a page's structure kept, and every word, name and address in it replaced by an invented one.

So a test can hold the reading of a site without keeping what anybody wrote there.
"""

from __future__ import annotations

import hashlib
import re
from typing import Any
from urllib.parse import urlsplit

import lxml.html

from crawlers.extract.clues import OTHER_DATE, TIME
from crawlers.extract.page import Page

_SYLLABLES = ("ba", "de", "fi", "go", "lu", "ma", "ne", "pi", "ro", "su", "ta", "vi", "wa", "yo", "ze", "ka")
_KEPT = frozenset(
    "class id rel type itemprop itemtype itemscope role lang dir datetime property name http-equiv colspan rowspan "  # noqa: SIM905
    "component data-type data-role data-time data-timestamp data-date charset hidden pubdate".split()
)
_ADDRESSES = frozenset(("href", "src", "action", "cite", "data-href", "data-url"))
_DROPPED = ("script", "style", "svg", "iframe", "object", "embed", "img", "video", "audio", "source", "picture", "link")
_STEERING = frozenset(("og:type", "article:published_time", "generator", "viewport"))


def golden(page: Page) -> str:
    """The page as HTML with invented words. The same word is always replaced alike, so that structure is kept.

    Dates stay, since they are what a test of dates is about; numbers in addresses and ids stay, since they tell posts
    apart. Structured data (JSON-LD), pictures, scripts and styles are left out.
    """
    tree = lxml.html.document_fromstring(lxml.html.tostring(page.tree))
    for node in list(tree.iter(*_DROPPED)):
        if node.getparent() is not None and not _is_feed_link(node):
            _drop(node)
    for node in tree.iter("*"):
        node.text = _invented(node.text)
        node.tail = _invented(node.tail)
        _disguise_attributes(node)
    text: str = lxml.html.tostring(tree, encoding="unicode", doctype="<!doctype html>")
    return text


def _drop(node: Any) -> None:
    node.drop_tree()


def _is_feed_link(node: Any) -> bool:
    return node.tag == "link" and node.get("rel") in ("alternate", "next")


def _disguise_attributes(node: Any) -> None:
    steering = node.tag == "meta" and (node.get("property") or node.get("name")) in _STEERING
    for name in list(node.attrib):
        value = str(node.attrib[name])
        if name in ("class", "id"):
            node.attrib[name] = value
        elif name in _ADDRESSES:
            node.attrib[name] = _address(value)
        elif not _stays(name, value, bool(steering)):
            node.attrib[name] = _invented(value) or ""


def _stays(name: str, value: str, steering: bool) -> bool:
    if name in ("content", "title"):
        return steering or bool(TIME.search(value))
    return name in _KEPT


def _address(value: str) -> str:
    """An address of the same shape on no site: the words of path and query invented, numbers and known words kept."""
    try:
        parts = urlsplit(value)
    except ValueError:
        return "#"
    if parts.scheme not in ("", "http", "https"):
        return "#"
    host = f"{parts.scheme}://board.example" if parts.netloc else ""
    query = f"?{_steps(parts.query)}" if parts.query else ""
    fragment = f"#{_steps(parts.fragment)}" if parts.fragment else ""
    return f"{host}{_steps(parts.path)}{query}{fragment}"


#: Words that software puts into addresses: by them a thread, a member and a post are told.
_SOFTWARE = re.compile(
    r"^(threads?|topics?|t|posts?|p|pid|forums?|f|boards?|members?|users?|u|profiles?|authors?|viewtopic|viewforum|"
    r"viewprofile|memberlist|showthread|member|index|php|html|htm|page|start|mode|comment|discussions?|d|questions?|"
    r"action|msg|item|tid|fid|id|js|post|amp|list|ads?|next|latest|category|categories|c)$",
    re.IGNORECASE,
)


def _steps(text: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda match: match[0] if _SOFTWARE.match(match[0]) else _word(match[0]), text)


def _invented(text: str | None) -> str | None:
    if not text or not text.strip():
        return text
    kept: list[str] = []
    last = 0
    for match in TIME.finditer(text):
        kept += [_words(text[last : match.start()]), match[0]]
        last = match.end()
    return "".join([*kept, _clocks(text[last:])])


def _clocks(text: str) -> str:
    """Words after a date: a clock there belongs to it."""
    match = re.match(r"\W{0,4}(at |um |,)?\W{0,2}\d{1,2}[:.]\d{2}(:\d{2})?( ?[ap]m)?", text, re.IGNORECASE)
    return (match[0] + _words(text[match.end() :])) if match else _words(text)


def _words(text: str) -> str:
    return re.sub(r"\w+", lambda match: _word(match[0]), text)


def _word(word: str) -> str:
    """An invented word of about the same length and the same capitals; numbers become other numbers."""
    if OTHER_DATE.search(word):
        return word  # "joined", "edited": labels that tell one date from another
    digest = hashlib.sha256(b"golden" + word.casefold().encode()).digest()
    if word.isdigit():
        return "".join(str(digest[n % 32] % 10) for n in range(len(word)))
    made = "".join(_SYLLABLES[byte % 16] for byte in digest)[: len(word)]
    return made.upper() if word.isupper() and len(word) > 1 else made.capitalize() if word[0].isupper() else made
