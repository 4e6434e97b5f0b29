"""Several people at one thing in the same moment: no judgement is lost, nothing leaves twice, the second is told."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from dashboard_apps import MAKASSAR, Shown

from core.alone import alone
from core.errors import BadInput
from core.records import AuditEntry
from dashboard.acts import Desk
from privacy.audit import verify
from privacy.leaving import released, standing
from stores import open_store
from stores.base import Store

AT = datetime(2026, 11, 16, 8, tzinfo=UTC)
WEEK = "digest 2026-11-09 public"


def desk(store: Store, name: str, minutes: int = 0) -> Desk:
    return Desk(store, name, AT + timedelta(minutes=minutes))


def seen(store: Store) -> int:
    last = store.last_audit()
    return last.number if last else 0


def values(store: Store, subject: str) -> list[tuple[str, str]]:
    return [(act.actor, act.value) for act in standing(store.acts(subject))]


def test_the_second_to_judge_is_told_who_was_quicker_and_may_judge_anew(empty_store: Store) -> None:
    drawn = seen(empty_store)
    desk(empty_store, "siti").act("a", "triage", "confirmed", seen=drawn)
    with pytest.raises(BadInput, match="siti was quicker and has decided: confirmed; nothing was done"):
        desk(empty_store, "mei", 1).act("a", "triage", "dismissed", "other", seen=drawn)
    assert values(empty_store, "a") == [("siti", "confirmed")]
    desk(empty_store, "mei", 2).act("a", "triage", "dismissed", "other", seen=seen(empty_store))
    assert values(empty_store, "a") == [("siti", "confirmed"), ("mei", "dismissed")]


def test_notes_of_several_people_and_further_acts_of_the_same_one_stand_beside_each_other(empty_store: Store) -> None:
    desk(empty_store, "siti").act("a", "note", "one", seen=0)
    desk(empty_store, "mei", 1).act("a", "note", "two", seen=0)
    desk(empty_store, "siti", 2).act("a", "triage", "reviewing", seen=0)
    desk(empty_store, "siti", 3).act("a", "triage", "confirmed", seen=0)
    desk(empty_store, "mei", 4).act("b", "triage", "confirmed", seen=0)
    assert len(standing(empty_store.acts("a"))) == 4


def test_an_act_that_comes_between_looking_and_writing_is_seen(
    empty_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other's link is written, the act itself not yet: the narrowest moment there is."""
    desk(empty_store, "siti").act("x", "note", "so that there is a link")
    plain, between = empty_store.last_audit, [desk(empty_store, "siti", 1)]

    def overtaken() -> AuditEntry | None:
        last = plain()
        if between:
            between.pop()._audit("triage", "a", "confirmed")
        return last

    monkeypatch.setattr(empty_store, "last_audit", overtaken, raising=False)
    with pytest.raises(BadInput, match="siti was quicker"):
        desk(empty_store, "mei", 1).act("a", "triage", "dismissed", "other", seen=1)
    assert values(empty_store, "a") == []


def test_of_eight_people_at_once_one_judges_and_the_chain_holds(tmp_path: Path) -> None:
    def judge(number: int) -> str:
        with closing(open_store("sqlite", tmp_path)) as store:
            try:
                return desk(store, f"p{number}").act("a", "triage", "confirmed", seen=0).actor
            except BadInput as error:
                return str(error)

    with ThreadPoolExecutor(8) as pool:
        told = list(pool.map(judge, range(8)))
    with closing(open_store("sqlite", tmp_path)) as store:
        [(actor, _)] = values(store, "a")
        assert verify(store.audit()).broken is None
    assert told.count(actor) == 1
    assert all(f"{actor} was quicker" in one or "without a pause" in one for one in told if one != actor)


def test_a_second_approval_is_refused_so_that_one_taking_back_takes_back(empty_store: Store) -> None:
    desk(empty_store, "siti").act(WEEK, "release", "asked")
    drawn = seen(empty_store)
    approved = desk(empty_store, "mei", 1).act(WEEK, "release", "approved", seen=drawn)
    for late in (drawn, seen(empty_store), None):
        with pytest.raises(BadInput, match=r"mei was quicker|may leave already"):
            desk(empty_store, "ana", 2).act(WEEK, "release", "approved", seen=late)
    desk(empty_store, "siti", 3).undo(approved)
    assert not released(empty_store.acts(WEEK))


def test_an_approval_of_what_was_just_withdrawn_does_not_wait_for_the_next_asking(empty_store: Store) -> None:
    asked = desk(empty_store, "siti").act(WEEK, "release", "asked")
    drawn = seen(empty_store)
    desk(empty_store, "siti", 1).undo(asked, seen=drawn)
    with pytest.raises(BadInput, match="siti was quicker and took something back"):
        desk(empty_store, "mei", 1).act(WEEK, "release", "approved", seen=drawn)
    desk(empty_store, "siti", 2).act(WEEK, "release", "asked")
    assert not released(empty_store.acts(WEEK))


def test_what_was_asked_of_an_older_digest_is_not_approved(empty_store: Store) -> None:
    desk(empty_store, "siti").act(WEEK, "release", "asked")
    with pytest.raises(BadInput, match="nobody else has asked"):
        desk(empty_store, "mei", 2).act(WEEK, "release", "approved", since=AT + timedelta(minutes=1))
    desk(empty_store, "mei", 2).act(WEEK, "release", "approved", since=AT)


def test_who_takes_back_late_is_told(empty_store: Store) -> None:
    act = desk(empty_store, "siti").act("a", "triage", "confirmed")
    drawn = seen(empty_store)
    desk(empty_store, "mei", 1).act("a", "triage", "dismissed", "other", seen=drawn)
    with pytest.raises(BadInput, match="mei was quicker and has decided: dismissed"):
        desk(empty_store, "siti", 2).undo(act, seen=drawn)


def said(shown: Shown) -> str:
    return " ".join(one.value for one in shown.app.toast).replace("\\", "")


def test_a_page_that_stood_open_while_somebody_judged_says_so(open_page: Callable[..., Shown], own_home: Path) -> None:
    page = open_page("place", "mei@x", **MAKASSAR)
    with closing(open_store("sqlite", own_home)) as store:
        (spike,) = [one for one in store.spikes() if one.place_id == MAKASSAR["place"]]
        Desk(store, "siti@x", datetime.now(UTC)).act(spike.id, "triage", "reviewing")
    late = page.press("triage-confirmed")
    assert "siti@x was quicker and has decided: reviewing" in said(late)
    assert "This alarm is being looked at." in late.text
    assert "Noted." in said(late.press("triage-confirmed"))
    with closing(open_store("sqlite", own_home)) as store:
        assert values(store, spike.id)[-2:] == [("siti@x", "reviewing"), ("mei@x", "confirmed")]


def test_a_post_that_somebody_labelled_while_the_page_stood_open_is_not_labelled_over_unseen(
    open_page: Callable[..., Shown], own_home: Path
) -> None:
    page = open_page("evidence", "mei@x")
    with closing(open_store("sqlite", own_home)) as store:
        read = [entry for entry in store.audit() if entry.actor == "mei@x" and entry.subject == "evidence"]
        post = read[-1].detail.split()[0]
        Desk(store, "siti@x", datetime.now(UTC)).act(post, "label", "signal")
    late = page.press("label-no signal-0")
    assert "siti@x was quicker and has decided: signal" in said(late)
    assert late.app.button(key="label-signal-0").label == "✓ signal"
    assert "Noted." in said(late.press("label-no signal-0"))
    with closing(open_store("sqlite", own_home)) as store:
        assert values(store, post) == [("siti@x", "signal"), ("mei@x", "no signal")]


def test_an_alarm_that_a_detection_found_no_more_meanwhile_is_not_judged(
    open_page: Callable[..., Shown], own_home: Path
) -> None:
    page = open_page("place", "mei@x", **MAKASSAR)
    with closing(open_store("sqlite", own_home)) as store:
        (spike,) = [one for one in store.spikes() if one.place_id == MAKASSAR["place"]]
        store.put_spikes([one for one in store.spikes() if one != spike], date(2026, 10, 1), date(2026, 11, 15))
        assert "finds this alarm no more; nothing was done" in said(page.press("triage-confirmed"))
        assert store.acts(spike.id) == []


def test_a_digest_written_anew_is_approved_by_nobody_who_saw_the_old_one(
    open_page: Callable[..., Shown], own_home: Path
) -> None:
    with closing(open_store("sqlite", own_home)) as store:
        newest = store.digests()[0]
        subject = f"digest {newest.week} {newest.edition}"
        Desk(store, "siti@x", datetime.now(UTC)).act(subject, "release", "asked")
        page = open_page("digests", "mei@x")
        store.put_digest(replace(newest, html="<p>two</p>", made_at=datetime.now(UTC)))
        assert "written anew" in said(page.press("approve-digest"))
        assert not released(store.acts(subject))
        # Whoever asked has not seen it either: asking begins anew.
        again = open_page("digests", "mei@x")
        assert "approve-digest" not in {button.key for button in again.app.button}
        again.press("ask-digest")
        open_page("digests", "siti@x").press("approve-digest")
        assert released(store.acts(subject))


def test_what_people_typed_is_no_markdown_in_a_toast(open_page: Callable[..., Shown], own_home: Path) -> None:
    page = open_page("place", "mei@x", **MAKASSAR)
    with closing(open_store("sqlite", own_home)) as store:
        (spike,) = [one for one in store.spikes() if one.place_id == MAKASSAR["place"]]
        Desk(store, "[a](javascript:b)", datetime.now(UTC)).act(spike.id, "triage", "reviewing")
    (toast,) = page.press("triage-confirmed").app.toast
    assert r"\[a\]\(javascript\:b\) was quicker" in toast.value


def test_a_page_says_that_a_run_is_at_work_while_it_is(open_page: Callable[..., Shown], own_home: Path) -> None:
    with alone(own_home / "run.lock", "the home", ""):
        assert "A run is at work: numbers of the last days may still grow." in open_page("today").text
    assert "A run is at work" not in open_page("today").text
