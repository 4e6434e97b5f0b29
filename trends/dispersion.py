"""How bursty are series of one kind, when no single one of them has counts enough to say.

Given its total, how a series' counts fall on its periods depends on the dispersion but not on the level: for NB1 counts
they are Dirichlet-multinomial with parameters m_t / (φ − 1). That likelihood is fair to series that are only known
because they held something. A mixture over the dispersions is fitted to all series of a kind, by EM.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import gammaln

from trends.arrays import Bools, Floats, Ints

RATE_STEPS = (0.03, 0.1, 0.3, 1.0, 3.0, 10.0)  # kinds: mean count a period, in steps of about three
YOUNG = 13  # periods that the start weighs while a series' own rate is not known
ROUNDS = 40  # of EM, over seven dispersions at most; not swept
PRIOR_SERIES = 3.0  # series of prior weight, leaning to little dispersion: e^(−φ)


@dataclass(frozen=True, slots=True)
class Told:
    """What histories say of dispersion: the kind of each series (S,), whether it says anything (S,), and the log
    likelihood of each dispersion (S, K)."""

    kinds: Ints
    speaks: Bools
    fits: Floats

    @classmethod
    def joined(cls, parts: Sequence[Told]) -> Told:
        """Those of several blocks of series."""
        return cls(*(np.concatenate([getattr(part, name) for part in parts]) for name in cls.__slots__))


def pooled_dispersion(counts: Floats, expected: Floats, start_mean: Floats, dispersions: Floats) -> Floats:
    """(S, J) prior weights of cells with these dispersions (J,), rows summing to one, from histories (S, t)."""
    found = told(counts, expected, start_mean, dispersions)
    return cell_weights(found.kinds, mixtures(found), dispersions)


def told(counts: Floats, expected: Floats, start_mean: Floats, dispersions: Floats) -> Told:
    """What histories (S, t) say of the distinct ones of these dispersions."""
    return Told(
        kinds_by_rate(counts, expected, start_mean),
        np.where(expected > 0, counts, 0.0).sum(axis=1) >= 2,
        spread_likelihood(counts, expected, np.unique(dispersions)),
    )


def mixtures(found: Told) -> dict[int, Floats]:
    """Weights (K,) of the dispersions, for each kind."""
    return {int(kind): _mixture(found.fits[(found.kinds == kind) & found.speaks]) for kind in np.unique(found.kinds)}


def cell_weights(kinds: Ints, of_kind: Mapping[int, Floats], dispersions: Floats) -> Floats:
    """(S, J) weights of cells with these dispersions (J,), which share what their dispersion has."""
    values, cell_of = np.unique(dispersions, return_inverse=True)
    cells = np.bincount(cell_of)
    unknown = _mixture(np.zeros((0, values.size)))
    prior = np.empty((kinds.size, dispersions.size))
    for kind in np.unique(kinds).tolist():
        prior[kinds == kind] = (of_kind.get(kind, unknown) / cells)[cell_of]
    return prior


def kinds_by_rate(counts: Floats, expected: Floats, start_mean: Floats) -> Ints:
    """(S,) which series are alike: by their mean count a period, for young ones drawn to where they started from."""
    periods = (expected > 0).sum(axis=1)
    usual = start_mean * expected.sum(axis=1) / np.maximum(periods, 1)
    held = np.where(expected > 0, counts, 0.0).sum(axis=1)
    kinds: Ints = np.digitize((held + YOUNG * usual) / (periods + YOUNG), RATE_STEPS).astype(np.int64)
    return kinds


def spread_likelihood(counts: Floats, expected: Floats, dispersions: Floats) -> Floats:
    """(S, len(dispersions)) log likelihood of how each total fell on its periods; only counts above 0 matter."""
    held = np.where(expected > 0, counts, 0.0)
    total, reach = held.sum(axis=1), expected.sum(axis=1)
    level = total / np.maximum(reach, 1e-12)
    series, period = np.nonzero(held)
    y, m = held[series, period], (expected * level[:, None])[series, period]
    fits = np.zeros((counts.shape[0], dispersions.size))
    for j, dispersion in enumerate(dispersions.tolist()):
        size = np.maximum(m / (dispersion - 1), 1e-12)
        whole = np.maximum(total / (dispersion - 1), 1e-12)
        here = np.bincount(series, weights=gammaln(y + size) - gammaln(size), minlength=counts.shape[0])
        fits[:, j] = here - (gammaln(total + whole) - gammaln(whole))
    return fits


def _mixture(fits: Floats) -> Floats:
    lean = np.exp(-np.arange(fits.shape[1], dtype=np.float64))
    lean /= lean.sum()
    weights = lean.copy()
    likelihood = np.exp(fits - fits.max(axis=1, keepdims=True)) if fits.size else fits
    for _ in range(ROUNDS if fits.size else 0):
        shares = likelihood * weights
        shares /= shares.sum(axis=1, keepdims=True)
        weights = (shares.sum(axis=0) + PRIOR_SERIES * lean) / (fits.shape[0] + PRIOR_SERIES)
    return weights
