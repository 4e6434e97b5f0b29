"""Clusters of neighbouring cities: told beside the spikes, at a rate of their own, for none of them alone may alarm.

Every day and topic has a best zone. How high that must be is read off its own past: the score that no more than the
accepted number of episodes a day have passed in the half year before. Clusters open no alarm and take nothing from the
alarm budget.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from core.records import Cluster, Place
from trends.arrays import Bools, Floats, Ints
from trends.model import Judged
from trends.scan import Held, Top, scan
from trends.wording import number, span_words, topic_words
from trends.zones import zones

FALSE_A_DAY = 0.1  # three a month: what the trial measured clusters at
TOLD_DAYS = 7  # clusters of the last judged days are told, each by what came before it
CALIBRATED_DAYS = 182  # some eighteen clusters at that rate: a level read off so many is known within a quarter
LEAST_DAYS = 56  # of past, to know how high chance reaches
LONGEST_DAYS = 10  # an episode: the window of a week, and the days that part
APART_DAYS = 3  # a topic's best zones so near in time are one episode


def clusters(judged: Judged, places: Mapping[str, Place], last: date, least_groups: int) -> list[Cluster]:
    """Clusters of the last judged week, the highest first; of those that share places, the highest alone."""
    scanned = [one for topic in judged.panel.topics if (one := _scanned(judged, places, topic, last, least_groups))]
    if not scanned or scanned[0].top.score.size < LEAST_DAYS + TOLD_DAYS:
        return []
    scores = np.stack([one.top.score for one in scanned])
    found = sorted(_passing(scores), key=lambda at: -scores[at])
    told: list[Cluster] = []
    taken: set[str] = set()
    for topic, day in found:
        cluster = _made(judged, scanned[topic], places, day, recurrence(scores[:, :day], scores[topic, day]))
        if len(cluster.places) > 1 and not taken & set(cluster.places):
            told.append(cluster)
            taken |= set(cluster.places)
    return told


@dataclass(frozen=True, slots=True)
class _Scanned:
    """A topic's best zones over the scanned periods, which begin at `begin`; `rows` (P,) its series at cities."""

    topic: str
    rows: Ints
    members: Bools
    begin: int
    windows: tuple[Held, ...]
    lengths: tuple[int, ...]
    top: Top


def _scanned(judged: Judged, places: Mapping[str, Place], topic: str, last: date, least_groups: int) -> _Scanned | None:
    panel = judged.panel
    rows = np.array(
        [n for n, k in enumerate(panel.keys) if (k.topic, k.level) == (topic, "city") and k.place_id in places]
    )
    if panel.every != "day" or rows.size < 2:
        return None
    until = (last - panel.starts[0]).days + 1
    begin = max(judged.burn_in, until - CALIBRATED_DAYS - TOLD_DAYS)
    longer = [w for w in judged.windows if w.periods > 1]
    at = slice(begin, until)
    held = tuple(Held(w.observed[rows, at], w.mean[rows, at], w.variance[rows, at]) for w in longer)
    here = [places[panel.keys[n].place_id] for n in rows]
    circles = zones(
        np.array([p.latitude for p in here]),
        np.array([p.longitude for p in here]),
        ([str(p.admin1) for p in here], [p.country for p in here]),
    )
    top = scan(held, circles, least_groups)
    return _Scanned(topic, rows, circles.toarray() > 0, begin, held, tuple(w.periods for w in longer), top)


def _passing(scores: Floats) -> Iterator[tuple[int, int]]:
    """(topic, period) of the told days whose score passes the level of the periods before."""
    periods = scores.shape[1]
    for day in range(periods - TOLD_DAYS, periods):
        least = level(scores[:, max(0, day - CALIBRATED_DAYS) : day])
        for topic in np.flatnonzero(scores[:, day] > least).tolist():
            yield topic, day


def level(past: Floats) -> float:
    """The highest score that more episodes of `past` (I, T) reached than are accepted: a cluster must be above it.

    It is the highest such score that counts: where a level is low enough, all days are one episode.
    """
    accepted = FALSE_A_DAY * past.shape[1]
    found = np.unique(past[past > 0])[::-1]
    return next((float(score) for score in found if episodes(past, score) > accepted), 0.0)


def episodes(scores: Floats, least: float) -> int:
    """How many episodes of scores (I, T) reach a level: runs of a row, parted by more than three periods below; a run
    counts anew each ten periods, the longest window and the three that part."""
    high = scores >= least
    found = 0
    for row in high:
        days = np.flatnonzero(row)
        runs = np.split(days, np.flatnonzero(np.diff(days) > APART_DAYS) + 1) if days.size else []
        found += sum((int(run[-1] - run[0])) // LONGEST_DAYS + 1 for run in runs)
    return found


def recurrence(past: Floats, score: float) -> float:
    """Once in how many days an episode of `past` (I, T) reached the score, itself counted as one."""
    return float(past.shape[1] / (episodes(past, score) + 1))


def _made(judged: Judged, one: _Scanned, places: Mapping[str, Place], day: int, recurrence: float) -> Cluster:
    panel, zone, window = judged.panel, one.members[one.top.zone[day]], int(one.top.window[day])
    ids = tuple(panel.keys[n].place_id for n in one.rows[zone])
    held = one.windows[window]
    observed, expected = float(held.observed[zone, day].sum()), float(held.mean[zone, day].sum())
    end = panel.starts[one.begin + day]
    span = span_words(end - timedelta(days=one.lengths[window] - 1), end)
    names = ", ".join(places[place].name for place in ids)
    sentence = (
        f"Together in {names}: {observed:.0f} {topic_words(one.topic, panel.stream)} {span}, where {number(expected)} "
        f"were expected; so high a cluster came once in {recurrence:.0f} days before."
    )
    return Cluster(one.topic, ids, end, one.lengths[window], round(observed), expected, recurrence, sentence)
