"""The judgement of plain series, from arrays: season, filter, score. What a table of counts is judged by.

S series, T periods. Exposure 0 means not observed. `first` is the first period to be judged; what lies before is
learned from at one go, what comes after is judged by its past alone.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trends.arrays import Bools, Floats, Ints
from trends.bank import DAILY, WEEKLY, Pooling, Predicted, Start, run
from trends.options import Every
from trends.outbreak import Null, ratio
from trends.season import PERIODS_A_YEAR, weekday_factors, yearly
from trends.siblings import likeliest_strength
from trends.windows import Window, best, judge, judge_all

YEARS_FOR_A_SEASON = 2  # each week of the year seen twice: with one year, season and trend can't be told apart
REMEMBERED_YEARS = 3  # of history the filter starts before the first judged period
OLD_STRENGTH = 5.0  # groups of prior weight on "as the season's fit says", for series that have one of their own
OWN_GROUPS = 5.0  # groups below which a series has no level of its own to speak of, however long it was watched
REFIT_WEEKS = 4  # as many as the fit leaves out, so that no fit is older than what it has not seen
NOTHING_NOW = 0.4  # a period whose own p is above has nothing to alarm about, whatever the one before it held


@dataclass(frozen=True, slots=True)
class Scored:
    """All (S, T): what each period alone was expected to hold, its variance, and the p of its score; 1 = not seen."""

    mean: Floats
    variance: Floats
    p: Floats


@dataclass(frozen=True, slots=True)
class Season:
    """What the calendar leads one to expect, (S, T), how uncertain that is, and where each series starts from it."""

    expected: Floats
    relative_variance: Floats
    start: Start


def score(counts: Floats, exposure: Floats, every: Every, first: int, family: Ints) -> Scored:
    """Score all periods; `family` (S,) labels siblings, from whom a young series takes its season and level."""
    begin, late, predicted, doubt = _predicted(counts, exposure, every, first, family)
    found = _p(late, predicted, doubt, every, first - begin)
    return Scored(*(_padded(values, begin, fill) for values, fill in zip(found, (0.0, 0.0, 1.0), strict=True)))


def windows_of(counts: Floats, exposure: Floats, first: int, family: Ints) -> tuple[Window, ...]:
    """What the windows of 1, 3 and 7 days held and were expected to hold, by day; arguments as for `score`."""
    begin, late, predicted, doubt = _predicted(counts, exposure, "day", first, family)

    def whole(w: Window) -> Window:
        observed, mean, variance = (_padded(values, begin, 0.0) for values in (w.observed, w.mean, w.variance))
        return Window(w.periods, w.share, observed, mean, variance, _padded(w.p, begin, 1.0))

    return tuple(whole(window) for window in judge_all(late, predicted, doubt, "day"))


def _predicted(
    counts: Floats, exposure: Floats, every: Every, first: int, family: Ints
) -> tuple[int, Floats, Predicted, Floats]:
    """The period at which the filter starts; from there on the counts, what it expected, and the season's doubt."""
    counts = np.where(exposure > 0, counts, 0.0)
    season = season_of(counts, exposure, every, first, family, REFIT_WEEKS)
    begin = max(0, first - REMEMBERED_YEARS * PERIODS_A_YEAR[every])
    late = slice(begin, counts.shape[1])
    grid, doubt = WEEKLY if every == "week" else DAILY, season.relative_variance[:, late]
    pooling = Pooling(first - begin, PERIODS_A_YEAR[every] // 4)
    return (
        begin,
        counts[:, late],
        run(counts[:, late], season.expected[:, late], doubt, season.start, grid, pooling),
        doubt,
    )


def _padded(values: Floats, begin: int, fill: float) -> Floats:
    return np.concatenate([np.full((values.shape[0], begin), fill), values], axis=1)


def _p(
    counts: Floats, predicted: Predicted, relative_variance: Floats, every: Every, first: int
) -> tuple[Floats, Floats, Floats]:
    single, until = judge(counts, predicted, relative_variance, (1.0,)), max(first, 2)
    # The score by ratio looks at a period and the one before it: it needs such pairs in what is learned from.
    paired = (single.mean[:, 1:until] > 0) & (single.mean[:, : until - 1] > 0)
    if every == "day" or not paired.any():
        return single.mean, single.variance, best(judge_all(counts, predicted, relative_variance, every))
    ratios = ratio(counts, single.mean, np.maximum(single.variance, 1e-9))
    noise = predicted.dispersion * predicted.mean
    doubt = np.maximum(single.variance - noise, 0.0)
    null = Null.drawn(single.mean[:, :until], noise[:, :until], doubt[:, :until])
    p = np.maximum(null.p(ratios, single.mean, single.variance), np.where(single.p > NOTHING_NOW, single.p, 0.0))
    return single.mean, single.variance, np.where(single.mean > 0, p, 1.0)


def season_of(counts: Floats, exposure: Floats, every: Every, first: int, family: Ints, refit_weeks: int) -> Season:
    """What each period is expected to hold before the filter looks at it: own season for series of two years and more,
    that of their siblings for young ones, none where nobody is that old."""
    year = PERIODS_A_YEAR[every]
    old: Bools = (exposure[:, :first] > 0).sum(axis=1) >= YEARS_FOR_A_SEASON * year
    old &= counts[:, :first].sum(axis=1) >= OWN_GROUPS
    if not old.any():
        return _without_season(counts, exposure, every, first, family)
    expected, doubt = np.zeros(counts.shape), np.zeros(counts.shape)
    mean, strength = np.ones(len(counts)), np.full(len(counts), OLD_STRENGTH)
    own = yearly(counts[old], exposure[old], every, first, refit_weeks)
    expected[old], doubt[old] = own.expected, own.relative_variance
    if not old.all():
        _lean_on_siblings(counts, exposure, every, first, family, old, refit_weeks, (expected, doubt, mean, strength))
    return Season(expected, doubt, Start(mean, strength))


def _lean_on_siblings(
    counts: Floats,
    exposure: Floats,
    every: Every,
    first: int,
    family: Ints,
    old: Bools,
    refit_weeks: int,
    into: tuple[Floats, Floats, Floats, Floats],
) -> None:
    """Fill the rows of young series: the season of their old siblings together, their mean level and its spread."""
    expected, doubt, mean, strength = into
    labels, of = np.unique(family[~old], return_inverse=True)
    elders = [(family == label) & old for label in labels]
    elders = [some if some.any() else old for some in elders]
    held, reach = (np.stack([values[some].sum(axis=0) for some in elders]) for values in (counts, exposure))
    shared = yearly(held, reach, every, first, refit_weeks, drawn=0.0)  # each by itself: sums are not alike
    rate = shared.expected / np.maximum(reach, 1e-12)
    expected[~old], doubt[~old] = exposure[~old] * rate[of], shared.relative_variance[of]
    starts = [_start(counts[e, :first], exposure[e, :first] * r[:first]) for e, r in zip(elders, rate, strict=True)]
    mean[~old], strength[~old] = np.array(starts)[of].T


def _start(counts: Floats, expected: Floats) -> tuple[float, float]:
    """Mean level of elders against their season, and how firmly they hold to it."""
    groups, reach = counts.sum(axis=1), expected.sum(axis=1)
    mean = max(float(groups.sum() / max(reach.sum(), 1e-9)), 1e-6)
    return mean, likeliest_strength(groups, reach * mean)


def _without_season(counts: Floats, exposure: Floats, every: Every, first: int, family: Ints) -> Season:
    """Less than two years of anything: weekdays at most; each series starts from its family's level."""
    expected = exposure
    if every == "day":
        weekday = np.arange(counts.shape[1]) % 7
        expected = exposure * weekday_factors(counts, exposure, weekday, first)
    mean, strength = np.ones(len(counts)), np.ones(len(counts))
    for label in np.unique(family):
        rows = family == label
        groups, reach = counts[rows, :first].sum(axis=1), expected[rows, :first].sum(axis=1)
        mean[rows] = (groups.sum() + 0.5) / (reach.sum() + 0.5)
        strength[rows] = likeliest_strength(groups, reach * mean[rows])
    return Season(expected, np.zeros(counts.shape), Start(mean, strength))
