"""What the store tests share: the backends by name, and records made with one word."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

# Helpers have names of their own: `conftest` is whichever room's was read last.
sys.path.insert(0, str(Path(__file__).parent))

from core.ids import content_id
from core.records import (
    Act,
    AuditEntry,
    CrawlReport,
    DeadLetter,
    Digest,
    Document,
    Finding,
    Place,
    PlaceMention,
    Reading,
    SeriesPoint,
    Sign,
    Span,
    Spike,
)
from stores import open_store
from stores.base import Analysed, CopySketch, Store
from stores.elastic.address import parse
from stores.elastic.node import Node
from stores.elastic.server import Server

# A further backend joins the whole contract suite by its name here and its setting in `named`.
BACKENDS = ["sqlite", "elastic"]

NOON = datetime(2026, 3, 2, 12, 0, 0, 123456, tzinfo=UTC)
DAY = date(2026, 3, 2)


@pytest.fixture(scope="session", params=BACKENDS)
def backend(request: pytest.FixtureRequest) -> str:
    """Each backend by name."""
    if request.param == "elastic":
        request.getfixturevalue("elastic_node")
    return str(request.param)


@pytest.fixture(scope="session")
def named(backend: str, request: pytest.FixtureRequest) -> Callable[[Path], str]:
    """The setting `store` of a backend for a home folder; another folder is another store."""

    def setting(home: Path) -> str:
        if backend == "sqlite":
            return backend
        node: Node = request.getfixturevalue("elastic_node")
        return f"{node.address}?replicas=0&prefix=t{content_id(str(home))[:12]}"

    return setting


@pytest.fixture
def setting(named: Callable[[Path], str], tmp_path: Path) -> Iterator[str]:
    """The setting `store` of each backend, of a store of this test's own."""
    setting = named(tmp_path)
    yield setting
    _wipe(setting, tmp_path)


@pytest.fixture
def reopen(setting: str, tmp_path: Path) -> Iterator[Callable[[], Store]]:
    """Opens the same store again, as another process would."""
    opened: list[Store] = []

    def again() -> Store:
        opened.append(open_store(setting, tmp_path / "home"))
        return opened[-1]

    yield again
    for store in opened:
        store.close()


@pytest.fixture
def store(reopen: Callable[[], Store]) -> Store:
    return reopen()


@pytest.fixture(scope="session")
def fresh(named: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Store]]:
    """Opens a new, empty store at every call, for tests that draw many examples; to be closed by the test."""
    made: list[Path] = []

    def new() -> Store:
        while made:
            _wipe(named(made[-1]), made.pop())
        made.append(tmp_path_factory.mktemp("home"))
        return open_store(named(made[-1]), made[-1])

    yield new
    for home in made:
        _wipe(named(home), home)


def _wipe(setting: str, home: Path) -> None:
    if setting != "sqlite":
        server = Server(parse(setting, home))
        server.wipe()
        server.close()


def document(number: int = 1, **changes: Any) -> Document:
    made = Document(
        id=f"d{number:06}",
        source="board",
        kind="ad",
        sealed_url="sealed",
        shown_url="board.example/…",
        title=f"Work number {number}",
        text="Pickers wanted. Call [PHONE:deadbeef] today, ask for [PERSON]. Passport kept safe — café Zürich.",
        language="en",
        edition="e1",
        fetched_at=NOON,
        first_seen=NOON,
        published_at=NOON,
        date_source="page",
        day=DAY,
        group_id=f"g{number:06}",
        author="0badcafe",
        contacts=("deadbeef",),
        entities=(Span(0, 7, "ORG"),),
    )
    return replace(made, **changes)


def finding(of: Document, topic: str = "signal:any", **changes: Any) -> Finding:
    made = Finding(
        id=content_id("finding", of.id, topic),
        document_id=of.id,
        group_id=of.group_id,
        source=of.source,
        stream="posts",
        topic=topic,
        version="1.0",
        grade="A",
        exploitation="labour",
        voice="advertiser",
        field="text",
        start=0,
        end=7,
        quote=of.text[:7],
        rule="rule",
        score_before=1.0,
        score=0.5,
        day=of.day,
        first_seen=of.first_seen,
        city_id="1735161",
        admin1_id="1733046",
        country="MY",
        h3="8565232bfffffff",
        countable=True,
    )
    return replace(made, **changes)


def reading(of: Document, **changes: Any) -> Reading:
    place = Place("1735161", "Kuala Lumpur", "city", 3.14, 101.69, "MY", "14", "Kuala Lumpur", 1_453_975)
    made = Reading(
        document_id=of.id,
        group_id=of.group_id,
        source=of.source,
        stream="posts",
        version="1.0",
        language="en",
        voice="advertiser",
        probability=0.7,
        signal=True,
        abstained=None,
        exploitation="labour",
        urgent=False,
        reasons=("two signs",),
        day=of.day,
        first_seen=of.first_seen,
        city_id="1735161",
        admin1_id="1733046",
        country="MY",
        h3="8565232bfffffff",
        confidence=0.9,
        places=(PlaceMention(0, 4, "KL", place, "event", 0.9, runners_up=(place,)),),
        signs=(Sign("RF01_UPFRONT_FEE", "1.0", "A", 0, 7, "Pickers", "rule", 1.0, 0.5),),
        words=(("passport", 0.3),),
    )
    return replace(made, **changes)


def analysed(
    of: Document, *topics: str, version: str = "1.0", read: dict[str, Any] | None = None, **changes: Any
) -> Analysed:
    """An analysis with a finding of each topic; `changes` go to findings and reading, `read` to the reading alone."""
    findings = tuple(finding(of, topic, version=version, **changes) for topic in topics)
    known = {entry.name for entry in fields(Reading)}
    shared = {name: value for name, value in changes.items() if name in known} | (read or {})
    return Analysed(of.id, version, reading(of, version=version, **shared), findings)


def sketch(of: Document, *bands: int, folded: str = "folded", group: str | None = None) -> CopySketch:
    return CopySketch(of.id, group or of.group_id, folded, b"\x00\xffsignature", bands)


def spike(name: str = "s1", **changes: Any) -> Spike:
    made = Spike(
        id=name,
        stream="posts",
        topic="signal:any",
        level="city",
        place_id="1735161",
        opened=DAY,
        peak=DAY + timedelta(days=2),
        ended=DAY + timedelta(days=4),
        window=3,
        observed=12,
        expected=2.5,
        low=0.0,
        high=6.0,
        p=1e-6,
        q=0.01,
        recurrence_days=140.0,
        days_open=5,
        sources=(),
        venues=(),
        signs=(),
        terms=(),
        also=("family:RF @ 1733046",),
        sentence="More posts than expected.",
        method="hgpq",
        version="1.0",
        parameters={"guard": 7.0},
    )
    return replace(made, **changes)


def act(name: str, subject: str, value: str, verb: str = "triage", minute: int = 0) -> Act:
    return Act(name, subject, verb, value, "analyst", NOON + timedelta(minutes=minute))


def audit(number: int) -> AuditEntry:
    return AuditEntry(number, NOON, "analyst", "read", "d000001", "", f"digest{number}")


def report(name: str, source: str = "board", hour: int = 0) -> CrawlReport:
    at = NOON + timedelta(hours=hour)
    return CrawlReport(name, source, at, at + timedelta(minutes=5), 10, 9, 1, {"404": 1}, True, ("zero documents",))


def letter(name: str, hour: int = 0) -> DeadLetter:
    return DeadLetter(name, "board", "read", "board.example/…", "unknown encoding", NOON + timedelta(hours=hour))


def point(day: int = 0, place: str = "1735161", **changes: Any) -> SeriesPoint:
    made = SeriesPoint("posts", "signal:any", "city", place, DAY + timedelta(days=day), 3, 1.5, 0.0, 4.0, 0.2)
    return replace(made, **changes)


def digest(week: date = DAY, edition: Any = "public") -> Digest:
    return Digest(week, edition, {"spikes": 3, "nested": {"rows": [1, None]}}, "<p>ü</p>", {"detector": "1.0"}, NOON)


@pytest.fixture(scope="session")
def make() -> SimpleNamespace:
    """Builders of records: `make.document(3, edition="e2")`, …"""
    builders = (document, finding, reading, analysed, sketch, spike, act, audit, report, letter, point, digest)
    return SimpleNamespace(**{builder.__name__: builder for builder in builders}, DAY=DAY, NOON=NOON)
