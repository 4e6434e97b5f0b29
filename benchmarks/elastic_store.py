"""Elasticsearch as a store: bulk writing against the client's own helper, counting, and the dashboard's overview.

    python -m benchmarks.elastic_store --port 9200 [--documents 20000] [--findings 100000]

The same server, the same bodies, one run; alternating, so that a server that warms up favours neither side.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from elasticsearch.helpers import streaming_bulk

from benchmarks.shared import command
from core.records import Document
from stores.elastic.address import parse
from stores.elastic.documents import document_row
from stores.elastic.families import DOCUMENTS, FINDINGS, write_alias
from stores.elastic.part import body_of, month_of
from stores.elastic.store import ElasticStore

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
TEXT = "pickers wanted at the farm passport kept safe call today ask for work no fee good pay room given night"
WORDS = TEXT.split()


def document(number: int, name: str) -> Document:
    """An invented post of about 150 words."""
    text = " ".join(WORDS[(number * 7 + n * n) % len(WORDS)] for n in range(150))
    return Document(
        id=f"{name}{number:09}", source="board", kind="ad", sealed_url="sealed", shown_url="board.example/…",
        title=f"Work {number}", text=text, language="en", edition="e1", fetched_at=NOON, first_seen=NOON,
        published_at=NOON, date_source="page", day=NOON.date(), group_id=f"g{number}",
    )  # fmt: skip


def timed(act: Callable[[], object]) -> float:
    """Seconds that an act takes."""
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def bulk(store: ElasticStore, number: int, batch: int, rounds: int = 5) -> None:
    """Documents a second through the store, which reads, locks and notes, and by the helper, which only writes."""
    ours, theirs = 0.0, 0.0
    size = number // rounds
    alias = write_alias(store._server.address.prefix, DOCUMENTS, month_of(NOON))
    store.put_documents([document(n, f"w{batch}x") for n in range(size)])  # a server's first seconds are not its own
    for turn in range(rounds):
        mine = [document(n, f"o{batch}-{turn}x") for n in range(size)]
        other = [document(n, f"t{batch}-{turn}x") for n in range(size)]

        def put(mine: list[Document] = mine) -> None:
            for start in range(0, size, batch):
                store.put_documents(mine[start : start + batch])

        def helped(other: list[Document] = other) -> None:
            actions = ({"_index": alias, "_id": d.id, "_source": document_row(d, body_of(d))} for d in other)
            for fine, _ in streaming_bulk(store._server.client, actions, chunk_size=1000):
                assert fine

        ours += timed(put)
        theirs += timed(helped)
    rates = f"put_documents {number / ours:,.0f}/s; streaming_bulk {number / theirs:,.0f}/s"
    print(f"calls of {batch}: {rates}; ratio {theirs / ours:.2f}", flush=True)


def findings(store: ElasticStore, number: int) -> None:
    """A million findings over a quarter, straight into their index, then counted and looked at."""
    prefix, days = store._server.address.prefix, 90
    store._server.ensure(FINDINGS, "2026.03")
    alias = write_alias(prefix, FINDINGS, "2026.03")

    def rows() -> Iterator[dict[str, Any]]:
        for n in range(number):
            day = date(2026, 1, 1) + timedelta(days=n % days)
            place = (n * 2654435761) % 700
            yield {
                "_index": alias, "_id": f"f{n}", "kind": "finding", "id": f"f{n}", "document_id": f"d{n}",
                "group_id": f"g{n}", "counted": n % 3 == 0, "fetched_at": "2026", "topic": f"sign:{n % 37}",
                "stream": "posts", "source": f"s{n % 12}", "day": str(day), "seen": str(day), "country": "MY",
                "admin1": str(place // 50), "city": str(place), "h3": f"85{place:09}", "body": {},
            }  # fmt: skip

    taken = timed(lambda: [None for _ in streaming_bulk(store._server.client, rows(), chunk_size=5000)])
    print(f"{number:,} findings written in {taken:.0f} s")
    last = date(2026, 1, 1) + timedelta(days=days - 1)
    first = timed(lambda: store.counts("city", since=last, until=last))
    print(f"a day of {number // days:,} findings over place × topic: {first * 1000:.0f} ms")
    week: list[float] = [
        timed(lambda: store.counts("city", topic="sign:1", stream="posts", since=last - timedelta(days=6)))
        for _ in range(40)
    ]
    told = statistics.quantiles(week, n=20)
    said = f"median {told[9] * 1000:.0f}, p95 {told[18] * 1000:.0f} ms"
    print(f"overview (one topic, all cities, a week) at {number:,}: {said}")


def main() -> None:
    """The command line."""
    parser = command(__doc__)
    parser.add_argument("--port", type=int, default=9200)
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--batch", type=int, nargs="*", default=[1000, 4000])
    parser.add_argument("--findings", type=int, default=100_000)
    given = parser.parse_args()
    store = ElasticStore(parse(f"http://127.0.0.1:{given.port}?replicas=0&prefix=bench", Path()))
    try:
        for batch in given.batch:
            bulk(store, given.documents, batch)
        findings(store, given.findings)
    finally:
        store._server.wipe()
        store.close()


if __name__ == "__main__":
    main()
