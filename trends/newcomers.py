"""New sources: until one has been read for some weeks, what it alone shows is uncertain, not a spike."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from trends.panel import Panel

YOUNG_DAYS = 28  # four of each weekday; by then a source's own propensity weighs more than that of all sources


def young_sources(panel: Panel, on: date) -> frozenset[str]:
    """Sources first read less than YOUNG_DAYS before a day; those there from the beginning are never young."""
    read = panel.documents.sum(axis=0) > 0
    first = read.argmax(axis=1)
    return frozenset(
        source
        for source, start, any_read in zip(panel.sources, first, read.any(axis=1), strict=True)
        if any_read and start > 0 and panel.starts[start] + timedelta(days=YOUNG_DAYS) > on
    )


def rests_on_newcomers(groups: Mapping[str, int], usual_up_to: float, young: frozenset[str]) -> bool:
    """Whether the settled sources alone stay within the usual range: then only young ones make the rise.

    `groups`: those of the window by source.
    """
    settled = sum(n for source, n in groups.items() if source not in young)
    return settled < sum(groups.values()) and settled <= usual_up_to
