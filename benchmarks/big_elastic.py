"""The same pages over SQLite and Elasticsearch, each beside the same rows asked of it directly, in one run.

    python -m benchmarks.big_store HOME --findings 1000000
    python -m stores.elastic.testserver start --port 9377
    python -m benchmarks.big_elastic HOME "http://127.0.0.1:9377?replicas=0&prefix=mid" [--move] [--times 9]

`--move` copies the home's store to the address first. Each turn asks for another day, so that no cache of a server
answers; "direct" is one statement, or one search, for each set of rows that the page needs, as somebody would type it.
"""

from __future__ import annotations

import contextlib
import random
import sqlite3
import statistics
import time
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from big_dashboard import _cells, _drawn, _first_view, _search, seconds

from benchmarks.shared import command
from core.records import Spike
from core.settings import load_settings
from dashboard import house
from dashboard.names import Names
from dashboard.queries import evidence, honeycomb, signs, today
from dashboard.queries.period import Period, last_day, week_to
from stores import FILE, open_store
from stores.base import EvidenceQuery, Store
from stores.elastic.part import every, term
from stores.elastic.store import ElasticStore
from stores.migrate import migrate_home

_SERIES = ("level", "stream", "topic", "place_id")
_PLACES = 10_000  # more than any level has: one answer holds them all


class Typed:
    """What one would type into Elasticsearch for the rows of a page."""

    def __init__(self, store: ElasticStore) -> None:
        self._client = store._server.client
        self._prefix = store._server.address.prefix

    def first_view(self, until: date) -> None:
        """Documents by place at three levels, by source and day, and the open spikes."""
        quarter = _days(until - timedelta(days=90), until)
        for level in ("country", "admin1", "city"):
            self._sum([*_READ, quarter, {"exists": {"field": level}}], {"by": _terms(level)})
        by_day = {"day": {"date_histogram": {"field": "day", "calendar_interval": "day", "min_doc_count": 1}}}
        self._sum([*_READ, quarter], {"by": {**_terms("source"), "aggs": by_day}})
        ended = {"range": {"ended": {"gte": str(until - timedelta(days=6))}}}
        never = {"bool": {"must_not": {"exists": {"field": "ended"}}}}
        still = {"bool": {"should": [ended, never]}}
        opened = {"range": {"opened": {"lte": str(until)}}}
        self._find("books", [{"term": {"kind": "spike"}}, still, opened], 1000)

    def series(self, spikes: Sequence[Spike]) -> None:
        """The series behind the rows, all in one search."""
        each = [every(*(term(field, getattr(spike, field)) for field in _SERIES)) for spike in spikes]
        self._find("series", [{"bool": {"should": each}}], 1000)

    def cells(self, days: Period) -> None:
        """Groups and documents by cell."""
        of = [{"term": {"stream": "posts"}}, {"exists": {"field": "h3"}}, _days(days.since, days.until)]
        counted = [{"term": {"counted": True}}, {"term": {"topic": "signal:any"}}]
        for kind in (counted, _READ):
            self._sum([*kind, *of], {"by": _terms("h3")})

    def topics(self, days: Period) -> None:
        """Groups by topic."""
        self._sum([{"term": {"counted": True}}, {"term": {"stream": "posts"}}, {"exists": {"field": "country"}},
                   _days(days.since, days.until)], {"by": _terms("topic")})  # fmt: skip

    def search(self, query: EvidenceQuery) -> None:
        """A page of documents, newest first, and their readings by id."""
        asked = {"source": query.source, "country": query.place_id, "topics": query.topic,
                 "signal": True if query.signal_only else None, "withdrawn": False, "analysed": True}  # fmt: skip
        terms = [{"term": {field: value}} for field, value in asked.items() if value is not None]
        hits = self._find("documents", [*terms, _days(query.since, query.until)], 21, [{"day": "desc"}, {"id": "asc"}])
        if hits:
            ids = {"ids": {"values": [hit["_id"] for hit in hits]}}
            self._find("findings", [ids], 21)

    def _sum(self, conditions: Sequence[Any], aggregations: dict[str, Any]) -> None:
        self._client.search(
            index=f"{self._prefix}-findings", size=0, track_total_hits=False, request_cache=False,
            query={"bool": {"filter": list(conditions)}}, aggregations=aggregations,
        )  # fmt: skip

    def _find(self, family: str, conditions: Sequence[Any], size: int, sort: Any = None) -> list[dict[str, Any]]:
        found = self._client.search(
            index=f"{self._prefix}-{family}", size=size, track_total_hits=False, sort=sort,
            query={"bool": {"filter": list(conditions)}},
        )  # fmt: skip
        return list(found["hits"]["hits"])


_READ = [{"bool": {"should": [{"term": {"exposed": True}}, {"term": {"kind": "exposure"}}]}}]


def _days(since: date | None, until: date | None) -> dict[str, Any]:
    return {"range": {"day": {"gte": str(since), "lte": str(until)}}}


def _terms(field: str) -> dict[str, Any]:
    return {"terms": {"field": field, "size": _PLACES}}


class Bare:
    """The same, typed into SQLite."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def first_view(self, until: date) -> None:
        """Documents by place at three levels, by source and day, and the open spikes."""
        _first_view(self._connection, until)

    def series(self, spikes: Sequence[Spike]) -> None:
        """The series behind the rows, one after the other."""
        where = " AND ".join(f"{field} = ?" for field in _SERIES)
        for spike in spikes:
            asked = [getattr(spike, field) for field in _SERIES]
            self._connection.execute(f"SELECT * FROM series WHERE {where}", asked).fetchall()

    def cells(self, days: Period) -> None:
        """Groups and documents by cell."""
        _cells(self._connection, days.since, days.until)

    def topics(self, days: Period) -> None:
        """Groups by topic."""
        sql = "SELECT topic, sum(n) FROM counts WHERE level = 'country' AND stream = 'posts' AND day BETWEEN ? AND ? "
        self._connection.execute(sql + "GROUP BY topic", (str(days.since), str(days.until))).fetchall()

    def search(self, query: EvidenceQuery) -> None:
        """A page of documents with their readings, newest first."""
        _search(self._connection, query)


def compare(name: str, store: Store, direct: Typed | Bare, names: Names, times: int) -> None:
    """Print medians of each page's queries through the store and directly, alternating, and their ratio."""
    until = last_day(store)
    assert until is not None
    days = [until - timedelta(days=n) for n in range(times)]
    weeks = [week_to(day) for day in days]
    offered, draw = evidence.choices(store, names, until), random.Random(5)
    filters = [q for q in (_drawn(draw, offered, until) for _ in range(4 * times)) if not q.text][:times]
    pages = [page for day in days if (page := today.today(store, names, 1.0, day))]
    print(f"{name}: {len(pages[0].rows) + len(pages[0].earlier)} rows on the first of {len(pages)} days")
    _told(f"{name}: Today", [
        (lambda d=page.period.until: today.today(store, names, 1.0, d),  # type: ignore[misc]
         lambda p=page: _first_of(direct, p)) for page in pages])  # type: ignore[misc]  # fmt: skip
    _told(f"{name}: map", [
        (lambda w=w: honeycomb.honeycomb(store, "posts", "signal:any", w),  # type: ignore[misc]
         lambda w=w: [direct.cells(p) for p in (w, w.before(91, guard=7))]) for w in weeks])  # type: ignore[misc]  # fmt: skip
    _told(f"{name}: Signs", [
        (lambda w=w: signs.topics(store, "posts", w),  # type: ignore[misc]
         lambda w=w: [direct.topics(p) for p in (w, w.before(91, guard=7))]) for w in weeks])  # type: ignore[misc]  # fmt: skip
    _told(f"{name}: a filter of Evidence", [
        (lambda q=q: evidence.search(store, q, 0), lambda q=q: direct.search(q)) for q in filters])  # type: ignore[misc]  # fmt: skip


def _first_of(direct: Typed | Bare, page: today.Today) -> None:
    direct.first_view(page.period.until)
    direct.series([row.spike for row in (*page.rows, *page.earlier)])


def _told(what: str, pairs: list[tuple[Callable[[], object], Callable[[], object]]]) -> None:
    ours, theirs = [], []
    for at, (mine, other) in enumerate(pairs):
        for act, into in ((mine, ours), (other, theirs)) if at % 2 else ((other, theirs), (mine, ours)):
            into.append(seconds(act))
    first, second = statistics.median(ours), statistics.median(theirs)
    cpu = statistics.median(one.cpu for one in ours)
    print(f"{what}: median {first:.3f} s ({cpu:.3f} CPU-s of ours), slowest {max(ours):.3f}; "
          f"direct {second:.3f} s; ratio {first / second:.1f}", flush=True)  # fmt: skip


def main() -> None:
    """The command line."""
    parser = command(__doc__)
    parser.add_argument("home", type=Path)
    parser.add_argument("address")
    parser.add_argument("--move", action="store_true")
    parser.add_argument("--times", type=int, default=9)
    given = parser.parse_args()
    house.configure(load_settings({"home": given.home}))
    if given.move:
        begun = time.perf_counter()
        moved = migrate_home(given.home, given.address)
        print(f"moved in {time.perf_counter() - begun:.0f} s: {dict(moved.rows)}, {moved.differences or 'verified'}")
    names = house.names()
    with contextlib.closing(open_store("sqlite", given.home)) as sqlite:
        print(sqlite.tallies())
        with contextlib.closing(sqlite3.connect(f"file:{given.home / FILE}?mode=ro", uri=True)) as bare:
            compare("SQLite", sqlite, Bare(bare), names, given.times)
    with contextlib.closing(open_store(given.address, given.home)) as elastic:
        assert isinstance(elastic, ElasticStore)
        elastic.tallies()  # which makes what was written searchable
        compare("Elasticsearch", elastic, Typed(elastic), names, given.times)


if __name__ == "__main__":
    main()
