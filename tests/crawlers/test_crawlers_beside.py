# ruff: noqa: E501 -- markup keeps the lines of the software that writes it
"""What stands beside a talk, and how its opening post is dressed: structures that saved pages of boards taught."""

from __future__ import annotations

import json

from test_crawlers_unseen import EXPECTED, SAID, told

from crawlers.extract.page import Page


def answers(form: str) -> str:
    rest = zip(SAID[1:], ("Tom", "mira"), strict=True)
    return "".join(form.format(n=n, name=name, text=text) for n, (text, name) in enumerate(rest, 2))


def test_blocks_of_a_sidebar_in_the_dress_of_the_block_about_one_post_are_no_posts():
    beside = "".join(
        f"<div class=block><div class=block-container><h3>Latest in part {n}</h3><ul><li><a href=/threads/t{n}>Another thread number {n}</a>"
        f"<div>Started by <a href=/members/u{n}>u{n}</a> <time datetime=2026-09-1{n}>lately</time>, in its part of the house</div></li></ul></div></div>"
        for n in range(4)
    )
    body = "The rooms are above the kitchen and nobody pays what was said. " * 30
    post = f"<div class=block><div class=block-container><article class=message><a class=username href=/members/mira>mira</a><time datetime=2026-09-01>then</time><div class=message-body>{body}</div></article></div></div>"
    page = f"<body><h1>Rooms</h1><div class=main>{post}</div><div class=aside>{beside}</div></body>"
    assert told(page, "https://b.example/threads/rooms.77/") == [(body.strip(), "mira", "2026-09-01")]


def test_an_opening_post_whose_words_bear_the_same_class_as_those_of_its_answers_is_found():
    form = "<li><div class=talkItem><a class=talkName href=/members/{name}>{name}</a><time datetime=2026-09-0{n}>then</time><div class='talkItem-said Rich'>{text}</div></div></li>"
    head = "<header><a href=/members/mira>mira</a> <time datetime=2026-09-01>then</time></header>"
    page = f"<body><article>{head}<div id=main class='Rich first-said'>{SAID[0]}</div><ul>{answers(form)}</ul></article></body>"
    assert told(page, "https://www.ourforum.example/papers-12.html") == EXPECTED


def test_posts_in_elements_whose_names_a_site_made_up_are_read():
    posts = "".join(
        f"<talk-post author={name} created-timestamp=2026-09-0{n}T10:00:00.000000+0000><talk-body><p>{text}</p></talk-body></talk-post>"
        for n, (text, name) in enumerate(zip(SAID, ("mira", "Tom", "mira"), strict=True), 1)
    )
    assert (
        told(f"<body><talk-app><h1>Papers</h1>{posts}</talk-app></body>", "https://b.example/r/work/comments/9x/")
        == EXPECTED
    )


def test_what_stands_there_for_readers_without_scripts_is_measured_without_styles():
    styles = "".join(f"<section><style>{'.a { color: red } ' * 40}</style></section>" for _ in range(60))
    said = " ".join(SAID)
    page = Page("https://b.example/", f"<body>{styles}<noscript><p>{said}</p></noscript></body>".encode(), "text/html")
    assert [one.text_content() for one in page.tree.iter("noscript")] == []


def test_quotations_that_a_pages_script_leaves_out_are_read_from_the_page():
    comments = [
        {"@type": "Comment", "text": SAID[n - 1], "dateCreated": f"2026-09-0{n}", "author": {"name": name}}
        for n, name in ((2, "Tom"), (3, "mira"))
    ]
    thread = {
        "@type": "DiscussionForumPosting",
        "text": SAID[0],
        "datePublished": "2026-09-01",
        "author": {"name": "mira"},
        "comment": comments,
    }
    quoted = "<blockquote>Tom said: ask whom?</blockquote>"
    posts = "".join(
        f"<article class=post><a class=username href=/u/{name}>{name}</a><time datetime=2026-09-0{n}>then</time><div class=content>{quoted if n == 3 else ''}<p>{SAID[n - 1]}</p></div></article>"
        for n, name in enumerate(("mira", "Tom", "mira"), 1)
    )
    page = f"<head><script type=application/ld+json>{json.dumps(thread)}</script></head><body>{posts}</body>"
    assert told(page) == [*EXPECTED[:2], (f"Tom said: ask whom?\n{SAID[2]}", "mira", "2026-09-03")]
