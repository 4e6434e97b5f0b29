"""Posts of a page without selectors: each repeated record read for its text, author, time and id."""

from __future__ import annotations

import copy
import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from crawlers.extract.clues import (
    ABOUT_AUTHOR,
    BODY,
    NO_WORDS,
    TIME,
    names_person,
    own_text,
    tells_time,
)
from crawlers.extract.draft import Draft
from crawlers.extract.opening import opening
from crawlers.extract.page import Page, text_of
from crawlers.extract.records import find_records, heads
from crawlers.extract.selected import local_id
from crawlers.extract.times import dates_of, usual_places

_BY = re.compile(r"^(by|von|oleh|par|por|de|di|from|posted by|written by|@|»|«|:)(?!\w)\s*", re.IGNORECASE)
_AFTER_NAME = re.compile(r"\s[»•·|]\s")
_SAYS = re.compile(r"\s+(is (off|on)line|says|said|wrote|schrieb|sagt|écrit|dijo|berkata|menulis)\W*$", re.IGNORECASE)
_NO_NAME = re.compile(
    r"^(re:.*|.*#\d.*|.*\(permalink\).*|posts?|guest posts?|profile|avatar|reply|quote|share|#?\d+|online|offline"
    r"|member|top|e-?mail|pm|website|www)$",
    re.IGNORECASE,
)


def by_records(page: Page) -> list[Draft]:
    """One draft a repeated record, in the order of the page."""
    return page.once("posts", lambda: _drafts(page))


def _drafts(page: Page) -> list[Draft]:
    found = find_records(page)
    if not found:
        return []
    before = heads(page, found)
    records, body = _parts(page)
    unnamed = body is None or not any(_author(one, list(one.iter("*"))) for one in records)
    names = _unnamed_heads(records) if unnamed else {}
    outer = [_with_author_cell(record, before.get(first)) for first, record in zip(found, records, strict=True)]
    usual = usual_places(outer)
    read = (
        _draft(record, body, names.get(record), before.get(first), around, usual)
        for first, record, around in zip(found, records, outer, strict=True)
    )
    drafts = [draft for draft in read if draft.text]
    told = sum(bool(draft.dates) + bool(draft.author) for draft in drafts)
    if told >= 1.5 * len(drafts):  # where most tell their author and time, what tells neither is a heading
        drafts = [draft for draft in drafts if draft.dates or draft.author]
    if not drafts or told < 0.8 * len(drafts):
        return []
    opener = _opening(page)
    first = _opening_draft(*opener) if opener else None
    # What tells author and time of the first record is the heading of the thread.
    headed = first is None or (first.author, first.dates[:1]) == (drafts[0].author, drafts[0].dates[:1])
    return drafts if headed or first is None else [first, *drafts]


def _parts(page: Page) -> tuple[list[Any], tuple[str, str] | None]:
    """The records of a page, each apart, and what marks their bodies."""

    def reckon() -> tuple[list[Any], tuple[str, str] | None]:
        records = _apart(find_records(page), page)
        return records, _body_mark(records)

    return page.once("parts", reckon)


def _opening(page: Page) -> tuple[Any, list[Any]] | None:
    return page.once("opening", lambda: opening(page, find_records(page), _parts(page)[1]))


def opened_by_a_member(page: Page) -> bool:
    """Whether what stands above the records is by one of those who wrote them: its author is linked as theirs are."""
    opener = _opening(page)
    if opener is None:
        return False
    theirs = {place for record in _parts(page)[0] for place in _member_places(record.iter("a"))}
    return bool(theirs & set(_member_places(opener[1])))


def _member_places(nodes: Iterable[Any]) -> list[str]:
    links = [node.get("href", "") for node in nodes if node.tag == "a" and names_person(node) >= 2]
    return [re.sub(r"[^/?=&]*/?$", "", href) for href in links if len(href) > 1]


def _opening_draft(holder: Any, around: list[Any]) -> Draft:
    """The post that stands above those that repeat, and answers to them in nothing but what it tells."""
    return Draft(
        text=text_of(holder, drop=_is_aside),
        author=_author(holder, around),
        dates=tuple((date, "records") for date in dates_of(holder, around, frozenset())[:8]),
        local_id=local_id(holder) or "opening",
        by="records",
    )


def _apart(records: list[Any], page: Page) -> list[Any]:
    """Each record without the records that lie within it, as replies do within what they answer."""
    known = set(records)
    inner = [one for one in records if any(above in known for above in one.iterancestors())]
    if not inner:
        return records
    twins = dict(zip(page.tree.iter(), copy.deepcopy(page.tree).iter(), strict=True))
    for one in inner:
        twins[one].drop_tree()
    return [twins[one] for one in records]


def _body_mark(records: list[Any]) -> tuple[str, str] | None:
    """Tag and class that hold the text of most records: a body by name, else the largest without time or author."""
    sizes: Counter[tuple[str, str]] = Counter()
    hits: Counter[tuple[str, str]] = Counter()
    burdened: Counter[tuple[str, str]] = Counter()
    for record in records:
        seen: set[tuple[str, str]] = set()
        burdening = _burdened(record)
        for node in record.iterdescendants("div", "td", "blockquote", "section", "article", "p", "dd", "span"):
            for name in node.get("class", "").split():
                mark = (node.tag, re.sub(r"\d+", "", name))
                if mark in seen or NO_WORDS.search(name):
                    continue
                seen.add(mark)
                hits[mark] += 1
                sizes[mark] += len(" ".join(node.text_content().split()))
                burdened[mark] += node in burdening
    total = sum(len(" ".join(record.text_content().split())) for record in records)
    usual = [mark for mark, n in hits.items() if n >= 0.8 * len(records) and sizes[mark] >= 0.15 * total]
    free = [mark for mark in usual if burdened[mark] <= 0.3 * hits[mark]]
    pool = [mark for mark in free if BODY.search(mark[1])] or free
    if not pool:
        return None
    most = max(sizes[mark] for mark in pool)
    # The smallest that still holds nearly as much text as the largest: the body without its surroundings. What bears
    # a body's name may hold less of it: short posts weigh little beside the headings that stand over them.
    enough = 0.6 if BODY.search(pool[0][1]) else 0.85
    return min((mark for mark in pool if sizes[mark] >= enough * most), key=lambda mark: sizes[mark])


def _burdened(record: Any) -> set[Any]:
    """The blocks of a record that tell its author's name or its time beside the text, or hold one that does."""
    found: set[Any] = set()
    for one in record.iter("*"):
        if one.tag in ("p", "blockquote") or not (
            names_person(one) >= 2 or (tells_time(one) and len(own_text(one)) < 40)
        ):
            continue
        above = list(one.iterancestors())
        if not any(node.tag == "blockquote" for node in above):
            found.update((one, *above))
    return found


def _unnamed_heads(records: list[Any]) -> dict[Any, Any]:
    """Where no clue names the authors: the short words that begin each record, if they differ as names do."""
    heads = {record: head for record in records if (head := _first_words(record)) is not None}
    names = Counter(re.sub(r"\d+", "#", text_of(head)) for head in heads.values())  # "level 2" is no name
    usual = len(heads) >= 0.8 * len(records) and len(names) > min(len(records) - 1, 1)
    return heads if usual and names.most_common(1)[0][1] <= max(2, 0.6 * len(records)) else {}


def _first_words(record: Any) -> Any:
    for node in record.iter("a", "b", "strong", "h3", "h4", "h5", "span", "cite", "i", "em"):
        text = " ".join(node.text_content().split())
        if text:
            return node if len(text) <= 30 and not TIME.search(text) and _name(node) else None
    return None


def _draft(
    record: Any, body: tuple[str, str] | None, name: Any, before: Any, around: list[Any], usual: frozenset[Any]
) -> Draft:
    """`name`: the words that begin a record, maybe its author; `before`: what stands before it and tells its time."""
    holder = _holder(record, body)
    outside = [one for one in around if holder is record or not _within(one, holder)]
    author = _author(record, outside) or (_name(name) if name is not None else "")
    dates = dates_of(record, outside, usual)
    if holder is record:
        text = text_of(record, drop=lambda one: one is not record and (one is name or _is_meta(one)))
    else:
        text = text_of(holder, drop=_is_aside)
    return Draft(
        text=text,
        author=author,
        dates=tuple((date, "records") for date in dates[:8]),
        local_id=local_id(record) or (local_id(before) if before is not None else ""),
        by="records",
    )


def _with_author_cell(record: Any, before: Any) -> list[Any]:
    """A record's elements, and those before it that tell its time, or of its author."""
    if before is None:
        before = record.getprevious()
        if before is None or not isinstance(before.tag, str) or not ABOUT_AUTHOR.search(before.get("class", "")):
            return list(record.iter("*"))
    return [*before.iter("*"), *record.iter("*")]


def _holder(record: Any, body: tuple[str, str] | None) -> Any:
    if body is None:
        return record
    for node in record.iterdescendants(body[0]):
        if body[1] in (re.sub(r"\d+", "", name) for name in node.get("class", "").split()):
            return node
    return record


def _is_aside(node: Any) -> bool:
    return bool(NO_WORDS.search(node.get("class", ""))) or node.tag in ("form", "footer")


def _is_meta(node: Any) -> bool:
    """In a record without a body of its own: all that is not text of the post."""
    classes = node.get("class", "")
    if _is_aside(node) or names_person(node) >= 2 or ABOUT_AUTHOR.search(classes):
        return True
    return tells_time(node) and len(" ".join(node.text_content().split())) < 60


def _author(record: Any, outside: list[Any]) -> str:
    if record.get("data-author"):
        return str(record.get("data-author")).strip()
    best, surest = "", 0
    for node in outside:
        sure = names_person(node)
        if sure > surest and (name := _name(node)):
            best, surest = name, sure
    return best


def _name(node: Any) -> str:
    lines = text_of(node).split("\n")
    line = TIME.split(lines[0], maxsplit=1)[0] if lines else ""
    name = _SAYS.sub("", _AFTER_NAME.split(_BY.sub("", line))[0]).strip(" :,·|")
    return name if 0 < len(name) <= 40 and not _NO_NAME.match(name) else ""


def _within(node: Any, holder: Any) -> bool:
    return node is holder or any(above is holder for above in node.iterancestors())
