"""Posts of a page without selectors: each repeated record read for its text, author, time and id."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterable
from typing import Any

from crawlers.extract.bodies import bodies_of, body_mark, burdens, marked, names_of, said_by_all, without
from crawlers.extract.bylines import by_byline
from crawlers.extract.clues import ABOUT_AUTHOR, has_clock, is_aside, is_unseen, names_person, tells_time
from crawlers.extract.draft import Draft
from crawlers.extract.kin import remarked
from crawlers.extract.names import author_of, labels, name_in, others, unnamed
from crawlers.extract.opening import opening, told_alike
from crawlers.extract.page import Page, text_of
from crawlers.extract.quotations import quotations
from crawlers.extract.records import find_records, heads
from crawlers.extract.selected import local_id
from crawlers.extract.signatures import unsigned
from crawlers.extract.times import common_places, dates_of, usual_places
from crawlers.extract.weights import weights_of

#: So many letters at most stand in an element that tells a time and is no text; twice as many with a name beside it.
_STAMP = 60
#: So many posts at least show how posts are told here.
_POSTS = 2


def by_records(page: Page) -> list[Draft]:
    """One draft a repeated record, in the order of the page."""
    return page.once("posts", lambda: _drafts(page))


def _drafts(page: Page) -> list[Draft]:
    found = find_records(page)
    if not found:
        return []
    before = heads(page, found)
    records, bodies = _parts(page)
    authors, times, names = _told(found, before, records, bodies)
    if not any((*authors, *times)):
        return []  # whatever they say
    same = said_by_all(records)
    read = (
        _draft(record, holder, names.get(record), before.get(first), author, dates, (same, {*authors}))
        for first, record, holder, author, dates in zip(found, records, bodies, authors, times, strict=True)
    )
    drafts = unsigned([draft for draft in read if draft.text])
    told = sum(bool(draft.dates) + bool(draft.author) for draft in drafts)
    if told >= 1.5 * len(drafts):
        # Where most tell their author and time, what tells neither is a heading, or where one answers.
        drafts = [draft for draft in drafts if draft.dates or draft.author]
    drafts = _without_frames(drafts)
    if not drafts or told < 0.8 * len(drafts):
        return []
    opener = _opening(page)
    first = opener[0] if opener else None
    if first is None or (all(draft.dates for draft in drafts) and not first.dates) or _heads_thread(first, drafts[0]):
        return drafts
    return [first, *drafts]


def _told(
    found: list[Any], before: dict[Any, Any], records: list[Any], bodies: list[Any]
) -> tuple[list[str], list[list[str]], dict[Any, Any]]:
    """For each record its author and its dates; and where nothing else tells the authors, the words that may."""
    beside = [_outside(one, holder) for one, holder in zip(records, bodies, strict=True)]
    authors = [author_of(one, nodes) for one, nodes in zip(records, beside, strict=True)]
    if len(records) > _POSTS and (named := labels(authors, records)):
        authors = others(records, beside, bodies, named) or authors
    names = {} if all(authors) else unnamed(records, bodies)
    if sum(map(bool, authors)) >= 0.5 * len(records):
        names = _where_unknown(records, authors, names)
    known = {*found, *records}
    cells = [_author_cell(one, before.get(first), known) for first, one in zip(found, records, strict=True)]
    around = [[*cell, *one.iter("*")] for cell, one in zip(cells, records, strict=True)]
    usual = usual_places(around)
    for place, (cell, record) in enumerate(zip(cells, records, strict=True)):
        if cell:
            beside[place] = [*cell, *beside[place]]
            authors[place] = author_of(record, beside[place])
        if not authors[place] and record in names:
            authors[place] = name_in(names[record])
    common = common_places(around, usual)
    return authors, [dates_of(one, nodes, usual, common) for one, nodes in zip(records, beside, strict=True)], names


def _where_unknown(records: list[Any], authors: list[str], names: dict[Any, Any]) -> dict[Any, Any]:
    """For each record of an unknown author the words that may name him, where such words name all known ones."""
    known = [(one, author) for one, author in zip(records, authors, strict=True) if author]
    if len(known) < _POSTS or not all(one in names and name_in(names[one]) == author for one, author in known):
        return {}
    return {one: name for one, name in names.items() if one not in dict(known)}


def _without_frames(drafts: list[Draft]) -> list[Draft]:
    """The drafts without the few that tell no time where the others tell both: who is here, who opened the thread."""
    whole = sum(bool(draft.dates and draft.author) for draft in drafts)
    timed = [draft for draft in drafts if draft.dates]
    return timed if whole == len(timed) >= _POSTS and 2 * len(timed) > len(drafts) else drafts


def _heads_thread(first: Draft, other: Draft) -> bool:
    """Whether what stands above a post tells that post's time, and its author or its minute: a heading, no post."""
    if (first.author, first.dates[:1]) == (other.author, other.dates[:1]):
        return True
    minutes = [date[:16] for one in (first, other) for date, _ in one.dates[:1] if has_clock(date[:16])]
    return len(minutes) == 2 and minutes[0] == minutes[1]


def _parts(page: Page) -> tuple[list[Any], list[Any]]:
    """The records of a page, each apart, and for each the element that holds its words."""

    def reckon() -> tuple[list[Any], list[Any]]:
        records = _apart(find_records(page), remarked_in(page), page)
        told = burdens(records)
        marks = marked(records, told)
        return records, bodies_of(records, body_mark(records, told, marks), marks)

    return page.once("parts", reckon)


def _opening(page: Page) -> tuple[Draft, list[Any]] | None:
    """The post above the records, and the elements that tell of it."""

    def reckon() -> tuple[Draft, list[Any]] | None:
        records, names = find_records(page), names_of(*_parts(page))
        found = opening(page, records, names)
        return (opening_draft(*found, author_of(*found)), found[1]) if found else by_byline(page, records)

    return page.once("opening", reckon)


def opened_by_a_member(page: Page) -> bool:
    """Whether what stands above the records is by one of those who wrote them.

    Its author is linked as theirs are, or its author and its time stand in elements of the same names as theirs.
    """
    opener = _opening(page)
    if opener is None:
        return False
    records = _parts(page)[0]
    theirs = {place for record in records for place in _member_places(record.iter("a"))}
    linked = bool(theirs & set(_member_places(opener[1])))
    return linked or told_alike([opener[1], *(one.iter("*") for one in records)])


def opened_by_an_author(page: Page) -> bool:
    """Whether what stands above the records is by one whom its page calls an author, as articles are."""
    opener = _opening(page)
    return opener is not None and any(
        node.get("rel") == "author" or "/author" in node.get("href", "") for node in opener[1]
    )


def _member_places(nodes: Iterable[Any]) -> list[str]:
    links = [node.get("href", "") for node in nodes if node.tag == "a" and names_person(node) >= 2]
    return [re.sub(r"[^/?=&]*/?$", "", href) for href in links if len(href) > 1]


def opening_draft(holder: Any, around: list[Any], author: str, *, bare: bool = True) -> Draft:
    """The post that stands above those that repeat, and answers to them in nothing but what it tells.

    `bare`: the holder holds the words alone, and not their author and time as well.
    """
    return Draft(
        text=text_of(holder, drop=lambda one: one is not holder and (_is_aside(one) if bare else _is_meta(one))),
        author=author,
        dates=tuple((date, "records") for date in dates_of(holder, around, frozenset())[:8]),
        local_id=local_id(holder) or "opening",
        by="records",
    )


def remarked_in(page: Page) -> list[Any]:
    """What others remarked within the posts of a page."""
    found: list[Any] = page.once("remarked", lambda: remarked(find_records(page), weights_of(page)))
    return found


def _apart(records: list[Any], others: list[Any], page: Page) -> list[Any]:
    """Each record without the records and others that lie within it, as replies do within what they answer."""
    known = set(records)
    inner = [one for one in records if any(above in known for above in one.iterancestors())] + others
    if not inner:
        return records
    twins = dict(zip(page.tree.iter(), copy.deepcopy(page.tree).iter(), strict=True))
    for one in inner:
        twins[one].drop_tree()
    return [twins[one] for one in records]


def _draft(
    record: Any, holder: Any, name: Any, before: Any, author: str, dates: list[str], alike: tuple[set[Any], set[str]]
) -> Draft:
    """`name`: the words that begin a record, maybe its author; `before`: what stands before it and tells its time;
    `alike`: what all records say, and who wrote them."""
    same, authors = alike
    if holder is record:
        text = _own_words(record, lambda one: one is not record and (one is name or _is_meta(one)), authors)
    else:
        text = _own_words(holder, lambda one: one is not holder and (one in same or _is_aside(one)), authors)
    return Draft(
        text=text,
        author="" if author == text else author,  # the words themselves were taken for a name
        dates=tuple((date, "records") for date in dates[:8]),
        local_id=local_id(record) or (local_id(before) if before is not None else ""),
        by="records",
    )


def _own_words(holder: Any, drop: Callable[[Any], bool], authors: set[str]) -> str:
    """What a post says without what it quotes; where it says nothing besides, all of it."""
    whole = text_of(holder, drop=drop)
    quoted = quotations(holder, authors)
    own = text_of(holder, drop=lambda one: one in quoted or drop(one)) if quoted else whole
    return own.lstrip(" :：\n") if re.search(r"\w", own) else whole


def _author_cell(record: Any, before: Any, known: set[Any]) -> list[Any]:
    """The elements before a record that tell its time, or of its author."""
    if before is None:
        before = record.getprevious()
        other = before is None or before in known or not isinstance(before.tag, str)
        if other or not ABOUT_AUTHOR.search(before.get("class", "")):
            return []
    return list(before.iter("*"))


def _is_aside(node: Any) -> bool:
    return node.tag in ("form", "footer") or is_unseen(node) or is_aside(node)


def _is_meta(node: Any) -> bool:
    """In a record without a body of its own: all that is not text of the post."""
    classes = node.get("class", "")
    if _is_aside(node) or names_person(node) >= 2 or ABOUT_AUTHOR.search(classes):
        return True
    if not tells_time(node):
        return False
    size = len(" ".join(node.text_content().split()))
    return size < _STAMP or (size < 2 * _STAMP and any(names_person(one) >= 2 for one in node.iter("a")))


def _outside(record: Any, holder: Any) -> list[Any]:
    nodes = list(record.iter("*"))
    return nodes if holder is record else without(nodes, holder)
