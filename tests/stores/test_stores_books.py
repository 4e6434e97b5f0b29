"""The contract, results and books: spikes and triage, series, gaps, digests, reports, letters, audit, states."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace

import pytest

from core.errors import BadInput
from core.records import Contribution, Corridor, Gap, SeriesPoint
from stores.base import Store

WEEK = timedelta(days=7)


def test_spikes_come_rarest_first_and_whole(store: Store, make: SimpleNamespace) -> None:
    share = Contribution("source", "board", 7, None)
    rare = make.spike("b", recurrence_days=float("inf"), ended=None, sources=(share,))
    store.put_spikes([make.spike("c"), rare, make.spike("a")], make.DAY, make.DAY)
    assert store.spikes() == [rare, make.spike("a"), make.spike("c")]


def test_spikes_no_longer_found_go_unless_a_person_acted_on_them(store: Store, make: SimpleNamespace) -> None:
    before = make.spike("before", opened=make.DAY - WEEK)
    store.put_spikes([before], make.DAY - WEEK, make.DAY - WEEK)
    store.put_spikes([make.spike("a"), make.spike("b"), make.spike("c")], make.DAY, make.DAY)
    store.put_act(make.act("x", "b", "confirmed"))
    store.put_spikes([make.spike("c", observed=13)], make.DAY, make.DAY + WEEK)
    assert {s.id: (s.observed, s.status) for s in store.spikes()} == {
        "before": (12, "new"),
        "b": (12, "confirmed"),
        "c": (13, "new"),
    }
    store.put_spikes([], make.DAY - WEEK, make.DAY)
    assert [s.id for s in store.spikes()] == ["b"]


def test_spikes_of_a_time_are_those_open_in_it(store: Store, make: SimpleNamespace) -> None:
    still = make.spike("still", ended=None, opened=make.DAY + timedelta(days=3))
    store.put_spikes([make.spike("over"), still], make.DAY, make.DAY + WEEK)

    def ids(since: int | None, until: int | None) -> list[str]:
        days = [None if n is None else make.DAY + timedelta(days=n) for n in (since, until)]
        return [s.id for s in store.spikes(since=days[0], until=days[1])]

    assert ids(0, 0) == ["over"]
    assert ids(4, None) == ["over", "still"]
    assert ids(5, 99) == ["still"]
    assert ids(None, -1) == []


def test_status_is_that_of_the_last_triage_that_was_not_undone(store: Store, make: SimpleNamespace) -> None:
    store.put_spikes([make.spike("s")], make.DAY, make.DAY)

    def status() -> str:
        return store.spikes()[0].status

    store.put_act(make.act("2", "s", "dismissed", minute=2))
    store.put_act(make.act("1", "s", "reviewing", minute=1))
    store.put_act(make.act("0", "s", "seen with a partner", verb="note", minute=9))
    assert status() == "dismissed"
    store.put_act(make.act("3", "s", "2", verb="undo", minute=3))
    assert status() == "reviewing"
    store.put_spikes([make.spike("s", observed=20)], make.DAY, make.DAY)
    assert status() == "reviewing"
    assert [a.id for a in store.acts("s")] == ["1", "2", "3", "0"]
    assert store.acts("other") == []
    assert len(store.acts()) == 4


def test_an_act_is_never_changed(store: Store, make: SimpleNamespace) -> None:
    store.put_act(make.act("1", "s", "confirmed"))
    store.put_act(make.act("1", "s", "dismissed"))
    assert store.acts() == [make.act("1", "s", "confirmed")]


def test_points_replace_those_of_their_day_and_come_by_place_and_day(store: Store, make: SimpleNamespace) -> None:
    unseen = make.point(1, expected=None, low=None, high=None, p=None)
    store.put_series([make.point(2), make.point(0, observed=9), unseen, make.point(0, place="2")])
    store.put_series(iter([make.point(0)]))
    assert store.series("posts", "signal:any", "city", "1735161") == [make.point(0), unseen, make.point(2)]
    assert store.latest_points("city", "posts", "signal:any", make.DAY, make.DAY + timedelta(days=1)) == [
        make.point(0),
        unseen,
        make.point(0, place="2"),
    ]


def test_a_series_that_breaks_off_leaves_nothing(store: Store, make: SimpleNamespace) -> None:
    def broken() -> Iterator[SeriesPoint]:
        yield make.point()
        raise RuntimeError("the detector fell")

    with pytest.raises(RuntimeError):
        store.put_series(broken())
    assert store.series("posts", "signal:any", "city", "1735161") == []


def test_gaps_and_corridors_of_a_week_replace_those_before(store: Store, make: SimpleNamespace) -> None:
    def gap(need: str, week: int = 0) -> Gap:
        return Gap(need, "city", "1", make.DAY + week * WEEK, 5, 0, float("inf"), 1.0, float("inf"))

    def way(origin: str, groups: int, week: int = 0) -> Corridor:
        return Corridor(origin, "9", make.DAY + week * WEEK, groups)

    store.put_gaps([gap("S_A"), gap("S_B"), gap("S_C", 1)], [way("1", 3), way("2", 5), way("1", 1, 1)])
    assert store.gaps() == [gap("S_C", 1), gap("S_A"), gap("S_B")]
    assert store.corridors() == [way("1", 1, 1), way("2", 5), way("1", 3)]
    store.put_gaps([gap("S_B")], [])
    assert store.gaps(make.DAY) == [gap("S_B")]
    assert store.corridors(make.DAY + WEEK) == [way("1", 1, 1)]
    assert len(store.corridors()) == 3
    store.put_gaps([], [], [make.DAY], [make.DAY + WEEK])
    assert store.gaps() == [gap("S_C", 1)]
    assert store.corridors() == [way("2", 5), way("1", 3)]


def test_digests_come_newest_week_first_one_an_edition(store: Store, make: SimpleNamespace) -> None:
    older, newer, own = make.digest(), make.digest(make.DAY + WEEK), make.digest(make.DAY + WEEK, "authorised")
    for put in (older, newer, own, replace(newer, html="old"), newer):
        store.put_digest(put)
    assert store.digests() == [own, newer, older]


def test_reports_and_dead_letters_come_newest_first(store: Store, make: SimpleNamespace) -> None:
    reports = [make.report("a"), make.report("b", hour=2), make.report("c", "forum", hour=1)]
    for report in [*reports, reports[0]]:
        store.put_report(report)
    assert store.reports() == [reports[1], reports[2], reports[0]]
    assert store.reports("board", limit=1) == [reports[1]]
    letters = [make.letter("a"), make.letter("b", 2), make.letter("c", 1)]
    store.put_dead_letters(letters)
    store.put_dead_letters(letters[:1])
    assert store.dead_letters() == [letters[1], letters[2], letters[0]]
    assert len(store.dead_letters(2)) == 2
    assert store.tallies()["dead_letters"] == 3
    store.put_dead_letters([replace(make.letter(f"more {n}"), source="forum") for n in range(1_100)])
    assert store.dead_letters_by_source() == {"board": 3, "forum": 1_100}


def test_the_audit_takes_only_the_next_entry(store: Store, make: SimpleNamespace) -> None:
    for number in range(1, 4):
        store.append_audit(make.audit(number))
    for wrong in (0, 3, 5):
        with pytest.raises(BadInput, match=f"entry {wrong} is not the next one, which is 4"):
            store.append_audit(make.audit(wrong))
    assert store.last_audit() == make.audit(3)
    assert [e.number for e in store.audit()] == [1, 2, 3]
    assert list(store.audit(after=2)) == [make.audit(3)]


def test_the_audit_is_read_in_pages_that_hold_while_others_write(store: Store, make: SimpleNamespace) -> None:
    for number in range(1, 503):
        store.append_audit(make.audit(number))
    entries = store.audit()
    first = next(entries)
    store.append_audit(make.audit(503))
    assert [first.number, *(e.number for e in entries)] == list(range(1, 504))


def test_a_state_is_what_was_last_kept_under_its_key(reopen: Callable[[], Store]) -> None:
    store = reopen()
    store.set_state("ünder", {"day": "2026-03-02", "n": [1, None, {"x": 2.5}]})
    store.set_state("other", {})
    assert reopen().state("ünder") == {"day": "2026-03-02", "n": [1, None, {"x": 2.5}]}
    store.set_state("ünder", {"n": 1})
    assert store.state("ünder") == {"n": 1}
    assert store.state("other") == {}
    with pytest.raises(BadInput, match="ünder"):
        store.set_state("ünder", {"n": object()})
