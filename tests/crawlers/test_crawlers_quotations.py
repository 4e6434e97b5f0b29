# ruff: noqa: E501 -- markup keeps the lines of the software that writes it
"""Quotations: what another member said is none of the words of who answers; what names nobody stays."""

from __future__ import annotations

import lxml.html
import pytest
from test_crawlers_bylines import BOARD, byline
from test_crawlers_unseen import EXPECTED, told

from crawlers.extract.quotations import quotations

SAID = "Is the room by the harbour still free, with the small kitchen and the window that looks out on the boats?"
FORMS = (
    "<div style='margin:20px'><div class=s>Quote:</div><table><tr><td><div>Originally Posted by <b>Ute</b> <a href=#1>View Post</a></div><div><i>{}</i></div></td></tr></table></div>",
    "<div class=bbcode_quote><div class=bbcode_by>Zitat von&nbsp;<b>Ute</b></div><div class=message>{}</div></div>",
    "<blockquote><cite>Ute a écrit :</cite><div>{}</div></blockquote>",
    "<div class=box><h4><a href=#1>Ute posted:</a></h4><blockquote>{}</blockquote></div>",
    "<i>Originally posted by Ute on 10.06.2020 10:03:35</i>:<br><blockquote>{}</blockquote>",
    "<blockquote><div><cite><span>by <a href='/u/ute'>Ute</a></span> <span>on May 30, 2020</span></cite> {}</div></blockquote>",
    "<div class=quote><blockquote><font color=gray>Ute wrote: 2020-5-30 10:03</font><br>{}</blockquote></div>",
    "<div class=quote><blockquote><font size=2><font color=gray>ute 发表于 2020-5-30 10:03</font> <a href=#1><img></a></font><br>{}</blockquote></div>",
    "<div class=quote><blockquote><p>原帖由 <i>ute</i> 于 2020-5-30 10:03 发表</p>{}</blockquote></div>",
    "<aside class=quote data-username=ute><div class=title>Ute</div><div>{}</div></aside>",
)


def _board(quotation: str, around: str = "<div class=post_body>{}</div>") -> str:
    said = [quotation.format(SAID) if n else "" for n in range(len(EXPECTED))]
    return "".join(
        f"<div class=post id=p{n}>{byline(name, day)}{around.format(said[n] + text)}</div>"
        for n, (text, name, day) in enumerate(EXPECTED)
    )


@pytest.mark.parametrize("quotation", FORMS)
def test_what_another_member_said_is_none_of_the_words_of_who_answers(quotation):
    assert told(f"<body>{_board(quotation)}</body>", BOARD) == EXPECTED


def test_a_body_that_is_a_quotation_by_its_tag_keeps_the_words_behind_the_one_it_begins_with():
    page = _board(FORMS[1], "<div><blockquote class=postcontent>{}</blockquote></div>")
    assert told(f"<body>{page}</body>", BOARD) == EXPECTED


@pytest.mark.parametrize("pasted", ["<blockquote>{}</blockquote>", "<div class=quote><b>Quote:</b><div>{}</div></div>"])
def test_what_is_quoted_of_nobody_stays_for_no_other_post_may_say_it(pasted):
    found = told(f"<body>{_board(pasted)}</body>", BOARD)
    assert [SAID in text for text, *_ in found] == [n > 0 for n in range(len(EXPECTED))]


def test_a_post_that_says_nothing_besides_keeps_what_it_quotes():
    posts = [(FORMS[0].format(SAID) if n == 1 else text, name, day) for n, (text, name, day) in enumerate(EXPECTED)]
    page = "".join(
        f"<div class=post id=p{n}>{byline(name, day)}<div class=post_body>{text}</div></div>"
        for n, (text, name, day) in enumerate(posts)
    )
    assert SAID in told(f"<body>{page}</body>", BOARD)[1][0]


def test_the_words_behind_author_and_day_of_a_lone_post_are_no_quotation_where_boards_head_these_alike() -> None:
    head = "<div class=pi><div class=authi><a href=#7>ana</a> <em>发表于 2026-5-30 10:03</em></div></div>"
    post = lxml.html.fromstring(f"<div>{head}<div class=pct><p>{EXPECTED[0][0]}</p></div></div>")
    assert quotations(post) == set()
