# ruff: noqa: E501 -- markup keeps the lines of the software that writes it
"""Guestbooks as old scripts and hands wrote them: fields, rules, rows of tables, and hardly any element for a post."""

from __future__ import annotations

import pytest
from test_crawlers_boards import read

BOOK, PAGE = "https://b.example/guestbook.html", "https://b.example/board/visitors.html"
SAID = [
    ("Mira", "9/14/2019", "18:05:11", "Has anyone worked at the packing place by the river? They say there are rooms."),
    ("Old Tom", "9/15/2019", "09:12:40", "Note: the rooms cost more than they said on the phone."),
    ("Kettu", "9/16/2019", "21:30:02", "Same here."),
    ("Ferit", "9/17/2019", "07:00:59", "The bus leaves at five, and nobody gets a copy of the contract."),
]
HEAD = "<html><body><h1>Visitors</h1><p>Please sign below, and be kind to one another.</p><hr>"
FORMS = {
    "day first": "<i>Posted: {day} {clock}</i><br><b>Name:</b>{name}<br><b>Url:</b>http://<br><b>Comment:</b>{text}<hr>",
    "name and moment": "<b>{name}</b> - {day} {clock}<br><b>My Email:</b> x@y.example<br><p><b>Comments:</b><br>{text}<br><img>",
    "a field asked in its own words": "<b>{name}</b> - {day} {clock}<br><b>Why a boat?:</b> why not<br><p><b>Comments:</b><br>{text}<br>",
    "who wrote below the day": "<table><tr><td>12</td><td>Date: {day} {clock}<br>\n{name} wrote: <p>{text}</p></td></tr></table>",
    "signed between rules": "<b>{text}</b><br>{name} &lt;x@y.example&gt;<br>Old Town, USA - {day} at {clock} (EST)<hr>",
}
ROW = (
    "<tr><td><b>{name} - Old Town by the river, OR</b></td><td><b>{day}</b></td></tr><tr><td colspan=2>{text}</td></tr>"
)


def entries(markup: str, url: str) -> list[tuple[str | None, str, str]]:
    return [(one.author, str(one.published_day), one.text) for one in read(f"{HEAD}{markup}</body></html>", None, url)]


def written(form: str) -> str:
    return "".join(form.format(name=name, day=day, clock=clock, text=text) for name, day, clock, text in SAID)


@pytest.mark.parametrize("form", sorted(FORMS))
def test_entries_that_no_element_holds_are_told_by_their_fields_or_rules(form: str) -> None:
    found = entries(written(FORMS[form]), PAGE)
    assert found == [(name, f"2019-09-{n}", text) for n, (name, _, _, text) in enumerate(SAID, start=14)]


def test_a_place_behind_a_name_is_none_of_it() -> None:
    found = entries(f"<table>{written(ROW)}</table>", BOOK)
    assert found == [(name, f"2019-09-{n}", text) for n, (name, _, _, text) in enumerate(SAID, start=14)]


def test_rows_of_cells_without_any_time_are_entries_where_the_address_says_guestbook() -> None:
    rows = written("<table><tr><td>{name}</td><td>{text}</td></tr></table>")
    assert [text for *_, text in entries(rows, BOOK)] == [text for *_, text in SAID]
    assert len(entries(rows, PAGE)) < 2


def test_parts_of_a_text_between_rules_are_no_entries() -> None:
    parts = "".join(f"<p>{text}</p><p>Part {n} of the story</p><p>{text}</p><hr>" for n, (*_, text) in enumerate(SAID))
    assert len(entries(parts, PAGE)) < 2
