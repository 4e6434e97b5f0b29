"""A rise that only a new source shows is uncertain; the same rise that settled sources show too stays an alarm."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from core.records import Contribution, Spike
from trends.newcomers import YOUNG_DAYS, rests_on_newcomers, young_sources

FIRST = date(2026, 6, 1)
STARTS = tuple(FIRST + timedelta(days=n) for n in range(150))


def panel(new_from: int) -> Any:
    documents = np.zeros((1, 2, len(STARTS)))
    documents[:, 0, :] = 5
    documents[:, 1, new_from:] = 5
    return SimpleNamespace(documents=documents, sources=("old", "new"), starts=STARTS)


def spike(on: date, old: int, new: int) -> Spike:
    shares = (Contribution("source", "old", old), Contribution("source", "new", new))
    made = Spike(
        "s", "posts", "signal:any", "city", "1", on, on, None, 7, old + new, 1.0, 0.0, 3.0, 1e-4, 0.1, 50.0, 1,
        shares, (), (), (), (), "", "HGPQ", "1", {},
    )  # fmt: skip
    return replace(made, sources=tuple(one for one in shares if one.groups))


def test_a_source_is_young_for_its_first_weeks_and_never_when_it_was_there_from_the_beginning() -> None:
    held = panel(60)
    assert young_sources(held, STARTS[60]) == {"new"}
    assert young_sources(held, STARTS[60 + YOUNG_DAYS - 1]) == {"new"}
    assert young_sources(held, STARTS[60 + YOUNG_DAYS]) == frozenset()
    assert young_sources(panel(0), STARTS[3]) == frozenset()


@pytest.mark.parametrize(
    ("old", "new", "day", "rests"),
    [
        (2, 5, 65, True),  # only the new source rises
        (9, 5, 65, False),  # the settled one rises as well
        (2, 5, 120, False),  # the source is settled by now
        (2, 0, 65, False),  # the new source has no part in it
    ],
)
def test_only_a_rise_that_settled_sources_do_not_show_rests_on_newcomers(
    old: int, new: int, day: int, rests: bool
) -> None:
    assert rests_on_newcomers(spike(STARTS[day], old, new), panel(60)) is rests
