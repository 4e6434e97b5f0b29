"""The first judgement of a kept table: what lies before its first judged day is learned from at one go, by blocks."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from trends.arrays import Bools, Floats, Ints
from trends.bank import DAILY, Start
from trends.dispersion import Told, cell_weights, mixtures, told
from trends.elders import Elders
from trends.followed import Followed
from trends.history import History
from trends.ledger import Ledger
from trends.season import BLOCK, PERIODS_A_YEAR, blocks_of, looked_ahead, refitted
from trends.series import OLD_STRENGTH, OWN_GROUPS, REMEMBERED_YEARS, YEARS_FOR_A_SEASON


@dataclass(slots=True)
class Learned:
    """What the days before the first judged one, (S, first), looked like: p of every series, which were observed, and
    of which days (first,) anything was expected."""

    p: Floats
    seen: Bools
    expecting: Bools


def filtered_from(book: Ledger) -> int:
    """The first day that the filter looks at."""
    return max(0, book.first - REMEMBERED_YEARS * PERIODS_A_YEAR["day"])


def found(history: History, book: Ledger, state: Path) -> tuple[Elders, Learned]:
    """Learn from all before `book.first`; blocks go into the folder `state`, and what is common into the ledger."""
    family, series = np.array(book.family, dtype=np.int64), len(book.names)
    old = _survey(history, book)
    elders = _elders(history, book, family, old)
    numbers = np.arange(series)
    own, lean = numbers[old], numbers[~old]
    parts = [ids[part] for ids in (own, lean) if ids.size for part in blocks_of(ids.size)]
    room = history.room("expected", 0, (series, book.first))
    stories: list[Told] = []
    middles: tuple[float, ...] | None = None
    for n, ids in enumerate(parts):
        counts, exposure = read(history, book, ids, book.first)
        rows = None if old[ids[0]] else elders.row_of(family[ids])
        block, expected = _begun(ids, counts, exposure, elders, rows, middles)
        if middles is None and block.fit is not None:
            middles = block.fit.middles
        room[ids] = expected
        late = slice(filtered_from(book), None)
        stories.append(told(counts[:, late], expected[:, late], block.bank.start_mean, DAILY.dispersion))
        block.save(state, n)
    book.share(mixtures(Told.joined(stories)))
    book.blocks, book.settled, book.fitted = len(parts), series, book.first
    return elders, _first_pass(history, book, elders, family, stories, state)


def read(history: History, book: Ledger, ids: Ints, until: int) -> tuple[Floats, Floats]:
    """(counts, exposure in its unit) of series in the days before `until`."""
    return history.rows("counts", ids, 0, until), history.rows("exposure", ids, 0, until) / book.unit


def _survey(history: History, book: Ledger) -> Bools:
    """(S,) which series are old enough for a season of their own; sets the unit of exposure."""
    days, held, looked = (np.zeros(len(book.names)) for _ in range(3))
    for begin in range(0, days.size, BLOCK):
        ids = np.arange(begin, min(begin + BLOCK, days.size))
        counts, exposure = read(history, book, ids, book.first)
        days[ids], held[ids], looked[ids] = (exposure > 0).sum(axis=1), counts.sum(axis=1), exposure.sum(axis=1)
    mean = looked / np.maximum(days, 1)
    book.unit = float(mean[mean > 0].mean()) if (mean > 0).any() else 1.0
    old: Bools = (days >= YEARS_FOR_A_SEASON * PERIODS_A_YEAR["day"]) & (held >= OWN_GROUPS)
    return old


def _elders(history: History, book: Ledger, family: Ints, old: Bools) -> Elders:
    """What young series lean on; where none is old, what all start from."""
    of = np.flatnonzero(old) if old.any() else np.arange(family.size)
    elders = Elders.none(len(book.parents), book.first, of)
    parts = [of[part] for part in blocks_of(of.size)]
    for ids in parts:
        elders.add(*read(history, book, ids, book.first), family[ids])
    elders.has[family[of]] = True
    if old.any():
        elders.has[-1] = True
        elders.refit(book.first)
    rate, _ = elders.rates(book.first, slice(0, book.first), book.first)
    held, reach, among_all = np.zeros(family.size), np.zeros(family.size), np.zeros(family.size)
    for ids in parts:
        counts, exposure = read(history, book, ids, book.first)
        held[ids] = counts.sum(axis=1)
        reach[ids], among_all[ids] = (exposure * rate[family[ids]]).sum(axis=1), exposure @ rate[-1]
    for row in np.flatnonzero(elders.has[:-1]).tolist():
        members = of[family[of] == row]
        elders.learn_start(row, held[members], reach[members])
    if elders.has[-1]:
        elders.learn_start(len(elders.has) - 1, held[of], among_all[of])
    return elders


def _begun(
    ids: Ints,
    counts: Floats,
    exposure: Floats,
    elders: Elders,
    rows: Ints | None,
    middles: tuple[float, ...] | None,
) -> tuple[Followed, Floats]:
    """A block that has seen nothing, with what it expects of the days to learn from; `rows` of the elders it leans on,
    or None where it has a season of its own."""
    first = counts.shape[1]
    if rows is None:
        fit = refitted(counts, exposure, "day", None, middles)
        start = Start(np.ones(ids.size), np.full(ids.size, OLD_STRENGTH))
        return Followed.begin(ids, start, fit), looked_ahead(fit, first, slice(0, first), exposure, "day")[0]
    rate, _ = elders.rates(first, slice(0, first), first)
    return Followed.begin(ids, elders.start_of(rows), None), exposure * rate[rows]


def _first_pass(
    history: History, book: Ledger, elders: Elders, family: Ints, stories: list[Told], state: Path
) -> Learned:
    """Let the filters go through the days to learn from."""
    learned = Learned(
        np.ones((family.size, book.first)),
        np.zeros((family.size, book.first), dtype=np.bool_),
        np.zeros(book.first, dtype=np.bool_),
    )
    late, all_days = slice(filtered_from(book), book.first), slice(0, book.first)
    rate, unsure = elders.rates(book.first, all_days, book.first)
    for n, story in enumerate(stories):
        block = Followed.load(state, n)
        counts, exposure = read(history, book, block.series, book.first)
        rows = elders.row_of(family[block.series])
        expected, doubt = exposure * rate[rows], unsure[rows]
        if block.fit is not None:
            expected, doubt = looked_ahead(block.fit, book.first, all_days, exposure, "day")
        block.bank.log_prior = np.log(cell_weights(story.kinds, book.mixtures(), DAILY.dispersion))
        scored = block.advance(counts[:, late], expected[:, late], doubt[:, late])
        learned.p[block.series, late] = scored.p
        learned.seen[block.series] = exposure > 0
        learned.expecting[late] |= (scored.mean > 0).any(axis=0)
        block.save(state, n)
    return learned
