"""Clusters of neighbouring series in anyone's daily table, where it tells the places of its series.

What `trends.clusters` does for the watched cities, for every judged day of a table: the zone that most likely holds a
rise that no series shows alone, told where so high a score came no more often than accepted in the half year before.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from core.errors import BadInput
from trends.arrays import Bools, Floats
from trends.clusters import APART_DAYS, CALIBRATED_DAYS, LEAST_DAYS, level, recurrence
from trends.grid import grid_of, parents_of, unit_of
from trends.scan import Held, Top, scan
from trends.series import windows_of
from trends.table import first_judged
from trends.zones import zones

OUT = ("episode", "period", "days", "series", "observed", "expected", "recurrence_days")
CELLS_AT_ONCE = 5_000_000  # zones times days: 40 MB an array, of which a scan holds some eight
LEAST_GROUPS = 2  # one post makes no cluster
LIMITS = {"latitude": 90.0, "longitude": 180.0}


def cluster_table(frame: pd.DataFrame, from_: str | int | None) -> pd.DataFrame:
    """The clusters of each judged day, by its past alone; `frame` as `detect_table` takes it, by day.

    Returns rows of `episode` (its number; days at most three apart are one), `period` (the last day), `days` (length of
    the window that ends there), `series` (those together above what was expected, joined by "; "), `observed`,
    `expected`, `recurrence_days` (so high a one came once in so many days before). None is told before 56 judged days
    are past. Raises BadInput naming the column or row that cannot be read, and where the table tells no places.
    """
    grid = grid_of(frame, "day")
    latitude, longitude, labels = places_of(frame, grid.series)
    first = first_judged(grid, "day", from_)
    if len(grid.series) < 2 or len(grid.periods) - first <= LEAST_DAYS:
        return pd.DataFrame(columns=list(OUT))
    exposure = grid.exposure / unit_of(grid.exposure, first)
    longer = [w for w in windows_of(grid.counts, exposure, first, grid.family) if w.periods > 1]
    held = [Held(w.observed[:, first:], w.mean[:, first:], w.variance[:, first:]) for w in longer]
    circles = zones(latitude, longitude, (labels,))
    top = _scanned(held, circles)
    rows: list[dict[str, object]] = []
    days = _passing(top.score)
    for episode, day in zip(np.cumsum(np.diff(days, prepend=-LEAST_DAYS) > APART_DAYS), days, strict=True):
        zone, window = circles[[top.zone[day]]].toarray()[0] > 0, int(top.window[day])
        names = [str(name) for name, inside in zip(grid.series, zone, strict=True) if inside]
        told = {"episode": int(episode), "period": grid.periods[first + day], "days": longer[window].periods}
        rows.append(told | {"series": "; ".join(names)} | _figures(held[window], zone, day) | _rare(top, day))
    return pd.DataFrame(rows, columns=list(OUT))


def _scanned(held: Sequence[Held], circles: csr_array) -> Top:
    """`scan`, so many days at a time that its numbers by zone and day fit into memory."""
    step = max(1, CELLS_AT_ONCE // circles.shape[0])
    days = range(0, held[0].observed.shape[1], step)
    parts = [scan([_days(one, at, at + step) for one in held], circles, LEAST_GROUPS) for at in days]
    return Top(*(np.concatenate([getattr(part, name) for part in parts]) for name in Top.__slots__))


def _days(held: Held, begin: int, end: int) -> Held:
    return Held(held.observed[:, begin:end], held.mean[:, begin:end], held.variance[:, begin:end])


def _passing(score: Floats) -> list[int]:
    return [day for day in range(LEAST_DAYS, score.size) if score[day] > level(_past(score, day))]


def _past(score: Floats, day: int) -> Floats:
    return score[None, max(0, day - CALIBRATED_DAYS) : day]


def _rare(top: Top, day: int) -> dict[str, object]:
    return {"recurrence_days": round(recurrence(_past(top.score, day), float(top.score[day])), 1)}


def _figures(held: Held, zone: Bools, day: int) -> dict[str, object]:
    return {"observed": int(held.observed[zone, day].sum()), "expected": round(float(held.mean[zone, day].sum()), 2)}


def places_of(frame: pd.DataFrame, series: list[object]) -> tuple[Floats, Floats, list[str]]:
    """Latitude and longitude (S,) in degrees, and the parent of each series (one for all where none is told)."""
    for name in LIMITS:
        if name not in frame.columns:
            raise BadInput(f"the table lacks the column '{name}'.", remedy="Clusters need the place of each series.")
    parents = parents_of(frame) if "parent" in frame.columns else pd.Series("", frame.index)
    latitude, longitude = (_degrees(frame, name, series) for name in LIMITS)
    return latitude, longitude, parents.groupby(frame["series"]).first().loc[pd.Index(series)].tolist()


def _degrees(frame: pd.DataFrame, name: str, series: list[object]) -> Floats:
    values = pd.to_numeric(frame[name], errors="coerce")
    bad = (frame[name].notna() & values.isna()) | (values.abs() > LIMITS[name])
    if bad.any():
        at = int(np.flatnonzero(bad)[0])
        raise BadInput(f"row {at + 1}: '{frame[name].iloc[at]}' in column '{name}' is no {name} in degrees.")
    spread = values.groupby(frame["series"]).agg(["min", "max"]).loc[pd.Index(series)]
    for one, (low, high) in zip(series, spread.to_numpy(dtype=np.float64), strict=True):
        if np.isnan(low):
            raise BadInput(f"series '{one}' has no {name}.", remedy="Clusters need the place of each series.")
        if low != high:
            raise BadInput(f"series '{one}' lies at {name} {low:g} and at {high:g}.")
    return spread["min"].to_numpy(dtype=np.float64)
