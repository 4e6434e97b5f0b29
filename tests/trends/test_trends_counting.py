"""A group counts once per stream and topic, by its first post."""

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from core.records import Finding
from trends.counting import choose

BASE = Finding(
    id="a", document_id="d1", group_id="g", source="s", stream="posts", topic="signal:any", version="1", grade=None,
    exploitation="labour", voice=None, field="text", start=0, end=1, quote="", rule="", score_before=1.0, score=1.0,
    day=date(2024, 3, 2), first_seen=datetime(2024, 3, 5, tzinfo=UTC), city_id="1", admin1_id="2", country="AA",
    h3=None, countable=True,
)  # fmt: skip
LATER = replace(BASE, id="b", document_id="d2", day=date(2024, 3, 4), first_seen=datetime(2024, 3, 4, tzinfo=UTC))


def test_the_earliest_post_carries_the_count() -> None:
    assert choose([LATER, BASE]) == ["a"]


def test_on_one_day_the_first_seen_carries_it_then_the_smaller_document_id() -> None:
    sooner = replace(LATER, day=BASE.day)
    assert choose([BASE, sooner]) == ["b"]
    assert choose([BASE, replace(BASE, id="c", document_id="d0")]) == ["c"]


def test_undated_and_uncountable_findings_never_count() -> None:
    assert choose([replace(BASE, day=None), replace(LATER, countable=False)]) == []


def test_every_topic_and_stream_counts_for_itself() -> None:
    rows = [BASE, replace(LATER, topic="family:RF"), replace(LATER, id="c", stream="news")]
    assert choose(rows) == ["a", "b", "c"]


@given(st.permutations([BASE, LATER, replace(BASE, id="c", group_id="h"), replace(LATER, id="d", topic="need:S_X")]))
def test_the_order_does_not_matter(rows: list[Finding]) -> None:
    assert choose(rows) == ["a", "c", "d"]
