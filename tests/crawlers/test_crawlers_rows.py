# ruff: noqa: E501 -- markup keeps the lines of the software that writes it
"""Posts that no element holds and no class names: told by where their times stand, and by what differs between them."""

from __future__ import annotations

import crawlers_boards as boards
import pytest
from crawlers_boards import Post
from test_crawlers_boards import read, words

from crawlers.extract.dates import day_first


def rows(post: Post) -> str:
    """Head, words and foot are rows of one table."""
    return f"""<tr class=postheader><td><b><a href="/profile/{post.name}">{post.name}</a></b></td><td>Posted: {post.at:%A, %B %d, %Y %I:%M %p}</td></tr>
<tr class=post><td>Rank: Member<br>Joined: 9/4/2009<br>Posts: 408</td><td class=message><div class=postdiv>{post.breaks}</div></td></tr><tr class=postfooter><td><a href="#">Back to top</a></td></tr>"""


def bare_rows(post: Post) -> str:
    """Cells without a name; one class for the author's name and for the words."""
    return f"""<tr><td><b><span class=spn><a href="pop_profile.asp?id={len(post.name)}">{post.name}</a></span></b><br><small>Average Member</small></td>
<td><small>Posted - {post.at:%d %b %Y} : {post.at:%H:%M:%S}</small><hr><span class=spn>{post.breaks}</span></td></tr>"""


def fonts(post: Post) -> str:
    """A table a post, and nothing named at all."""
    return f"""<table><tr bgcolor="#336699"><td><font color=white><b>Packing place</b></font></td></tr><tr><td><font>Posted by <a href="mailto:x@b.example">{post.name}</a> on {post.at:%B %d, %Y} at {post.at:%H:%M:%S}:</font></td></tr>
<tr><td><font face=Arial>{post.breaks}</font></td></tr></table><br>"""


def terms(post: Post) -> str:
    """A list of terms, never closed."""
    return (
        f"<dt>{post.number}: <b>{post.name}</b>: {post.at:%Y/%m/%d}(Mon) {post.at:%H:%M:%S} ID:a<dd>{post.breaks}<br>"
    )


def beside(post: Post) -> str:
    """The author stands beside the block that holds time and words, under a name of another language."""
    return f"""<li class=bai-viet><div class=thanh-vien><a class=ten href="/thanh-vien/{post.name}">{post.name}</a></div><div class=noi-dung><p class=ngay>{post.at:%d/%m/%Y} lúc {post.at:%H:%M}</p><div class=chu>{post.html}</div></div></li>"""


def joined(post: Post) -> str:
    """The day of joining stands first, and is said in another language."""
    return f"""<div class=msg-item id=m{post.number}><div class=nick><a href="/users/{len(post.name)}/">{post.name}</a></div><div class=stat>Регистрация: 04.09.2009</div><span class=dt>{post.at:%d.%m.%Y}, {post.at:%H:%M}</span><div class=msg-txt>{post.breaks}</div></div>"""


def nested(talk: list[Post]) -> str:
    """Answers lie within what they answer, under a name that is no post's."""

    def one(rest: list[Post]) -> str:
        post, inner = rest[0], f"<ul>{one(rest[1:])}</ul>" if rest[1:] else ""
        return f"""<li class=cmt id=t{post.number}><div class=cmt-head><a href="/users/{post.name}">{post.name}</a> <span>{post.at:%Y-%m-%d %I:%M %p} (UTC)</span></div><div class=cmt-text>{post.breaks}</div><a href="?r={post.number}">Reply</a>{inner}</li>"""

    return "<ul>" + "".join(one(talk[at : at + 4]) for at in range(0, len(talk), 4)) + "</ul>"


@pytest.mark.parametrize(
    ("one", "around"),
    [
        (rows, "table"),
        (bare_rows, "table"),
        (fonts, "center"),
        (terms, "dl"),
        (beside, "ol"),
        (joined, "div"),
    ],
)
def test_posts_that_nothing_names_are_found_whole(one, around):
    talk = boards.posts(8)
    page = f"<body><p>Home</p><h1>Packing place</h1><{around}>{''.join(map(one, talk))}</{around}></body>"
    found = [(words(got.text), got.author, got.published_day) for got in read(page, None)]
    assert found == [(words(post.text), post.name, post.at.date()) for post in talk]


def test_answers_within_what_they_answer_are_posts_of_their_own():
    talk = boards.posts(8)
    found = [(words(got.text), got.author, got.published_day) for got in read(f"<body>{nested(talk)}</body>", None)]
    assert found == [(words(post.text), post.name, post.at.date()) for post in talk]


@pytest.mark.parametrize(
    ("written", "first"),
    [
        (["04/03/2021", "05/03/2021", "07/03/2021"], True),
        (["03/04/2021", "03/05/2021", "03/07/2021"], False),
        (["07/03/21", "05/03/21", "04/03/21"], True),
        (["11/02/2021", "12/02/2021", "02/03/2021"], True),
        (["04/03/2021"], None),
        (["03/03/2021", "04/04/2021"], None),
        ([], None),
    ],
)
def test_days_of_one_page_lie_near_each_other_and_in_order(written, first):
    assert day_first(written, written) is first


def test_a_date_that_can_be_read_in_one_way_only_decides_for_all():
    assert day_first(["04/03/2021", "12/25/2020"], ["04/03/2021", "05/03/2021"]) is False
