"""A daily world of arrays with known truth, our own beside the trial's, and the scoring of what a detector says of it.

180 cities in 30 provinces of 6 countries, 8 kinds of sign, 30 sources that cover some cities each: they fall silent
and change volume, ten begin late (five in the judged days), three stop for good. A post is drawn for its source, city
and day, is read up to a week late, and may be copied. Planted are 150 single spikes of one city and 60 clusters of 4 to
8 neighbours. All follows from the seed.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trends.arrays import Bools, Floats, Ints
from trends.clusters import episodes

COUNTRIES, PROVINCES, CITIES, KINDS, SOURCES, DAYS, FIRST = 6, 5, 6, 8, 30, 600, 480
PLACES = COUNTRIES * PROVINCES * CITIES
NEW, STOPPED = 10, 3
LATE = np.array([0.5, 0.2, 0.1, 0.06, 0.05, 0.03, 0.03, 0.03])  # shares of posts read 0, 1, … days late
DISPERSION = 1.3  # variance over mean of a city's posts of a day
SINGLES, CLUSTERS, GRACE = 150, 60, 6  # an alarm so many days after a spike is not a false one
RATE_DAYS, RATE_GUARD = 120, 7


@dataclass(frozen=True, slots=True)
class Planted:
    """A true rise of one kind at some cities, from its first to its last day."""

    kind: int
    cities: tuple[int, ...]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Days:
    """xy (P, 2); province, country (P,); documents (S, P, T); posts of each source (S, I, T); final and copies
    (P, I, T); known (8, P, I, T): posts of a day known 0, 1, … days after it."""

    xy: Floats
    province: Ints
    country: Ints
    documents: Ints
    by_source: Ints
    final: Ints
    known: Ints
    copies: Ints
    plants: list[Planted]


def invent(seed: int) -> Days:
    """Draw a world."""
    rng = np.random.default_rng([seed, 27])
    province, country = np.repeat(np.arange(COUNTRIES * PROVINCES), CITIES), np.repeat(np.arange(COUNTRIES), 30)
    centres = rng.uniform(0, 60, (COUNTRIES, 2))[np.repeat(np.arange(COUNTRIES), PROVINCES)]
    xy = (centres + rng.normal(0, 7, centres.shape))[province] + rng.normal(0, 2, (PLACES, 2))
    documents = _documents(rng)
    t = np.arange(DAYS)
    base = np.exp(rng.normal(-5.5, 0.5, (COUNTRIES, 1, KINDS)).repeat(30, axis=1).reshape(PLACES, KINDS, 1))
    base = base * np.exp(rng.normal(0, 0.5, (PLACES, KINDS, 1)))
    year = np.exp(0.25 * np.cos(2 * np.pi * t / 365.25 + rng.uniform(0, 6.3, (KINDS, 1))))
    week = np.exp(rng.normal(0, 0.12, (KINDS, 7)))[:, t % 7]
    drift = np.exp(np.cumsum(rng.normal(0, 0.006, (PLACES, KINDS, DAYS)), axis=2))
    usual = base * year * week * drift
    lean = np.exp(rng.normal(0, 0.8, (SOURCES, 1)) + rng.normal(0, 0.4, (SOURCES, KINDS)))
    awaited = np.einsum("spt,si->pit", documents, lean, optimize=True) * usual
    spread = DISPERSION - 1
    mood = rng.gamma(np.maximum(awaited, 1e-9) / spread, spread) / np.maximum(awaited, 1e-9)
    final, by_source = np.zeros(usual.shape, np.int64), np.zeros((SOURCES, KINDS, DAYS), np.int64)
    for s in range(SOURCES):
        posts = rng.poisson(documents[s][:, None] * lean[s][:, None] * usual * mood)
        final, by_source[s] = final + posts, posts.sum(axis=0)
    plants = _plant(rng, xy, awaited, documents, final, by_source)
    return Days(xy, province, country, documents, by_source, final, _late(rng, final), _copies(rng, final), plants)


def _documents(rng: np.random.Generator) -> Ints:
    volume = np.exp(rng.normal(2.2, 0.8, SOURCES))[:, None] * np.exp(rng.normal(0, 0.2, (SOURCES, DAYS)))
    volume *= np.exp(rng.normal(0, 0.15, (SOURCES, 7)))[:, np.arange(DAYS) % 7]
    for s in range(SOURCES):
        for begin in rng.integers(0, DAYS - 10, rng.poisson(2.5)).tolist():
            volume[s, begin : begin + int(rng.integers(1, 10))] = 0
        for begin in rng.integers(30, DAYS, rng.poisson(1.0)).tolist():
            volume[s, begin:] *= np.exp(rng.choice([-1, 1]) * rng.uniform(0.5, 1.2))
    for s in range(NEW):
        volume[s, : int(rng.integers(200, FIRST) if s < NEW // 2 else rng.integers(FIRST, DAYS - 10))] = 0
    for s in range(NEW, NEW + STOPPED):
        volume[s, int(rng.integers(FIRST, DAYS)) :] = 0
    covered = (rng.random((SOURCES, PLACES)) < 0.35) * np.exp(rng.normal(0, 0.6, (SOURCES, PLACES)))
    covered *= np.exp(rng.normal(0, 0.9, PLACES))
    return rng.poisson(0.7 * covered[:, :, None] * volume[:, None, :])


def _plant(
    rng: np.random.Generator, xy: Floats, awaited: Floats, documents: Ints, final: Ints, by_source: Ints
) -> list[Planted]:
    near = np.argsort(((xy[:, None] - xy[None]) ** 2).sum(axis=2), axis=1)
    plants = []
    for n in range(SINGLES + CLUSTERS):
        kind, length = int(rng.integers(KINDS)), int(rng.integers(3, 11))
        first = int(rng.integers(FIRST, DAYS - length))
        cities = near[rng.integers(PLACES), : 1 if n < SINGLES else int(rng.integers(4, 9))]
        here = awaited[cities, kind, first : first + length]
        sds = rng.uniform(3, 8) if n < SINGLES else rng.uniform(2.5, 6)
        share = np.repeat(here.mean(axis=1, keepdims=True) + 0.05, length, axis=1)
        more = rng.poisson(sds * np.sqrt(DISPERSION * here.sum() + 1) * share / share.sum())
        if more.sum() < 2:
            continue
        final[cities, kind, first : first + length] += more
        for city, day in np.argwhere(more > 0).tolist():
            read = documents[:, cities[city], first + day] + 1e-9
            by_source[:, kind, first + day] += rng.multinomial(more[city, day], read / read.sum())
        plants.append(Planted(kind, tuple(cities.tolist()), first, first + length - 1))
    return plants


def _late(rng: np.random.Generator, final: Ints) -> Ints:
    known, left, share = np.zeros((LATE.size, *final.shape), np.int64), final.copy(), 1.0
    for late, part in enumerate(LATE[:-1].tolist()):
        now = rng.binomial(left, min(1.0, part / share))
        known[late], left, share = now, left - now, share - part
    known[-1] = left
    return np.cumsum(known, axis=0)


def _copies(rng: np.random.Generator, final: Ints) -> Ints:
    copies = np.zeros((*final.shape[:2], DAYS + 4), np.int64)
    for city, kind, day in np.argwhere(rng.random(final.shape) < 1 - 0.92**final).tolist():
        spread = rng.integers(0, 4, min(40, int(rng.pareto(1.3) + 1)))
        np.add.at(copies[city, kind], day + spread, 1)
    return copies[:, :, :DAYS]


def exposure(days: Days) -> tuple[Floats, Floats]:
    """(P·I, T) documents of each source times how often its documents bear the kind, and the relative variance of
    that, from the trailing window (see trends/exposure.py for the formulas)."""
    read = days.documents.sum(axis=1)
    stop = np.maximum(np.arange(DAYS) - RATE_GUARD, 0)
    start = np.maximum(stop - RATE_DAYS, 0)
    posts, looked = (
        np.concatenate([np.zeros((*v.shape[:-1], 1)), np.cumsum(v, axis=-1)], axis=-1) for v in (days.by_source, read)
    )
    held, reach = posts[:, :, stop] - posts[:, :, start], (looked[:, stop] - looked[:, start])[:, None]
    common = (held.sum(axis=0) + 1) / (reach.sum(axis=0) + 250)
    rate = (held + 2) / (reach + 2 / common)
    unsure = 1 / (held + 2) + np.where(reach < 1, 0.5, 0.15 * np.exp(-held / 50))
    total = np.einsum("spt,sit->pit", days.documents, rate, optimize=True)
    squares = np.einsum("spt,sit->pit", days.documents.astype(float) ** 2, rate**2 * unsure, optimize=True)
    doubt = squares / np.maximum(total, 1e-12) ** 2
    return total.reshape(-1, DAYS), doubt.reshape(-1, DAYS)


def threshold(scores: Floats, truth: Bools, false_a_day: float) -> float:
    """The lowest of scores (I, D) at which no more than so many false episodes a day come."""
    levels = np.quantile(scores[~truth], 1 - np.logspace(-6, -1, 120))
    lowest = np.inf
    for level in levels.tolist():
        if episodes(np.where(truth, -np.inf, scores), np.nextafter(level, np.inf)) > false_a_day * scores.shape[1]:
            break
        lowest = float(np.nextafter(level, np.inf))
    return lowest


def singles_found(scores: Floats, days: Days, false_a_day: float = 1.0) -> float:
    """Share of single spikes alarmed while they last, of scores (P·I, D)."""
    truth = np.zeros(scores.shape, dtype=np.bool_)
    for plant in days.plants:
        for city in plant.cities:
            truth[city * KINDS + plant.kind, plant.first - FIRST : plant.last + GRACE + 1 - FIRST] = True
    level = threshold(scores, truth, false_a_day)
    return float(
        np.mean(
            [
                (scores[p.cities[0] * KINDS + p.kind, p.first - FIRST : p.last + 1 - FIRST] >= level).any()
                for p in days.plants
                if len(p.cities) == 1
            ]
        )
    )


def clusters_found(
    scores: Floats, zone: Ints, members: Floats, days: Days, false_a_day: float = 0.1
) -> tuple[float, float]:
    """(share of clusters found, mean overlap of the zone told on the first such day), of the best zone (I, D)."""
    truth = np.zeros(scores.shape, dtype=np.bool_)
    for plant in days.plants:
        for day in range(plant.first, min(plant.last + GRACE + 1, DAYS)):
            truth[plant.kind, day - FIRST] |= members[zone[plant.kind, day - FIRST], list(plant.cities)].any()
    level, found, overlaps = threshold(scores, truth, false_a_day), 0, []
    planted = [p for p in days.plants if len(p.cities) > 1]
    for plant in planted:
        for day in range(plant.first - FIRST, plant.last + 1 - FIRST):
            told = set(np.flatnonzero(members[zone[plant.kind, day]]).tolist())
            if scores[plant.kind, day] >= level and told & set(plant.cities):
                found += 1
                overlaps.append(len(told & set(plant.cities)) / len(told | set(plant.cities)))
                break
    return found / len(planted), float(np.mean(overlaps)) if overlaps else float("nan")
