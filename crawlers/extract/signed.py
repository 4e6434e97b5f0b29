"""Posts that are signed at their end, as in talks of wikis: the words, then a link to who wrote them, then the time."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any

from crawlers.extract import vocabulary
from crawlers.extract.draft import Draft
from crawlers.extract.page import Page, text_of
from crawlers.extract.told_times import TIME
from crawlers.extract.weights import weights_of

#: Stand in the text about a link to a person, before a heading, and before another link.
_OPEN, _CLOSE, _HEADING, _LINKED = "\ue001", "\ue002", "\ue003", "\ue004"
_NAMED = re.compile(f"{_OPEN}([^{_CLOSE}]+){_CLOSE}")
_MEMBER = re.compile(rf"[/=](special:contributions/|({vocabulary.WIKI_MEMBER})(:|%3A))", re.IGNORECASE)
#: What leads from the words to the name: a dash, "posted by".
_LEAD = re.compile(r"[\s—–~-]*(\b(posted|written|signed) by:?\s*)?$", re.IGNORECASE)
#: A dash signs what stands on the lines above: a list, say.
_DASH = re.compile(r"[—–]|--")
#: So much may stand between a name and its time (a link to the talk of who signs), and after it (a zone).
_BETWEEN, _AFTER = 40, 16
_LONGEST_NAME = 40
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_NO_TALK = ("head", "nav", "footer", "header")
#: A talk has so many signed posts at least.
_LEAST = 2
#: And they say so much of what its page says outside links: else they are a list beside something else.
_LEAST_SAID = 0.5


def signed(page: Page) -> list[Draft]:
    """The signed posts of a page in its order; none where fewer than two are."""

    def reckon() -> list[Draft]:
        found = list(_signed(_lines(page)))
        said = sum(len(one.text) for one in found)
        return found if len(found) >= _LEAST and said >= _LEAST_SAID * weights_of(page)[page.tree].text else []

    return page.once("signed", reckon)


def _lines(page: Page) -> list[str]:
    if sum(map(_signs, page.tree.iter("a"))) < _LEAST:
        return []
    twin = copy.deepcopy(page.tree)
    for node in twin.iter("a", *_HEADINGS):
        if node.tag in _HEADINGS:
            node.text = _HEADING + (node.text or "")
        elif _signs(node) and (name := " ".join(node.text_content().split())):
            for inner in list(node):
                node.remove(inner)
            node.text = f"{_OPEN}{name}{_CLOSE}"
        elif node.text:
            node.text = _LINKED + node.text
    return text_of(twin, drop=lambda node: node.tag in _NO_TALK).split("\n")


def _signs(link: Any) -> bool:
    """Whether a link leads to the page of somebody who writes a wiki: boards sign posts in blocks of their own."""
    return bool(_MEMBER.search(link.get("href", "")))


def _signed(lines: list[str]) -> Iterator[Draft]:
    said: list[str] = []
    for line in lines:
        if line.startswith(_HEADING):  # below one that leads elsewhere stands the beginning of what is there
            said = [_LINKED] if line[1:].lstrip().startswith(_LINKED) else []
            continue
        found = _signature(line)
        if found is None:
            said.append(_plain(line))
            continue
        words, name, date = found
        text = "\n".join(part for part in (*said, words) if part)
        if text and not text.startswith(_LINKED):  # what begins with a link is a row of a list
            dates = tuple((one, "records") for one in (date, date.split("(")[0]))
            yield Draft(text=text.replace(_LINKED, ""), author=name, dates=dates, by="letters")
        said = []


def _signature(line: str) -> tuple[str, str, str] | None:
    """The words before a signature that ends a line, the name and the date in it."""
    for match in _NAMED.finditer(line):
        rest = _plain(line[match.end() :]).replace(_LINKED, "")
        time = TIME.search(rest)
        if time is None or time.start() > _BETWEEN or len(rest) - time.end() > _AFTER or len(match[1]) > _LONGEST_NAME:
            continue
        digit = re.search(r"\d", rest)
        before = _plain(line[: match.start()])
        words = _LEAD.sub("", before)
        if not words.replace(_LINKED, "").strip() and not _DASH.match(before):
            return None  # a line of its own belongs to a post in a block of its own, which tells more
        return words, match[1].lstrip("@"), rest[digit.start() if digit else 0 :]
    return None


def _plain(text: str) -> str:
    return text.replace(_OPEN, "").replace(_CLOSE, "").replace(_HEADING, "").strip()
