"""One event raises many series: the same groups at city, province and country, under sign, venue and "any signal".

An episode joins an older spike when both are of one stream, their windows overlap, their places are equal or nested,
and they share most of what makes them alarms: at least half the groups of the smaller one, and half the excess of the
greater. Its place must also nest with that of the spike's most specific member. Two spikes that stand already are never
fused, so what was said on a day stays said.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from core.records import Level
from trends.episodes import Episode
from trends.model import Judged
from trends.panel import Key
from trends.places import NARROWNESS, Nesting

REACH_DAYS = 7  # an episode still joins a spike whose last alarm lies so many days back

type Overlap = Callable[[Episode, Episode, int, int], float]  # older, newer, first and last period compared


@dataclass(slots=True)
class Event:
    """Episodes that tell of one event; the first is the one that opened it, `lead` the most specific so far."""

    members: list[Episode]
    lead: Episode


class Merger:
    """Puts episodes, in order of opening, into clusters."""

    def __init__(self, panels: list[Judged], nesting: Nesting, overlap: Overlap) -> None:
        self._panels, self._nesting, self._overlap = panels, nesting, overlap
        self.clusters: list[Event] = []
        self._recent: list[Event] = []

    def add(self, episode: Episode, today: date) -> bool:
        """Put one episode away; True when it opened a cluster of its own."""
        self._recent = [c for c in self._recent if any(self._alive(m, today) for m in c.members)]
        for cluster in self._recent:
            if self._fits(cluster, episode) and any(self._same_event(m, episode) for m in cluster.members):
                cluster.members.append(episode)
                cluster.lead = max(cluster.lead, episode, key=self._specificity)
                return False
        fresh = Event([episode], episode)
        self.clusters.append(fresh)
        self._recent.append(fresh)
        return True

    def _alive(self, member: Episode, today: date) -> bool:
        panel = self._panels[member.panel].panel
        return today - panel.decided(member.last) <= timedelta(days=REACH_DAYS * max(1, panel.days_each // 2))

    def _fits(self, cluster: Event, episode: Episode) -> bool:
        """Places must nest with the lead's, or a country would tie two of its cities into one; and what opens more than
        a week after the spike joins only as its echo: what tells as much as the lead, or more, is news of its own."""
        lead = cluster.lead
        if lead.panel != episode.panel or not self._nesting.nested(self._place(lead), self._place(episode)):
            return False
        panel = self._panels[lead.panel].panel
        late = panel.decided(episode.opened) - panel.decided(cluster.members[0].opened) > timedelta(days=REACH_DAYS)
        return not late or self._specificity(episode) < self._specificity(lead)

    def _place(self, episode: Episode) -> tuple[str, str]:
        key = self._panels[episode.panel].panel.keys[episode.series]
        return key.level, key.place_id

    def _specificity(self, episode: Episode) -> tuple[int, int]:
        key = self._panels[episode.panel].panel.keys[episode.series]
        return specificity(key.topic, key.level)

    def _same_event(self, one: Episode, other: Episode) -> bool:
        if one.panel != other.panel:
            return False
        if not self._nesting.nested(self._place(one), self._place(other)):
            return False
        begin, end = compared(self._panels[one.panel], one, other)
        held = [held_in(self._panels[e.panel], e.series, begin, end) for e in (one, other)]
        groups = [observed for observed, _ in held]
        excess = [observed - expected for observed, expected in held]
        shared = self._overlap(one, other, begin, end)
        return shared >= 0.5 * min(groups) and shared >= 0.5 * max(excess)


def compared(judged: Judged, older: Episode, newer: Episode) -> tuple[int, int]:
    """(first, last) period in which two episodes are compared: the longest window before the older's last alarm, up to
    the opening of the newer."""
    window = max(w.periods for w in judged.windows)
    return max(0, min(older.last, newer.opened) - window + 1), newer.opened


def held_in(judged: Judged, series: int, begin: int, end: int) -> tuple[float, float]:
    """(observed, expected) of a series from one period to another, both included."""
    counts = judged.panel.counts[series, begin : end + 1]
    return float(counts.sum()), float(judged.predicted.mean[series, begin : end + 1].sum())


class CountedOverlap:
    """Estimates from the counts alone how many groups two series share: for calibrating, where evidence is not read.

    A topic and "any signal" share all of the former; a sign and its family all of the sign; other pairs what chance
    among the signals of the narrower place would have them share.
    """

    def __init__(self, panels: list[Judged]) -> None:
        self._panels = panels
        self._rows = [{key: n for n, key in enumerate(judged.panel.keys)} for judged in panels]

    def __call__(self, one: Episode, other: Episode, begin: int, end: int) -> float:
        judged, rows = self._panels[one.panel], self._rows[one.panel]
        keys = judged.panel.keys
        a, b = keys[one.series], keys[other.series]
        level, place = max((a.level, a.place_id), (b.level, b.place_id), key=lambda at: NARROWNESS[at[0]])
        first, second = (
            self._held(judged, rows.get(Key(topic, level, place)), begin, end) for topic in (a.topic, b.topic)
        )
        if a.topic == b.topic or one_holds_other(a.topic, b.topic):
            return min(first, second)
        any_signal = self._held(judged, rows.get(Key("signal:any", level, place)), begin, end)
        return first * second / max(any_signal, first, second, 1e-9)

    @staticmethod
    def _held(judged: Judged, row: int | None, begin: int, end: int) -> float:
        return 0.0 if row is None else float(judged.panel.counts[row, begin : end + 1].sum())


def one_holds_other(one: str, other: str) -> bool:
    """Whether every group of one topic is also one of the other."""
    for wide, narrow in ((one, other), (other, one)):
        if wide == "signal:any" and not narrow.startswith("need:"):
            return True
        family = wide.removeprefix("family:")
        if wide != family and narrow.startswith("sign:" + family):
            return True
    return False


def specificity(topic: str, level: Level) -> tuple[int, int]:
    """How much a series tells: venues and needs before signs before families, cities before countries."""
    kinds = {"signal": 0, "exploitation": 1, "family": 1, "sign": 2, "need": 3, "venue": 3}
    return NARROWNESS[level], kinds.get(topic.split(":")[0], 0)


def head_of(cluster: Event, panels: list[Judged]) -> Episode:
    """The member that names the spike: the most specific, of several the rarest."""

    def rank(episode: Episode) -> tuple[tuple[int, int], float, int]:
        key = panels[episode.panel].panel.keys[episode.series]
        return specificity(key.topic, key.level), -np.log10(max(episode.p, 1e-300)), -episode.series

    return max(cluster.members, key=rank)
