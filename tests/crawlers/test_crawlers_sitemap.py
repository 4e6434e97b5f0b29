"""Sitemaps: indexes, packed ones, dates of change; what the card includes and excludes."""

import gzip

import pytest
from crawlers_site import Reply

from core.errors import BadInput
from crawlers.spiders import sitemap as sitemap_spider

TEXT = "Wanted for a house in the hills: someone who cooks, cleans and can start at once. " * 3


def sitemap(site, *pages):
    inner = "".join(f"<url><loc>{site.address}{path}</loc><lastmod>{day}</lastmod></url>" for path, day in pages)
    return f"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{inner}</urlset>"


def fill(site):
    index = "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap><loc>{}/a.xml.gz</loc></sitemap></sitemapindex>"
    site.pages["/sitemap.xml"] = Reply(index.format(site.address), kind="application/xml")
    packed = gzip.compress(
        sitemap(site, ("/ad/1", "2026-11-01"), ("/ad/2", "2026-11-02"), ("/about", "2026-01-01")).encode()
    )
    site.pages["/a.xml.gz"] = Reply(packed, kind="application/gzip")
    for number in (1, 2):
        site.pages[f"/ad/{number}"] = (
            f"<html><body><article><h1>Ad {number}</h1><p>{number}. {TEXT}</p></article></body></html>"
        )


def test_pages_of_a_packed_sitemap_are_read_and_the_excluded_left_alone(site, home, card_of):
    fill(site)
    card = card_of(site, "sitemap", "/sitemap.xml", mapping={"include": "/ad/"})
    home.visit(card)
    assert sorted(site.asked()) == ["/a.xml.gz", "/ad/1", "/ad/2", "/sitemap.xml"]
    assert sorted(one.title for one in home.read(card)) == ["Ad 1", "Ad 2"]


def test_only_pages_whose_date_of_change_moved_are_fetched_again(site, home, card_of):
    fill(site)
    card = card_of(site, "sitemap", "/sitemap.xml", mapping={"include": "/ad/"})
    home.visit(card)
    site.forget()
    packed = gzip.compress(sitemap(site, ("/ad/1", "2026-11-01"), ("/ad/2", "2026-11-09")).encode())
    site.pages["/a.xml.gz"] = Reply(packed, kind="application/gzip")
    home.visit(card)
    assert sorted(site.asked()) == ["/a.xml.gz", "/ad/2", "/sitemap.xml"]


def test_a_sitemap_that_is_a_bomb_is_an_error_and_not_a_crash(site, home, card_of):
    site.pages["/a.xml.gz"] = Reply(gzip.compress(b"<urlset>" + b" " * 60_000_000), kind="application/gzip")
    card = card_of(site, "sitemap", "/a.xml.gz")
    assert home.visit(card).errors == {"unreadable page": 1}


def test_a_sitemap_that_is_no_xml_is_told_by_its_place_and_not_by_what_stands_there(monkeypatch):
    # The lenient parser hardly ever raises; what a strict one raises quotes the page.
    strict = sitemap_spider.etree.fromstring
    monkeypatch.setattr(sitemap_spider.etree, "fromstring", lambda body, _: strict(body))
    with pytest.raises(BadInput, match="line 1, column") as told:
        sitemap_spider._parsed(b"<siti-0123456789:x/>")
    assert "siti" not in str(told.value)


def test_a_sitemap_cannot_make_us_ask_for_what_lies_on_this_machine(site, home, card_of, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text(f"{site.address}/what-it-says")
    body = f"<!DOCTYPE urlset [<!ENTITY told SYSTEM '{secret.as_uri()}'>]><urlset><url><loc>&told;</loc></url></urlset>"
    site.pages["/sitemap.xml"] = Reply(body, kind="application/xml")
    home.visit(card_of(site, "sitemap", "/sitemap.xml"))
    assert site.asked() == ["/sitemap.xml"]
