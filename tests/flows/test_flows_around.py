"""Gaps and corridors beside the spikes: told anew of whole weeks, and of none of which posts are forgotten."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from core.days import monday
from core.errors import CardError
from core.records import Corridor, Document, Finding, PlaceMention, Reading
from flows import detecting, steps
from stores.base import Analysed

LAST = date(2026, 11, 22)


def test_weeks_are_whole_and_lie_within_what_retention_keeps(make_house: Any, tmp_path: Path) -> None:
    house = make_house(tmp_path / "home", **{"keep.documents_days": 100})
    around = detecting.needs_and_corridors(house, LAST)
    assert around.gap_weeks == [monday(LAST) - timedelta(weeks=1), monday(LAST)]
    assert around.corridor_weeks[0] > house.clock().date() - timedelta(days=100)
    assert around.corridor_weeks[-1] == monday(LAST)
    assert {day.weekday() for day in around.corridor_weeks} == {0}
    longer = detecting.needs_and_corridors(make_house(tmp_path / "b", **{"keep.documents_days": 9000}), LAST)
    assert longer.corridor_weeks[0] == monday(LAST - timedelta(days=400)) + timedelta(weeks=1)


def test_detection_takes_back_a_corridor_that_no_post_shows_any_more(
    make_house: Any, tmp_path: Path, monkeypatch: Any
) -> None:
    posts = [(n, LAST - timedelta(days=n), 0) for n in range(5)]
    house = seen_by(make_house(tmp_path / "home", **{"keep.documents_days": 9000}), date.max, posts)
    judged = replace(detecting.look(house, None), judged_from=LAST - timedelta(days=90), judged_until=LAST)
    monkeypatch.setattr(detecting, "look", lambda *_: judged)
    gone = Corridor("1", "2", monday(LAST), 7)
    house.store.put_gaps([], [*house.store.corridors(monday(LAST)), gone])
    assert gone in house.store.corridors(monday(LAST))
    steps.detect(house)
    assert house.store.corridors(monday(LAST))
    assert gone not in house.store.corridors(monday(LAST))


def test_a_corridor_stays_as_it_was_when_its_posts_are_gone_from_their_site(make_house: Any, tmp_path: Path) -> None:
    posts = [(n, LAST - timedelta(days=n), 0) for n in range(5)]
    house = seen_by(make_house(tmp_path / "home", **{"keep.documents_days": 9000}), date.max, posts)
    told = detecting.needs_and_corridors(house, LAST).corridors
    assert house.store.withdraw([f"d{number}" for number, _, _ in posts]) == 5
    assert told
    assert detecting.needs_and_corridors(house, LAST).corridors == told


def test_a_folder_of_services_that_is_not_there_is_named(make_house: Any, tmp_path: Path) -> None:
    with pytest.raises(CardError, match=r"setting 'services': .*nowhere is no folder"):
        detecting.services(make_house(tmp_path / "home", services=tmp_path / "nowhere"))
    assert detecting.services(make_house(tmp_path / "home")) == []


def seen_by(house: Any, last: date, posts: list[tuple[int, date, int]]) -> Any:
    """The house after it has read the posts (number, day, days late) that had been seen by the end of a day: each tells
    of a way from Johor Bahru to Kuala Lumpur and of a need for shelter."""
    home, work = (house.gazetteer.place(number) for number in ("1732752", "1735161"))
    for number, day, late in posts:
        seen = datetime.combine(day + timedelta(days=late), time(12), UTC)
        if seen.date() > last:
            continue
        name = f"d{number}"
        post = Document(
            name,
            "board",
            "post",
            "",
            "",
            "",
            f"post {number}",
            "en",
            "1",
            seen,
            seen,
            seen,
            "page",
            day,
            f"g{number % 40}",
        )
        mentions = tuple(PlaceMention(0, 1, "", at, role, 0.9) for at, role in ((home, "origin"), (work, "event")))
        shared = (post.id, post.group_id, "board", "posts")
        reading = Reading(
            *shared,
            "1",
            "en",
            None,
            0.9,
            True,
            None,
            "labour",
            False,
            (),
            day,
            seen,
            work.id,
            None,
            "MY",
            None,
            0.9,
            mentions,
        )
        need = Finding(
            f"f{number}", *shared, "need:S_SHELTER", "1", None, "labour", None, "text", 0, 1, "", "", 1.0, 1.0, day,
            seen, work.id, None, "MY", None, True, counted=True,
        )  # fmt: skip
        house.store.put_documents([post])
        house.store.replace_findings([Analysed(post.id, "1", reading, (need,))])
        house.store.set_counted([post.group_id], [f"f{number}"])
    return house


@pytest.mark.parametrize("seed", range(2))
def test_as_of_a_day_gaps_corridors_and_what_is_behind_a_series_are_what_was_known_then(
    make_house: Any, tmp_path: Path, seed: int
) -> None:
    rng = random.Random(seed)
    posts = [(n, LAST - timedelta(days=rng.randrange(40)), rng.choice([0, 0, 1, 3, 9])) for n in range(40)]
    whole = seen_by(make_house(tmp_path / "whole", **{"keep.documents_days": 9000}), date.max, posts)
    for back in (0, 5, 20):
        as_of = LAST - timedelta(days=back)
        then = seen_by(make_house(tmp_path / f"then-{back}", **{"keep.documents_days": 9000}), as_of, posts)
        told, known = (detecting.needs_and_corridors(house, as_of, of) for house, of in ((whole, as_of), (then, None)))
        assert told == known
        assert told.corridors
        series = ("posts", "need:S_SHELTER", "city", "1735161", LAST - timedelta(days=40), as_of)
        assert detecting._behind(whole, as_of, *series) == detecting._behind(then, None, *series)
