"""All ten kinds from a card alone, over a real server: crawled, proposed by looking, and held by a golden page."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any, get_args

import pytest
from crawlers_kinds import DAYS, KINDS, NAMES, WORDS

from core.cards import Source, load_card
from crawlers.check import check
from crawlers.golden_set import faults
from crawlers.scaffold import Proposal, propose


def test_every_kind_of_card_is_among_them():
    assert set(KINDS) == set(get_args(Source.model_fields["kind"].annotation))


@pytest.mark.parametrize("kind", KINDS)
def test_a_site_of_this_kind_is_read_from_its_card_alone(kind, site, home, card_of):
    one = KINDS[kind]
    card = card_of(site, kind, **one.fill(site, home.folder))
    home.crawl(card) if kind in ("table", "warc") else home.visit(card)
    found = home.read(card)
    assert len(found) == one.documents
    assert all(post.published_day for post in found)
    assert sum(bool(post.author) for post in found) >= one.authors
    if kind != "forum":  # its talk is that of crawlers_boards
        assert sorted(str(post.published_day) for post in found) == DAYS
        assert all(any(words in post.text for post in found) for words in WORDS)


@pytest.mark.full
@pytest.mark.parametrize("kind", KINDS)
def test_a_crawl_with_all_manners_brings_the_same(kind, site, home, card_of):
    one = KINDS[kind]
    card = card_of(site, kind, **one.fill(site, home.folder))
    report = home.crawl(card)
    assert (report.finished, report.alarms, len(home.read(card))) == (True, (), one.documents)


def proposed(kind: str, site: Any, home: Any) -> Proposal:
    one = KINDS[kind]
    one.fill(site, home.folder)
    new = str(home.folder / one.new) if kind in ("table", "warc") else site.address + one.new
    return propose(new, home.settings, local=True)


@pytest.mark.parametrize(
    "kind", [pytest.param(kind, marks=() if kind in ("table", "warc") else pytest.mark.full) for kind in KINDS]
)
def test_a_card_is_proposed_that_works_with_samples_a_golden_page_and_its_test(kind, site, home):
    one = KINDS[kind]
    made = proposed(kind, site, home)
    assert made.good, made.sentences
    assert (made.kind, len(made.samples)) == (kind, one.documents)
    assert all(sample.published_day for sample in made.samples)
    assert made.golden is not None, made.sentences
    folder = home.folder / "my-sources"
    folder.mkdir()
    for name, body in made.files().items():
        (folder / name).write_bytes(body)
        assert name.endswith(".yml") or not any(word.lower() in body.decode().lower() for word in NAMES), name
    (path,) = folder.glob("*.yml")
    card = load_card(path, Source)
    assert (card.status, faults(card, folder)) == ("unverified", ())
    told = folder / f"{card.id}.expected.json"
    expected = json.loads(told.read_text())
    expected["documents"][0]["published"] = "2026-01-01"
    told.write_text(json.dumps(expected))
    assert "document 1: its published was '2026-01-01' and is now" in faults(card, folder)[0]
    result = check(card, base=folder, settings=home.settings, online=False)
    assert (result.good, "golden page reads otherwise" in result.sentences[-1]) == (False, True)


@pytest.mark.full
def test_the_test_that_was_written_runs(site, home):
    made = proposed("table", site, home)
    for name, body in made.files().items():
        (home.folder / name).write_bytes(body)
    run = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "--rootdir",
        str(home.folder),
        str(home.folder),
    ]
    assert subprocess.run(run, check=False, capture_output=True, cwd=home.folder).returncode == 0
    expected = next(home.folder.glob("*.expected.json"))
    expected.write_text(expected.read_text().replace('"table"', '"selector"'))
    assert subprocess.run(run, check=False, capture_output=True, cwd=home.folder).returncode == 1
