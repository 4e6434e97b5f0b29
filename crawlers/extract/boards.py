"""Whether a page is one of a board: by its address, its software's words, its links to members, its ways to answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import urlsplit

from crawlers.extract import vocabulary
from crawlers.extract.clues import own_text, tells_member
from crawlers.extract.page import Page
from crawlers.extract.structured import structured

_BOARD_ADDRESS = re.compile(
    r"viewtopic|showthread|viewforum|forumdisplay|/threads?/|/topics?/(\d|[^/]*\d[^/]*/?([?#]|$|page))|[?&]topic=|/t/([^/]+/)?\d|/d/\d"
    r"|/groups?/[^/]+/(permalink|posts?|topics?|messages?|discussions?)/\d|/(forum|board|bbs|guestbook)\.\w{2,4}\?(\w+=[^&]*&)*\w+=\d|/q(uestions?)?/\d|/discussions?/\d|/(forums?|foren|foros?)/|/r/\w+/comments/|//(forums?|foren|foros?|boards?|community|ask|answers)\.",
    re.IGNORECASE,
)
_BOARD_WORD = re.compile(
    r"forum|thread|topic|phpbb|vbulletin|xenforo|discourse|mybb|simple machines|vanilla|flarum|nodebb|discussion"
    r"|invision|woltlab|bbpress",
    re.IGNORECASE,
)
_MEMBER_ADDRESS = re.compile(
    r"memberlist|viewprofile|member\.php|/members?/|/users?/|/u/|action=profile|[/_]profile|profile\.|showuser="
)
#: Where a post is answered or quoted, or shown alone.
_ANSWER_ADDRESS = re.compile(
    r"newreply|posting\.php|showpost|[?&](act|mode|method|do|action)=(post|reply|quote|replyquote)\b", re.IGNORECASE
)
_GUESTBOOKS = (
    "guest-?book|gaestebuch|gastenboek|livre-?d-?or|libro-?de-?visitas|livro-?de-?visitas|libro-?degli-?ospiti|vendegkonyv"
    "|kniha-?(navstev|hostu)|ksiega-?gosci|gastbok|gjestebok|gaestebog|vieraskirja|ziyaretci-?defteri|buku-?tamu|gostevaya"
)
#: A page of that very name is one, whatever software wrote it.
_IS_GUESTBOOK = re.compile(rf"/({_GUESTBOOKS})\d*(\.\w+)?/?([?#]|$)", re.IGNORECASE)
#: Words in an address that boards like to bear, and other sites sometimes.
_BOARD_NAME = re.compile(
    r"(?<![a-z])(forums?|foren|foros?|foorumi|boards?|bbs|message-?boards?|communit(y|ies)|discuss(ion)?s?|viewthread|talk"
    rf"|(threads?|topics?|conversations?|issues?|tickets?|bugs?)[-/_=]?\d+|{_GUESTBOOKS})(?![a-z])",
    re.IGNORECASE,
)
_BOARD_HOST = re.compile(r"forum", re.IGNORECASE)
#: Whoever asks or opens a talk by name does so on a board; a page's own questions are nobody's.
_ASKED = frozenset(("DiscussionForumPosting", "Question"))


def is_board(page: Page) -> bool:
    """Whether a page names itself one of a board: by its address, its software's words, or its links to members."""
    return page.once("board", lambda: _is_board(page))


def _is_board(page: Page) -> bool:
    if _BOARD_ADDRESS.search(page.url) or is_guestbook(page):
        return True
    if any(one.type in _ASKED and one.author for one in structured(page)):
        return True
    marks = page.tree.xpath("//meta[@name='generator']/@content | (/html | //body)/@*[name()!='style']")
    if any(_BOARD_WORD.search(mark) for mark in marks):
        return True
    links = set(page.tree.xpath("//a/@href", smart_strings=False))
    if not _MEMBER_ADDRESS.search("\n".join(links).lower()):  # at once: of hundreds mostly none leads to a member
        return False
    threads = sum(bool(_BOARD_ADDRESS.search(href)) for href in links)
    return threads >= 3 or any(_ANSWER_ADDRESS.search(href) for href in links)


def may_be_board(page: Page) -> bool:
    """Whether a page's address bears words that boards like, and other sites sometimes."""
    return bool(_BOARD_HOST.search(urlsplit(page.url).netloc) or _BOARD_NAME.search(page.url))


def is_guestbook(page: Page) -> bool:
    """Whether a page's address names it a guestbook."""
    return bool(_IS_GUESTBOOK.search(page.url))


def told_as_on_boards(nodes: Iterable[Any]) -> bool:
    """Whether elements tell how long somebody has been a member, or how much he wrote."""
    return any(tells_member(own_text(node)) for node in nodes)


def head_says_article(page: Page) -> bool:
    """Whether a page's head calls it an article, as heads of blogs and papers do, and those of few boards."""
    return bool(page.tree.xpath("//meta[@property='og:type' and @content='article']"))


#: So many of a hundred posts can be answered, quoted or reported where such controls stand at posts.
_MOST = 0.9
_ACTION = re.compile(rf"^\W*({vocabulary.ANSWERING})\W*(\(?\d+\)?)?$", re.IGNORECASE)
_LONGEST_ACTION = 24


def are_answerable(members: Sequence[Any]) -> bool:
    """Whether nearly all of some elements hold a way to answer, quote or report what they say."""
    return sum(any(map(acts, one.iter("a", "button", "span"))) for one in members) >= _MOST * len(members)


def acts(node: Any) -> bool:
    """Whether an element is a way to answer, quote or report."""
    said = " ".join((node.text_content() or node.get("title") or "").split())
    return len(said) <= _LONGEST_ACTION and _ACTION.match(said) is not None
