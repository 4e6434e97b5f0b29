"""A crawl that is killed, at any step or from outside, loses no page and brings none twice."""

from __future__ import annotations

import json
import math
import random
import subprocess
import sys
import time

import pytest
from crawlers_home import Home
from test_crawlers_listing import LINKS, fill

from core.settings import CrawlSettings
from crawlers.frontier import Frontier
from crawlers.inbox import Inbox


class Killed(BaseException):
    """Stands for kill -9: nothing catches it."""


def test_killed_at_any_step_nothing_is_lost_and_nothing_comes_twice(site, tmp_path, card_of, monkeypatch):
    fill(site, pages=2, each=2)
    card = card_of(site, "listing", "/list/0", selectors=LINKS)
    whole = Home(tmp_path / "whole", CrawlSettings())
    whole.visit(card)
    expected = sorted(parcel.url for parcel in whole.take(card))
    assert len(expected) == 4

    steps = 0
    countdown = 0

    def killing(original):
        def step(*args, **options):
            nonlocal countdown, steps
            steps += 1
            countdown -= 1
            if countdown == 0:
                raise Killed
            result = original(*args, **options)
            countdown -= 1
            if countdown == 0:
                raise Killed
            return result

        return step

    for where, name in (
        (Inbox, "put"),
        (Frontier, "complete"),
        (Frontier, "begin"),
        (Frontier, "next"),
        (Frontier, "end"),
    ):
        monkeypatch.setattr(where, name, killing(getattr(where, name)))
    for moment in range(1, 200):
        home = Home(tmp_path / str(moment), CrawlSettings())
        countdown = moment
        try:
            home.visit(card)
            killed = False
        except Killed:
            killed = True
        countdown = -1
        tally = home.visit(card)
        assert tally.stopped is None
        assert sorted(parcel.url for parcel in home.take(card)) == expected, moment
        if not killed:
            break
    assert moment > 20


@pytest.mark.parametrize("kills", [2, pytest.param(20, marks=[pytest.mark.full, pytest.mark.timeout(900)])])
def test_kill_9_of_the_real_process_loses_no_page(site, home, card_of, kills):
    """Each kill strikes in mid-crawl: after a drawn number of requests, and a drawn moment later."""
    pages = 7 * kills
    fill(site, pages=kills, each=7)
    site.robots = "User-agent: *\nCrawl-delay: 0.03\n"
    card = card_of(site, "listing", "/list/0", selectors=LINKS)
    job = {
        "card": card.model_dump(),
        "settings": {"contact": "tests"},
        "state": str(home.folder / "crawl"),
        "vault_folder": str(home.folder / "keys"),
    }
    chance = random.Random(4)
    for _ in range(kills):
        worker = subprocess.Popen(
            [sys.executable, "-m", "crawlers.worker"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
        )
        assert worker.stdin is not None
        until = len(site.asked()) + chance.randint(2, 6)
        site.most_asked = until + 1  # so that a busy machine, on which the kill comes late, does not end the crawl
        worker.stdin.write(json.dumps(job) + "\n")
        worker.stdin.flush()
        while len(site.asked()) < until:
            assert worker.poll() is None, "the crawl was over before the kill"
            time.sleep(0.005)
        time.sleep(chance.uniform(0, 0.05))
        worker.kill()
        worker.wait()
    site.most_asked = math.inf
    report = home.crawl(card)
    assert report.finished
    assert sorted(one.title for one in home.read(card)) == sorted(f"Ad {n}" for n in range(pages))
    assert len([path for path in site.asked() if path.startswith("/ad/")]) <= pages + 2 * kills


def test_a_worker_whose_parent_is_gone_stops(site, home, card_of):
    fill(site, pages=4, each=50)
    site.robots = "User-agent: *\nCrawl-delay: 0.1\n"
    card = card_of(site, "listing", "/list/0", selectors=LINKS)
    job = {
        "card": card.model_dump(),
        "settings": {},
        "state": str(home.folder / "s"),
        "vault_folder": str(home.folder / "k"),
    }
    worker = subprocess.Popen(
        [sys.executable, "-m", "crawlers.worker"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    told, _ = worker.communicate(json.dumps(job) + "\n", timeout=300)
    assert json.loads(told.splitlines()[-1])["result"]["stopped"] == "stopped by hand"
