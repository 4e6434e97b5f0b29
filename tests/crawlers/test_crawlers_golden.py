"""Golden pages keep a page's structure and nothing of what anybody wrote."""

from __future__ import annotations

import re

import crawlers_boards as boards
import crawlers_boards_later as later
import pytest
from test_crawlers_boards import read, words

from crawlers.extract.page import Page
from crawlers.golden import golden, golden_data
from crawlers.invented import address
from crawlers.invented import words as invented_words

ALL = {**boards.KNOWN, **boards.OTHERS, **later.LATER, **later.MET}


@pytest.mark.parametrize("name", ALL)
def test_a_golden_page_reads_like_its_original_in_all_but_words(name):
    talk = boards.posts(8)
    markup = f"<html>{ALL[name](talk)}</html>"
    made = golden(Page("https://b.example/t/9", markup.encode(), "text/html"))
    before, after = read(markup), read(made)
    assert [(one.published_day, bool(one.author)) for one in after] == [
        (one.published_day, bool(one.author)) for one in before
    ]
    assert [len(words(one.text)) for one in after] == [len(words(one.text)) for one in before]


@pytest.mark.parametrize("name", ALL)
def test_a_golden_page_holds_no_word_or_name_of_the_original(name):
    talk = boards.posts(8)
    made = golden(Page("https://b.example/t/9", f"<html>{ALL[name](talk)}</html>".encode(), "text/html"))
    text = re.sub(r"(class|id|component|itemprop|itemtype|rel|name|property)=\"[^\"]*\"", "", made)
    for said in ("packing", "river", "contract", "mira_k", "Tante", "sungai88", "bricklayer"):
        assert said.lower() not in text.lower(), said


def test_the_same_word_is_always_replaced_alike():
    page = Page("https://b.example/", b"<p>Rooms, rooms and ROOMS</p><a href='/t/rooms.9/post-4'>x</a>", "text/html")
    made = re.findall(r"[A-Za-z]{5}", re.sub(r"<[^>]*>", " ", golden(page)))
    assert len({one.lower() for one in made}) == 1
    assert "/post-4" in golden(page)


def test_account_names_in_class_names_and_comments_go_too_and_structured_data_stays_readable():
    page = Page(
        "https://b.example/",
        b"<html><!-- by Rosa K --><p class='comment comment-author-rosa-k author-box'>Hello</p>"
        b'<script type=\'application/ld+json\'>{"@type": "Comment", "author": "Rosa K", "text": "Hello",'
        b' "datePublished": "2026-11-02T08:00:00Z"}</script></html>',
        "text/html",
    )
    made = golden(page, ["Rosa K"])
    assert "rosa" not in made.lower()
    assert "author-box" in made
    assert '"@type": "Comment"' in made
    assert "2026-11-02T08:00:00Z" in made


def test_numbers_that_may_be_somebodys_become_others_in_json_and_dates_and_small_ones_stay():
    made = golden_data({"phone": 60123456789, "id": 42, "created_at": 1793600000, "when": "2026-11-02T08:00:00Z"})
    assert made["phone"] != 60123456789
    assert {name: made[name] for name in ("id", "created_at", "when")} == {
        "id": 42,
        "created_at": 1793600000,
        "when": "2026-11-02T08:00:00Z",
    }


def test_a_telephone_number_in_an_address_goes_and_numbers_of_items_stay():
    told = [
        address(f"https://ads.test/ads/siti-{one}/8?t=12345678") for one in ("0127749083", "012-774-9083", "1234567")
    ]
    assert not any("0127749083" in re.sub(r"\D", "", one) for one in told)
    assert "-1234567/8?t=12345678" in told[2]
    assert told[0] == address("https://ads.test/ads/siti-0127749083/8?t=12345678")
    assert address("/2026-11-30/a").startswith("/2026-11-30/")
    body = b'<html><body><p id="call-0127749083" class="p7">Call</p><a href="#call-0127749083">c</a></body></html>'
    page = golden(Page("https://ads.test/1", body, "text/html"))
    assert "0127749083" not in page
    assert 'class="p7"' in page


def test_a_name_written_like_a_date_is_none():
    assert "Rosa" not in invented_words("Rosa 12, 1999 called on 12 May 2026 at 10:30")
    assert "12 May 2026 at 10:30" in invented_words("Rosa 12, 1999 called on 12 May 2026 at 10:30")
