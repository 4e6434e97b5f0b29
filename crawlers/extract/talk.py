"""Talks: the posts of a page as its structured data or its repeated records tell them, and whether it is about them."""

from __future__ import annotations

import re

from crawlers.extract.article import by_article
from crawlers.extract.clues import POST
from crawlers.extract.draft import Draft
from crawlers.extract.page import Page
from crawlers.extract.posts import by_records
from crawlers.extract.records import find_records, share_of_records
from crawlers.extract.structured import TALK_TYPES, Structured, says_article, structured

#: Share of a page's text outside links that must stand in posts: on a board, and on a page that is no board.
_LEAST_SHARE_ON_BOARD, _LEAST_SHARE = 0.3, 0.5
#: Share of the records that must tell their author, and their time, on a page that is no board.
_LEAST_TOLD = 0.8
#: So many characters outside the records, read as the page's article, make the records its comments.
_ARTICLE_FROM = 250
_BOARD_ADDRESS = re.compile(
    r"viewtopic|showthread|viewforum|forumdisplay|/threads?/|/topics?/[^/]*\d|[?&]topic=|/t/([^/]+/)?\d|/d/\d"
    r"|/questions?/\d|/discussions?/\d|/(forums?|foren|foros?)/|/r/\w+/comments/|//(forums?|foren|foros?|boards?|community)\.",
    re.IGNORECASE,
)
_BOARD_WORD = re.compile(
    r"forum|thread|topic|phpbb|vbulletin|xenforo|discourse|mybb|simple machines|vanilla|flarum|nodebb|discussion"
    r"|invision|woltlab|bbpress",
    re.IGNORECASE,
)
_MEMBER_ADDRESS = re.compile(
    r"memberlist|viewprofile|member\.php|/members?/|/users?/|/u/|action=profile|/profile", re.IGNORECASE
)


def talk(page: Page) -> list[Draft]:
    """The posts of a talk: as structured data tells them all, else as repeated records."""
    # Questions that nobody asked on a day are a page's own, with the answers it gives.
    told = [one for one in structured(page) if one.type in TALK_TYPES and one.text and (one.author or one.date)]
    found = by_records(page)
    if len(told) > 1 and len(told) >= len(found):
        return [told_draft(one) for one in told]
    return found


def told_draft(one: Structured) -> Draft:
    """What structured data tells of one thing, as a draft."""
    dates = ((one.date, one.by),) if one.date else ()
    return Draft(one.text, one.title, one.author, dates, one.place, local_id=one.local_id, by=one.by)


def is_about(drafts: list[Draft], page: Page) -> bool:
    """Whether a page of which nobody said what it is is about its posts, not about an article above or among them."""
    if not drafts or says_article(page):
        return False
    board = is_board(page)
    if drafts[0].by != "records":  # comments alone are comments on something else
        return board or any(one.type in TALK_TYPES - {"Comment"} for one in structured(page))
    share = share_of_records(page)
    if board:
        return share >= _LEAST_SHARE_ON_BOARD
    authors, dates = sum(bool(one.author) for one in drafts), sum(bool(one.dates) for one in drafts)
    if len(drafts) < 2 or share < _LEAST_SHARE or min(authors, dates) < _LEAST_TOLD * len(drafts):
        return False
    if len(drafts) == 2 and not POST.search(find_records(page)[0].get("class", "")):
        return False  # two columns of one page
    return not _article_outside(drafts, page)


def is_board(page: Page) -> bool:
    """Whether a page names itself one of a board: by its address, its software's words, or its links to members."""
    if _BOARD_ADDRESS.search(page.url):
        return True
    marks = page.tree.xpath("//meta[@name='generator']/@content | (/html | //body)/@*[name()!='style']")
    if any(_BOARD_WORD.search(mark) for mark in marks):
        return True
    links = {str(href) for href in page.tree.xpath("//a/@href")}
    threads = sum(bool(_BOARD_ADDRESS.search(href)) for href in links)
    return threads >= 3 and any(_MEMBER_ADDRESS.search(href) for href in links)


def _article_outside(drafts: list[Draft], page: Page) -> bool:
    article = by_article(page)
    if article is None:
        return False
    said = {line for draft in drafts for line in draft.text.split("\n")}
    outside = sum(len(line) for line in article.text.split("\n") if line.strip() not in said)
    return outside >= _ARTICLE_FROM and outside > 0.5 * len(article.text)
