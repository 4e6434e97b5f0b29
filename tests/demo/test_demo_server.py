"""The invented sites are served as real ones are, and can be walked from the front page by links alone."""

import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from datetime import date, timedelta
from html import unescape
from pathlib import Path
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

import pytest

from core.cards import Service, Source, load_cards
from demo import cards
from demo.server import Served, serve
from demo.sites.render import DISALLOWED, render
from demo.sources import IKLAN, LANTERN, LAPAK, OUTLETS
from demo.world import World, make

LAST = date(2026, 3, 1)


@pytest.fixture(scope="module")
def world() -> World:
    return make(4, LAST, "small")


@pytest.fixture(scope="module")
def served(world: World) -> Iterator[Served]:
    with serve(world) as running:
        yield running


def _get(url: str, **headers: str) -> tuple[int, dict[str, str], str]:
    asked = urllib.request.Request(url, headers={name.replace("_", "-"): value for name, value in headers.items()})
    try:
        with urllib.request.urlopen(asked, timeout=10) as answer:
            return answer.status, dict(answer.headers), answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, dict(error.headers), error.read().decode()


def _walk(pages: dict[str, str], base: str, robots: RobotFileParser) -> set[str]:
    seen, waiting = set(), ["/"]
    while waiting:
        path = waiting.pop()
        if path in seen or not robots.can_fetch("Honeyguide", base + path):
            continue
        seen.add(path)
        for link in re.findall(r"(?:href|<link>|<loc>)[=>]?[\"']?([^\"'<>\s]+)", pages.get(path, "")):
            url = urljoin(base + path, unescape(link)).split("#")[0]
            if url.startswith(base):
                waiting.append(url.removeprefix(base))
    return seen


def _robots(served: Served, source: str) -> RobotFileParser:
    parser = RobotFileParser()
    parser.parse(_get(f"{served.addresses[source]}/robots.txt")[2].splitlines())
    return parser


@pytest.mark.parametrize("source", [outlet.id for outlet in OUTLETS])
def test_every_page_is_reached_from_the_front_page_by_links(served: Served, source: str) -> None:
    base = served.addresses[source]
    pages = {path: found.body.decode() for path, found in served.pages[source].items()}
    reached = _walk(pages, base, _robots(served, source))
    assert set(pages) - reached <= {"/sitemap.xml", "/feed.xml", "/index.php"}


@pytest.mark.parametrize("source", [outlet.id for outlet in OUTLETS])
def test_no_link_outside_the_closed_paths_is_dead(served: Served, source: str) -> None:
    base = served.addresses[source]
    pages = {path: found.body.decode() for path, found in served.pages[source].items()}
    dead = {path for path in _walk(pages, base, _robots(served, source)) if path not in pages}
    assert not dead


def test_every_post_stands_whole_on_a_page(world: World, served: Served) -> None:
    for outlet in OUTLETS:
        everything = unescape("".join(found.body.decode() for found in served.pages[outlet.id].values()))
        everything = everything.replace("<br>\n", "\n")
        posts = world.of(outlet.id)
        assert all(post.text in everything for post in posts if outlet is not LANTERN)
        assert all(post.text.split(". ")[0] in everything for post in posts)


def test_a_page_is_served_with_validators_and_answers_304(served: Served) -> None:
    url = f"{served.addresses[LAPAK.id]}/ads/"
    status, headers, body = _get(url)
    assert status == 200
    assert "lk-row" in body
    assert _get(url, If_None_Match=headers["ETag"])[0] == 304
    assert _get(url, If_Modified_Since=headers["Last-Modified"])[0] == 304
    assert _get(url, If_None_Match='"other"')[0] == 200
    assert _get(url, If_Modified_Since="nonsense")[0] == 200


def test_an_unknown_page_is_not_found(served: Served) -> None:
    assert _get(f"{served.addresses[IKLAN.id]}/nothing")[0] == 404


def test_robots_closes_paths_and_asks_for_a_pause(served: Served) -> None:
    for outlet in OUTLETS:
        robots = _robots(served, outlet.id)
        assert robots.can_fetch("Honeyguide", served.addresses[outlet.id] + "/")
    text = _get(f"{served.addresses[LAPAK.id]}/robots.txt")[2]
    assert "Crawl-delay: 0.02" in text
    assert not _robots(served, LAPAK.id).can_fetch("Honeyguide", "/go/1")


@pytest.mark.parametrize("source", [outlet.id for outlet in OUTLETS])
def test_every_site_tempts_with_links_that_robots_closes(served: Served, source: str) -> None:
    robots, base = _robots(served, source), served.addresses[source]
    text = "".join(found.body.decode() for found in served.pages[source].values())
    links = {unescape(link) for link in re.findall(r"href=[\"']([^\"']+)", text)}
    assert any(not robots.can_fetch("Honeyguide", urljoin(base, link)) for link in links)


def test_a_visit_to_a_closed_path_is_booked(world: World) -> None:
    with serve(world) as running:
        assert running.forbidden == 0
        _get(f"{running.addresses[LAPAK.id]}/go/1")
        _get(f"{running.addresses[LAPAK.id]}/ads/")
        assert running.forbidden == 1
        assert running.visits[LAPAK.id].paths["/ads/"] == 1


def test_the_world_can_be_served_as_it_stood_on_an_earlier_evening(world: World) -> None:
    earlier = LAST - timedelta(days=60)
    with serve(world, until=earlier) as running:
        newest = max(re.findall(r"(\d\d)/(\d\d)/(\d{4})", _get(f"{running.addresses[LAPAK.id]}/ads/")[2]), key=_day)
    assert _day(newest) <= earlier


def _day(found: tuple[str, str, str]) -> date:
    return date(int(found[2]), int(found[1]), int(found[0]))


def test_the_full_world_has_at_most_two_thousand_pages() -> None:
    with serve(make(4, LAST, "full")) as running:
        assert 1000 < sum(len(pages) for pages in running.pages.values()) <= 2000


def test_no_page_tells_the_truth(served: Served) -> None:
    told = re.compile(r"plant|storm|signal|label|sign:|trap", re.IGNORECASE)
    for pages in served.pages.values():
        for found in pages.values():
            marks = re.findall(r"<[^>]+>", found.body.decode())
            assert not any(told.search(mark) for mark in marks if "href" not in mark and "description" not in mark)


def test_cards_and_services_are_valid_and_say_where_the_sites_are(world: World, served: Served, tmp_path: Path) -> None:
    paths = cards.write(world, served.addresses, tmp_path)
    found = {card.id: card for _, card in load_cards(tmp_path / "sources", Source)}
    assert len(paths) == len(found) == len(OUTLETS)
    assert all(card.urls[0].startswith(served.addresses[card.id]) and card.local for card in found.values())
    assert {card.stream for card in found.values()} == {"posts", "news", "advocacy"}
    services = [service for _, service in load_cards(tmp_path / "services", Service)]
    assert {service.place for service in services} == {spot.name for spot in world.truth.cities}
    assert all("invented" in service.name for service in services)


@pytest.mark.parametrize("seed", range(1, 7))
def test_robots_closes_no_page_that_holds_a_post(seed: int) -> None:
    world = make(seed, LAST, "small")
    for outlet in OUTLETS:
        paths = render(world, outlet, "http://127.0.0.1:1")
        assert not [path for path in paths if path.startswith(DISALLOWED[outlet.make])]


def test_the_order_of_a_query_does_not_matter(served: Served) -> None:
    base = served.addresses["demo-sembang"]
    assert _get(f"{base}/viewforum.php?start=30&f=2") == _get(f"{base}/viewforum.php?f=2&start=30")
    assert _get(f"{base}/viewforum.php?start=30&f=2")[0] == 200
