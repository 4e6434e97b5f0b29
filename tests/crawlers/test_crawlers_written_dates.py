"""Dates as boards write them, in some thirty languages: known for times in the page, and read as the day they mean."""

from __future__ import annotations

from datetime import UTC, datetime

import lxml.html
import pytest
from crawlers_written_dates import WRITTEN

from crawlers.extract.clues import stamps, tells_time
from crawlers.extract.dates import DateReader, day_first, is_while

SEEN = datetime(2026, 11, 23, 9, tzinfo=UTC)
#: Not taken for times: figures without a mark between them, a year before its day, a bare "5h", a number in words.
NOT_YET = {"20190304T180500Z", "March 2019, 4", "5h", "due ore fa"}


def day_of(language: str, text: str, *, live: bool = True) -> str | None:
    node = lxml.html.fragment_fromstring(f"<span>{text}</span>")
    order = day_first([text])
    order = True if order is None and language != "en" else order
    reader = DateReader("UTC", SEEN, day_first=order, live=live, year_first=language in ("ko", "ja", "zh", "hu"))
    found = (reader.read(one) for one in (stamps(node) if tells_time(node) else ()))
    return next((str(one.day) for one in found if one), None)


@pytest.mark.parametrize("language", sorted({language for language, _, _ in WRITTEN}))
def test_dates_are_read_as_boards_of_a_language_write_them(language):
    told = [(text, day) for lang, text, day in WRITTEN if lang == language and text not in NOT_YET]
    assert [(text, day_of(language, text)) for text, _ in told] == told


@pytest.mark.parametrize(
    ("language", "text"),
    [(language, text) for language, text, day in WRITTEN if day > "2026" and text not in NOT_YET and is_while(text)],
)
def test_on_a_saved_page_without_a_clock_nobody_knows_what_day_yesterday_was(language, text):
    assert day_of(language, text, live=False) is None


@pytest.mark.parametrize(
    "text", ["Today's posts", "Saturday morning", "hier", "Top 10", "May", "12 Monkeys", "3 pages"]
)
def test_words_that_name_a_day_and_no_clock_are_no_times(text):
    assert not tells_time(lxml.html.fragment_fromstring(f"<span>{text}</span>"))


def test_all_that_counts_from_now_is_known_for_a_while():
    counted = [text for _, text, day in WRITTEN if day > "2026" and text not in NOT_YET | {"Nov 12", "12 Nov"}]
    assert [text for text in counted if not is_while(text)] == []
