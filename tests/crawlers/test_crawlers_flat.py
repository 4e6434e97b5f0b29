"""Posts that no element holds: a name, a time and words in rows beside one another, post after post."""

from __future__ import annotations

import pytest
from test_crawlers_boards import read

PLACE = "https://b.example/view.cgi?n=3"
SAID = [
    (
        "Mira",
        "14 September 2019 18:05",
        "Has anyone worked at the packing place by the river? They say there are rooms.",
    ),
    ("Old Tom", "15 September 2019 09:12", "The rooms cost more than they said on the phone, and the bus is not free."),
    ("Kettu", "16 September 2019 21:30", "Same here."),
    ("Mira", "17 September 2019 07:00", "The bus leaves at five, and nobody gets a copy of the contract."),
]
FORMS = {
    "name above the time": "<hr><p class=n>{name}</p><p class=d>{time}</p><p class=w>{text}</p>",
    "heading, name, mail": "<h4>packing</h4><b>{name}</b> <a href=mailto:x>x at y</a><br><i>{time}</i>"
    "<pre>{text}</pre><hr>",
    "words above the name, a rule below": "<br><table><tr><td>{text}</td></tr></table>"
    "<h5>submitted by <a href=mailto:x>{name}</a> on {time}</h5><hr>",
    "the day of joining in the same dress": "<table class=h><tr><td class=top>Posted: {time}</td></tr></table>"
    "<table class=u><tr><td><a href=/member.aspx?memberID=1&b=1>{name}</a></td><td>Posts: 2<br>Last post: 1/2/2018"
    "<br>Member since: 1/2/2018</td></tr></table><table class=w><tr><td>{text}</td></tr></table>",
    "name in a cell of its own row": "<tr class=r1><td rowspan=2><b>{name}</b><br><small>Regular</small></td>"
    "<td><table><tr><td class=s>{time} Re: packing</td></tr></table></td></tr><tr class=r1><td>{text}</td></tr>"
    "<tr><td colspan=2 class=gap></td></tr>",
}
#: Times in the same dress elsewhere on the page.
_BESIDE = "<table>" + "".join(
    f"<tr><td class=s>{n} May 2018 10:00 <a href=/v{n}>Who has a car?</a></td></tr>" for n in (1, 2)
)


@pytest.mark.parametrize("form", sorted(FORMS))
def test_the_name_above_a_time_is_that_of_the_words_below_it(form: str) -> None:
    rows = "".join(FORMS[form].format(name=name, time=time, text=text) for name, time, text in SAID)
    rows = f"<table>{rows}</table>{_BESIDE}</table>" if form.startswith("name in") else f"{rows}"
    found = read(f"<html><body><h1>Packing</h1><p>One page.</p>{rows}</body></html>", None, PLACE)
    assert [(one.author, one.text, str(one.published_day)) for one in found] == [
        (name, text, f"2019-09-{day}") for day, (name, _, text) in enumerate(SAID, start=14)
    ]


def test_a_short_year_behind_the_name_of_a_month_tells_a_day() -> None:
    form = "<br><table><tr><td>{text}</td></tr></table><h5>submitted by <a href=mailto:x>{name}</a> on {time}</h5><hr>"
    rows = "".join(form.format(name=name, time=time[:-10] + time[-8:-6], text=text) for name, time, text in SAID)
    found = read(f"<html><body><h1>Packing</h1><hr>{rows}<p>Visitors</p></body></html>", None, PLACE)
    assert [str(one.published_day) for one in found] == [f"2019-09-{day}" for day in range(14, 18)]


def test_a_long_time_with_a_word_before_it_in_a_paragraph_is_none_of_the_words() -> None:
    posts = "".join(
        f"<div class='post bg{n % 2}'><div class=postbody><h3>Packing</h3><p class=by><a href=/x{n}>{name}</a> "
        f"&raquo; Sat {time}</p><div class=content>{text}</div></div></div>"
        for n, (name, time, text) in enumerate(SAID)
    )
    found = read(f"<html><body>{posts}</body></html>", None, "https://b.example/viewtopic.php?t=9")
    assert [(one.text, one.author) for one in found] == [(text, name) for name, _, text in SAID]
    assert all(one.published_day for one in found)


def test_a_long_post_and_a_short_answer_are_two() -> None:
    (name, time, text), (other, later, _), *_ = SAID
    posts = "".join(
        f"<div class='block {kind}'><div class=post><a class=username href=/u/{who}>{who}</a> <i>{when}</i>"
        f"<div class=post-content><p>{said}</p></div></div></div>"
        for kind, who, when, said in (("post-first", name, time, text * 9), ("post-last", other, later, "Same here."))
    )
    found = read(f"<html><body><div>{posts}</div></body></html>", None, "https://b.example/viewtopic.php?t=9")
    assert [one.author for one in found] == [name, other]


def test_entries_that_left_open_elements_lay_under_two_parents_are_all_read() -> None:
    row = "<p><font><b>{name}</b>- <a href=mailto:x@y.example>x@y.example</a></font><br><b>{time}</b><br>{text}</p>"
    one, two, *others = (row.format(name=name, time=time, text=text) for name, time, text in SAID)
    body = f"<font size=2>{one}{two}</font><font>{''.join(others)}</font>"
    found = read(f"<html><body><h1>Visitors</h1>{body}</body></html>", None, "https://b.example/guestbook.html")
    assert [one.author for one in found] == [name for name, *_ in SAID]


def test_short_words_are_not_taken_for_their_own_author() -> None:
    form = "<div class=a><b>{name}</b></div><div class=d>{time}</div><div>Rooms by the river{mark}</div><hr>"
    rows = "".join(form.format(name=name, time=time, mark=" too" * n) for n, (name, time, _) in enumerate(SAID[:2]))
    found = read(f"<html><body><h1>Packing</h1><hr>{rows}</body></html>", None, PLACE)
    assert [one.author for one in found] == [name for name, *_ in SAID[:2]]
