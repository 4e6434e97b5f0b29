"""How the overview's questions grow with the store: 10 thousand to 10 million findings in Elasticsearch, beside SQLite.

    python -m benchmarks.elastic_growth --port 9200 [--findings 10000 100000 1000000 10000000] [--sqlite HOME]

An invented world of two years is written straight into its indices (readings and findings, without their bodies, which
no count reads), and what the pages ask is asked again at each size, each time for another topic and week, so that no
answer lies in a cache. The last question is of one day that holds a million findings. `--sqlite`: a home made by
`benchmarks/big_store.py`, asked the same.
"""

from __future__ import annotations

import random
import statistics
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

import orjson
from big_world import PER_DOCUMENT, SIGNS, VENUES, Post, World

from benchmarks.shared import command
from stores import FILE
from stores.base import Store
from stores.elastic.address import parse
from stores.elastic.families import FINDINGS, write_alias
from stores.elastic.store import ElasticStore
from stores.sqlite.store import SqliteStore

_CHUNK = 10_000  # rows of one bulk request
_SENDERS = 2  # requests under way: the server writes one while the next is made
_ROUNDS = 30
_UNTIL = date(2026, 11, 26)
_TOPICS = ["signal:any", *(f"sign:{s}" for s in SIGNS[:19]), *(f"venue:{v}" for v in VENUES)]


def rows_of(post: Post) -> Iterator[tuple[str, dict[str, object]]]:
    """The records of one post, with their ids."""
    holes = post.holes
    row = {at: holes[at] for at in ("source", "day", "country", "admin1", "city", "h3")}
    row |= {"stream": "posts", "seen": row["day"], "document_id": holes["document"], "group_id": holes["group"]}
    yield holes["document"], {**row, "kind": "reading", "exposed": True, "signal": post.signal}
    for n, (topic, counted) in enumerate(post.topics):
        yield f"{holes['document']}~{n}", {**row, "kind": "finding", "topic": topic, "counted": counted}


def write(store: ElasticStore, posts: Iterator[Post], findings: int) -> None:
    """Write the next posts of the world, until so many findings are there; findable at once, as a run leaves them."""
    with ThreadPoolExecutor(_SENDERS) as pool:
        sent: deque[Future[None]] = deque()
        for lines in _chunks(store, islice(posts, findings // PER_DOCUMENT)):
            sent.append(pool.submit(_send, store, lines))
            while len(sent) > _SENDERS:
                sent.popleft().result()
        for one in sent:
            one.result()
    store._server.refresh(FINDINGS)


def _chunks(store: ElasticStore, posts: Iterator[Post]) -> Iterator[list[bytes]]:
    """The lines of bulk requests; every month has its index before anything goes there."""
    lines: list[bytes] = []
    months: set[str] = set()
    for post in posts:
        month = post.holes["day"][:7].replace("-", ".")
        if month not in months:
            store._server.ensure(FINDINGS, month)
            months.add(month)
        index = write_alias(store._server.address.prefix, FINDINGS, month)
        for key, row in rows_of(post):
            lines += [orjson.dumps({"index": {"_index": index, "_id": key}}), orjson.dumps(row)]
        if len(lines) >= 2 * _CHUNK:
            yield lines
            lines = []
    if lines:
        yield lines


def _send(store: ElasticStore, lines: list[bytes]) -> None:
    answer = store._server.client.bulk(operations=lines, filter_path="errors,items.*.error").body
    if answer["errors"]:
        raise RuntimeError(str(answer)[:500])


def told(name: str, ask: Callable[[random.Random], object], store: Store) -> str:
    """First answer, then median, 95th percentile and CPU time a call, in ms: another topic and week each time."""
    draw, spent, cpu = random.Random(5), [], 0.0
    for n in range(_ROUNDS + 1):
        if n == 1:
            cpu = cpu_of(store)
        begun = time.perf_counter()
        ask(draw)
        spent.append(1000 * (time.perf_counter() - begun))
    parts, used = statistics.quantiles(spent[1:], n=20), 1000 * (cpu_of(store) - cpu) / _ROUNDS
    return f"{name} {spent[0]:.0f}, {parts[9]:.0f} / {parts[18]:.0f} / {used:.0f}"


def cpu_of(store: Store) -> float:
    """CPU seconds used so far by this process, and by the server if there is one; clocks tell of other work too."""
    used = time.process_time()
    if isinstance(store, ElasticStore):
        nodes = store._server.client.nodes.stats(metric="process").body["nodes"].values()
        used += sum(node["process"]["cpu"]["total_in_millis"] for node in nodes) / 1000
    return used


def questions(store: Store, until: date) -> str:
    """What the first page, the map and a place's page ask."""

    def week(draw: random.Random) -> tuple[date, date]:
        last = until - timedelta(days=draw.randrange(0, 300))
        return last - timedelta(days=6), last

    def overview(draw: random.Random) -> None:
        since, last = week(draw)
        store.groups_by_place("city", stream="posts", topic=draw.choice(_TOPICS), since=since, until=last)

    def against_past(draw: random.Random) -> None:
        since, last = week(draw)
        topic, before = draw.choice(_TOPICS), since - timedelta(days=91)
        store.groups_by_place("city", stream="posts", topic=topic, since=since, until=last)
        store.groups_by_place("city", stream="posts", topic=topic, since=before, until=since)
        store.documents_by_place("city", stream="posts", since=since, until=last)
        store.documents_by_place("city", stream="posts", since=before, until=since)

    def day(draw: random.Random) -> None:
        _, last = week(draw)
        store.counts("city", since=last, until=last)

    def place(draw: random.Random) -> None:
        since, last = week(draw)
        store.counts("country", stream="posts", topic=draw.choice(_TOPICS), since=since - timedelta(365), until=last)

    asked = (("overview", overview), ("map against its past", against_past), ("one day", day), ("a year", place))
    return "; ".join(told(name, ask, store) for name, ask in asked)


def a_day(store: ElasticStore, findings: int) -> None:
    """One day that holds a million findings, counted over place and topic."""
    world = World(findings // PER_DOCUMENT, _UNTIL, seed=11)

    def squeezed() -> Iterator[Post]:
        for post in world.posts():
            yield Post({**post.holes, "day": _UNTIL.isoformat()}, post.signal, post.topics)

    write(store, squeezed(), findings)
    begun = time.perf_counter()
    counts = store.counts("city", since=_UNTIL, until=_UNTIL)
    groups = sum(count.groups for count in counts)
    spent = time.perf_counter() - begun
    print(f"a day of {findings:,} findings: {groups:,} counted in {len(counts):,} rows, {spent:.1f} s", flush=True)


def fresh(port: int, name: str) -> ElasticStore:
    """An empty store of its own on the server."""
    return ElasticStore(parse(f"http://127.0.0.1:{port}?replicas=0&prefix={name}", Path()))


def grow(port: int, sizes: list[int]) -> None:
    """One store a size, asked as soon as it is written."""
    for size in sizes:
        store = fresh(port, f"grown{size}")
        try:
            begun = time.perf_counter()
            write(store, World(size // PER_DOCUMENT, _UNTIL).posts(), size)
            rate = size * (1 + 1 / PER_DOCUMENT) / (time.perf_counter() - begun)
            print(f"{size:,} findings at {rate:,.0f} records/s; {questions(store, _UNTIL)} ms", flush=True)
        finally:
            store._server.wipe()
            store.close()


def main() -> None:
    """The command line."""
    parser = command(__doc__)
    parser.add_argument("--port", type=int, default=9200)
    parser.add_argument("--findings", type=int, nargs="*", default=[10_000, 100_000, 1_000_000, 10_000_000])
    parser.add_argument("--day", type=int, default=1_000_000)
    parser.add_argument("--sqlite", type=Path, nargs="*", default=[])
    given = parser.parse_args()
    print("first answer, then median / 95th percentile / CPU time of each question")
    for home in given.sqlite:
        small = SqliteStore(home / FILE)
        print(f"SQLite, {small.tallies()['findings']:,} findings; {questions(small, _UNTIL)} ms", flush=True)
        small.close()
    grow(given.port, given.findings)
    if given.day:
        store = fresh(given.port, "oneday")
        try:
            a_day(store, given.day)
        finally:
            store._server.wipe()
            store.close()


if __name__ == "__main__":
    main()
