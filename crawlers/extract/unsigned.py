"""Posts that tell no time, and often no author: on a board's page, like blocks that say most of it and are answers.

They are known by what stands in them (a way to answer each, their own number on the page), by the heading that counts
them, or by their own name; and where each is named a post and stands below an element that names somebody. A name at
the head of each is not enough: so begin the tips of an article, and the lines of a member's profile. On the page of a
guestbook like rows of several cells are enough.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from crawlers.extract.boards import acts, are_answerable, head_says_article, is_board, is_guestbook
from crawlers.extract.bodies import bodies_of, body_mark, burdens, marked
from crawlers.extract.clues import POST, is_aside, names_person
from crawlers.extract.draft import Draft
from crawlers.extract.lone import lone
from crawlers.extract.names import name_in, unnamed
from crawlers.extract.opening import is_answer, most_prose
from crawlers.extract.page import Page, text_of
from crawlers.extract.records import alike
from crawlers.extract.structured import says_article
from crawlers.extract.weights import Weight, weights_of

#: So many at least are a talk; so much of the page's words they say.
_LEAST, _SAID = 3, 0.5
_LEAST_TEXT = 12
_HEADINGS = ("h1", "h2", "h3", "h4", "h5")
#: These are parts of rows, of texts, of lists of terms.
_PARTS = ("td", "tbody", "p", "dd")
#: How boards number the posts of a thread.
_FLOOR = re.compile(r"\W*(#\s?\d+|\d+\s?[#楼樓])\W*$")


def unsigned_posts(page: Page) -> list[Draft]:
    """The posts of a board's page on which nothing tells when they were written; none where one can't be sure."""
    if not is_board(page) or says_article(page) or head_says_article(page):
        return []
    weights = weights_of(page)
    groups = (some for _, some in alike(page.tree, weights) if _says_most(some, weights, page))
    groups = (some for some in groups if _are_posts(some, page))
    read = [(members, _drafts(list(members))) for members in groups]
    fit = [(members, drafts) for members, drafts in read if drafts]
    if not fit:
        return []
    members, drafts = max(fit, key=lambda one: (len(one[1]), sum(weights[node].text for node in one[0])))
    first = _numbered(members) or bool(_above(members))  # these have their opening post among them
    return drafts if first else [*_opening(page, members, weights), *drafts]


def _says_most(members: tuple[Any, ...], weights: dict[Any, Weight], page: Page) -> bool:
    said, linked = (sum(getattr(weights[one], name) for one in members) for name in ("text", "linked"))
    if len(members) < _LEAST or members[0].tag in _PARTS or said < _LEAST_TEXT * len(members):
        return False
    headed = any(one.find(f".//{tag}") is not None for one in members[1:] for tag in _HEADINGS)
    return said >= _SAID * weights[page.tree].text and linked < said and not headed


def _are_posts(members: tuple[Any, ...], page: Page) -> bool:
    if are_answerable(members) or all(map(is_answer, members)) or _counted(members) or _numbered(members):
        return True
    return bool(_above(members)) or (is_guestbook(page) and _of_cells(members))


def _numbered(members: Sequence[Any]) -> bool:
    """Whether the first words of each are its number, one more than that of the one before."""
    first = [next((text for piece in one.itertext() if (text := piece.strip())), "") for one in members]
    numbers = [int(re.findall(r"\d+", text)[0]) for text in first if _FLOOR.match(text)]
    return len(numbers) == len(members) and all(b == a + 1 for a, b in pairwise(numbers))


def _above(members: Sequence[Any]) -> dict[Any, Any]:
    """For each of several blocks named posts the like element above it that names somebody; empty where one lacks."""
    heads = {one: one.getprevious() for one in members}
    for one, head in heads.items():
        while head is not None and head.tag in ("br", "hr"):
            heads[one] = head = head.getprevious()
        if head is None or not names_person(head) or not POST.search(one.get("class", "")):
            return {}
    others = list(heads.values())[1:]  # the first may be named after the topic
    return heads if len({(head.tag, head.get("class")) for head in others}) == 1 else {}


def _of_cells(members: Sequence[Any]) -> bool:
    """Whether each is one row of the same number of cells, two or more."""
    cells = {len(one.findall(".//td")) for one in members}
    return len(cells) == 1 and cells.pop() > 1 and not any(len(one.findall(".//tr")) > 1 for one in members)


def _counted(members: Sequence[Any]) -> bool:
    """Whether the heading above the first tells how many they are."""
    for one in (members[0], members[0].getparent()):
        head = one.getprevious()
        if head is not None and head.tag in _HEADINGS:
            return str(len(members)) in re.findall(r"\d+", head.text_content())
    return False


def _drafts(records: list[Any]) -> list[Draft]:
    told = burdens(records)
    marks = marked(records, told)
    bodies = bodies_of(records, body_mark(records, told, marks), marks)
    names = _above(records) or unnamed(records, bodies)
    read = (_draft(body, names.get(record)) for record, body in zip(records, bodies, strict=True))
    return [draft for draft in read if draft.text]


def _draft(body: Any, name: Any) -> Draft:
    text = text_of(body, drop=lambda one: one is name or is_aside(one) or acts(one) or _is_floor(one))
    author = name_in(name, fragments=True) if name is not None else ""
    return Draft(text=text.strip(" :–—-\n"), author=author, by="records")


def _is_floor(node: Any) -> bool:
    return _FLOOR.match(node.text_content().strip()) is not None


def _opening(page: Page, members: tuple[Any, ...], weights: dict[Any, Weight]) -> list[Draft]:
    """What is asked: the lone post above, or the words below the page's heading."""
    known = {draft.text for draft in _drafts(list(members))}
    if alone := [one for one in lone(page) if one.text not in known]:
        return alone
    outer = {above for one in members for above in one.iterancestors()}
    first = weights[members[0]].place
    above = {one for one, weight in weights.items() if weight.place < first and one not in outer}
    holder = most_prose(weights, above)
    if holder is None or weights[holder].linked > weights[holder].text:
        return []
    head = next(holder.iter("h1", "h2"), None)
    before = [one for one in page.tree.iter("h1", "h2") if one in weights and weights[one].place < first]
    if head is None and not (before and weights[before[-1]].place < weights[holder].place):
        return []
    text = text_of(holder, drop=lambda one: one.tag in _HEADINGS or is_aside(one))
    return [Draft(text=text, local_id="opening", by="records")] if text else []
