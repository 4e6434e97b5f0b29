"""What every map lies on: outlines of countries from the house's own file, drawn by deck.gl itself.

A base map of MapLibre would be a second canvas with a style, a worker and tiles of its own: on a busy machine the cells
stood seconds later for it. Its two buttons are gone with it; wheel, pinch, double click and the keys + and - zoom.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pydeck

from dashboard.look.palette import Palette, rgb

OUTLINES = "/countries.json"  # see `dashboard.routes`


class Terse(pydeck.Deck):  # type: ignore[misc]  # pydeck comes without types
    """A map whose description holds no spaces: pydeck gives each number of each colour a line, 300 bytes a cell."""

    def to_json(self) -> str:
        """The same, for the browser."""
        return json.dumps(json.loads(super().to_json()), separators=(",", ":"))


def on_outlines(
    palette: Palette, at: tuple[float, float, float], layers: Sequence[pydeck.Layer], **more: Any
) -> pydeck.Deck:
    """A map of these layers over the countries; `at` is latitude, longitude and zoom. Asks nothing of outside."""
    latitude, longitude, zoom = at
    return Terse(
        map_provider=None,  # and no style: Streamlit then asks no server for tiles
        initial_view_state=pydeck.ViewState(latitude=latitude, longitude=longitude, zoom=zoom, pitch=0),
        layers=[_countries(palette), *layers],
        **more,
    )


def _countries(palette: Palette) -> pydeck.Layer:
    return pydeck.Layer(
        "GeoJsonLayer",
        OUTLINES,
        id="countries",
        filled=True,
        stroked=True,
        get_fill_color=rgb(palette.land),
        get_line_color=rgb(palette.border),
        get_line_width=0.8,
        line_width_units='"pixels"',
    )
