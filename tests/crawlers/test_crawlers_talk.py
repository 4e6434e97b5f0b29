"""What a page is about, when nobody said: its posts, or an article with comments, teasers or questions around it."""

from __future__ import annotations

import json

import crawlers_boards as boards
import crawlers_boards_later as later
import pytest
from crawlers_no_talks import PAGES
from test_crawlers_boards import read as _read

from core.records import Posting

ALL = {**boards.KNOWN, **boards.OTHERS, **later.LATER, **later.MET}
TEXT = "The inspectors came on Tuesday and found forty people in two rooms above the kitchen. " * 6
ARTICLE = f"<article><h1>Forty in two rooms</h1><time datetime=2026-11-02>2 Nov</time><p>{TEXT}</p></article>"


def read(markup: str) -> tuple[Posting, ...]:
    """A page that nobody told anything about, at an address that tells nothing either."""
    return _read(markup, None, "https://n.example/2026/forty")


def of_type(kind: str, **fields: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps({'@type': kind, **fields})}</script>"


def comments(count: int) -> str:
    return "".join(
        f"<li class=comment id=comment-{n}><b class=author>Reader {n}</b> <time datetime=2026-11-0{n % 9 + 1}>x</time>"
        f"<div class=comment-content><p>I have seen the same thing at place number {n}, {'again ' * 9}.</p></div></li>"
        for n in range(count)
    )


@pytest.mark.parametrize("name", ["phpbb3", "discourse", "malay_list", *later.MET])
def test_a_page_of_which_nobody_said_what_it_is_is_known_for_a_talk(name):
    assert len(_read(ALL[name](boards.posts(8)), None)) == 8


def test_an_article_with_a_list_of_others_is_not_taken_for_a_talk():
    others = "".join(f"<li class=teaser><a href=/n/{n}>Another piece of news number {n}</a></li>" for n in range(12))
    (one,) = read(f"{ARTICLE}<ul>{others}</ul>")
    assert (one.kind, one.by, str(one.published_day)) == ("article", "article", "2026-11-02")
    assert "Another piece" not in one.text


@pytest.mark.parametrize(
    ("title", "headline", "begins"),
    [
        ("Forty in two rooms | The Lantern", "Forty in two rooms", "The inspectors"),
        ("Forty in two rooms", "FORTY in two rooms!", "The inspectors"),
        ("Forty in two rooms, and nobody asked", "Forty in", "Forty in"),
        ("Forty in two rooms", "What was found", "What was found"),
    ],
)
def test_a_headline_is_the_title_and_not_the_texts_first_line_as_well(title, headline, begins):
    (one,) = read(
        f"<head><meta property='og:title' content='{title}'></head>{ARTICLE.replace('Forty in two rooms', headline)}"
    )
    assert one.title.startswith("Forty in two rooms")
    assert one.text.startswith(begins)
    assert TEXT.strip() in one.text


@pytest.mark.parametrize("count", [1, 3, 40])
def test_comments_below_an_article_do_not_hide_it_however_many_they_are(count):
    (one,) = read(f"<body>{ARTICLE}<div id=comments><ol>{comments(count)}</ol></div></body>")
    assert (one.kind, TEXT.strip() in one.text, "place number" in one.text) == ("article", True, False)


def test_comments_without_an_article_are_the_talk_themselves():
    found = read(f"<body><h1>Open thread</h1><div id=comments><ol>{comments(9)}</ol></div></body>")
    assert [one.author for one in found] == [f"Reader {n}" for n in range(9)]


def test_the_teaser_in_an_articles_own_data_is_not_its_text():
    (one,) = read(of_type("NewsArticle", headline="Forty", description="A teaser. " * 12) + ARTICLE)
    assert TEXT.strip() in one.text


def test_an_article_that_stands_only_in_its_own_data_is_read_there():
    (one,) = read(of_type("NewsArticle", headline="Forty", articleBody=TEXT) + "<p>Loading</p>")
    assert TEXT.strip() in one.text


def test_questions_that_a_page_asks_itself_are_no_talk():
    asked = [
        {"@type": "Question", "name": f"Q{n}", "acceptedAnswer": {"@type": "Answer", "text": TEXT}} for n in (1, 2)
    ]
    (one,) = read(of_type("FAQPage", mainEntity=asked) + ARTICLE)
    assert one.by == "article"


def test_a_question_by_nobody_below_an_article_is_not_the_page():
    asked = "".join(
        f"<div itemscope itemtype=https://schema.org/Question><h3 itemprop=name>Why {n}?</h3>"
        f"<p itemprop=text>{'So it was asked in all the rooms. ' * 4}</p></div>"
        for n in range(4)
    )
    (one,) = read(ARTICLE + asked)
    assert (one.by, TEXT.strip() in one.text) == ("article", True)


def test_numbered_labels_are_no_names():
    records = "".join(
        f"<div class=comment><span>level {n % 3}</span> <time datetime=2026-11-02>x</time><div><p>Words {n} of one."
        f" Others read them too.</p></div></div>"
        for n in range(9)
    )
    assert {one.author for one in _read(f"<body>{records}</body>")} == {None}


@pytest.mark.parametrize(
    "told",
    [
        "<div class=user_details><ul><li><p class=member_title>Regular</p></li><li class=author>{}</li></ul></div>",
        "<p class=author>de <strong><a href=/membre54.html>{}</a></strong> &raquo; Ven 7 Oct 2011 08:23</p>",
        "<ul><li><a href=/memberlist.php?mode=email&u=5>E-mail</a></li></ul><b class=postauthor>{}</b>",
        "<span class=user-rank>Old hand</span><span class=commentAuthor>{}</span>",
    ],
)
def test_what_a_board_calls_its_members_and_where_one_writes_to_them_are_no_names(told):
    records = "".join(
        f"<div class=post id=p{n}>{told.format(name)}<time datetime=2026-11-02>x</time>"
        f"<div class=content>Words {n} of one who was there.</div></div>"
        for n, name in enumerate(["mira_k", "deena", "sungai88", "Lena"])
    )
    assert [one.author for one in _read(f"<body>{records}</body>")] == ["mira_k", "deena", "sungai88", "Lena"]


def test_an_article_whose_author_and_day_stand_between_its_parts_is_no_talk():
    byline = "<p class=byline><a href=/authors/ada rel=author>Ada</a> <time datetime=2026-11-02>2 Nov</time></p>"
    parts = "".join(f"{byline}<p>{TEXT} {words}.</p>" for words in ("They left", "They came", "They stayed"))
    (one,) = read(f"<body><h1>Forty in two rooms</h1><div>{parts}</div></body>")
    assert one.kind == "article"


def test_a_board_that_shows_its_posts_to_readers_without_scripts_only_is_read_there():
    posts = "".join(
        f"<div class=topic-body id=post_{n}><a class=creator href=/u/u{n}>u{n}</a> <time datetime=2026-09-0{n}>x</time>"
        f"<div class=post>I was there in month {n}, the rooms were cold.</div></div>"
        for n in range(1, 5)
    )
    page = of_type("Question", text="I was there", author={"name": "u1"}, datePublished="2026-09-01")
    found = read(f"{page}<div id=app></div><noscript><h1>Packing place</h1>{posts}</noscript>")
    assert [(one.author, str(one.published_day)) for one in found] == [(f"u{n}", f"2026-09-0{n}") for n in range(1, 5)]
    (one,) = read(f"<body>{ARTICLE}<noscript>{posts[:300]}</noscript></body>")
    assert one.kind == "article"  # where the page itself says more, that is the page


@pytest.mark.parametrize(
    "row",
    [
        "<tr class=item><td><a href=/thread/{n}>Rooms in the hills, part {n}</a>"
        " by <a class=user href=/user/{n}>joe{n}</a></td>"
        "<td><abbr title='Jan {n}, 2018 1:00 PM'>Jan {n}, 2018</abbr></td></tr>",
        "<tr class=item><td>{n} answers</td><td><a href=/thread/{n}>Rooms {n}</a>"
        " asked <time datetime=2018-01-0{n}>x</time>"
        " by the member <a class=user href=/user/{n}>joe{n}</a></td></tr>",
    ],
)
def test_rows_of_a_list_of_threads_are_no_posts(row):
    rows = "".join(row.format(n=n) for n in range(1, 6))
    found = _read(f"<body><h1>Threads</h1><table>{rows}</table></body>", None, "https://forum.example/forums/9")
    assert not [one for one in found if one.by == "records"]


LETTER = "<pre>From: {name} <{name}@...>\nDate: Mon, 0{n} Mar 2019 18:05:00 +0000\nSubject: Rooms\n\n{text}\n</pre><hr>"


def test_letters_that_tell_their_author_and_day_in_plain_words_are_posts():
    said = ["They were <b>cold</b>,\n  and wet.", "So they were."]
    posts = "".join(LETTER.format(name=name, n=n + 4, text=said[n]) for n, name in enumerate(["mira", "tom"]))
    found = read(f"<body><h1>Rooms</h1>{posts}<p>Archive made by a script</p></body>")
    assert [(one.author, str(one.published_day)) for one in found] == [("mira", "2019-03-04"), ("tom", "2019-03-05")]
    assert [one.text for one in found] == ["They were cold,\nand wet.", "So they were."]  # lines as they were written


def test_an_article_below_a_line_that_says_who_posted_it_stays_an_article():
    (one,) = read(f"<body><h1>Forty</h1><p>Posted by Ada on March 4, 2019</p><p>{TEXT}</p></body>")
    assert (one.kind, TEXT.strip() in one.text) == ("article", True)
    line = "<p>Posted by Ada on March {}, 2019</p><p>{}</p>"
    (one,) = read(f"<body><h1>Forty</h1>{line.format(4, TEXT)}<h3>Read on</h3>{line.format(5, 'More')}</body>")
    assert one.kind == "article"


@pytest.mark.parametrize("name", sorted(PAGES))
def test_articles_and_lists_of_pages_of_people_and_of_events_hold_no_posts(name):
    url, markup, article = PAGES[name]
    found = _read(markup, None, url)
    assert not [one for one in found if one.kind != "article"]
    assert len(found) == 1 or not article


def test_rows_of_a_boards_list_are_not_read_as_an_article_either():
    url, markup, _ = PAGES["board_with_excerpts"]
    assert _read(markup, None, url) == ()


def test_a_lone_post_is_told_by_how_its_board_speaks_of_members():
    post = (
        "<div class=post id=p9><a href=/profile/mira>mira</a> <time datetime=2026-11-02>x</time>{}"
        f"<div class=content>{TEXT}</div></div>"
    )
    (one,) = read(f"<body><h1>Rooms</h1>{post.format('<p>Joined: 6 January 2009</p>')}</body>")
    assert (one.kind, one.author, str(one.published_day)) == ("post", "mira", "2026-11-02")
    (one,) = read(f"<body><h1>Rooms</h1>{post.format('')}</body>")
    assert one.kind == "article"


def test_a_day_of_joining_is_no_day_of_writing():
    posts = "".join(
        f"<div class=post id=p{n}><a href=/u/u{n}>u{n}</a><p>Joined: {n} May 2009</p>"
        f"<div class=content>{TEXT}</div></div>"
        for n in range(1, 5)
    )
    assert [one.published_day for one in _read(f"<body>{posts}</body>")] == [None] * 4


def test_what_a_head_calls_an_article_is_no_lone_post_though_it_tells_since_when_its_author_writes():
    head = "<head><meta property=og:type content=article></head>"
    by = "<a href=/profile/ada>Ada</a> <time datetime=2026-11-02>2 Nov</time> <p>Joined: 6 January 2009</p>"
    (one,) = read(f"{head}<body><h1>Forty</h1><div class=post id=p1>{by}<div class=content>{TEXT}</div></div></body>")
    assert one.kind == "article"


def events(count: int, person: str = "") -> str:
    """Blocks that tell a name and a day each: of events, or of what somebody wrote, with a link to his page."""
    names = ("Boat fair", "Job market", "Open kitchen", "Harbour run")
    return "".join(
        f"<div class=post><h3 class=name>{person.format(n=n) or name}</h3><time datetime=2026-10-0{n}>{n} Oct</time>"
        f"<div class=text><p>{name} number {n} is held in the old tram shed, and tea is free.</p></div></div>"
        for n, name in enumerate(names[:count], 1)
    )


def test_on_what_a_head_calls_an_article_records_are_posts_only_where_people_have_pages_of_their_own():
    head = "<head><meta property=og:type content=article></head>"
    (one,) = read(f"{head}<body><h1>Four days out</h1>{events(4)}</body>")
    assert one.by == "article"
    found = read(f"{head}<body><h1>Four days out</h1>{events(4, '<a href=/user/ann{n}>ann{n}</a>')}</body>")
    assert [one.author for one in found] == ["ann1", "ann2", "ann3", "ann4"]


def test_what_an_article_describes_beside_itself_is_not_its_text():
    product = {"name": "A tent", "description": "Room for four, and for their bicycles. " * 9}
    (one,) = read(of_type("Article", headline="Forty") + of_type("Product", **product) + ARTICLE)
    assert TEXT.strip() in one.text
