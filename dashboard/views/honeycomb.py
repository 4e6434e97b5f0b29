"""The map: H3 cells over country outlines of our own, drawn without any outside request."""

from __future__ import annotations

from typing import Any

import pydeck
import streamlit as st

from core.records import Place, Spike, Stream
from dashboard import cached
from dashboard.frame import Frame, empty, head
from dashboard.look.drawings import hexagon, ring
from dashboard.look.marks import safe
from dashboard.look.palette import Palette, rgb
from dashboard.look.speech import say
from dashboard.look.words import short
from dashboard.queries.expectation import Seen
from dashboard.queries.honeycomb import ACROSS_KM, Cell, Honeycomb, Rise, View, cell_at, middle, with_rises
from dashboard.queries.period import streams
from dashboard.queries.place import busiest
from dashboard.queries.today import Today
from dashboard.views.opening import CELLS, RINGS, open_cell
from dashboard.views.outlines import on_outlines


def draw_honeycomb(frame: Frame, page: Today) -> None:
    """The map of one topic, with its legend and a choice of how fine the cells are."""
    stream, topic = _shown(frame, page)
    points = [_point(frame, row.spike) for row in page.rows]
    keep = [(point.latitude, point.longitude) for point in points if point is not None and point.level != "country"]
    comb = cached.comb(frame.store, stream, topic, page.period.since, page.period.until, tuple(keep))
    comb = with_rises(comb, _rises(frame, page))
    if not comb.cells:
        head(say("Where"))
        empty(say("Nothing that was read could be placed on the map."))
        return
    pressed = st.pydeck_chart(
        deck(comb, frame, page),
        height=600,
        key="map",
        on_select="rerun",
        selection_mode="single-object",
        alt=say("Map: cells shaded by how far above expectation they are; the same facts stand in the list of places"),
    )
    rings = bool(page.neighbours) or any(one.now for one in page.doubted)
    st.html(legend(comb, frame.palette, rings=rings))
    open_cell(frame, page, comb, (stream, topic), pressed.selection.objects)


def _shown(frame: Frame, page: Today) -> tuple[Stream, str]:
    """All posts bearing signs; where no posts are read, the topic of the rarest spike, else the one counted most."""
    read = streams(frame.store.exposure("country", since=page.period.since, until=page.period.until))
    if not read or "posts" in read:
        return "posts", "signal:any"
    if page.rows:
        return page.rows[0].spike.stream, page.rows[0].spike.topic
    return read[0], busiest(frame.store, read[0], page.period)


def deck(comb: Honeycomb, frame: Frame, page: Today) -> pydeck.Deck:
    """The map as pydeck wants it: cells with a hair of paper between them, names at spikes only."""
    return on_outlines(
        frame.palette,
        (comb.view.latitude, comb.view.longitude, zoom_for(comb.view)),
        [*_cells(comb, frame.palette), _rings(frame, page, comb.resolution), _labels(frame, page)],
        tooltip={"text": "{says}"},
    )


def _cells(comb: Honeycomb, palette: Palette) -> list[pydeck.Layer]:
    """What was observed as areas, the rest as outlines: to draw both of both costs a browser twice as much."""
    common = {"get_hexagon": "hex", "extruded": False, "coverage": 0.93, "pickable": True, "auto_highlight": True}
    seen = [_cell(cell, palette) for cell in comb.cells if cell.shade is not None]
    unseen = [{"hex": cell.cell, "says": say("not observed")} for cell in comb.cells if cell.shade is None]
    areas = pydeck.Layer("H3HexagonLayer", seen, id=CELLS, filled=True, stroked=False, get_fill_color="fill", **common)
    outlines = pydeck.Layer(
        "H3HexagonLayer",
        unseen,
        filled=False,
        stroked=True,
        get_line_color=rgb(palette.empty),
        line_width_min_pixels=1.3,
        **common,
    )
    return [layer for layer, rows in ((areas, seen), (outlines, unseen)) if rows]


PHONE = 350  # pixels that a map has on a phone


def zoom_for(view: View) -> float:
    """The zoom of a view on the reader's screen: phones say in their agent's name that they are."""
    phone = "Mobi" in (st.context.headers.get("User-Agent") or "")
    return view.within(PHONE) if phone else view.zoom


def _cell(cell: Cell, palette: Palette) -> dict[str, Any]:
    series = f"{cell.of}: " if cell.of else ""
    says = series + say("{n} posts, {expected} expected", n=cell.observed, expected=short(cell.expected or 0))
    return {
        "hex": cell.cell,
        "fill": rgb(palette.honey[cell.shade or 0], 215 if cell.shade == 0 else 245),
        "says": says,
    }


def _rings(frame: Frame, page: Today, resolution: int) -> pydeck.Layer:
    """Empty rings around the cells of what is told apart from the alarms: uncertain rises and clusters of the week."""
    told = [(frame.names.place(one.level, one.place_id), say("uncertain rise")) for one in page.doubted if one.now]
    told += [(frame.names.place("city", at), say("cluster")) for one in page.neighbours for at in one.places]
    return pydeck.Layer(
        "ScatterplotLayer",
        [
            {
                "at": middle(p.latitude, p.longitude, resolution),
                "hex": cell_at(p.latitude, p.longitude, resolution),
                "says": say("{place}: {what}, no alarm", place=p.name, what=kind),
            }
            for p, kind in told
            if p
        ],
        id=RINGS,
        get_position="at",
        get_line_color=rgb(frame.palette.second),
        filled=False,
        stroked=True,
        get_radius=1,
        radius_min_pixels=15,
        radius_max_pixels=15,
        line_width_min_pixels=1.6,
        pickable=True,
    )


def _labels(frame: Frame, page: Today) -> pydeck.Layer:
    places = {(r.spike.level, r.spike.place_id): _point(frame, r.spike) for r in page.rows}
    rows = [{"at": [p.longitude, p.latitude], "name": p.name} for p in places.values() if p is not None]
    return pydeck.Layer(
        "TextLayer",
        rows,
        get_position="at",
        get_text="name",
        get_size=14,
        get_color=rgb(frame.palette.ink),
        get_pixel_offset=[0, -19],
        get_text_anchor='"middle"',
        font_family='"Source Sans, sans-serif"',
        font_weight=600,
        font_settings={"sdf": True, "fontSize": 64, "radius": 16, "buffer": 8},
        outline_width=4,
        outline_color=rgb(frame.palette.paper),
        character_set='"auto"',
    )


def _rises(frame: Frame, page: Today) -> list[Rise]:
    """The open alarms of cities and cells; those of wider places have no one cell to stand in."""
    out = []
    for row in page.rows:
        spike, point = row.spike, _point(frame, row.spike)
        if point is not None and spike.level in ("city", "h3"):
            seen = Seen(spike.observed, spike.expected)
            out.append(Rise(point.latitude, point.longitude, seen, frame.names.topic(spike.topic), spike.id))
    return out


def _point(frame: Frame, spike: Spike) -> Place | None:
    return frame.names.place(spike.level, spike.place_id)


def legend(comb: Honeycomb, palette: Palette, *, rings: bool = False) -> str:
    """The legend in words."""
    across = ACROSS_KM.get(comb.resolution)
    scale = "".join(hexagon(colour) for colour in palette.honey)
    parts = [
        f"{safe(say('as expected'))} {scale} {safe(say('far above'))}",
        f"{hexagon('none', palette.empty)} {safe(say('not observed'))}",
        f"{ring(palette.second)} {safe(say('no alarm, worth knowing'))}" if rings else "",
        safe(say("one cell is about {n} km across", n=across)) if across else "",
    ]
    pairs = (f'<span class="pair">{part}</span>' for part in parts if part)
    return f'<div class="hg-legend">{"<span class=gap></span>".join(pairs)}</div>'
