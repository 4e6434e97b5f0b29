"""The sources that tell of the world rather than in it: news, an advocacy site, a help-line."""

from __future__ import annotations

import random
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from demo import calendar, people
from demo.cities import ABROAD, City
from demo.grammar import Writer
from demo.post import Page, Post
from demo.sources import DOOR, LANTERN, LINE
from demo.texts import pages

_ABOUT = 0.18
"""Share of articles that report on trafficking: high for a newspaper, so that the streams must be kept apart."""


def news(seed: int, first: date, cities: tuple[City, ...], size: str, book: people.Contacts) -> list[Post]:
    """Articles of the news site, a few of them about raids, trials and scams."""
    rng = random.Random(f"{seed}/news")
    about = [article for article in pages.NEWS if article[2]]
    other = [article for article in pages.NEWS if not article[2]]
    posts = []
    for number in range(calendar.DAYS):
        today = calendar.day(first, number)
        for _ in range(calendar.poisson(rng, LANTERN.full if size == "full" else LANTERN.small)):
            title, text, _ = rng.choice(about if rng.random() < _ABOUT else other)
            city = rng.choice(cities)
            writer = Writer(rng, book, city, "en", rng.choice(ABROAD))
            byline = people.name(rng, book)
            at = calendar.moment(rng, today)
            posts.append(Post(LANTERN.id, "news", writer.write(title), writer.write(text), byline, at, city, "news"))
    return sorted(posts, key=lambda post: post.at)


def fixed(first: date) -> dict[str, tuple[Page, ...]]:
    """The pages of the advocacy site and of the help-line, changed some time within the world's days."""
    return {
        DOOR.id: _pages(pages.ADVOCACY, "topics", first),
        LINE.id: _pages(pages.HELPLINE, "help", first),
    }


def _pages(texts: tuple[tuple[str, str, tuple[str, ...]], ...], folder: str, first: date) -> tuple[Page, ...]:
    made = []
    for number, (title, lead, points) in enumerate(texts):
        slug = "-".join("".join(sign if sign.isalnum() else " " for sign in title.lower()).split())
        changed = datetime.combine(first + timedelta(days=9 * number), time(9), ZoneInfo(calendar.ZONE))
        made.append(Page(f"/{folder}/{slug}", title, lead, points, changed))
    return tuple(made)
