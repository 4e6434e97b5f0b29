"""What no site can make the crawler do."""

from __future__ import annotations

import datetime as dt
import gzip
import ipaddress
import ssl
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from crawlers_home import card_of
from crawlers_probe import probe
from crawlers_site import Reply, Site, serving
from hypothesis import given
from hypothesis import strategies as st

from core.errors import BadInput, CardError
from crawlers.extract import postings
from crawlers.extract.page import Page, decode
from crawlers.guards import Bounds, is_public, literal_address, may_connect
from crawlers.refusals import refusals
from crawlers.validity import check_card

PRIVATE = [
    "127.0.0.1",
    "127.8.8.8",
    "0.0.0.0",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "ff02::1",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_a_private_address_is_known_in_every_disguise(address):
    assert not is_public(address)
    assert not may_connect(address, local=False)


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8"])
def test_a_public_address_is_let_through(address):
    assert may_connect(address, local=False)


def test_a_local_source_reaches_this_machine_and_no_other_private_one():
    assert may_connect("127.0.0.1", local=True)
    assert may_connect("::1", local=True)
    assert not may_connect("169.254.169.254", local=True)
    assert not may_connect("192.168.1.1", local=True)


@given(st.ip_addresses(v=4).filter(lambda one: not one.is_global))
def test_no_ipv4_address_that_is_not_global_passes_in_any_form(address: ipaddress.IPv4Address):
    number = int(address)
    for host in (str(address), str(number), hex(number), f"0{number:o}", f"[::ffff:{address}]"):
        literal = literal_address(host)
        assert literal is not None
        assert not is_public(literal)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "[::1]", "[::ffff:7f00:1]"]
)
def test_a_card_that_names_a_private_address_is_refused(host):
    card = card_of(Site(), "listing", urls=[f"http://{host}/"], local=False)
    with pytest.raises(CardError, match="private address"):
        check_card(card)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://other.example/x", "another site"),
        ("ftp://board.example/x", "not a web address"),
        ("file:///etc/passwd", "not a web address"),
        ("http://board.example:22/x", "another site"),
        ("http://board.example@127.0.0.1/", "private address"),
        ("http://board.example/" + "a" * 3000, "address too long"),
        ("http://[not-an-address/", "not a web address"),
    ],
)
def test_what_is_not_of_the_site_is_refused(url, why):
    assert Bounds(card_of(Site(), "listing", urls=["https://board.example/"], local=False)).refusal(url) == why


def test_the_same_site_with_and_without_www_and_tls_is_one():
    bounds = Bounds(card_of(Site(), "listing", urls=["https://www.board.example/"], local=False))
    assert bounds.refusal("http://board.example/x") is None


def certificate(folder: Path) -> Path:
    """A certificate nobody vouches for, with its key."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), now, now + dt.timedelta(1))
        .sign(key, hashes.SHA256())
        .public_bytes(serialization.Encoding.PEM)
    )
    plain = serialization.NoEncryption()
    held = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    path = folder / "cert.pem"
    path.write_bytes(made + held)
    return path


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
    "/no-type": Reply("<p>fine</p>", kind=None),
    "/cut-off": Reply("short", headers={"Content-Length": "50"}),
}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """Hostile pages asked for by one process that may reach this machine, private ones by one that may not."""
    with ExitStack() as stack:
        one = stack.enter_context(serving(Site(robots=None, pages=dict(HOSTILE))))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate(tmp_path_factory.mktemp("tls")))
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


def test_no_private_address_is_connected_to_in_any_disguise(site):
    port = site.address.rsplit(":", 1)[1]
    hosts = ["127.0.0.1", "2130706433", "0x7f.1", "0177.0.0.1", "[::ffff:127.0.0.1]", "[::1]", "localhost", "127.1"]
    site.pages["/"] = "secret"
    card = card_of(site, "listing", urls=[f"http://{host}:{port}/" for host in hosts], local=False)
    told = probe(card, list(card.urls), delay_seconds=0)
    assert site.log == []
    assert all(answer["status"] == 0 for answer in told["answers"].values())


def test_a_name_that_changes_its_address_is_judged_at_every_look_up():
    from crawlers.guards import GuardedResolver

    class Address:
        def __init__(self, host: str) -> None:
            self.host = host

    class Fickle:
        answers = iter(["93.184.216.34", "127.0.0.1"])

        def resolveHostName(self, receiver: Any, *_: Any) -> None:  # noqa: N802
            receiver.addressResolved(Address(next(self.answers)))

    class Reactor:
        nameResolver = Fickle()  # noqa: N815

    class Receiver:
        def __init__(self) -> None:
            self.got: list[str] = []

        def addressResolved(self, address: Address) -> None:  # noqa: N802
            self.got.append(address.host)

    resolver, receiver = GuardedResolver(Reactor(), local=False), Receiver()
    resolver.resolveHostName(receiver, "fickle.example")
    resolver.resolveHostName(receiver, "fickle.example")
    assert receiver.got == ["93.184.216.34"]


def test_redirects_are_judged_hop_by_hop(site, home, card_of):
    paths = ("loop", "meta", "away", "other", "home", "long0")
    site.pages["/"] = "".join(f"<a class=ad href=/{path}>x</a>" for path in paths)
    site.pages["/loop"] = Reply("", 302, {"Location": "/loop2"})
    site.pages["/loop2"] = Reply("", 302, {"Location": "/loop"})
    site.pages["/meta"] = "<meta http-equiv=refresh content='0; url=http://169.254.169.254/latest'><p class=t>Words</p>"
    site.pages["/away"] = Reply("", 301, {"Location": "http://169.254.169.254/latest/meta-data"})
    elsewhere = site.address.replace("127.0.0.1", "localhost")
    site.pages["/other"] = Reply("", 302, {"Location": f"{elsewhere}/of-another-site"})
    site.pages["/of-another-site"] = "<p class=t>Words of another site</p>"
    site.pages["/home"] = Reply("", 307, {"Location": "/new-home"})
    site.pages["/new-home"] = "<p class=t>Moved words</p>"
    site.pages.update({f"/long{n}": Reply("", 302, {"Location": f"/long{n + 1}"}) for n in range(30)})
    card = card_of(site, "listing", "/", selectors={"link": "a.ad", "text": ".t"})
    tally = home.visit(card)
    assert tally.stopped is None
    told = {"private address": 1, "leads to another site": 1, "redirects without end": 1}
    assert dict(tally.refused) == told
    assert "/of-another-site" not in site.asked()
    assert refusals(home.folder / "crawl") == {card.id: dict(tally.refused)}
    assert site.asked().count("/loop") == 1
    assert {one.text for one in home.read(card)} == {"Words", "Moved words"}


def test_an_endless_calendar_ends_at_the_cards_limit(site, home, card_of):
    class Calendar(dict):
        def get(self, path, _=None):
            number = int(path.rsplit("/", 1)[1])
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
