"""Real counts: weekly infections with outbreaks that experts marked, and hourly posts of disasters.

    python -m benchmarks.real_counts [R]

Labelled series (HONEYGUIDE_DATA/surveillance_series): alarms inside and outside the marked weeks, share of marked
outbreaks alarmed, delay in weeks, at one false episode a year and series, and at farringtonFlexible's own
rate of false weeks. With the word R, R's `surveillance` (found as `Rscript`) judges the same weeks in the same run.
Hourly posts (crisislex_t26): hours from an event's first post to its first alarm, a fortnight of silence before it.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pandas as pd

from benchmarks.shared import reference
from trends.table import detect_table

DATA = reference()
JUDGED_WEEKS = 104  # the last two years of each labelled series: the rest is past
R_SCRIPT = """
suppressMessages(library(surveillance))
rows <- read.csv(commandArgs(TRUE)[1]); out <- NULL
for (name in unique(rows$series)) {
  one <- rows[rows$series == name, ]; one <- one[order(one$period), ]
  series <- sts(one$count, start = c(2001, 1), frequency = 52)
  years <- min(5, floor((nrow(one) - 105 - 30) / 52))
  if (years < 1) next
  control <- list(range = (nrow(one) - 103):nrow(one), b = years, w = 3, noPeriods = if (years > 1) 10 else 1,
                  pastWeeksNotIncluded = 26, limit54 = c(0, 4), thresholdMethod = "nbPlugin", alpha = 0.01)
  found <- try(suppressWarnings(farringtonFlexible(series, control)), silent = TRUE)
  if (inherits(found, "try-error")) next
  out <- rbind(out, data.frame(series = name, period = one$period[control$range], p = as.vector(found@control$pvalue)))
}
write.csv(out, commandArgs(TRUE)[2], row.names = FALSE); cat(proc.time()[[1]])
"""


def labelled() -> pd.DataFrame:
    """Rows of series, period, count, outbreak."""
    rows = pd.read_csv(DATA / "surveillance_series" / "labelled_dev.csv")
    rows = rows[rows.freq == 52].dropna(subset=["state_outbreak"])
    named = rows.assign(series=rows.series + "/" + rows.unit.astype(str))
    return named.rename(columns={"t": "period", "observed": "count", "state_outbreak": "outbreak"})


def told(name: str, rows: pd.DataFrame, alarm: pd.Series) -> None:
    """Print how alarms and marked weeks meet, over all series."""
    false, weeks, found, delays, events = 0, 0, 0, [], 0
    for _, one in rows.assign(alarm=alarm).groupby("series"):
        marked, raised = one.outbreak.to_numpy() > 0, one.alarm.to_numpy(dtype=bool)
        false, weeks = false + int((raised & ~marked).sum()), weeks + int((~marked).sum())
        begins = np.flatnonzero(marked & ~np.concatenate([[False], marked[:-1]]))
        for begin in begins.tolist():
            length = int(np.argmin(np.concatenate([marked[begin:], [False]])))
            hits = np.flatnonzero(raised[begin : begin + length])
            events, found = events + 1, found + bool(hits.size)
            delays += hits[:1].tolist()
    late = f"{np.median(delays):.0f}" if delays else "-"
    print(f"{name:44} {found} of {events} outbreaks, median {late} weeks late; {false} false weeks of {weeks}")


def infections(with_r: bool) -> None:
    """Ours, and R's in the same run."""
    rows = labelled()
    last = rows.groupby("series").period.transform("max")
    begin = time.process_time()
    table = pd.concat(
        [
            detect_table(one[["series", "period", "count"]], "week", int(one.period.max()) - JUDGED_WEEKS + 1, 1 / 52)
            for _, one in rows.groupby("series")
        ]
    )
    seconds = time.process_time() - begin
    judged = rows[rows.period > last - JUDGED_WEEKS].merge(table, on=["series", "period"])
    print(f"{judged.series.nunique()} series, {len(judged)} judged weeks, ours {seconds:.1f} CPU s")
    told("ours, one false episode a year and series", judged, judged.alarm)
    if not with_r:
        return
    with tempfile.TemporaryDirectory() as at:
        script, given, out = Path(at) / "ff.R", Path(at) / "in.csv", Path(at) / "out.csv"
        script.write_text(R_SCRIPT, encoding="utf-8")
        rows.to_csv(given, index=False)
        spent = subprocess.run(["Rscript", script, given, out], check=True, capture_output=True, text=True).stdout
        theirs = pd.read_csv(out)
    both = judged.merge(theirs, on=["series", "period"], suffixes=("", "_r"))
    quiet = both.outbreak == 0
    rate = float((both.p_r[quiet] < 0.01).mean())
    level = float(np.quantile(both.p[quiet], rate))
    speed = f"{spent} CPU s, {len(theirs) / float(spent):.0f} weeks a CPU second"
    print(f"the {both.series.nunique()} series that farringtonFlexible can judge ({speed}):")
    told("  farringtonFlexible at its .01", both, both.p_r < 0.01)
    told("  ours at the same rate of false weeks", both, both.p < level)


def disasters() -> None:
    """Hours from the first post to the first alarm."""
    hours = pd.read_csv(DATA / "crisislex_t26" / "hourly_dev.csv.gz")
    late = {}
    for event, one in hours.groupby("event"):
        at = pd.to_datetime(one.hour_utc)
        number = ((at - at.min()).dt.total_seconds() // 3600).astype(int) + 336
        counts = np.zeros(int(number.max()) + 1, dtype=int)
        counts[number] = one.tweets
        frame = pd.DataFrame({"series": event, "period": np.arange(counts.size), "count": counts})
        judged = detect_table(frame, "day", 168, budget=7 / (24 * 7))
        alarms = judged[judged.alarm & (judged.period >= 336)].period
        late[event] = int(alarms.min()) - 336 if len(alarms) else None
    print(f"{sum(v is not None and v <= 6 for v in late.values())} of {len(late)} events within six hours: {late}")


def main() -> None:
    """Print both."""
    if not DATA.is_dir():
        raise SystemExit(f"no reference data in {DATA}; set HONEYGUIDE_DATA")
    infections("R" in sys.argv[1:])
    disasters()


if __name__ == "__main__":
    main()
