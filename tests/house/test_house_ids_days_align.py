"""Ids come from content, days from the source's own clock, and changed texts find their way back."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.align import Alignment
from core.days import local_day, monday, span
from core.ids import content_id


@given(st.lists(st.text(), max_size=4), st.lists(st.text(), max_size=4))
def test_only_the_same_parts_have_the_same_id(one: list[str], other: list[str]) -> None:
    assert (content_id(*one) == content_id(*other)) == (one == other)


def test_a_day_is_the_local_date_of_the_source() -> None:
    late = datetime(2026, 11, 1, 18, 30, tzinfo=UTC)
    assert local_day(late, "Asia/Kuala_Lumpur") == date(2026, 11, 2)
    assert local_day(late, "Europe/Dublin") == date(2026, 11, 1)
    with pytest.raises(ValueError, match="without a timezone"):
        local_day(datetime(2026, 11, 1), "UTC")


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1)))
def test_a_week_is_named_by_its_monday(day: date) -> None:
    assert monday(day).weekday() == 0
    assert 0 <= (day - monday(day)).days <= 6
    assert span(monday(day), day)[-1] == day
    assert span(day, date(1980, 1, 1)) == []


@st.composite
def replaced(draw: st.DrawFn) -> tuple[str, str, Alignment, list[tuple[int, int, str]]]:
    old = draw(st.text(alphabet="abc ", min_size=1, max_size=30))
    cuts = sorted(draw(st.sets(st.integers(0, len(old)), max_size=6)))
    changes = [(start, end, draw(st.text("XY", max_size=4))) for start, end in zip(cuts[::2], cuts[1::2], strict=False)]
    new, at = "", 0
    for start, end, text in changes:
        new, at = new + old[at:start] + text, end
    new += old[at:]
    return old, new, Alignment.of_replacements(len(old), [(s, e, len(t)) for s, e, t in changes]), changes


@given(replaced())
def test_every_copied_character_finds_its_old_place(
    given_: tuple[str, str, Alignment, list[tuple[int, int, str]]],
) -> None:
    old, new, alignment, _ = given_
    for at, letter in enumerate(new):
        start, end = alignment.back(at, at + 1)
        if letter not in "XY":
            assert old[start:end] == letter
            assert alignment.forward(start, end) == (at, at + 1)


@given(replaced())
def test_a_replaced_piece_counts_whole(given_: tuple[str, str, Alignment, list[tuple[int, int, str]]]) -> None:
    _, _, alignment, changes = given_
    for start, end, text in changes:
        if text and end > start:
            new_start, new_end = alignment.forward(start, end)
            assert new_end - new_start == len(text)
            assert alignment.back(new_start, new_end) == (start, end)
