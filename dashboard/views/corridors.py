"""Corridors: where people are recruited from and taken to, when one text names both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pydeck
import streamlit as st

from core.records import Place
from dashboard import cached
from dashboard.frame import Frame, empty, lead, note
from dashboard.look.drawings import Step, sparkline
from dashboard.look.marks import safe
from dashboard.look.palette import rgb
from dashboard.look.speech import say
from dashboard.look.words import about, capital, counted, short
from dashboard.queries.corridors import CorridorRow, corridors
from dashboard.queries.honeycomb import core_of, view_around
from dashboard.views import links
from dashboard.views.corridor import asked_for, draw_corridor, of_pair
from dashboard.views.exports import offer_released
from dashboard.views.honeycomb import zoom_for
from dashboard.views.outlines import on_outlines

MOST = 40
NARROW = 425  # pixels that the map has on a page 1,024 wide
NAMED = 4  # corridors whose ends bear their names on the map
NAME_WIDE, NAME_HIGH = 84, 18  # pixels that a name takes
STRAY = 0.05  # the share of far-off texts for which the map does not stretch


def draw(frame: Frame) -> None:
    """The page; `?from=ID&to=ID` opens one corridor."""
    until = cached.last_day(frame.store)
    rows = corridors(frame.store, until) if until else ()
    if until is None or not rows:
        rest = say("One shows where a text names both an origin and a destination.")
        lead(say("Corridors"), say("No corridor has been seen."), rest)
        return
    one = asked_for(st.query_params, rows)
    if one is not None:
        draw_corridor(frame, one, until)
        return
    lead(say("Corridors · the last thirteen weeks"), *_sentence(frame, rows))
    left, right = st.columns([1.08, 1], gap="large")
    with left:
        _map(frame, rows[:MOST])
    with right:
        for at, row in enumerate(rows[:MOST], 1):
            with st.container(key=f"row-corridor-{at}"):
                st.html(_row(frame, at, row))
                words = f"{_end(frame, row.origin_id)} → {_end(frame, row.destination_id)}"
                links.over_row(words, "corridors", of_pair(row))
        note(say("Texts that name both ends, copies counted once. The line: the last thirteen weeks."))
        offer_released(frame, ["corridor"])


def _sentence(frame: Frame, rows: tuple[CorridorRow, ...]) -> tuple[str, str]:
    if rows[0].now == 0:
        before = say("{corridors} before it.", corridors=capital(counted(len(rows), "corridor")))
        return say("No corridor was named in the latest week."), before
    first = rows[0]
    ends = {"origin": _end(frame, first.origin_id), "destination": _end(frame, first.destination_id)}
    named = say(
        "{origin} to {destination} was named most: {posts} in the latest week.",
        **ends,
        posts=counted(first.now, "post"),
    )
    if not first.usual:
        return named, say("In the twelve weeks before it, it was not named.")
    return named, capital(say("{about} a week before it.", about=about(first.usual)))


def _end(frame: Frame, place_id: str) -> str:
    return frame.names.called("city", place_id)


def _row(frame: Frame, at: int, row: CorridorRow) -> str:
    sum_of = safe(say("{n} in thirteen weeks", n=sum(row.weeks)))
    line = sparkline([Step(n) for n in row.weeks], frame.palette)
    return (
        f'<div class="hg-row brief"><div class="hg-n">{at}</div><div>'
        f'<div class="hg-place">{safe(_end(frame, row.origin_id))} → {safe(_end(frame, row.destination_id))}</div>'
        f'<div class="hg-meta">{sum_of}</div></div><div class="hg-spark">{line}</div>'
        f'<div class="hg-num"><b>{row.now}</b><span>{safe(say("usual {n}", n=short(row.usual)))}</span></div></div>'
    )


def _map(frame: Frame, rows: tuple[CorridorRow, ...]) -> None:
    pairs = [(frame.names.place("city", r.origin_id), frame.names.place("city", r.destination_id), r) for r in rows]
    known = [(a, b, row) for a, b, row in pairs if a is not None and b is not None]
    if not known:
        empty(say("The places of these corridors are not on the map."))
        return
    weighed = [(p.latitude, p.longitude, sum(row.weeks)) for a, b, row in known for p in (a, b)]
    view = view_around(core_of(weighed, (), tail=STRAY))
    zoom = min(zoom_for(view), view.within(NARROW))  # an arc without its ends tells nothing
    ends = apart([p for a, b, row in known[:NAMED] for p in (a, b)], zoom)
    st.pydeck_chart(
        on_outlines(frame.palette, (view.latitude, view.longitude, zoom), [_arcs(frame, known), _names(frame, ends)]),
        height=560,
        key="corridors",
        alt=say("Map of corridors; the same facts stand in the list"),
    )


def apart(places: Sequence[Place], zoom: float) -> list[Place]:
    """The places whose names have room at a zoom: one that lies by another named before it goes without."""
    degrees = 360 / (512 * 2**zoom)  # of longitude in a pixel; a degree of latitude is no narrower on the map
    out: list[Place] = []
    for place in places:
        if all(
            abs(place.latitude - p.latitude) > NAME_HIGH * degrees
            or abs(place.longitude - p.longitude) > NAME_WIDE * degrees
            for p in out
        ):
            out.append(place)
    return out


def _arcs(frame: Frame, known: list[tuple[Place, Place, CorridorRow]]) -> pydeck.Layer:
    data: list[dict[str, Any]] = [
        {"from": [a.longitude, a.latitude], "to": [b.longitude, b.latitude], "wide": 1.2 + 0.6 * sum(r.weeks) ** 0.5}
        for a, b, r in known
    ]
    return pydeck.Layer(
        "ArcLayer",
        data,
        get_source_position="from",
        get_target_position="to",
        get_source_color=rgb(frame.palette.honey[2], 200),
        get_target_color=rgb(frame.palette.accent, 230),
        get_width="wide",
        get_height=0.35,
        get_tilt=28,
    )


def _names(frame: Frame, places: list[Place]) -> pydeck.Layer:
    return pydeck.Layer(
        "TextLayer",
        [{"at": [p.longitude, p.latitude], "name": p.name} for p in places],
        get_position="at",
        get_text="name",
        get_size=13,
        get_color=rgb(frame.palette.ink),
        get_pixel_offset=[0, -12],
        font_family='"Source Sans, sans-serif"',
        font_weight=600,
        font_settings={"sdf": True, "fontSize": 64, "radius": 16, "buffer": 8},
        outline_width=4,
        outline_color=rgb(frame.palette.paper),
        character_set='"auto"',
        parameters={"depthCompare": "always"},  # arcs stand above the ground and would cross the names
    )
