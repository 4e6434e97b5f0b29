"""From a cluster of episodes to a Spike that explains itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np

from core.ids import content_id
from core.records import Contribution, Finding, Spike, Stream
from trends.arrays import Floats
from trends.episodes import Episode
from trends.merge import Event, head_of
from trends.model import Judged
from trends.panel import Key
from trends.places import Nesting
from trends.tails import INTERVAL, quantile
from trends.wording import sentence

METHOD = "hgpq"
VERSION = "1.0"
SHOWN = 8  # contributions of a kind that are kept, the greatest first


def make(
    cluster: Event,
    panels: Sequence[Judged],
    nesting: Nesting,
    findings: Sequence[Finding],
    recurrence_days: float,
    parameters: Mapping[str, float],
) -> Spike:
    """The record of one event. `findings` are those behind the head's peak window (may be empty: orders, tables)."""
    first, head = cluster.members[0], head_of(cluster, list(panels))
    judged = panels[first.panel]
    panel = judged.panel
    key, opening, held = panel.keys[head.series], panel.keys[first.series], _peak(judged, head)
    opened = min(panel.decided(m.opened) for m in cluster.members)
    last = max(panel.decided(m.last) for m in cluster.members)
    sources = _sources(judged, head, findings)
    return Spike(
        id=content_id("spike", panel.stream, opening.topic, opening.level, opening.place_id, opened.isoformat()),
        stream=panel.stream,
        topic=key.topic,
        level=key.level,
        place_id=key.place_id,
        opened=opened,
        peak=held.end,
        ended=last if all(m.ended for m in cluster.members) else None,
        window=held.days,
        observed=held.observed,
        expected=held.expected,
        low=held.low,
        high=held.high,
        p=head.p,
        q=discovery_rate(judged.alarming[:, :, head.peak].min(axis=0), head.series),
        recurrence_days=recurrence_days,
        days_open=(last - opened).days + 1,
        sources=sources,
        venues=_topics(judged, head, findings, "venue"),
        signs=_topics(judged, head, findings, "sign"),
        terms=(),
        also=_also(cluster, judged, head),
        sentence=_said(key, panel.stream, nesting.name(key.place_id), held, recurrence_days, len(sources) or 1),
        method=METHOD,
        version=VERSION,
        parameters=parameters,
    )


class _Peak(NamedTuple):
    """The window in which an episode is rarest: its last day, its days, and what it held and was expected to hold."""

    end: date
    days: int
    observed: int
    expected: float
    low: float
    high: float


def _peak(judged: Judged, head: Episode) -> _Peak:
    window, at = judged.windows[head.window], (head.series, head.peak)
    mean, variance = np.array([window.mean[at]]), np.array([window.variance[at]])
    low, high = (float(quantile(share, mean, variance)[0]) for share in INTERVAL)
    days = window.periods * judged.panel.days_each
    return _Peak(judged.panel.decided(head.peak), days, round(float(window.observed[at])), float(mean[0]), low, high)


def _said(key: Key, stream: Stream, place: str, held: _Peak, recurrence_days: float, sources: int) -> str:
    return sentence(
        topic=key.topic,
        stream=stream,
        place=place,
        begin=held.end - timedelta(days=held.days - 1),
        end=held.end,
        observed=held.observed,
        expected=held.expected,
        low=held.low,
        high=held.high,
        recurrence_days=recurrence_days,
        sources=sources,
    )


def discovery_rate(p: Floats, series: int) -> float:
    """Benjamini–Hochberg adjusted p (1995) of one series among all of its stream on one day."""
    order = np.argsort(p, kind="stable")
    adjusted = p[order] * p.size / np.arange(1, p.size + 1)
    adjusted = np.minimum.accumulate(adjusted[::-1])[::-1]
    rank = int(np.flatnonzero(order == series)[0])
    return float(min(1.0, adjusted[rank]))


def _also(cluster: Event, judged: Judged, head: Episode) -> tuple[str, ...]:
    keys = judged.panel.keys
    rarest = sorted((m for m in cluster.members if m.series != head.series), key=lambda m: (m.p, m.series))
    named = [f"{keys[m.series].topic} @ {keys[m.series].level}:{keys[m.series].place_id}" for m in rarest]
    return tuple(dict.fromkeys(named))


def _sources(judged: Judged, head: Episode, findings: Sequence[Finding]) -> tuple[Contribution, ...]:
    """Groups of the head's own topic by source."""
    topic = judged.panel.keys[head.series].topic
    groups = Counter({f.group_id: f.source for f in findings if f.topic == topic}.values())
    expected = _expected_by_source(judged, head)
    ranked = sorted(groups.items(), key=lambda item: (-item[1], item[0]))[:SHOWN]
    return tuple(Contribution("source", name, n, expected.get(name)) for name, n in ranked)


def _expected_by_source(judged: Judged, head: Episode) -> dict[str, float]:
    """The window's expectation split as the topic's groups were split among sources before the window."""
    panel = judged.panel
    window = judged.windows[head.window]
    before = panel.by_source[:, panel.topic_of[head.series], : max(0, head.peak - window.periods + 1)].sum(axis=1)
    if before.sum() == 0:
        return {}
    share = before / before.sum() * window.mean[head.series, head.peak]
    return {name: float(value) for name, value in zip(panel.sources, share, strict=True)}


def _topics(judged: Judged, head: Episode, findings: Sequence[Finding], kind: str) -> tuple[Contribution, ...]:
    """Groups of the spike by venue or sign, beside what those series were expected to hold at that place."""
    panel = judged.panel
    window = judged.windows[head.window]
    key = panel.keys[head.series]
    pairs = {(f.group_id, f.topic) for f in findings if f.topic.startswith(kind + ":")}
    ranked = sorted(Counter(topic for _, topic in pairs).items(), key=lambda item: (-item[1], item[0]))[:SHOWN]
    rows = {k.topic: n for n, k in enumerate(panel.keys) if (k.level, k.place_id) == (key.level, key.place_id)}
    made = []
    for topic, groups in ranked:
        row = rows.get(topic)
        expected = None if row is None else float(window.mean[row, head.peak])
        label = "venue" if kind == "venue" else "sign"
        made.append(Contribution(label, topic.partition(":")[2], groups, expected))  # type: ignore[arg-type]
    return tuple(made)
