"""Quick questions that are asked before slow ones must never say no where the slow one would say yes."""

import re
from datetime import UTC, datetime

import pytest

from crawlers.extract import vocabulary
from crawlers.extract.article import _may_name_author
from crawlers.extract.dates import _parsed
from crawlers.extract.letters import _hints, letters
from crawlers.extract.page import Page
from crawlers.extract.plain_days import plain_moment
from crawlers.extract.remembering import Remembering


def _page(markup: str) -> Page:
    return Page("https://b.example/", f"<html><body>{markup}</body></html>".encode(), "text/html")


@pytest.mark.parametrize("text", ["a Post", "riposte", "x" * 500 + " post", ""])
def test_a_remembering_pattern_says_what_the_pattern_says(text: str) -> None:
    asked = Remembering(r"\bpost\b")
    for _ in range(2):
        assert asked.search(text) == bool(re.search(r"\bpost\b", text, re.IGNORECASE))


@pytest.mark.parametrize(
    "markup",
    [
        "<a rel='author'>Ann Lee</a>",
        "<p class='x byline'>Ann Lee</p>",
        "<span itemprop='author name'>Ann Lee</span>",
        "<div data-testid='AuthorCard'>Ann Lee</div>",
        "<i data-component='Byline'>Ann Lee</i>",
        "<b id='mainAuthor'>Ann Lee</b>",
        "<author>Ann Lee</author>",
        "<p class='username'>Ann Lee</p>",
        "<p id='xiaobian'>Ann Lee</p>",
    ],
)
def test_an_author_is_looked_for_wherever_the_reader_of_articles_may_find_one(markup: str) -> None:
    from trafilatura.xpaths import AUTHOR_XPATHS

    root = _page(markup).tree
    assert any(path(root) for path in AUTHOR_XPATHS)
    assert _may_name_author(root)


def test_no_author_is_looked_for_where_nothing_is_named_after_one() -> None:
    assert not _may_name_author(_page("<p class='lead' id='top'>By the author of this.</p>").tree)


@pytest.mark.parametrize("told", [one for phrase in vocabulary.WRITTEN_BY for one in (phrase, phrase.title())])
def test_a_letter_is_read_whatever_words_say_who_wrote_it(told: str) -> None:
    (letter,) = letters(_page(f"<p>{told} Ann on 12 May 2024</p><p>The van leaves at six.</p>"))
    assert (letter.author, letter.text) == ("Ann", "The van leaves at six.")


@pytest.mark.parametrize("label", [one for word in vocabulary.DATE_LABEL.split("|") for one in (word, f"{word} ")])
def test_a_letter_is_looked_for_whatever_its_day_is_labelled(label: str) -> None:
    assert _hints(f"From: Ann {label.capitalize()}: 2024-05-12")


_DAYS = (
    "12 Jan 2018",
    "3 march 2019",
    "March 27, 2019",
    "Sep 9 2011",
    "Sept 30, 2011",
    "Mon May 12, 2014",
    "Wednesday, 5 Dec 2001",
)
_CLOCKS = ("", " 11:37PM", ", 12:15", " at 12:11AM", ", 12:00 pm", " 0:05", " 23:59")


@pytest.mark.parametrize("text", [day + clock for day in _DAYS for clock in _CLOCKS])
@pytest.mark.parametrize(("languages", "day_first"), [((), None), (("ms", "id"), True), (("en",), False)])
def test_a_plain_day_is_the_one_that_the_reader_of_all_languages_reads(
    text: str, languages: tuple[str, ...], day_first: bool | None
) -> None:
    moment = plain_moment(text)
    assert moment is not None
    assert moment == _parsed(text, languages, "UTC", datetime(2026, 11, 23, tzinfo=UTC), day_first)


@pytest.mark.parametrize(
    "text",
    ["31 Feb 2018", "12 Jan 2018, 25:00", "12 Jan 2018 13:05 pm", "12 Januar 2018", "12 Jan 18", "on 12 Jan 2018", ""],
)
def test_what_is_no_plain_day_is_left_to_the_reader_of_all_languages(text: str) -> None:
    assert plain_moment(text) is None


@pytest.mark.parametrize("text", ["Open at noon: 12:30", "we met at a.m. sharp", "written with care"])
def test_no_letter_is_read_where_nothing_says_so(text: str) -> None:
    assert letters(_page(f"<p>{text}</p>")) == []
