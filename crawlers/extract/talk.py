"""Talks: the posts of a page as its structured data or its repeated records tell them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from crawlers.extract.boards import is_board
from crawlers.extract.draft import Draft
from crawlers.extract.kin import is_remark
from crawlers.extract.opening import is_answer
from crawlers.extract.page import Page
from crawlers.extract.posts import by_records, remarked_in
from crawlers.extract.records import find_records, share_of_records
from crawlers.extract.remarks import remarks
from crawlers.extract.segments import regrouped
from crawlers.extract.structured import TALK_TYPES, Structured, structured


def talk(page: Page) -> list[Draft]:
    """The posts of a talk, and what was remarked below them where somebody asked, or on a board answered."""
    posts = _posts(page)
    if not posts:
        return posts
    asked = any(one.type in _OPENING for one in structured(page))
    records = find_records(laid_out(page))
    answers = all(map(is_answer, records)) and not any(map(is_remark, records))
    named = any(map(is_remark, remarked_in(laid_out(page))))
    below = asked or named or (answers and is_board(page))
    return [*posts, *remarks(laid_out(page), posts, named=below)]


def _posts(page: Page) -> list[Draft]:
    """As structured data tells them all, else as repeated records."""
    # Questions that nobody asked on a day are a page's own, with the answers it gives.
    described = (one for one in structured(page) if one.type in TALK_TYPES)
    told = _once([one for one in described if one.text and (one.author or one.date)])
    found = by_records(laid_out(page))
    if len(told) > 1 and len(told) >= len(found) and clues_of(told) >= clues_of(found):
        drafts = [told_draft(one) for one in told]
        if not _same_talk(told, found):
            return _with_shown_days(drafts, found)
        if told[0].by == "json-ld":
            return found
        return [replace(one, dates=draft.dates or one.dates) for one, draft in zip(found, drafts, strict=True)]
    if not told or not found or told[0].type not in _OPENING:
        return found
    if _says(found[0], told[0].text):
        first = told_draft(told[0])
        return [
            replace(found[0], author=found[0].author or first.author, dates=found[0].dates or first.dates),
            *found[1:],
        ]
    alone = not any(_says(one, told[0].text) for one in found) and all(one.author and one.dates for one in found)
    return [told_draft(told[0]), *found] if alone else found


def _with_shown_days(told: list[Draft], found: list[Draft]) -> list[Draft]:
    """What a page's data tell, with the times that the page shows beside the same words behind the stated ones."""
    begin = [plain(one.text)[:_BEGINNING] for one in found]
    shown = {words: one.dates for words, one in zip(begin, found, strict=True) if begin.count(words) == 1}
    return [replace(one, dates=one.dates + shown.get(plain(one.text)[:_BEGINNING], ())) for one in told]


def laid_out(page: Page) -> Page:
    """The page, or its twin with the rows of each post in one block, whichever tells more posts whole."""

    def reckon() -> Page:
        posts = by_records(page)
        told = len(posts) > 1 and all(one.author and one.dates for one in posts)
        if told and share_of_records(page) >= _MOST_OF_A_PAGE:
            return page  # nothing is left that could be told
        twin = regrouped(page)
        return max([page, *([twin] if twin else [])], key=_wholeness)

    best: Page = page.once("laid out", reckon)
    return best


def _wholeness(page: Page) -> tuple[int, float]:
    posts = by_records(page)
    bare = sum(1 for one in posts if not (one.author or one.dates))
    return clues_of(posts) - bare, round(min(_MOST_OF_A_PAGE, share_of_records(page)), 1)


def _same_talk(told: list[Structured], found: list[Draft]) -> bool:
    """Whether the page shows the posts that a script of it describes: scripts leave quotations out, and cut long words.

    By the same people in the same order, and most in the same words.
    """
    if len(told) != len(found) or told[0].by == "script" or clues_of(told) > clues_of(found):
        return False
    pairs = list(zip(told, found, strict=True))
    alike = sum(_says(draft, one.text) for one, draft in pairs)
    return all(one.author in ("", draft.author) for one, draft in pairs) and 2 * alike > len(pairs)


#: Who holds more than this share of a page's words holds all its posts: headings and menus are the rest.
_MOST_OF_A_PAGE = 0.8
_OPENING = frozenset(("DiscussionForumPosting", "SocialMediaPosting", "Question"))


def _once(told: list[Structured]) -> list[Structured]:
    """Each post once: some pages describe the opening post as the thread, and again as a post. The fuller one stays."""
    if len(told) > 1 and _same(told[0], told[1]):
        return told[1:] if told[1].author else [told[0], *told[2:]]
    return told


def _same(one: Structured, other: Structured) -> bool:
    said = plain(one.text) == plain(other.text)
    return (
        said and (not one.author or one.author == other.author) and (not one.date or one.date[:10] == other.date[:10])
    )


def clues_of(posts: Sequence[Structured] | Sequence[Draft]) -> int:
    """How many authors and times they tell."""
    dated = (one.date if isinstance(one, Structured) else one.dates for one in posts)
    return sum(bool(one.author) for one in posts) + sum(map(bool, dated))


def _says(draft: Draft, text: str) -> bool:
    """Whether a draft holds the same words, by their beginning: structured data often cuts them short."""
    ours, theirs = plain(draft.text), plain(text)
    return theirs[:_BEGINNING] in ours or (bool(ours) and ours[:_BEGINNING] in theirs)


#: By so many letters the same words are known.
_BEGINNING = 60


def plain(text: str) -> str:
    """The words of a text alone, in small letters."""
    return re.sub(r"\W+", " ", text).strip().lower()


def told_draft(one: Structured) -> Draft:
    """What structured data tells of one thing, as a draft."""
    dates = ((one.date, one.by),) if one.date else ()
    return Draft(one.text, one.title, one.author, dates, one.place, local_id=one.local_id, by=one.by)
