"""The pages as Streamlit runs them, without a browser: roles, acts, what is remembered, and what leaves."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

import dashboard.acts as acts_room
from core.errors import StoreAway
from core.records import AuditEntry
from core.settings import load_settings
from dashboard import access, house
from dashboard.access import Visitor
from dashboard.acts import last
from dashboard.names import Names
from stores import open_store
from stores.base import EvidenceQuery

SCRIPT = str(Path(access.__file__).parent / "main.py")
MAKASSAR = {"level": "city", "place": "1622786", "stream": "posts", "topic": "signal:any", "until": "2026-11-15"}
ROLES = {"siti@x": "analyst", "mei@x": "analyst", "rahim@x": "reader", "wei@x": "engineer", "ana@x": "admin"}
PROXY = {
    "dashboard.login": "proxy",
    "dashboard.url": "https://hg.example.org",
    "dashboard.roles": ROLES,
    "dashboard.trusted_proxies": ["10.0.0.1"],
}
DAYS_SHOWN = re.compile(r"\.example · (\d+ \w+) · ")
SHUT = "This page is not for your role."


@dataclass
class Shown:
    """One page as it was drawn."""

    app: AppTest

    @property
    def text(self) -> str:
        """Everything that is HTML of ours."""
        return "\n".join(one.proto.body for one in self.app.get("html"))

    @property
    def posts(self) -> int:
        return self.text.count('class="hg-ev"')

    def press(self, key: str) -> Shown:
        self.app.button(key=key).click().run()
        return self


@pytest.fixture
def open_page(own_home: Path, names: Names, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Shown]]:
    """Draws a page for somebody whom the proxy named; without a name, on this person's own machine."""
    monkeypatch.setattr(house, "names", lambda: names)

    def one(page: str, who: str | None = None, **asked: str) -> Shown:
        house.configure(load_settings({"home": own_home, **(PROXY if who else {})}))
        monkeypatch.setattr(access, "proxy_name", lambda _: who)
        st.cache_data.clear()
        app = AppTest.from_file(SCRIPT, default_timeout=60)
        app._page_hash = calc_hash(page)
        for key, value in asked.items():
            app.query_params[key] = value
        return Shown(app.run())

    yield one
    st.cache_data.clear()


def entries(own_home: Path, verb: str) -> list[AuditEntry]:
    with closing(open_store("sqlite", own_home)) as store:
        return [entry for entry in store.audit() if entry.verb == verb]


PAGES = {
    "today": (True, True, True, True),
    "place": (True, True, True, True),
    "signs": (True, True, True, True),
    "needs": (True, True, True, True),
    "corridors": (True, True, True, True),
    "digests": (True, True, True, True),
    "check": (True, True, True, True),
    "method": (True, True, True, True),
    "evidence": (False, True, False, True),
    "urgent": (False, True, False, True),
    "sources": (False, True, True, True),
}


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("signs", "above what the past lets expect"),
        ("needs", "Help is asked for where none is known: Padang (shelter)."),
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


def test_the_urgent_queue_is_worked_one_by_one_and_offers_no_file(
    open_page: Callable[..., Shown], own_home: Path
) -> None:
    (own_home / "referral").mkdir()
    (own_home / "referral" / "ID.txt").write_text("1. The line of the union\n2. The ministry", encoding="utf-8")
    shown = open_page("urgent", "siti@x")
    assert "1. The line of the union" in shown.text
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
    assert "exploitation at work" in shown.text
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
    assert str(shown.app.date_input(key="days").value[0]) == "2026-10-19"
    assert shown.posts > 0
    shown.app.selectbox(key="country").select("MY").run()
    assert "MY" in shown.app.query_params["country"]
    wrong = open_page("evidence", None, topic="sign:NONE", days="never")
    assert wrong.app.selectbox(key="topic").value is None


ENGLISH = re.compile(
    r"\b(the|of|is|are|was|were|with|from|for|this|that|and|not|nothing|no|read|post|posts|place|day|week)\b", re.I
)
# Not words of the page: what was posted, what a room wrote in English and is marked so, ids and names of sources.
OTHERS = re.compile(
    r'<div class="(?:t|x)"[^>]*>.*?</div>|<(\w+)[^>]* lang="en"[^>]*>.*?</\1>|<style>.*?</style>|<img[^>]*>'
    r"|demo-\w+|forum-pekerja|board-ph|agency-list|lokasi|kerja-kl",
    re.S,
)


def words_of(app: AppTest) -> Iterator[str]:
    """Everything a page says: our HTML without tags, labels, options, placeholders, charts and maps."""
    for one in app.get("html"):
        yield html.unescape(re.sub(r"<[^>]+>", " ", OTHERS.sub(" ", one.proto.body)))
    for kind in ("button", "download_button", "page_link", "toggle", "popover", "expander"):
        yield from (getattr(one.proto, "label", "") for one in app.get(kind))
    for kind in ("selectbox", "text_input", "text_area", "date_input", "button_group"):
        for one in app.get(kind):
            yield f"{one.proto.label} {getattr(one.proto, 'placeholder', '')}"
            yield from map(str, getattr(one, "options", ()))
    for chart in app.get("vega_lite_chart"):
        yield from re.findall(r'"(?:says|title)": ?"([^"]*)"', chart.proto.spec)


FIRST = ("today",)


@pytest.mark.parametrize("page", [pytest.param(one, marks=() if one in FIRST else pytest.mark.full) for one in PAGES])
def test_on_a_page_in_malay_no_english_is_left(
    open_page: Callable[..., Shown], names: Names, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    shipped = replace(names, cards={"V_RESTAURANT": "Restaurant or kitchen", "V_AGENCY": "Online"})
    monkeypatch.setattr(house, "names", lambda: shipped)
    shown = open_page(page, "ana@x", language="ms", **(MAKASSAR if page == "place" else {}))
    assert not shown.app.exception
    said = list(words_of(shown.app))
    assert any("Data hingga 15 November 2026." in one for one in said)
    assert [(found.group(), one) for one in said if (found := ENGLISH.search(one))] == []


def test_the_language_is_switched_on_the_page_and_kept_in_the_address(open_page: Callable[..., Shown]) -> None:
    shown = open_page("method")
    assert "Posts bearing indicators, not confirmed cases." in shown.text
    shown.app.get("button_group")[-1].set_value("ms").run()
    assert "Hantaran dengan petunjuk, bukan kes yang disahkan." in shown.text
    assert "Kaedah" in shown.text
