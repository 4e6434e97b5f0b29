"""What could be reckoned from released figures: linear algebra over the cells that add up to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

type Route = tuple[str, ...]
type Row = npt.NDArray[np.float64]
type Totals = Mapping[Route, int]


def reckonable(
    kept: Mapping[str, Mapping[Route, int]], own: Mapping[str, Totals], totals: Mapping[str, Totals], whole: str, k: int
) -> Iterator[tuple[str, Route]]:
    """Released figures of parts (topic, route) to take out until nothing withheld can be reckoned from those that stay.

    `own`: topic → place → its own groups; `totals`: topic → route → groups there and within. The topics beside `whole`
    are its parts. Each figure is a row of zeros and ones over the cells (place × part) that hold anything: who reckons
    is taken to know which are empty. A withheld figure can be reckoned if its row is a combination of released rows.
    Searched are parts under k and every withheld figure of the whole, country by country, for no figure sums countries.
    The caller takes out what is yielded before it asks for the next.
    """
    parts = sorted(topic for topic in kept if topic != whole)
    cells = _cells(own, whole, parts)
    for country in sorted({place[-1] for place, _ in cells}):
        inside = [cell for cell in cells if cell[0][-1] == country]
        routes = sorted({r for t in kept for r in totals[t] if r[-1] == country}, key=lambda r: (len(r), r))
        rows = {(topic, route): _row(topic, route, inside, whole) for topic in (whole, *parts) for route in routes}
        yield from _in_country(kept, totals, whole, parts, k, routes, rows)


def _cells(own: Mapping[str, Totals], whole: str, parts: Sequence[str]) -> list[tuple[Route, str]]:
    """All (place, part) that hold anything; what the parts leave of the whole is a part of its own, named ""."""
    cells = [(place, part) for part in parts for place, groups in own[part].items() if groups > 0]
    rest = [place for place, groups in own[whole].items() if groups > sum(own[part].get(place, 0) for part in parts)]
    return sorted(cells + [(place, "") for place in rest])


def _in_country(
    kept: Mapping[str, Mapping[Route, int]],
    totals: Mapping[str, Totals],
    whole: str,
    parts: Sequence[str],
    k: int,
    routes: Sequence[Route],
    rows: Mapping[tuple[str, Route], Row],
) -> Iterator[tuple[str, Route]]:
    plain = [rows[whole, route] for route in routes if route in kept[whole]]
    hidden = [rows[whole, r] for r in routes if totals[whole].get(r, 0) > 0 and r not in kept[whole]]
    hidden = [row for row, told in zip(hidden, _weights(plain, hidden), strict=True) if told is None]
    while True:
        small = [rows[p, r] for p in parts for r in routes if 0 < totals[p].get(r, 0) < k]
        shown = [(t, r) for t in (whole, *parts) for r in routes if r in kept[t]]
        for told in _weights([rows[key] for key in shown], hidden + small):
            telling = [key for key, weight in zip(shown, told or (), strict=False) if weight and key[0] != whole]
            if telling:
                # The smallest goes; ties by name, so that two runs agree.
                yield min(telling, key=lambda key: (totals[key[0]][key[1]], key))
                break
        else:
            return


def _row(topic: str, route: Route, cells: Sequence[tuple[Route, str]], whole: str) -> Row:
    """1 where the figure sums the cell: a place holds itself and all places within it."""
    return np.array([topic in (whole, part) and at[-len(route) :] == route for at, part in cells], dtype=float)


def _weights(shown: Sequence[Row], hidden: Sequence[Row]) -> list[list[bool] | None]:
    """For each hidden row which released rows combine to it, or None when no combination does."""
    if not hidden or not shown:
        return [None] * len(hidden)
    known, wanted = np.array(shown).T, np.array(hidden).T
    weights = np.linalg.lstsq(known, wanted, rcond=None)[0]
    rest = np.abs(known @ weights - wanted).max(axis=0)
    return [[bool(w) for w in np.abs(weights[:, n]) > 1e-6] if rest[n] < 1e-6 else None for n in range(wanted.shape[1])]
