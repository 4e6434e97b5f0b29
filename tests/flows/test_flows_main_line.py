"""The main line finds what was planted in an invented world, nothing on the traps, and leaves nobody in clear."""

from __future__ import annotations

import gzip
import json
import sqlite3
import zipfile
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from ahocorasick_rs import AhoCorasick

from core.days import local_day
from core.ids import document_id
from core.records import Spike
from demo import cards, server, world
from demo.sources import BOARDS
from flows import rehearsal, steps
from flows.cli.door import tell_error
from flows.house import House
from nlp.function_words import function_words

LAST_DAY = date(2026, 11, 22)
UNSEEN_SMALL, UNSEEN_FULL = 77, (202, 303, 505)  # seeds that no one looked at while building
FULL_MORNING = datetime(2026, 11, 30, 4, tzinfo=UTC)


def plant(invented: world.World, name: str) -> Any:
    return next(one for one in invented.truth.plants if one.name == name)


def scored(run: Any) -> Any:
    return rehearsal._scored(run.house, run.invented, 0.0, 0)


def told_of(run: Any, name: str) -> list[Spike]:
    """The spikes that the scorer took for a plant."""
    verdicts = scored(run).details
    return [
        spike
        for spike, verdict in zip(run.house.store.spikes(), verdicts, strict=True)
        if verdict.startswith(f"plant:{name}")
    ]


def test_all_plants_are_found_and_no_trap_alarms(small_run: Any) -> None:
    outcome = scored(small_run)
    assert outcome.figures["planted"] == 3
    assert outcome.passed, "\n".join(outcome.details)


def test_robots_was_obeyed_from_the_first_request_on(small_run: Any) -> None:
    assert small_run.visits.forbidden == 0
    for visited in small_run.visits.visits.values():
        assert next(iter(visited.paths)) == "/robots.txt"


def test_nearly_every_post_of_the_boards_is_read_once(small_run: Any) -> None:
    boards = {outlet.id for outlet in BOARDS}
    ids = {doc.id for batch in small_run.house.store.to_analyse("999999", 500) for doc in batch}
    posted = [document_id(post.source, post.native_id) for post in small_run.invented.posts if post.source in boards]
    assert len(posted) > 1000
    assert len(ids & set(posted)) >= 0.99 * len(posted)


def test_days_are_those_of_the_posts_and_never_of_the_visit(small_run: Any) -> None:
    posts = {post.native_id: post for post in small_run.invented.posts}
    wrong = 0
    for batch in small_run.house.store.to_analyse("999999", 500):
        for doc in batch:
            assert doc.date_source != "fetched"
            wrong += doc.day == local_day(doc.fetched_at, "Asia/Kuala_Lumpur")
    assert posts
    assert wrong == 0


def test_a_repost_storm_counts_once_for_each_topic(small_run: Any) -> None:
    store, truth = small_run.house.store, small_run.invented.truth
    storm = [id_ for id_, label in truth.labels.items() if label == "storm"]
    assert len(storm) >= 30
    counted = [f for id_ in storm for f in store.findings(id_) if f.counted and f.topic == "signal:any"]
    assert len(counted) <= 2


def test_every_spike_walks_back_to_posts_and_quoted_words(small_run: Any) -> None:
    store = small_run.house.store
    for spike in store.spikes():
        findings = store.findings_behind(
            spike.stream, spike.topic, spike.level, spike.place_id, spike.opened, spike.peak
        )
        assert {f.group_id for f in findings}
        for finding in findings:
            document = store.document(finding.document_id)
            text = document.title if finding.field == "title" else document.text
            assert text[finding.start : finding.end] == finding.quote
            assert finding.rule
            assert finding.version


def test_a_spike_tells_the_words_that_rose_with_it(small_run: Any) -> None:
    told = [spike for spike in small_run.house.store.spikes() if spike.terms]
    assert told
    assert all(share.groups > (share.expected or 0) for spike in told for share in spike.terms)
    assert all(share.groups <= spike.observed for spike in told for share in spike.terms)
    assert not {share.value for spike in told for share in spike.terms} & function_words("ms")


def test_a_second_run_changes_nothing(small_run: Any) -> None:
    house = small_run.house
    before = house.store.tallies()
    spikes = house.store.spikes()
    for name in ("read", "analyse", "count", "detect", "brief"):
        steps.MAIN_LINE[name](house)
    after = house.store.tallies()
    assert after == before
    assert house.store.spikes() == spikes


def test_the_digest_shows_no_small_count_and_no_text_of_a_post(small_run: Any) -> None:
    page = next((small_run.house.home / "digests").glob("*-public.html")).read_text(encoding="utf-8")
    assert "posts bearing indicators" in page.lower() or "posts" in page.lower()
    assert "trafficking found" not in page.lower()
    assert "://" not in page.replace("http://www.w3.org/2000/svg", "")
    some = [
        doc.text for batch in small_run.house.store.to_analyse("999999", 200) for doc in batch if len(doc.text) > 60
    ]
    assert not any(text[:60] in page for text in some[:500])


def run_with(make_house: Any, home: Path, seed: int, size: Any, changes: Mapping[str, Any]) -> Any:
    house = make_house(home)
    invented = world.make(seed, LAST_DAY, size, **changes)
    with server.serve(invented) as served:
        cards.write(invented, served.addresses, house.home)
        steps.crawl(house)
    for name in ("read", "analyse", "count", "detect"):
        steps.MAIN_LINE[name](house)
    return type("Run", (), {"house": house, "invented": invented})


@pytest.fixture(scope="module")
def changed_run(tmp_path_factory: pytest.TempPathFactory, make_house: Any, small_run: Any) -> Any:
    """The same world with the labour plant six weeks earlier, recruitment in another city, and no needs: half a minute
    more of a suite that runs the world once."""
    here = plant(small_run.invented, "recruitment").spots[0].name
    elsewhere = next(spot.name for spot in small_run.invented.truth.cities if spot.name != here)
    changes = {"shift_weeks": {"labour": -6}, "move": {"recruitment": elsewhere}, "without": ("needs",)}
    return run_with(make_house, tmp_path_factory.mktemp("changed") / "home", UNSEEN_SMALL, "small", changes)


@pytest.mark.full
def test_a_plant_moved_by_six_weeks_moves_its_alarm(small_run: Any, changed_run: Any) -> None:
    was, now = plant(small_run.invented, "labour"), plant(changed_run.invented, "labour")
    assert (was.start - now.start).days == 42
    assert all(spike.opened >= was.start for spike in told_of(small_run, "labour"))
    moved = told_of(changed_run, "labour")
    assert moved
    assert all(now.start <= spike.opened < was.start for spike in moved)


@pytest.mark.full
def test_a_plant_moved_to_another_city_moves_its_alarm(small_run: Any, changed_run: Any) -> None:
    was, now = plant(small_run.invented, "recruitment"), plant(changed_run.invented, "recruitment")
    assert was.spots[0].id != now.spots[0].id
    assert told_of(changed_run, "recruitment")
    scored_changed = scored(changed_run)
    assert scored_changed.passed, "\n".join(scored_changed.details)


@pytest.mark.full
def test_a_plant_removed_removes_its_alarm(small_run: Any, changed_run: Any) -> None:
    was = plant(small_run.invented, "needs")
    assert told_of(small_run, "needs")
    assert not told_of(changed_run, "needs")
    there = {spot.id for spot in was.spots}
    for spike in changed_run.house.store.spikes():
        assert not (spike.topic in was.topics and spike.place_id in there and was.start <= spike.opened <= was.end)


# What rests after a run: every file is opened and searched.
LEAST_NAMES, LEAST_CONTACTS = 20, 100


def texts_of(folder: Path) -> Iterator[tuple[str, str]]:
    """Every text that a reader of the disk could see: (where, text). Databases are opened, archives unpacked."""
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        raw = path.read_bytes()
        yield str(path), raw.decode("utf-8", "replace")
        if raw.startswith(b"SQLite format 3"):
            yield from _rows(path)
        elif zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                for name in archive.namelist():
                    yield f"{path}!{name}", archive.read(name).decode("utf-8", "replace")
        elif raw.startswith(b"\x1f\x8b"):
            yield f"{path}!gz", gzip.decompress(raw).decode("utf-8", "replace")


def _rows(path: Path) -> Iterator[tuple[str, str]]:
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
        tables = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            for row in db.execute(f'SELECT * FROM "{table}"'):
                for value in row:
                    if isinstance(value, bytes):
                        yield f"{path}:{table}", value.decode("utf-8", "replace")
                    elif isinstance(value, str):
                        yield f"{path}:{table}", value


def test_no_planted_contact_or_name_rests_in_clear(small_run) -> None:
    truth = small_run.invented.truth
    assert len(truth.names) >= LEAST_NAMES
    assert len(truth.contacts) >= LEAST_CONTACTS
    wanted = AhoCorasick([*truth.contacts, *truth.names])
    found = {
        (where, hit)
        for where, text in texts_of(small_run.house.home)
        for hit in wanted.find_matches_as_strings(text, overlapping=True)
    }
    assert not found


def test_the_search_would_find_a_contact_that_rested(small_run, tmp_path: Path) -> None:
    contact = small_run.invented.truth.contacts[0]
    with sqlite3.connect(tmp_path / "leak.db") as db:
        db.execute("CREATE TABLE leak (held TEXT)")
        db.execute("INSERT INTO leak VALUES (?)", (f"call {contact} now",))
    assert any(contact in text for where, text in texts_of(tmp_path) if ":leak" in where)


def test_addresses_rest_sealed(small_run) -> None:
    posts = small_run.house.store.to_analyse("999", 50)
    documents = next(iter(posts))
    assert documents
    for document in documents:
        assert "http" not in document.sealed_url
        assert small_run.house.vault.unseal(document.sealed_url.encode()).startswith(b"http")


def test_keys_are_for_this_user_alone(small_run) -> None:
    keys = list((small_run.house.home / "keys").iterdir())
    assert keys
    assert all(path.stat().st_mode & 0o077 == 0 for path in keys)
    assert small_run.house.home.stat().st_mode & 0o077 == 0


@pytest.mark.full
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("seed", UNSEEN_FULL)
def test_a_full_world_of_an_unseen_seed_passes(
    honeyguide: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, seed: int
) -> None:
    """On one morning: another day is another world, and the day of a run should not decide what it says."""
    monkeypatch.setattr("flows.house.House", partial(House, clock=lambda: FULL_MORNING))
    done = honeyguide("demo", "--headless", "--json", "--seed", str(seed), "--home", str(tmp_path))
    figures = json.loads(done.stdout)
    assert done.returncode == 0, figures
    assert (figures["planted"], figures["found"], figures["false_alarms"]) == (3, 3, 0)
    assert figures["documents"] > 4000


def test_an_error_of_ours_is_told_without_its_text(capsys: pytest.CaptureFixture[str]) -> None:
    # The text of a foreign error may hold what a post says; only its kind and place are told.
    with pytest.raises(ValueError) as caught:
        raise ValueError("call Siti on 012-345 6789")
    assert tell_error(caught.value) == 1
    told = capsys.readouterr().err
    assert "ValueError" in told
    assert "Siti" not in told
