"""Every watched series as the detector saw it, a point a period: for charts and maps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import numpy as np

from core.records import SeriesPoint
from trends.model import Judged
from trends.tails import INTERVAL, quantile


def series_points(judged: Judged, first: date, last: date) -> Iterator[SeriesPoint]:
    """Points of the judged periods decided between two days, by series; expected is None where nothing was observed.

    The interval is for that period alone; p is the smallest over the windows that end with it, paid by their shares.
    """
    panel = judged.panel
    periods = [t for t in range(len(panel.starts)) if t >= judged.burn_in and first <= panel.decided(t) <= last]
    if not periods:
        return
    at = slice(periods[0], periods[-1] + 1)
    single = judged.windows[0]
    mean, variance = single.mean[:, at], single.variance[:, at]
    low, high = (quantile(q, mean, variance) for q in INTERVAL)
    seen = judged.expected[:, at] > 0
    since = np.maximum(judged.known - periods[0], 0)
    for i, key in enumerate(panel.keys):
        for n, t in enumerate(periods):
            if n < since[i]:
                continue
            there = bool(seen[i, n])
            yield SeriesPoint(
                stream=panel.stream,
                topic=key.topic,
                level=key.level,
                place_id=key.place_id,
                day=panel.starts[t],
                observed=int(panel.counts[i, t]),
                expected=float(mean[i, n]) if there else None,
                low=float(low[i, n]) if there else None,
                high=float(high[i, n]) if there else None,
                p=float(judged.p[i, t]) if there else None,
            )
