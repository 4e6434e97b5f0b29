"""Scraped text is hostile: whatever it holds, it comes out as text."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from core.unseen import without_unseen
from dashboard.look.marks import chips, joined, label, marked, safe

_ALLOWED = re.compile(r'<mark>|</mark>|<span class="hg-chip">[a-z]+(?:·[0-9a-f]{4})?</span>')


@given(
    st.text(alphabet="<>&\"'ab[]PHONE:0123 \u202e\u200b\n=*", max_size=80),
    st.lists(st.tuples(st.integers(-5, 90), st.integers(-5, 90))),
)
def test_no_markup_of_the_text_survives(text: str, spans: list[tuple[int, int]]) -> None:
    left = _ALLOWED.sub("", marked(text, spans))
    assert "<" not in left
    assert ">" not in left
    assert '"' not in left


@given(st.text(max_size=60))
def test_without_spans_the_words_stay_the_same(text: str) -> None:
    import html

    assert html.unescape(safe(text)) == without_unseen(text)


def test_quoted_words_are_marked_where_they_stand() -> None:
    assert marked("pay after months", [(4, 9)]) == "pay <mark>after</mark> months"


def test_overlapping_spans_become_one_mark() -> None:
    assert joined([(4, 9), (0, 5), (20, 30), (7, 7)], 25) == [(0, 9), (20, 25)]


def test_contacts_show_as_chips_with_four_digits() -> None:
    assert chips("call [PHONE:7f3a0c11] or [PERSON]") == (
        'call <span class="hg-chip">phone·7f3a</span> or <span class="hg-chip">person</span>'
    )


def test_a_token_with_wrong_digits_is_no_chip() -> None:
    assert "hg-chip" not in chips("[PHONE:<b>] [PHONE:7f3]")


def test_direction_overrides_are_taken_out() -> None:
    assert safe("a\u202eb\u2066c\u200bd") == "abcd"


def test_a_long_text_is_cut_and_says_so() -> None:
    assert marked("x" * 50, [(0, 3)], 10) == "<mark>xxx</mark>xxxxxxx …"


def test_labels_of_widgets_hold_no_markdown() -> None:
    assert label("[a](b) *c* :x:") == r"\[a\]\(b\) \*c\* \:x\:"
