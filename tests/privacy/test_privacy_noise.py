"""Noise under a budget: what it adds, what it leaves alone, and that its odds are those it states."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privacy.corridors import Pair, release_pairs
from privacy.noise import Blur, blurred, discrete_laplace, give_or_take
from privacy.release import Band, Cell, release

WEEK = date(2026, 11, 16)


def up_by(step: int) -> Blur:
    """A stand-in for chance: each number grows by `step`."""
    return lambda numbers: [number + step for number in numbers]


def test_the_odds_of_the_noise_are_those_of_the_discrete_laplace_distribution() -> None:
    drawn = Counter(discrete_laplace(1.0)([0] * 20_000))
    for noise in range(-3, 4):
        likely = 20_000 * (1 - exp(-1)) / (1 + exp(-1)) * exp(-abs(noise))
        # Five standard errors: by chance alone once in two million runs.
        assert abs(drawn[noise] - likely) < 5 * likely**0.5, noise


@pytest.mark.parametrize("epsilon", [0.25, 0.5, 1.0, 2.0, 8.0])
def test_noise_stays_within_what_is_stated_nineteen_times_in_twenty(epsilon: float) -> None:
    def beyond(n: int) -> float:
        return 2 * exp(-epsilon * (n + 1)) / (1 + exp(-epsilon))

    stated = give_or_take(epsilon)
    assert beyond(stated) <= 0.05
    assert stated == 0 or beyond(stated - 1) > 0.05


def test_no_budget_is_no_noise_but_an_error() -> None:
    with pytest.raises(ValueError, match="above nothing"):
        discrete_laplace(0)


def test_empty_cells_stay_empty_and_all_others_have_noise_of_their_own() -> None:
    drawn: list[Sequence[int]] = []

    def note(numbers: Sequence[int]) -> Sequence[int]:
        drawn.append(numbers)
        return [number + 100 * n for n, number in enumerate(numbers)]

    noisy = blurred({"need:S_LEGAL": {"a": 3, "b": 0, "c": 5}}, note)
    assert drawn == [[3, 5]]
    assert noisy == {"need:S_LEGAL": {"a": 3, "c": 105}}


@given(st.dictionaries(st.sampled_from("abcd"), st.tuples(st.integers(0, 9), st.integers(0, 9))))
def test_where_the_kinds_add_up_to_all_signals_so_do_their_noisy_figures(cells: dict[str, tuple[int, int]]) -> None:
    tables = {
        "signal:any": {place: sum(kinds) for place, kinds in cells.items()},
        "exploitation:labour": {place: labour for place, (labour, _) in cells.items()},
        "exploitation:sexual": {place: sexual for place, (_, sexual) in cells.items()},
    }
    noisy = blurred(tables, discrete_laplace(0.5))
    for place, groups in noisy["signal:any"].items():
        assert groups == sum(noisy[f"exploitation:{kind}"].get(place, 0) for kind in ("labour", "sexual"))


@given(st.lists(st.integers(0, 30), min_size=1, max_size=6), st.integers(-40, 40))
def test_noise_neither_shows_nor_hides_a_cell_and_no_figure_falls_under_k(groups: list[int], step: int) -> None:
    cells = [Cell("signal:any", (f"{n}1", "MY"), WEEK, number) for n, number in enumerate(groups, 1)]
    plain, noisy = release(cells, k=10), release(cells, k=10, blur=up_by(step))
    assert plain.figures.keys() == noisy.figures.keys()
    assert plain.withheld == noisy.withheld
    assert all(figure.band.low >= 10 for figure in noisy.figures.values())


def test_a_wider_place_bears_the_noise_of_its_cells() -> None:
    cells = [Cell("signal:any", ("11", "MY"), WEEK, 12), Cell("signal:any", ("21", "MY"), WEEK, 20)]
    released = release(cells, k=10, blur=up_by(5))
    country = released.exactly("signal:any", "MY", WEEK)
    assert country is not None
    assert country.band == Band(40, 44)


def test_corridors_bear_noise_too_and_never_fall_under_k() -> None:
    pairs = [Pair("1", "KH", "2", "MY", WEEK, 14), Pair("3", "ID", "2", "MY", WEEK, 11)]
    bands = [figure.band for figure in release_pairs(pairs, k=10, blur=up_by(-3))]
    assert bands == [Band(10, 14), Band(10, 14)]
    assert [str(f.band) for f in release_pairs(pairs, k=10, blur=up_by(6))] == ["20–24", "15–19"]
