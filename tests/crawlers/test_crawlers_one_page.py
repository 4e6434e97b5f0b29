"""One page alone: fetched with all the manners of a crawl, or read from where a browser left it."""

from __future__ import annotations

import gzip

import pytest
from crawlers_site import Reply
from hypothesis import given
from hypothesis import strategies as st

from core.errors import BadInput, CardError, NetworkAway
from crawlers.one_page import fetch_page
from crawlers.saved import LARGEST, opened

PAGE = "<html><body><h1>Rooms</h1><p>Words of the page.</p><a href=/other>next</a></body></html>"
MHTML = """From: <Saved by a browser>
Snapshot-Content-Location: https://b.example/t/9
Subject: Rooms
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="--part"

----part
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable
Content-Location: https://b.example/t/9

<p class=3D"post">Zimmer f=C3=BCr zwei</p>
----part
Content-Type: image/png
Content-Location: https://b.example/x.png

none
----part--
"""


def test_a_page_is_fetched_by_name_after_robots_txt_under_the_address_it_moved_to(site, home):
    site.pages["/old"] = Reply(status=302, headers={"Location": "/new"})
    site.pages["/new"] = PAGE
    got = fetch_page(site.address + "/old", home.settings, local=True)
    assert (got.url, got.body.decode()) == (site.address + "/new", PAGE)
    assert site.asked(robots=True) == ["/robots.txt", "/old", "/new"]
    assert "tests" in site.log[1][2]["User-Agent"]


def test_a_page_that_robots_txt_forbids_is_not_fetched_and_told_so(site, home):
    site.robots = "User-agent: *\nDisallow: /t/\n"
    with pytest.raises(BadInput, match=r"/t/9: not read: robots\.txt forbids it"):
        fetch_page(site.address + "/t/9", home.settings, local=True)
    assert site.asked() == []


def test_a_site_that_is_away_is_told_apart_from_one_that_refuses(home):
    with pytest.raises(NetworkAway, match="connection refused"):
        fetch_page("http://127.0.0.1:9/", home.settings, local=True)


@pytest.mark.parametrize("url", ["http://127.0.0.1/", "http://2130706433/", "http://[::ffff:10.0.0.1]/"])
def test_a_private_address_is_refused_in_every_disguise_before_anything_is_asked(home, url):
    with pytest.raises(CardError, match="private address"):
        fetch_page(url, home.settings)


def test_a_packed_page_and_a_page_with_its_parts_are_opened():
    assert opened(gzip.compress(PAGE.encode())).body == PAGE.encode()
    for text in (MHTML, MHTML.replace("\n", "\r\n")):
        page = opened(text.encode())
        assert (page.body.decode().strip(), page.url) == (
            '<p class="post">Zimmer für zwei</p>',
            "https://b.example/t/9",
        )
        assert "charset" in page.content_type


@given(st.binary(max_size=300))
def test_what_is_neither_packed_nor_in_parts_is_left_as_it_is(body):
    try:
        assert opened(body).body == body or body.startswith(b"\x1f\x8b")
    except BadInput:
        assert body.startswith(b"\x1f\x8b")


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (gzip.compress(PAGE.encode())[:40], "cut off"),
        (b"\x1f\x8bnonsense", "badly packed"),
        (gzip.compress(bytes(LARGEST + 1)), "more than"),
        (MHTML.replace("text/html", "text/css").encode(), "no page of HTML"),
    ],
    ids=["cut", "packed badly", "bomb", "no page"],  # of the bytes, ids would hold the time of packing
)
def test_a_file_that_holds_no_page_is_told_why(body, told):
    with pytest.raises(BadInput, match=told):
        opened(body)
