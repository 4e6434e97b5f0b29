"""`honeyguide spikes`: the detector on anyone's table of counts."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal, cast

import pandas as pd

from core.alone import alone
from core.errors import BadInput, UsageError

# What stands for "not known" in a column of figures; a series or parent may well be called NA.
UNKNOWN = ("", "NA", "N/A", "NaN", "nan", "null", "NULL", "None", "<NA>")
FIGURES = ("period", "count", "exposure", "latitude", "longitude")


def read_table(path: Path) -> pd.DataFrame:
    """A CSV (with commas, semicolons or tabs) or Parquet file; names of series stay as they are written.

    Raises UsageError or BadInput naming it.
    """
    if not path.is_file():
        raise UsageError(f"{path}: {'it is a folder' if path.is_dir() else 'no such file'}.")
    try:
        if path.suffix == ".parquet":
            return pd.read_parquet(path)
        return _numbered(_parted(path))
    except UnicodeDecodeError as error:
        raise BadInput(f"{path}: {_undecodable(path)} is no UTF-8 text.", remedy="Save it as UTF-8.") from error
    except (ValueError, OSError) as error:
        raise BadInput(f"{path}: not readable as a table: {error}") from error


def _parted(path: Path) -> pd.DataFrame:
    heading = ",".join(map(str, pd.read_csv(path, nrows=0).columns))
    sep = next((mark for mark in ";\t" if mark in heading and "," not in heading), ",")
    frame = pd.read_csv(
        path,
        sep=sep,
        decimal="," if sep == ";" else ".",
        dtype={"series": str, "parent": str},
        keep_default_na=False,
        na_values=dict.fromkeys(FIGURES, UNKNOWN),
    )
    return frame.assign(series=frame["series"].mask(frame["series"] == "")) if "series" in frame else frame


def _undecodable(path: Path) -> str:
    data = path.read_bytes()
    try:
        data.decode()
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start)
        return f"row {row}" if row else "the heading"
    return "a part of it"


def _numbered(frame: pd.DataFrame) -> pd.DataFrame:
    """Series whose names are all plain numbers are ordered as numbers; "007" stays "007"."""
    if "series" in frame and frame["series"].str.fullmatch(r"0|[1-9]\d{0,17}").fillna(False).all():
        return frame.astype({"series": int})
    return frame


def judge_table(
    path: Path,
    every: str,
    from_: str | None,
    budget: float,
    out: Path | None,
    keep: Path | None = None,
    clusters: Path | None = None,
) -> None:
    """Judge each period of each series by its past alone, and write the outcome; with `keep` only the days that are new
    to what that folder keeps of the table. `clusters`: where to write what neighbouring series hold together."""
    from trends.table_clusters import cluster_table

    _check(every, budget, keep, clusters)
    for target in (out, clusters):
        _check_target(target)
    frame = read_table(path)
    try:
        together = cluster_table(frame, from_) if clusters is not None else None
        judged = _judged(frame, every, from_, budget, keep)
    except BadInput as error:
        raise BadInput(f"{path}: {error.message}", remedy=error.remedy) from error
    if judged.empty:
        print(_why_nothing(frame, every, from_) if keep is None else _KEPT_NOTHING, file=sys.stderr)
    elif unseen := _unseen(judged):
        print(unseen, file=sys.stderr)
    _write(judged, out)
    if together is not None:
        _write(together, clusters)


def _check(every: str, budget: float, keep: Path | None, clusters: Path | None) -> None:
    if every not in ("day", "week"):
        raise UsageError(f"--every {every}: it is day or week.")
    if not budget > 0:
        raise UsageError(f"--budget {budget:g}: it is a number above 0.")
    if keep is not None and every != "day":
        raise UsageError("--keep: for tables by day; one by week is judged anew in seconds.")
    if keep is not None and keep.exists() and not keep.is_dir():
        raise UsageError(f"--keep {keep}: it is a file; a folder is kept.")
    if clusters is not None and every != "day":
        raise UsageError("--clusters: for tables by day.")


def _check_target(target: Path | None) -> None:
    """What would only be told after minutes of work, or never. Raises UsageError naming the file."""
    if target is not None and target.is_dir():
        raise UsageError(f"{target}: cannot be written: it is a folder.")
    if target is not None and target.suffix not in (".csv", ".parquet"):
        raise UsageError(f"{target}: cannot be written: tables are written as .csv or .parquet.")
    if target is not None and not target.absolute().parent.is_dir():
        raise UsageError(f"{target}: cannot be written: its folder is not there.")


def _judged(frame: pd.DataFrame, every: str, from_: str | None, budget: float, keep: Path | None) -> pd.DataFrame:
    from trends.keeping import keep_table
    from trends.table import detect_table

    if keep is None:
        return detect_table(frame, every=cast(Literal["day", "week"], every), from_=from_, budget=budget)
    keep.mkdir(parents=True, exist_ok=True)
    with alone(keep / "run.lock", str(keep), "Wait for it, or name another folder."):
        night = keep_table(frame, from_, budget, keep)
    if night.passed_over:
        print(f"{night.passed_over} days of the table were known and passed over.", file=sys.stderr)
    return night.judged


_KEPT_NOTHING = "No new day to judge: all of it is known, or lies before the first judged day and was learned from."


def _why_nothing(frame: pd.DataFrame, every: str, from_: str | None) -> str:
    if frame.empty:
        return "The table has no rows, so nothing can be judged."
    if from_ is not None:
        return f"No period of the table lies at or after {from_}, so nothing was judged."
    return f"Too few {every}s to judge any: the first eight weeks are learned from; --from judges earlier ones."


def _unseen(judged: pd.DataFrame) -> str:
    """Which series have nothing but empty figures, in words."""
    seen = judged["observed"].notna().groupby(judged["series"]).any()
    if seen.all():
        return ""
    first, last = judged["period"].iloc[0], judged["period"].iloc[-1]
    if not seen.any():
        return f"Nothing was observed from {first} to {last}, so nothing was judged: all figures are empty."
    missed = (~seen).sum()
    return (
        f"{missed} of {seen.size} series, '{seen.index[~seen][0]}' first, had nothing to judge from {first} to {last}."
    )


def _write(judged: pd.DataFrame, out: Path | None) -> None:
    try:
        if out is None:
            judged.to_csv(sys.stdout, index=False)
        elif out.suffix == ".parquet":
            judged.to_parquet(out, index=False)
        else:
            judged.to_csv(out, index=False)
    except OSError as error:
        raise UsageError(f"{out}: cannot be written: {error}") from error
