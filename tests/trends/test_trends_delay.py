"""What is read days late is missing from the counts and from what was read alike, so that the last days do not fall."""

from __future__ import annotations

from collections.abc import Sequence

from core.records import Exposure
from trends import DetectOptions, detect
from trends.simulate import Plan, World, make

TODAY = 90


def share_of_expected(world: World, read: Sequence[Exposure]) -> float:
    """Observed over expected in the last three days, over all cities, by what was known that evening."""
    found = detect(world.counts(TODAY), read, world.places, DetectOptions(), lambda *_: [])
    late = [p for p in found.points if p.level == "city" and p.topic == "signal:any" and p.expected is not None]
    recent = [p for p in late if p.day > world.day(TODAY - 3)]
    return sum(p.observed for p in recent) / sum(p.expected or 0.0 for p in recent)


def test_days_of_which_half_is_still_to_be_read_are_expected_to_hold_half() -> None:
    world = make(Plan(seed=5, days=TODAY + 7, late_share=0.6, documents_a_day=400, countries=1))
    assert 0.8 < share_of_expected(world, world.exposure(TODAY)) < 1.2
    everything = [row for row in world.exposure() if row.day <= world.day(TODAY)]
    assert share_of_expected(world, everything) < 0.75
