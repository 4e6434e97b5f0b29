"""The likelihood ratio's p keeps its word on counts of the predictive itself."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trends.outbreak import Null, ratio, stretched


@pytest.mark.parametrize("doubt_of_level", [0.0, 0.15], ids=["level known", "level unsure"])
def test_a_null_drawn_from_predictives_keeps_its_word_in_sparse_and_dense_series(doubt_of_level: float) -> None:
    rng = np.random.default_rng(8)
    mean = np.repeat(np.array([0.5, 3.0, 30.0]), 700)[:, None] * np.ones(20)
    noise, doubt = 1.6 * mean, (doubt_of_level * mean) ** 2
    level = mean * (rng.gamma(1 / doubt_of_level**2, doubt_of_level**2, (len(mean), 1)) if doubt_of_level else 1.0)
    counts = rng.poisson(rng.gamma(level / 0.6, 0.6)).astype(np.float64)
    null = Null.drawn(mean, noise, doubt)
    p = null.p(ratio(counts, mean, noise + doubt), mean, noise + doubt)[:, 1:]
    for begin in (0, 700, 1400):
        assert (
            0.55 < (p[begin : begin + 700] < 0.02).mean() / 0.02 < 1.6
        )  # the recalibration itself moves it by a quarter


@given(st.floats(1e-12, 1.0), st.floats(1e-12, 1.0), st.floats(1e-3, 1e3))
def test_recalibrating_keeps_the_order_and_leaves_the_usual_alone(one: float, other: float, mean: float) -> None:
    low, high = sorted((one, other))
    got = stretched(np.array([low, high]), np.array([mean, mean]))
    assert got[0] <= got[1]
    assert high < 0.5 or got[1] == high
