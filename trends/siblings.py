"""Where a young series starts: at the rate of its siblings, held as firmly as siblings are alike.

Siblings are the same topic at all places of one level. Their rates are taken as Gamma with the siblings' mean; its
strength k (in groups) is the one under which the counts of the burn-in are likeliest, over all topics of a kind and
level (empirical Bayes; the marginal of a Poisson count is then negative binomial).
"""

from __future__ import annotations

from itertools import product

import numpy as np

from trends.arrays import Floats
from trends.bank import Start
from trends.exposure import burn_in_totals
from trends.panel import Panel
from trends.tails import log_mass

STRENGTHS = (0.1, 0.2, 0.4, 0.8, 1.5, 3.0, 6.0, 12.0, 25.0)  # by doubling, from siblings of nothing in common to equals
USUAL_STRENGTH = 1.5  # where fewer than three siblings were watched
USUAL_DISPERSION = 1.2  # of counts about their own rate, while strengths are compared
PRIOR_GROUPS = 1.0  # of weight on the common rate when a topic's siblings hold next to nothing


def siblings_start(panel: Panel, burn_in: int) -> Start:
    """Prior mean and strength of every series of a panel, from the burn-in alone."""
    groups, reach = burn_in_totals(panel, burn_in)
    levels = np.array([level for level, _ in panel.place_keys])
    mean, strength = np.ones(groups.shape), np.ones(groups.shape)
    kinds = np.array([topic.partition(":")[0] for topic in panel.topics])
    for level, kind in product(sorted(set(levels.tolist())), sorted(set(kinds.tolist()))):
        block = np.ix_(levels == level, kinds == kind)
        mean[block] = _common_rate(groups[block], reach[block])
        strength[block] = likeliest_strength(groups[block], reach[block] * mean[block])
    return Start(mean[panel.place_of, panel.topic_of], strength[panel.place_of, panel.topic_of])


def _common_rate(groups: Floats, reach: Floats) -> Floats:
    overall = (groups.sum() + 0.5) / max(reach.sum(), 0.5)
    rate: Floats = (groups.sum(axis=0) + PRIOR_GROUPS) / (reach.sum(axis=0) + PRIOR_GROUPS / overall)
    return rate


def likeliest_strength(groups: Floats, expected: Floats) -> float:
    """The strength k under which counts (any shape) about their expectations are likeliest."""
    y, m = groups[expected > 0], expected[expected > 0]
    if y.size < 3:
        return USUAL_STRENGTH
    fits = [float(log_mass(y, m, USUAL_DISPERSION + m / k).sum()) for k in STRENGTHS]
    return STRENGTHS[int(np.argmax(fits))]
