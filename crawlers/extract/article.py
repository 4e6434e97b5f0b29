"""Article pages: the main text by trafilatura, the date by what the page's head and body state."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from typing import Any

from core.errors import BadInput
from crawlers.extract.draft import Draft
from crawlers.extract.page import Page
from crawlers.extract.told_times import time_in

#: Under so many characters there is no article, only a heading or a cookie notice.
SHORTEST = 40
#: So many spaces has a line that can only be a headline that the page's title begins with, not a word of a menu.
_TELLING = 2


def by_article(page: Page) -> Draft | None:
    """The article of a page, or None where there is none. Raises BadInput for a page the reader cannot digest."""
    return page.once("article", lambda: _article(page))


def _article(page: Page) -> Draft | None:
    text = article_text(page)
    return Draft(text=text, title=_head(page)[0], author=_author(page), by="article") if text else None


def head_title(page: Page) -> str:
    """The title of a page as its head or its body tells it. Raises BadInput for a page the reader cannot digest."""
    return _head(page)[0]


def article_text(page: Page) -> str:
    """The text of the article of a page, or nothing. Raises BadInput for a page the reader cannot digest."""

    return _read_text(page)[0]


def _read_text(page: Page) -> tuple[str, str]:
    """The text of a page's article without its head, and the author whom that names, or nothing."""

    def reckon() -> tuple[str, str]:
        found = _read(page, fast=True) or _read(page, fast=False)
        return _below(_head(page)[0], found.text.strip()) if found is not None else ("", "")

    return page.once("article's text", reckon)


def _below(title: str, text: str) -> tuple[str, str]:
    """The text without what heads it: the title again, who wrote it, and the day alone; and who that is.

    The title is read by itself: twice, what it says would weigh twice.
    """
    lines = text.split("\n")
    titled = next((n for n, line in enumerate(lines[:_HEAD_LINES]) if _is_title(line, title)), 0)
    size, author = titled if all(len(line) < _LONGEST_DAY for line in lines[:titled]) else 0, ""
    for line in lines[size : size + _HEAD_LINES]:
        by = _BYLINE.match(line)
        if not (by or _is_title(line, title) or _is_day(line)):
            break
        size, author = size + 1, by[2] if by and not author else author
    rest = "\n".join(lines[size:]).strip()
    return (rest, author) if len(rest) >= SHORTEST else (text, "")


def _is_title(line: str, title: str) -> bool:
    """Whether a line only says the title again, with or without the site's name behind it."""
    line, headline = (" ".join(re.findall(r"\w+", one.casefold())) for one in (line, title))
    return bool(line) and (line == headline or (line.count(" ") >= _TELLING and headline.startswith(f"{line} ")))


def _is_day(line: str) -> bool:
    """Whether a line is a day, with its clock, the day of the week or a word that says what it is."""
    found = time_in(line) if len(line) < _LONGEST_DAY else None
    beside = f"{line[: found[0]]} {line[found[1] :]}" if found else ""
    return found is not None and len(re.findall(r"[^\W\d_]{3,}", beside)) <= 1


#: So many lines at most head an article; so many letters has a day with what belongs to it.
_HEAD_LINES, _LONGEST_DAY = 4, 40
#: A line that says nothing but who wrote.
_BYLINE = re.compile(r"(By|Von|Par|Por|Di|Oleh|Door|Av|Text|Texte|Texto)[ :]+((?:[^\W\d_a-z][\w.'’-]* ?){2,4})$")


def _read(page: Page, *, fast: bool) -> Any:
    from trafilatura import bare_extraction

    options: dict[str, Any] = {"fast": fast, "favor_recall": not fast, "include_comments": False}
    found = _digested(lambda: bare_extraction(page.tree, url=page.url, **options))
    if found is None or isinstance(found, dict) or not found.text or len(found.text) < SHORTEST:
        return None
    return found


def _head(page: Page) -> tuple[str, str]:
    """Title and author of an article by trafilatura's readers of the head and of JSON-LD, the title also of the body.

    They are asked one by one because all its metadata at once cost a third of the reading: dates, tags and licences.
    """

    def reckon() -> tuple[str, str]:
        from trafilatura import metadata

        told = metadata.examine_meta(page.tree)
        if " " not in (told.author or ""):  # one word names a site or an account
            told.author = None
        with suppress(Exception):  # a foreign reader of whatever a page writes; what it found until then stays
            metadata.extract_meta_json(page.tree, told)
        told.title = told.title or metadata.extract_title(page.tree)
        return _tidy(told)

    return page.once("head", lambda: _digested(reckon))


def _author(page: Page) -> str:
    """The author of an article, whom trafilatura's reader of the body looks for where the head tells none."""
    told = _head(page)[1] or _read_text(page)[1]
    if told or not _may_name_author(page.tree):  # it copies the page before it looks
        return told

    def reckon() -> tuple[str, str]:
        from trafilatura import metadata
        from trafilatura.settings import Document

        return _tidy(Document(author=metadata.extract_author(page.tree)))

    return _digested(reckon)[1]


def _digested[T](reckon: Callable[[], T]) -> T:
    """What a reader of trafilatura's makes of a page. Raises BadInput for one that it cannot digest."""
    try:
        return reckon()
    except (RecursionError, ValueError, TypeError, AttributeError) as error:
        raise BadInput(f"the page cannot be read: {type(error).__name__}") from error


def _tidy(told: Any) -> tuple[str, str]:
    told.clean_and_trim()
    return (told.title or "").strip(), (told.author or "").strip()


_NAMES = ("//@class", "//@id", "//@itemprop", "//@rel", "//@data-testid", "//@data-component")


def _may_name_author(root: Any) -> bool:
    """Whether anything on a page bears a name by which trafilatura knows an author: asked of all names at once."""
    names = {name for path in _NAMES for name in root.xpath(path, smart_strings=False)}
    return _names_of_authors().search("\n".join(names)) is not None or root.find(".//author") is not None


@cache
def _names_of_authors() -> re.Pattern[str]:
    """What trafilatura's paths to authors look for in names; shorter words than these would be in nearly all."""
    from trafilatura.xpaths import AUTHOR_XPATHS

    quoted = {name for path in AUTHOR_XPATHS for name in re.findall(r"'([^']+)'", path.path)}
    return re.compile("|".join(sorted(name for name in quoted if len(name) > 2)))


def page_dates(page: Page) -> list[tuple[str, str]]:
    """When a page says it was published: its head's word first, then what htmldate finds (never of a last change)."""
    guessed = _guessed(page)
    return [(text, "page") for text in [*head_dates(page), *([guessed] if guessed else [])]]


def head_dates(page: Page) -> list[str]:
    """When a page's head, or its own markup, says it was published."""
    return [str(text) for path in _STATED for text in page.tree.xpath(path) if text.strip()]


_STATED = (
    "//meta[@property='article:published_time' or @name='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//*[@itemprop='datePublished']/@datetime",
)


#: How boards introduce their own clock, at the foot of a page.
_CLOCK = re.compile(
    r"(?:it is currently|(?:the )?time(?: now)? is(?: now)?|current time(?: is)?|aktuelle (?:uhr)?zeit|es ist jetzt"
    r"|nous sommes (?:actuellement )?le|heure actuelle|fecha actual|waktu sekarang|data attuale|obecny czas|tarih"
    r"|<b>date</b>)"
    r"[\s:]*(?:<[^>]{1,200}>\s*){0,3}([^<]{6,60})",
    re.IGNORECASE,
)


def stated_moments(page: Page) -> list[str]:
    """Moments a page states of itself beside its posts: in its head and its time elements."""
    paths = ("//time/@datetime", "//meta[contains(@property, '_time')]/@content")
    return [str(text) for path in paths for text in page.tree.xpath(path)]


def own_clock(page: Page) -> list[str]:
    """The moment at which a page says it was made, as boards do at their foot."""
    return [*_CLOCK.findall(page.text), *map(str, page.tree.xpath("//meta[@http-equiv='date']/@content"))]


def _guessed(page: Page) -> str | None:
    from htmldate import find_date

    try:
        found = find_date(page.tree, original_date=True, extensive_search=True, url=page.url)
    except (RecursionError, ValueError, TypeError, AttributeError):
        return None
    # The first of January is also what a bare year (of a copyright line) is turned into.
    if found and found.endswith("-01-01") and not re.search(found.replace("-", "[-/.]?"), page.text + page.url):
        return None
    return str(found) if found else None
