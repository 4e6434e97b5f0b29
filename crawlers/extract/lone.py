"""The one post of a board's page on which nothing repeats: the words, and about them an author and a time."""

from __future__ import annotations

from typing import Any

from crawlers.extract.boards import head_says_article, is_board, told_as_on_boards
from crawlers.extract.draft import Draft
from crawlers.extract.names import author_of, first_name
from crawlers.extract.opening import about, opening
from crawlers.extract.page import Page
from crawlers.extract.posts import opening_draft
from crawlers.extract.structured import says_article
from crawlers.extract.times import dates_of
from crawlers.extract.weights import CONTAINERS, weights_of

_BLOCKS = CONTAINERS - {"p"}
#: Fewer letters than this are a heading or a button, not a post.
_LEAST_TEXT = 20


def lone(page: Page) -> list[Draft]:
    """The only post of a page that names itself a board's, or tells how long somebody has been a member; else none."""
    if says_article(page) or head_says_article(page):
        return []
    holder, around = opening(page, [], frozenset()) or _by_prose(page) or (None, [])
    if holder is None or not (is_board(page) or told_as_on_boards(around)):
        return []
    draft = opening_draft(holder, around, author_of(holder, around) or first_name(_before(holder, around)))
    return [draft] if draft.text and draft.author and draft.dates else []


def _by_prose(page: Page) -> tuple[Any, list[Any]] | None:
    """The block in which most words stand that are in no block within it, and what tells a time and a name about it."""
    weights = weights_of(page)
    prose = {node: weight.text for node, weight in weights.items() if node.tag in _BLOCKS}
    for node in list(prose):
        above = next((one for one in node.iterancestors() if one in prose), None)
        if above is not None:
            prose[above] -= weights[node].text
    holder = max(prose, key=lambda node: prose[node], default=None)
    if holder is None or prose[holder] < _LEAST_TEXT:
        return None
    around = about(holder, page, lambda near: _tell(holder, near))
    return (holder, around) if around else None


def _tell(holder: Any, near: list[Any]) -> bool:
    return bool(dates_of(holder, near, frozenset()) and (author_of(holder, near) or first_name(_before(holder, near))))


def _before(holder: Any, near: list[Any]) -> list[Any]:
    """Those elements that stand before a post, without what holds it: a name stands there."""
    outer = set(holder.iterancestors())
    first = next(holder.itersiblings(), None)
    place = near.index(first) if first in near else len(near)
    return [one for one in near[:place] if one not in outer]
