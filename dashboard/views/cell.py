"""A cell of the map, opened: what was seen and expected there, the towns within it, and the posts themselves."""

from __future__ import annotations

import h3
import streamlit as st

from dashboard.frame import Frame, empty, head, lead
from dashboard.look.speech import say
from dashboard.look.tables import table
from dashboard.look.words import about, capital
from dashboard.queries.cell import CellPage, cell_page, counted_in
from dashboard.queries.honeycomb import ACROSS_KM
from dashboard.queries.place import Key
from dashboard.views import links
from dashboard.views.behind import export_counted, list_counted, series_of
from dashboard.views.exports import ALL_KINDS, offer_released


def draw_cell(frame: Frame, key: Key) -> None:
    """The page of a coarse cell; a cell of the store's own size is a place like any other."""
    page = cell_page(frame.store, frame.names, key)
    lead(f"{say('Today')} › {say('a cell of the map')}", *_sentence(frame, key, page))
    left, right = st.columns([1, 1.25], gap="large")
    with left:
        _towns(frame, key, page)
    if frame.visitor.may("evidence"):
        with right:
            _posts(frame, key, page)
    offer_released(frame, ALL_KINDS, [town for town, _ in page.towns])


def _sentence(frame: Frame, key: Key, page: CellPage) -> tuple[str, str]:
    wide = say("one cell is about {n} km across", n=ACROSS_KM.get(h3.get_resolution(key.place_id), "?"))
    rest = f"{capital(wide)}."
    name = _called(frame, key, page)
    if page.seen.expected is None and not page.seen.documents:
        return say("{place}: nothing was read in these seven days.", place=name), rest
    told = {"place": name, "n": f"{page.seen.observed:,}", "posts": frame.names.posts(key.topic, page.seen.observed)}
    if page.seen.expected is None:
        return say("{place}: {n} {posts} in seven days.", **told), rest
    expected = about(page.seen.expected)
    return say("{place}: {n} {posts} in seven days, {expected} expected.", **told, expected=expected), rest


def _called(frame: Frame, key: Key, page: CellPage) -> str:
    """A cell by its largest town, which a reader knows; by its middle where no town is in it."""
    if not page.towns:
        return capital(frame.names.called("h3", key.place_id))
    return say("{place} and around", place=frame.names.called("city", page.towns[0][0]))


def _towns(frame: Frame, key: Key, page: CellPage) -> None:
    head(say("Towns within it"))
    if not page.towns:
        empty(say("No post of these days names a town here."))
        return
    until = key.period.until
    rows = (
        (
            links.anchor(frame.names.full("city", town), links.of_series("city", town, key.stream, key.topic, until)),
            f"{groups:,}",
        )
        for town, groups in page.towns
    )
    st.html(table((say("Where"), ">" + say("Posts")), rows))


def _posts(frame: Frame, key: Key, page: CellPage) -> None:
    head(say("Read the posts"))
    found = counted_in(frame.store, key, page.fine)
    if not found:
        empty(say("No post of these seven days is counted in this series."))
        return
    list_counted(frame, found, f"cell-{series_of(key)}")
    export_counted(frame, found)
