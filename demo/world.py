"""The invented world: the same seed, day and size make the same world, letter for letter, on every machine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from core.ids import document_id
from demo import calendar, everyday, papers, people, plants, schedule
from demo.cities import CITIES, SMALL, City
from demo.post import Page, Post
from demo.sources import NEW, OUTLETS, SILENT, TALK, Outlet
from demo.truth import Plant, Spot, Trap, Truth

type Size = Literal["small", "full"]


@dataclass(frozen=True, slots=True)
class World:
    """All posts by source and time, the fixed pages, and the truth that no page tells."""

    seed: int
    size: Size
    first_day: date
    last_day: date
    sites: tuple[Outlet, ...]
    posts: tuple[Post, ...]
    fixed: Mapping[str, tuple[Page, ...]]
    truth: Truth

    def of(self, source: str, until: date | None = None) -> list[Post]:
        """The posts of one source in the order of their numbers, up to a day where one is given."""
        return [post for post in self.posts if post.source == source and (until is None or post.at.date() <= until)]


def make(
    seed: int,
    last_day: date,
    size: Size = "full",
    *,
    without: tuple[str, ...] = (),
    shift_weeks: Mapping[str, int] | None = None,
    move: Mapping[str, str] | None = None,
    strength: Mapping[str, float] | None = None,
) -> World:
    """A world of 26 weeks that ends on `last_day`.

    `without` leaves plants out, `shift_weeks` moves them in time, `move` to another city (by name), and `strength`
    multiplies the number of their posts; the rest of the world stays as it is. Plants are "labour", "recruitment"
    and "needs". Raises KeyError for an unknown plant or city, ValueError for a shift that leaves the days in which a
    detector can judge.
    """
    first = last_day - timedelta(days=calendar.DAYS - 1)
    cities = CITIES if size == "full" else CITIES[:SMALL]
    plan = schedule.plan(seed, cities, without=without, shift_weeks=shift_weeks, move=move, strength=strength)
    book = people.Contacts()
    posts = everyday.write(seed, first, cities, plan, size, book)
    planted: list[Plant] = []
    for slot in plan.plants:
        more, plant = plants.write(seed, first, slot, plan, book)
        posts += more
        planted.append(plant)
    flood, storm = plants.storm(seed, first, cities, plan, size, book)
    posts += flood + papers.news(seed, first, cities, size, book)
    numbered = _numbered(posts)
    traps = (storm, *_quiet_traps(first, last_day, plan))
    truth = _truth(first, last_day, planted, traps, numbered, book, cities)
    return World(seed, size, first, last_day, OUTLETS, tuple(numbered), papers.fixed(first), truth)


def _numbered(posts: list[Post]) -> list[Post]:
    """Posts by source and time, with numbers as a site's own software gives them; threads by their first post."""
    order = {outlet.id: place for place, outlet in enumerate(OUTLETS)}
    posts.sort(key=lambda post: (order[post.source], post.at, post.author, post.text))
    last: dict[str, int] = {}
    threads: dict[tuple[str, int], int] = {}
    for post in posts:
        last[post.source] = post.number = last.get(post.source, 100_000) + 1
        if post.source in TALK:
            post.thread = threads.setdefault((post.source, post.thread), 5_000 + len(threads))
    return posts


def _quiet_traps(first: date, last_day: date, plan: schedule.Schedule) -> tuple[Trap, Trap]:
    silent = calendar.day(first, plan.silent_from)
    new = calendar.day(first, plan.new_from)
    return (
        Trap("silence", frozenset(), (), silent, last_day, SILENT),
        Trap("newcomer", frozenset(), (), new, new + timedelta(days=20), NEW),
    )


def _truth(
    first: date,
    last_day: date,
    planted: list[Plant],
    traps: tuple[Trap, ...],
    posts: list[Post],
    book: people.Contacts,
    cities: tuple[City, ...],
) -> Truth:
    authors = {post.author for post in posts if post.source in TALK}
    spots: tuple[Spot, ...] = tuple(plants.spot(city) for city in cities)
    return Truth(
        first_day=first,
        last_day=last_day,
        plants=tuple(planted),
        traps=traps,
        labels={document_id(post.source, post.native_id): post.label for post in posts},
        bears={document_id(post.source, post.native_id): post.bears for post in posts if post.bears},
        contacts=tuple(sorted(book.phones | book.emails | book.handles | authors)),
        names=tuple(sorted(book.names)),
        cities=spots,
    )
