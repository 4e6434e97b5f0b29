"""Neighbouring series of anyone's table: a rise that lies over several of them, told by the days before it."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from core.errors import BadInput
from trends import table_clusters
from trends.table_clusters import OUT, cluster_table

DAYS, FIRST, PLANTED = 170, 60, 150


def table(seed: int = 1, extra: float = 0.0) -> pd.DataFrame:
    """Thirty towns on a grid of half a degree, half a post a day each; towns 7, 8 and 13 hold `extra` more a day from
    day 150 on, for five days."""
    rng = np.random.default_rng(seed)
    counts = rng.poisson(0.5, (30, DAYS))
    for town in (7, 8, 13):
        counts[town, PLANTED : PLANTED + 5] += rng.poisson(extra, 5)
    return pd.DataFrame(
        {
            "series": np.repeat(np.arange(30), DAYS),
            "period": np.tile(np.arange(DAYS), 30),
            "count": counts.ravel(),
            "latitude": np.repeat(np.arange(30) // 6 * 0.5, DAYS),
            "longitude": np.repeat(np.arange(30) % 6 * 0.5, DAYS),
        }
    )


def test_a_rise_over_neighbouring_towns_is_told_where_and_when_it_is() -> None:
    told = cluster_table(table(extra=2.5), FIRST)
    assert list(told.columns) == list(OUT)
    planted = told[told["period"].between(PLANTED, PLANTED + 6)]
    best = planted.iloc[planted["recurrence_days"].argmax()]
    named = {int(name) for name in best["series"].split("; ")}
    assert {7, 8, 13} <= named
    assert len(named) <= 6
    assert best["observed"] > 2 * best["expected"]
    # A tenth of a false one a day over the 34 days from the 56th judged day on.
    assert told[told["period"] < PLANTED]["episode"].nunique() <= 7


def test_where_nothing_rises_no_more_than_the_accepted_episodes_are_told() -> None:
    nulls = [cluster_table(table(seed), FIRST) for seed in range(20, 24)]
    # A tenth a day over 4 x 54 judged days: 21.6, and the 99 % limit of a Poisson number about it.
    assert 1 <= sum(told["episode"].nunique() for told in nulls) <= 33
    # An episode lasts as long as its window and its neighbours; told every day, there would be 216.
    assert sum(len(told) for told in nulls) <= 140


def test_a_cluster_is_judged_by_its_past_alone() -> None:
    whole, cut = table(extra=2.5), table(extra=2.5)
    told = cluster_table(cut[cut["period"] < PLANTED + 3], FIRST)
    seen = cluster_table(whole, FIRST)
    pd.testing.assert_frame_equal(told, seen[seen["period"] < PLANTED + 3].reset_index(drop=True))


def test_how_many_days_are_scanned_at_once_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    told = cluster_table(table(extra=2.5), FIRST)
    monkeypatch.setattr(table_clusters, "CELLS_AT_ONCE", 4000)
    pd.testing.assert_frame_equal(cluster_table(table(extra=2.5), FIRST), told)


@pytest.mark.parametrize("frame", [table().head(0), table().query("period < 70"), table().query("series == 3")])
def test_too_little_to_say_is_an_empty_table(frame: pd.DataFrame) -> None:
    told = cluster_table(frame, FIRST)
    assert told.empty
    assert list(told.columns) == list(OUT)


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("latitude", 91.0, "row 4: '91.0' in column 'latitude' is no latitude"),
        ("longitude", "east", "row 4: 'east' in column 'longitude' is no longitude"),
        ("latitude", 3.5, "series '0' lies at latitude 0 and at 3.5"),
    ],
)
def test_a_place_that_cannot_be_is_named(column: str, value: object, said: str) -> None:
    frame = table().astype({column: object})
    frame.loc[3, column] = value
    with pytest.raises(BadInput, match=said):
        cluster_table(frame, FIRST)


def test_a_table_without_places_or_with_a_series_nowhere_is_refused() -> None:
    with pytest.raises(BadInput, match="lacks the column 'longitude'"):
        cluster_table(table().drop(columns="longitude"), FIRST)
    frame = table()
    frame.loc[frame["series"] == 2, "latitude"] = np.nan
    with pytest.raises(BadInput, match="series '2' has no latitude"):
        cluster_table(frame, FIRST)
