"""What must not alarm: copies, silence, a new source, the calendar."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from datetime import date, timedelta

import numpy as np
import pytest

from core.records import Count, Exposure
from trends import Detection, DetectOptions, detect
from trends.simulate import Plan, make

RARE = 2000.0  # days: chance has hardly time for such an alarm in these half years
DAYS = [date(2024, 1, 1) + timedelta(days=n) for n in range(182)]


def nothing_behind(*_: object) -> list[object]:
    return []


def judge(counts: list[Count], read: list[Exposure], options: DetectOptions | None = None) -> Detection:
    return detect(counts, read, {}, options or DetectOptions(), nothing_behind)  # type: ignore[arg-type]


def board(source: str, volume: Callable[[int], float], share: float, seed: int) -> tuple[list[Count], list[Exposure]]:
    """One source in one city whose documents follow `volume` and bear signals at a steady share."""
    rng = np.random.default_rng(seed)
    counts: list[Count] = []
    read: list[Exposure] = []
    for n, day in enumerate(DAYS):
        documents = int(rng.poisson(volume(n)))
        groups = int(rng.binomial(documents, share))
        for level, place in (("city", "1"), ("country", "AA")):
            if documents:
                read.append(Exposure("posts", level, place, source, day, documents))  # type: ignore[arg-type]
            if groups:
                counts.append(Count("posts", "signal:any", level, place, source, day, groups))  # type: ignore[arg-type]
    return counts, read


def joined(*parts: tuple[list[Count], list[Exposure]]) -> tuple[list[Count], list[Exposure]]:
    return [row for part in parts for row in part[0]], [row for part in parts for row in part[1]]


@pytest.mark.parametrize("seed", range(4))
def test_a_new_source_is_uncertain_and_not_a_spike(seed: int) -> None:
    old = board("old", lambda _: 30, 0.1, seed)
    new = board("new", lambda n: 40 if n >= 110 else 0, 0.13, seed + 50)
    found = judge(*joined(old, new))
    assert [s for s in found.spikes if s.recurrence_days > RARE and s.opened >= DAYS[108]] == []


@pytest.mark.parametrize("seed", range(4))
def test_a_source_that_goes_silent_and_comes_back_is_no_spike(seed: int) -> None:
    steady = board("steady", lambda _: 20, 0.1, seed)
    silent = board("silent", lambda n: 0 if 100 <= n < 125 else 30, 0.1, seed + 50)
    found = judge(*joined(steady, silent))
    assert [s for s in found.spikes if s.recurrence_days > RARE and s.opened >= DAYS[98]] == []
    there = {p.day: p.expected for p in found.points if p.level == "city"}
    before = [there[day] or 0.0 for day in DAYS[70:98]]
    during = [there[day] or 0.0 for day in DAYS[100:125]]
    assert 0.3 < (sum(during) / len(during)) / (sum(before) / len(before)) < 0.55


def test_a_source_that_brings_twice_as_much_is_no_spike() -> None:
    found = judge(*board("s", lambda n: 30 if n < 110 else 60, 0.1, 1))
    assert [s for s in found.spikes if s.recurrence_days > RARE and s.opened >= DAYS[108]] == []


def test_a_repost_storm_is_one_group_and_does_not_hide_what_follows() -> None:
    counts, read = board("s", lambda _: 20, 0.05, 3)
    storm = [Exposure("posts", level, place, "s", DAYS[120 + n], 150) for n in range(3) for level, place in  # type: ignore[arg-type]
             (("city", "1"), ("country", "AA"))]  # fmt: skip
    calm = {p.day: p.expected for p in judge(counts, read).points if p.level == "city"}
    found = judge(counts, read + storm)
    stormy = {p.day: p.expected for p in found.points if p.level == "city"}
    assert [s for s in found.spikes if s.recurrence_days > RARE] == []
    after = [stormy[DAYS[n]] / calm[DAYS[n]] for n in range(123, 150)]  # type: ignore[operator]
    assert 0.8 < math.prod(after) ** (1 / len(after)) < 1.2


def test_a_rough_world_raises_nothing_rare() -> None:
    world = make(Plan(seed=21, outages_each=1.0, new_sources=2, steps_each=0.5, storms=6))
    found = detect(world.counts(), world.exposure(), world.places, DetectOptions(), world.behind)
    assert len([s for s in found.spikes if s.recurrence_days > RARE]) <= 1


def test_the_season_of_a_register_is_no_spike_and_a_burst_out_of_season_is() -> None:
    rng = random.Random(5)
    weeks = [date(2016, 1, 4) + timedelta(weeks=n) for n in range(5 * 52)]
    usual = [6 + 5 * math.cos(2 * math.pi * n / 52.18) for n in range(len(weeks))]
    groups = [sum(rng.random() < mean / 40 for _ in range(40)) for mean in usual]
    groups[230] += 25
    counts = [
        Count("orders", "venue:V_FARM", "admin1", "1", "s", w, g) for w, g in zip(weeks, groups, strict=True) if g
    ]
    read = [Exposure("orders", "admin1", "1", "s", w + timedelta(days=6), 40) for w in weeks]
    found = judge(counts, read, DetectOptions(budget_per_week=0.1))
    assert found.spikes[0].opened == weeks[230] + timedelta(days=6)
    assert "job orders for farm work" in found.spikes[0].sentence
    assert len([s for s in found.spikes[1:] if s.recurrence_days > RARE]) <= 1
