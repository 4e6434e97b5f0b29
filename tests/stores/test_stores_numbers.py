"""The contract, numbers: counts and exposure equal their definition, whatever was written in whatever order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.records import Count, Exposure, Finding, Level, Reading
from stores.base import Analysed, Store

LEVELS: dict[Level, str] = {"country": "country", "admin1": "admin1_id", "city": "city_id", "h3": "h3"}


type Key = tuple[Any, ...]


def defined_counts(findings: Iterable[Finding], level: Level, by: date | None = None) -> Counter[Key]:
    """Counted findings by topic, place, source, day and stream: the definition."""
    return Counter(
        (f.topic, getattr(f, LEVELS[level]), f.source, f.day, f.stream)
        for f in findings
        if f.counted and f.day and getattr(f, LEVELS[level]) and (by is None or f.first_seen.date() <= by)
    )


def defined_exposure(readings: Iterable[Reading], level: Level, by: date | None = None) -> Counter[Key]:
    """Dated readings by place, source, day and stream: the definition."""
    return Counter(
        (getattr(r, LEVELS[level]), r.source, r.day, r.stream)
        for r in readings
        if r.day and getattr(r, LEVELS[level]) and (by is None or r.first_seen.date() <= by)
    )


def as_counts(keys: Counter[Key], level: Level) -> list[Count]:
    return [Count(stream, t, level, p, s, day, n) for (t, p, s, day, stream), n in sorted(keys.items())]


def as_exposure(keys: Counter[Key], level: Level) -> list[Exposure]:
    return [Exposure(stream, level, p, s, day, n) for (p, s, day, stream), n in sorted(keys.items())]


DOCUMENTS = range(4)
TOPICS = ("signal:any", "venue:V_FARM")
places = st.fixed_dictionaries(
    {
        "city_id": st.sampled_from([None, "1", "2"]),
        "country": st.sampled_from([None, "MY"]),
        "day": st.sampled_from([None, date(2026, 3, 1), date(2026, 3, 2)]),
        "source": st.sampled_from(["board", "forum"]),
        "stream": st.sampled_from(["posts", "news"]),
        "first_seen": st.sampled_from([datetime(2026, 3, d, 23, tzinfo=UTC) for d in (1, 2)]),
        "countable": st.booleans(),
    }
)
analyse = st.tuples(
    st.just("analyse"),
    st.sampled_from(DOCUMENTS),
    st.sampled_from(["1.0", "1.1", "1.10"]),
    st.sets(st.sampled_from(TOPICS)),
    places,
    st.sampled_from(["g1", "g2"]),
)
count = st.tuples(
    st.just("count"), st.sets(st.sampled_from(["g1", "g2"])), st.sets(st.integers(0, len(DOCUMENTS) * len(TOPICS)))
)


forget = st.tuples(st.just("forget"), st.sampled_from([date(2026, 3, 1), date(2026, 3, 2), date(2026, 3, 3)]))
erase = st.tuples(st.just("erase"), st.sampled_from(DOCUMENTS))


def apply(store: Store, make: SimpleNamespace, step: Sequence[Any]) -> None:
    match step:
        case ("analyse", number, version, topics, changes, group):
            of = make.document(number, group_id=group)
            store.replace_findings([make.analysed(of, *topics, version=version, **changes)])
        case ("count", groups, chosen):
            ids = [make.finding(make.document(n), topic).id for n in DOCUMENTS for topic in TOPICS]
            store.set_counted(sorted(groups), [ids[n] for n in chosen if n < len(ids)])
        case ("forget", day):
            store.forget(day, day)
        case ("erase", number):
            store.erase([make.document(number).id])


def at_rest(store: Store, make: SimpleNamespace) -> tuple[list[Finding], dict[str, Reading]]:
    ids = [make.document(n).id for n in DOCUMENTS]
    return store.findings_of_groups(["g1", "g2"]), {i: r for i in ids if (r := store.reading(i))}


EXAMPLES = {"sqlite": 40, "elastic": 8}  # a new store takes a server a second; the definition is the same


def test_numbers_equal_their_definition_after_any_order_of_writes(
    fresh: Callable[[], Store], make: SimpleNamespace, backend: str
) -> None:
    @given(st.lists(st.one_of(analyse, count, analyse, count, forget, erase), max_size=14))
    @settings(max_examples=EXAMPLES[backend], deadline=None)
    def hold(steps: list[Any]) -> None:
        with closing(fresh()) as store:
            assert_definition(store, make, steps)

    hold()


def assert_definition(store: Store, make: SimpleNamespace, steps: list[Any]) -> None:
    """What was forgotten or erased stays in the numbers, once: its findings by themselves, its document by its id."""
    past_findings: list[Finding] = []
    past_readings: dict[str, Reading] = {}
    for step in steps:
        findings, readings = at_rest(store, make)
        apply(store, make, step)
        if step[0] in ("forget", "erase"):
            left, kept = at_rest(store, make)
            past_findings += [f for f in findings if f not in left]
            past_readings = {i: r for i, r in readings.items() if i not in kept} | past_readings
    findings, readings = at_rest(store, make)
    for level in LEVELS:
        for by in (None, date(2026, 3, 1)):
            counts = defined_counts([*findings, *past_findings], level, by)
            exposure = defined_exposure((readings | past_readings).values(), level, by)
            assert store.counts(level, first_seen_by=by) == as_counts(counts, level)
            assert store.exposure(level, first_seen_by=by) == as_exposure(exposure, level)
        assert_sums(store, level)
    assert_tallies(store, findings, list(readings.values()))


def assert_sums(store: Store, level: Level) -> None:
    """Sums by place are those of the rows."""
    days: list[dict[str, Any]] = [{}, {"since": date(2026, 3, 2)}, {"until": date(2026, 3, 1)}]
    for asked in days:
        read: Counter[str] = Counter()
        for row in store.exposure(level, **asked):
            read[row.place_id] += row.documents
        counted: Counter[str] = Counter()
        for count in store.counts(level, stream="posts", topic="signal:any", **asked):
            counted[count.place_id] += count.groups
        assert store.documents_by_place(level, **asked) == read
        assert store.groups_by_place(level, stream="posts", topic="signal:any", **asked) == counted
        topics: Counter[str] = Counter()
        for count in store.counts(level, stream="posts", **asked):
            topics[count.topic] += count.groups
        assert store.groups_by_topic(level, stream="posts", **asked) == topics


def assert_tallies(store: Store, findings: list[Finding], readings: list[Reading]) -> None:
    tallies = store.tallies()
    assert (tallies["findings"], tallies["readings"]) == (len(findings), len(readings))
    assert tallies["undated"] == sum(r.day is None for r in readings)
    assert tallies["unplaced"] == sum(r.country is None for r in readings)


@pytest.fixture
def counted(store: Store, make: SimpleNamespace) -> Store:
    """Three counted documents on three days, one of news, one from another source."""
    documents = [make.document(n, day=make.DAY + timedelta(days=n)) for n in range(3)]
    put: list[Analysed] = [
        make.analysed(documents[0], "signal:any"),
        make.analysed(documents[1], "signal:any", "venue:V_FARM", source="forum", city_id="2"),
        make.analysed(documents[2], "signal:any", stream="news", first_seen=make.NOON + timedelta(days=30)),
    ]
    store.put_documents(documents)
    store.replace_findings(put)
    store.set_counted([d.group_id for d in documents], [f.id for a in put for f in a.findings])
    return store


def test_counts_are_filtered_by_every_argument(counted: Store, make: SimpleNamespace) -> None:
    def days(**asked: Any) -> list[int]:
        return [(c.day - make.DAY).days for c in counted.counts("city", **asked)]

    assert days() == [0, 2, 1, 1]
    assert days(stream="news") == [2]
    assert days(topic="venue:V_FARM") == [1]
    assert days(place_id="2") == [1, 1]
    assert days(since=make.DAY + timedelta(days=1), until=make.DAY + timedelta(days=1)) == [1, 1]
    assert days(first_seen_by=make.DAY) == [0, 1, 1]
    assert days(topic="unknown") == []


def test_exposure_is_filtered_by_every_argument(counted: Store, make: SimpleNamespace) -> None:
    def days(**asked: Any) -> list[int]:
        return [(e.day - make.DAY).days for e in counted.exposure("city", **asked)]

    assert days() == [0, 2, 1]
    assert days(stream="posts") == [0, 1]
    assert days(place_id="1735161", until=make.DAY) == [0]
    assert days(since=make.DAY + timedelta(days=2)) == [2]
    assert days(first_seen_by=make.DAY + timedelta(days=29)) == [0, 1]
    assert [e.documents for e in counted.exposure("country")] == [1, 1, 1]


def test_first_seen_is_taken_in_utc(store: Store, make: SimpleNamespace) -> None:
    kuala_lumpur = datetime.fromisoformat("2026-03-03T01:00:00+08:00")
    one = make.document(first_seen=kuala_lumpur)
    store.replace_findings([make.analysed(one)])
    assert store.exposure("city", first_seen_by=date(2026, 3, 1)) == []
    assert len(store.exposure("city", first_seen_by=date(2026, 3, 2))) == 1


def test_tallies_tell_of_what_is_odd(store: Store, make: SimpleNamespace) -> None:
    one, two = make.document(), make.document(2, day=None)
    store.put_documents([one, two])
    odd = {"urgent": True, "signal": None, "abstained": "untested language", "country": None}
    store.replace_findings([make.analysed(one, "signal:any"), make.analysed(two, read=odd)])
    found = store.tallies()
    expected = {"documents": 2, "readings": 2, "findings": 1, "undated": 1, "unplaced": 1, "signals": 1, "urgent": 1}
    assert {**found, **expected, "abstained": 1, "groups_to_count": 1} == found


def test_what_a_finding_says_of_itself_is_believed(store: Store, make: SimpleNamespace) -> None:
    one = make.document()
    put = make.analysed(one, "signal:any")
    moved = replace(put, findings=tuple(replace(f, counted=True) for f in put.findings))
    store.replace_findings([moved])
    assert store.findings(one.id) == list(moved.findings)
    assert [c.groups for c in store.counts("country")] == [1]
