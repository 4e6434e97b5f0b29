"""A table kept from night to night says what a judgement of the whole says, however its days are dealt out."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import BadInput
from trends import founding, nights, season
from trends.keeping import keep_table
from trends.kept import Kept
from trends.table import detect_table


@pytest.fixture(autouse=True)
def _no_warning_from_numpy() -> object:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield


def daily(series: int, days: int, seed: int = 1) -> pd.DataFrame:
    """Counts with weekday and year under a changing exposure; some series begin late, some days were not observed."""
    rng = np.random.default_rng(seed)
    t = np.arange(days)
    usual = rng.gamma(1, 1, series)[:, None] * (1 + 0.3 * np.cos(2 * np.pi * t / 365)) * (1 + 0.2 * (t % 7 == 0))
    read = rng.uniform(50, 150, (series, days)).round(1)
    wide = pd.DataFrame(rng.poisson(usual * read / 100))
    frame = wide.melt(ignore_index=False, var_name="period", value_name="count").reset_index(names="series")
    frame["exposure"], frame["parent"] = read.T.ravel(), frame.series % 3
    begins = np.where(frame.series < 4, days - 30 + 6 * frame.series, 0)
    return frame[(frame.period >= begins) & (rng.random(len(frame)) > 0.02)].astype({"period": int, "count": int})


def night_by_night(frame: pd.DataFrame, first: int, cuts: Sequence[int], folder: Path) -> pd.DataFrame:
    edges = [0, *sorted(set(cuts)), int(frame.period.max()) + 1]
    parts = [frame[frame.period.between(a, b - 1)] for a, b in pairwise(edges)]
    told = [keep_table(part, first, 1.0, folder).judged for part in parts if len(part)]
    return pd.concat([rows for rows in told if len(rows)])


def assert_the_same(told: pd.DataFrame, whole: pd.DataFrame) -> None:
    """Rows alike; a series is told of from the night on that it was first met."""
    keys = ["series", "period"]
    told = told.sort_values(keys).reset_index(drop=True)
    same = whole.merge(told[keys], on=keys).sort_values(keys).reset_index(drop=True)
    pd.testing.assert_frame_equal(told, same, rtol=1e-9, check_dtype=False)
    missed = whole.merge(told[keys], on=keys, how="left", indicator=True).query("_merge == 'left_only'")
    assert missed.observed.isna().all()


@settings(max_examples=3, deadline=None)
@given(st.lists(st.integers(30, 109), min_size=1, max_size=4), st.integers(0, 1000))
def test_kept_from_night_to_night_equals_a_judgement_of_the_whole(cuts: list[int], seed: int) -> None:
    frame = daily(9, 110, seed)
    with tempfile.TemporaryDirectory() as folder:
        assert_the_same(night_by_night(frame, 60, cuts, Path(folder)), detect_table(frame, "day", 60, 1.0))


@pytest.mark.parametrize("block", [pytest.param(4096, marks=pytest.mark.full), 5], ids=["one block", "several blocks"])
def test_so_do_series_with_two_years_and_a_season_of_their_own(
    block: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (season, founding, nights):
        monkeypatch.setattr(module, "BLOCK", block)
    frame = daily(12, 834)
    told = night_by_night(frame, 740, (300, 738, 741, 769, 832), tmp_path)
    assert_the_same(told, detect_table(frame, "day", 740, 1.0))


def test_a_killed_night_leaves_the_one_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    frame = daily(9, 90)
    night_by_night(frame[frame.period < 80], 60, (), tmp_path)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("trends.ledger.Ledger.save", killed)
        with pytest.raises(KeyboardInterrupt):
            keep_table(frame[frame.period >= 80], 60, 1.0, tmp_path)
    again = keep_table(frame[frame.period >= 80], 60, 1.0, tmp_path).judged
    whole = detect_table(frame, "day", 60, 1.0)
    assert_the_same(again, whole[whole.period >= 80])


def test_what_does_not_fit_what_is_kept_is_named(tmp_path: Path) -> None:
    frame = daily(9, 90)
    keep_table(frame[frame.period < 80], 60, 1.0, tmp_path)
    late = frame[frame.period >= 80]
    with pytest.raises(BadInput, match="series '2' had another parent"):
        keep_table(late.assign(parent=late.series % 2), 60, 1.0, tmp_path)
    with pytest.raises(BadInput, match="begins with 0"):
        keep_table(late.assign(period="2024-01-01").drop_duplicates("series"), 60, 1.0, tmp_path)
    with pytest.raises(BadInput, match=r"'80000' in column 'period' lies 79,911 days after any day before it"):
        keep_table(pd.concat([late, late.tail(1).assign(period=80000)]), 60, 1.0, tmp_path)
    with pytest.raises(
        BadInput, match=r"series '2024-01-01 .* is a Timestamp: kept are series named by text or number"
    ):
        keep_table(late.assign(series=pd.Timestamp("2024-01-01")).drop_duplicates("period"), 60, 1.0, tmp_path)
    (tmp_path / "kept.json").write_text("{}", encoding="utf-8")
    with pytest.raises(BadInput, match=r"kept.json: not what a judgement keeps"):
        keep_table(late, 60, 1.0, tmp_path)


def test_a_night_reads_the_past_only_where_a_season_is_refitted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = daily(9, 100)
    night_by_night(frame[frame.period < 97], 60, (), tmp_path)
    asked: list[int] = []
    rows = Kept.__init__.__globals__["History"].rows

    def watched(self: object, kind: str, series: object, begin: int, until: int) -> object:
        asked.append(until - begin)
        return rows(self, kind, series, begin, until)

    monkeypatch.setattr("trends.history.History.rows", watched)
    keep_table(frame[frame.period == 97], 60, 1.0, tmp_path)
    assert set(asked) == {1}
