"""What is known of the pages of a source: links, entries of the frontier, visits and their outcomes; how they rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal
from urllib.parse import urlsplit, urlunsplit

type Role = Literal["feed", "sitemap", "list", "item", "thread"]

#: Pages that are walked anew at each visit; the others are visited again when their time has come.
WALKED = ("feed", "sitemap", "list")
_FIRST_RETURN = timedelta(days=7)
_LAST_RETURN = timedelta(days=60)
#: Tables of a frontier's file.
FORM = """
CREATE TABLE IF NOT EXISTS page (
    key TEXT PRIMARY KEY,
    sealed BLOB NOT NULL,
    role TEXT NOT NULL,
    urgency INTEGER NOT NULL,
    depth INTEGER NOT NULL,
    state TEXT NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0,
    visit INTEGER NOT NULL,
    found_in INTEGER NOT NULL,
    first_seen TEXT NOT NULL,
    since TEXT,
    fetched TEXT,
    etag TEXT,
    modified TEXT,
    content TEXT,
    hint TEXT NOT NULL DEFAULT '',
    thread TEXT,
    next_visit TEXT
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS page_thread ON page (thread) WHERE thread IS NOT NULL;
CREATE INDEX IF NOT EXISTS page_state ON page (state, urgency, depth, first_seen);
CREATE TABLE IF NOT EXISTS item (
    key TEXT PRIMARY KEY,
    page TEXT NOT NULL,
    sealed BLOB NOT NULL,
    first_seen TEXT NOT NULL,
    since TEXT,
    found_in INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS item_page ON item (page);
CREATE TABLE IF NOT EXISTS visit (
    number INTEGER PRIMARY KEY, started TEXT NOT NULL, ended TEXT, finished INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS refusal (key TEXT PRIMARY KEY, sealed BLOB NOT NULL, reason TEXT NOT NULL, at TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS note (name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""


@dataclass(frozen=True, slots=True)
class Link:
    """A page that another page, or the card, points to. `hint` changes when the page behind it has likely changed."""

    url: str
    role: Role
    hint: str = ""
    meta: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    """A page whose turn it is, with what is known of it from earlier."""

    key: str
    url: str
    role: Role
    depth: int
    tries: int
    first_seen: datetime
    since: datetime | None
    fetched: datetime | None
    etag: str | None
    modified: str | None
    content: str | None
    meta: Mapping[str, str]
    new: bool


@dataclass(frozen=True, slots=True)
class Visit:
    """One walk over a source. `previous`: when the last finished visit began; None at the first."""

    number: int
    started: datetime
    previous: datetime | None
    resumed: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one page. `unchanged`: it was there, and the same as before.

    `handed_on`: it moved, and what it held is its new address's from now on.
    """

    state: Literal["done", "gone", "failed", "refused", "moved"]
    etag: str | None = None
    modified: str | None = None
    content: str | None = None
    unchanged: bool = False
    handed_on: bool = False


def going_on(entry_url: str, meta: Mapping[str, str], first_seen: str, since: str) -> dict[str, str]:
    """What a page's new address is told of its old one, so that its documents keep their ids and their first day."""
    kept = {"home": entry_url, "first_seen": first_seen, "previous_visit": since}
    return {**kept, **{name: value for name, value in meta.items() if name != "hops"}}


def variants(url: str) -> list[str]:
    """Other addresses of the same page: http for https, with "www." or without, with a slash at its end or without."""
    parts = urlsplit(url)
    bare, path = parts.netloc.removeprefix("www."), parts.path.rstrip("/")
    forms = (
        urlunsplit((scheme, host, place or "/", parts.query, ""))
        for scheme in ("https", "http")
        for host in (bare, f"www.{bare}")
        for place in (path, f"{path}/")
    )
    return [one for one in dict.fromkeys(forms) if one != url]


def next_visit(entry: Entry, outcome: Outcome, now: datetime) -> str | None:
    """When a page is to be visited again, if it was read: what changes is looked at more often."""
    if outcome.state != "done":
        return None
    wait = _FIRST_RETURN
    if outcome.unchanged and entry.fetched:  # twice the time it has rested
        wait = min(max(2 * (now - entry.fetched), _FIRST_RETURN), _LAST_RETURN)
    return (now + wait).isoformat()
