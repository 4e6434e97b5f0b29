# ruff: noqa: E501 (texts and markup stand on lines of their own length)
"""The news site (sitemap, articles with publication dates), and the few pages of the advocacy and help-line sites."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from demo.post import Page, Post
from demo.sites.html import Resource, chunks, feed, html, newest, sitemap, slug

NEWS_DISALLOWED = ("/subscribers/",)
PAGES_DISALLOWED = ("/internal/",)
_NEWS = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title} - The Straits Lantern</title>{head}</head>
<body><header><a href="/">The Straits Lantern</a> <a href="/archive/">Archive</a> <a href="/subscribers/today">Subscribers</a></header>
{body}
<footer>© The Straits Lantern. An invented newspaper.</footer></body></html>
"""
_PLAIN = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title} | {site}</title><meta property="og:title" content="{title}">{head}</head>
<body><div id="top"><a href="/">{site}</a></div><main><article><h1>{title}</h1>{body}</article></main>
<div id="foot"><a href="/internal/volunteers">Volunteers</a></div></body></html>
"""


def render_news(posts: Sequence[Post], base: str) -> dict[str, Resource]:
    """All pages of the news site by path."""
    articles = sorted(posts, key=lambda post: post.number, reverse=True)
    last = newest([post.at for post in articles])
    pages = {_path(post): html(_article(post), post.at) for post in articles}
    lists = chunks(articles, 40)
    for number, chosen in enumerate(lists, 1):
        pages[_archive(number)] = html(_list(chosen, number, len(lists)), last)
    pages["/"] = html(_NEWS.format(title="Home", head="", body='<p><a href="/archive/">All articles</a></p>'), last)
    locked = [("/subscribers/today", last)]
    pages["/sitemap.xml"] = sitemap(base, [*((_path(post), post.at) for post in articles), *locked])
    pages["/feed.xml"] = feed("The Straits Lantern", base, [(_path(p), p.title, p.text, p.at) for p in articles[:20]])
    return pages


def _path(post: Post) -> str:
    return f"/{post.at:%Y/%m/%d}/{slug(post.title)}-{post.number}"


def _archive(number: int) -> str:
    return "/archive/" if number == 1 else f"/archive/{number}"


def _list(articles: Sequence[Post], number: int, count: int) -> str:
    rows = "".join(
        f'<li><a href="{_path(post)}">{escape(post.title)}</a> {post.at:%d %b %Y}</li>\n' for post in articles
    )
    after = f'<a rel="next" href="{_archive(number + 1)}">Older</a>' if number < count else ""
    return _NEWS.format(title="Archive", head="", body=f"<h1>Archive</h1><ul>{rows}</ul>{after}")


def _article(post: Post) -> str:
    sentences = post.text.split(". ")
    halves = (". ".join(sentences[:2]) + ".", ". ".join(sentences[2:]))
    head = (
        f'<meta property="og:type" content="article"><meta property="og:title" content="{escape(post.title)}">'
        f'<meta property="article:published_time" content="{post.at.isoformat()}"><meta name="author" content="{escape(post.author)}">'
    )
    text = "".join(f"<p>{escape(half)}</p>\n" for half in halves if half)
    body = f"""<main><article><h1>{escape(post.title)}</h1>
<p class="byline">By {escape(post.author)} <time datetime="{post.at.isoformat()}">{post.at:%d %B %Y}</time></p>
{text}</article></main>"""
    return _NEWS.format(title=escape(post.title), head=head, body=body)


def render_pages(site: str, fixed: Sequence[Page], base: str) -> dict[str, Resource]:
    """All pages of one of the small sites by path."""
    last = newest([page.changed for page in fixed])
    pages = {page.path: html(_plain(site, page), page.changed) for page in fixed}
    links = "".join(f'<li><a href="{page.path}">{escape(page.title)}</a></li>' for page in fixed)
    pages["/"] = html(_PLAIN.format(title=escape(site), site=escape(site), head="", body=f"<ul>{links}</ul>"), last)
    pages["/sitemap.xml"] = sitemap(base, [(page.path, page.changed) for page in fixed])
    return pages


def _plain(site: str, page: Page) -> str:
    points = "".join(f"<li>{escape(point)}</li>" for point in page.points)
    head = f'<meta property="article:published_time" content="{page.changed.isoformat()}">'
    body = f"<p>{escape(page.lead)}</p>" + (f"<ul>{points}</ul>" if points else "")
    return _PLAIN.format(title=escape(page.title), site=escape(site), head=head, body=body)
