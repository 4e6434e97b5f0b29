"""The map opens: a cell that is pressed, or chosen from a list below the map, leads to its own page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from core.records import Stream
from dashboard.frame import Frame
from dashboard.look.speech import say
from dashboard.look.words import counted, short
from dashboard.queries.cell import Towns
from dashboard.queries.expectation import Seen
from dashboard.queries.honeycomb import Cell, Honeycomb
from dashboard.queries.today import Today
from dashboard.views import links

MOST_NAMED = 200  # cells in the list below the map, those furthest above expectation


@dataclass(frozen=True)
class Told:
    """What the cells of a map say and where they lead: the series that they count, the towns within them."""

    frame: Frame
    page: Today
    of: tuple[Stream, str]
    towns: Mapping[str, Towns]

    def words(self, cell: Cell) -> str:
        """A cell by its largest town, and its number beside what was expected."""
        towns, names = self.towns.get(cell.cell, ()), self.frame.names
        place = names.called("city", towns[0][0]) if towns else names.called("h3", cell.cell)
        said = counted(cell.observed, "post")
        if cell.expected is not None:
            said = say("{n} posts, {expected} expected", n=cell.observed, expected=short(cell.expected))
        return f"{place}: {cell.of + ': ' if cell.of else ''}{said}"

    def query(self, cell: Cell) -> dict[str, str]:
        """Where a cell leads: to its own days, or to the alarm in whose shade it stands."""
        alarm = next((row for row in self.page.rows if cell.alarm == row.spike.id), None)
        until = self.page.period.until
        return links.of_spike(alarm.spike) if alarm else links.of_series("h3", cell.cell, *self.of, until)


def choose_cell(told: Told, comb: Honeycomb) -> dict[str, str] | None:
    """The list of cells below the map; where the one leads that was chosen."""
    cells = {cell.cell: cell for cell in comb.cells if cell.observed}
    ranked = sorted(cells.values(), key=lambda one: (-Seen(one.observed, one.expected).excess, -one.observed, one.cell))
    chosen = st.selectbox(
        say("Open a cell of the map"),
        [one.cell for one in ranked[:MOST_NAMED]],
        index=None,
        format_func=lambda cell: told.words(cells[cell]),
        placeholder=say("by its largest town"),
        key="cell",
    )
    return told.query(cells[chosen]) if chosen in cells else None
