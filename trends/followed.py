"""A block of daily series that is followed from night to night: its filters, its season, its last windows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np

from trends.arrays import Floats, Ints
from trends.bank import DAILY, Bank, Predicted, Seen, Start
from trends.glm import Fit
from trends.series import Scored
from trends.windows import SHAPES, best, judge_all

LONGEST = max(len(shape) for shape in SHAPES["day"])
FIGURES = ("counts", "mean", "level_variance", "dispersion", "relative_variance")


@dataclass(slots=True)
class Followed:
    """`series` (S,) numbers of the series; `fit` their own season, or None where they lean on siblings; `tail` the
    figures (5, S, ≤ 6) of the last periods, which the windows of the next ones reach back to."""

    series: Ints
    bank: Bank
    fit: Fit | None
    tail: Floats

    @classmethod
    def begin(cls, series: Ints, start: Start, fit: Fit | None) -> Followed:
        """Nothing followed yet."""
        return cls(series, Bank.begin(start, DAILY), fit, np.zeros((len(FIGURES), series.size, 0)))

    def advance(self, counts: Floats, expected: Floats, relative_variance: Floats) -> Scored:
        """Judge and learn the next periods, all (S, n); `expected` 0 means not observed."""
        made = np.zeros((3, *counts.shape))
        for t in range(counts.shape[1]):
            seen = expected[:, t] > 0
            made[:, :, t] = self.bank.step(counts[:, t], expected[:, t], relative_variance[:, t], seen)
        figures = np.concatenate([self.tail, np.stack([counts, *made, relative_variance])], axis=2)
        held, mean, level, dispersion, doubt = figures
        windows = judge_all(held, Predicted(mean, level, dispersion, self.bank.log_prior), doubt, "day")
        late = slice(self.tail.shape[2], None)
        self.tail = figures[:, :, -(LONGEST - 1) :].copy()
        return Scored(windows[0].mean[:, late], windows[0].variance[:, late], best(windows)[:, late])

    def save(self, folder: Path, number: int) -> None:
        """Keep it as a file of a folder."""
        np.savez(folder / f"block-{number:05d}.npz", **self.arrays())  # type: ignore[arg-type]

    @classmethod
    def load(cls, folder: Path, number: int) -> Followed:
        """What `save` kept."""
        return cls.of(read_arrays(folder / f"block-{number:05d}.npz"))

    def arrays(self) -> dict[str, Floats | Ints]:
        """All of it, as named arrays."""
        bank = {name: getattr(self.bank, name) for name in BANK}
        season = {} if self.fit is None else fit_arrays(self.fit)
        waiting = {
            f"waiting_{field.name}": np.array([getattr(one, field.name) for one in self.bank.waiting])
            for field in fields(Seen)
        }
        return {"series": self.series, "tail": self.tail} | bank | season | waiting

    @classmethod
    def of(cls, kept: Mapping[str, Floats]) -> Followed:
        """What `arrays` gave."""
        waiting = [
            Seen(*(kept[f"waiting_{field.name}"][n] for field in fields(Seen)))
            for n in range(len(kept["waiting_count"]))
        ]
        start, a, b, prior, likelihood, seen = (kept[name] for name in BANK)
        bank = Bank(DAILY, start, a, b, prior, likelihood, seen, waiting)
        fit = fit_of(kept) if "middles" in kept else None
        return cls(kept["series"].astype(np.int64), bank, fit, kept["tail"])


BANK = ("start_mean", "a", "b", "log_prior", "log_likelihood", "periods_seen")


def fit_arrays(fit: Fit) -> dict[str, Floats | Ints]:
    """A fit as named arrays."""
    return {
        "coefficients": fit.coefficients,
        "dispersion": fit.dispersion,
        "inverse": fit.inverse,
        "middles": np.array(fit.middles),
    }


def fit_of(kept: Mapping[str, Floats]) -> Fit:
    """What `fit_arrays` gave."""
    return Fit(kept["coefficients"], kept["dispersion"], kept["inverse"], tuple(kept["middles"].tolist()))


def read_arrays(path: Path) -> dict[str, Floats]:
    """All arrays of a file."""
    with np.load(path) as kept:
        return dict(kept)
