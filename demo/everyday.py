"""The everyday of the world: ordinary posts in the great majority, and signs at the low rate they have everywhere."""

from __future__ import annotations

import itertools
import random
from datetime import date, datetime

from demo import board, calendar, compose, people
from demo.cities import ABROAD, City
from demo.grammar import Writer
from demo.post import Post
from demo.schedule import Schedule
from demo.sources import ADS, BOARDS, NEED_SHARE, NEGATIVE_SHARE, NEW, SIGN_SHARE, SILENT, Outlet
from demo.texts import needs, signs

NOWHERE_SHARE = 0.5
"""Recruiters who do not say to which country."""


def write(
    seed: int, first: date, cities: tuple[City, ...], schedule: Schedule, size: str, book: people.Contacts
) -> list[Post]:
    """All posts of the boards but those of plants and traps."""
    posts: list[Post] = []
    for outlet in BOARDS:
        rng = random.Random(f"{seed}/everyday/{outlet.id}")
        forum = board.Board(outlet.id, itertools.count(1))
        rate = outlet.full if size == "full" else outlet.small
        for number in range(calendar.DAYS):
            if not alive(outlet.id, number, schedule):
                continue
            today = calendar.day(first, number)
            posts += _day(rng, outlet, forum, today, cities, rate, book)
    return posts


def alive(source: str, number: int, schedule: Schedule) -> bool:
    """Whether anything is written on a source on day `number`."""
    if source == NEW:
        return number >= schedule.new_from
    return source != SILENT or number < schedule.silent_from


def _day(
    rng: random.Random,
    outlet: Outlet,
    forum: board.Board,
    today: date,
    cities: tuple[City, ...],
    rate: float,
    book: people.Contacts,
) -> list[Post]:
    due = []
    for city in cities:
        mean = rate * city.weight * calendar.WEEKDAY[today.weekday()]
        due += [(calendar.moment(rng, today), city) for _ in range(calendar.poisson(rng, mean))]
    due.sort(key=lambda pair: pair[0])
    posts = []
    for at, city in due:
        writer = Writer(rng, book, city, board.tongue(rng, city), rng.choice(ABROAD))
        if outlet.id in ADS:
            posts.append(_ad(outlet.id, writer, at))
        else:
            posts.append(_talk(forum, writer, at))
    return posts


def _ad(source: str, writer: Writer, at: datetime) -> Post:
    label = _label(writer.rng)
    author = people.account(writer.rng)
    if label == "sign":
        category, (title, text, bears) = _sign_in_ad(writer)
    elif label == "need":
        category, (title, text, bears) = "community", _need(writer)
    elif label == "negative":
        category, (title, text, bears) = "community", compose.negative(writer)
    else:
        category, title, text = compose.ordinary_ad(writer)
        bears = ()
    if category == "adult":
        label = "adult"
    return Post(source, category, title, text, author, at, writer.city, label, bears)


def _talk(forum: board.Board, writer: Writer, at: datetime) -> Post:
    label = _label(writer.rng)
    if label == "ordinary":
        return forum.chat(writer, at)
    if label == "sign":
        told = _sign_in_talk(writer)
    elif label == "need":
        told = _need(writer)
    else:
        told = compose.negative(writer)
    return forum.tell(writer, at, told, label)


def _label(rng: random.Random) -> str:
    draw = rng.random()
    for share, label in ((SIGN_SHARE, "sign"), (NEED_SHARE, "need"), (NEGATIVE_SHARE, "negative")):
        if draw < share:
            return label
        draw -= share
    return "ordinary"


def _sign_in_ad(writer: Writer) -> tuple[str, compose.Text]:
    draw = writer.rng.random()
    if draw < 0.4:
        return "jobs", _recruiter(writer)
    if draw < 0.7:
        return "jobs", compose.boss(writer, _venue(writer), compose.some_signs(writer, tuple(signs.BOSS), 2, 3))
    if draw < 0.9:
        return "community", _worker(writer)
    return "community", compose.controlled(writer)


def _sign_in_talk(writer: Writer) -> compose.Text:
    draw = writer.rng.random()
    if draw < 0.68:
        return _worker(writer)
    if draw < 0.85:
        return compose.controlled(writer)
    return _recruiter(writer)


def _recruiter(writer: Writer) -> compose.Text:
    if writer.rng.random() < NOWHERE_SHARE:
        writer.abroad = None
    return compose.recruiter(writer, compose.some_signs(writer, compose.RECRUIT_SHARE, 2, 4))


def _worker(writer: Writer) -> compose.Text:
    return compose.worker(writer, _venue(writer), compose.some_signs(writer, compose.SIGN_SHARE, 2, 3))


def _need(writer: Writer) -> compose.Text:
    return compose.in_need(writer, writer.rng.choice(list(needs.NEEDS)))


def _venue(writer: Writer) -> str:
    return writer.rng.choice(compose.VENUE_SHARE)
