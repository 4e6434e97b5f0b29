"""detect: counts and exposure in, spikes out. Nothing later than a day is used to judge it."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from core.records import Cluster, Count, Exposure, Finding, Level, Place, SeriesPoint, Spike, Stream
from trends.budget import LEVELS, LIKELY_TRUE, Budget, weekly_sums
from trends.clusters import clusters
from trends.doubts import Doubts
from trends.episodes import Episode, Watch
from trends.merge import CountedOverlap, Event, Merger, head_of
from trends.model import Judged, judge_panel
from trends.options import DetectOptions
from trends.panel import Panel, build
from trends.places import Nesting
from trends.points import series_points
from trends.series import REMEMBERED_YEARS
from trends.spikes import make
from trends.wording import NEW_SOURCES

type Behind = Callable[[Stream, str, Level, str, date, date], Sequence[Finding]]

STREAMS: tuple[Stream, ...] = ("posts", "news", "advocacy", "orders")
SEASON_WEEKS = 104  # a weekly register is judged after two years, where it is long enough to be judged at all
CALIBRATED_FROM_DAYS = 28  # figures before are too young even to calibrate with


@dataclass(frozen=True, slots=True)
class Detection:
    """What was found. `uncertain`: rises that rest on new sources alone; `clusters`: neighbouring cities of the last
    week; neither are alarms. `points` is lazy; `watched` counts series; `said` tells in words when nothing could be
    judged."""

    spikes: list[Spike]
    uncertain: list[Spike]
    clusters: list[Cluster]
    points: Iterable[SeriesPoint]
    watched: int
    judged_from: date | None
    judged_until: date | None
    false_episodes_expected: float
    level: float
    said: str


def detect(
    counts: Sequence[Count],
    exposure: Sequence[Exposure],
    places: Mapping[str, Place],
    options: DetectOptions,
    behind: Behind,
) -> Detection:
    """Find the spikes of all streams, merged into one for each event, at the budget asked for.

    `behind(stream, topic, level, place_id, since, until)` gives the findings behind a series.
    """
    panels, judged = judge(counts, exposure, options)
    return detect_judged(panels, judged, places, options, behind)


def judge(
    counts: Sequence[Count], exposure: Sequence[Exposure], options: DetectOptions
) -> tuple[list[Panel], list[Judged]]:
    """The panels of all streams that were read, and what was expected of those in which anything was counted."""
    panels = [p for p in (_panel(stream, counts, exposure, options) for stream in STREAMS) if p is not None]
    return panels, [judge_panel(p, burn_in_periods(p, options), options.minimum_groups) for p in panels if p.keys]


def detect_judged(
    panels: list[Panel], judged: list[Judged], places: Mapping[str, Place], options: DetectOptions, behind: Behind
) -> Detection:
    """The spikes of judged panels at the budget asked for."""
    first, last = _judged_days(judged, options)
    if first is None or last is None or first > last:
        return Detection(
            [], [], [], (), sum(len(j.panel.keys) for j in judged), None, None, 0.0, 0.0, _why(panels, judged)
        )
    run = _Run(judged, Nesting(places), options, behind, first, last)
    run.through()
    weeks = ((last - first).days + 1) / 7
    return Detection(
        spikes=run.spikes(),
        uncertain=run.uncertain(),
        clusters=[one for j in judged for one in clusters(j, places, last, options.minimum_groups)],
        points=_Points(judged, first, last),
        watched=sum(len(j.panel.keys) for j in judged),
        judged_from=first,
        judged_until=last,
        false_episodes_expected=weeks * options.budget_per_week,
        level=run.budget.level(),
        said=f"{sum(len(j.panel.keys) for j in judged)} series watched from {first} to {last}.",
    )


def _panel(
    stream: Stream, counts: Sequence[Count], exposure: Sequence[Exposure], options: DetectOptions
) -> Panel | None:
    every = options.every.get(stream, "day")
    return build(stream, counts, exposure, options.levels, every, options.as_of, options.history_days)


def burn_in_periods(panel: Panel, options: DetectOptions) -> int:
    """Periods that are learned from and never judged: two years of a weekly register that has three or more, and of a
    history that was cut all that a judgement remembers, so that no night says anew what an earlier one knew better."""
    asked = math.ceil(options.burn_in_days / panel.days_each)
    if panel.cut_before:
        asked = max(asked, bisect_left(panel.starts, panel.cut_before + REMEMBERED_YEARS * timedelta(days=365)))
    if panel.every == "week" and len(panel.starts) >= SEASON_WEEKS + 52:
        return max(asked, SEASON_WEEKS)
    return asked


def _judged_days(judged: Sequence[Judged], options: DetectOptions) -> tuple[date | None, date | None]:
    ripe = [j for j in judged if j.burn_in < len(j.panel.starts)]
    if not ripe:
        return None, None
    first = min(j.panel.starts[j.burn_in] for j in ripe)
    last = max(j.panel.decided(len(j.panel.starts) - 1) for j in ripe)
    return max(first, options.judged_from or first), min(last, options.judged_until or last)


def _why(panels: Sequence[Panel], judged: Sequence[Judged]) -> str:
    if not panels:
        return "Nothing was read, so nothing can be said."
    if not judged:
        return "Documents were read but nothing was counted in them, so there is no series to judge."
    return "Everything read so far lies within the burn-in: the detector is still learning what is usual."


@dataclass(frozen=True, slots=True)
class _Points:
    """The points of all panels, made anew each time they are walked through."""

    judged: Sequence[Judged]
    first: date
    last: date

    def __iter__(self) -> Iterator[SeriesPoint]:
        for panel in self.judged:
            yield from series_points(panel, self.first, self.last)


class _Run:
    """One pass through the days: alarms at the budget's level, and beside them those at the looser level."""

    def __init__(
        self,
        judged: list[Judged],
        nesting: Nesting,
        options: DetectOptions,
        behind: Behind,
        first: date,
        last: date,
    ) -> None:
        self.judged, self.nesting, self.options, self.behind = judged, nesting, options, behind
        self.first, self.last = first, last
        self.budget = Budget(options.budget_per_week)
        self._found: dict[tuple[int, int, int, int], set[str]] = {}
        self._sums = [np.zeros(LEVELS.size) for _ in judged]
        self._strict = [Watch(n, j) for n, j in enumerate(judged)]
        self._loose = [Watch(n, j) for n, j in enumerate(judged)]
        self._merger = Merger(judged, nesting, self._shared)
        self._calibrating = Merger(judged, nesting, CountedOverlap(judged))
        self._doubts = Doubts(judged, Merger(judged, nesting, self._shared), self._behind)
        self._rarity: dict[int, float] = {}

    def through(self) -> None:
        """Walk through all days up to the last judged one."""
        days = self._decided_days()
        for day in sorted(d for d in days if d <= self.last):
            self._day(day, days[day])

    def _decided_days(self) -> dict[date, list[tuple[int, int]]]:
        days: dict[date, list[tuple[int, int]]] = {}
        for n, judged in enumerate(self.judged):
            begin = min(judged.burn_in, math.ceil(CALIBRATED_FROM_DAYS / judged.panel.days_each))
            for t in range(begin, len(judged.panel.starts)):
                days.setdefault(judged.panel.decided(t), []).append((n, t))
        return days

    def _day(self, day: date, decided: list[tuple[int, int]]) -> None:
        for n, t in decided:
            if not self._sums[n].any() or t % (7 // self.judged[n].panel.days_each) == 0:
                self._sums[n] = weekly_sums(self.judged[n], t, self.options.minimum_groups)
        self.budget.sums = np.sum(self._sums, axis=0)
        level, looser = self.budget.level(), self.budget.looser()
        for n, t in decided:
            if day >= self.first and t >= self.judged[n].burn_in:
                for episode in self._in_order(self._strict[n].step(t, level)):
                    self._rarity[id(episode)] = self.budget.recurrence_days(episode.p)
                    if self._doubts.holds(episode, day):
                        self._strict[n].release(episode)
                    else:
                        self._merger.add(episode, day)
        opened = 0
        for n, t in decided:
            for episode in self._in_order(self._loose[n].step(t, looser)):
                opened += self._calibrating.add(episode, day) and episode.p > LIKELY_TRUE * looser
        self.budget.remember(day, opened, looser)

    @staticmethod
    def _in_order(episodes: list[Episode]) -> list[Episode]:
        return sorted(episodes, key=lambda e: (e.p, e.series))

    def _groups(self, episode: Episode, begin: int, end: int) -> set[str]:
        at = (episode.panel, episode.series, begin, end)
        if at not in self._found:
            panel = self.judged[episode.panel].panel
            key = panel.keys[episode.series]
            rows = self.behind(
                panel.stream, key.topic, key.level, key.place_id, panel.starts[begin], panel.decided(end)
            )
            self._found[at] = {finding.group_id for finding in rows}
        return self._found[at]

    def _shared(self, one: Episode, other: Episode, begin: int, end: int) -> float:
        return float(len(self._groups(one, begin, end) & self._groups(other, begin, end)))

    def spikes(self) -> list[Spike]:
        """The spikes, rarest first."""
        return sorted(map(self._made, self._merger.clusters), key=lambda spike: (-spike.recurrence_days, spike.id))

    def uncertain(self) -> list[Spike]:
        """Rises that rest on new sources alone, newest first, each saying so."""
        made = [self._made(cluster) for cluster in self._doubts.clusters(self.last)]
        told = [replace(spike, sentence=f"{spike.sentence.rstrip('.')}. {NEW_SOURCES}") for spike in made]
        return sorted(told, key=lambda spike: (-spike.opened.toordinal(), spike.id))

    def _made(self, cluster: Event) -> Spike:
        head = head_of(cluster, self.judged)
        rarest = max(self._recurrence(m) for m in cluster.members)
        behind = self._behind(head, head.peak)
        return make(cluster, self.judged, self.nesting, behind, rarest, self._parameters(head))

    def _behind(self, episode: Episode, t: int) -> Sequence[Finding]:
        judged = self.judged[episode.panel]
        key, window = judged.panel.keys[episode.series], judged.windows[episode.window]
        end = judged.panel.decided(t)
        begin = end - timedelta(days=window.periods * judged.panel.days_each - 1)
        return self.behind(judged.panel.stream, key.topic, key.level, key.place_id, begin, end)

    def _recurrence(self, episode: Episode) -> float:
        return max(self._rarity[id(episode)], self.budget.recurrence_days(episode.p))

    def _parameters(self, head: Episode) -> dict[str, float]:
        return {
            "budget_per_week": self.options.budget_per_week,
            "level": head.level,
            "burn_in_days": float(self.options.burn_in_days),
            "minimum_groups": float(self.options.minimum_groups),
        }
