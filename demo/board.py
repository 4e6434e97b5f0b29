"""How a forum fills up: per city a handful of living threads, new ones opened as old ones tire."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from demo import people
from demo.cities import Abroad, City
from demo.compose import Text
from demo.grammar import Writer, spoil
from demo.post import Post
from demo.texts import chatter, travel

TOPICS = (*chatter.TOPICS, *travel.TOPICS)


@dataclass(slots=True)
class Thread:
    """A living thread: its title, the replies that fit it, and how many are still to come."""

    number: int
    title: str
    replies: tuple[str, ...]
    left: int
    abroad: Abroad | None = None


@dataclass(slots=True)
class Board:
    """One forum while it is being written."""

    source: str
    numbers: Iterator[int]
    living: dict[str, list[Thread]] = field(default_factory=dict)

    def chat(self, writer: Writer, at: datetime) -> Post:
        """An ordinary post: a reply to a living thread, or the first post of a new one."""
        threads = self.living.setdefault(writer.city.id, [])
        if threads and writer.rng.random() < 0.93:
            thread = writer.rng.choice(threads)
            thread.left -= 1
            if thread.left <= 0:
                threads.remove(thread)
            writer.abroad = thread.abroad
            return self._post(writer, thread, _reply(writer.rng, thread.replies), at, "ordinary")
        title, openings, replies = writer.rng.choice(TOPICS)
        thread = Thread(next(self.numbers), writer.write(title), replies, writer.rng.randint(8, 24), writer.abroad)
        threads.append(thread)
        return self._post(writer, thread, writer.rng.choice(openings), at, "ordinary")

    def tell(self, writer: Writer, at: datetime, told: Text, label: str) -> Post:
        """A post that matters: half the time in a thread that is going on, else in one of its own."""
        title, text, bears = told
        threads = self.living.setdefault(writer.city.id, [])
        if threads and writer.rng.random() < 0.5:
            return _made(self.source, writer, writer.rng.choice(threads), text, at, label, bears)
        thread = Thread(next(self.numbers), title, chatter.SYMPATHY, writer.rng.randint(2, 6))
        threads.append(thread)
        return _made(self.source, writer, thread, text, at, label, bears)

    def _post(self, writer: Writer, thread: Thread, pattern: str, at: datetime, label: str) -> Post:
        text = spoil(writer.rng, writer.write(pattern), writer.language, 0.5)
        return _made(self.source, writer, thread, text, at, label)


def _reply(rng: random.Random, patterns: tuple[str, ...]) -> str:
    chosen = rng.sample(patterns, rng.choice((1, 2, 2)))
    return rng.choice((". ", ", ", "\n")).join(chosen)


def sympathy(source: str, writer: Writer, thread: Thread, at: datetime) -> Post:
    """A reply to someone's trouble."""
    return _made(source, writer, thread, writer.write(writer.rng.choice(chatter.SYMPATHY)), at, "ordinary")


def _made(
    source: str, writer: Writer, thread: Thread, text: str, at: datetime, label: str, bears: tuple[str, ...] = ()
) -> Post:
    author = people.account(writer.rng)
    return Post(source, "talk", thread.title, text, author, at, writer.city, label, bears, thread=thread.number)


def tongue(rng: random.Random, city: City) -> str:
    """The language in which the next one in this city writes."""
    share = {"SG": 0.9, "ID": 0.3}.get(city.country, 0.55)
    return "en" if rng.random() < share else "ms"
