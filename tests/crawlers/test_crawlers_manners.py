"""Manners, each over real servers and the real downloader."""

from __future__ import annotations

import time
from contextlib import ExitStack
from typing import Any

import pytest
from crawlers_home import card_of
from crawlers_probe import probe
from crawlers_site import Reply, Site, serving

from crawlers.manners import agreed_delay, retry_after

OURS = 1.5  # seconds
ROBOTS: dict[str, Any] = {
    "closed": "User-agent: *\nDisallow: /private\nCrawl-delay: 0.01\n",
    "none": None,
    "gone": Reply("gone", 410),
    "401": Reply("who are you", 401),
    "403": Reply("no", 403),
    "429": Reply("slower", 429),
    "500": Reply("broken", 500),
    "silent": Reply("x" * 50, drip=0.5),
    "huge": "User-agent: *\nDisallow:\n" + "# words\n" * 100_000,
    "round": Reply("", 301, {"Location": "/robots.txt"}),
    "moved": Reply("", 301, {"Location": "/rules.txt"}),
    "away": None,  # to a site that is not on the card, and would allow it
    "slow": "User-agent: *\nCrawl-delay: 0.6\n",
    "ours": "User-agent: *\nDisallow:\n",
    "sleepy": "User-agent: *\nCrawl-delay: 0.01\n",
    "named": "User-agent: Honeyguide\nDisallow: /\n\nUser-agent: *\nAllow: /\n",
}


class Sleepy:
    """Takes its time over the first page it is asked for, and none over the others."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def __call__(self, _: Any) -> Reply:
        if len(self._site.asked()) == 1:
            time.sleep(0.8)
        return Reply("a page")


@pytest.fixture(scope="module")
def asked():
    """All sites asked at once, by one process: answers and logs by the name of the robots.txt."""
    with ExitStack() as stack:
        sites = {
            # Each on an address of its own (all are this machine): the pause is kept for each host apart.
            name: stack.enter_context(serving(Site(robots=robots), host=f"127.0.0.{number}"))
            for number, (name, robots) in enumerate(ROBOTS.items(), 2)
        }
        for name, one in sites.items():
            one.pages.update({f"{prefix}/{n}": f"page {n} of {name}" for prefix in ("", "/private") for n in range(12)})
        sites["sleepy"].pages.update({f"/{n}": Sleepy(sites["sleepy"]) for n in range(3)})
        sites["moved"].pages["/rules.txt"] = Reply("User-agent: *\nDisallow: /\n", kind="text/plain")
        elsewhere = stack.enter_context(serving(Site()))
        sites["away"].robots = Reply("", 302, {"Location": f"{elsewhere.address}/robots.txt"})
        card = card_of(sites["none"], "listing", "/", urls=[one.address for one in sites.values()])
        urls = [one.address + f"/{n}" for one in sites.values() for n in range(3)]
        urls += [sites["closed"].address + f"/private/{n}" for n in range(12)]
        told = probe(card, urls, delay_seconds=OURS, timeout_seconds=5)
        told["sites"] = {**sites, "elsewhere": elsewhere}
        yield told


def fetched(asked: dict[str, Any], name: str) -> list[str]:
    return asked["sites"][name].asked()


def why(asked: dict[str, Any], name: str) -> str:
    return asked["answers"][asked["sites"][name].address + "/0"]["refused"]


def test_twelve_closed_pages_asked_at_once_are_not_fetched_one_of_them(asked):
    assert sorted(fetched(asked, "closed")) == ["/0", "/1", "/2"]


def test_robots_txt_is_asked_for_once_however_many_wait_for_it(asked):
    assert asked["sites"]["closed"].asked(robots=True).count("/robots.txt") == 1


@pytest.mark.parametrize("name", ["none", "gone"])
def test_without_a_robots_txt_a_site_may_be_read(asked, name):
    assert sorted(fetched(asked, name)) == ["/0", "/1", "/2"]


@pytest.mark.parametrize("name", ["401", "403", "429", "500", "silent", "huge", "round"])
def test_a_robots_txt_that_cannot_be_read_closes_the_site(asked, name):
    assert fetched(asked, name) == []
    assert "robots.txt could not be read" in why(asked, name)


def test_a_robots_txt_that_moved_is_followed_on_its_own_site_only(asked):
    assert fetched(asked, "moved") == ["/rules.txt"]
    assert why(asked, "moved") == "robots.txt forbids it"
    assert fetched(asked, "away") == []
    assert asked["sites"]["elsewhere"].log == []


def test_rules_for_our_name_are_ours(asked):
    assert fetched(asked, "named") == []


@pytest.mark.parametrize(("name", "least"), [("slow", 0.5), ("ours", 0.9 * OURS)])
def test_the_pause_is_the_sites_own_and_without_one_ours(asked, name, least):
    moments = [moment for moment, path, _ in asked["sites"][name].log if path != "/robots.txt"]
    # Over all gaps, as a busy machine notes one request late and the next in time.
    assert (moments[-1] - moments[0]) / (len(moments) - 1) >= least


def test_a_site_that_names_a_short_pause_is_not_held_up_by_ours(asked):
    first, *_, last = [moment for moment, path, _ in asked["sites"]["closed"].log if path != "/robots.txt"]
    assert last - first < 2 * OURS  # a busy machine may take its time over the three pages


def test_a_slow_answer_slows_us_though_the_site_allows_more(asked):
    first, second, third = [moment for moment, path, _ in asked["sites"]["sleepy"].log if path != "/robots.txt"]
    assert second - first >= 0.8
    assert third - second >= 0.3


def test_one_connection_a_site(asked):
    assert {one.most_open for name, one in asked["sites"].items() if one.log and name != "silent"} == {1}


def test_the_agent_gives_its_name_and_a_contact(asked):
    agents = {headers["User-Agent"] for one in asked["sites"].values() for _, _, headers in one.log}
    assert agents == {"Honeyguide/0.1 (+tests)"}


def test_no_control_port_is_open(asked):
    assert asked["listening"] == []


@pytest.mark.parametrize(
    ("site", "card", "own", "agreed"),
    [
        (None, None, 1.0, 1.0),
        (None, 3.0, 1.0, 3.0),
        (None, 0.0, 1.0, 0.0),
        (0.02, None, 1.0, 0.02),
        (0.02, 2.0, 1.0, 2.0),
        (0.0, None, 1.0, 0.01),
        (30.0, 2.0, 1.0, 30.0),
    ],
)
def test_who_sets_the_pause(site, card, own, agreed):
    assert agreed_delay(site, card, own) == agreed


def test_retry_after_is_a_number_or_a_date():
    from datetime import UTC, datetime

    now = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
    assert retry_after("120", now) == 120
    assert retry_after("Mon, 23 Nov 2026 10:01:00 GMT", now) == 60
    assert retry_after("Mon, 23 Nov 2026 09:00:00 GMT", now) == 0
    assert retry_after("soon", now) is None
    assert retry_after(None, now) is None


def test_retry_after_is_waited_for_and_the_page_asked_again(site, home, card_of):
    busy = iter([Reply("busy", 503, {"Retry-After": "7"}), Reply("<a class=ad href=/ad/1>1</a>")])
    site.pages["/"] = lambda _: next(busy)
    site.pages["/ad/1"] = "<h1>One</h1><p class=body>Words of the ad.</p>"
    pauses: list[float] = []

    async def pause(seconds: float) -> None:
        pauses.append(seconds)

    card = card_of(site, "listing", "/", selectors={"link": "a.ad", "title": "h1", "text": ".body"})
    tally = home.visit(card, pause=pause)
    assert (pauses, site.asked(), dict(tally.errors)) == ([7.0], ["/", "/", "/ad/1"], {"HTTP 503": 1})


def test_a_long_retry_after_ends_the_visit_and_is_kept_at_the_next(site, home, card_of):
    site.pages["/"] = Reply("later", 429, {"Retry-After": "86400"})
    card = card_of(site, "listing", "/")
    assert "left alone until" in (home.visit(card).stopped or "")
    assert "left alone until" in (home.visit(card).stopped or "")
    assert site.asked() == ["/"]


def test_repeated_errors_end_the_visit(site, home, card_of):
    links = "".join(f"<a class=ad href=/ad/{n}>{n}</a>" for n in range(50))
    site.pages["/"] = links
    site.pages.update({f"/ad/{n}": Reply("broken", 500) for n in range(50)})
    card = card_of(site, "listing", "/", selectors={"link": "a.ad"})
    tally = home.visit(card)
    assert "errors in a row" in (tally.stopped or "")
    assert len(site.asked()) <= 21


def test_a_paused_source_is_not_visited(site, home, card_of):
    card = card_of(site, "listing", "/", status="paused")
    report = home.crawl(card)
    assert site.asked(robots=True) == []
    assert not report.finished
    assert "paused" in report.alarms[0]
