"""`honeyguide store migrate`: moves a SQLite store into Elasticsearch, resumable, and verified by its numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, cast, get_args

from core.errors import BadInput, SettingsError
from core.records import Document, Finding, Level, Reading, SeriesPoint
from stores import shown
from stores.base import Store
from stores.codec import decode
from stores.elastic import arriving
from stores.elastic.address import parse
from stores.elastic.store import ElasticStore
from stores.sqlite.leaving import TABLES, findings_of, has_forgotten, rows_of
from stores.sqlite.part import PLACE_FIELDS
from stores.sqlite.rollups import seen_day
from stores.sqlite.store import FILE, SqliteStore

_STATE = "moving"
_BATCH = 500
_POINTS = 20_000

type Progress = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class Moved:
    """What was moved, rows by table, and what the two stores do not say alike (empty: verified)."""

    rows: Mapping[str, int]
    differences: tuple[str, ...]


def migrate_home(home: Path, address: str, progress: Progress | None = None) -> Moved:
    """Move the SQLite store of a home folder to an address. Raises SettingsError, StoreAway, BadInput."""
    if not (home / FILE).is_file():
        raise SettingsError(f"{home / FILE}: there is no SQLite store to be moved.")
    if not address.startswith(("https://", "http://")):
        raise SettingsError(
            f"'{shown(address)}' is no address of Elasticsearch.", remedy="Give one that starts with https://."
        )
    source = SqliteStore(home / FILE)
    try:
        target = ElasticStore(parse(address, home))
        try:
            return migrate(source, target, progress)
        finally:
            target.close()
    finally:
        source.close()


def migrate(source: SqliteStore, target: ElasticStore, progress: Progress | None = None) -> Moved:
    """Move everything. Broken off, it goes on where it was; done, the stores are compared.

    The source is only read, and must not be written meanwhile: what changes then shows as a difference.
    Raises BadInput when the target holds records of another origin.
    """
    state = target.state(_STATE)
    if state is None and any(target.tallies().values()):
        raise BadInput(
            "the Elasticsearch store holds records already.",
            remedy="Choose an empty one by the option 'prefix' of the address.",
        )
    marks: dict[str, Any] = dict(cast(Mapping[str, Any], state or {}))
    target.set_state(_STATE, marks)
    moved: Counter[str] = Counter()
    for table in TABLES:
        if marks.get(table) == "done":
            continue
        for number, mark in _move(source, target, table, marks.get(table)):
            moved[table] += number
            marks[table] = mark
            target.set_state(_STATE, marks)
            if progress is not None:
                progress(table, moved[table])
        marks[table] = "done"
        target.set_state(_STATE, marks)
    differences = tuple(differences_between(source, target))
    if not differences:
        target.drop_state(_STATE)
    return Moved(dict(moved), differences)


def differences_between(one: Store, other: Store) -> Iterator[str]:
    """What two stores do not say alike: tallies, counts and exposure at every level, the end of the audit."""
    tallies = other.tallies()
    for name, number in one.tallies().items():
        if tallies.get(name) != number:
            yield f"{name}: {number} there, {tallies.get(name)} here"
    for level in PLACE_FIELDS:
        if one.counts(level) != other.counts(level):
            yield f"counts by {level} differ"
        if one.exposure(level) != other.exposure(level):
            yield f"exposure by {level} differs"
    if one.last_audit() != other.last_audit():
        yield "the last entry of the audit differs"


def _move(source: SqliteStore, target: ElasticStore, table: str, mark: Any) -> Iterator[tuple[int, Any]]:
    """Move one table, batch after batch: how many rows, and the mark to go on from."""
    if table in ("counts", "exposure"):
        yield from _move_past(source, target, table)
        return
    size = _POINTS if table == "series" else _BATCH
    for rows, after in rows_of(source, table, size, tuple(mark) if mark else None):
        if table == "series":
            target.put_series(map(_point, rows))
        else:
            _write(target, _puts(source, table, rows))
        yield len(rows), list(after)


def _puts(source: SqliteStore, table: str, rows: list[tuple[Any, ...]]) -> list[arriving.Put]:
    if table == "documents":
        ids = {row[0]: _id(row[1]) for row in rows}
        read = _readings(source, list(ids.values()))
        puts = [arriving.document(row[1:], read.get(ids[row[0]], (None, []))[0]) for row in rows]
        return arriving.mark_topics(puts, {i: topics for i, (_, topics) in read.items()})
    if table == "sketches":
        return [arriving.sketch(*row[1:]) for row in rows]
    if table == "readings":
        findings = findings_of(source, [row[0] for row in rows])
        return [put for row in rows for put in arriving.reading(row[1:], findings[row[0]])]
    return [arriving.PLAIN[table](*row) for row in rows]


def _write(target: ElasticStore, puts: Iterable[arriving.Put]) -> None:
    with target.changing() as change:
        for family, key, record, month in puts:
            change.put(family, key, record, month)


def _readings(source: SqliteStore, ids: list[str]) -> dict[str, tuple[bytes, list[str]]]:
    """Readings of documents, as kept, with the topics of their findings."""
    marks = ", ".join("?" * len(ids))
    sql = f"""SELECT r.document_id, r.body, f.topic FROM readings r LEFT JOIN findings f ON f.reading = r.row
        WHERE r.document_id IN ({marks})"""
    found: dict[str, tuple[bytes, list[str]]] = {}
    with source._base.reading() as connection:
        for i, body, topic in connection.execute(sql, ids):
            topics = found.setdefault(i, (body, []))[1]
            if topic is not None:
                topics.append(topic)
    return found


def _id(body: bytes) -> str:
    """The id of a kept document."""
    return decode(Document, body).id


def _point(row: tuple[Any, ...]) -> SeriesPoint:
    level, stream, topic, place, day, *numbers = row
    return SeriesPoint(stream, topic, level, place, date.fromisoformat(day), *numbers)


def _move_past(source: SqliteStore, target: ElasticStore, table: str) -> Iterator[tuple[int, Any]]:
    """What the rollups hold beyond the living records: numbers of what was forgotten or erased."""
    if not has_forgotten(source):
        return
    living = _living(source, table)
    for rows, after in rows_of(source, table, _BATCH):
        puts = []
        for row in rows:
            *key, number = cast(tuple[Any, ...], row)
            left = number - living[tuple(key)]
            if left > 0:
                puts.append(_outliving(table, key, left))
        _write(target, puts)
        yield len(puts), list(after)


def _outliving(table: str, key: list[str], number: int) -> arriving.Put:
    names = ("level", "topic", "place_id", "source", "day", "stream", "seen")
    named = dict(zip(names if table == "counts" else [n for n in names if n != "topic"], key, strict=True))
    kind = "count" if table == "counts" else "exposure"
    return arriving.outliving(kind, named.pop("level"), number, **named)


def _living(source: SqliteStore, table: str) -> Counter[tuple[str, ...]]:
    """The numbers that the living records give, by the keys of the rollup."""
    found: Counter[tuple[str, ...]] = Counter()
    for rows, _ in rows_of(source, "readings", _BATCH):
        records: list[Finding | Reading] = []
        if table == "counts":
            bodies = findings_of(source, [cast(int, row[0]) for row in rows])
            records += [decode(Finding, body) for each in bodies.values() for body, counted in each if counted]
        else:
            records += [decode(Reading, cast(bytes, row[1])) for row in rows if row[3]]
        for record in records:
            found.update(_keys(record))
    return found


def _keys(record: Finding | Reading) -> Iterator[tuple[str, ...]]:
    if record.day is None:
        return
    topic = (record.topic,) if isinstance(record, Finding) else ()
    for level in get_args(Level.__value__):
        place = getattr(record, PLACE_FIELDS[level]) if level in PLACE_FIELDS else None
        if place is not None:
            yield (level, *topic, place, record.source, record.day.isoformat(), record.stream, seen_day(record))
