"""The dashboard over a big store: first view, map, filters, memory with twenty sessions, and the same asked of SQLite.

    python -m benchmarks.big_store HOME            # once: ten million findings
    python -m benchmarks.big_dashboard HOME [--sessions 20] [--filters 40]

The server is started as `honeyguide dashboard` starts it; sessions are those of a browser, spoken over its own socket
(a page counts as shown when its script has ended), so that no browser's drawing is measured. Each page is asked cold:
nothing cached. "Direct" is the same rows asked of SQLite with one statement each, over a connection of its own.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urlencode

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.shared import command
from core.records import Level
from core.settings import load_settings
from dashboard import house
from dashboard.queries import evidence, honeycomb, today
from dashboard.queries.period import last_day, week_to
from stores import FILE, open_store
from stores.base import EvidenceQuery, Store

BESIDE = 6  # filters that are asked bare as well
PAGES = ("", "signs", "needs", "corridors", "sources", "evidence", "place", "method")


@contextlib.contextmanager
def served(home: Path) -> Iterator[tuple[str, int]]:
    """The socket's address of a dashboard of its own, and its process id."""
    command = [sys.executable, "-m", "dashboard", "--home", str(home), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        address = server.stdout.readline().removeprefix("Dashboard: ").strip()
        try:
            yield address.replace("http", "ws") + "/_stcore/stream", server.pid
        finally:
            server.terminate()


async def view(address: str, page: str, query: str = "") -> tuple[float, websockets.ClientConnection]:
    """Seconds until a new session's page has been drawn; the session stays open."""
    origin = address.replace("ws:", "http:").split("/_stcore", maxsplit=1)[0]
    begun = time.perf_counter()
    socket = await websockets.connect(
        address, subprotocols=["streamlit"], origin=origin, max_size=None, open_timeout=90
    )  # type: ignore[arg-type, list-item]
    asked = BackMsg()
    asked.rerun_script.query_string = query
    asked.rerun_script.page_name = page
    await socket.send(asked.SerializeToString())
    async for raw in socket:
        said = ForwardMsg()
        said.ParseFromString(raw if isinstance(raw, bytes) else raw.encode())
        if said.WhichOneof("type") == "script_finished":
            break
    return time.perf_counter() - begun, socket


def resident(pid: int) -> float:
    """Megabytes of memory a process holds."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


async def sessions(address: str, pid: int, number: int, place: str) -> None:
    """Each page once, cold; then many sessions at a time, each on a page of its own."""
    begun = time.perf_counter()
    await (await view(address, "method"))[1].close()
    print(f"first page after the start, with all that is loaded for it: {time.perf_counter() - begun:.1f} s")
    for page in PAGES:
        took, socket = await view(address, page, place if page == "place" else "")
        print(f"page {page or 'today'}: {took:.2f} s")
        await socket.close()
    await asyncio.sleep(31)  # until what was cached is forgotten
    took = await asyncio.gather(*(view(address, PAGES[n % len(PAGES)], place) for n in range(number)))
    print(f"{number} sessions at once: median {statistics.median(t for t, _ in took):.1f} s", end=", ")
    print(f"slowest {max(t for t, _ in took):.1f} s; memory {resident(pid):.0f} MB")
    for _, socket in took:
        await socket.close()


class Took(float):
    """Seconds by the clock; `cpu` are those of the processor, which other programs do not lengthen."""

    cpu: float


def seconds(act: Callable[[], object]) -> Took:
    """What an act took."""
    begun, spent = time.perf_counter(), time.process_time()
    act()
    took = Took(time.perf_counter() - begun)
    took.cpu = time.process_time() - spent
    return took


def queries(store: Store, home: Path, filters: int) -> None:
    """First view, map and filters as the pages ask, beside the bare statements."""
    names, until = house.names(), last_day(store)
    assert until is not None
    week, past = week_to(until), week_to(until).before(91, guard=7)
    first = seconds(lambda: today.today(store, names, 1.0))
    comb = seconds(lambda: honeycomb.honeycomb(store, "posts", "signal:any", week))
    with contextlib.closing(sqlite3.connect(f"file:{home / FILE}?mode=ro", uri=True)) as bare:
        direct_first = seconds(lambda: _first_view(bare, until))
        direct_comb = seconds(lambda: [_cells(bare, days.since, days.until) for days in (week, past)])
        told = f"first view: {first:.2f} s ({first.cpu:.2f} CPU-s), direct {direct_first:.2f} s"
        print(f"{told}, ratio {first / direct_first:.1f}")
        print(f"map: {comb:.2f} s ({comb.cpu:.2f} CPU-s), direct {direct_comb:.2f} s, ratio {comb / direct_comb:.1f}")
        _filters(store, bare, until, filters)


def _filters(store: Store, bare: sqlite3.Connection, until: date, number: int) -> None:
    offered = evidence.choices(store, house.names(), until)
    draw = random.Random(5)
    ours: list[Took] = []
    both: list[tuple[Took, Took]] = []
    for _ in range(number):
        query = _drawn(draw, offered, until)
        took = seconds(lambda query=query: evidence.search(store, query, 0))  # type: ignore[misc]
        ours.append(took)
        if (
            not query.text and len(both) < BESIDE
        ):  # a bare statement walks through all documents that hold a common word: half a minute
            both.append((took, seconds(lambda query=query: _search(bare, query))))  # type: ignore[misc]
    last = sorted(ours)[int(0.95 * number) - 1]
    print(f"{number} filters: p50 {statistics.median(ours):.2f} s, p95 {last:.2f} s, slowest {max(ours):.2f} s")
    mine, bare_ones = (sum(pair[at] for pair in both) for at in (0, 1))
    print(f"{len(both)} of the filters without words: {mine:.2f} s, bare statements {bare_ones:.2f} s")


def _drawn(draw: random.Random, offered: evidence.Choices, until: date) -> EvidenceQuery:
    country = draw.choice([None, *(code for code, _ in offered.countries)])
    return EvidenceQuery(
        text=draw.choice(["", "", "cook", "passport held", "kerja*"]),
        topic=draw.choice([None, *(topic for topic, _ in offered.topics)]),
        source=draw.choice([None, None, *offered.sources]),
        level="country" if country else None,
        place_id=country,
        since=until - timedelta(days=draw.choice([6, 27, 90])),
        until=until,
        signal_only=draw.random() < 0.7,
    )


def _first_view(bare: sqlite3.Connection, until: date) -> None:
    week, since = until - timedelta(days=6), until - timedelta(days=90)
    for level in ("country", "admin1", "city"):
        _rows(bare, "SELECT place_id, sum(n) FROM exposure WHERE level = ? AND day BETWEEN ? AND ? GROUP BY 1",
              level, since, until)  # fmt: skip
    _rows(bare, "SELECT source, day, sum(n) FROM exposure WHERE level = 'country' AND day >= ? GROUP BY 1, 2", since)
    _rows(bare, "SELECT body FROM spikes WHERE opened <= ? AND (ended IS NULL OR ended >= ?)", until, week)


def _cells(bare: sqlite3.Connection, since: date, until: date) -> None:
    for table in ("counts", "exposure"):
        topic = "AND topic = 'signal:any'" if table == "counts" else ""
        _rows(bare, f"SELECT place_id, sum(n) FROM {table} WHERE level = 'h3' AND stream = 'posts' {topic} "
              "AND day BETWEEN ? AND ? GROUP BY 1", since, until)  # fmt: skip


def _search(bare: sqlite3.Connection, query: EvidenceQuery) -> None:
    where, values = ["r.day BETWEEN ? AND ?"], [str(query.since), str(query.until)]
    for column, value in (("r.source", query.source), ("r.country", query.place_id)):
        if value:
            where.append(f"{column} = ?")
            values.append(value)
    if query.signal_only:
        where.append("r.signal = 1")
    if query.topic:
        where.append("r.row IN (SELECT reading FROM findings WHERE topic = ? AND day BETWEEN ? AND ?)")
        values += [query.topic, str(query.since), str(query.until)]
    if query.text:
        where.append("d.row IN (SELECT rowid FROM words WHERE words MATCH ?)")
        values.append(query.text)
    _rows(bare, "SELECT d.body, r.body FROM readings r JOIN documents d ON d.id = r.document_id WHERE "
          + " AND ".join(where) + " ORDER BY r.day DESC LIMIT 21", *values)  # fmt: skip


def _rows(bare: sqlite3.Connection, sql: str, *values: object) -> list[tuple[object, ...]]:
    return bare.execute(sql, [str(value) for value in values]).fetchall()


def _a_place(store: Store, until: date) -> str:
    level: Level = "city"
    read = store.documents_by_place(level, since=until - timedelta(days=6), until=until)
    busiest = max(read, key=lambda place: read[place])
    return urlencode({"level": level, "place": busiest, "stream": "posts", "topic": "signal:any"})


def main() -> None:
    """The command line."""
    parser = command(__doc__)
    parser.add_argument("home", type=Path)
    parser.add_argument("--sessions", type=int, default=20)
    parser.add_argument("--filters", type=int, default=40)
    given = parser.parse_args()
    house.configure(load_settings({"home": given.home}))
    with contextlib.closing(open_store("sqlite", given.home)) as store:
        print(store.tallies())
        until = last_day(store)
        assert until is not None
        place = _a_place(store, until)
        queries(store, given.home, given.filters)
    with served(given.home) as (address, pid):
        asyncio.run(sessions(address, pid, given.sessions, place))


if __name__ == "__main__":
    main()
