"""One invented post, before a site gives it a page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from demo.cities import City


@dataclass(slots=True)
class Post:
    """`at` is local time of the site (aware); `thread` joins posts of a forum; `label` and `bears` (topics the writer
    had in mind) never reach a page.
    """

    source: str
    category: str
    title: str
    text: str
    author: str
    at: datetime
    city: City
    label: str
    bears: tuple[str, ...] = ()
    number: int = 0
    thread: int = 0

    @property
    def native_id(self) -> str:
        """The id by which the site's own pages tell this post apart."""
        return {"demo-borak": "js-post-", "demo-sembang": "p"}.get(self.source, "") + str(self.number)


@dataclass(slots=True)
class Page:
    """A page of one of the few fixed sites: advocacy and help-line."""

    path: str
    title: str
    lead: str
    points: tuple[str, ...]
    changed: datetime
