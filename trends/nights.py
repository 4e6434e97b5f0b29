"""The nights of a kept table: every block of series goes through the new days, and all share what they must."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np

from trends.arrays import Bools, Floats, Ints
from trends.bank import DAILY
from trends.dispersion import Told, cell_weights, mixtures, told
from trends.elders import Elders
from trends.followed import Followed
from trends.founding import filtered_from, read
from trends.history import History
from trends.ledger import Ledger
from trends.opening import Opening
from trends.season import BLOCK, PERIODS_A_YEAR, looked_ahead, refit_step, refitted
from trends.series import Scored

POOLED_EVERY = PERIODS_A_YEAR["day"] // 4


class Leaned(NamedTuple):
    """What young series lean on in some days: the day of the fit, the days, rate and relative variance (F + 1, n)."""

    now: int
    days: slice
    rate: Floats
    relative_variance: Floats


class Nights:
    """Goes through days for all blocks of a folder; what is common stands in the ledger and in `elders`."""

    def __init__(self, history: History, book: Ledger, state: Path, elders: Elders) -> None:
        self._history, self._book, self._state, self.elders = history, book, state, elders
        self._family = np.array(book.family, dtype=np.int64)
        self._kinds: list[Ints] = []

    def parted(self, begin: int, until: int) -> Iterator[tuple[int, int]]:
        """Stretches of days between which series share anew what they know of dispersion."""
        return _parted(begin, until, self._book.first, POOLED_EVERY)

    def welcome(self, before: int) -> None:
        """Blocks for series that were never seen: their filters go through the days on which they were not."""
        for begin in range(self._book.settled, self._family.size, BLOCK):
            ids = np.arange(begin, min(begin + BLOCK, self._family.size))
            block = Followed.begin(ids, self.elders.start_of(self.elders.row_of(self._family[ids])), None)
            block.bank.log_prior = self._prior(np.zeros_like(ids))
            nothing = np.zeros((ids.size, before - filtered_from(self._book)))
            block.advance(nothing, nothing, nothing)
            block.save(self._state, self._book.blocks)
            self._book.blocks += 1
        self._book.settled = self._family.size

    def stretch(self, opening: Opening, begin: int, until: int) -> tuple[Scored, Bools]:
        """Scores and alarms of some days, (S, n), at whose beginning series may share what they know."""
        everybody = np.arange(self._family.size)
        counts = self._history.rows("counts", everybody, begin, until)
        exposure = self._history.rows("exposure", everybody, begin, until) / self._book.unit
        self.elders.lengthen(counts, exposure, self._family)
        if begin > self._book.first and (begin - self._book.first) % POOLED_EVERY == 0:
            self._pool(begin)
        scores, expected = self._scored(counts, exposure, list(self._lean(begin, until)))
        self._history.put("expected", begin, expected)
        alarms = np.zeros(counts.shape, dtype=np.bool_)
        for t in range(until - begin):
            expecting = bool((scores.mean[:, t] > 0).any())
            alarms[:, t] = opening.step(begin + t, scores.p[:, t], exposure[:, t] > 0, expecting)
        return scores, alarms

    def _scored(self, counts: Floats, exposure: Floats, lean: list[Leaned]) -> tuple[Scored, Floats]:
        scores = Scored(np.zeros(counts.shape), np.zeros(counts.shape), np.ones(counts.shape))
        told_of = np.zeros(counts.shape)
        middles: dict[int, tuple[float, ...]] = {}
        for n in range(self._book.blocks):
            block = Followed.load(self._state, n)
            ids = block.series
            if self._kinds:
                block.bank.log_prior = self._prior(self._kinds[n])
            expected, doubt = self._expected(block, exposure[ids], lean, middles)
            found = block.advance(counts[ids], expected, doubt)
            scores.mean[ids], scores.variance[ids], scores.p[ids] = found.mean, found.variance, found.p
            told_of[ids] = expected
            block.save(self._state, n)
        self._kinds = []
        self._book.fitted = lean[-1].now
        return scores, told_of

    def _expected(
        self, block: Followed, exposure: Floats, lean: list[Leaned], middles: dict[int, tuple[float, ...]]
    ) -> tuple[Floats, Floats]:
        """What a block expects of these days, and how unsure that is; its season is refitted where that is due."""
        begin, rows = lean[0].days.start, self.elders.row_of(self._family[block.series])
        expected, doubt = np.zeros(exposure.shape), np.zeros(exposure.shape)
        for one in lean:
            at = slice(one.days.start - begin, one.days.stop - begin)
            if block.fit is None:
                expected[:, at], doubt[:, at] = exposure[:, at] * one.rate[rows], one.relative_variance[rows]
                continue
            if one.now > self._book.fitted:
                past = read(self._history, self._book, block.series, one.now)
                block.fit = refitted(*past, "day", block.fit, middles.get(one.now))
                middles.setdefault(one.now, block.fit.middles)
            expected[:, at], doubt[:, at] = looked_ahead(block.fit, one.now, one.days, exposure[:, at], "day")
        return expected, doubt

    def _lean(self, begin: int, until: int) -> Iterator[Leaned]:
        step, first = refit_step("day"), self._book.first
        for start, stop in _parted(begin, until, first, step):
            now = first + (start - first) // step * step
            if self.elders.fit is not None and now > self._book.fitted:
                self.elders.refit(now)
            yield Leaned(now, slice(start, stop), *self.elders.rates(now, slice(start, stop), first))

    def _pool(self, now: int) -> None:
        """Let all series share what their days before `now` say of dispersion."""
        begin, stories = filtered_from(self._book), []
        for n in range(self._book.blocks):
            block = Followed.load(self._state, n)
            counts, expected = (self._history.rows(kind, block.series, begin, now) for kind in ("counts", "expected"))
            stories.append(told(counts, expected, block.bank.start_mean, DAILY.dispersion))
        self._book.share(mixtures(Told.joined(stories)))
        self._kinds = [story.kinds for story in stories]

    def _prior(self, kinds: Ints) -> Floats:
        prior: Floats = np.log(cell_weights(kinds, self._book.mixtures(), DAILY.dispersion))
        return prior


def _parted(begin: int, until: int, first: int, every: int) -> Iterator[tuple[int, int]]:
    """Days cut at each `every` days after the first judged one."""
    while begin < until:
        stop = min(until, first + ((begin - first) // every + 1) * every)
        yield begin, stop
        begin = stop
