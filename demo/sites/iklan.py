# ruff: noqa: E501 (texts and markup stand on lines of their own length)
"""Iklanria, a classified of the old kind: forty whole ads on each page, in a table, with dates in words."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from demo.post import Post
from demo.sites.html import Resource, chunks, html, newest, paragraphs, where

PER_PAGE = 40
DISALLOWED = ("/print/", "/cgi-bin/")
_HEAD = """<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>IKLANRIA - {title}</title></head>
<body bgcolor="#fffff0"><center><font size="5"><b>IKLANRIA</b></font><br>
<a href="/">Utama</a> | <a href="/iklan.php">Iklan terkini</a> | <a href="/cgi-bin/post.pl">Hantar iklan</a></center><hr>
{body}
<hr><center><small>Iklanria - iklan percuma sejak 2003. <a href="/print/semua.php">Versi cetak</a></small></center></body></html>
"""


def render(posts: Sequence[Post], base: str) -> dict[str, Resource]:
    """All pages of the site by path (queries included)."""
    del base
    ads = sorted(posts, key=lambda post: post.number, reverse=True)
    last = newest([post.at for post in ads])
    listings = chunks(ads, PER_PAGE)
    pages = {
        _path(number): html(_listing(chosen, number, len(listings)), last) for number, chosen in enumerate(listings, 1)
    }
    pages["/"] = html(
        _HEAD.format(title="Utama", body="<p>Selamat datang. <a href='/iklan.php'>Iklan terkini</a></p>"), last
    )
    return pages


def _path(number: int) -> str:
    return "/iklan.php" if number == 1 else f"/iklan.php?hal={number}"


def _listing(ads: Sequence[Post], number: int, count: int) -> str:
    rows = "\n".join(_row(post) for post in ads)
    links = " ".join(
        f"<b>{other}</b>" if other == number else f'<a href="{_path(other)}">{other}</a>'
        for other in range(max(1, number - 3), min(count, number + 3) + 1)
    )
    after = f'<a class="nx" href="{_path(number + 1)}">Seterusnya &raquo;</a>' if number < count else ""
    body = (
        f'<table class="senarai" width="100%">\n{rows}\n</table>\n<p align="center" class="halaman">{links} {after}</p>'
    )
    return _HEAD.format(title=f"Iklan, halaman {number}", body=body)


def _row(post: Post) -> str:
    return (
        f'<tr class="iklan" id="i{post.number}"><td class="k">[{escape(post.category)}]</td><td>'
        f'<b class="tajuk">{escape(post.title)}</b> <i class="tempat">{escape(where(post.city))}</i><br>\n'
        f'<span class="isi">{paragraphs(post.text)}</span><br>\n'
        f'<font size="1">Tarikh: <span class="tarikh">{post.at:%d %b %Y %H:%M}</span> | '
        f'No. <span class="no">{post.number}</span> | <a href="/print/{post.number}.php">cetak</a></font></td></tr>'
    )
