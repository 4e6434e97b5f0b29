"""What no site can make the crawler do."""

from __future__ import annotations

import gzip
import io
import ssl
from contextlib import ExitStack
from typing import Any

import pytest
from crawlers_home import card_of
from crawlers_probe import probe
from crawlers_site import Reply, Site, serving

from core.errors import BadInput
from crawlers.extract import postings
from crawlers.extract.page import Page, decode

HOSTILE: dict[str, Any] = {
    "/image": Reply(b"\x89PNG" + b"x" * 100, kind="image/png"),
    "/pdf": Reply(b"%PDF", kind="application/pdf"),
    "/zip": Reply(b"PK\x03\x04", kind="application/zip"),
    "/lying": Reply(b"\x89PNG\r\n" + b"\x00\x01" * 500),
    "/big": Reply(b"x" * 5_000_000),
    "/endless": Reply(b"x" * 9_000_000, headers={"Content-Length": "9000000"}),
    "/bomb": Reply(gzip.compress(b"<p>" + b"a" * 200_000_000), headers={"Content-Encoding": "gzip"}),
    "/bad-gzip": Reply(b"\x1f\x8bnonsense", headers={"Content-Encoding": "gzip"}),
    "/headers": Reply("fine", headers={f"X-{n}": "y" * 8000 for n in range(20)}),
    "/long-header": Reply("fine", headers={"X": "y" * 500_000}),
    "/drip": Reply("x" * 200, drip=0.2),
    "/fine": Reply("<p>fine</p>"),
    "/refresh": Reply("<meta http-equiv=refresh content='0; url=/fine'><p>here</p>"),
    "/moved": Reply("", 302, {"Location": "/fine"}),
    "/no-type": Reply("<p>fine</p>", kind=None),
    "/cut-off": Reply("short", headers={"Content-Length": "50"}),
}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory, certified):
    """Hostile pages asked for by one process that may reach this machine, private ones by one that may not."""
    with ExitStack() as stack:
        one = stack.enter_context(serving(Site(robots=None, pages=dict(HOSTILE))))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        certified(folder := tmp_path_factory.mktemp("tls"))
        context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
        secure = stack.enter_context(serving(Site(robots=None, pages={"/": "fine"}), context))
        card = card_of(one, "listing", "/", urls=[one.address, secure.address])
        told = probe(
            card, [one.address + path for path in HOSTILE] + [secure.address + "/"], timeout_seconds=3, delay_seconds=0
        )
        yield {url.removeprefix(one.address): answer for url, answer in told["answers"].items()}


@pytest.mark.parametrize("path", ["/image", "/pdf", "/zip"])
def test_what_is_not_text_is_not_taken(hostile, path):
    assert "content type" in hostile[path]["refused"]


@pytest.mark.parametrize("path", ["/big", "/endless"])
def test_a_page_over_four_megabytes_is_not_taken(hostile, path):
    assert hostile[path] == {"status": 0, "size": 0, "refused": None, "failed": "too large"}


def test_a_decompression_bomb_is_not_unpacked(hostile):
    assert hostile["/bomb"]["refused"] == "too large when unpacked"


def test_bad_packing_is_an_error_and_not_a_crash(hostile):
    assert hostile["/bad-gzip"]["size"] < 100


@pytest.mark.parametrize("path", ["/headers", "/long-header"])
def test_gigantic_headers_are_not_taken(hostile, path):
    assert hostile[path]["size"] == 0
    assert hostile[path]["refused"] or hostile[path]["failed"]


def test_a_slow_drip_is_cut_off(hostile):
    assert hostile["/drip"]["failed"] == "timed out"


def test_a_certificate_nobody_vouches_for_is_refused(hostile):
    (answer,) = [answer for url, answer in hostile.items() if url.startswith("https:")]
    assert answer["refused"] == "robots.txt could not be read (invalid TLS certificate)"


def test_honest_pages_pass_among_them(hostile):
    assert hostile["/fine"]["status"] == 200
    assert hostile["/no-type"]["status"] == 200


def test_the_downloader_itself_follows_no_redirect(hostile):
    """Each hop is for the visit to judge (test_crawlers_addresses)."""
    assert (hostile["/refresh"]["status"], hostile["/refresh"]["size"]) == (200, len(HOSTILE["/refresh"].body))
    assert hostile["/moved"]["status"] == 302


def test_a_picture_that_says_it_is_html_becomes_a_dead_letter(site, home, card_of):
    site.pages = {"/": "<a class=ad href=/lying>x</a>", "/lying": HOSTILE["/lying"]}
    card = card_of(site, "listing", "/", selectors={"link": "a.ad", "text": "p"})
    home.visit(card)
    ((letter,),) = [postings(parcel, card).letters for parcel in home.take(card)]
    assert "not text, whatever its content type says" in letter.reason


def test_a_page_of_a_web_archive_over_four_megabytes_is_passed_over_and_counted(site, home, card_of):
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with (home.folder / "a.warc").open("wb") as file:
        writer = WARCWriter(file, gzip=False)
        for size in (4_000_001, 100):
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
            page = {"payload": io.BytesIO(b"x" * size), "http_headers": headers}
            writer.write_record(writer.create_warc_record(f"https://news.example/{size}", "response", **page))
    card = card_of(site, "warc", urls=[], paths=["a.warc"])
    report = home.crawl(card)
    assert (report.errors, [parcel.url for parcel in home.take(card)]) == (
        {"too large": 1},
        ["https://news.example/100"],
    )


def test_an_endless_calendar_ends_at_the_cards_limit(site, home, card_of):
    class Calendar(dict):
        def get(self, path, _=None):
            number = int(path.rsplit("/", 1)[1])
            if number > 200:  # so that without the limit the test fails, and does not hang
                return None
            return f"<a rel=next href=/day/{number + 1}>next</a><a class=ad href=/ad/{number}>x</a>"

    site.pages = Calendar()
    card = card_of(site, "listing", "/day/0", selectors={"link": "a.ad", "text": "p"}, max_pages=30)
    tally = home.visit(card)
    assert tally.pages == 30
    assert "max_pages" in (tally.stopped or "")


DEEP = "<div>" * 30_000 + "deep words that nobody should have to read" + "</div>" * 30_000


@pytest.mark.parametrize(
    "body",
    [
        DEEP.encode(),
        b"<b>" * 200_000,
        b"<p>null\x00bytes\x00</p>" * 20,
        "<p>\u202eevil\u202c bidi \u2066text\u2069</p>".encode() * 20,
        b"",
        b"\x00" * 5000,
        b"<html><body>" + b"<table><tr><td>" * 5000,
        b"<!DOCTYPE html [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><p>&b;</p>" * 50,
        bytes(range(256)) * 40,
        b"<?xml version='1.0' encoding='x-unknown-99'?><html><meta charset='klingon'><p>words</p></html>" * 5,
    ],
    ids=["deep", "unclosed", "nulls", "bidi", "empty", "only nulls", "tables", "entities", "all bytes", "klingon"],
)
@pytest.mark.parametrize("kind", ["listing", "forum", "feed", "sitemap"])
def test_hostile_pages_give_postings_or_dead_letters_and_no_crash(site, card_of, body, kind):
    from datetime import UTC, datetime

    from core.records import Parcel
    from crawlers.extract.page import Page
    from crawlers.spiders import first_role, walk_of

    card = card_of(site, kind, "/")
    for role in (first_role(card), "item", "thread"):
        parcel = Parcel("p", card.id, site.address + "/", datetime.now(UTC), "text/html", body, {"role": role})
        for one in postings(parcel, card).postings:
            assert "\x00" not in one.text
        try:
            walk_of(card)(Page(parcel.url, body, "text/html"), role, card)
        except Exception as error:
            assert type(error).__name__ == "BadInput"  # noqa: PT017


def test_deep_nesting_and_bodies_that_are_no_text_are_refused_and_null_bytes_taken_out():
    with pytest.raises(BadInput, match="nests"):
        _ = Page("https://b.example/", b"<div>" * 1500 + b"x", "text/html").tree
    with pytest.raises(BadInput, match="not text"):
        decode(b"%PDF-1.4 words", "text/html")
    assert decode(b"<p>one\x00two" + b" words" * 20, "text/html; charset=utf-8").startswith("<p>onetwo")
