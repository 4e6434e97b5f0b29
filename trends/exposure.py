"""What was read, as part of the statistics: exposure o of each series and period, with its relative variance u.

    o[i,t] = Σ_s docs[s,place,t] · ρ[s,topic],   ρ = (N_s + 2) / (D_s + 2/ρ̄)
    u[i,t] = Σ_s (docs·ρ)² cv_s² / o²,           cv_s² = 1/(N_s + 2) + .15·exp(−N_s/50), or + .5 while D_s = 0

N groups and D documents of source s over a trailing window that ends a guard ago, ρ̄ the rate over all sources. o = 0
means not observed, never zero. A new source is uncertain, not a spike; an outage is a gap, not a fall. The days of the
burn-in, which are never judged, use the rates of the whole burn-in.

The posts of a spike, and the copies of a repost storm, are documents too: taken as they are they would raise the
exposure of their own place and hide the spike, or sink the rate. So the documents of a source at a place are clipped
far above their trailing mean and drawn half-way to the source's own volume times the place's usual share of it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trends.arrays import Floats
from trends.panel import Panel

WINDOW_DAYS, GUARD_DAYS = 120, 7  # of the trial of the method: a season's length; the longest window of a spike
SHARE_DAYS = 56  # a place's usual share of its source: eight of each weekday
ESTABLISHED = 14  # periods with documents before a source has a "usual" volume to be clipped by
FLOOD = (3.0, 2.0)  # times the usual volume above which copies must be at work: first roughly, then on what is left
DRAWN_BY = 5.0  # documents of prior weight with which a place's volume is drawn to its usual share
PRIOR_DOCUMENTS = 250.0  # a topic never met is taken as one group in so many documents


@dataclass(frozen=True, slots=True)
class Exposed:
    """Exposure and its relative variance, each (S, T)."""

    exposure: Floats
    relative_variance: Floats


def reckon(panel: Panel, burn_in: int) -> Exposed:
    """Exposure of every series of a panel; `burn_in` in periods. Uses nothing after each period but in the burn-in."""
    if panel.stream == "orders":
        return _reporting(panel, burn_in)
    documents = steadied(panel.documents, burn_in, SHARE_DAYS // panel.days_each, panel.place_keys)
    rates, doubt = source_rates(panel, documents, burn_in)
    shape = panel.counts.shape
    exposure, squares = np.zeros(shape), np.zeros(shape)
    for k in range(len(panel.sources)):
        part = documents[panel.place_of, k] * rates[k, panel.topic_of]
        exposure += part
        squares += part * part * doubt[k, panel.topic_of]
    return Exposed(exposure, squares / np.maximum(exposure * exposure, 1e-30))


def source_rates(panel: Panel, documents: Floats, burn_in: int) -> tuple[Floats, Floats]:
    """ρ and cv², each (K, N, T): groups per document of a source and topic, and how well that is known.

    documents (P, K, T): those of the panel with floods taken out.
    """
    length, guard = WINDOW_DAYS // panel.days_each, max(1, GUARD_DAYS // panel.days_each)
    rows = [n for n, (level, _) in enumerate(panel.place_keys) if level == panel.top]
    volume = documents[rows].sum(axis=0)
    groups = trailing_sum(panel.by_source, length, guard, burn_in)
    read = trailing_sum(volume, length, guard, burn_in)[:, None, :]
    overall = (groups.sum(axis=0) + 1) / (read.sum(axis=0) + PRIOR_DOCUMENTS)
    rates = (groups + 2) / (read + 2 / overall)
    young = np.where(read < 1, 0.5, 0.15 * np.exp(-groups / 50))
    return rates, 1 / (groups + 2) + young


def burn_in_totals(panel: Panel, burn_in: int) -> tuple[Floats, Floats]:
    """(groups, exposure), each (P, N), over the burn-in: of every topic at every place, those without a group as well.

    What siblings have in common must be learned from all of them; a series that is only known by its first group would
    make places look richer than they are.
    """
    groups = np.zeros((len(panel.place_keys), len(panel.topics)))
    groups[panel.place_of, panel.topic_of] = panel.counts[:, :burn_in].sum(axis=1)
    if panel.stream == "orders":
        observed = (panel.documents.sum(axis=(0, 1))[:burn_in] > 0).sum()
        return groups, np.full(groups.shape, float(observed))
    documents = steadied(panel.documents, burn_in, SHARE_DAYS // panel.days_each, panel.place_keys)
    rates, _ = source_rates(panel, documents, burn_in)
    return groups, documents[:, :, :burn_in].sum(axis=2) @ rates[:, :, 0]


def trailing_sum(values: Floats, length: int, guard: int, burn_in: int) -> Floats:
    """Sum over the `length` periods that end `guard` before each; within the burn-in the sum over the burn-in."""
    periods = values.shape[-1]
    total = np.concatenate([np.zeros((*values.shape[:-1], 1)), np.cumsum(values, axis=-1)], axis=-1)
    t = np.arange(periods)
    end = np.where(t < burn_in, min(burn_in, periods), np.maximum(t - guard, 0))
    begin = np.where(t < burn_in, 0, np.maximum(t - guard - length, 0))
    summed: Floats = total[..., end] - total[..., begin]
    return summed


def steadied(documents: Floats, burn_in: int, length: int, place_keys: tuple[tuple[str, str], ...]) -> Floats:
    """Documents (P, K, T) with floods clipped and each place drawn to its usual share of its source's volume."""
    reporting = documents.sum(axis=0) > 0
    days = trailing_sum(reporting.astype(float), length, 0, burn_in)
    clipped = documents
    for times in FLOOD:
        usual = trailing_sum(clipped, length, 0, burn_in) / np.maximum(days, 1.0)
        roof = times * usual + 3 * np.sqrt(usual) + 3
        clipped = np.where(days >= ESTABLISHED, np.minimum(documents, roof), documents)
    out = clipped.copy()
    for level in sorted({key[0] for key in place_keys}):
        rows = np.array([n for n, key in enumerate(place_keys) if key[0] == level])
        share = usual[rows] / np.maximum(usual[rows].sum(axis=0), 1e-9)
        drawn_to = clipped[rows].sum(axis=0) * share
        blended = drawn_to * (clipped[rows] + DRAWN_BY) / (drawn_to + DRAWN_BY)
        blended = np.where(drawn_to > 0, blended, clipped[rows])
        out[rows] = np.where(days >= ESTABLISHED, blended, clipped[rows])
    return out


def _reporting(panel: Panel, burn_in: int) -> Exposed:
    """For registers, whose every document counts: observed as far as the sources that carry a topic have reported.

    1 when all of them did; the lost share is taken from who carried the topic over the last two years.
    """
    active = (panel.documents.sum(axis=0) > 0).astype(float)
    carried = trailing_sum(panel.by_source, 728 // panel.days_each, 1, burn_in)
    total = np.maximum(carried.sum(axis=0), 1e-9)
    observed = np.einsum("knt,kt->nt", carried / total, active)
    nothing_known = carried.sum(axis=0) == 0
    observed = np.where(nothing_known, active.max(axis=0), observed)
    exposure = observed[panel.topic_of]
    return Exposed(exposure, np.zeros(exposure.shape))
