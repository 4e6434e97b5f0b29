"""What is remembered stays bounded, and what was asked last stays longest."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.remembered import OWN, Remembered


def test_the_longest_unused_go_first() -> None:
    kept: Remembered[str, int] = Remembered(3 * OWN + 30)
    for number, name in enumerate("abc"):
        kept.put(name, number, 10)
    assert kept.get("a") == 0
    kept.put("d", 3, 10)
    assert [kept.get(name) for name in "abcd"] == [0, None, 2, 3]


def test_what_is_larger_than_all_is_not_kept() -> None:
    kept: Remembered[str, int] = Remembered(1_000)
    kept.put("long", 1, 1_000)
    assert kept.get("long") is None


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 900)), max_size=60))
def test_an_answer_is_the_one_that_was_given(asked: list[tuple[int, int]]) -> None:
    kept: Remembered[int, int] = Remembered(5_000)
    for question, size in asked:
        kept.put(question, -question, size)
        assert kept.get(question) == -question
