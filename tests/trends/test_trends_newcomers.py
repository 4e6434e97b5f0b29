"""A rise that only a new source shows is told as uncertain; the same rise that settled sources show too is an alarm."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from core.records import Count, Exposure, Finding, Level, Stream
from trends import Detection, DetectOptions, detect
from trends.newcomers import YOUNG_DAYS, rests_on_newcomers, young_sources

FIRST = date(2026, 6, 1)
STARTS = tuple(FIRST + timedelta(days=n) for n in range(150))
NEW_FROM, RISE = 90, range(100, 107)


def panel(new_from: int) -> Any:
    documents = np.zeros((1, 2, len(STARTS)))
    documents[:, 0, :] = 5
    documents[:, 1, new_from:] = 5
    return SimpleNamespace(documents=documents, sources=("old", "new"), starts=STARTS)


def test_a_source_is_young_for_its_first_weeks_and_never_when_it_was_there_from_the_beginning() -> None:
    held = panel(60)
    assert young_sources(held, STARTS[60]) == {"new"}
    assert young_sources(held, STARTS[60 + YOUNG_DAYS - 1]) == {"new"}
    assert young_sources(held, STARTS[60 + YOUNG_DAYS]) == frozenset()
    assert young_sources(panel(0), STARTS[3]) == frozenset()


@pytest.mark.parametrize(
    ("old", "new", "young", "rests"),
    [
        (2, 5, {"new"}, True),  # only the new source rises
        (9, 5, {"new"}, False),  # the settled one rises as well
        (2, 5, set(), False),  # the source is settled by now
        (2, 0, {"new"}, False),  # the new source has no part in it
    ],
)
def test_only_a_rise_that_settled_sources_do_not_show_rests_on_newcomers(
    old: int, new: int, young: set[str], rests: bool
) -> None:
    assert rests_on_newcomers({"old": old, "new": new}, 3.0, frozenset(young)) is rests


def posts(rising: Sequence[tuple[str, int]], days: int = len(STARTS)) -> Detection:
    """Two steady sources, the newer from day 90; `rising` (source, day) bring six groups more."""
    rng = np.random.default_rng(3)
    groups = {("old", n): int(rng.poisson(1.5)) for n in range(len(STARTS))}
    groups |= {("new", n): int(rng.poisson(1.5)) for n in range(NEW_FROM, len(STARTS))}
    for at in rising:
        groups[at] = groups.get(at, 0) + 6
    groups = {at: n for at, n in groups.items() if at[1] < days}
    counts = [Count("posts", "signal:any", "country", "AA", s, STARTS[n], g) for (s, n), g in groups.items() if g]
    read = [Exposure("posts", "country", "AA", s, STARTS[n], 20) for s, n in groups]

    def behind(_s: Stream, topic: str, _l: Level, _p: str, since: date, until: date) -> list[Finding]:
        return [
            SimpleNamespace(group_id=f"{s}{n}.{k}", source=s, topic=topic)  # type: ignore[misc]
            for (s, n), g in groups.items()
            if since <= STARTS[n] <= until
            for k in range(g)
        ]

    return detect(counts, read, {}, DetectOptions(budget_per_week=0.1), behind)


def test_what_only_a_new_source_shows_is_listed_as_uncertain_and_not_as_a_spike() -> None:
    found = posts([("new", n) for n in RISE])
    assert [s for s in found.spikes if s.opened in STARTS[RISE.start : RISE.stop]] == []
    assert found.uncertain[0].opened in STARTS[RISE.start : RISE.stop]
    assert "Uncertain" in found.uncertain[0].sentence


def test_when_settled_sources_follow_it_becomes_a_spike_of_that_day_and_the_past_stays_said() -> None:
    rising = [("new", n) for n in RISE] + [("old", n) for n in range(104, 107)]
    said = {(s.id, s.opened) for s in posts(rising, 103).uncertain}
    found = posts(rising)
    assert said
    assert said <= {(s.id, s.opened) for s in found.uncertain}
    assert [s.opened >= STARTS[104] for s in found.spikes if s.opened >= STARTS[RISE.start]] == [True]


def test_the_same_rise_from_a_settled_source_is_a_spike() -> None:
    found = posts([("old", n) for n in RISE])
    assert [s for s in found.spikes if s.opened in STARTS[RISE.start : RISE.stop]]
    assert found.uncertain == []
