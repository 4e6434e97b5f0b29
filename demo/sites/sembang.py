# ruff: noqa: E501 (texts and markup stand on lines of their own length)
"""Sembang Baru, a forum of another make: one long list of topics, twenty posts a page, dates in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from html import escape

from demo.post import Post
from demo.sites.html import Resource, chunks, html, newest, paragraphs

PER_PAGE = 20
TOPICS_PER_PAGE = 30
DISALLOWED = ("/memberlist.php", "/private/")
_HEAD = """<!DOCTYPE html>
<html lang="ms"><head><meta charset="utf-8"><title>{title} &bull; Sembang Baru</title></head>
<body id="phpbb" class="section-viewtopic"><div id="wrap" class="wrap">
<div class="headerbar"><a class="logo" href="/index.php">Sembang Baru</a></div>
<div id="page-body">
{body}
</div>
<div class="copyright">Sembang Baru. Baru buka, jemput masuk!</div></div></body></html>
"""


def render(posts: Sequence[Post], base: str) -> dict[str, Resource]:
    """All pages of the forum by path (queries included)."""
    del base
    by_number: dict[int, list[Post]] = defaultdict(list)
    for post in posts:
        by_number[post.thread].append(post)
    topics = sorted(by_number.values(), key=lambda topic: (topic[-1].at, topic[0].thread), reverse=True)
    last = newest([post.at for post in posts])
    pages: dict[str, Resource] = {}
    for topic in topics:
        pages.update(_topic_pages(topic))
    lists = chunks(topics, TOPICS_PER_PAGE)
    for number, chosen in enumerate(lists, 1):
        pages[_list(number)] = html(_topics(chosen, number, len(lists)), last)
    pages["/index.php"] = html(
        _HEAD.format(title="Index", body='<h2><a href="/viewforum.php?f=2">Sembang semua negeri</a></h2>'), last
    )
    pages["/"] = pages["/index.php"]
    return pages


def _list(number: int) -> str:
    return "/viewforum.php?f=2" if number == 1 else f"/viewforum.php?f=2&start={(number - 1) * TOPICS_PER_PAGE}"


def _path(topic: Sequence[Post], number: int = 1) -> str:
    start = "" if number == 1 else f"&start={(number - 1) * PER_PAGE}"
    return f"/viewtopic.php?t={topic[0].thread}{start}"


def _next(number: int, count: int, path: str) -> str:
    return f'<li class="arrow next"><a rel="next" href="{escape(path)}">Seterusnya</a></li>' if number < count else ""


def _topics(topics: Sequence[Sequence[Post]], number: int, count: int) -> str:
    rows = "\n".join(
        f'<li class="row bg{place % 2 + 1}"><dl><dt><a class="topictitle" href="{_path(topic)}">{escape(topic[0].title)}</a>'
        f'<br>oleh {escape(topic[0].author)} &raquo; {escape(topic[0].city.name)}</dt><dd class="posts">{len(topic) - 1}</dd>'
        f'<dd class="lastpost">{topic[-1].at:%a %b %d, %Y %I:%M %p}</dd></dl></li>'
        for place, topic in enumerate(topics)
    )
    hidden = '<li class="row bg1"><dl><dt><a class="topictitle" href="/private/viewtopic.php?t=3">Bilik admin</a></dt></dl></li>'
    pager = f'<div class="pagination"><ul>{_next(number, count, _list(number + 1))}</ul></div>'
    body = f'<h2 class="forum-title">Sembang semua negeri</h2>\n<ul class="topiclist topics">\n{rows}\n{hidden}\n</ul>{pager}'
    return _HEAD.format(title="Sembang semua negeri", body=body)


def _topic_pages(topic: Sequence[Post]) -> dict[str, Resource]:
    pages: dict[str, Resource] = {}
    parts = chunks(topic, PER_PAGE)
    for number, chosen in enumerate(parts, 1):
        shown = "\n".join(_post(post, place) for place, post in enumerate(chosen))
        pager = f'<div class="pagination"><ul>{_next(number, len(parts), _path(topic, number + 1))}</ul></div>'
        title = escape(topic[0].title)
        body = f'<h2 class="topic-title"><a href="{_path(topic)}">{title}</a></h2>\n{shown}\n{pager}'
        pages[_path(topic, number)] = html(_HEAD.format(title=title, body=body), chosen[-1].at)
    return pages


def _post(post: Post, place: int) -> str:
    return f"""<div id="p{post.number}" class="post has-profile bg{place % 2 + 1}"><div class="inner">
<dl class="postprofile"><dt><a href="/memberlist.php?mode=viewprofile&amp;u={escape(post.author)}" class="username">{escape(post.author)}</a></dt>
<dd class="profile-location"><strong>Lokasi:</strong> <span>{escape(post.city.name)}</span></dd></dl>
<div class="postbody"><p class="author">oleh <strong>{escape(post.author)}</strong> &raquo; <span class="when">{post.at:%a %b %d, %Y %I:%M %p}</span></p>
<div class="content">{paragraphs(post.text)}</div></div></div></div>"""
