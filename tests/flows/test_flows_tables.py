"""`honeyguide spikes` reads and writes what it promises, and names what it cannot."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from core.alone import alone
from core.errors import BadInput, Busy, UsageError
from flows.tables import judge_table


def written(path: Path, series: tuple[str, ...] = ("007", "12"), weeks: int = 40) -> Path:
    mondays = [day.date().isoformat() for day in pd.date_range("2024-01-01", periods=weeks, freq="7D")]
    rows = [(name, week, n % 4) for name in series for n, week in enumerate(mondays) if n != 20]
    pd.DataFrame(rows, columns=["series", "period", "count"]).to_csv(path, index=False)
    return path


def test_csv_and_parquet_say_the_same_and_names_stay_as_written(tmp_path: Path) -> None:
    table = written(tmp_path / "counts.csv")
    pd.read_csv(table, dtype={"series": str}).to_parquet(tmp_path / "counts.parquet")
    judge_table(table, "week", "2024-04-01", 1.0, tmp_path / "a.csv")
    judge_table(tmp_path / "counts.parquet", "week", "2024-04-01", 1.0, tmp_path / "b.parquet")
    one, other = pd.read_csv(tmp_path / "a.csv", dtype={"series": str}), pd.read_parquet(tmp_path / "b.parquet")
    assert set(one.series) == {"007", "12"}
    pd.testing.assert_frame_equal(one, other, check_dtype=False)


def test_a_period_not_observed_is_a_row_with_empty_figures(tmp_path: Path) -> None:
    judge_table(written(tmp_path / "counts.csv"), "week", "2024-04-01", 1.0, tmp_path / "out.csv")
    out = pd.read_csv(tmp_path / "out.csv")
    gap = out[out.period == "2024-05-20"]
    assert len(gap) == 2
    assert gap[["observed", "expected", "lower", "upper", "score", "p"]].isna().all().all()
    assert out.groupby("series").size().tolist() == [27, 27]


def test_numbers_are_ordered_as_numbers(tmp_path: Path) -> None:
    judge_table(written(tmp_path / "counts.csv", ("10", "9")), "week", None, 1.0, tmp_path / "out.csv")
    assert pd.read_csv(tmp_path / "out.csv").series.unique().tolist() == [9, 10]


def test_what_cannot_be_read_or_written_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = written(tmp_path / "counts.csv", weeks=5)
    with pytest.raises(BadInput, match=r"counts.csv: 'soon' is no period of this table"):
        judge_table(table, "week", "soon", 1.0, None)
    with pytest.raises(UsageError, match="--budget 0"):
        judge_table(table, "week", None, 0.0, None)
    with pytest.raises(UsageError, match="cannot be written"):
        judge_table(table, "week", None, 1.0, tmp_path / "no" / "out.csv")
    judge_table(table, "week", None, 1.0, tmp_path / "out.csv")
    assert "Too few weeks to judge any" in capsys.readouterr().err


@pytest.mark.parametrize("mark", [";", "\t"])
def test_semicolons_tabs_and_a_mark_of_order_say_what_commas_say(tmp_path: Path, mark: str) -> None:
    frame = pd.read_csv(written(tmp_path / "counts.csv"), dtype={"series": str}).assign(exposure=0.5)
    frame.to_csv(tmp_path / "plain.csv", index=False)
    text = frame.to_csv(index=False, sep=mark, decimal="," if mark == ";" else ".", lineterminator="\r\n")
    (tmp_path / "other.csv").write_bytes(b"\xef\xbb\xbf" + text.encode())
    for name in ("plain", "other"):
        judge_table(tmp_path / f"{name}.csv", "week", "2024-04-01", 1.0, tmp_path / f"{name}-out.csv")
    assert (tmp_path / "plain-out.csv").read_text() == (tmp_path / "other-out.csv").read_text()


def test_a_series_or_parent_may_be_called_na_and_none_may_be_empty(tmp_path: Path) -> None:
    table = written(tmp_path / "counts.csv", ("NA", "null"))
    judge_table(table, "week", "2024-04-01", 1.0, tmp_path / "out.csv")
    assert pd.read_csv(tmp_path / "out.csv", keep_default_na=False).series.unique().tolist() == ["NA", "null"]
    table.write_text("series,period,count\na,2024-01-01,1\n,2024-01-08,NA\n")
    with pytest.raises(BadInput, match=r"row 2: .* in column 'series' is empty"):
        judge_table(table, "week", None, 1.0, None)


def test_a_row_that_is_no_utf8_is_named(tmp_path: Path) -> None:
    table = tmp_path / "counts.csv"
    table.write_bytes("series,period,count\na,2024-01-01,1\nKöln,2024-01-01,1\n".encode("latin-1"))
    with pytest.raises(BadInput, match=r"counts.csv: row 2 is no UTF-8 text.*Save it as UTF-8"):
        judge_table(table, "week", None, 1.0, None)


@pytest.mark.parametrize("exposure", ["0", ""])
def test_a_count_where_nothing_was_looked_at_is_named(tmp_path: Path, exposure: str) -> None:
    table = tmp_path / "counts.csv"
    table.write_text(f"series,period,count,exposure\na,2024-01-01,0,0\na,2024-01-02,3,{exposure}\n")
    with pytest.raises(BadInput, match=r"row 2: .* of series 'a' .* period 2024-01-02"):
        judge_table(table, "day", None, 1.0, None)


def test_a_place_to_write_to_is_looked_at_before_anything_is_judged(tmp_path: Path) -> None:
    table = tmp_path / "counts.csv"
    table.write_text("not even a table")
    for out, why in (
        (tmp_path, "it is a folder"),
        (tmp_path / "no" / "out.csv", "its folder is not there"),
        (tmp_path / "out.xlsx", r"tables are written as \.csv or \.parquet"),
    ):
        with pytest.raises(UsageError, match=f"{out}: cannot be written: {why}"):
            judge_table(table, "day", None, 1.0, out)
        with pytest.raises(UsageError, match=f"{out}: cannot be written: {why}"):
            judge_table(table, "day", None, 1.0, None, clusters=out)
    with pytest.raises(UsageError, match="it is a folder"):
        judge_table(tmp_path, "day", None, 1.0, None)
    with pytest.raises(UsageError, match="a folder is kept"):
        judge_table(table, "day", None, 1.0, None, keep=table)


def test_two_judgements_never_write_to_one_kept_folder_at_once(tmp_path: Path) -> None:
    table, keep = written(tmp_path / "counts.csv"), tmp_path / "kept"
    keep.mkdir()
    with alone(keep / "run.lock", str(keep), "Wait."), pytest.raises(Busy, match=r"another run \(process \d+\).*kept"):
        judge_table(table, "day", None, 1.0, tmp_path / "out.csv", keep)
    judge_table(table, "day", None, 1.0, tmp_path / "out.csv", keep)


def test_what_was_never_observed_is_told_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    blank = pd.DataFrame({"series": "a", "period": range(70), "count": ""})
    blank.to_csv(tmp_path / "blank.csv", index=False)
    judge_table(tmp_path / "blank.csv", "day", None, 1.0, tmp_path / "out.csv")
    assert "Nothing was observed from 56 to 69, so nothing was judged" in capsys.readouterr().err
    both = pd.concat([blank, blank.assign(series="b", count=2)])
    both.to_csv(tmp_path / "both.csv", index=False)
    judge_table(tmp_path / "both.csv", "day", None, 1.0, tmp_path / "out.csv")
    assert "1 of 2 series, 'a' first, had nothing to judge from 56 to 69" in capsys.readouterr().err


def test_a_kept_table_takes_new_days_only_and_says_what_it_passes_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    days = [day.date().isoformat() for day in pd.date_range("2024-01-01", periods=70)]
    whole = pd.DataFrame({"series": "a", "period": days, "count": [n % 5 for n in range(70)]})
    whole.iloc[:68].to_csv(tmp_path / "first.csv", index=False)
    whole.iloc[66:].to_csv(tmp_path / "next.csv", index=False)
    judge_table(tmp_path / "first.csv", "day", "2024-03-01", 1.0, tmp_path / "a.csv", tmp_path / "kept")
    judge_table(tmp_path / "next.csv", "day", None, 1.0, tmp_path / "b.csv", tmp_path / "kept")
    assert "2 days of the table were known" in capsys.readouterr().err
    assert pd.read_csv(tmp_path / "a.csv").period.tolist() == days[60:68]
    assert pd.read_csv(tmp_path / "b.csv").period.tolist() == days[68:]
    judge_table(tmp_path / "next.csv", "day", None, 1.0, tmp_path / "c.csv", tmp_path / "kept")
    assert "No new day to judge" in capsys.readouterr().err
    with pytest.raises(UsageError, match=r"judged from 2024-03-01 at a budget of 1"):
        judge_table(tmp_path / "next.csv", "day", None, 2.0, None, tmp_path / "kept")
    with pytest.raises(UsageError, match="--keep: for tables by day"):
        judge_table(tmp_path / "next.csv", "week", None, 1.0, None, tmp_path / "kept")


def test_clusters_of_neighbours_are_written_beside(tmp_path: Path) -> None:
    days = pd.date_range("2024-01-01", periods=130, freq="D").date.astype(str)
    rows = [(f"t{n}", day, (k + n) % 5 == 0, n, n) for n in range(4) for k, day in enumerate(days)]
    frame = pd.DataFrame(rows, columns=["series", "period", "count", "latitude", "longitude"]).astype({"count": int})
    frame.loc[(frame.period >= "2024-05-04") & frame.series.isin(["t1", "t2"]), "count"] += 4
    frame.to_csv(tmp_path / "counts.csv", index=False)
    judge_table(tmp_path / "counts.csv", "day", None, 1.0, tmp_path / "out.csv", clusters=tmp_path / "together.csv")
    told = pd.read_csv(tmp_path / "together.csv")
    assert told.set_index("period").series["2024-05-04"] == "t1; t2"
    with pytest.raises(UsageError, match="for tables by day"):
        judge_table(tmp_path / "counts.csv", "week", None, 1.0, None, clusters=tmp_path / "together.csv")
