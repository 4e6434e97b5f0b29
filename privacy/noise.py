"""Noise on what is released again and again: the discrete Laplace mechanism of OpenDP, under a budget a year.

A group is counted in one week only, at one place, once for each topic it bears. So with `epsilon` for each cell (a
topic at a place in a week) one group costs epsilon for each of its topics, once and for all; and whoever writes a post
each week costs as much each week, which is what the yearly budget adds up. The topic "signal:any" costs nothing more:
its noise is that of the kinds of exploitation that add up to it. Wider places are sums of their cells, noise and all.

Which cells are shown is still decided by the true counts (k of `privacy.release`): a reader learns that a shown cell
holds k groups or more, and that is not hidden by noise.

Ghosh, Roughgarden, Sundararajan (2012), Universally utility-maximizing privacy mechanisms; Dwork et al. (2010) on
continual observation.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import exp, floor, log

WEEKS_A_YEAR = 52

type Blur = Callable[[Sequence[int]], Sequence[int]]
"""Numbers in, as many numbers out, each with noise of its own."""


def discrete_laplace(epsilon: float) -> Blur:
    """Adds to each number noise of scale 1/epsilon: to change one number by one costs epsilon.

    Raises ValueError for an epsilon that is not above nothing.
    """
    if not epsilon > 0:
        raise ValueError(f"a privacy budget must be above nothing, not {epsilon}")
    # 250 MB and a second to load: only where something is released.
    import opendp.prelude as dp

    dp.enable_features("contrib")
    space = dp.vector_domain(dp.atom_domain(T=int)), dp.l1_distance(T=int)
    measurement = dp.m.make_laplace(*space, scale=1 / epsilon)

    def blur(numbers: Sequence[int]) -> Sequence[int]:
        return [int(number) for number in measurement(list(numbers))]

    return blur


def give_or_take(epsilon: float) -> int:
    """How far the noise on one cell stays within, 19 times in 20."""
    # P(|noise| > n) = 2 exp(-epsilon (n + 1)) / (1 + exp(-epsilon)) <= .05, solved for n.
    return max(0, floor(log(40 / (1 + exp(-epsilon))) / epsilon))


def blurred[Place](tables: Mapping[str, Mapping[Place, int]], blur: Blur) -> dict[str, dict[Place, int]]:
    """The tables of one week (topic, then place: groups at just that place), noise on each that is not empty."""
    cells = [(topic, place) for topic, table in tables.items() for place, groups in table.items() if groups]
    noisy = dict(zip(cells, blur([tables[topic][place] for topic, place in cells]), strict=True))
    parts = [topic for topic in tables if topic.startswith("exploitation:")]
    for place, groups in tables.get("signal:any", {}).items():
        # Where the kinds add up to all signals, so do their noisy figures.
        if groups and sum(tables[part].get(place, 0) for part in parts) == groups:
            noisy["signal:any", place] = sum(noisy.get((part, place), 0) for part in parts)
    return {topic: {place: noisy[topic, place] for place in table if table[place]} for topic, table in tables.items()}
