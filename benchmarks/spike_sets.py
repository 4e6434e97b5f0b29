"""Run the simulated development sets through the table detector and score them as a stranger would.

    python -m benchmarks.spike_sets [A] [A2] [S]

The sets and the scorer lie beside the reference data (HONEYGUIDE_DATA, default ../shared/data; scorer in ../bench).
Each set becomes the long table that `honeyguide spikes` reads; the scores it gives back go to the scorer.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pandas as pd

from benchmarks.shared import reference
from trends.table import detect_table

FIRST = 576
FILES = {"A": "noufaily_dev_series.csv.gz", "A2": "a2_dev_series.csv.gz", "S": "short_dev_series.csv.gz"}


def data_folder() -> Path:
    """Where the reference data lies."""
    return reference()


def long_table(which: str, folder: Path) -> pd.DataFrame:
    """A development set as series, period, count, and where known exposure and parent; -1 is not observed."""
    wide = pd.read_csv(folder / FILES[which])
    weeks = [name for name in wide.columns if name[0] == "w" and name[1:].isdigit()]
    rows = wide.melt(id_vars=["id", "scenario"], value_vars=weeks, var_name="week", value_name="count")
    rows["period"] = rows.week.str[1:].astype(int)
    rows = rows[rows["count"] >= 0].rename(columns={"id": "series"})
    if which == "S":
        rows["parent"] = rows.scenario
    if which == "A2":
        volume = pd.read_csv(folder / "a2_dev_volume.csv.gz")
        read = volume.melt(id_vars=["id"], value_vars=weeks, var_name="week", value_name="exposure")
        rows = rows.merge(read.rename(columns={"id": "series"}), on=["series", "week"], validate="1:1")
    return rows.drop(columns=["scenario", "week"])


def run(which: str, folder: Path) -> None:
    """Score one set, and print what it cost."""
    table = long_table(which, folder)
    begin = time.process_time()
    found = detect_table(table, "week", FIRST, budget=1.0)
    seconds = time.process_time() - begin
    print(f"== {which}: {len(table):,} series-weeks in {seconds:.1f} CPU s ({len(table) / seconds:,.0f} a second)")
    if which == "S":
        new = pd.read_csv(folder / FILES["S"]).query("new == 1").id
        found = found[found.series.isin(new)]
    scores = found.pivot(index="series", columns="period", values="score").rename_axis("id").reset_index()
    with tempfile.TemporaryDirectory() as at:
        path = Path(at) / "scores.csv"
        scores.to_csv(path, index=False)
        scorer = folder.parents[1] / "bench" / "spike_bench.py"
        subprocess.run([sys.executable, str(scorer), which, str(path)], check=True)


def main() -> None:
    """Run the sets named on the command line, by default all."""
    folder = data_folder()
    if not (folder / "spikes_dev").is_dir():
        raise SystemExit(f"no development sets in {folder}; set HONEYGUIDE_DATA")
    for which in sys.argv[1:] or list(FILES):
        run(which, folder / "spikes_dev")


if __name__ == "__main__":
    main()
