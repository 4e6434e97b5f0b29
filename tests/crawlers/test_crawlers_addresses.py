"""Which addresses a crawl may reach: none that is private in any disguise, none of another site, at every hop."""

from __future__ import annotations

import ipaddress
from typing import Any

import pytest
from crawlers_home import card_of
from crawlers_probe import probe
from crawlers_site import Reply, Site
from hypothesis import given
from hypothesis import strategies as st

from core.errors import CardError
from crawlers.guards import Bounds, GuardedResolver, is_public, literal_address, may_connect
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


def test_no_private_address_is_connected_to_in_any_disguise(site):
    port = site.address.rsplit(":", 1)[1]
    hosts = ["127.0.0.1", "2130706433", "0x7f.1", "0177.0.0.1", "[::ffff:127.0.0.1]", "[::1]", "localhost", "127.1"]
    site.pages["/"] = "secret"
    card = card_of(site, "listing", urls=[f"http://{host}:{port}/" for host in hosts], local=False)
    told = probe(card, list(card.urls), delay_seconds=0)
    assert site.log == []
    assert all(answer["status"] == 0 for answer in told["answers"].values())


def test_a_name_that_changes_its_address_is_judged_at_every_look_up():
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
