"""`honeyguide spikes`: the detector on anyone's table of counts."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal, cast

import pandas as pd

from core.errors import BadInput, UsageError

NEEDED = ("series", "period", "count")


def read_table(path: Path) -> pd.DataFrame:
    """A CSV or Parquet file with at least the needed columns. Raises UsageError or BadInput naming file and column."""
    if not path.is_file():
        raise UsageError(f"{path}: no such file.")
    try:
        frame = pd.read_parquet(path) if path.suffix == ".parquet" else pd.read_csv(path)
    except (ValueError, UnicodeDecodeError, OSError) as error:
        raise BadInput(f"{path}: not readable as a table: {error}") from error
    missing = [column for column in NEEDED if column not in frame]
    if missing:
        raise UsageError(f"{path}: no column '{missing[0]}'.", remedy=f"It has: {', '.join(map(str, frame.columns))}.")
    return frame


def judge_table(path: Path, every: str, from_: str | None, budget: float, out: Path | None) -> None:
    """Judge each period of each series by its past alone, and write the outcome."""
    from trends.table import detect_table

    if every not in ("day", "week"):
        raise UsageError(f"--every {every}: it is day or week.")
    judged = detect_table(read_table(path), every=cast(Literal["day", "week"], every), from_=from_, budget=budget)
    if out is None:
        judged.to_csv(sys.stdout, index=False)
    elif out.suffix == ".parquet":
        judged.to_parquet(out, index=False)
    else:
        judged.to_csv(out, index=False)
