"""Needs and signs of a time in which little is known: what was not read or not reckoned is not said to be none."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import cast

import pytest

from dashboard.frame import Frame
from dashboard.names import Names
from dashboard.queries.needs import Gaps
from dashboard.views import needs, signs

WEEK = date(2026, 11, 9)


@pytest.mark.parametrize(
    ("week", "ran", "wider", "read", "said"),
    [
        (WEEK, True, False, True, "No unmet need was seen in the last four weeks."),
        (WEEK, True, True, True, "Help is asked for, but in no city that the posts name for sure"),
        (WEEK, True, False, False, "Nothing was read in the last four weeks, so nothing can be said."),
        (None, False, False, True, "Needs have not been compared with services yet"),
        (None, True, False, True, "No unmet need was seen in the last four weeks."),
    ],
)
def test_no_need_is_said_only_where_it_is_known(
    names: Names, week: date | None, ran: bool, wider: bool, read: bool, said: str
) -> None:
    frame = cast("Frame", SimpleNamespace(names=names))
    assert needs._sentence(frame, Gaps(week, ()), (), ran, wider, read)[0].startswith(said)


def test_signs_of_a_week_in_which_nothing_was_read_are_not_called_quiet(names: Names) -> None:
    frame = cast("Frame", SimpleNamespace(names=names))
    empty = {"sign": (), "venue": (), "need": ()}
    assert (
        signs._sentence(frame, {**empty}, False)[0] == "Nothing was read in these seven days, so nothing can be said."
    )
    assert signs._sentence(frame, {**empty}, True)[0] == "No sign stands far above its own past."
