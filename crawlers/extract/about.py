"""What a page of which nobody said what it is is about: its posts, an article above or among them, or other pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

from crawlers.extract.article import article_text
from crawlers.extract.boards import are_answerable, head_says_article, is_board, may_be_board, told_as_on_boards
from crawlers.extract.clues import names_person, tells_time
from crawlers.extract.draft import Draft
from crawlers.extract.opening import is_answer
from crawlers.extract.page import Page, text_of
from crawlers.extract.posts import opened_by_a_member, opened_by_an_author
from crawlers.extract.records import find_records, share_of_records
from crawlers.extract.structured import TALK_TYPES, says_article, structured
from crawlers.extract.talk import laid_out, plain

#: Share of a page's text outside links that must stand in posts: on a board, and on a page that is no board.
_LEAST_SHARE_ON_BOARD, _LEAST_SHARE = 0.3, 0.5
#: On a board whose posts all tell author and time: much there is neither post nor menu.
_LEAST_SHARE_IF_TOLD = 0.05
#: Share of the records that must tell their author, and their time, on a page that is no board.
_LEAST_TOLD = 0.8
#: So many words outside the records, read as the page's article, make the records its comments.
_ARTICLE_FROM = 40
#: A line of fewer words is a heading, a label or a row of a table.
_PARAGRAPH = 12
#: A line of an article is one of a post when so much of it is: readers differ in marks and line ends.
_SAID = 0.9
#: Where single letters of a list, or posts of an old board, lie.
_ARCHIVE = re.compile(
    r"archive|pipermail|mailman|lists?\.|/messages?/|wwwboard|usenet|newsgroup|[?&]group=\w+\.\w|msg\d+|/forum/",
    re.IGNORECASE,
)
#: One word and a number are a label.
_NUMBERED = re.compile(r"[^\W\d_]+ \d+$")
#: So many letters at least has the title of a page in a list of pages.
_TITLE = 8
_TITLED = re.compile(r"title|subject|headline|heading", re.IGNORECASE)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5")
#: Share of the records that must bear a title of their own to be rows of a list.
_MOST = 0.9


def may_be_talk(page: Page) -> bool:
    """Whether a page can be about its posts at all.

    What its own data call an article can only on a board; what its head calls one, also where people have their pages.
    """
    if says_article(page):
        return is_board(page) or may_be_board(page)
    if not head_says_article(page) or len(_people(page.tree)) > 1 or is_board(page) or may_be_board(page):
        return True
    return any(one.type in TALK_TYPES - {"Comment"} for one in structured(page))


def is_about(drafts: list[Draft], page: Page) -> bool:
    """Whether a page of which nobody said what it is is about its posts, not about an article above or among them."""
    if not drafts:
        return False
    board, maybe = is_board(page), _told(drafts) and may_be_board(page)
    if says_article(page) and not ((board or maybe) and len(drafts) > 1):
        return False
    if len(drafts) > 1 and len({(one.author, one.dates[:1]) for one in drafts}) == 1:
        return False  # one article, whose author and day stand in several places
    if drafts[0].by == "letters":
        several = len({one.author for one in drafts}) > 1 and not _article_outside([one.text for one in drafts], page)
        alone = may_be_board(page) and not find_records(laid_out(page))  # posts in blocks are told by these
        return board or alone or several or bool(_ARCHIVE.search(page.url))
    if drafts[0].by != "records":  # comments alone are comments on something else
        return board or maybe or any(one.type in TALK_TYPES - {"Comment"} for one in structured(page))
    return not lists_pages(page) and _records_are(drafts, page, board, maybe)


def _records_are(drafts: list[Draft], page: Page, board: bool, maybe: bool) -> bool:
    """Whether repeated records (or one alone) are what a page is about."""
    best = laid_out(page)
    records, share = find_records(best), share_of_records(best)
    if len(drafts) == 1 and head_says_article(page):
        return False
    if board:
        return share >= (_LEAST_SHARE_IF_TOLD if _told(drafts) else _LEAST_SHARE_ON_BOARD)
    if len(drafts) == 1:
        member = bool(drafts[0].author and drafts[0].dates) and told_as_on_boards(records[0].iter("*"))
        return member and share >= _LEAST_SHARE_ON_BOARD and not _article_outside([text_of(records[0])], page)
    opened = _told(drafts) and opened_by_a_member(best)
    several = opened and len({one.author for one in drafts}) > 1
    if not maybe and head_says_article(page) and not (several or _by_people(records)):
        return False
    answered = are_answerable(records)
    named = _LEAST_SHARE_ON_BOARD if answered or all(map(is_answer, records)) else _LEAST_SHARE
    if not _told(drafts) or share < (_LEAST_SHARE_IF_TOLD if opened or maybe else named):
        return False
    if not (maybe or opened or answered or all(map(is_answer, records))) and _headed_apart(drafts, records):
        return False
    if opened and maybe:
        return True
    said = [text_of(one) for one in records] + ([drafts[0].text] if opened or not opened_by_an_author(best) else [])
    return not _article_outside(said, page)


def lists_pages(page: Page) -> bool:
    """Whether the records of a page are rows of a list: each bears the title of another page and leads to it."""
    records = find_records(laid_out(page))
    titled = [link for link in (_title_link(one, page) for one in records) if link]
    if all(_NUMBERED.match(text) for text, _ in titled):
        return False  # "Reply #12" leads to that post alone
    several = len(records) > 2 and len(titled) >= _MOST * len(records)
    return several and all(len(set(one)) >= _MOST * len(titled) for one in zip(*titled, strict=True))


def _title_link(record: Any, page: Page) -> tuple[str, str] | None:
    """The title in a record that leads to another page of the site, and where it leads."""
    for node in record.iter("a"):
        text, (target, spot) = plain(node.text_content()), urldefrag(urljoin(page.url, node.get("href", "")))
        if spot and record.get("id") == spot:
            return None  # it leads to where it stands
        if len(text) >= _TITLE and target != page.url and not (names_person(node) or tells_time(node)):
            about = (node, *[above for above in node.iterancestors() if above in record.iter("*")][:2])
            named = any(one.tag in _HEADINGS or _TITLED.search(one.get("class", "")) for one in about)
            same_site = urlsplit(target).netloc == urlsplit(page.url).netloc
            return (text, target) if named and same_site else None
    return None


def _headed_apart(drafts: Sequence[Draft], records: Sequence[Any]) -> bool:
    """Whether each record stands under a heading of its own that is not its author: events, products, people."""
    heads = [one for record in records if (one := next(record.iter(*_HEADINGS), None)) is not None]
    heads = [one for one in heads if not (tells_time(one) and one.find(".//a") is not None)]  # "by Ana on 12 May 2026"
    found = {plain(one.text_content()) for one in heads if not any(map(names_person, one.iter("*")))}
    authors = tuple(plain(one.author) for one in drafts if one.author)
    own = {head for head in found if not (authors and head.startswith(authors))}
    return len(records) > 2 and len(own) >= _MOST * len(records)


def _told(drafts: Sequence[Draft]) -> bool:
    """Whether there are several drafts, and nearly all tell their author and their time."""
    authors, dates = sum(bool(one.author) for one in drafts), sum(bool(one.dates) for one in drafts)
    return len(drafts) > 1 and min(authors, dates) >= _LEAST_TOLD * len(drafts)


def _by_people(records: Sequence[Any]) -> bool:
    """Whether nearly all records link to somebody's own page, and not all to the same."""
    linked = [_people(one) for one in records]
    return sum(map(bool, linked)) >= _MOST * len(records) and len(set().union(*linked)) > 1


def _people(node: Any) -> set[str]:
    """The pages of people that an element links to, without those of authors of articles."""
    return {href for one in node.iter("a") if "/author" not in (href := one.get("href", "")) and names_person(one) > 1}


def _article_outside(said: list[str], page: Page) -> bool:
    """Whether much of the page's article stands in none of its posts, nor in what the software says of them."""
    known = {run for text in said for run in _runs(text)}
    if _outside(text_of(page.tree), known)[0] < _ARTICLE_FROM // 2:
        return False  # whatever the reader of articles takes, it takes twice as long as all the rest
    text = article_text(page)
    longest = _runs(max(text.split("\n"), key=len))
    if not text or sum(run in known for run in longest) >= _SAID * len(longest):
        return False  # what else was read there is menus and teasers
    outside, runs = _outside(text, known)
    return outside >= _ARTICLE_FROM and outside > 0.5 * runs


def _outside(text: str, known: set[str]) -> tuple[int, int]:
    """How many runs of the paragraphs of a text are not among those known, and how many there are."""
    runs = [run for line in text.split("\n") if len(line.split()) >= _PARAGRAPH for run in _runs(line)]
    return sum(run not in known for run in runs), len(runs)


def _runs(text: str) -> list[str]:
    """Each three words that follow one another (or fewer, where there are no more)."""
    words = plain(text).split()
    return [" ".join(words[n : n + 3]) for n in range(max(1, len(words) - 2))]
