"""Remarks below questions and answers are posts of their own."""

from __future__ import annotations

import pytest

from crawlers.extract.page import Page
from crawlers.extract.talk import talk

_POST = """<div class="{kind}"><div itemprop="text"><p>{text}</p></div>
  <div>asked <time itemprop="dateCreated" datetime="{day}T09:00:00Z">{day}</time>
  <span itemprop="author" itemscope itemtype="http://schema.org/Person"><span itemprop="name">{name}</span></span></div>
  {remarks}</div>"""
_ANSWERED = '<div itemprop="suggestedAnswer" itemscope itemtype="http://schema.org/Answer">{post}</div>'
_LISTED = (
    "<ul>{rows}</ul>",
    """<li class="comment js-row" id="c{n}"><span class="score">{n}</span>
  <span class="copy">{text}</span> - <a class="comment-user" href="/users/{n}">{name}</a>
  <span class="date"><span title="{day} 10:00:00Z">{day}</span></span></li>""",
)
_TABLED = (
    "<table>{rows}</table>",
    """<tr class="comment" id="c{n}"><td><table><tr><td>{n}</td></tr></table></td>
  <td><span class="copy">{text}</span> - <a class="comment-user" href="/users/{n}">{name}</a>
  <span class="date" title="{day} 10:00:00Z">{day}</span></td></tr>""",
)
_POSTS = [
    ("My permit names one farm only and the season there is over, may I pick elsewhere?", "Ferit", "2026-03-03"),
    ("Not before the ministry has changed the permit, which takes three weeks or so.", "Marisol", "2026-03-04"),
    ("Ask your union first, they know which growers have done it before.", "Joaquim", "2026-03-08"),
]
_SAID = [
    ("It took five in my case.", "Oksana", "2026-03-05"),
    ("Which form did your new grower send in, the green one or the old one?", "Pavel", "2026-03-06"),
    ("The green one.", "Oksana", "2026-03-07"),
]


def _page(form: tuple[str, str]) -> Page:
    whole, row = form
    rows = "".join(row.format(n=n, text=text, name=name, day=day) for n, (text, name, day) in enumerate(_SAID, start=1))
    below = ["", whole.format(rows=rows), ""]
    asked, *answers = (
        _POST.format(kind="answer" if at else "question", text=text, name=name, day=day, remarks=below[at])
        for at, (text, name, day) in enumerate(_POSTS)
    )
    told = asked + "".join(_ANSWERED.format(post=post) for post in answers)
    html = f'<html><body><div itemscope itemtype="http://schema.org/Question">{told}</div></body></html>'
    return Page("https://ask.example/questions/7", html.encode(), "text/html; charset=utf-8")


@pytest.mark.parametrize("form", [_LISTED, _TABLED], ids=["list", "table"])
def test_remarks_below_an_answer_are_posts_of_their_own(form: tuple[str, str]) -> None:
    found = [(one.text, one.author, one.dates[0][0][:10]) for one in talk(_page(form))]
    assert found == [*_POSTS, *_SAID]


def test_on_the_page_of_a_board_they_are_so_without_data_that_say_who_asked() -> None:
    row = """<div class="{kind}"><div class="body"><p>{text}</p></div><p><a href="/users/{n}">{name}</a>
      <span class="at">{day} 09:00</span></p><div class="remarks">{remarks}</div></div>"""
    rows = "".join(_LISTED[1].format(n=n, text=text, name=name, day=day) for n, (text, name, day) in enumerate(_SAID))
    posts = "".join(
        row.format(kind="answer", n=n, text=text, name=name, day=day, remarks=rows if n == 1 else "")
        for n, (text, name, day) in enumerate(_POSTS)
    )
    page = Page("https://b.example/questions/7", f"<body>{posts}</body>".encode(), "text/html; charset=utf-8")
    assert {one.text for one in talk(page)} >= {text for text, *_ in _SAID}


def _talk(row: str, below: str) -> str:
    """A page of a board on which nothing says that posts are answers, with what is told below the second of them."""
    said = "".join(below.format(n=n, text=text, name=name, day=day) for n, (text, name, day) in enumerate(_SAID))
    posts = "".join(
        row.format(n=n, text=text, name=name, day=day, below=f"<ul>{said}</ul>" if n == 1 else "")
        for n, (text, name, day) in enumerate(_POSTS)
    )
    return f"<body>{posts}</body>"


_ROW = """<div class="l_post"><a class="p_author_name" href="/users/{n}">{name}</a>
  <div class="p_content">{text}</div><p><span>{day} 09:00</span></p><div class="core_content">{below}</div></div>"""
_BELOW = """<li class="s"><a class="user-card" href="/home/main?un={n}">{name}</a>: <span class="words">{text}</span>
  <div><span>{day} 10:00</span> <a href="#">Reply</a></div></li>"""


def test_several_like_blocks_with_name_and_time_within_a_post_are_posts_of_others() -> None:
    page = Page("https://b.example/p/7", _talk(_ROW, _BELOW).encode(), "text/html")
    found = [(one.text, one.author, one.dates[0][0][:10]) for one in talk(page)]
    assert found == [*_POSTS, *_SAID]


def test_who_liked_a_post_and_when_is_none() -> None:
    liked = '<li class="s"><a class="user-card" href="/home/main?un={n}">{name}</a> <span>{day} 10:00</span></li>'
    page = Page("https://b.example/p/7", _talk(_ROW, liked).encode(), "text/html")
    assert [one.text for one in talk(page)] == [text for text, *_ in _POSTS]


def test_where_posts_hold_what_is_called_remarks_those_beside_a_post_are_such_too() -> None:
    row = """<div class="{kind}"><div class="body"><p>{text}</p></div><p><a href="/users/{n}">{name}</a>
      <span class="at">{day} 09:00</span></p>{remarks}</div>"""
    rows = [_LISTED[1].format(n=n, text=text, name=name, day=day) for n, (text, name, day) in enumerate(_SAID)]
    below = [f"</div><div><ul>{rows[0]}</ul>", f"<ul>{rows[1]}{rows[2]}</ul>", ""]
    posts = "".join(
        row.format(kind="item" if n else "asked", n=n, text=text, name=name, day=day, remarks=below[n])
        for n, (text, name, day) in enumerate(_POSTS)
    )
    page = Page("https://b.example/questions/7", f"<body>{posts}</body>".encode(), "text/html; charset=utf-8")
    assert {one.text for one in talk(page)} == {text for text, *_ in [*_POSTS, *_SAID]}
