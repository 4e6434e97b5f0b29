"""What was read and what was not: sources that fell silent and the places they take with them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from core.records import CrawlReport, Exposure, Place, Stream

USUAL_DAYS = 28
# Silence counts when so many documents were to be expected that none at all has a chance under one in a thousand.
SURE = 7.0


@dataclass(frozen=True, slots=True)
class Silence:
    """A source that brought nothing since a day, against its habit; `country` (or empty): where it mostly reads."""

    source: str
    since: date
    country: str


@dataclass(frozen=True, slots=True)
class Seen:
    """A week's reading: sources and documents read, also by stream and country, silent sources, and places of which
    nothing was read."""

    sources: int
    documents: int
    silences: tuple[Silence, ...]
    unseen: tuple[str, ...]
    watched: int
    by_country: Mapping[tuple[Stream, str], int]


def look(
    exposure: Sequence[Exposure], places: Mapping[str, Place], week: date, reports: Sequence[CrawlReport] = ()
) -> Seen:
    """What the exposure says of a week, against the four weeks before it; visits that brought nothing are told too."""
    end = week + timedelta(days=6)
    start = week - timedelta(days=USUAL_DAYS)
    recent = [row for row in exposure if start <= row.day <= end]
    by_country = [row for row in recent if row.level == "country"]
    this_week = [row for row in by_country if row.day >= week and row.documents > 0]
    silences = _silences(by_country, week, end)
    silences += _fruitless(reports, week, {silence.source for silence in silences} | {row.source for row in this_week})
    return Seen(
        sources=len({row.source for row in this_week}),
        documents=sum(row.documents for row in this_week),
        silences=tuple(silences),
        unseen=tuple(_unseen(recent, places, week)),
        watched=len({(row.level, row.place_id) for row in exposure if row.level in ("country", "admin1", "city")}),
        by_country=_by_country(this_week),
    )


def _by_country(rows: Sequence[Exposure]) -> dict[tuple[Stream, str], int]:
    documents: dict[tuple[Stream, str], int] = defaultdict(int)
    for row in rows:
        documents[row.stream, row.place_id] += row.documents
    return documents


def _silences(rows: Sequence[Exposure], week: date, end: date) -> list[Silence]:
    days: dict[str, dict[date, int]] = defaultdict(lambda: defaultdict(int))
    where: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in rows:
        days[row.source][row.day] += row.documents
        where[row.source][row.place_id] += row.documents
    silences: list[Silence] = []
    for source, read in sorted(days.items()):
        last = max((day for day, documents in read.items() if documents), default=None)
        if last is None or last >= end:
            continue
        usual = sum(documents for day, documents in read.items() if day < week) / USUAL_DAYS
        if usual * (end - last).days > SURE:
            silences.append(
                Silence(source, last + timedelta(days=1), max(where[source], key=lambda p: (where[source][p], p)))
            )
    return silences


def _fruitless(reports: Sequence[CrawlReport], week: date, known: set[str]) -> list[Silence]:
    """Sources that were visited in the week, brought nothing and raised an alarm by name, and are not told of yet."""
    visits: dict[str, list[CrawlReport]] = defaultdict(list)
    for report in reports:
        if week <= report.ended.date() < week + timedelta(days=7) and report.source not in known:
            visits[report.source].append(report)
    return [
        Silence(source, min(report.started.date() for report in made), "")
        for source, made in sorted(visits.items())
        if all(report.parcels == 0 for report in made) and any(report.alarms for report in made)
    ]


def _unseen(rows: Sequence[Exposure], places: Mapping[str, Place], week: date) -> list[str]:
    """Places usually read of which the week brought nothing: the widest ones, most read first."""
    before: dict[str, int] = defaultdict(int)
    now: dict[str, int] = defaultdict(int)
    for row in rows:
        if row.level in ("country", "admin1", "city"):
            (now if row.day >= week else before)[row.place_id] += row.documents
    gone = {place for place, documents in before.items() if documents * 7 / USUAL_DAYS > SURE and not now[place]}
    widest = [place for place in gone if not _wider_gone(place, gone, places)]
    return sorted(widest, key=lambda place: (-before[place], place))


def _wider_gone(place: str, gone: set[str], places: Mapping[str, Place]) -> bool:
    known = places.get(place)
    return known is not None and place != known.country and bool(({known.admin1, known.country} - {place}) & gone)
