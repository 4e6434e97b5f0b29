"""A SQLite store of millions of findings, for measuring: the home of an invented world, filled table by table.

    python -m benchmarks.big_store HOME [--findings 10000000] [--until 2026-11-26]

The schema is the store's own; bodies and rollups are what `replace_findings` and `set_counted` would have written, and
a day of them is reckoned anew at the end. Written in one sweep, without sketches of copies and without contacts, since
one call a batch would take hours. Then: honeyguide dashboard --home HOME
"""

from __future__ import annotations

import sqlite3
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from itertools import batched, pairwise
from pathlib import Path
from typing import Any

import numpy as np
from big_world import DAYS, PER_DOCUMENT, VERSION, Forms, Post, World, words

from benchmarks.shared import command
from core.records import Corridor, Count, CrawlReport, Gap, Level, Spike
from stores import FILE
from stores.sqlite.analysed import finding_of
from stores.sqlite.rollups import places_of
from stores.sqlite.store import SqliteStore
from stores.versions import version_key

_BATCH = 20_000
_LEVELS: dict[Level, str] = {"admin1": "admin1", "city": "city", "country": "country", "h3": "h3"}
_WATCHED = ("signal:any", "exploitation:labour", "exploitation:sexual", "family:RF", "family:ILO")
_KEPT_DAYS = 400  # of series, as `detect` keeps them
_QUICK = ("journal_mode=OFF", "synchronous=OFF", "cache_size=-1000000", "temp_store=FILE", "secure_delete=OFF")


def fill(home: Path, findings: int, until: date) -> None:
    """Make the home and its store. An old store of the home is removed."""
    home.mkdir(parents=True, exist_ok=True)
    for old in home.glob(f"{FILE}*"):
        old.unlink()
    SqliteStore(home / FILE).close()
    world = World(findings // PER_DOCUMENT, until)
    cards(home, world)
    with closing(sqlite3.connect(home / FILE, isolation_level=None)) as connection:
        for pragma in _QUICK:
            connection.execute(f"PRAGMA {pragma}").fetchall()
        indexes = [sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master WHERE type = 'index'") if sql]
        for name in [sql.split()[2] for sql in indexes]:
            connection.execute(f"DROP INDEX {name}")
        step("records", lambda: write(connection, world))
        step("rollups", lambda: roll_up(connection))
        step("series", lambda: series(connection, until))
        for sql in indexes:
            step(sql.split()[2], lambda sql=sql: connection.execute(sql))  # type: ignore[misc]
    with closing(SqliteStore(home / FILE)) as store:
        step("spikes", lambda: found(store, until, world.sources))
        step("check", lambda: check(store, until - timedelta(days=3)))


def step(name: str, act: Any) -> None:
    """Do it, and say what it took."""
    wall, spent = time.perf_counter(), time.process_time()
    act()
    print(f"{name}: {time.perf_counter() - wall:.0f} s, {time.process_time() - spent:.0f} CPU-s", flush=True)


def write(connection: sqlite3.Connection, world: World) -> None:
    """Documents, readings and findings."""
    forms, key = Forms(world), version_key(VERSION)
    for batch in batched(enumerate(world.posts(), start=1), _BATCH):
        connection.execute("BEGIN")
        connection.executemany(
            "INSERT INTO documents VALUES (?, ?, ?, ?, 0, 0, '1', ?, ?, ?)",
            (
                (row, p.holes["document"], key, VERSION, seen(p), p.holes["day"],
                 forms.document.fill({**p.holes, "words": words(p.holes["rolls"])}))
                for row, p in batch
            ),
        )  # fmt: skip
        connection.executemany(
            "INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)",
            ((row, f"Work in {p.holes['city']}", words(p.holes["rolls"])) for row, p in batch),
        )
        connection.executemany(
            "INSERT INTO readings VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?, 'posts', ?, 0, ?, ?, ?, ?, ?)",
            (
                (row, p.holes["document"], p.holes["group"], key, VERSION, seen(p), p.holes["day"], p.holes["source"],
                 p.signal, *(p.holes[at] for at in ("country", "admin1", "city", "h3")),
                 forms.reading[p.holes["place"]][p.signal].fill(p.holes))
                for row, p in batch
            ),
        )  # fmt: skip
        connection.executemany(
            "INSERT INTO findings (reading, counted, day, stream, topic, id, body) VALUES (?, ?, ?, 'posts', ?, ?, ?)",
            (line for row, p in batch for line in findings_of(forms, row, p)),
        )
        connection.execute("COMMIT")


def findings_of(forms: Forms, row: int, post: Post) -> Iterator[tuple[Any, ...]]:
    """The rows of one post's findings."""
    for n, (topic, counted) in enumerate(post.topics):
        key = f"{post.holes['document'][:30]}{n:02}"
        body = forms.of_finding(topic).fill({**post.holes, "id": key})
        yield row, counted, post.holes["day"], topic, key, body


def seen(post: Post) -> str:
    """When a post was fetched, as the store's column holds it."""
    return f"{post.holes['day']}T09:00:00.000000+00:00"


def roll_up(connection: sqlite3.Connection) -> None:
    """Counts, exposure and tallies, as the store keeps them beside the records."""
    for level, column in _LEVELS.items():
        connection.execute(
            f"""INSERT INTO counts SELECT '{level}', topic, {column}, source, f.day, f.stream, f.day, count(*)
            FROM findings f JOIN readings r ON r.row = f.reading WHERE counted = 1 GROUP BY 2, 3, 4, 5, 6"""
        )
        connection.execute(
            f"""INSERT INTO exposure SELECT '{level}', {column}, source, day, stream, day, count(*)
            FROM readings GROUP BY 2, 3, 4, 5"""
        )
    for name in ("documents", "readings", "findings"):
        connection.execute(f"INSERT INTO tallies SELECT '{name}', count(*) FROM {name}")
    connection.execute("INSERT INTO tallies SELECT 'signals', count(*) FROM readings WHERE signal = 1")


def series(connection: sqlite3.Connection, until: date) -> None:
    """Points of the watched series: the mean of each as its expectation, days without any included."""
    days = [(str(until - timedelta(days=n)),) for n in range(_KEPT_DAYS)]
    connection.execute("CREATE TEMP TABLE days (day TEXT PRIMARY KEY)")
    connection.executemany("INSERT INTO days VALUES (?)", days)
    marks = ", ".join(f"'{topic}'" for topic in _WATCHED)
    connection.execute(
        f"""INSERT INTO series WITH seen AS MATERIALIZED (
            SELECT level, stream, topic, place_id, day, sum(n) AS n FROM counts
            WHERE topic IN ({marks}) AND level <> 'h3' AND day >= ? GROUP BY 1, 2, 3, 4, 5),
        means AS MATERIALIZED (
            SELECT level, stream, topic, place_id, sum(n) / {_KEPT_DAYS}.0 AS mean FROM seen GROUP BY 1, 2, 3, 4)
        SELECT m.level, m.stream, m.topic, m.place_id, days.day, coalesce(s.n, 0), mean,
            max(0, mean - 1.645 * sqrt(1.3 * mean)), mean + 1.645 * sqrt(1.3 * mean), 0.5
        FROM means m CROSS JOIN days LEFT JOIN seen s USING (level, stream, topic, place_id, day)
        ORDER BY 1, 2, 3, 4, 5""",
        (days[-1][0],),
    )


def found(store: SqliteStore, until: date, sources: list[str]) -> None:
    """A spike a day for a year, of which the last twelve are open; gaps, corridors, reports, and what was judged."""
    places = [
        (c.level, c.place_id)
        for level in ("country", "admin1", "city")
        for c in store.counts(level, topic="signal:any", since=until, until=until)  # type: ignore[arg-type]
    ]
    draw = np.random.default_rng(3)
    at = [places[n] for n in draw.choice(len(places), 365)]
    spikes = [_spike(n, level, place, until) for n, (level, place) in enumerate(at)]
    store.put_spikes(spikes, until - timedelta(days=400), until)
    cities = [place for level, place in places if level == "city"]
    weeks = [until - timedelta(days=until.weekday() + 7 * back) for back in range(8)]
    gaps = [Gap("S_SHELTER", "city", c, week, 12, 1, 12.0, 7.0, 19.0) for week in weeks for c in cities[:200]]
    pairs = list(pairwise(cities))[:150]
    store.put_gaps(gaps, [Corridor(a, b, week, 3 + n % 7) for week in weeks for n, (a, b) in enumerate(set(pairs))])
    for source in sources:
        for back in range(7):
            begun = datetime.combine(until - timedelta(days=back), datetime.min.time(), UTC)
            ended = begun + timedelta(minutes=4)
            store.put_report(CrawlReport(f"{source}-{back}", source, begun, ended, 60, 110, 0, {}, True))
    judged = {"judged_from": str(until - timedelta(days=365)), "judged_until": str(until), "watched": 3000}
    told = {"false_episodes_expected": 1.0, "budget_per_week": 1.0, "said": "", "uncertain": []}
    store.set_state("detection", {**judged, **told, "at": f"{until}T12:00:00+00:00"})


def _spike(number: int, level: Any, place: str, until: date) -> Spike:
    opened = until - timedelta(days=number)
    return Spike(
        id=f"spike{number:04}", stream="posts", topic=_WATCHED[number % len(_WATCHED)], level=level, place_id=place,
        opened=opened, peak=opened, ended=None if number < 12 else opened + timedelta(days=5), window=3, observed=30,
        expected=12.0, low=7.0, high=18.0, p=1e-5, q=0.01, recurrence_days=140.0 + number, days_open=min(number, 5) + 1,
        sources=(), venues=(), signs=(), terms=(), also=(), sentence="More posts than expected.", method="hgpq",
        version="1", parameters={},
    )  # fmt: skip


def check(store: SqliteStore, day: date) -> None:
    """One day's counts at every level, reckoned anew from the bodies. Raises ValueError where they differ."""
    seen_: Counter[tuple[str, str, str, str]] = Counter()
    with store._base.reading() as connection:
        rows = connection.execute("SELECT body FROM findings WHERE counted = 1 AND day = ?", (str(day),))
        for (body,) in rows:
            finding = finding_of(body, True)
            for level, place in places_of(finding):
                seen_[level, finding.topic, place, finding.source] += 1
    for level in _LEVELS:
        told: list[Count] = store.counts(level, since=day, until=day)
        if {(c.level, c.topic, c.place_id, c.source): c.groups for c in told} != {
            key: n for key, n in seen_.items() if key[0] == level
        }:
            raise ValueError(f"the counts of level {level} on {day} are not those of the findings")
    print(f"{day}: {sum(seen_.values()):,} counted at four levels, as reckoned from the findings; {store.tallies()}")


def cards(home: Path, world: World) -> None:
    """A card for each source, so that the pages can name them."""
    (home / "sources").mkdir(exist_ok=True)
    for name in world.sources:
        (home / "sources" / f"{name}.yml").write_text(
            f"id: {name}\nname: Invented board {name}\npublisher: nobody\nlanguages: [en]\ntimezone: UTC\n"
            f"kind: feed\nurls: [https://{name}.example/feed]\nstream: posts\nschedule: daily\n"
            "terms:\n  says: Invented.\n  fair_because: Nothing is fetched.\nstatus: paused\n",
            encoding="utf-8",
        )


def main() -> None:
    """The command line."""
    parser = command(__doc__)
    parser.add_argument("home", type=Path)
    parser.add_argument("--findings", type=int, default=10_000_000)
    parser.add_argument("--until", type=date.fromisoformat, default=datetime.now(UTC).date() - timedelta(days=1))
    given = parser.parse_args()
    fill(given.home, given.findings, given.until)
    print(f"{(given.home / FILE).stat().st_size / 1e9:.1f} GB at {given.home}; days {DAYS}")


if __name__ == "__main__":
    main()
