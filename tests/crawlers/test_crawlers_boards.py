"""Boards without selectors: posts, authors and times found on pages of many kinds of software."""

from __future__ import annotations

from datetime import UTC, datetime

import crawlers_boards as boards
import crawlers_boards_later as later
import pytest
from crawlers_home import card_of
from crawlers_site import Site

from core.records import Parcel, Posting
from crawlers.extract import postings

ALL = {**boards.KNOWN, **boards.OTHERS, **later.LATER, **later.MET}


def read(markup: str, role: str | None = "thread", url: str = "https://b.example/t/9") -> tuple[Posting, ...]:
    card = card_of(Site(), "forum", urls=["https://b.example/"], local=False)
    meta = {"role": role} if role else {}
    now = datetime(2026, 11, 23, tzinfo=UTC)
    parcel = Parcel("1", card.id, url, now, "text/html", f"<html>{markup}</html>".encode(), meta)
    return postings(parcel, card).postings


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("count", [8, 20])
def test_every_post_is_found_with_its_words_its_author_and_its_day_and_nothing_else(name, count):
    talk = boards.posts(count)
    found = [(words(one.text), one.author, one.published_day) for one in read(ALL[name](talk))]
    assert found == [(words(one.text), one.name, one.at.date()) for one in talk]


@pytest.mark.parametrize("name", ALL)
def test_posts_have_ids_of_their_own_that_hold_when_the_thread_grows(name):
    before = [one.native_id for one in read(ALL[name](boards.posts(8)))]
    after = [one.native_id for one in read(ALL[name](boards.posts(9)))]
    assert len(set(after)) == 9
    assert after[:8] == before


#: Software whose page of a single post tells too little: nothing repeats, and nothing bears the name of a post.
MUTE_ALONE = {"phpbb2", "plain_table", "malay_list"}


@pytest.mark.parametrize("name", sorted(set(ALL) - MUTE_ALONE))
def test_a_single_post_is_found_where_its_software_names_it(name):
    (one,) = boards.posts(1)
    assert [(words(got.text), got.author, got.published_day) for got in read(ALL[name]([one]))] == [
        (words(one.text), one.name, one.at.date())
    ]
