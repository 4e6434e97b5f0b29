"""Posts of a page without selectors: each repeated record read for its text, author, time and id."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from crawlers.extract.draft import Draft
from crawlers.extract.page import Page, text_of
from crawlers.extract.records import find_records, tells_author, tells_time
from crawlers.extract.selected import date_texts, local_id

_BODY = re.compile(
    r"(^|[-_\s])(post[-_]?(body|text|content|message)|message[-_]?(body|content|text)?|bbwrapper|content|entry|comment[-_]?(body|text|content)|body|text|cooked)([-_\s]|$)",
    re.IGNORECASE,
)


def by_records(page: Page) -> list[Draft]:
    """One draft a repeated record, in the order of the page."""
    records = find_records(page)
    body = _body_mark(records)
    drafts = [_draft(record, body) for record in records]
    return [draft for draft in drafts if draft.text]


def _body_mark(records: list[Any]) -> tuple[str, str] | None:
    """Tag and class of the element that holds the text in most records, the innermost where several do."""
    sizes: Counter[tuple[str, str]] = Counter()
    hits: Counter[tuple[str, str]] = Counter()
    for record in records:
        seen: set[tuple[str, str]] = set()
        for node in record.iterdescendants("div", "td", "blockquote", "section", "article", "p", "dd"):
            mark = (node.tag, node.get("class", ""))
            if mark[1] and mark not in seen:
                seen.add(mark)
                hits[mark] += 1
                sizes[mark] += len(text_of(node))
    total = sum(len(text_of(record)) for record in records)
    usual = [mark for mark, n in hits.items() if n >= 0.8 * len(records) and sizes[mark] >= 0.25 * total]
    named = [mark for mark in usual if _BODY.search(mark[1])]
    # The smallest that still holds nearly as much text as the largest: the body without its surroundings.
    pool = named or usual
    if not pool:
        return None
    most = max(sizes[mark] for mark in pool)
    return min((mark for mark in pool if sizes[mark] >= 0.6 * most), key=lambda mark: sizes[mark])


def _draft(record: Any, body: tuple[str, str] | None) -> Draft:
    holder = record
    if body:
        inner = record.xpath(".//*[name() = $tag and @class = $mark]", tag=body[0], mark=body[1])
        holder = inner[0] if inner else record
    outside = [node for node in record.iter("*") if holder is record or not _within(node, holder)]
    author = next((text for node in outside if tells_author(node) and 0 < len(text := text_of(node)) <= 60), "")
    dates = [text for node in outside if tells_time(node) for text in date_texts(node) if len(text) < 120]
    return Draft(
        text=text_of(holder),
        author=author,
        dates=tuple((text, "records") for text in dates[:6]),
        local_id=local_id(record),
        by="records",
    )


def _within(node: Any, holder: Any) -> bool:
    return node is holder or any(above is holder for above in node.iterancestors())
