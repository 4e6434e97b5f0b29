"""Pages whose address leads elsewhere: what is gone is withdrawn, what only moved keeps its id and its first day."""

from __future__ import annotations

import pytest
from crawlers_site import Reply
from test_crawlers_forum import WITH
from test_crawlers_forum import fill as fill_forum
from test_crawlers_listing import LINKS, ad, fill, listing
from test_crawlers_memory import Days

from core.ids import document_id
from crawlers.extract import postings
from privacy.addresses import canonical


class Watch:
    """A site visited again and again; what each visit read and told gone, by the ids of documents."""

    def __init__(self, home, card):
        self.home, self.card, self.clock = home, card, Days()

    def visit(self, **later):
        self.clock.later(**later)
        self.home.visit(self.card, self.clock)
        found = [postings(parcel, self.card) for parcel in self.home.take(self.card)]
        self.read = {
            document_id(self.card.id, one.native_id or canonical(one.url)): one
            for each in found
            for one in each.postings
        }
        self.gone = {identity for each in found for identity in each.gone}
        return self


def led(target, status=301):
    return Reply(status=status, headers={"Location": target})


@pytest.fixture
def watch(site, home, card_of):
    fill(site, pages=1, day=None)
    return Watch(home, card_of(site, "listing", "/list/0", selectors=LINKS, timezone="UTC")).visit()


def id_of(watch, number):
    return next(identity for identity, one in watch.read.items() if one.title == f"Ad {number}")


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_an_ad_that_leads_to_the_list_is_gone_by_whatever_redirect(site, watch, status):
    wanted = id_of(watch, 1)
    site.pages["/ad/1"] = led("/list/0", status)
    assert watch.visit(days=8).gone == {wanted}


@pytest.mark.parametrize(("status", "gone"), [(301, True), (302, False), (308, True)])
def test_an_ad_that_leads_to_another_ad_is_gone_where_that_is_said_to_last(site, watch, status, gone):
    wanted = id_of(watch, 1)
    site.pages["/ad/1"] = led("/ad/0", status)
    assert watch.visit(days=8).gone == ({wanted} if gone else set())


def test_an_ad_that_leads_to_a_log_in_for_once_is_not_gone_and_keeps_its_words(site, watch):
    wanted = id_of(watch, 1)
    site.pages["/ad/1"] = led("/login", 302)
    site.pages["/login"] = ad(99, None)
    watch.visit(days=8)
    assert (watch.gone, wanted in watch.read) == (set(), False)


def test_an_ad_that_moved_keeps_its_id_and_its_day_until_it_is_gone_from_its_new_address_too(site, watch):
    wanted = id_of(watch, 1)
    site.pages["/ad/1"] = led("/offer/one")
    site.pages["/offer/one"] = ad(1, None).replace("Cleaner", "Driver")
    watch.visit(days=1).visit(days=1).visit(days=6.5)
    one = watch.read[wanted]
    assert (watch.gone, one.url.endswith("/offer/one"), "Driver" in one.text) == (set(), True, True)
    assert (one.published_day, one.date_source) == (None, None), "it is not new, only its address is"
    del site.pages["/offer/one"]
    assert watch.visit(days=8).gone == {wanted}


def test_of_two_ads_that_lead_to_one_page_for_good_one_goes_on_there(site, watch):
    first, second = id_of(watch, 0), id_of(watch, 1)
    site.pages["/ad/0"] = site.pages["/ad/1"] = led("/offers")
    site.pages["/offers"] = ad(1, None)
    watch.visit(days=8)
    assert watch.gone | (watch.read.keys() & {first, second}) == {first, second}
    assert len(watch.gone) == 1


def test_an_ad_linked_in_another_spelling_is_the_same_ad(site, watch):
    before = set(watch.read)
    site.pages["/list/0"] = listing(["0/", "1/", "2/"])
    for number in range(3):
        site.pages[f"/ad/{number}/"] = ad(number, None)
        site.pages[f"/ad/{number}"] = led(f"/ad/{number}/")
    watch.visit(days=1)
    assert (set(watch.read), {one.date_source for one in watch.read.values()}) == (before, {None})
    assert watch.visit(days=8).gone == set()
    del site.pages["/ad/1/"]
    assert len(watch.visit(days=20).gone & before) == 1


def test_an_ad_that_leads_to_another_site_is_gone_but_a_site_that_moved_is_not(site, watch):
    wanted = id_of(watch, 1)
    site.pages["/ad/1"] = led("https://elsewhere.example/welcome")
    site.pages["/ad/2"] = led("https://elsewhere.example/ad/2")
    assert watch.visit(days=8).gone == {wanted}


def test_posts_of_a_thread_that_moved_keep_their_ids_and_of_one_led_to_the_front_are_gone(site, home, card_of):
    fill_forum(site)
    watch = Watch(home, card_of(site, "forum", "/f", selectors=WITH)).visit()
    first, second = ({one for one, post in watch.read.items() if f"/t/{n}" in post.url} for n in (1, 2))
    site.pages["/thread/two"] = site.pages["/t/2"]
    site.pages["/t/2"], site.pages["/t/1"] = led("/thread/two"), led("/f", 302)
    watch.visit(days=8)
    assert second <= watch.read.keys()
    assert watch.gone & (first | second) <= first
    assert watch.gone
    del site.pages["/thread/two"]
    assert watch.visit(days=8).gone >= second


def test_an_ad_with_an_id_of_its_own_is_told_gone_by_it(site, home, card_of):
    fill(site, pages=1)
    card = card_of(site, "listing", "/list/0", selectors={**LINKS, "native_id": "h1"})
    watch = Watch(home, card).visit()
    wanted = id_of(watch, 1)
    assert wanted == document_id(card.id, "Ad 1")
    del site.pages["/ad/1"]
    assert watch.visit(days=8).gone == {wanted}
