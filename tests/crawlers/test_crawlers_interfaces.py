"""Boards that offer JSON, and web archives."""

from __future__ import annotations

import json
from typing import Any

import pytest
from crawlers_site import Reply

from core.errors import CardError


def answer(data: Any) -> Reply:
    return Reply(json.dumps(data), kind="application/json")


def discourse(site, posts=25):
    def post(number):
        return {
            "id": 100 + number,
            "post_number": number,
            "username": f"u{number % 3}",
            "created_at": f"2026-11-{number % 20 + 1:02d}T08:00:00.000Z",
            "cooked": f"<p>Post <b>number</b> {number} of the talk.</p>",
        }

    stream = [100 + n for n in range(1, posts + 1)]
    site.pages["/latest.json"] = answer(
        {
            "topic_list": {
                "topics": [{"id": 7, "slug": "work", "posts_count": posts, "last_posted_at": "x"}],
                "more_topics_url": "/latest?no_definitions=true&page=1",
            }
        }
    )
    site.pages["/latest.json?no_definitions=true&page=1"] = answer(
        {"topic_list": {"topics": [{"id": 8, "posts_count": 1}]}}
    )
    pages = [[post(n) for n in range(1, posts + 1)][at : at + 20] for at in range(0, posts, 20)]
    for number, part in enumerate(pages, 1):
        path = "/t/7.json" + (f"?page={number}" if number > 1 else "")
        site.pages[path] = answer({"title": "Work abroad", "post_stream": {"posts": part, "stream": stream}})
    hidden = {**post(1), "id": 999, "hidden": True}
    site.pages["/t/8.json"] = answer({"title": "Other", "post_stream": {"posts": [hidden], "stream": [999]}})


def test_a_discourse_forum_is_read_through_its_json_to_the_last_page(site, home, card_of):
    discourse(site)
    card = card_of(site, "discourse", "/")
    tally = home.visit(card)
    posts = sorted(home.read(card), key=lambda one: int(one.text.split()[2]))
    assert tally.stopped is None
    assert [one.text for one in posts] == [f"Post number {n} of the talk." for n in range(1, 26)]
    assert (posts[0].title, posts[0].kind, posts[1].kind, posts[24].kind) == ("Work abroad", "post", "reply", "reply")
    assert (posts[0].author, posts[0].date_source, str(posts[0].published_day)) == ("u1", "interface", "2026-11-02")
    assert len({one.thread for one in posts}) == 1


def test_a_grown_topic_is_asked_for_again_and_an_unchanged_one_is_not(site, home, card_of):
    discourse(site)
    card = card_of(site, "discourse", "/")
    home.visit(card)
    site.forget()
    home.visit(card)
    assert site.asked() == ["/latest.json"]
    site.forget()
    discourse(site, posts=27)
    home.visit(card)
    assert "/t/7.json?page=2" in site.asked()
    assert "/t/8.json" not in site.asked()


def test_a_nodebb_forum_is_read_through_its_interface(site, home, card_of):
    def topic(number, index, page):
        post = {
            "pid": index,
            "index": index,
            "content": f"<p>Words {index}</p>",
            "timestampISO": "2026-11-02T00:00:00Z",
        }
        following = {"page": page + 1, "active": page < 2}
        return {
            "tid": number,
            "title": "T",
            "posts": [{**post, "user": {"username": "ann"}}],
            "pagination": {"next": following},
        }

    topics = [{"slug": "3/talk", "postcount": 2, "lastposttimeISO": "x"}]
    site.pages["/api/recent"] = answer({"topics": topics, "pagination": {"next": {"page": 1, "active": False}}})
    site.pages["/api/topic/3/talk"] = answer(topic(3, 0, 1))
    site.pages["/api/topic/3/talk?page=2"] = answer(topic(3, 1, 2))
    card = card_of(site, "nodebb", "/")
    home.visit(card)
    posts = {one.text: one for one in home.read(card)}
    assert set(posts) == {"Words 0", "Words 1"}
    assert (posts["Words 0"].title, posts["Words 0"].author, posts["Words 1"].kind) == ("T", "ann", "reply")


def test_a_mastodon_tag_is_read_back_in_time_and_later_only_what_is_new(site, home, card_of):
    def status(number, **more):
        return {
            "id": str(number),
            "uri": f"https://m.example/{number}",
            "url": f"https://m.example/@ann/{number}",
            "created_at": "2026-11-02T08:00:00Z",
            "content": f"<p>Toot {number}</p>",
            "account": {"acct": "ann"},
            "visibility": "public",
            "language": "en",
            **more,
        }

    first = "/api/v1/timelines/tag/work?limit=40"
    unlisted = [
        status(8, visibility="unlisted"),
        status(7, reblog={"id": 1}),
        status(6, account={"acct": "b", "noindex": True}),
    ]
    site.pages[first] = answer([status(9), *unlisted])
    site.pages["/api/v1/timelines/tag/work?limit=40&max_id=6"] = answer([status(5)])
    site.pages["/api/v1/timelines/tag/work?limit=40&max_id=5"] = answer([])
    card = card_of(site, "mastodon", "/tags/work")
    home.visit(card)
    assert sorted(one.text for one in home.read(card)) == ["Toot 5", "Toot 9"]
    site.forget()
    home.visit(card)
    assert site.asked() == [first]


def test_any_json_is_read_by_a_mapping(site, home, card_of):
    mapping = {
        "items": "data.rows",
        "next": "data.more",
        "native_id": "id",
        "title": "name",
        "text": "[body, extra.note]",
        "date": "when",
        "place": "[city, country.name]",
    }
    row = {
        "id": 1,
        "name": "Cook",
        "body": "<p>Cooks wanted.</p>",
        "extra": {"note": "Rooms free."},
        "when": "2026-11-02",
    }
    where = {"city": "Ipoh", "country": {"name": "Malaysia"}}
    site.pages["/api"] = answer({"data": {"rows": [{**row, **where}], "more": "/api?c=2"}})
    site.pages["/api?c=2"] = answer({"data": {"rows": [{**row, "id": 2, "name": "Maid", "when": None}], "more": None}})
    card = card_of(site, "json", "/api", mapping=mapping)
    home.visit(card)
    found = {one.title: one for one in home.read(card)}
    assert set(found) == {"Cook", "Maid"}
    assert (found["Cook"].place_claim, found["Cook"].native_id) == ("Ipoh, Malaysia", "1")
    assert str(found["Cook"].published_day) == "2026-11-02"
    assert found["Maid"].published_day is None


@pytest.mark.parametrize(
    ("mapping", "fault"),
    [
        ({"text": "x"}, "needs 'mapping.items'"),
        ({"items": "x", "text": "y[", "title": "z"}, r"field 'mapping.text': 'y\[' is no JMESPath"),
        ({"items": "x", "text": "y", "titel": "z"}, r"unknown name 'titel' \(did you mean 'title'\?\)"),
    ],
)
def test_a_faulty_mapping_is_named(site, home, card_of, mapping, fault):
    with pytest.raises(CardError, match=fault):
        home.crawl(card_of(site, "json", "/api", mapping=mapping))


@pytest.mark.parametrize("kind", ["discourse", "nodebb", "mastodon"])
def test_an_answer_of_another_shape_is_an_error_and_not_a_crash(site, home, card_of, kind):
    from crawlers.spiders import entries_of

    card = card_of(site, kind, "/")
    path = entries_of(card)[0].url.removeprefix(site.address)
    for body in ('{"error": "login required"}', "<html>no</html>", "[1]", '{"topic_list": 3}', "null"):
        site.pages[path] = Reply(body, kind="application/json")
        assert home.visit(card).stopped is None


def test_pages_of_a_web_archive_are_read_as_fetched_then(site, home, card_of):
    import io

    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    words = "Two men were charged on Monday with keeping workers' passports at a farm in the hills. " * 4
    page = f"<html><body><article><h1>Charged</h1><p>{words}</p></article></body></html>"
    with (home.folder / "a.warc.gz").open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for path, kind, body in (
            ("/n", "text/html", page),
            ("/p.png", "image/png", "x"),
            ("/other", "text/html", page),
        ):
            headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
            writer.write_record(
                writer.create_warc_record(
                    f"https://news.example{path}",
                    "response",
                    payload=io.BytesIO(body.encode()),
                    http_headers=headers,
                    warc_headers_dict={"WARC-Date": "2026-11-03T10:00:00Z"},
                )
            )
    card = card_of(site, "warc", paths=["a.warc.gz"], urls=[], mapping={"exclude": "/other"}, document_kind="article")
    report = home.crawl(card)
    (one,) = home.read(card)
    assert (report.pages, report.parcels) == (1, 1)
    assert (one.title, str(one.fetched_at), one.published_day) == ("Charged", "2026-11-03 10:00:00+00:00", None)
    assert home.crawl(card).parcels == 0
