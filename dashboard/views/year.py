"""The year of weeks as a chart: band, expected line, what was seen, and the alarm named where it stands."""

from __future__ import annotations

from typing import Any

import altair as alt

from core.records import Spike
from dashboard.look.palette import Palette
from dashboard.look.speech import say
from dashboard.look.words import counted, month_labels, short_day
from dashboard.queries.place import PlacePage


def year_chart(page: PlacePage, palette: Palette) -> Any:
    """Layers over weekly values; gaps in the line where nothing was read."""
    weeks = _weeks(page)
    base = alt.Chart(alt.InlineData(values=weeks)).encode(
        x=alt.X(
            "ends:T",
            title=None,
            axis=alt.Axis(
                labelExpr=f"{month_labels()}[month(datum.value)] + ' ' + year(datum.value)",
                tickCount=8,
                grid=False,
                domainColor=palette.rule,
                tickColor=palette.rule,
                labelColor=palette.second,
            ),
        )
    )
    y = alt.Axis(
        gridColor=palette.rule, gridOpacity=0.6, domain=False, ticks=False, labelColor=palette.second, tickCount=4
    )
    band = base.mark_area(color=palette.band).encode(
        y=alt.Y("low:Q", title=None, axis=y, scale=alt.Scale(nice=True)), y2="high:Q"
    )
    expected = base.mark_line(color=palette.line, strokeDash=[4, 3], strokeWidth=1.3).encode(y="expected:Q")
    line = base.mark_line(color=palette.second, strokeWidth=1.6).encode(y="observed:Q")
    pressed = alt.selection_point(name="week", fields=["day"], on="click", empty=False)
    hover = (
        base.mark_point(size=260, color=palette.accent, strokeWidth=1.6)
        .encode(
            y="observed:Q",
            opacity=alt.condition(pressed, alt.value(1), alt.value(0)),
            tooltip=[
                alt.Tooltip("week:N", title=say("week to")),
                alt.Tooltip("observed:Q", title=say("posts")),
                alt.Tooltip("about:N", title=say("as expected")),
            ],
        )
        .add_params(pressed)
    )
    layers = [band, expected, line, *_marks(base, weeks, palette), hover, *_interventions(page, palette)]
    return alt.layer(*layers).properties(height=260).configure_view(stroke=None)


def _marks(base: Any, weeks: list[dict[str, Any]], palette: Palette) -> list[Any]:
    """Points that stand alone between gaps, and alarms with their names; layers without any point are left out."""
    layers = []
    if any(week["alone"] for week in weeks):
        alone = base.transform_filter("datum.alone").mark_point(filled=True, size=14, color=palette.second, opacity=1)
        layers.append(alone.encode(y="observed:Q"))
    if any(week["alarm"] for week in weeks):
        above = base.transform_filter("datum.alarm").mark_point(filled=True, size=75, color=palette.accent, opacity=1)
        layers.append(above.encode(y="observed:Q"))
    for early, align, away in ((True, "left", 10), (False, "right", -10)):
        if any(week["says"] and week["early"] == early for week in weeks):
            named = base.transform_filter(f"datum.says && datum.early === {'true' if early else 'false'}").mark_text(
                dx=away, align=align, color=palette.accent, fontSize=13, fontWeight=600
            )
            layers.append(named.encode(y="observed:Q", text="says:N"))
    return layers


def _interventions(page: PlacePage, palette: Palette) -> list[Any]:
    """A hairline with a word on each day on which somebody intervened."""
    if not page.interventions or not page.weeks:
        return []
    data = [
        {"at": f"{day.isoformat()}T12:00:00", "says": f"{say('intervention')} {short_day(day)}"}
        for day in page.interventions
    ]
    base = alt.Chart(alt.InlineData(values=data)).encode(x="at:T")
    rule = base.mark_rule(color=palette.second, strokeDash=[2, 3])
    word = base.mark_text(align="right", dx=-5, color=palette.second, fontSize=12).encode(y=alt.value(8), text="says:N")
    return [rule, word]


def _named(spike: Spike) -> str:
    """What stands beside the point of an alarm."""
    return say("{n} posts, {sources}", n=f"{spike.observed:,}", sources=counted(len(spike.sources), "source"))


def _weeks(page: PlacePage) -> list[dict[str, Any]]:
    mine = [s for s in page.spikes if (s.stream, s.topic) == (page.key.stream, page.key.topic)]
    rows: list[dict[str, Any]] = []
    for at, week in enumerate(page.weeks):
        began = page.weeks[at - 1].ends if at else None
        spike = next((s for s in mine if (began is None or s.peak > began) and s.peak <= week.ends), None)
        lonely = all(not 0 <= n < len(page.weeks) or page.weeks[n].observed is None for n in (at - 1, at + 1))
        says = _named(spike) if spike else None
        rows.append(
            {
                "ends": f"{week.ends.isoformat()}T12:00:00",
                "day": week.ends.isoformat(),
                "week": f"{short_day(week.ends)} {week.ends.year}",
                "observed": week.observed,
                "expected": week.expected,
                "low": week.low,
                "high": week.high,
                "about": "–" if week.expected is None else f"{week.expected:.1f} ({week.low:.0f}–{week.high:.0f})",
                "alarm": spike is not None,
                "alone": lonely and week.observed is not None,
                "says": says,
                "early": at < len(page.weeks) // 3,
            }
        )
    return rows
