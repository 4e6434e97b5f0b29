"""Numbers in words."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.look.words import amount, counted, day_words, listed, plain, rarity, short, written_day
from trends import wording


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (1100, "once in 3 years"),
        (425, "once in 14 months"),
        (63, "once in 9 weeks"),
        (10, "once in 10 days"),
        (1e9, "less than once in 100 years"),
        (0.4, "daily"),
    ],
)
def test_a_recurrence_is_said_in_the_largest_fitting_unit(days: float, said: str) -> None:
    assert rarity(days) == said


def test_lists_read_like_a_sentence() -> None:
    assert [listed(names) for names in ([], ["a"], ["a", "b"], ["a", "b", "c"], list("abcdef"))] == [
        "",
        "a",
        "a and b",
        "a, b and c",
        "a, b, c and 3 more",
    ]


def test_small_numbers_are_words_and_large_ones_digits() -> None:
    assert (counted(1, "source"), counted(5, "source"), counted(1200, "post")) == (
        "one source",
        "five sources",
        "1,200 posts",
    )


def test_expected_amounts_never_pretend_precision() -> None:
    assert [amount(v) for v in (0.0, 0.01, 0.062, 0.5, 3.04, 12.4)] == ["0", "under 0.1", "under 0.1", "0.5", "3", "12"]


def test_a_small_expectation_is_said_as_the_sentence_of_its_alarm_says_it() -> None:
    small = [n / 1000 for n in range(1, 400)]
    assert [amount(v) == "under 0.1" for v in small] == [wording.number(v) == "under 0.1" for v in small]


def test_a_card_without_words_is_called_by_its_id() -> None:
    assert plain("RF09_SOME_NEW_SIGN") == "some new sign"


def test_days_are_said_without_a_leading_zero() -> None:
    assert day_words(date(2026, 11, 5)) == "5 November 2026"
    assert [written_day(text) for text in ("2026-11-05", "HGPQ 0.1")] == ["5 November 2026", "HGPQ 0.1"]


def test_a_column_of_expected_numbers_has_one_decimal_throughout() -> None:
    assert [short(v) for v in (0.0, 0.01, 0.062, 0.5, 2.0, 3.04, 12.4)] == [
        "0",
        "<0.1",
        "<0.1",
        "0.5",
        "2.0",
        "3.0",
        "12",
    ]
