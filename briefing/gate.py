"""The only way a count reaches the digest: as a cell through `privacy.release`, out as a band."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from core.days import monday
from core.records import Corridor, Count, Digest, Level, Place, Stream
from core.settings import ReleaseSettings
from privacy.corridors import Pair, PairFigure, any_withheld, release_pairs
from privacy.noise import WEEKS_A_YEAR, Blur, discrete_laplace
from privacy.release import Band, Cell, Figure, Released, release

WEEKS_BACK = 25
_LEVELS: tuple[Level, ...] = ("city", "admin1", "country")

type _Sums = dict[tuple[Stream, str, date], dict[Level, dict[str, int]]]


def through_the_door(
    counts: Sequence[Count],
    places: Mapping[str, Place],
    week: date,
    *,
    k: int,
    earlier: Iterable[Figure] = (),
    blur: Blur | None = None,
) -> Released:
    """Release the counts of this week and of the 25 before it, by topic and place.

    A city's groups are in its province's and its country's counts too; each cell holds only what is placed no finer.
    """
    first = week - timedelta(weeks=WEEKS_BACK)
    sums: _Sums = defaultdict(lambda: {level: defaultdict(int) for level in _LEVELS})
    for count in counts:
        if count.level in _LEVELS and first <= count.day < week + timedelta(days=7):
            sums[count.stream, count.topic, monday(count.day)][count.level][count.place_id] += count.groups
    cells = [cell for key, levels in sums.items() for cell in _cells(key, levels, places)]
    return release(cells, k=k, earlier=[figure for figure in earlier if first <= figure.week <= week], blur=blur)


def _cells(
    key: tuple[Stream, str, date], levels: Mapping[Level, Mapping[str, int]], places: Mapping[str, Place]
) -> list[Cell]:
    stream, topic, week = key
    rest = {level: dict(levels[level]) for level in _LEVELS}
    cells: list[Cell] = []
    for n, level in enumerate(_LEVELS):
        for place_id, groups in rest[level].items():
            route = route_of(place_id, level, places)
            if route is None:
                continue
            # What is counted here is no longer to be counted again at the wider levels.
            for wider_level, wider in _wider(route, n):
                if wider in rest[wider_level]:
                    rest[wider_level][wider] -= groups
            if groups > 0:
                cells.append(Cell(topic, route, week, groups, stream))
    return cells


def _wider(route: tuple[str, ...], n: int) -> list[tuple[Level, str]]:
    if n == 0 and len(route) == 3:
        return [("admin1", route[1]), ("country", route[2])]
    return [("country", route[-1])] if n < 2 else []


def route_of(place_id: str, level: Level, places: Mapping[str, Place]) -> tuple[str, ...] | None:
    """The ids from a place up to its country, or None for a place that is not known."""
    if level == "country":
        return (place_id,) if len(place_id) == 2 else None
    place = places.get(place_id)
    if place is None:
        return None
    if level == "city" and place.admin1 and place.admin1 != place_id and place.admin1 in places:
        return (place_id, place.admin1, place.country)
    return (place_id, place.country)


def pairs(
    corridors: Sequence[Corridor], places: Mapping[str, Place], week: date, k: int, blur: Blur | None = None
) -> tuple[list[PairFigure], bool]:
    """The corridors of the week that may be shown, and whether any is not; those of unknown places never are."""
    known: list[Pair] = []
    named = [corridor for corridor in corridors if corridor.week == week]
    for corridor in named:
        ends = [places.get(place) for place in (corridor.origin_id, corridor.destination_id)]
        if ends[0] is not None and ends[1] is not None:
            origin, destination = ends[0].country, ends[1].country
            known.append(Pair(corridor.origin_id, origin, corridor.destination_id, destination, week, corridor.groups))
    return release_pairs(known, k=k, blur=blur), len(known) < len(named) or any_withheld(known, k=k)


def blur_of(settings: ReleaseSettings, edition: str) -> Blur | None:
    """The noise of an edition: the public one's week spends a fifty-second of the year's budget."""
    if edition != "public" or not settings.epsilon_per_year:
        return None
    return discrete_laplace(settings.epsilon_per_year / WEEKS_A_YEAR)


def as_rows(figures: Iterable[Figure]) -> list[dict[str, object]]:
    """Figures as they are kept in the digest and exported, by week, topic and place."""
    return [
        {
            "stream": f.stream,
            "topic": f.topic,
            "place": f.place,
            "week": f.week.isoformat(),
            "low": f.band.low,
            "high": f.band.high,
        }
        for f in sorted(figures, key=lambda f: (f.week, f.stream, f.topic, f.place))
    ]


def of_earlier(digests: Iterable[Digest], edition: str) -> list[Figure]:
    """What earlier digests of this edition released, so that it comes out again just as it was."""
    kept = [digest.figures for digest in digests if digest.edition == edition]
    return [_figure(row) for figures in kept for part in ("released", "weeks_before") for row in _rows(figures, part)]


def pairs_of_earlier(
    digests: Iterable[Digest], edition: str, week: date
) -> tuple[list[PairFigure], bool | None] | None:
    """The corridors of this week as an earlier digest of it released them, or None where there is none.

    Whether any was withheld is None where that digest does not say.
    """
    for digest in digests:
        if (digest.week, digest.edition) == (week, edition):
            said = digest.figures.get("corridors_withheld")
            pairs = [_pair(row, week) for row in _rows(digest.figures, "corridors")]
            return pairs, None if said is None else bool(said)
    return None


def _rows(figures: Mapping[str, object], part: str) -> Sequence[Mapping[str, object]]:
    rows = figures.get(part, ())
    return rows if isinstance(rows, (list, tuple)) else ()


def _pair(row: Mapping[str, object], week: date) -> PairFigure:
    return PairFigure(
        str(row["origin"]), str(row["destination"]), week, Band(int(str(row["low"])), int(str(row["high"])))
    )


def _figure(row: Mapping[str, object]) -> Figure:
    stream: Stream = row["stream"]  # type: ignore[assignment]  # as it was written by as_rows
    low, high = int(str(row["low"])), int(str(row["high"]))
    return Figure(stream, str(row["topic"]), str(row["place"]), date.fromisoformat(str(row["week"])), Band(low, high))
