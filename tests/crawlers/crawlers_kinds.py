"""A small invented site, or file, of each of the ten kinds: what is served, and the card alone that reads it."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import crawlers_boards as boards
from crawlers_site import Reply, Site

WORDS = [
    "Cleaner wanted for a small hotel by the harbour, rooms are given, two days off in the week.",
    "Two cooks for a kitchen in the old town, evenings only, pay every Friday, ask for the owner.",
    "Pickers for the apple season from August on, caravan on the farm, bring your own boots.",
    "A family of five looks for somebody who keeps the house and minds the children after school.",
    "Night porter, English and one other language, uniform and one meal given by the house.",
    "Drivers with their own van for parcels in the northern districts, paid by the parcel.",
]
#: Names that stand on the sites and must stand on no golden page.
NAMES = ("Rosa Lind", "rosa_lind", "harbour", "caravan", "porter")
DAYS = [f"2026-11-{day:02d}" for day in (2, 3, 5, 8, 13, 21)]


@dataclass(frozen=True)
class Kind:
    """`fill` puts up the site, or the file, and gives the card's own fields; `new` is what is looked at."""

    name: str
    fill: Callable[[Site, Path], dict[str, Any]]
    new: str = "/"
    documents: int = 6
    authors: int = 6


def _json(data: Any) -> Reply:
    return Reply(json.dumps(data), kind="application/json")


def _article(number: int, head: str = "") -> str:
    text = "".join(f"<p>{WORDS[(number + n) % 6]} {WORDS[number]}</p>" for n in range(3))
    return (
        f"<html lang=en><head><title>Notice {number}</title><meta property='article:published_time' "
        f"content='{DAYS[number]}T08:00:00+00:00'>{head}</head><body><article><h1>Notice {number}</h1>"
        f"<p class='byline comment-author-rosa-lind'>By <a rel=author href=/author/rosa_lind>Rosa Lind</a></p>{text}"
        "</article></body></html>"
    )


def _feed(site: Site, _: Path) -> dict[str, Any]:
    items = "".join(
        f"<item><title>Notice {n}</title><link>{site.address}/n/{n}</link><author>rosa_lind</author>"
        f"<pubDate>{_rfc(n)}</pubDate><description>&lt;p&gt;{WORDS[n] * 20}&lt;/p&gt;</description></item>"
        for n in range(6)
    )
    feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>{items}</channel></rss>'
    site.pages["/feed"] = Reply(feed, kind="application/rss+xml")
    site.pages["/"] = "<html><link rel=alternate type='application/rss+xml' href=/feed><p>Hello</p></html>"
    return {"urls": [f"{site.address}/feed"], "document_kind": "article"}


def _rfc(number: int) -> str:
    from datetime import datetime
    from email.utils import format_datetime

    return format_datetime(datetime.fromisoformat(f"{DAYS[number]}T08:00:00+00:00"))


def _sitemap(site: Site, _: Path) -> dict[str, Any]:
    rows = "".join(f"<url><loc>{site.address}/n/{n}</loc><lastmod>{DAYS[n]}</lastmod></url>" for n in range(6))
    site.pages["/sitemap.xml"] = Reply(f"<urlset>{rows}</urlset>", kind="application/xml")
    site.pages["/"] = "<html><p>Hello</p></html>"
    site.pages.update({f"/n/{n}": _article(n) for n in range(6)})
    return {"urls": [f"{site.address}/sitemap.xml"], "document_kind": "article"}


def _listing(site: Site, _: Path) -> dict[str, Any]:
    rows = "".join(f"<li class=row><a href=/ad/{n}>Wanted by the water, number {n}</a></li>" for n in range(6))
    site.pages["/"] = f"<html lang=en><title>Ads</title><body><ul>{rows}</ul></body></html>"
    site.pages.update({f"/ad/{n}": _article(n) for n in range(6)})
    return {"urls": [f"{site.address}/"], "document_kind": "ad"}


def _forum(site: Site, _: Path) -> dict[str, Any]:
    links = "".join(f"<tr><td><a href=/viewtopic.php?t={n}>Talk {n}</a></td></tr>" for n in range(3))
    site.pages["/"] = f"<html lang=en><title>Board</title><body><table>{links}</table></body></html>"
    for n in range(3):
        site.pages[f"/viewtopic.php?t={n}"] = f"<html>{boards.phpbb3(boards.posts(8)[n * 2 : n * 2 + 2])}</html>"
    return {"urls": [f"{site.address}/"]}


def _discourse(site: Site, _: Path) -> dict[str, Any]:
    site.pages["/"] = "<html><head><meta name=generator content='Discourse 3.4.1 - https://x'></head><p>x</p></html>"
    site.pages["/latest.json"] = _json({"topic_list": {"topics": [{"id": 7, "posts_count": 6, "last_posted_at": "x"}]}})
    posts = [
        {
            "id": 100 + n,
            "post_number": n + 1,
            "username": "rosa_lind",
            "created_at": f"{DAYS[n]}T08:00:00.000Z",
            "cooked": f"<p>{WORDS[n]}</p>",
        }
        for n in range(6)
    ]
    stream = {"posts": posts, "stream": [one["id"] for one in posts]}
    site.pages["/t/7.json"] = _json({"title": "Work by the harbour", "post_stream": stream})
    return {"urls": [f"{site.address}/"]}


def _nodebb(site: Site, _: Path) -> dict[str, Any]:
    site.pages["/"] = "<html><body><p>x</p><script src='/assets/nodebb.min.js?v=1'></script></body></html>"
    topics = [{"slug": "3/work", "postcount": 6, "lastposttimeISO": "x"}]
    site.pages["/api/recent"] = _json({"topics": topics, "pagination": {"next": {"page": 1, "active": False}}})
    posts = [
        {
            "pid": n,
            "index": n,
            "content": f"<p>{WORDS[n]}</p>",
            "timestampISO": f"{DAYS[n]}T08:00:00.000Z",
            "user": {"username": "rosa_lind"},
        }
        for n in range(6)
    ]
    site.pages["/api/topic/3/work"] = _json({"tid": 3, "title": "Work by the harbour", "posts": posts})
    return {"urls": [f"{site.address}/"]}


def _mastodon(site: Site, _: Path) -> dict[str, Any]:
    site.pages["/tags/work"] = "<html><body><div id=mastodon></div></body></html>"
    statuses = [
        {
            "id": str(900 - n),
            "uri": f"https://m.example/{900 - n}",
            "url": f"https://m.example/@rosa_lind/{900 - n}",
            "created_at": f"{DAYS[n]}T08:00:00Z",
            "content": f"<p>{WORDS[n]}</p>",
            "account": {"acct": "rosa_lind"},
            "visibility": "public",
            "language": "en",
        }
        for n in range(6)
    ]
    site.pages["/api/v1/timelines/tag/work?limit=40"] = _json(statuses)
    site.pages["/api/v1/timelines/tag/work?limit=40&max_id=895"] = _json([])
    return {"urls": [f"{site.address}/tags/work"]}


def _rows() -> list[dict[str, Any]]:
    return [
        {
            "id": f"A-{n}",
            "title": f"Notice {n}",
            "body": WORDS[n],
            "author": "rosa_lind",
            "posted": DAYS[n],
            "city": "Ipoh",
        }
        for n in range(6)
    ]


def _api(site: Site, _: Path) -> dict[str, Any]:
    site.pages["/ads"] = _json({"data": {"rows": _rows()[:3]}, "next": "/ads?c=2"})
    site.pages["/ads?c=2"] = _json({"data": {"rows": _rows()[3:]}, "next": None})
    mapping = {name: name for name in ("title", "author")}
    mapping |= {
        "items": "data.rows",
        "next": "next",
        "native_id": "id",
        "text": "body",
        "date": "posted",
        "place": "city",
    }
    return {"urls": [f"{site.address}/ads"], "mapping": mapping}


def _table(_: Site, folder: Path) -> dict[str, Any]:
    rows = _rows()
    lines = [",".join(rows[0]), *(",".join(f'"{value}"' for value in row.values()) for row in rows)]
    (folder / "ads.csv").write_text("\n".join(lines) + "\n")
    columns = {"native_id": ["id"], "title": "title", "text": ["body"], "published": "posted"}
    columns |= {"author": "author", "place": ["city"]}
    return {"urls": [], "paths": ["ads.csv"], "columns": columns}


def _warc(_: Site, folder: Path) -> dict[str, Any]:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with (folder / "news.warc.gz").open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for n in range(6):
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
            body = io.BytesIO(_article(n).encode())
            when = {"WARC-Date": "2026-11-25T10:00:00Z"}
            writer.write_record(
                writer.create_warc_record(
                    f"https://news.example/{n}", "response", payload=body, http_headers=headers, warc_headers_dict=when
                )
            )
    return {"urls": [], "paths": ["news.warc.gz"], "document_kind": "article"}


KINDS = {
    one.name: one
    for one in (
        Kind("feed", _feed),
        Kind("sitemap", _sitemap, authors=0),
        Kind("listing", _listing, authors=0),
        Kind("forum", _forum),
        Kind("discourse", _discourse),
        Kind("nodebb", _nodebb),
        Kind("mastodon", _mastodon, new="/tags/work"),
        Kind("json", _api, new="/ads"),
        Kind("warc", _warc, new="news.warc.gz", authors=0),
        Kind("table", _table, new="ads.csv"),
    )
}
