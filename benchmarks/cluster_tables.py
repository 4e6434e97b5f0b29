"""Daily tables of thirty towns on a grid, quiet or with rises over three neighbours that no town shows alone."""

from __future__ import annotations

import numpy as np
import pandas as pd

from trends.table_clusters import cluster_table

TOWNS, ACROSS, DAYS, FIRST = 30, 6, 900, 150
USUAL, MORE, LASTS, EVERY = 0.5, 0.6, 5, 30  # posts a town and day; more of them, for so many days, each so many days
FROM = FIRST + 200  # the first rise: half a year is judged by then


def table(seed: int, planted: bool) -> tuple[pd.DataFrame, dict[int, set[str]]]:
    """The table, and the towns of each rise by its first day."""
    rng = np.random.default_rng(seed)
    rate, rises = np.full((TOWNS, DAYS), USUAL), dict[int, set[str]]()
    for day in range(FROM, DAYS - LASTS, EVERY) if planted else ():
        corner = int(rng.integers(TOWNS // ACROSS - 1)) * ACROSS + int(rng.integers(ACROSS - 1))
        towns = [corner, corner + 1, corner + ACROSS]
        rate[towns, day : day + LASTS] += MORE
        rises[day] = {str(town) for town in towns}
    town, day = (at.ravel() for at in np.indices(rate.shape))
    where = {"latitude": town // ACROSS * 0.5, "longitude": town % ACROSS * 0.5}
    return pd.DataFrame({"series": town.astype(str), "period": day, "count": rng.poisson(rate).ravel(), **where}), rises


def false_episodes(seed: int) -> float:
    """Episodes told in ten days of a quiet table: a tenth of one is accepted a day."""
    told = cluster_table(table(seed, planted=False)[0], FIRST)
    return 10 * float(told["episode"].nunique()) / (DAYS - FIRST)


def found(seed: int) -> float:
    """Share of the rises of which two towns or three are told together while they last or two days after."""
    frame, rises = table(seed, planted=True)
    told = [(int(row.period), set(row.series.split("; "))) for row in cluster_table(frame, FIRST).itertuples()]
    met = [
        any(day <= at < day + LASTS + 2 and len(towns & names) > 1 for at, names in told)
        for day, towns in rises.items()
    ]
    return float(np.mean(met))
