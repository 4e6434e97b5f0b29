"""The one post of a board's page on which nothing repeats: the words, and about them an author and a time."""

from __future__ import annotations

from typing import Any

from crawlers.extract.boards import head_says_article, is_board, may_be_board, told_as_on_boards
from crawlers.extract.draft import Draft
from crawlers.extract.names import author_of, first_name
from crawlers.extract.opening import about, most_prose, opening
from crawlers.extract.page import Page
from crawlers.extract.posts import opening_draft
from crawlers.extract.structured import says_article
from crawlers.extract.times import dates_of
from crawlers.extract.weights import weights_of


def lone(page: Page) -> list[Draft]:
    """The only post of a page that names itself a board's, or tells how long somebody has been a member; else none."""
    if says_article(page) or head_says_article(page):
        return []
    holder, around = opening(page, [], frozenset()) or _by_prose(page) or (None, [])
    if holder is None or not (is_board(page) or told_as_on_boards(around) or _maybe(page, holder, around)):
        return []
    author = author_of(holder, around) or first_name(_before(holder, around))
    draft = opening_draft(holder, around, author, bare=around[:1] != [holder])
    return [draft] if draft.text and draft.author and draft.dates else []


def _maybe(page: Page, holder: Any, around: list[Any]) -> bool:
    """Whether a page that may be a board's names the author of its one post for sure."""
    return may_be_board(page) and bool(author_of(holder, around))


def _by_prose(page: Page) -> tuple[Any, list[Any]] | None:
    """The block in which most words stand, and what tells a time and a name about it, or else in it."""
    holder = most_prose(weights_of(page))
    if holder is None:
        return None
    inside = list(holder.iter("*"))
    around = about(holder, page, lambda near: _tell(holder, near))
    if not around and _tell(holder, inside):
        around = inside
    around = around or about(holder, page, lambda near: _tell(holder, near) or _begins(holder, near))
    return (holder, around) if around else None


def _tell(holder: Any, near: list[Any]) -> bool:
    return bool(author_of(holder, near) and dates_of(holder, near, frozenset()))


def _begins(holder: Any, near: list[Any]) -> bool:
    return bool(first_name(_before(holder, near)) and dates_of(holder, near, frozenset()))


def _before(holder: Any, near: list[Any]) -> list[Any]:
    """Those elements that stand before a post, without what holds it: a name stands there."""
    outer = set(holder.iterancestors())
    first = next(holder.itersiblings(), None)
    place = near.index(first) if first in near else len(near)
    return [one for one in near[:place] if one not in outer]
