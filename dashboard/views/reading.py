"""What was read: sources by days, grey against the usual, silence in the one warm red."""

from __future__ import annotations

from typing import Any

import altair as alt
import streamlit as st

from dashboard.frame import empty, head
from dashboard.look.drawings import square
from dashboard.look.marks import safe
from dashboard.look.palette import Palette
from dashboard.look.speech import say
from dashboard.look.words import month_labels, short_day
from dashboard.queries.reading import SourceDays, WhatWasRead

MOST_SOURCES = 14
_DAY = "date(datum.value) + ' ' + {months}[month(datum.value)]"


def draw_reading(read: WhatWasRead, palette: Palette) -> None:
    """The chart with its legend. Silent sources always stand on it, then those that bring most."""
    head(say("What was read"))
    if not read.sources:
        empty(say("No source brought anything in these weeks."))
        return
    shown = sorted(read.sources, key=lambda row: not row.silent)[:MOST_SOURCES]
    order = [row.source for row in read.sources if row in shown]
    st.altair_chart(_chart(read, [row for row in read.sources if row in shown], order, palette), key="read")
    left = len(read.sources) - len(shown)
    more = " · " + say("{n} further sources were read as usual", n=left) if left else ""
    usual, silent = say("posts read against the usual"), say("silent: unknown, not zero") + more
    st.html(
        f'<div class="hg-legend"><span class="pair">{square(palette.read_low)}{square(palette.read_high)} {safe(usual)}'
        f'</span><span class="gap"></span><span class="pair">{square(palette.silent)} {safe(silent)}</span></div>'
    )


def _chart(read: WhatWasRead, rows: list[SourceDays], order: list[str], palette: Palette) -> Any:
    data = [cell for row in rows for cell in _cells(read, row)]
    axis: dict[str, Any] = {"ticks": False, "domain": False, "labelColor": palette.second}
    return (
        alt.Chart(alt.InlineData(values=data))
        .mark_rect(stroke=palette.paper, strokeWidth=2, cornerRadius=2)
        .encode(
            x=alt.X(
                "yearmonthdate(day):O",
                title=None,
                axis=alt.Axis(
                    labelOverlap=True,
                    labelAngle=0,
                    labelExpr=_DAY.format(months=month_labels()),
                    labelSeparation=12,
                    **axis,
                ),
            ),
            y=alt.Y("source:N", title=None, sort=order, axis=alt.Axis(labelOverlap=False, labelFontSize=12, **axis)),
            color=alt.condition(
                "datum.silent",
                alt.value(palette.silent),
                alt.Color(
                    "share:Q",
                    scale=alt.Scale(domain=[0.3, 1.6], range=[palette.read_low, palette.read_high], clamp=True),
                    legend=None,
                ),
            ),
            tooltip=[alt.Tooltip("source:N"), alt.Tooltip("says:N", title=say("read"))],
        )
        .properties(height=alt.Step(22))
        .configure_view(stroke=None)
    )


def _cells(read: WhatWasRead, row: SourceDays) -> list[dict[str, Any]]:
    ends = len(row.documents) - row.silent_days
    return [
        {
            "source": row.source,
            "day": f"{day.isoformat()}T12:00:00",
            "share": documents / row.usual if row.usual else 0,
            "silent": row.silent and at >= ends,
            "says": say("{day}: {n} posts, {usual} usual", day=short_day(day), n=documents, usual=f"{row.usual:.0f}"),
        }
        for at, (day, documents) in enumerate(zip(read.days, row.documents, strict=True))
    ]
