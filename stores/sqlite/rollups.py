"""Rollups: what changes in counts, exposure and tallies, gathered in memory and written with what caused it."""

from __future__ import annotations

import sqlite3
from collections import Counter
from datetime import UTC

from core.records import Finding, Level, Reading
from stores.sqlite.part import PLACE_COLUMNS

type _CountKey = tuple[str, str, str, str, str, str, str]  # level, topic, place, source, day, stream, seen
type _ExposureKey = tuple[str, str, str, str, str, str]  # level, place, source, day, stream, seen

_ADD_COUNT = """INSERT INTO counts VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET n = n + excluded.n"""
_DROP_COUNT = """DELETE FROM counts WHERE n = 0 AND level = ? AND topic = ? AND place_id = ? AND source = ?
    AND day = ? AND stream = ? AND seen = ?"""
_ADD_EXPOSURE = """INSERT INTO exposure VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET n = n + excluded.n"""
_DROP_EXPOSURE = """DELETE FROM exposure WHERE n = 0 AND level = ? AND place_id = ? AND source = ?
    AND day = ? AND stream = ? AND seen = ?"""
_ADD_TALLY = "INSERT INTO tallies VALUES (?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n"


class Rollups:
    """Changes that one transaction makes to the rollups."""

    def __init__(self) -> None:
        self._counts: Counter[_CountKey] = Counter()
        self._exposure: Counter[_ExposureKey] = Counter()
        self._tallies: Counter[str] = Counter()

    def count(self, finding: Finding, change: int) -> None:
        """A counted finding came (+1) or went (-1); an undated one moves nothing."""
        if finding.day is None:
            return
        day, seen = finding.day.isoformat(), seen_day(finding)
        for level, place in places_of(finding):
            self._counts[level, finding.topic, place, finding.source, day, finding.stream, seen] += change

    def expose(self, reading: Reading, change: int) -> None:
        """A document came to (+1) or left (-1) the exposure; an undated one is no part of it."""
        if reading.day is None:
            return
        day, seen = reading.day.isoformat(), seen_day(reading)
        for level, place in places_of(reading):
            self._exposure[level, place, reading.source, day, reading.stream, seen] += change

    def tally(self, name: str, change: int = 1) -> None:
        """So many more, or fewer, records of a kind."""
        self._tallies[name] += change

    def tally_reading(self, reading: Reading, change: int) -> None:
        """A reading came (+1) or went (-1)."""
        self._tallies["readings"] += change
        for name, holds in (
            ("undated", reading.day is None),
            ("unplaced", reading.country is None),
            ("signals", reading.signal is True),
            ("urgent", reading.urgent),
            ("abstained", reading.abstained is not None),
        ):
            if holds:
                self._tallies[name] += change

    def write(self, connection: sqlite3.Connection) -> None:
        """Put the changes into the rollups, and take out the rows that came to nothing."""
        counts = sorted((key, n) for key, n in self._counts.items() if n)
        exposure = sorted((key, n) for key, n in self._exposure.items() if n)
        connection.executemany(_ADD_COUNT, [(*key, n) for key, n in counts])
        connection.executemany(_DROP_COUNT, [key for key, n in counts if n < 0])
        connection.executemany(_ADD_EXPOSURE, [(*key, n) for key, n in exposure])
        connection.executemany(_DROP_EXPOSURE, [key for key, n in exposure if n < 0])
        connection.executemany(_ADD_TALLY, [(name, n) for name, n in self._tallies.items() if n])


def places_of(record: Finding | Reading) -> list[tuple[Level, str]]:
    """The places at which a record counts, one a level; levels without a place are left out."""
    places = (record.country, record.admin1_id, record.city_id, record.h3)
    return [(level, place) for level, place in zip(PLACE_COLUMNS, places, strict=True) if place is not None]


def seen_day(record: Finding | Reading) -> str:
    """The UTC day on which a record was first seen."""
    return record.first_seen.astimezone(UTC).date().isoformat()
