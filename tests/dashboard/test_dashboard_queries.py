"""What the pages read, without Streamlit: over an invented store whose truth is known."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.seen import look
from core.days import monday
from core.records import CrawlReport, Exposure, SeriesPoint
from dashboard.names import Names
from dashboard.queries import behind, place, signs, today
from dashboard.queries.expectation import Seen, expectation, places_seen, topics_seen
from dashboard.queries.honeycomb import (
    shade,
)
from dashboard.queries.period import Period, ends_of_weeks, last_day, streams, week_to
from dashboard.queries.reading import unseen_places, what_was_read
from dashboard.queries.weeks import from_points, weeks_of
from stores import open_store
from stores.base import Store

LAST = date(2026, 11, 15)
WEEK = week_to(LAST)


def test_the_last_day_is_the_last_day_read(store: Store) -> None:
    assert last_day(store) == LAST


def test_an_empty_store_gives_no_first_page(empty_store: Store, names: Names) -> None:
    assert last_day(empty_store) is None
    assert today.today(empty_store, names, 1.0) is None


def test_the_silent_source_is_named_and_the_others_are_not(store: Store) -> None:
    read = what_was_read(store, LAST)
    assert [row.source for row in read.silent] == ["forum-pekerja"]
    assert read.silent[0].since == LAST - timedelta(days=4)


def test_a_place_nobody_read_is_unseen_not_zero(store: Store) -> None:
    assert [place_id for place_id, _ in unseen_places(store, "city", LAST)] == ["1821306"]


def test_the_sentence_says_how_many_how_false_and_what_was_not_seen(store: Store, names: Names) -> None:
    page = today.today(store, names, 1.0)
    assert page is not None
    first, rest = today.lead(page, [row.source for row in page.read.silent])
    assert first == "Three of 18 watched places need a look."
    assert rest == (
        "Expect one of them to be a false alarm. One source (forum-pekerja) was silent; "
        "nothing can be said about Phnom Penh."
    )


def test_rows_come_rarest_first_and_say_what_in_words(store: Store, names: Names) -> None:
    page = today.today(store, names, 1.0)
    assert page is not None
    assert [row.place for row in page.rows] == ["Makassar, Indonesia", "Kuala Lumpur, Malaysia", "Manila, Philippines"]
    assert page.rows[0].what == "restaurants and kitchens — housing and travel tied to the job, pay kept back"
    assert page.rows[0].meta == "posts of 9 Nov to 15 Nov · by chance once in 3 years · two sources"
    assert [row.tag for row in page.rows] == ["new", "2nd week", "new"]


def test_the_first_page_shows_the_latest_ended_alarms_and_says_how_many_there_were(
    store: Store, names: Names, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = today.today(store, names, 1.0)
    assert whole
    assert whole.ended == len(whole.earlier)
    monkeypatch.setattr(today, "MOST_EARLIER", 0)
    short = today.today(store, names, 1.0)
    assert short
    assert (short.ended, short.earlier) == (whole.ended, ())


def test_an_earlier_day_shows_what_was_open_then(store: Store, names: Names) -> None:
    page = today.today(store, names, 1.0, LAST - timedelta(days=40))
    assert page is not None
    assert not page.rows
    assert today.lead(page, [])[0] == "None of 18 watched places needs a look."


@given(st.integers(1, 500), st.integers(0, 50), st.integers(0, 5000), st.floats(0, 0.5))
def test_an_expectation_lies_between_the_own_rate_and_the_common_one(now: int, n: int, read: int, rate: float) -> None:
    value = expectation(now, n, read, rate)
    own = n / read if read else rate
    assert value is not None
    assert min(own, rate) * now - 1e-9 <= value
    if read:
        assert value <= max(own, rate) * now + 1e-9


def test_nothing_read_is_no_expectation() -> None:
    assert expectation(0, 5, 100, 0.1) is None


def test_in_the_first_week_nothing_is_expected_and_nothing_stands_above_it() -> None:
    week = date(2026, 3, 2)
    fake = SimpleNamespace(
        latest_points=lambda *_: (),
        groups_by_place=lambda *_, since, **__: {"MY": 8} if since == week else {},
        documents_by_place=lambda *_, since, **__: {"MY": 9} if since == week else {},
        groups_by_topic=lambda *_, since, **__: {"sign:RF02_TOO_GOOD": 8} if since == week else {},
    )
    first = Period(week, date(2026, 3, 8))
    (seen,) = places_seen(cast("Store", fake), "country", "posts", "signal:any", first).values()
    assert (seen.observed, seen.expected, seen.documents, shade(seen)) == (8, None, 9, 0)
    assert signs.topics(cast("Store", fake), "posts", first)["sign"][0].seen == Seen(8, None)


def test_signs_of_a_place_stand_against_their_own_past(store: Store) -> None:
    seen = topics_seen(store, "sign", "city", "1622786", "posts", WEEK)
    assert set(seen) <= {
        f"sign:{s}"
        for s in (
            "RF03_ALL_EXPENSES_HOUSING",
            "ILO08_WITHHOLDING_OF_WAGES",
            "RF07_FEMALE_YOUNG_ONLY",
            "ILO07_RETENTION_OF_DOCUMENTS",
        )
    }
    assert all(one.expected is not None and one.observed > 2 * one.expected for one in seen.values())


def test_a_place_page_tells_the_spike_and_its_posts(store: Store, names: Names) -> None:
    key = place.Key("city", "1622786", "posts", "signal:any", WEEK)
    page = place.place_page(store, names, key)
    first, rest = place.lead(names, page)
    assert first == "Makassar: 33 posts bearing signs, about 3.1 expected."
    assert rest.startswith("Mostly restaurants and kitchens, housing and travel tied to the job and pay kept back.")
    assert "By chance once in 3 years; two sources carry it." in rest
    assert rest.endswith("No news was read in the week that could tell of it.")  # none is among the sources
    assert place.lead(names, replace(page, news=0))[1].endswith("No news story of the week tells of it.")
    assert page.path == ("Indonesia", "South Sulawesi", "Makassar")


def test_a_number_opens_into_exactly_the_posts_that_were_counted(store: Store) -> None:
    key = place.Key("city", "1622786", "posts", "signal:any", WEEK)
    for back in range(0, 70, 7):
        week = week_to(LAST - timedelta(days=back))
        said = store.groups_by_place("city", stream="posts", topic="signal:any", since=week.since, until=week.until)
        found = behind.counted(store, key, week)
        assert len(found) == said.get("1622786", 0)
        assert sum(behind.by_day(found).values()) == len(found)
        assert list(found) == sorted(found, key=lambda one: one.day, reverse=True)
        assert all(week.since <= one.day <= week.until for one in found)


def test_posts_that_were_withdrawn_are_counted_but_not_shown(own_home: Path) -> None:
    key = place.Key("city", "1622786", "posts", "signal:any", WEEK)
    with closing(open_store("sqlite", own_home)) as store:
        ids = [one.document_id for one in behind.counted(store, key, WEEK)]
        assert [post.document.id for post in behind.kept(store, ids[:5])] == ids[:5]
        assert all(post.in_text for post in behind.kept(store, ids))
        store.withdraw(ids[:2])
        assert len(behind.counted(store, key, WEEK)) == len(ids)
        assert [post.document.id for post in behind.kept(store, ids[:5])] == ids[2:5]


def test_a_place_without_reading_says_unknown(store: Store, names: Names) -> None:
    page = place.place_page(store, names, place.Key("city", "1821306", "posts", "signal:any", WEEK))
    assert place.lead(names, page)[0] == "Phnom Penh: nothing was read in these seven days."


def test_weeks_without_any_reading_are_gaps() -> None:
    ends = ends_of_weeks(LAST, 3)
    points = [
        SeriesPoint(
            "posts",
            "signal:any",
            "city",
            "1",
            LAST - timedelta(days=n),
            2,
            None if 7 <= n < 14 else 1.0,
            0.0,
            3.0,
            None,
        )
        for n in range(21)
    ]
    first, gap, last = from_points(points, ends)
    assert (first.observed, gap.observed, last.observed) == (14, None, 14)
    assert last.expected == pytest.approx(7.0)
    assert last.high == pytest.approx(7 + 1.645 * (1.3 * 7) ** 0.5)


def test_weeks_that_were_not_judged_show_what_was_counted(store: Store) -> None:
    weeks = weeks_of(store, "posts", "signal:any", "country", "MY", LAST, 4)
    assert all(week.observed is not None and week.expected is None for week in weeks)
    unread = weeks_of(store, "posts", "signal:any", "city", "1821306", LAST, 2)
    assert [week.observed is None for week in unread] == [False, True]


def test_streams_come_posts_first(store: Store) -> None:
    assert streams(store.exposure("country", since=LAST, until=LAST)) == ("posts",)


def test_signs_over_all_places_stand_against_the_quarter_before(store: Store) -> None:
    found = signs.topics(store, "posts", WEEK)
    (row,) = [row for row in found["sign"] if row.topic == "sign:ILO08_WITHHOLDING_OF_WAGES"]
    counted = store.counts("country", stream="posts", topic=row.topic, since=WEEK.since, until=WEEK.until)
    assert row.seen.observed == sum(one.groups for one in counted)
    assert row.seen.expected is not None
    assert row.seen.observed > 2 * row.seen.expected
    assert signs.by_place(store, "posts", row.topic, WEEK)[0][0] == "1622786"
    assert all(row.topic.startswith(f"{kind}:") for kind, rows in found.items() for row in rows)


def test_each_sign_opens_into_as_many_posts_and_countries_as_its_number_says(store: Store, names: Names) -> None:
    rows = [row for rows in signs.topics(store, "posts", WEEK).values() for row in rows]
    assert len(rows) > 5
    for row in rows:
        countries = signs.by_country(store, names, "posts", row.topic, WEEK)
        assert row.seen.observed == sum(one.groups for one in countries)
        assert row.seen.observed == len(signs.counted_anywhere(store, "posts", row.topic, WEEK))
        assert all(one.groups == sum(n for _, n in one.towns) for one in countries)


def test_the_page_and_the_digest_name_the_same_silent_sources_since_the_same_day(empty_store: Store) -> None:
    at = datetime(2026, 11, 12, 3, tzinfo=UTC)
    empty_store.put_report(CrawlReport("r", "in-vain", at, at, 0, 0, 0, {}, True, ("silent: not one page",)))
    gone = {"daily": 0, "weekdays": 0, "two-thirds": 7, "long-silent": 40}
    rows = [
        Exposure("posts", "country", "ID", source, LAST - timedelta(days=back), 9)
        for source, last in gone.items()
        for back in range(last, 70)
        if source != "weekdays" or (LAST - timedelta(days=back)).weekday() < 5
    ]
    rows = [row for row in rows if row.source != "two-thirds" or row.day.toordinal() % 3]
    rows = [replace(row, documents=1) if row.source == "two-thirds" else row for row in rows]
    fake = SimpleNamespace(exposure=lambda *_, **__: rows, reports=empty_store.reports)
    page = what_was_read(cast("Store", fake), LAST)
    digest = look(rows, {}, monday(LAST), empty_store.reports())
    said = {row.source: row.since for row in page.silent}
    assert said == {one.source: one.since for one in digest.silences}
    assert said == {
        "two-thirds": LAST - timedelta(days=6),
        "long-silent": LAST - timedelta(days=39),
        "in-vain": at.date(),
    }
    assert page.of_the_week == digest.sources == 2


def test_the_page_and_the_digest_watch_the_same_places(store: Store) -> None:
    """A place last read sixteen weeks ago is watched by neither."""
    week = monday(LAST)
    rows = [row for level in today.WATCHED for row in store.exposure(level, since=week - timedelta(weeks=26))]
    old = [Exposure("posts", "city", "9", "lokasi", LAST - timedelta(weeks=16), 5)]
    assert look([*rows, *old], {}, week).watched == today.watched_places(store, LAST)
