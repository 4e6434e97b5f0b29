"""One cell of the map, whatever its size: its number, the towns within it, and the posts that were counted there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import h3

from core.records import Stream
from dashboard.names import Names
from dashboard.queries.behind import Counted, counted_at
from dashboard.queries.expectation import Seen, places_seen
from dashboard.queries.honeycomb import FINEST, cell_at, merged_at
from dashboard.queries.period import Period
from dashboard.queries.place import Key
from stores.base import Store

type Towns = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class CellPage:
    """A coarse cell in some days; `fine` are the cells of the store within it in which anything was counted."""

    seen: Seen
    towns: Towns
    fine: tuple[str, ...]


def is_coarse(cell: str) -> bool:
    """Whether this is a cell of the map that holds several of the store's own."""
    return bool(h3.is_valid_cell(cell)) and int(h3.get_resolution(cell)) < FINEST


def cell_page(store: Store, names: Names, key: Key) -> CellPage:
    """What the map says of a cell: the same sum of the same fine cells as `queries.honeycomb` draws."""
    cell, resolution = key.place_id, h3.get_resolution(key.place_id)
    fine = {
        place: one
        for place, one in places_seen(store, "h3", key.stream, key.topic, key.period).items()
        if h3.is_valid_cell(place) and h3.cell_to_parent(place, resolution) == cell
    }
    towns = towns_by_cell(store, names, key.stream, key.topic, key.period, resolution).get(cell, ())
    seen = merged_at(fine, resolution).get(cell, Seen(0, None))
    return CellPage(seen, towns, tuple(sorted(place for place, one in fine.items() if one.observed)))


def towns_by_cell(
    store: Store, names: Names, stream: Stream, topic: str, period: Period, resolution: int
) -> Mapping[str, Towns]:
    """The cities in which anything was counted, by the cell that holds them, most groups first."""
    out: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for city, groups in store.groups_by_place(
        "city", stream=stream, topic=topic, since=period.since, until=period.until
    ).items():
        place = names.place("city", city)
        if place is not None:
            out[cell_at(place.latitude, place.longitude, resolution)].append((city, groups))
    return {cell: tuple(sorted(towns, key=lambda one: (-one[1], one[0]))) for cell, towns in out.items()}


def counted_in(store: Store, key: Key, fine: Sequence[str]) -> tuple[Counted, ...]:
    """The posts counted in these fine cells, newest first: as many as the cell's number says."""
    return counted_at(store, (key.stream, key.topic), "h3", fine, key.period)
