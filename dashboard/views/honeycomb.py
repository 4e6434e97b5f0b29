"""The map: H3 cells over the countries, each a link to the posts that it counts."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from core.records import Place, Spike, Stream
from dashboard import cached
from dashboard.frame import Frame, empty, head
from dashboard.look import atlas
from dashboard.look.drawings import hexagon, ring
from dashboard.look.marks import safe
from dashboard.look.palette import Palette
from dashboard.look.speech import say
from dashboard.queries.expectation import Seen
from dashboard.queries.honeycomb import ACROSS_KM, Cell, Honeycomb, Rise, cell_at, middle, with_rises
from dashboard.queries.period import streams
from dashboard.queries.place import busiest
from dashboard.queries.today import Today
from dashboard.views import links
from dashboard.views.atlas import draw_atlas
from dashboard.views.opening import Told, choose_cell

_ABOVE = 19  # pixels from the middle of a cell to the name over it


def draw_honeycomb(frame: Frame, page: Today) -> None:
    """The map of one topic, with its legend and a list of its cells."""
    of, days = _shown(frame, page), page.period
    points = [_point(frame, row.spike) for row in page.rows]
    keep = [(point.latitude, point.longitude) for point in points if point is not None and point.level != "country"]
    comb = cached.comb(frame.store, *of, days.since, days.until, tuple(keep))
    comb = with_rises(comb, _rises(frame, page))
    if not comb.cells:
        head(say("Where"))
        empty(say("Nothing that was read could be placed on the map."))
        return
    told = Told(frame, page, of, cached.towns(frame.store, frame.names, *of, days.since, days.until, comb.resolution))
    words = say("Map: cells shaded by how far above expectation they are; the same facts stand in the list of places")
    pressed = draw_atlas("map", _cells(comb, told) + _rings(told, comb) + _labels(frame, page), comb.view, words)
    rings = bool(page.neighbours) or any(one.now for one in page.doubted)
    st.html(legend(comb, frame.palette, rings=rings))
    asked = pressed or choose_cell(told, comb)
    if asked:
        st.switch_page(st.session_state["pages"]["place"], query_params=links.in_language(asked))


def _shown(frame: Frame, page: Today) -> tuple[Stream, str]:
    """All posts bearing signs; where no posts are read, the topic of the rarest spike, else the one counted most."""
    read = streams(frame.store.exposure("country", since=page.period.since, until=page.period.until))
    if not read or "posts" in read:
        return "posts", "signal:any"
    if page.rows:
        return page.rows[0].spike.stream, page.rows[0].spike.topic
    return read[0], busiest(frame.store, read[0], page.period)


def _cells(comb: Honeycomb, told: Told) -> str:
    """What was not observed as outlines below; then the cells, the darkest last and uppermost."""
    unseen = atlas.cells(cell.cell for cell in comb.cells if cell.shade is None)
    seen = sorted((cell.shade, cell.cell, cell) for cell in comb.cells if cell.shade is not None)
    return atlas.mute("unseen", say("not observed"), unseen) + "".join(_cell(cell, told) for _, _, cell in seen)


def _cell(cell: Cell, told: Told) -> str:
    kind, drawn = f"cell s{cell.shade}", atlas.cells([cell.cell])
    if not cell.observed:
        return atlas.mute(kind, told.words(cell), drawn)
    return atlas.link(kind, links.to("place", told.query(cell)), told.words(cell), drawn)


def _rings(told: Told, comb: Honeycomb) -> str:
    """Empty rings around the cells of what is told apart from the alarms: uncertain rises and clusters of the week."""
    frame, cells = told.frame, {cell.cell: cell for cell in comb.cells if cell.observed}
    apart = [
        (frame.names.place(one.level, one.place_id), say("uncertain rise")) for one in told.page.doubted if one.now
    ]
    apart += [(frame.names.place("city", at), say("cluster")) for one in told.page.neighbours for at in one.places]
    return "".join(_ring(told, place, kind, cells, comb.resolution) for place, kind in apart if place)


def _ring(told: Told, place: Place, kind: str, cells: Mapping[str, Cell], resolution: int) -> str:
    """A ring leads where the cell below it does."""
    below = cells.get(cell_at(place.latitude, place.longitude, resolution))
    drawn = atlas.pinned(*middle(place.latitude, place.longitude, resolution), '<circle r="15"/>')
    says = say("{place}: {what}, no alarm", place=place.name, what=kind)
    return (
        atlas.link("ring", links.to("place", told.query(below)), says, drawn)
        if below
        else atlas.mute("ring", says, drawn)
    )


def _labels(frame: Frame, page: Today) -> str:
    """The names of places with an alarm, the rarest first."""
    places = {(row.spike.level, row.spike.place_id): _point(frame, row.spike) for row in page.rows}
    return "".join(atlas.name(p.latitude, p.longitude, p.name, _ABOVE) for p in places.values() if p is not None)


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
