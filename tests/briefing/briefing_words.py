"""The words of a digest, and what its tests call their fixtures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from typing import Any

from core.records import Digest, Spike

WEEK = date(2026, 11, 9)

type Build = Callable[..., Digest]
type Alarm = Callable[..., Spike]
type Records = Callable[..., dict[str, Any]]


class Text(HTMLParser):
    """The words of a page, without style and drawings."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.skipped = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        self.skipped += tag in ("style", "svg")

    def handle_endtag(self, tag: str) -> None:
        self.skipped -= tag in ("style", "svg")

    def handle_data(self, data: str) -> None:
        if not self.skipped and data.strip():
            self.words.append(data.strip())


def words(digest: Digest) -> str:
    reader = Text()
    reader.feed(digest.html)
    return " ".join(reader.words)
