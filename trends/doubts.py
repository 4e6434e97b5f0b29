"""Alarms that rest on new sources alone: told as uncertain, beside the spikes and never among them.

What is decided on the day an alarm would open stays decided: on each later day on which it would still open, the
settled sources are asked again, and on the first on which they show the rise too, it opens as a spike of that day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, timedelta

import numpy as np

from core.records import Finding
from trends.episodes import ENDS_AFTER_DAYS, Episode
from trends.merge import Event, Merger
from trends.model import Judged
from trends.newcomers import rests_on_newcomers, young_sources
from trends.tails import INTERVAL, quantile

type BehindWindow = Callable[[Episode, int], Sequence[Finding]]  # findings behind an episode's window ending at t


class Doubts:
    """Keeps the uncertain alarms of all panels, merged like the others."""

    def __init__(self, panels: Sequence[Judged], merger: Merger, behind: BehindWindow) -> None:
        self._panels, self._merger, self._behind = panels, merger, behind
        self._open: dict[tuple[int, int], Episode] = {}

    def holds(self, episode: Episode, day: date) -> bool:
        """Whether an alarm that would open on this day is uncertain; if so it is kept here."""
        if not self._rests_on_newcomers(episode, day):
            return False
        known = self._open.get((episode.panel, episode.series))
        if known is not None and self._going_on(known, day):
            known.go_on(episode.opened, episode.p, episode.window)
        else:
            self._open[episode.panel, episode.series] = episode
            self._merger.add(episode, day)
        return True

    def clusters(self, last: date) -> list[Event]:
        """All of them, those not seen for a week before the last day as ended."""
        for cluster in self._merger.clusters:
            for member in cluster.members:
                member.ended = not self._going_on(member, last)
        return self._merger.clusters

    def _going_on(self, episode: Episode, day: date) -> bool:
        panel = self._panels[episode.panel].panel
        return day - panel.decided(episode.last) <= timedelta(days=max(ENDS_AFTER_DAYS, panel.days_each))

    def _rests_on_newcomers(self, episode: Episode, day: date) -> bool:
        judged, t = self._panels[episode.panel], episode.opened
        young = young_sources(judged.panel, day)
        if not young:
            return False
        window, topic = judged.windows[episode.window], judged.panel.keys[episode.series].topic
        source_of = {f.group_id: f.source for f in self._behind(episode, t) if f.topic == topic}
        mean, variance = (np.array([v[episode.series, t]]) for v in (window.mean, window.variance))
        return rests_on_newcomers(Counter(source_of.values()), float(quantile(INTERVAL[1], mean, variance)[0]), young)
