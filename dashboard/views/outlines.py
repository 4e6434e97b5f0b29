"""What every map lies on: a style of MapLibre from the app's own folder, over the house's own outlines of countries.

Tried and left: drawing the countries as a layer of deck.gl itself. Without a graphics card that took a browser more of
its processor than MapLibre's tiles (7.9 seconds against 6.5 for the whole page), and the cells stood no sooner.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pydeck

from dashboard.look.palette import Palette


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
        map_provider=None,
        map_style=f"/app/static/style-{palette.name}.json",
        initial_view_state=pydeck.ViewState(latitude=latitude, longitude=longitude, zoom=zoom, pitch=0),
        layers=list(layers),
        **more,
    )
