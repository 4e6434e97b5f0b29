"""Answers that tell neither who wrote them nor when are posts on a board's page; what only looks like them is none."""

from __future__ import annotations

import pytest
from test_crawlers_boards import read

BOARD, NO_BOARD = "https://n.example/questions/4711", "https://n.example/a/rooms"
ASKED = "Has anyone worked at the packing place by the river? My cousin was told that rooms are free."
SAID = [
    "Yes, last summer. Long hours, and the rooms cost more than they said on the phone, so ask for it in writing.",
    "Same here.",
    "The bus leaves at five, you pay for it yourself, and nobody gets a copy of the contract.",
    "Call the labour office in town, they speak four languages and it costs nothing.",
]
HEAD = f"<div class=q><h1>Rooms at the packing place</h1><p>{ASKED}</p></div>"
FOOT = "<form><textarea name=t></textarea></form><div>By using this site you accept our terms of use.</div>"
ROWS = {
    "counted": ("<h2>4 answers</h2><ol>{}</ol>", "<li>{}</li>"),
    "named": ("<div>{}</div>", "<div class=answer><p>{}</p></div>"),
    "answerable": ("<div>{}</div>", "<div class=_x1><div class=_x2>{}</div><button>Reply</button></div>"),
}
NONE = {
    "tips": ("<ol>{}</ol>", "<li><b>Tip</b>: {}</li>"),
    "headed": ("<h2>4 answers</h2><div>{}</div>", "<div class=answer><h3>How so?</h3><p>{}</p></div>"),
    "of links": ("<h2>4 answers</h2><ol>{}</ol>", "<li><a href=/q>{}</a> Reply</li>"),
}


def page(form: tuple[str, str]) -> str:
    whole, row = form
    return f"<html><body>{HEAD}{whole.format(''.join(row.format(text) for text in SAID))}{FOOT}</body></html>"


@pytest.mark.parametrize("form", ROWS)
def test_answers_by_nobody_on_no_day_are_posts_below_what_is_asked(form: str) -> None:
    found = read(page(ROWS[form]), None, BOARD)
    assert [one.text for one in found] == [ASKED, *SAID]
    assert {(one.author, one.published_day) for one in found} == {(None, None)}


@pytest.mark.parametrize("form", NONE)
def test_tips_questions_of_a_page_itself_and_lists_of_links_are_no_answers(form: str) -> None:
    assert not [one for one in read(page(NONE[form]), None, BOARD) if one.by == "records"]


def test_on_a_page_that_names_no_board_they_are_none() -> None:
    assert not [one for one in read(page(ROWS["counted"]), None, NO_BOARD) if one.by == "records"]


@pytest.mark.parametrize("form", ["<span>#{n}</span>", "<b>{n}楼</b>"])
def test_blocks_that_bear_their_number_are_posts_and_the_first_is_the_opening_one(form: str) -> None:
    said = [ASKED, *SAID]
    rows = "".join(f"<section class=fl>{form.format(n=n)}<p>{text}</p></section>" for n, text in enumerate(said, 1))
    assert [one.text for one in read(f"<body><h1>Rooms</h1>{rows}</body>", None, BOARD)] == said
    tips = "".join(f"<section class=fl><span>{n}.</span><p>{text}</p></section>" for n, text in enumerate(said, 1))
    assert not [one for one in read(f"<body><h1>Rooms</h1>{tips}</body>", None, BOARD) if one.by == "records"]


def test_blocks_named_posts_below_a_name_each_are_posts() -> None:
    said = list(zip(("mira", "tom", "mira", "kettu", "tom"), [ASKED, *SAID], strict=True))
    row = "<div class=user><h4>{}</h4></div><br><div class=post><p>{}</p></div>"
    rows = "".join(row.format(*one) for one in said)
    found = read(f"<body><h1>Rooms</h1>{rows}</body>", None, BOARD)
    assert [(one.author, one.text) for one in found] == said
