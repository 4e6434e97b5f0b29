"""Alarms that open and end: one episode however many periods it lasts."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from trends.arrays import Floats, Ints
from trends.model import Judged

STAYS_BELOW = 0.01  # an open alarm stays open while p was below this within a week
ENDS_AFTER_DAYS = 7


@dataclass(slots=True)
class Episode:
    """One alarm of one series, in periods of its panel. `last` is the last period with p below .01."""

    panel: int
    series: int
    opened: int
    window: int
    level: float
    last: int
    peak: int
    p: float
    ended: bool = False

    def go_on(self, t: int, p: float, window: int) -> None:
        """Still alarming at period t; its peak is where it is rarest."""
        self.last = t
        if p < self.p:
            self.p, self.peak, self.window = p, t, window


@dataclass(slots=True)
class Watch:
    """Opens and ends the alarms of one panel, period by period."""

    index: int
    judged: Judged
    running: dict[int, Episode] = field(default_factory=dict)

    def step(self, t: int, level: float) -> list[Episode]:
        """The episodes that open at period t, by series."""
        alarming = self.judged.alarming[:, :, t]
        p = alarming.min(axis=0)
        self._carry_on(t, alarming, p)
        fresh: list[Episode] = []
        candidates: Ints = np.flatnonzero((p <= level) & self.judged.watched(t))
        for series in candidates.tolist():
            if series in self.running:
                continue
            window = int(alarming[:, series].argmin())
            episode = Episode(self.index, series, t, window, level, t, t, float(p[series]))
            self.running[series] = episode
            fresh.append(episode)
        return fresh

    def release(self, episode: Episode) -> None:
        """Forget an alarm that is not to stand, so that its series may alarm again."""
        del self.running[episode.series]

    def _carry_on(self, t: int, alarming: Floats, p: Floats) -> None:
        patience = max(1, ENDS_AFTER_DAYS // self.judged.panel.days_each)
        for series, episode in list(self.running.items()):
            if p[series] <= max(STAYS_BELOW, episode.level):
                episode.go_on(t, float(p[series]), int(alarming[:, series].argmin()))
            elif t - episode.last >= patience:
                episode.ended = True
                del self.running[series]
