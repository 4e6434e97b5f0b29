"""Boards whose class names say nothing, as those of minified front ends: what repeats, and how, tells posts apart."""

from __future__ import annotations

import crawlers_boards as boards
import crawlers_boards_later as later
import pytest
from test_crawlers_boards import read, words
from test_crawlers_bylines import BOARD
from test_crawlers_unseen import told

from benchmarks.hashed_classes import without_classes

ALL = {**boards.KNOWN, **boards.OTHERS, **later.LATER, **later.MET}
_SAID = (
    ("Has anyone worked at the packing place by the river?", "Mira", 4, "May 3, 2015", "Sep 1, 2026 18:05"),
    ("Yes, and the rooms cost more than they said on the phone.", "Old Tom", 7, "Jan 9, 2012", "Sep 2, 2026 07:12"),
    ("Nobody got a copy of the contract while I was there.", "Lena", 9, "Jul 21, 2019", "Sep 2, 2026 09:40"),
    ("Which agent was it? Mine wanted money beforehand.", "Old Tom", 7, "Jan 9, 2012", "Sep 4, 2026 11:31"),
    ("Ask at the office in the market street, it costs nothing.", "Ferit", 2, "Oct 30, 2010", "Sep 5, 2026 20:02"),
)


@pytest.mark.parametrize("name", [one for one in ALL if one != "xenforo"])
def test_boards_are_read_without_a_word_in_their_class_names(name: str) -> None:
    talk = boards.posts(8)
    found = [(words(one.text), one.author, one.published_day) for one in read(without_classes(ALL[name](talk)))]
    assert found == [(words(one.text), one.name, one.at.date()) for one in talk]


def _cells(shade: bool) -> str:
    rows = (
        f'<table><tr><td class="a"><b>{name}</b><p>{since}</p></td><td class="b">{text}</td></tr>'
        f'<tr class="{n % 2 if shade else 0}x"><td class="c"><a href="#p{n}">#</a> {day}</td><td>'
        f'<a href="member.php?id={number}">Profile card</a> '
        f'<a href="search.php?userid={number}">History</a></td></tr></table>'
        for n, (text, name, number, since, day) in enumerate(_SAID)
    )
    return f"<body><div>{''.join(rows)}</div></body>"


@pytest.mark.parametrize("shade", [False, True])
def test_the_date_that_runs_down_the_page_is_that_of_writing_and_a_button_to_each_member_is_no_name(
    shade: bool,
) -> None:
    found = told(without_classes(_cells(shade)), BOARD)
    assert [(name, day) for _, name, day in found] == [(name, f"2026-09-0{day[4]}") for _, name, _, _, day in _SAID]


def test_a_minute_that_all_posts_of_one_member_bear_is_that_of_joining() -> None:
    rows = (
        f'<div class="m" id="p{n}"><dl><dt><a href=/u/3>Mira</a></dt><dd>Since: Apr 25, 2005 15:52</dd></dl>'
        f'<p class="on">{day}</p><div class="w">{text}</div></div>'
        for n, (text, *_, day) in enumerate(_SAID[:3])
    )
    found = told(without_classes(f"<body><div>{''.join(rows)}</div></body>"), BOARD)
    assert [day for _, _, day in found] == ["2026-09-01", "2026-09-02", "2026-09-02"]


def test_who_is_named_without_a_link_is_named_where_the_others_are() -> None:
    rows = (
        f'<div class="m"><div class="w">{text}</div><p class="by">'
        + (f"posted by <a href=/u/{number}>{name}</a>" if n % 2 else f"posted by {name}")
        + f'</p><p class="on">{day}</p></div>'
        for n, (text, name, number, _, day) in enumerate(_SAID[:4])
    )
    found = told(without_classes(f"<body><div>{''.join(rows)}</div></body>"), BOARD)
    assert [name for _, name, _ in found] == [name for _, name, *_ in _SAID[:4]]
