# ruff: noqa: E501 (texts and markup stand on lines of their own length)
"""Lapak Kita, a classified: listing pages that lead to item pages with JSON-LD, a place field and a feed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape

from demo.post import Post
from demo.sites.html import Resource, chunks, feed, html, newest, paragraphs, slug, where

PER_PAGE = 30
DISALLOWED = ("/go/", "/account/")
_HEAD = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title} | Lapak Kita</title>
<link rel="alternate" type="application/rss+xml" href="/rss.xml">{head}</head>
<body class="lk">
<header class="lk-top"><a href="/" class="lk-logo">Lapak Kita</a>
<nav><a href="/ads/">All ads</a> <a href="/safety">Safety tips</a> <a href="/account/login" rel="nofollow">Sign in</a></nav></header>
<main class="lk-main">
{body}
</main>
<footer class="lk-foot"><p>Lapak Kita is a free notice board. We do not check ads. <a href="/safety">Stay safe</a>.</p></footer>
</body></html>
"""


def render(posts: Sequence[Post], base: str) -> dict[str, Resource]:
    """All pages of the site by path."""
    ads = sorted(posts, key=lambda post: post.number, reverse=True)
    last = newest([post.at for post in ads])
    pages = {path(post): html(_item(post), post.at) for post in ads}
    listings = chunks(ads, PER_PAGE)
    for number, chosen in enumerate(listings, 1):
        pages[_listing_path(number)] = html(_listing(chosen, number, len(listings)), last)
    pages["/"] = html(
        _page("Free ads", "<h1>Welcome</h1><p>Buy, sell, rent, hire. <a href='/ads/'>See all ads</a></p>"), last
    )
    tips = "<h1>Safety tips</h1><p>Meet in public. Never pay a deposit for a job. Never hand over your passport.</p>"
    pages["/safety"] = html(_page("Safety tips", tips), last)
    pages["/rss.xml"] = feed("Lapak Kita", base, [(path(post), post.title, post.text, post.at) for post in ads[:50]])
    return pages


def path(post: Post) -> str:
    """Where an ad stands."""
    return f"/ad/{post.number}-{slug(post.title)}"


def _listing_path(number: int) -> str:
    return "/ads/" if number == 1 else f"/ads/page/{number}"


def _page(title: str, body: str, head: str = "") -> str:
    return _HEAD.format(title=escape(title), body=body, head=head)


def _listing(ads: Sequence[Post], number: int, count: int) -> str:
    rows = "\n".join(
        f'<li class="lk-row"><a class="lk-link" href="{path(post)}">{escape(post.title)}</a>'
        f' <span class="lk-town">{escape(post.city.name)}</span> <span class="lk-day">{post.at:%d/%m/%Y}</span></li>'
        for post in ads
    )
    sponsored = f'<li class="lk-row lk-paid"><a class="lk-link" href="/go/{number}">Cheap flights and hotels</a></li>'
    before = f'<a class="lk-prev" href="{_listing_path(number - 1)}">newer ads</a>' if number > 1 else ""
    after = f'<a class="lk-next" href="{_listing_path(number + 1)}">more ads</a>' if number < count else ""
    body = (
        f'<h1>All ads</h1>\n<ul class="lk-list">\n{rows}\n{sponsored}\n</ul>\n<p class="lk-pages">{before} {after}</p>'
    )
    return _page(f"Ads, page {number}", body)


def _item(post: Post) -> str:
    data = {
        "@context": "https://schema.org",
        "@type": "Offer",
        "name": post.title,
        "description": post.text,
        "datePosted": post.at.isoformat(),
        "areaServed": where(post.city),
    }
    head = f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False).replace("</", "<\\/")}</script>'
    body = f"""<article class="lk-ad">
<h1 class="lk-title">{escape(post.title)}</h1>
<p class="lk-meta">Posted <time class="lk-when" datetime="{post.at.isoformat()}">{post.at:%d %B %Y, %H:%M}</time>
in <span class="lk-where">{escape(where(post.city))}</span> · category {escape(post.category)} · ad no. <span class="lk-no">{post.number}</span></p>
<div class="lk-body">{paragraphs(post.text)}</div>
<p class="lk-tools"><a href="/account/report?ad={post.number}" rel="nofollow">Report this ad</a></p>
</article>
<aside class="lk-tip">Tip: never send money to people you have not met.</aside>"""
    return _page(post.title, body, head)
