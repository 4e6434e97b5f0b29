"""The one door out: what every digest, export, feed and answer passes before it leaves the house.

The door takes typed cells only (topic id, place ids, a week, a number): there is no field in which the name of a person
or a venue could pass. A cell under k is rolled up to the first wider place at which it reaches k, else it is withheld.
So that nothing withheld can be reckoned from what is released:

* places: a released place minus the released places within it leaves nothing, or at least k; no total over countries
  is released, for one small country would then cost the next one its figure;
* topics: the kinds of exploitation add up to all signals, so whatever can be combined from both is searched for
  withheld figures, and figures of kinds go until none can be reckoned;
* weeks: only whole ISO weeks pass (no sliding sums), and a week once released is released again just as it was.

Numbers leave in bands, those of the public edition with noise (`privacy.noise`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from core.records import Stream
from privacy.noise import Blur, blurred
from privacy.reckonable import reckonable

_TOPIC = re.compile(
    r"signal:any|exploitation:(?:labour|sexual|criminality|other|unclear|none)|family:[A-Z]{2,3}"
    r"|sign:(?:ILO|RF|AD|FS)\d\d_[A-Z0-9_]{1,60}|venue:V_[A-Z_]{1,40}|need:S_[A-Z_]{1,40}"
)
_PLACE = re.compile(r"\d{1,12}|0[A-Z0-9.\-]{2,15}|[A-Z]{2}|[0-9a-f]{15}")
_STREAMS = ("posts", "news", "advocacy", "orders")

type Route = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """Groups of one topic in one week at one place; `place` runs from the finest id to the country's.

    A place within another counts on its own: the cell of a province holds what is placed no finer than the province.
    Raises ValueError for whatever is not of this form: free text has no way through the door.
    """

    topic: str
    place: Route
    week: date
    groups: int
    stream: Stream = "posts"

    def __post_init__(self) -> None:
        if not _TOPIC.fullmatch(self.topic):
            raise ValueError(f"'{self.topic}' is no topic that may leave the house")
        if not self.place or not all(isinstance(p, str) and _PLACE.fullmatch(p) for p in self.place):
            raise ValueError(f"{self.place!r} is no path of place ids")
        if not re.fullmatch(r"[A-Z]{2}", self.place[-1]) or len(set(self.place)) != len(self.place):
            raise ValueError(f"{self.place!r} does not end in a country, or names a place twice")
        if self.week.weekday() != 0:
            raise ValueError(f"{self.week} is no Monday: only whole ISO weeks may leave the house")
        if not isinstance(self.groups, int) or self.groups < 0 or self.stream not in _STREAMS:
            raise ValueError(f"{self.groups!r} groups of stream {self.stream!r} cannot be released")


@dataclass(frozen=True, slots=True)
class Band:
    """A number as it leaves: somewhere from `low` to `high`, both included."""

    low: int
    high: int

    def __str__(self) -> str:
        return f"{self.low}–{self.high}"


@dataclass(frozen=True, slots=True)
class Figure:
    """One released number: of a topic at a place in a week."""

    stream: Stream
    topic: str
    place: str
    week: date
    band: Band


type Key = tuple[Stream, str, str, date]


@dataclass(frozen=True, slots=True)
class Released:
    """What passed the door, by stream, topic, place and week; `withheld` cells reach `k` nowhere."""

    k: int
    figures: Mapping[Key, Figure]
    withheld: int = 0
    _routes: Mapping[str, Route] = field(default_factory=dict)

    def at(self, topic: str, place: str, week: date, stream: Stream = "posts") -> Figure | None:
        """The figure of this place or, where it is withheld, of the first wider place that has one."""
        for wider in self._routes.get(place, (place,)):
            if (found := self.figures.get((stream, topic, wider, week))) is not None:
                return found
        return None

    def exactly(self, topic: str, place: str, week: date, stream: Stream = "posts") -> Figure | None:
        """The figure of this very place, or None."""
        return self.figures.get((stream, topic, place, week))


def band(number: int) -> Band:
    """The band a number leaves in: five wide under 50, ten under 100, then two leading digits."""
    width = 5 if number < 50 else 10
    while number >= 20 * width:
        width *= 5 if str(width)[0] == "1" else 2
    low = number // width * width
    return Band(low, low + width - 1)


def release(cells: Iterable[Cell], *, k: int, earlier: Iterable[Figure] = (), blur: Blur | None = None) -> Released:
    """Pass cells through the door. `earlier`: what was released before; weeks found there come out unchanged.

    `blur` adds noise to each cell before they are summed; what is shown, and that it is k or more, stays.

    Raises ValueError for k under 2, or when one place is put below two others.
    """
    if k < 2:
        raise ValueError(f"k must be at least 2, not {k}")
    before = {(f.stream, f.topic, f.place, f.week): f for f in earlier}
    done = {figure.week for figure in before.values()}
    known = list(cells)
    routes = _routes(known)
    figures = dict(before)
    withheld = 0
    for (stream, week), tables in _tables(known).items():
        if week in done:
            continue
        kept = publishable(tables, k)
        withheld += sum(_lost(kept.get(topic, {}), tables[topic]) for topic in tables)
        told = {topic: _totals(table) for topic, table in (blurred(tables, blur) if blur else tables).items()}
        for topic, totals in kept.items():
            for route in totals:
                number = max(k, told[topic][route])
                figures[stream, topic, route[0], week] = Figure(stream, topic, route[0], week, band(number))
    return Released(k, figures, withheld, routes)


def publishable(tables: Mapping[str, Mapping[Route, int]], k: int) -> dict[str, dict[Route, int]]:
    """Of one stream and week: the totals of each topic that may be shown, by route (place ids up to the country).

    `tables`: topic → route → groups placed at just that place.
    """
    kept = {topic: _by_place(table, k) for topic, table in tables.items()}
    totals = {topic: _totals(table) for topic, table in tables.items()}
    family = [topic for topic in tables if topic == "signal:any" or topic.startswith("exploitation:")]
    if "signal:any" in family and len(family) > 1:
        some = {topic: kept[topic] for topic in family}
        for topic, route in reckonable(some, tables, totals, "signal:any", k):
            kept[topic].pop(route, None)
            _mend(kept[topic], totals[topic], k)
    return kept


def _tables(cells: Sequence[Cell]) -> dict[tuple[Stream, date], dict[str, dict[Route, int]]]:
    tables: dict[tuple[Stream, date], dict[str, dict[Route, int]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(int))
    )
    for cell in cells:
        table = tables[cell.stream, cell.week][cell.topic]
        table[cell.place] = table.get(cell.place, 0) + cell.groups
    return tables


def _routes(cells: Sequence[Cell]) -> dict[str, Route]:
    routes: dict[str, Route] = {}
    for cell in cells:
        for n, place in enumerate(cell.place):
            if routes.setdefault(place, cell.place[n:]) != cell.place[n:]:
                raise ValueError(f"place {place} lies in {routes[place][1:]} and in {cell.place[n + 1 :]}")
    return routes


def _totals(table: Mapping[Route, int]) -> dict[Route, int]:
    totals: dict[Route, int] = defaultdict(int)
    for place, groups in table.items():
        for n in range(len(place)):
            totals[place[n:]] += groups
    return dict(totals)


def _by_place(table: Mapping[Route, int], k: int) -> dict[Route, int]:
    """Totals of at least k such that no released place minus those within it leaves a rest between 0 and k."""
    totals = _totals(table)
    kept = {route: total for route, total in totals.items() if total >= k}
    _mend(kept, totals, k)
    return kept


def _mend(kept: dict[Route, int], totals: Mapping[Route, int], k: int) -> None:
    """Take out the smallest figures within a place until its rest is nothing or at least k; finer places first."""
    for route in sorted(kept, key=len, reverse=True):
        if route not in kept:
            continue
        inner = _nearest_within(kept, route)
        while inner and 0 < totals[route] - sum(totals[r] for r in inner) < k:
            del kept[min(inner, key=lambda r: (totals[r], r))]
            inner = _nearest_within(kept, route)


def _nearest_within(kept: Mapping[Route, int], route: Route) -> list[Route]:
    within = [r for r in kept if len(r) > len(route) and r[-len(route) :] == route]
    return [r for r in within if not any(r[n:] in kept for n in range(1, len(r) - len(route)))]


def _lost(kept: Mapping[Route, int], table: Mapping[Route, int]) -> int:
    """Cells that no released place holds."""
    return sum(groups > 0 and not any(place[n:] in kept for n in range(len(place))) for place, groups in table.items())
