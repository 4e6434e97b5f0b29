"""The tails agree with their definitions, at the edges too."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import nbinom

from trends.tails import attained, mid_p, quantile

means = st.floats(1e-3, 300)
dispersions = st.floats(1.01, 9)


def nb(mean: float, dispersion: float) -> tuple[float, float]:
    return mean / (dispersion - 1), 1 / dispersion


@given(means, dispersions, st.integers(0, 400))
def test_mid_p_is_half_of_the_tail_and_half_of_what_lies_beyond(mean: float, dispersion: float, count: int) -> None:
    r, success = nb(mean, dispersion)
    want = nbinom.sf(count, r, success) + 0.5 * nbinom.pmf(count, r, success)
    got = mid_p(np.array([float(count)]), np.array([mean]), np.array([mean * dispersion]))[0]
    assert got == pytest.approx(max(want, 1e-300), rel=1e-6, abs=1e-14)


@given(st.floats(1e-3, 39), dispersions, st.sampled_from([0.05, 0.5, 0.95]))
def test_quantile_is_the_smallest_count_that_reaches_its_probability(m: float, phi: float, p: float) -> None:
    r, success = nb(m, phi)
    got = quantile(p, np.array([m]), np.array([m * phi]))[0]
    assert nbinom.cdf(got, r, success) >= p - 1e-9
    assert got == 0 or nbinom.cdf(got - 1, r, success) < p + 1e-9


def test_quantile_of_a_large_mean_is_near_the_exact_one() -> None:
    for mean in (60.0, 400.0, 3000.0):
        for p in (0.05, 0.95):
            exact = nbinom.ppf(p, *nb(mean, 2.0))
            assert quantile(p, np.array([mean]), np.array([2 * mean]))[0] == pytest.approx(exact, rel=0.03)


@given(st.floats(1e-3, 39), dispersions, st.integers(0, 8))
def test_attained_is_the_probability_of_alarming_and_never_above_twice_the_level(
    m: float, phi: float, least: int
) -> None:
    levels = np.array([0.03, 1e-3, 1e-5])
    got = attained(levels, np.array([m]), np.array([m * phi]), least)[:, 0]
    r, success = nb(m, phi)
    counts = np.arange(0, 2000)
    middle = nbinom.sf(counts, r, success) + 0.5 * nbinom.pmf(counts, r, success)
    for level, size in zip(levels, got, strict=True):
        first = counts[(middle <= level) & (counts >= least)][0]
        assert size == pytest.approx(nbinom.sf(first - 1, r, success), rel=1e-4, abs=1e-9)
        assert size <= 2 * level + 1e-12


def test_tails_of_nothing_expected_raise_no_warning() -> None:
    zero = np.zeros(3)
    with np.errstate(all="raise", under="ignore"):
        assert np.all(mid_p(zero, zero, zero) > 0.4)
        assert np.all(quantile(0.95, zero, zero) == 0)
        assert np.all(attained(np.array([1e-3]), zero, zero, 1) < 1e-3)
