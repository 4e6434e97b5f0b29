"""What series without a season of their own lean on, from night to night: their old siblings together, or weekdays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from trends.arrays import Bools, Floats, Ints
from trends.bank import Start
from trends.followed import fit_arrays, fit_of
from trends.glm import Fit
from trends.season import looked_ahead, refitted, weekday_factors
from trends.siblings import USUAL_STRENGTH, likeliest_strength


@dataclass(slots=True)
class Elders:
    """`counts`, `exposure` (F + 1, T): sums of the old series of each family, then of all; `mean`, `strength` (F + 1,)
    where a series of it starts; `fit` of the sums, or None where nobody is old: then weekdays alone, from the last row.
    `has` (F + 1,): whether a family has elders; the others lean on the last row. `members`: numbers of the elders."""

    counts: Floats
    exposure: Floats
    mean: Floats
    strength: Floats
    has: Bools
    members: Ints
    fit: Fit | None

    @classmethod
    def none(cls, families: int, periods: int, members: Ints) -> Elders:
        """Nothing summed yet; where nothing is ever known, a series starts at one a period."""
        sums = np.zeros((families + 1, periods))
        start, strength = np.ones(families + 1), np.full(families + 1, USUAL_STRENGTH)
        return cls(sums, sums.copy(), start, strength, np.zeros(families + 1, dtype=np.bool_), members, None)

    def add(self, counts: Floats, exposure: Floats, family: Ints) -> None:
        """Add series (S, n) of these families to the sums of the last n days, and to those of all."""
        late = slice(self.counts.shape[1] - counts.shape[1], None)
        for sums, values in ((self.counts[:, late], counts), (self.exposure[:, late], exposure)):
            np.add.at(sums, np.minimum(family, len(sums) - 1), values)
            sums[-1] += values[family < len(sums) - 1].sum(axis=0)

    def lengthen(self, counts: Floats, exposure: Floats, family: Ints) -> None:
        """Go on with days (S, n) of all series: of the elders, or, where nobody is old, of all."""
        room = np.zeros((len(self.has), counts.shape[1]))
        self.counts = np.concatenate([self.counts, room], axis=1)
        self.exposure = np.concatenate([self.exposure, room], axis=1)
        of = np.arange(len(counts)) if self.fit is None else self.members
        self.add(counts[of], exposure[of], family[of])

    def refit(self, now: int) -> None:
        """Fit the sums to all that lies before a period, each by itself."""
        self.fit = refitted(self.counts[:, :now], self.exposure[:, :now], "day", self.fit, drawn=0.0)

    def rates(self, now: int, late: slice, first: int) -> tuple[Floats, Floats]:
        """(rate, relative variance) of each row in the periods `late`, both (F + 1, n), by the fit of period `now`."""
        if self.fit is None:
            weekday = np.arange(late.stop) % 7
            factors = weekday_factors(self.counts[-1:, : late.stop], self.exposure[-1:, : late.stop], weekday, first)
            rate = np.broadcast_to(factors[late], (len(self.has), late.stop - late.start))
            return rate, np.zeros(rate.shape)
        reach = self.exposure[:, late]
        expected, doubt = looked_ahead(self.fit, now, late, reach, "day")
        return expected / np.maximum(reach, 1e-12), doubt

    def row_of(self, family: Ints) -> Ints:
        """The row that series of these families lean on; a family that came later is beyond the known ones."""
        last = len(self.has) - 1
        known = np.minimum(family, last)
        rows: Ints = known if self.fit is None else np.where(self.has[known], known, last)
        return rows

    def start_of(self, rows: Ints) -> Start:
        """Where series that lean on these rows start."""
        return Start(self.mean[rows], self.strength[rows])

    def learn_start(self, row: int, groups: Floats, reach: Floats) -> None:
        """The start of a row, from what its series held and could have held, (S,) each, before the first judged day."""
        if self.fit is None:
            self.mean[row] = (groups.sum() + 0.5) / (reach.sum() + 0.5)
        else:
            self.mean[row] = max(groups.sum() / max(reach.sum(), 1e-9), 1e-6)
        self.strength[row] = likeliest_strength(groups, reach * self.mean[row])

    def arrays(self) -> dict[str, Floats | Ints | Bools]:
        """All of it, as named arrays."""
        own = {name: getattr(self, name) for name in ("counts", "exposure", "mean", "strength", "has", "members")}
        return own | ({} if self.fit is None else fit_arrays(self.fit))

    @classmethod
    def of(cls, kept: Mapping[str, Floats]) -> Elders:
        """What `arrays` gave."""
        fit = fit_of(kept) if "middles" in kept else None
        has = kept["has"].astype(np.bool_)
        sums, start = (kept["counts"], kept["exposure"]), (kept["mean"], kept["strength"])
        return cls(*sums, *start, has, kept["members"].astype(np.int64), fit)
