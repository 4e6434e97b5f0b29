"""Talks: the posts of a page as its structured data or its repeated records tell them, and whether it is about them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from crawlers.extract.article import by_article
from crawlers.extract.clues import POST, names_person
from crawlers.extract.draft import Draft
from crawlers.extract.page import Page, text_of
from crawlers.extract.posts import by_records, opened_by_a_member
from crawlers.extract.records import find_records, share_of_records
from crawlers.extract.segments import regrouped
from crawlers.extract.structured import TALK_TYPES, Structured, says_article, structured

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
_BOARD_ADDRESS = re.compile(
    r"viewtopic|showthread|viewforum|forumdisplay|/threads?/|/topics?/[^/]*\d|[?&]topic=|/t/([^/]+/)?\d|/d/\d"
    r"|/questions?/\d|/discussions?/\d|/(forums?|foren|foros?)/|/r/\w+/comments/|//(forums?|foren|foros?|boards?|community)\.",
    re.IGNORECASE,
)
#: Words in an address that boards like to bear, and other sites sometimes.
_BOARD_NAME = re.compile(
    r"(?<![a-z])(forums?|foren|foros?|foorumi|boards?|bbs|message-?boards?|communit(y|ies)|discuss(ion)?s?|viewthread|talk)"
    r"(?![a-z])",
    re.IGNORECASE,
)
_BOARD_HOST = re.compile(r"forum", re.IGNORECASE)
#: Where single letters of a list, or posts of an old board, lie.
_ARCHIVE = re.compile(r"archive|pipermail|mailman|lists?\.|/messages?/|wwwboard|msg\d+|/forum/", re.IGNORECASE)
_BOARD_WORD = re.compile(
    r"forum|thread|topic|phpbb|vbulletin|xenforo|discourse|mybb|simple machines|vanilla|flarum|nodebb|discussion"
    r"|invision|woltlab|bbpress",
    re.IGNORECASE,
)
_MEMBER_ADDRESS = re.compile(
    r"memberlist|viewprofile|member\.php|/members?/|/users?/|/u/|action=profile|/profile|profile\.|showuser=|[_/]profile",
    re.IGNORECASE,
)
#: Where a post is answered or quoted, or shown alone.
_ANSWER_ADDRESS = re.compile(
    r"newreply|posting\.php|showpost|[?&](act|mode|method|do|action)=(post|reply|quote|replyquote)\b", re.IGNORECASE
)


def talk(page: Page) -> list[Draft]:
    """The posts of a talk: as structured data tells them all, else as repeated records."""
    # Questions that nobody asked on a day are a page's own, with the answers it gives.
    described = (one for one in structured(page) if one.type in TALK_TYPES)
    told = _once([one for one in described if one.text and (one.author or one.date)])
    found = by_records(_laid_out(page))
    if len(told) > 1 and len(told) >= len(found) and clues_of(told) >= clues_of(found):
        return [told_draft(one) for one in told]
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


def _laid_out(page: Page) -> Page:
    """The page, or its twin with the rows of each post in one block, whichever tells more posts whole."""

    def reckon() -> Page:
        twin = regrouped(page)
        return max([page, *([twin] if twin else [])], key=_wholeness)

    laid_out: Page = page.once("laid out", reckon)
    return laid_out


def _wholeness(page: Page) -> tuple[int, float]:
    posts = by_records(page)
    bare = sum(1 for one in posts if not (one.author or one.dates))
    return clues_of(posts) - bare, round(share_of_records(page), 1)


#: Whoever asks or opens a talk by name does so on a board; a page's own questions are nobody's.
_ASKED = frozenset(("DiscussionForumPosting", "Question"))
_OPENING = frozenset(("DiscussionForumPosting", "SocialMediaPosting", "Question"))


def _once(told: list[Structured]) -> list[Structured]:
    """Each post once: some pages describe the opening post as the thread, and again as a post. The fuller one stays."""
    if len(told) > 1 and _same(told[0], told[1]):
        return told[1:] if told[1].author else [told[0], *told[2:]]
    return told


def _same(one: Structured, other: Structured) -> bool:
    said = _words(one.text) == _words(other.text)
    return (
        said and (not one.author or one.author == other.author) and (not one.date or one.date[:10] == other.date[:10])
    )


def clues_of(posts: Sequence[Structured] | Sequence[Draft]) -> int:
    """How many authors and times they tell."""
    dated = (one.date if isinstance(one, Structured) else one.dates for one in posts)
    return sum(bool(one.author) for one in posts) + sum(map(bool, dated))


def _says(draft: Draft, text: str) -> bool:
    """Whether a draft holds the same words, by their beginning: structured data often cuts them short."""
    ours, theirs = _words(draft.text), _words(text)
    return theirs[:60] in ours or (bool(ours) and ours[:60] in theirs)


def _words(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()


def told_draft(one: Structured) -> Draft:
    """What structured data tells of one thing, as a draft."""
    dates = ((one.date, one.by),) if one.date else ()
    return Draft(one.text, one.title, one.author, dates, one.place, local_id=one.local_id, by=one.by)


def is_about(drafts: list[Draft], page: Page) -> bool:
    """Whether a page of which nobody said what it is is about its posts, not about an article above or among them."""
    board = is_board(page) or (_told(drafts) and bool(_BOARD_HOST.search(urlsplit(page.url).netloc)))
    if not drafts or (says_article(page) and not (board and len(drafts) > 1)):
        return False
    if len(drafts) > 1 and len({(one.author, one.dates[:1]) for one in drafts}) == 1:
        return False  # one article, whose author and day stand in several places
    if drafts[0].by == "letters":
        several = len({one.author for one in drafts}) > 1 and not _article_outside([one.text for one in drafts], page)
        return board or several or bool(_ARCHIVE.search(page.url))
    if drafts[0].by != "records":  # comments alone are comments on something else
        return board or any(one.type in TALK_TYPES - {"Comment"} for one in structured(page))
    laid_out = _laid_out(page)
    share = share_of_records(laid_out)
    told = _told(drafts)
    if board or (told and _BOARD_NAME.search(page.url)):
        return share >= (_LEAST_SHARE_IF_TOLD if told else _LEAST_SHARE_ON_BOARD)
    opened = told and opened_by_a_member(laid_out)
    if not told or share < (_LEAST_SHARE_IF_TOLD if opened else _LEAST_SHARE):
        return False
    if len(drafts) == 2 and not any(map(_named_post, find_records(laid_out))) and not _by_members(drafts, laid_out):
        return False  # two columns of one page
    records = find_records(laid_out)
    said = [text_of(one) for one in records] + ([drafts[0].text] if opened else [])
    return not _article_outside(said, page)


def _told(drafts: Sequence[Draft]) -> bool:
    """Whether there are several drafts, and nearly all tell their author and their time."""
    authors, dates = sum(bool(one.author) for one in drafts), sum(bool(one.dates) for one in drafts)
    return len(drafts) > 1 and min(authors, dates) >= _LEAST_TOLD * len(drafts)


def _by_members(drafts: Sequence[Draft], page: Page) -> bool:
    """Whether two records are by two people, each linked to a page of its own that is not an author's of articles."""
    linked = (
        any(names_person(one) > 1 and "/author" not in one.get("href", "") for one in record.iter("a"))
        for record in find_records(page)
    )
    return drafts[0].author != drafts[1].author and all(linked)


def _named_post(record: Any) -> bool:
    """Whether a record, or the block it consists of, bears the name of a post."""
    return any(POST.search(f"{one.get('class', '')} {one.get('id', '')}") for one in (record, *record[:1]))


def is_board(page: Page) -> bool:
    """Whether a page names itself one of a board: by its address, its software's words, or its links to members."""
    if _BOARD_ADDRESS.search(page.url) or any(one.type in _ASKED and one.author for one in structured(page)):
        return True
    marks = page.tree.xpath("//meta[@name='generator']/@content | (/html | //body)/@*[name()!='style']")
    if any(_BOARD_WORD.search(mark) for mark in marks):
        return True
    links = {str(href) for href in page.tree.xpath("//a/@href")}
    if not any(_MEMBER_ADDRESS.search(href) for href in links):
        return False
    threads = sum(bool(_BOARD_ADDRESS.search(href)) for href in links)
    return threads >= 3 or any(_ANSWER_ADDRESS.search(href) for href in links)


def _article_outside(said: list[str], page: Page) -> bool:
    """Whether much of the page's article stands in none of its posts, nor in what the software says of them."""
    article = by_article(page)
    if article is None:
        return False
    known = {run for text in said for run in _runs(text)}
    longest = _runs(max(article.text.split("\n"), key=len))
    if sum(run in known for run in longest) >= _SAID * len(longest):
        return False  # what else was read there is menus and teasers
    runs = [run for line in article.text.split("\n") if len(line.split()) >= _PARAGRAPH for run in _runs(line)]
    outside = sum(run not in known for run in runs)
    return outside >= _ARTICLE_FROM and outside > 0.5 * len(runs)


def _runs(text: str) -> list[str]:
    """Each three words that follow one another (or fewer, where there are no more)."""
    words = _words(text).split()
    return [" ".join(words[n : n + 3]) for n in range(max(1, len(words) - 2))]
