# ruff: noqa: E501 (texts and markup stand on lines of their own length)
"""Borak Forum: boards by city, thread lists with paging, threads of fifteen posts a page, nested markup."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from html import escape

from demo.cities import City
from demo.post import Post
from demo.sites.html import Resource, chunks, feed, html, newest, paragraphs, slug

PER_PAGE = 15
THREADS_PER_PAGE = 25
DISALLOWED = ("/members/", "/threads/staff-room.")
_HEAD = """<!DOCTYPE html>
<html lang="en-MY"><head><meta charset="utf-8"><title>{title} - Borak Forum</title>
<link rel="alternate" type="application/rss+xml" href="/index.rss"></head>
<body><div class="p-body"><div class="p-nav"><a href="/">Borak Forum</a></div>
<ul class="p-breadcrumbs">{crumbs}</ul>
<h1 class="p-title">{title}</h1>
{body}
<div class="p-footer">Borak Forum community software. Be nice.</div></div></body></html>
"""


def render(posts: Sequence[Post], base: str) -> dict[str, Resource]:
    """All pages of the forum by path."""
    last = newest([post.at for post in posts])
    threads = _threads(posts)
    pages: dict[str, Resource] = {}
    boards: dict[str, list[list[Post]]] = defaultdict(list)
    cities: dict[str, City] = {}
    for thread in threads:
        pages.update(_thread_pages(thread))
        boards[thread[0].city.id].append(thread)
        cities[thread[0].city.id] = thread[0].city
    for city_id, its in boards.items():
        pages.update(_board_pages(cities[city_id], its))
    index = "".join(
        f'<div class="node"><h3 class="node-title"><a href="{_board(cities[one])}">{escape(cities[one].name)}</a></h3>'
        f"<span>{len(its)} threads</span></div>"
        for one, its in boards.items()
    )
    staff = '<div class="node"><h3 class="node-title"><a href="/threads/staff-room.1/">Staff room</a></h3></div>'
    pages["/"] = html(_HEAD.format(title="Forums", crumbs="", body=index + staff), last)
    newly = [(_path(thread), thread[0].title, thread[0].text, thread[0].at) for thread in threads[:30]]
    pages["/index.rss"] = feed("Borak Forum", base, newly)
    return pages


def _threads(posts: Sequence[Post]) -> list[list[Post]]:
    by_number: dict[int, list[Post]] = defaultdict(list)
    for post in posts:
        by_number[post.thread].append(post)
    return sorted(by_number.values(), key=lambda thread: (thread[-1].at, thread[0].thread), reverse=True)


def _board(city: City) -> str:
    return f"/forums/{slug(city.name)}.{city.id}/"


def _path(thread: Sequence[Post], page: int = 1) -> str:
    path = f"/threads/{slug(thread[0].title)}.{thread[0].thread}/"
    return path if page == 1 else f"{path}page-{page}"


def _crumbs(city: City) -> str:
    return f'<li><a href="/">Forums</a></li><li><a class="board" href="{_board(city)}">{escape(city.name)}</a></li>'


def _pager(number: int, count: int, before: str, after: str) -> str:
    back = f'<a class="pageNav-jump" rel="prev" href="{before}">Prev</a>' if number > 1 else ""
    ahead = f'<a class="pageNav-jump" rel="next" href="{after}">Next</a>' if number < count else ""
    return f'<nav class="pageNav">{back} <span>{number} of {count}</span> {ahead}</nav>' if count > 1 else ""


def _board_pages(city: City, threads: Sequence[list[Post]]) -> dict[str, Resource]:
    pages: dict[str, Resource] = {}
    lists = chunks(threads, THREADS_PER_PAGE)
    for number, chosen in enumerate(lists, 1):
        rows = "\n".join(_row(thread) for thread in chosen)
        path = _board(city)
        pager = _pager(
            number, len(lists), path if number == 2 else f"{path}page-{number - 1}", f"{path}page-{number + 1}"
        )
        body = f'<div class="structItemContainer">\n{rows}\n</div>{pager}'
        markup = _HEAD.format(title=escape(city.name), crumbs=_crumbs(city), body=body)
        pages[path if number == 1 else f"{path}page-{number}"] = html(markup, newest([t[-1].at for t in chosen]))
    return pages


def _row(thread: Sequence[Post]) -> str:
    first, last = thread[0], thread[-1]
    return (
        f'<div class="structItem"><div class="structItem-title"><a href="{_path(thread)}">{escape(first.title)}</a></div>'
        f'<ul class="structItem-parts"><li><a class="username" href="/members/{escape(first.author)}/">{escape(first.author)}</a></li></ul>'
        f"<dl><dt>Replies</dt><dd>{len(thread) - 1}</dd></dl>"
        f'<time class="structItem-latest" datetime="{last.at.isoformat()}">{last.at:%b %d, %Y}</time></div>'
    )


def _thread_pages(thread: Sequence[Post]) -> dict[str, Resource]:
    pages: dict[str, Resource] = {}
    parts = chunks(thread, PER_PAGE)
    for number, chosen in enumerate(parts, 1):
        shown = "\n".join(_post(post, (number - 1) * PER_PAGE + place) for place, post in enumerate(chosen, 1))
        pager = _pager(number, len(parts), _path(thread, number - 1), _path(thread, number + 1))
        body = f'<div class="block-body">\n{shown}\n</div>{pager}'
        title = escape(thread[0].title)
        markup = _HEAD.format(title=title, crumbs=_crumbs(thread[0].city), body=body)
        pages[_path(thread, number)] = html(markup, chosen[-1].at)
    return pages


def _post(post: Post, place: int) -> str:
    return f"""<article class="message message--post" id="js-post-{post.number}">
<div class="message-cell message-cell--user"><h4 class="message-name"><a class="username" href="/members/{escape(post.author)}/">{escape(post.author)}</a></h4></div>
<div class="message-cell message-cell--main"><header class="message-attribution"><a href="#post-{post.number}">
<time class="u-dt" datetime="{post.at.isoformat()}">{post.at:%b %d, %Y at %I:%M %p}</time></a> <span>#{place}</span></header>
<div class="message-body"><div class="bbWrapper">{paragraphs(post.text)}</div></div></div>
</article>"""
