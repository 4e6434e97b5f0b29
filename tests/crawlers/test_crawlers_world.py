"""Boards in sixteen languages, written down before the finder was tried on them: posts, names and days."""

from __future__ import annotations

from datetime import date

import crawlers_boards_blind  # noqa: F401 -- adds its layouts
import crawlers_boards_engines  # noqa: F401
import crawlers_boards_engines_later  # noqa: F401
import crawlers_boards_kept  # noqa: F401
import crawlers_boards_odd  # noqa: F401
import crawlers_boards_tongues  # noqa: F401
import pytest
from crawlers_boards_tables import LAYOUTS
from crawlers_talks import Post, posts
from test_crawlers_unseen import read

from core.records import Posting

#: Pages that tell one post, and the tree of the others' titles.
LONE = ("pipermail_one", "wwwboard_one", "tree_german")
#: Not read whole yet: an advertisement in the dress of a post, words above the name and the day, the opening post and
#: a comment of a question, rows of four whose first bears the post's id, an opening post without a name beside it,
#: words after a quotation whose end tag is broken, titles within the post, an accepted answer that its script tells
#: last, spans that a quotation cuts.
NOT_YET = {
    "floors_chinese",
    "foot_of_each",
    "questions_japanese",
    "question2answer",
    "zetaboards",
    "gnuboard_korean",
    "snitz_malay",
    "stackexchange",
    "ikonboard_indonesian",
}


def said(text: str) -> str:
    return " ".join(text.split())


def page(name: str, count: int) -> tuple[list[Post], tuple[Posting, ...]]:
    lang, url, form = LAYOUTS[name]
    talk = posts(lang, count)
    return talk, read(form(talk), url, saved="yes")


def in_order(found: tuple[Posting, ...]) -> list[tuple[str | None, date | None]]:
    """Who wrote on which day, the oldest first: some pages begin with the newest."""
    newest_first = len(found) > 1 and str(found[0].published_day) > str(found[-1].published_day)
    return [(one.author, one.published_day) for one in (found[::-1] if newest_first else found)]


@pytest.mark.parametrize("count", [6, 15])
@pytest.mark.parametrize("name", sorted(set(LAYOUTS) - NOT_YET - set(LONE)))
def test_every_post_is_found_with_its_words_its_author_and_its_day(name, count):
    talk, found = page(name, count)
    assert in_order(found) == [(one.name, one.at.date()) for one in talk]
    read_of = {(one.author, one.published_day): said(one.text) for one in found}
    assert all(said(one.text) in read_of[one.name, one.at.date()] for one in talk)


@pytest.mark.parametrize(
    "name",
    [
        *("ipb2_turkish", "guestbook", "mail_thread", "vb_arabic", "cards_indonesian", "bbpress_spanish"),
        *(
            "burning_board_german",
            "chat_archive_chinese",
            "guestbook_hungarian",
            "simplepress_italian",
            "vanilla_german",
        ),
    ],
)
def test_two_posts_are_a_talk(name):
    talk, found = page(name, 2)
    assert in_order(found) == [(one.name, one.at.date()) for one in talk]


@pytest.mark.parametrize(
    "name",
    [
        *("wwwboard_one", "pipermail_one", "discuz_chinese", "mail_thread", "ipb2_turkish", "jforum_portuguese"),
        *("shreddit", "ucoz_russian", "ubb_threads", "vichan", "wpforo_arabic", "yaf_vietnamese", "zetaboards"),
        "punbb_french",  # whose author joined on another day than he wrote
    ],
)
def test_a_single_post_is_found_where_it_names_itself(name):
    ((one,), (got,)) = page(name, 1)
    assert (said(got.text), got.author, got.published_day) == (said(one.text), one.name, one.at.date())
