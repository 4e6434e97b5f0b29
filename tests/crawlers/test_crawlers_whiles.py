"""Whiles in languages that the reader of dates does not know."""

from __future__ import annotations

import pytest

from crawlers.extract.days import in_known_words
from crawlers.extract.told_times import time_in


@pytest.mark.parametrize(
    ("told", "known"),
    [
        ("३ घण्टा अघि", "3 hours ago"),
        ("2 घंटे पहले", "2 hours ago"),
        ("২ দিন আগে", "2 days ago"),
        ("5 oras ang nakalipas", "5 hours ago"),
        ("siku 3 zilizopita", "3 days ago"),
        ("3 دن پہلے", "3 days ago"),
    ],
)
def test_a_while_is_told_and_put_into_known_words(told: str, known: str) -> None:
    assert time_in(told) == (0, len(told))
    assert in_known_words(told) == known


def test_a_named_day_is_a_time_where_it_stands_alone() -> None:
    assert time_in("yesterday")
    assert not time_in("yesterday we went to the bank and asked")
