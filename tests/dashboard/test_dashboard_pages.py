"""The pages as Streamlit runs them, without a browser: roles, acts, what is remembered, and what leaves."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from dashboard_apps import MAKASSAR, PAGES, Shown
from dashboard_books import LAST

import dashboard.acts as acts_room
from core.errors import StoreAway
from core.records import AuditEntry
from dashboard import cached
from dashboard.access import Visitor
from dashboard.acts import last
from dashboard.views import method, signs
from stores import open_store
from stores.base import EvidenceQuery
from stores.sqlite.store import SqliteStore
from trends import gaps

DAYS_SHOWN = re.compile(r"\.example · (\d+ \w+) · ")
SHUT = "This page is not for your role."


def entries(own_home: Path, verb: str) -> list[AuditEntry]:
    with closing(open_store("sqlite", own_home)) as store:
        return [entry for entry in store.audit() if entry.verb == verb]


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("signs", "above what the past lets expect"),
        ("needs", "Help is asked for where none is known: Padang (shelter)."),
        ("needs", "Needs · four weeks to 15 November 2026"),
        ("corridors", "Hanoi to Kuala Lumpur was named most"),
        pytest.param("digests", "One digest is kept.", marks=pytest.mark.full),
        ("sources", "Five sources are read.</b> One of them wants attention."),
        ("method", "Posts bearing indicators, not confirmed cases."),
        pytest.param("check", "Paste an ad or a message.", marks=pytest.mark.full),
        ("place", "No place is chosen."),
    ],
)
def test_each_page_begins_with_its_sentence(open_page: Callable[..., Shown], page: str, said: str) -> None:
    shown = open_page(page)
    assert not shown.app.exception
    assert said in shown.text


def test_needs_are_told_of_as_many_weeks_as_they_are_reckoned() -> None:
    assert gaps.WEEKS == 4  # the page says so in words


@pytest.mark.full
@pytest.mark.parametrize("page", PAGES)
def test_each_role_sees_its_pages_and_each_says_until_when_and_who_was_silent(
    open_page: Callable[..., Shown], page: str
) -> None:
    for who, seen in zip(("rahim@x", "siti@x", "wei@x", "ana@x"), PAGES[page], strict=True):
        shown = open_page(page, who)
        assert not shown.app.exception
        assert (SHUT not in shown.text) is seen, (page, who)
        if seen:
            assert "Data until 15 November 2026. Silent: forum-pekerja (since 11 November)." in shown.text
        assert shown.posts == 0 or who in ("siti@x", "ana@x")


@pytest.mark.parametrize("who", ["rahim@x", pytest.param("wei@x", marks=pytest.mark.full)])
def test_who_may_not_see_posts_sees_none_on_a_place_and_cannot_judge(
    open_page: Callable[..., Shown], own_home: Path, who: str
) -> None:
    shown = open_page("place", who, **MAKASSAR)
    assert "Makassar: 33 posts bearing signs" in shown.text
    assert shown.posts == 0
    assert not [button for button in shown.app.button if str(button.key).startswith("triage")]
    assert entries(own_home, "read evidence") == []


def test_words_of_the_posts_are_for_those_who_may_see_posts(
    open_page: Callable[..., Shown], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signs, "rising_terms", lambda _: (("city", "1622786", "mawar", 4),))
    assert "mawar 4" in open_page("signs", "siti@x").text
    assert "mawar" not in open_page("signs", "rahim@x").text


def test_before_anything_was_judged_no_quiet_quarter_is_told(own_home: Path) -> None:
    with closing(open_store("sqlite", own_home)) as store:
        state = store.state("detection")
        assert method.how_often_wrong(store, LAST, 1.0, state or {}).endswith("false alarms in that time.")
        assert "still learning" in method.how_often_wrong(store, LAST, 1.0, {"judged_until": None})
        assert "“honeyguide detect” does" in method.how_often_wrong(store, LAST, 1.0, {})


def test_owner_department_outcome_and_intervention_are_kept_and_taken_back(
    open_page: Callable[..., Shown], own_home: Path
) -> None:
    shown = open_page("place", "siti@x", **MAKASSAR)
    shown.app.text_input(key="owner").input("Mei")
    shown.app.selectbox(key="department").select("labour inspection")
    shown.app.selectbox(key="outcome").select("help given")
    shown.app.date_input(key="intervention").set_value(datetime(2026, 11, 14, tzinfo=UTC).date())
    shown.app.text_area(key="note").input("Visited with the union.")
    shown.app.run()
    shown.press("follow-do")
    with closing(open_store("sqlite", own_home)) as store:
        (spike,) = {act.subject for act in store.acts()}
        kept = {act.verb: act.value for act in store.acts(spike)}
    assert kept == {
        "owner": "Mei",
        "department": "labour inspection",
        "outcome": "help given",
        "note": "Visited with the union.",
        "intervention": "2026-11-14",
    }
    assert "intervention 14 Nov" in str(shown.app.get("vega_lite_chart")[0].proto)
    shown.press("undo")
    with closing(open_store("sqlite", own_home)) as store:
        undone = [act for act in store.acts(spike) if act.verb == "undo"]
    assert len(undone) == 1
    assert {entry.verb for entry in [*entries(own_home, "undo"), *entries(own_home, "outcome")]} == {"undo", "outcome"}


def test_a_week_and_a_day_of_the_year_open_into_their_posts(open_page: Callable[..., Shown], own_home: Path) -> None:
    shown = open_page("place", "siti@x", **MAKASSAR | {"week": "2026-11-08"})
    week = next(one for one in shown.app.selectbox if str(one.key).startswith("week-"))
    day = shown.app.get("button_group")[0]
    assert week.value == "2026-11-08"
    said = [one for one in week.options if "8 November" in one]
    assert said == [f"week to 8 November 2026 · {shown.posts}"]
    assert {*DAYS_SHOWN.findall(shown.text)} <= {f"{n} Nov" for n in range(2, 9)}
    chosen = day.options[0]
    day.set_value("2026-11-" + chosen.partition(" ")[0].zfill(2)).run()
    assert chosen == f"{DAYS_SHOWN.findall(shown.text)[0]} · {shown.posts}"
    week.select("2026-11-15").run()
    assert shown.posts == 12
    shown.press(next(str(one.key) for one in shown.app.button if str(one.key).startswith("more-")))
    assert shown.posts == 24
    assert "Ids and hosts of these posts" not in str(shown.app.get("download_button"))  # two people let it leave
    assert len({one for entry in entries(own_home, "read evidence") for one in entry.detail.split()}) >= 24


@pytest.mark.full
def test_a_dismissal_with_its_reason_moves_the_realised_rate(open_page: Callable[..., Shown]) -> None:
    assert "None of the 3 alarms" in open_page("method", "siti@x").text
    shown = open_page("place", "siti@x", **MAKASSAR)
    shown.app.selectbox(key="dismiss-reason").select("known campaign").run()
    shown.press("dismiss-do")
    assert "This alarm was dismissed." in shown.text
    assert "1 were judged, 1 of them false" in open_page("method", "siti@x").text


def test_a_list_leaves_when_a_second_person_approves(open_page: Callable[..., Shown], own_home: Path) -> None:
    def offered(shown: Shown) -> bool:
        return "evidence.csv" in str([one.proto for one in shown.app.get("download_button")]) or bool(
            [one for one in shown.app.get("download_button") if "Ids and hosts" in one.proto.label]
        )

    first = open_page("evidence", "siti@x", signals="true")
    assert not offered(first)
    first.press("ask-evidence")
    assert not offered(first)
    assert not [button for button in first.app.button if button.key == "approve-evidence"]
    second = open_page("evidence", "mei@x", signals="true").press("approve-evidence")
    assert offered(second)
    assert [entry.actor for entry in entries(own_home, "release")] == ["siti@x", "mei@x"]
    second.press("undo-evidence")
    assert not offered(second)
    assert [entry.actor for entry in entries(own_home, "undo")] == ["mei@x"]


def test_the_urgent_queue_is_worked_one_by_one_and_offers_no_file(
    open_page: Callable[..., Shown], own_home: Path
) -> None:
    (own_home / "referral").mkdir()
    (own_home / "referral" / "ID.txt").write_text("1. The line of the union\n2. The ministry", encoding="utf-8")
    shown = open_page("urgent", "siti@x")
    assert "1. The line of the union" in shown.text
    assert "Why it is here: danger by the sense of a sentence (chance 0.93): “" in shown.text
    assert not shown.app.get("download_button")
    shown.press("urgent-referred-0")
    assert "No post waits here." in shown.text
    with closing(open_store("sqlite", own_home)) as store:
        act = last(store.acts(entries(own_home, "urgent")[0].subject), "urgent")
    assert act is not None
    assert (act.value, act.actor) == ("referred", "siti@x")


SLOW = [pytest.param(*one, marks=pytest.mark.full) for one in (("urgent", {}), ("evidence", {"document": ""}))]


@pytest.mark.parametrize(
    ("page", "asked"),
    [("place", MAKASSAR), ("evidence", {"signals": "true"}), *SLOW],
)
def test_what_the_audit_cannot_remember_is_not_shown(
    open_page: Callable[..., Shown], own_home: Path, monkeypatch: pytest.MonkeyPatch, page: str, asked: dict[str, str]
) -> None:
    if "document" in asked:
        with closing(open_store("sqlite", own_home)) as store:
            asked = {"document": store.evidence(EvidenceQuery(signal_only=True, limit=1))[0][0].id}
    assert open_page(page, "siti@x", **asked).posts > 0

    def full(*_: object) -> None:
        raise StoreAway("The audit cannot be written.", remedy="Make room on the disk.")

    monkeypatch.setattr(acts_room, "link", full)
    shown = open_page(page, "siti@x", **asked)
    assert shown.posts == 0
    assert "The audit cannot be written." in shown.text


def test_an_address_restores_place_topic_and_period(open_page: Callable[..., Shown]) -> None:
    shown = open_page("place", "rahim@x", **MAKASSAR | {"until": "2026-10-18", "topic": "exploitation:labour"})
    assert "Makassar:" in shown.text
    assert "signs of labour exploitation" in shown.text
    earlier = open_page("today", "rahim@x", until="2026-10-06")
    assert "Week to Tuesday 6 October 2026" in earlier.text
    assert "None of 18 watched places needs a look." in earlier.text


def test_a_session_that_ends_on_an_open_page_shows_and_does_nothing_more(
    open_page: Callable[..., Shown], own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = open_page("place", "siti@x", **MAKASSAR)
    assert shown.posts > 0
    monkeypatch.setattr(Visitor, "ended", lambda *_: True)
    shown.press("triage-confirmed")
    assert "Your session has ended." in shown.text
    assert shown.posts == 0
    assert entries(own_home, "triage") == []


def test_a_search_is_restored_from_its_address(open_page: Callable[..., Shown]) -> None:
    asked = {"q": "cousin", "topic": "sign:ILO08_WITHHOLDING_OF_WAGES", "country": "ID", "source": "lokasi"}
    shown = open_page("evidence", None, **asked, days="2026-10-19--2026-11-15", stream="posts")
    assert {key: shown.app.selectbox(key=key).value for key in ("topic", "country", "source", "stream")} == {
        **{key: asked[key] for key in ("topic", "country", "source")},
        "stream": "posts",
    }
    assert shown.app.text_input(key="q").value == "cousin"
    assert shown.app.query_params["q"] == "cousin"
    assert shown.app.toggle(key="signals").value
    assert str(shown.app.date_input(key="days").value[0]) == "2026-10-19"
    assert shown.posts > 0
    shown.app.selectbox(key="country").select("MY").run()
    assert "MY" in shown.app.query_params["country"]
    shown.app.toggle(key="signals").set_value(False).run()
    assert shown.app.query_params["signals"] == "false"
    wrong = open_page("evidence", None, topic="sign:NONE", days="never", signals="false")
    assert not wrong.app.toggle(key="signals").value
    assert "“sign:NONE” in the address cannot be chosen any more; without it more is shown." in wrong.text
    assert "cannot be chosen" not in shown.text
    assert wrong.app.selectbox(key="topic").value is None


@pytest.mark.parametrize("until", ["0001-01-01", "9999-12-31"])
def test_a_day_that_no_week_lies_around_is_met_with_words(open_page: Callable[..., Shown], until: str) -> None:
    shown = open_page("place", level="city", place="1622786", until=until)
    assert "No place is chosen" in shown.text
    open_days = open_page("evidence", days="0001-01-01--9999-12-31")
    assert "could not be drawn" not in open_days.text


@pytest.mark.parametrize("page", ["corridors", "sources"])
def test_a_fresh_home_has_read_nothing_and_does_not_call_that_a_result(
    open_page: Callable[..., Shown], monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    monkeypatch.setattr(cached, "last_day", lambda _: None)
    monkeypatch.setattr("dashboard.views.sources.sources", lambda *_: ())
    monkeypatch.setattr(SqliteStore, "dead_letters", lambda *_: [])
    monkeypatch.setattr(SqliteStore, "tallies", lambda _: {"documents": 0, "readings": 0})
    shown = open_page(page)
    said = {"corridors": "Nothing has been read yet.", "sources": "No source has brought anything yet."}
    assert said[page] in shown.text
    assert "every piece that came in was read" not in shown.text
    assert "No corridor has been seen" not in shown.text


@pytest.mark.parametrize("page", ["today", "place", "signs", "needs", "sources"])
def test_a_home_whose_run_was_killed_half_way_does_not_say_that_nothing_was_read(
    open_page: Callable[..., Shown], monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    monkeypatch.setattr(cached, "last_day", lambda _: None)
    monkeypatch.setattr(cached, "first_page", lambda *_: None)
    monkeypatch.setattr("dashboard.views.sources.sources", lambda *_: ())
    monkeypatch.setattr(SqliteStore, "tallies", lambda _: {"documents": 1523, "readings": 400})
    text = open_page(page).text
    assert "Nothing can be shown yet." in text
    assert "Waiting to be analysed: 1,123 posts. “honeyguide run” goes on where it stopped." in text
    monkeypatch.setattr(SqliteStore, "tallies", lambda _: {"documents": 3, "readings": 3})
    assert "None of what was read has a day and a place: three posts." in open_page(page).text
