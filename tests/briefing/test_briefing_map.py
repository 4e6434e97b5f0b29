"""The map of a digest: drawn where it tells something."""

from __future__ import annotations

import pytest

from briefing.drawings import Mark, draw_map

CITIES = [Mark(106.8, -6.2, 6, "Jakarta"), Mark(101.7, 3.1, 2, "Kuala Lumpur"), Mark(100.3, 5.4, 0)]
COAST = [[(95.0, -10.0), (110.0, -10.0), (110.0, 8.0), (95.0, 8.0)]]


@pytest.mark.parametrize(
    ("places", "land", "drawn"), [(0, True, False), (1, True, True), (2, False, False), (3, False, True)]
)
def test_without_land_a_map_needs_places_enough_to_tell_where_they_are(places: int, land: bool, drawn: bool) -> None:
    drawing = draw_map(CITIES[:places], COAST if land else [], "Map")
    assert drawing.count("<circle") == (places if drawn else 0)
