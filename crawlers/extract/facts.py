"""What a page of an ad tells beside labels: the day it was put up, the place, the title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from crawlers.extract.ad_words import ASIDE, DESCRIPTION, OFFER, OTHERS, OWN_LINE, PLACE, POSTED, SAFETY, TITLE
from crawlers.extract.days import WEEKDAYS
from crawlers.extract.page import Page, text_of

#: Longer values are sentences, not facts.
_LONGEST = 90
_KINDS = {"posted": POSTED, "place": PLACE, "title": TITLE, "offer": OFFER}
_LABELS = [
    (kind, re.compile(rf"\W*(?:{words})\s*(?P<sign>[:：])?\s*(?P<rest>.*)", re.IGNORECASE | re.DOTALL))
    for kind, words in _KINDS.items()
]
#: Begins like a label of any kind, so that the four are asked of few elements.
_DIGIT = re.compile(r"\d")
_SKIPPED = frozenset("script style template noscript option select textarea button a".split())  # noqa: SIM905
#: Elements whose next one tells what they label, also without a colon.
_LABELLING = frozenset("dt th td label strong b em span div p h2 h3 h4 h5 li".split())  # noqa: SIM905


def facts(page: Page) -> dict[str, list[str]]:
    """The values of each kind of label, in the order of the page; none of what stands among other ads."""
    return page.once("facts", lambda: _facts(page))


def _facts(page: Page) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {kind: [] for kind in _KINDS}
    for node, own, label in _texts(page.tree):
        for kind, form in _LABELS:
            if (told := form.fullmatch(own)) and (value := _value(node, told, kind, label)) and not is_aside(node):
                found[kind].append(value)
    return found


def label_end(text: str) -> int:
    """How many letters of a text are the site's own: a label at its beginning, a button, a heading about other ads."""
    if OWN_LINE.fullmatch(text.strip()) and len(text.strip()) <= _SHORT:
        return len(text)
    if _DESCRIBES.fullmatch(text.strip()):
        return len(text)
    found = [one.end() for form in (SAFETY, OTHERS) if (one := form.match(text))]
    for kind, form in _LABELS:
        told = form.fullmatch(text)
        if told and (not told["rest"].strip() or told["sign"] or (kind == "posted" and _DIGIT.search(told["rest"]))):
            week = _WEEKDAY.match(told["rest"])
            found.append(told.start("rest") + (week.end() if week else 0))
    return max(found, default=0)


_DESCRIBES = re.compile(rf"\W*({DESCRIPTION})\W*", re.IGNORECASE)
_WEEKDAY = re.compile(rf"({WEEKDAYS})\b\W*", re.IGNORECASE)
#: A button's words are no more.
_SHORT = 30


def _texts(root: Any) -> Iterator[tuple[Any, str, bool]]:
    """Elements with what they say first, and whether that is in them; and with what stands behind them."""
    for node in root.iter("*"):
        if node.tag in _SKIPPED:
            continue
        if (own := _line(node.text)) and len(own) <= _LONGEST:
            yield node, own, True
        if (tail := _line(node.tail)) and len(tail) <= _LONGEST:
            yield node, tail, False


def _line(text: str | None) -> str:
    return " ".join(text.split()) if text else ""


def _value(node: Any, told: re.Match[str], kind: str, inside: bool) -> str:
    """What a label is told beside: behind it in the same line, in its element, or in the next one."""
    rest = told["rest"].strip(" -–•")
    if rest and (told["sign"] or (kind == "posted" and _DIGIT.search(rest))):
        return rest
    if rest:
        return ""
    if not inside:
        return _short(node.getnext())
    within = _line(text_of(node))[len(_line(node.text)) :].strip(" :：")
    if within and (told["sign"] or kind == "posted"):
        return within if len(within) <= _LONGEST else ""
    if within or node.tag not in _LABELLING:
        return ""
    return _line(node.tail).strip(" :：") or _short(node.getnext()) or _of_parent(node)


def _of_parent(node: Any) -> str:
    parent = node.getparent()
    alone = parent is not None and _line(text_of(parent)) == _line(text_of(node))
    return _short(parent.getnext()) if alone else ""


def _short(node: Any) -> str:
    while node is not None and (not isinstance(node.tag, str) or node.tag == "br" or not len(text_of(node))):
        if value := _line(node.tail):
            return value if len(value) <= _LONGEST else ""
        node = node.getnext()
    value = " ".join(text_of(node).split()) if node is not None and node.tag not in _SKIPPED - {"a"} else ""
    return value if len(value) <= _LONGEST else ""


def is_aside(node: Any) -> bool:
    """Whether an element lies within what is called another ad's, the site's or the reader's."""
    return any(aside(one) for one in (node, *node.iterancestors()))


def aside(node: Any) -> bool:
    """Whether an element itself is called so."""
    if node.tag in ("nav", "footer", "aside") or node.get("role") in ("navigation", "dialog", "contentinfo"):
        return True
    if node.tag in ("body", "html", "main"):
        return False
    called = ASIDE.search(f"{node.get('class') or ''} {node.get('id') or ''}")
    return called is not None and node.find(".//h1") is None  # what holds the heading holds the ad
