"""The map opens: a cell that is pressed, or chosen from a list by the keyboard, leads to its own page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from core.records import Stream
from dashboard import cached
from dashboard.frame import Frame
from dashboard.look.speech import say
from dashboard.look.words import short
from dashboard.queries.expectation import Seen
from dashboard.queries.honeycomb import Cell, Honeycomb
from dashboard.queries.today import Today
from dashboard.views import links

CELLS, RINGS = "cells", "rings"  # the layers that can be pressed; a ring lies over a cell and leads to it
MOST_NAMED = 200  # cells in the list beside the map, those furthest above expectation


def open_cell(
    frame: Frame,
    page: Today,
    comb: Honeycomb,
    of: tuple[Stream, str],
    pressed: Mapping[str, Sequence[Mapping[str, Any]]],
) -> None:
    """The list of cells below the map; goes to the page of the one that was pressed or chosen."""
    told = {cell.cell: cell for cell in comb.cells if cell.observed}
    ranked = sorted(told.values(), key=lambda one: (-Seen(one.observed, one.expected).excess, -one.observed, one.cell))
    period = page.period
    towns = cached.towns(frame.store, frame.names, *of, period.since, period.until, comb.resolution)
    chosen = st.selectbox(
        say("Open a cell of the map"),
        [one.cell for one in ranked[:MOST_NAMED]],
        index=None,
        format_func=lambda cell: _words(frame, told[cell], towns.get(cell, ())),
        placeholder=say("by its largest town"),
        key="cell",
    )
    asked = pressed_cell(pressed) or chosen
    if asked in told:
        st.switch_page(
            st.session_state["pages"]["place"], query_params=links.in_language(_query(page, told[asked], of))
        )


def pressed_cell(pressed: Mapping[str, Sequence[Mapping[str, Any]]]) -> str | None:
    """The cell of what was pressed on the map, by the layers that lie over each other there."""
    return next((str(one["hex"]) for layer in (CELLS, RINGS) for one in pressed.get(layer, ()) if "hex" in one), None)


def _words(frame: Frame, cell: Cell, towns: Sequence[tuple[str, int]]) -> str:
    place = frame.names.called("city", towns[0][0]) if towns else frame.names.called("h3", cell.cell)
    said = say("{n} posts, {expected} expected", n=cell.observed, expected=short(cell.expected or 0))
    return f"{place}: {cell.of + ': ' if cell.of else ''}{said}"


def _query(page: Today, cell: Cell, of: tuple[Stream, str]) -> dict[str, str]:
    """Where a cell leads: to its own days, or to the alarm in whose shade it stands."""
    alarm = next((row for row in page.rows if cell.alarm == row.spike.id), None)
    return links.of_spike(alarm.spike) if alarm else links.of_series("h3", cell.cell, *of, page.period.until)
