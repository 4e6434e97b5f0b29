"""Posts that a page carries for its own program, and what real engines write about posts that misleads."""

from __future__ import annotations

import json

import pytest
from test_crawlers_boards import read as _read

WORDS = ("The rooms were cold and the boss kept my card", "Ask for the contract first", "Mine came after nine weeks")


def carrying(*, titled: bool = False, people: bool = True) -> str:
    """A script as boards of today write it: posts and those who wrote them apart, told by kind and number."""
    posts = [
        {
            "type": "posts",
            "id": str(n),
            "attributes": {
                "createdAt": f"2026-03-0{n + 1}T09:00:00+00:00",
                "contentHtml": f"<p>{words}.</p>",
                **({"title": f"Thread {n}"} if titled else {}),
            },
            "relationships": {"user": {"data": {"type": "users", "id": str(n % 2)}}},
        }
        for n, words in enumerate(WORDS)
    ]
    users = [{"type": "users", "id": str(n), "attributes": {"username": f"heron{n}"}} for n in range(2)]
    told = {"session": {"id": 0}, "document": {"data": {}, "included": [*posts, *(users if people else [])]}}
    return f"<script>try {{ app.load({json.dumps(told)}); app.boot(); }} catch (e) {{}}</script>"


SHOWN = "<h1>Rooms</h1>" + "".join(f"<div><h3>heron</h3><div><p>{words}.</p></div></div><hr>" for words in WORDS)
MENU = "<ul><li>Imprint of the paper<li>How to reach us by letter, by telephone or at the old harbour</ul>"
STORY = f"<h1>Harbour</h1><p>{'The ferry is to run again from May, says the company. ' * 9}</p>"


def read(markup: str):
    return _read(f"<html><body>{markup}</body></html>", None, "https://board.example/d/13-rooms")


@pytest.mark.parametrize("page", [f"<noscript>{SHOWN}{MENU}</noscript>", SHOWN + MENU, "<div id=app></div>"])
def test_posts_that_a_page_carries_for_its_program_are_read_with_their_days_and_authors(page):
    found = read(page + carrying())
    assert [(one.text, one.author, str(one.published_day)) for one in found] == [
        (f"{words}.", f"heron{n % 2}", f"2026-03-0{n + 1}") for n, words in enumerate(WORDS)
    ]


@pytest.mark.parametrize(
    "script", [carrying(), carrying(titled=True), carrying(people=False), "<script>app.load({'text': [1,</script>"]
)
def test_what_a_page_carries_and_does_not_show_or_a_list_of_pages_is_no_talk(script):
    (one,) = read(STORY + script)
    assert one.kind == "article"


@pytest.mark.parametrize("script", [carrying(titled=True), carrying(people=False)])
def test_what_bears_titles_of_its_own_or_is_by_nobody_is_not_taken_from_a_script(script):
    assert not [one for one in read(f"<div id=app></div>{script}") if one.by == "script"]


def test_a_raised_ending_of_a_number_belongs_to_its_date():
    posts = "".join(
        f"<table class=post><tr><td><b class=author>heron{n}</b> Joined: Dec 4<sup>th</sup>, 2019</td>"
        f"<td>Reply #{n} - Jun {n + 10}<sup>th</sup>, 2026 at 4:31pm</td></tr>"
        f"<tr><td class=message>{words}, as I wrote.</td></tr></table>"
        for n, words in enumerate(WORDS)
    )
    assert [str(one.published_day) for one in read(posts)] == ["2026-06-10", "2026-06-11", "2026-06-12"]


def _post(n: int, number: str) -> str:
    return (
        f"<article class=post><h5><a class=author href=/profile/{n}>heron{n}</a>"
        f" <a class=title href=/msg{n}>{number}</a> <time datetime=2026-06-0{n + 1}>June</time></h5>"
        f"<div class=message>{WORDS[n]}, as I wrote. {'And so on. ' * 3}</div></article>"
    )


def test_the_number_of_a_post_that_leads_to_it_alone_is_no_title_of_a_page():
    assert len(read("".join(_post(n, f"Reply #{n + 10}") for n in range(3)))) == 3
    rows = "".join(_post(n, f"Rooms by the {('river', 'lake', 'sea')[n]}") for n in range(3))
    assert not [one for one in read(rows) if one.kind != "article"]


def test_a_word_to_strangers_above_a_list_of_threads_is_no_opening_post():
    rows = "".join(
        f"<li><a href=/t/{n}>Room {n}</a> <span><a href=/profile/heron{n}>heron{n}</a> July {n + 1}, 2026</span></li>"
        for n in range(3)
    )
    side = f"<div><p class=box-message>You are new here, so press one of these buttons!</p><ul>{rows}</ul></div>"
    found = read(side + "".join(_post(n, f"#{n}") for n in range(3)))
    assert [one.text.split(",")[0] for one in found] == list(WORDS)


def test_a_name_stands_without_what_boards_write_about_it_and_a_letter_in_place_of_a_picture_is_none():
    told = [
        "<span class=author>heron <i>12 posts</i></span>",
        "<a class=author href=/u/2>u/heron</a>",
        "<a href='/?p=member/3-heron'><span class=avatar>H</span></a><h3><a href='/?p=member/3-heron'>heron</a></h3>",
    ]
    posts = "".join(
        f"<div class=post id=p{n}>{one} <time datetime=2026-06-0{n + 1}>June</time>"
        f"<div class=message>{WORDS[n]}, as I wrote.</div></div>"
        for n, one in enumerate(told)
    )
    assert [one.author for one in read(posts)] == ["heron"] * 3


@pytest.mark.parametrize("told", ["Thursday", "2026-03-0T:00", ""])
def test_a_day_that_a_pages_own_data_do_not_tell_in_a_way_that_is_read_is_the_one_shown_beside_the_words(told):
    texts = [f"{words}, {'and nobody asked why ' * 3}." for words in WORDS]
    posts = [
        {"@type": "Comment", "text": text, "author": {"name": f"Heron {n}"}, "datePublished": told}
        for n, text in enumerate(texts)
    ]
    data = json.dumps({"@type": "DiscussionForumPosting", "headline": "Rooms", "comment": posts})
    shown = "".join(
        f"<div class=post id=p{n}><a class=username href=/members/heron{n}>heron{n}</a> <span>{n + 4} March 2026, 09:00"
        f"</span><div class=content>{text}</div></div>"
        for n, text in enumerate(texts)
    )
    found = read(f"<script type='application/ld+json'>{data}</script><h1>Rooms</h1>{shown}")
    assert [str(one.published_day) for one in found] == ["2026-03-04", "2026-03-05", "2026-03-06"]
