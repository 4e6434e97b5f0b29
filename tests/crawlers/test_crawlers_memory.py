"""The frontier's memory: posts dated by when they were first seen, what changed, what is gone, what rests sealed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from crawlers_home import Home
from test_crawlers_listing import LINKS, ad, fill, listing

from core.ids import document_id
from core.settings import CrawlSettings
from crawlers.extract import postings
from crawlers.inbox import Inbox
from privacy.vault import Vault


class Days:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 2, 3, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=1)
        return self.now

    def later(self, **more: float) -> None:
        self.now += timedelta(**more)


@pytest.mark.parametrize(("days", "dated"), [(1, True), (2, True), (3, False)])
def test_an_undated_ad_is_dated_to_the_day_it_was_first_seen_if_that_is_sure(site, home, card_of, days, dated):
    fill(site, pages=1, day=None)
    card = card_of(site, "listing", "/list/0", selectors=LINKS, timezone="Asia/Kuala_Lumpur")
    clock = Days()
    home.visit(card, clock)
    assert {(one.published_day, one.date_source) for one in home.read(card)} == {(None, None)}, (
        "a first crawl dates nothing"
    )
    clock.later(days=days - 0.1)
    site.pages["/list/0"] = listing([7, 0, 1, 2])
    site.pages["/ad/7"] = ad(7, None)
    home.visit(card, clock)
    (one,) = home.read(card)
    seen = clock.now.date()
    assert (one.published_day, one.date_source) == ((seen, "first_seen") if dated else (None, None))
    assert one.published_at is None


def test_a_clock_that_was_set_back_between_two_visits_dates_nothing(site, home, card_of):
    fill(site, pages=1, day=None)
    card = card_of(site, "listing", "/list/0", selectors=LINKS, timezone="Asia/Kuala_Lumpur")
    clock = Days()
    clock.later(days=365)
    home.visit(card, clock)
    home.read(card)
    clock.later(days=-364)
    site.pages["/list/0"] = listing([7, 0, 1, 2])
    site.pages["/ad/7"] = ad(7, None)
    home.visit(card, clock)
    (one,) = home.read(card)
    assert (one.published_day, one.date_source) == (None, None), "the visits may lie any time apart"


def test_of_undated_ads_on_one_page_only_the_new_ones_are_dated(site, home, card_of):
    def page(*numbers):
        return "".join(f"<li id=ad{n}><b>Ad {n}</b><p>Words of ad number {n}.</p></li>" for n in numbers)

    site.pages["/"] = page(1, 2)
    card = card_of(site, "listing", "/", selectors={"item": "li", "title": "b", "text": "p"}, timezone="UTC")
    clock = Days()
    home.visit(card, clock)
    first = home.read(card)
    assert {one.date_source for one in first} == {None}, "a first crawl dates nothing"
    ids = {one.title: one.native_id for one in first}
    clock.later(days=1)
    site.pages["/"] = page(3, 1, 2)
    home.visit(card, clock)
    found = {one.title: one for one in home.read(card)}
    assert {title: one.date_source for title, one in found.items()} == {
        "Ad 3": "first_seen",
        "Ad 1": None,
        "Ad 2": None,
    }
    assert all(found[title].native_id == native for title, native in ids.items()), "ids hold from visit to visit"
    clock.later(days=1)
    site.pages["/"] = page(4, 3, 1)
    home.visit(card, clock)
    later = {one.title: one for one in home.read(card)}
    assert later["Ad 3"].published_day == found["Ad 3"].published_day, "a date once given stays"


def test_a_first_crawl_cut_short_dates_nothing_when_it_goes_on_a_day_later(site, home, card_of):
    fill(site, pages=2, each=3, day=None)
    clock = Days()
    assert home.visit(card_of(site, "listing", "/list/0", selectors=LINKS, max_pages=2), clock).stopped
    clock.later(days=1)
    card = card_of(site, "listing", "/list/0", selectors=LINKS)
    assert home.visit(card, clock).stopped is None
    ads = home.read(card)
    assert (len(ads), {one.date_source for one in ads}) == (6, {None})


def test_an_edited_ad_comes_again_under_its_id_when_its_time_has_come(site, home, card_of):
    fill(site, pages=1)
    card = card_of(site, "listing", "/list/0", selectors=LINKS)
    clock = Days()
    home.visit(card, clock)
    before = {one.title: one.url for one in home.read(card)}
    clock.later(days=8)
    site.pages["/ad/1"] = ad(1).replace("Cleaner", "Driver")
    home.visit(card, clock)
    (edited,) = home.read(card)
    assert (edited.url, "Driver" in edited.text) == (before["Ad 1"], True)


def test_an_ad_that_never_changes_is_looked_at_ever_more_seldom(site, home, card_of):
    fill(site, pages=1, each=1)
    card = card_of(site, "listing", "/list/0", selectors=LINKS)
    clock = Days()
    asked = []
    for days in (0, 8, 8, 8, 16):
        clock.later(days=days)
        site.forget()
        home.visit(card, clock)
        asked.append("/ad/0" in site.asked())
    assert asked == [True, True, False, True, False]


def test_an_ad_gone_from_its_site_is_told_by_its_id(site, home, card_of):
    fill(site, pages=1)
    card = card_of(site, "listing", "/list/0", selectors=LINKS)
    clock = Days()
    home.visit(card, clock)
    url = next(one.url for one in home.read(card) if one.title == "Ad 1")
    clock.later(days=8)
    del site.pages["/ad/1"]
    home.visit(card, clock)
    gone = [one for parcel in home.take(card) for one in postings(parcel, card).gone]
    assert gone == [document_id(card.id, url)]


def test_posts_of_a_thread_that_is_gone_are_told_by_their_ids(site, home, card_of):
    from test_crawlers_forum import WITH
    from test_crawlers_forum import fill as fill_forum

    fill_forum(site)
    card = card_of(site, "forum", "/f", selectors=WITH)
    clock = Days()
    home.visit(card, clock)
    ids = {document_id(card.id, one.native_id or "") for one in home.read(card) if "/t/2" in one.url}
    clock.later(days=8)
    del site.pages["/t/2"]
    home.visit(card, clock)
    gone = {one for parcel in home.take(card) for one in postings(parcel, card).gone}
    assert gone == ids


def test_no_address_rests_in_clear(site, home, card_of):
    fill(site, pages=1)
    site.pages["/list/0"] = (
        site.pages["/list/0"].replace("/ad/1", "/ad/1?user=jane.doe")
        + "<a class=ad href=http://evil.example/jane.doe>x</a>"
    )
    site.pages["/ad/1?user=jane.doe"] = ad(1)
    card = card_of(site, "listing", "/list/0", selectors=LINKS)
    home.visit(card)
    # The posts of a thread are known by its address.
    site.pages["/f"] = "<a class=topic href=/t/jane.doe>A topic</a>"
    site.pages["/t/jane.doe"] = "".join(f"<div class=post id=p{n}><p class=w>Words {n}</p></div>" for n in range(3))
    talk = {"thread": "a.topic", "item": "div.post", "text": ".w"}
    assert home.visit(card_of(site, "forum", "/f", id="a-forum", selectors=talk)).new == 3
    for path in home.folder.rglob("*"):
        if path.is_file():
            assert b"jane.doe" not in path.read_bytes(), path
            assert b"127.0.0.1" not in path.read_bytes(), path


def test_addresses_are_found_again_by_a_hash_that_only_the_homes_own_key_gives(site, tmp_path, card_of):
    import sqlite3
    from contextlib import closing

    fill(site, pages=1)
    site.pages["/list/0"] += "<a class=ad href=http://other.example/>x</a>"
    card = card_of(site, "listing", "/list/0", selectors=LINKS)
    keys: list[set[str]] = []
    for name in ("one", "two"):
        home = Home(tmp_path / name, CrawlSettings())
        home.visit(card)
        with closing(sqlite3.connect(home.folder / "crawl" / "frontier" / f"{card.id}.db")) as book:
            keys += [{row[0] for row in book.execute(f"SELECT key FROM {table}")} for table in ("page", "refusal")]
    pages, refused, pages_elsewhere, refused_elsewhere = keys
    assert (len(pages), len(refused)) == (4, 1)
    assert not pages & pages_elsewhere
    assert not refused & refused_elsewhere


def test_the_inbox_gives_back_what_was_put_in_order_and_once(tmp_path):
    from core.records import Parcel

    inbox = Inbox(tmp_path / "inbox.db", Vault.open(tmp_path / "keys"))
    now = datetime(2026, 11, 2, tzinfo=UTC)
    parcels = [
        Parcel(str(n), "a" if n % 2 else "b", f"http://x/{n}", now, "text/html", bytes([n]) * n, {"n": str(n)})
        for n in range(9)
    ]
    assert inbox.put(parcels) == 9
    assert inbox.put(parcels) == 0
    assert [one for batch in inbox.waiting(2) for one in batch] == parcels
    assert [one.id for batch in inbox.waiting(2, "a") for one in batch] == ["1", "3", "5", "7"]
    inbox.done(["1", "3"])
    assert inbox.size() == 7


def test_a_locked_inbox_and_a_wrong_key_are_told_in_one_sentence(tmp_path):
    from core.errors import KeyMismatch, StoreAway
    from core.records import Parcel

    path = tmp_path / "inbox.db"
    inbox = Inbox(path, Vault.open(tmp_path / "keys"))
    inbox.put([Parcel("1", "a", "http://x", datetime(2026, 11, 2, tzinfo=UTC), "", b"x")])
    with pytest.raises(KeyMismatch):
        list(Inbox(path, Vault.open(tmp_path / "other")).waiting(1))
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"no database " * 1000)
    with pytest.raises(StoreAway, match=r"broken\.db"):
        Inbox(broken, Vault.open(tmp_path / "keys"))
