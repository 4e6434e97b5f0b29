"""The three planted rises and the repost storm: their posts, and the truth about them."""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence
from datetime import date, timedelta

from demo import board, calendar, compose, people
from demo.cities import Abroad, City
from demo.everyday import alive
from demo.grammar import Writer
from demo.post import Post
from demo.schedule import Schedule, Slot
from demo.sources import BORAK, IKLAN, LAPAK, SEMBANG, TALK
from demo.texts.negatives import STORM, STORM_TITLE
from demo.texts.signs import BOSS
from demo.truth import Plant, Spot, Trap

FIRST_THREAD = 1_000_000
"""Threads opened by plants, apart from the others until the world is numbered."""

_WHERE = {
    "labour": (LAPAK.id, IKLAN.id, BORAK.id, BORAK.id, SEMBANG.id),
    "recruitment": (LAPAK.id, IKLAN.id, IKLAN.id, BORAK.id),
    "needs": (BORAK.id, BORAK.id, SEMBANG.id, IKLAN.id),
}
_LURES = (
    "RF01_UPFRONT_FEE", "RF06_OFF_PLATFORM_CONTACT", "RF04_URGENT_DEPARTURE", "RF02_TOO_GOOD",
    "RF03_ALL_EXPENSES_HOUSING", "RF05_VAGUE_JOB_ABROAD",
)  # fmt: skip


_STORM_BEARS = tuple(f"sign:{sign}" for sign in _LURES if sign != "RF05_VAGUE_JOB_ABROAD")


def spot(city: City | Abroad) -> Spot:
    """A city as the truth names it."""
    return Spot(city.id, city.admin1, city.name, city.country, city.latitude, city.longitude)


def write(seed: int, first: date, slot: Slot, schedule: Schedule, book: people.Contacts) -> tuple[list[Post], Plant]:
    """The posts of one plant, by different authors on two sources or more, and the truth about it."""
    rng = random.Random(f"{seed}/plant/{slot.name}")
    threads = itertools.count(FIRST_THREAD * (1 + ("labour", "recruitment", "needs").index(slot.name)))
    chosen = rng.sample(tuple(BOSS), 3) if slot.name == "labour" else list(_LURES)
    posts: list[Post] = []
    told: list[Post] = []
    used: set[str] = set()
    for turn in range(slot.posts):
        number = slot.start + min(slot.length - 1, turn * slot.length // slot.posts)
        source = _source(rng, slot, number, schedule)
        at = calendar.moment(rng, calendar.day(first, number))
        writer = Writer(rng, book, slot.city, board.tongue(rng, slot.city), slot.abroad, used=used)
        category, (title, text, bears) = _text(writer, slot, chosen)
        post = Post(source, category, title, text, people.account(rng), at, slot.city, f"plant:{slot.name}", bears)
        told.append(post)
        posts += [post, *_replies(writer, post, threads)]
    return posts, _truth(slot, chosen, told)


def _source(rng: random.Random, slot: Slot, number: int, schedule: Schedule) -> str:
    return rng.choice([source for source in _WHERE[slot.name] if alive(source, number, schedule)])


def _text(writer: Writer, slot: Slot, chosen: Sequence[str]) -> tuple[str, compose.Text]:
    rng = writer.rng
    if slot.name == "needs":
        return "community", compose.in_need(writer, slot.need)
    if slot.name == "recruitment":
        lures = [_LURES[0], *rng.sample(_LURES[1:], rng.choice((2, 2, 3)))]
        return "jobs", compose.recruiter(writer, lures)
    signs = rng.sample(list(chosen), rng.choice((2, 3, 3)))
    if rng.random() < 0.72:
        return "community", compose.worker(writer, slot.venue, signs)
    return "jobs", compose.boss(writer, slot.venue, signs)


def _replies(writer: Writer, post: Post, threads: itertools.count[int]) -> list[Post]:
    if post.source not in TALK:
        return []
    thread = board.Thread(next(threads), post.title, (), 0)
    post.thread = thread.number
    end = post.at.replace(hour=23, minute=59, second=30)
    moments = sorted(post.at + (end - post.at) * writer.rng.random() for _ in range(writer.rng.randint(0, 2)))
    return [board.sympathy(post.source, writer, thread, at.replace(microsecond=0)) for at in moments]


def _truth(slot: Slot, chosen: Sequence[str], told: Sequence[Post]) -> Plant:
    topics = {
        "labour": {f"venue:{slot.venue}", "family:ILO", "exploitation:labour", *(f"sign:{sign}" for sign in chosen)},
        "recruitment": {"family:RF", *(f"sign:{sign}" for sign in chosen)},
        "needs": {f"need:{slot.need}"},
    }[slot.name]
    corridor = (slot.city.id, slot.abroad.id) if slot.name == "recruitment" else None
    spots = (spot(slot.city), spot(slot.abroad)) if corridor else (spot(slot.city),)
    days = [post.at.date() for post in told]
    sources = tuple(sorted({post.source for post in told}))
    return Plant(slot.name, frozenset(topics), spots, min(days), max(days), len(told), sources, corridor)


def storm(
    seed: int, first: date, cities: tuple[City, ...], schedule: Schedule, size: str, book: people.Contacts
) -> tuple[list[Post], Trap]:
    """One ad bearing signs, reposted all over with small edits: it counts once or the detector is fooled."""
    rng = random.Random(f"{seed}/storm")
    threads = itertools.count(FIRST_THREAD * 9)
    money, fee = rng.randrange(7000, 15000, 500), rng.randrange(500, 1500, 50)
    posts = []
    for _ in range(100 if size == "full" else 50):
        number = schedule.storm + rng.randrange(schedule.storm_days)
        source = rng.choice([one.id for one in (LAPAK, IKLAN, BORAK, SEMBANG) if alive(one.id, number, schedule)])
        city = rng.choice(cities)
        phone = people.phone(rng, book, city.country)
        text = STORM.format(
            money=f"RM{money + rng.randrange(5) * 100}", fee=f"RM{fee + rng.randrange(4) * 10}", phone=phone
        )
        at = calendar.moment(rng, calendar.day(first, number))
        post = Post(
            source, "jobs", STORM_TITLE, _edited(rng, text), people.account(rng), at, city, "storm", _STORM_BEARS
        )
        post.thread = next(threads) if source in TALK else 0
        posts.append(post)
    start = calendar.day(first, schedule.storm)
    topics = frozenset({"family:RF", "exploitation:labour", *(f"sign:{sign}" for sign in _LURES)})
    end = start + timedelta(days=schedule.storm_days)
    return posts, Trap("storm", topics, tuple(spot(city) for city in cities), start, end)


def _edited(rng: random.Random, text: str) -> str:
    edited = text.replace("!", rng.choice(("!", "!!", "!!!", ".")), 1)
    edited = edited.replace("please", rng.choice(("please", "pls")), 1)
    return rng.choice(("", "*** ", ">> ")) + edited + rng.choice(("", " !!", " UP", " Thanks."))
