"""Lines that quote another mail or post, and whose they are: only these go, and never all that a post says."""

from __future__ import annotations

import pytest
from test_crawlers_unseen import EXPECTED, told

from crawlers.extract.quoted_lines import own_lines
from crawlers.extract.told_times import TIME

OWN = "The bus leaves at five."
QUOTED = {
    "mail": f"On Mon, 3 Jun 2024 at 10:22 Ana Lis wrote:\n> They say there are rooms.\n> For six.\n{OWN}",
    "broken head": f"{OWN}\nOn Mon, 3 Jun 2024 at 10:22, Ana Lis\n<ana@x.example> wrote:\n> They say so.",
    "head quoted too": f"> On 3 Jun 2024, at 10:22, Ana Lis wrote:\n>> Who says so?\n> They do.\n{OWN}",
    "whole mail": f"{OWN}\n----- Original Message -----\nFrom: Ana Lis\nSent: Monday\nThey say there are rooms.",
    "German": f"{OWN}\n-----Ursprüngliche Nachricht-----\nVon: Ana\nMan sagt es.",
    "Chinese board": f"{OWN}\n【 在 ana (安) 的大作中提到: 】\n: 听说有房间，\n: 六个人。",
}


@pytest.mark.parametrize("form", sorted(QUOTED))
def test_what_a_line_says_somebody_wrote_is_not_said_by_who_answers(form: str) -> None:
    assert own_lines(QUOTED[form]) == OWN


@pytest.mark.parametrize(
    "text",
    [
        ">be me\n>answer ad for a hostess\nIs it worth going?",  # told so on some boards
        "He wrote:\nCome at five.\nSo I went.",
        "Ana wrote:\n> They say there are rooms.",  # nothing else is said
        "----- Original Message -----\nFrom: Ana",
        "Note: bring boots.\n: and a coat",
    ],
)
def test_other_lines_stay(text: str) -> None:
    assert own_lines(text) == text


def test_a_quotation_that_begins_with_a_member_of_the_talk_is_that_members() -> None:
    asked = EXPECTED[0][0]
    said = [EXPECTED[0][0], f"<blockquote><b>{EXPECTED[0][1]}</b> ➜ <p>{asked}</p></blockquote>{EXPECTED[1][0]}"]
    said.append(f"<blockquote>From the law: <p>nobody may keep papers</p></blockquote>{EXPECTED[2][0]}")
    posts = "".join(
        f"<div class=post><a class=username href=/u/{name}>{name}</a> <time datetime={day}>x</time>"
        f"<div class=post-body>{text}</div></div>"
        for text, (_, name, day) in zip(said, EXPECTED, strict=True)
    )
    found = told(f"<html><body>{posts}</body></html>")
    assert [text for text, *_ in found[:2]] == [asked, EXPECTED[1][0]]
    assert "nobody may keep papers" in found[2][0]


def test_words_that_lie_in_a_block_of_quotation_themselves_are_kept() -> None:
    posts = "".join(
        f"<li class=bit><a class=username href=/u/{name}>{name}</a> <i>{day} 18:05</i><h2>Re: Papers</h2>"
        f"<blockquote class=pc><div class=bb><div class=by>Originally posted by <b>Old Tom</b></div>"
        f"<div>Where are the papers, and who has them now?</div></div>{text} And so on it goes.</blockquote></li>"
        for text, name, day in EXPECTED
    )
    found = told(f"<html><body><ol>{posts}</ol></body></html>")
    assert [text for text, *_ in found] == [f"{text} And so on it goes." for text, *_ in EXPECTED]


def test_posts_told_as_microdata_keep_their_machines_day_and_lose_what_they_quote() -> None:
    quote = f"<blockquote><b>{EXPECTED[0][1]}</b> <p>{EXPECTED[0][0]}</p></blockquote>"
    posts = "".join(
        f"<div class=post itemscope itemtype=https://schema.org/DiscussionForumPosting>"
        f"<a class=username href=/u/{name} itemprop=author>{name}</a>"
        f"<time itemprop=datePublished datetime={day}T00:25:00+00:00>2026-08-31 07:25 PM</time>"
        f"<div class=post-body itemprop=text>{quote if n == 1 else ''}{text}</div></div>"
        for n, (text, name, day) in enumerate(EXPECTED)
    )
    assert told(f"<html><body>{posts}</body></html>") == EXPECTED


def test_a_posts_number_before_a_month_is_not_its_day() -> None:
    found = TIME.search("Reply #7 Oct 11, 2007")
    assert found is not None
    assert found[0] == "Oct 11, 2007"
