"""The constants that `benchmarks/sweeps.py` changes, each with other values to try."""

from __future__ import annotations

from types import ModuleType
from typing import Any

from benchmarks import daily_world
from trends import (
    bank,
    budget,
    detection,
    dispersion,
    exposure,
    glm,
    model,
    outbreak,
    scan,
    season,
    series,
    siblings,
    table_clusters,
    windows,
)
from trends.bank import Grid

type Changes = tuple[tuple[ModuleType, str, tuple[Any, ...]], ...]
DRIFTS, SPREADS = (0.0, 1e-4, 4e-4, 1.6e-3, 6.4e-3), (1.02, 1.25, 1.6, 2.2, 3.2, 5.0, 8.0)
DAY_DRIFTS, DAY_SPREADS = (0.0, 1e-5, 1e-4, 1e-3), (1.02, 1.3, 1.8, 2.8, 5.0)
FEW_STRENGTHS = (0.1, 0.8, 6.0)
BUDGET: Changes = (
    (budget, "PAID_SLOWLY", (5.0, 10.0, 40.0, 80.0)),
    (budget, "MOST_LENT", (1.0, 1.1, 1.5, 2.0)),
    (budget, "LENT_BELOW", (0.003, 0.03)),
    (budget, "ENOUGH_EPISODES", (50, 200)),
    (budget, "SMALLEST_RATIO", (0.04, 0.16)),
    (budget, "PRIOR_RATIO", (0.15, 0.8)),
    (budget, "PRIOR_WEIGHT", (2.0, 18.0)),
    (budget, "LOOSEST", (0.03, 0.1)),
)
WEEKLY: Changes = (
    (
        series,
        "WEEKLY",
        (
            Grid.of((0.0,), SPREADS, 1),
            Grid.of((0.0, 4e-4, 6.4e-3), SPREADS, 1),
            Grid.of((0.0, 1e-4, 4e-4, 1.6e-3, 6.4e-3, 2.56e-2), SPREADS, 1),
            Grid.of(DRIFTS, (1.02, 1.6, 3.2, 8.0), 1),
            Grid.of(DRIFTS, (1.02, 1.1, 1.25, 1.4, 1.6, 1.9, 2.2, 2.7, 3.2, 4.0, 5.0, 6.5, 8.0), 1),
            Grid.of(DRIFTS, SPREADS, 0),
            Grid.of(DRIFTS, SPREADS, 3),
        ),
    ),
    (dispersion, "RATE_STEPS", ((), (0.1, 1.0, 10.0))),
    (dispersion, "PRIOR_SERIES", (1.0, 10.0)),
    (dispersion, "YOUNG", (6, 26)),
    (dispersion, "ROUNDS", (10,)),
    (season, "HARMONICS", ({"week": 1, "day": 1}, {"week": 3, "day": 1})),
    (season, "HARMONIC_RIDGE", (1.0, 16.0)),
    (season, "TREND_RIDGE", (0.25, 4.0)),
    (glm, "DRAWN_PERIODS", (7.0, 60.0)),
    (glm, "OUTLYING", (2.0, 3.3)),
    (bank, "CLIP", (2.0, 3.3)),
    (bank, "FREELY_LEARNED", (4, 25)),
    (series, "OLD_STRENGTH", (2.0, 12.0)),
    (series, "OWN_GROUPS", (2.0, 12.0)),
    (series, "REMEMBERED_YEARS", (2, 4)),
    (series, "REFIT_WEEKS", (1, 13)),
    (series, "NOTHING_NOW", (0.3, 0.5)),
    (outbreak, "SIZES", ((2.0, 5.0, 10.0), (1.0, 3.0, 7.0, 15.0))),
    (outbreak, "SHAPES", (((0.6,), (0.35, 0.6)), ((0.5,), (0.3, 0.5)), ((0.4,), (0.5, 0.4)))),
    (outbreak, "CLASSES", (4, 16)),
    (outbreak, "INNER_CLASSES", (1, 8)),
    (outbreak, "TAIL_FROM", (0.003, 0.03)),
    (siblings, "STRENGTHS", (FEW_STRENGTHS,)),
    (siblings, "USUAL_DISPERSION", (1.02, 1.5)),
)
DAILY: Changes = (
    (
        daily_world,
        "DAILY",
        (
            Grid.of((0.0,), DAY_SPREADS, 7),
            Grid.of((0.0, 1e-4), DAY_SPREADS, 7),
            Grid.of((0.0, 1e-5, 1e-4, 1e-3, 1e-2), DAY_SPREADS, 7),
            Grid.of(DAY_DRIFTS, (1.02, 1.8, 5.0), 7),
            Grid.of(DAY_DRIFTS, DAY_SPREADS, 3),
            Grid.of(DAY_DRIFTS, DAY_SPREADS, 14),
        ),
    ),
    (daily_world, "POOLED_EVERY", (14, 91)),
    (daily_world, "SHARES", ({"day": (1 / 3, 1 / 3, 1 / 3)}, {"day": (0.05, 0.35, 0.6)})),
    (dispersion, "RATE_STEPS", ((), (0.1, 1.0, 10.0))),
    (dispersion, "PRIOR_SERIES", (1.0, 10.0)),
    (bank, "CLIP", (2.0, 3.3)),
    (bank, "FREELY_LEARNED", (4, 25)),
    (siblings, "STRENGTHS", (FEW_STRENGTHS,)),
    (siblings, "USUAL_DISPERSION", (1.02, 1.5)),
    (scan, "TEMPER", (0.4, 1.0)),
    (scan, "LIKELY", (30, 300)),
)
POSTS: Changes = (
    (exposure, "WINDOW_DAYS", (60, 240)),
    (exposure, "GUARD_DAYS", (1, 21)),
    (exposure, "SHARE_DAYS", (28, 112)),
    (exposure, "ESTABLISHED", (5, 42)),
    (exposure, "FLOOD", ((2.0, 1.5), (5.0, 3.0), (3.0,), (100.0,))),
    (exposure, "DRAWN_BY", (0.0, 2.0, 12.0, 1e9)),
    (exposure, "PRIOR_DOCUMENTS", (60.0, 1000.0)),
    (model, "POOLED_EVERY", ({"day": 14, "week": 13}, {"day": 91, "week": 13})),
    (
        model,
        "DAILY",
        (
            Grid.of((0.0,), DAY_SPREADS, 7),
            Grid.of((0.0, 1e-5, 1e-4, 1e-3, 1e-2), DAY_SPREADS, 7),
            Grid.of(DAY_DRIFTS, (1.02, 1.8, 5.0), 7),
            Grid.of(DAY_DRIFTS, DAY_SPREADS, 3),
            Grid.of(DAY_DRIFTS, DAY_SPREADS, 14),
        ),
    ),
    (siblings, "STRENGTHS", (FEW_STRENGTHS,)),
    (siblings, "USUAL_DISPERSION", (1.02, 1.5)),
    (siblings, "PRIOR_GROUPS", (0.3, 4.0)),
    (season, "WEEKDAY_PRIOR", (10.0, 250.0)),
    (season, "OUTLANDISH", (2.0, 6.0)),
    (windows, "SHARES", ({"day": (1 / 3, 1 / 3, 1 / 3)}, {"day": (0.05, 0.35, 0.6)})),
    (dispersion, "YOUNG", (6, 26)),
    (dispersion, "PRIOR_SERIES", (1.0, 10.0)),
    (bank, "CLIP", (2.0, 3.3)),
    (bank, "FREELY_LEARNED", (4, 25)),
)
ALARMS: Changes = ((detection, "LIKELY_TRUE", (0.0, 0.03)),)
CLUSTERS: Changes = ((table_clusters, "CALIBRATED_DAYS", (91, 364)),)
DAYS: Changes = ((season, "WEEKDAY_RIDGE", (2.5, 40.0)),)
