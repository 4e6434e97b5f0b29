# ruff: noqa: E501 -- markup keeps the lines of the software that writes it
"""Posts in dresses that few boards wear: two rows of a log, a form, folded answers, a line above a signature."""

from __future__ import annotations

import pytest
from test_crawlers_bylines import BOARD, byline
from test_crawlers_unseen import EXPECTED, told

NO_BOARD = "https://b.example/p/9"


def test_two_posts_of_different_people_told_alike_are_a_talk_on_a_page_that_names_no_board():
    lines = "".join(
        f"<div class=ln><i class=ts>{day} 08:0{n}</i><span class=nk>{name}</span><span class=tx>{text}</span></div>"
        for n, (text, name, day) in enumerate(EXPECTED[:2])
    )
    assert told(f"<body><h1>Rooms</h1><div>{lines}</div></body>", NO_BOARD) == EXPECTED[:2]


def test_answers_that_fold_away_are_posts_each():
    def fold(posts):
        (text, name, day), *rest = posts
        return f"<details open class=r><summary><a href=/~{name}>{name}</a>, <abbr title='{day} 08:00'>then</abbr></summary><div class=b><p>{text}</p></div>{fold(rest) if rest else ''}</details>"

    assert told(f"<body><h1>Rooms</h1>{fold(EXPECTED)}</body>", NO_BOARD) == EXPECTED


def test_a_name_may_stand_deeper_and_what_a_button_says_is_none():
    posts = "".join(
        f"<div class=post id=p{n}><p class=nick><span>{name}</span></p><i>{day}</i><div class=post_body>{text}</div><a href='profile.php?u={n}'>[ Profile ]</a></div>"
        for n, (text, name, day) in enumerate(EXPECTED)
    )
    assert told(f"<body>{posts}</body>", BOARD) == EXPECTED


def test_a_form_in_which_a_post_is_changed_holds_its_words():
    posts = "".join(
        f"<div class=entry>{byline(name, day)}<form><div class=usertext-body id=content-{n}><p>{text}</p></div><div style='display: none'><textarea>{text}</textarea></div></form></div>"
        for n, (text, name, day) in enumerate(EXPECTED)
    )
    assert told(f"<body>{posts}</body>", BOARD) == EXPECTED


def test_an_opening_post_may_bear_one_of_the_two_marks_of_a_body():
    talk = [
        *EXPECTED,
        *((f"{text} So they said.", name, f"2026-09-1{n}") for n, (text, name, _) in enumerate(EXPECTED)),
    ]
    posts = "".join(
        f"<div class=entry><p>Rooms</p>{byline(name, day)}<div class=usertext-body{f' id=content-{n}' * bool(n)}><p>{text}</p></div></div>"
        for n, (text, name, day) in enumerate(talk)
    )
    assert told(f"<body>{posts}</body>", BOARD) == talk


def test_the_moment_within_a_while_ago_is_the_day_of_writing():
    (text, name, day), (other, who, then) = EXPECTED[:2]
    first = f"<div class=post><div class=meta><span>submitted <span title='{day} 11:04:07 +0000 UTC'>3 months ago</span></span> <a href=/user/{name}>{name}</a></div><div class=content>{text}</div></div>"
    second = f"<div class=post><div class=meta><a href=/user/{who}>{who}</a> <span title='{then} 11:04:07 +0000 UTC'>3 months ago</span></div><div class=content>{other}</div></div>"
    assert told(f"<body>{first}{second}</body>", BOARD) == EXPECTED[:2]


def test_a_long_remark_that_tells_the_moment_goes_before_a_year_and_a_half():
    posts = "".join(
        f"<h3><strong>{name}</strong> <span title='{day} 22:02:55 UTC — Wednesday, the first of September 2026, 10:02 PM'>1.5 year ago</span></h3><div class=body>{text}</div>"
        for text, name, day in EXPECTED
    )
    assert told(f"<body>{posts}</body>", BOARD) == EXPECTED


@pytest.mark.parametrize("line", ["_" * 17, "-" * 40])
def test_a_signature_below_the_line_that_several_posts_bear_is_none_of_their_words(line):
    posts = "".join(
        f"<div class=post>{byline(name, day)}<div class=content>{text}<br>{line}<br>Tea first, then questions {n}</div></div>"
        for n, (text, name, day) in enumerate(EXPECTED)
    )
    assert told(f"<body>{posts}</body>", BOARD) == EXPECTED


def test_a_line_that_one_post_draws_is_its_writers():
    (text, name, day), *others = EXPECTED
    drawn = f"{text}\n{'-' * 40}\nAsk at the gate."
    posts = "".join(
        f"<div class=post>{byline(who, then)}<div class=content>{said.replace(chr(10), '<br>')}</div></div>"
        for said, who, then in [(drawn, name, day), *others]
    )
    assert told(f"<body>{posts}</body>", BOARD) == [(drawn, name, day), *others]


def test_a_lone_letter_is_a_post_where_the_address_names_a_board():
    text, name, _ = EXPECTED[0]
    page = f"<body><table><tr><td>Posted by <b>{name}</b> at <b>Sep 1, 2026 11:37:33 AM</b></td></tr><tr><td>{text}</td></tr></table></body>"
    assert told(page, "https://b.example/bbs/print?9") == EXPECTED[:1]


def test_a_medal_tells_no_time_of_a_post_and_how_many_follow_somebody_is_no_name():
    medal = "<img src=m.gif title='Writer of the day: 2005-08-18 01:01:39'>"
    posts = "".join(
        f"<div class=post id=p{n}><div class=side>{medal}<a href=/u/f{n}>{n + 12} Fans</a> <a href=/u/{n}>{name}</a></div>"
        f"<div class=at>Posted {day} 10:1{n}</div><div class=post-text>{text}</div></div>"
        for n, (text, name, day) in enumerate(EXPECTED)
    )
    assert told(f"<body>{posts}</body>", BOARD) == EXPECTED


def test_posts_of_members_who_left_are_posts_where_the_address_is_that_of_a_board():
    posts = "".join(
        f"<tr><td>{f'<a href=/u/{n}>{name}</a>' if n else ''}</td><td>Posted: {day}</td></tr><tr><td class=txt>{text}</td></tr>"
        for n, (text, name, day) in enumerate(EXPECTED)
    )
    found = told(f"<body><table>{posts}</table></body>", "https://n.example/forum.php?t=5")
    assert [text for text, *_ in found] == [text for text, *_ in EXPECTED]


def test_reviews_by_guests_are_posts_though_each_bears_a_heading_of_its_own():
    posts = "".join(
        f"<div class=hreview><h3>Rooms, stay {n}</h3><b class=reviewer>{name}</b> <span class=dtreviewed>{day}</span><p class=description>{text}</p></div>"
        for n, (text, name, day) in enumerate(EXPECTED)
    )
    found = told(f"<body><h1>The house by the mill</h1>{posts}</body>", NO_BOARD)
    assert [(name, day) for _, name, day in found] == [(name, day) for _, name, day in EXPECTED]


@pytest.mark.parametrize(("by", "on"), [("by", "on"), ("geschrieben von", "am")])
def test_what_leads_from_a_name_to_its_day_is_no_part_of_the_name(by, on):
    posts = "".join(
        f"<div class=post id=p{n}><p class=author>{by} {name} {on} {day} 08:0{n}</p><div class=content>{text}</div></div>"
        for n, (text, name, day) in enumerate(EXPECTED)
    )
    assert told(f"<body>{posts}</body>", BOARD) == EXPECTED


def test_a_line_with_a_long_time_may_be_long():
    posts = "".join(
        f"<tr id=post{n}><td class=postRest{n % 2}><table class=postTable><tr><td><a class=postUser href=#>{name}</a></td><td>Date: Th, {day}, 16:32 | Message no. <a href=#>{n}</a></td></tr><tr><td>Member</td><td class=posttdMessage><span>{text}</span></td></tr></table></td></tr>"
        for n, (text, name, day) in enumerate(EXPECTED)
    )
    assert told(f"<body><table>{posts}</table></body>", BOARD) == EXPECTED


def test_posts_that_lie_two_to_a_block_are_apart_where_each_tells_its_time():
    said = [*EXPECTED, ("I asked the union and they wrote a letter.", "Ferit", "2026-09-04")]
    posts = [f"<div class=wrap><h2>{name}</h2><p>{day}</p><div>{text}</div></div>" for text, name, day in said]
    pairs = "".join(f"<div class=row>{one}{other}</div>" for one, other in zip(posts[::2], posts[1::2], strict=True))
    assert told(f"<body>{pairs}</body>", BOARD) == said


def test_one_member_may_have_written_all_posts_where_each_says_by_whom():
    posts = "".join(
        f"<div class=post><div>{day} 11:52</div><span>by Tom</span><div class=body><p>{text}</p></div></div>"
        for text, _, day in EXPECTED
    )
    assert told(f"<body><h1>Rooms</h1>{posts}</body>", "https://b.example/topic-137.html") == [
        (text, "Tom", day) for text, _, day in EXPECTED
    ]


def test_posts_with_titles_of_their_own_that_lead_to_themselves_are_no_list_of_pages():
    posts = "".join(
        f"<div class=post id=p{n}><h3><a href='./viewtopic.php?p={n}#p{n}'>Rooms as seen from bed {n}: {name}</a></h3>"
        f"<p class=author>by <a href='./memberlist.php?u={n}'>{name}</a> » {day}, 11:52</p><div class=content>{text}</div></div>"
        for n, (text, name, day) in enumerate(EXPECTED, 1)
    )
    assert told(f"<body><h1>Rooms</h1>{posts}</body>", BOARD) == EXPECTED


def test_what_is_said_of_the_author_of_a_short_post_is_not_its_words():
    facts = "".join(
        f"<dl><dt>{what}</dt><dd>{much}</dd></dl>"
        for what, much in (
            ("Joined", "May 2, 2009"),
            ("Posts", 93),
            ("Likes received", 10),
            ("Standing among members", 38),
        )
    )
    post = (
        f"<article class=message><div class=message-user><h4 class=message-name><a class=username href=/members/ana.7>Ana</a></h4>"
        f"<div class=message-userExtras>{facts}</div></div><div class=message-main><time datetime=2026-09-02T10:00Z>2 Sept</time>"
        "<div class=bbWrapper>Lists of bad agents: <a href=https://a.example/f/1>https://a.example/files/of/agents/1</a></div></div></article>"
    )
    ((text, author, day),) = told(f"<body><h1>Agents</h1>{post}</body>", BOARD)
    assert (text.split(":")[0], author, day) == ("Lists of bad agents", "Ana", "2026-09-02")
