"""What goes into the queue read by people: danger to somebody in particular now, and little else."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from core.records import Kind, Passage
from nlp.reading import Reader

POSTS = Path(__file__).parent / "urgent_posts.txt"
KINDS: dict[str, Kind] = {"F": "post", "N": "article", "A": "article", "D": "ad", "-": "post"}


class Post(NamedTuple):
    """A post with what it is and what it was taken for."""

    urgent: bool
    said: bool
    language: str
    text: str


@cache
def posts() -> tuple[Post, ...]:
    reader, found = Reader.load(), []
    for line in POSTS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            head, _, text = line.partition(" | ")
            mark, language, voice = head.split()
            said = reader.read(Passage(text, language=language, kind=KINDS[voice])).urgent
            found.append(Post(mark == "+", said, language, text))
    return tuple(found)


def test_most_cries_for_help_are_urgent() -> None:
    cries = [post for post in posts() if post.urgent]
    assert sum(post.said for post in cries) >= 0.85 * len(cries), [post.text for post in cries if not post.said]


def test_hardly_anything_else_is() -> None:
    others = [post for post in posts() if not post.urgent]
    assert sum(post.said for post in others) <= 0.05 * len(others), [post.text for post in others if post.said]
