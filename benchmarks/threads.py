"""How well threads of boards are read without selectors, on saved pages that people marked post by post.

    python -m benchmarks.threads FOLDER [--part first|second|last] [--list] [--quoted]

FOLDER holds gold documents of the Harvest collection (github.com/fhgr/harvest, corpus/goldDocuments): JSON with `url`,
`html`, and in `gold_standard_annotation` the text, the date and the author of each post. Boards are parted by their
host's hash, so that some can stay unseen while the finder is worked on. Prints one JSON object: shares of posts found,
of texts complete, of days right and of names right, each with its 95 % interval over hosts (boards, not posts, are what
is drawn), and what was taken for a post but is none. The people who marked that collection counted what a post quotes
among its words; `--quoted` reads so too, where the product leaves out what a member is quoted with.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch
from urllib.parse import urlsplit

from benchmarks.shared import command
from core.cards import Source, Terms
from core.records import Parcel, Posting
from crawlers.extract import postings

_SEEN = datetime(2026, 11, 23, tzinfo=UTC)
_TERMS = Terms(says="nothing", fair_because="saved pages")
#: A post is found when at least so much of its words and of those read are the same; complete when so much of its.
_ALIKE, _COMPLETE = 0.5, 0.95
_SHARES = ("found", "complete", "day", "name")


@dataclass(frozen=True, slots=True)
class Gold:
    """One post as people marked it. `days`: each day that its date can mean (none: undated, or only told as "ago")."""

    words: Counter[str]
    days: frozenset[date]
    name: str


@dataclass(slots=True)
class Score:
    """Counts of one board. `extra`: documents that are no post; `dated`, `named`: found posts of known day and name."""

    posts: int = 0
    found: int = 0
    complete: int = 0
    dated: int = 0
    day: int = 0
    named: int = 0
    name: int = 0
    extra: int = 0


def words(text: str) -> Counter[str]:
    """The words of a text, in small letters."""
    return Counter(re.findall(r"\w+", text.lower()))


def gold_of(told: Sequence[dict[str, Any]]) -> list[Gold]:
    """The marked posts of a page that have words."""

    def form(post: dict[str, Any], name: str) -> str:
        return str((post.get(name) or {}).get("surface_form") or "")

    read = [
        Gold(words(form(post, "post_text")), _days(form(post, "datetime")), _name(form(post, "user"))) for post in told
    ]
    return [one for one in read if one.words]


def _name(told: str) -> str:
    # Many gold names are addresses of profiles, which do not tell how the page writes the name.
    return "" if re.search(r"[/?=]", told) else told.strip().lstrip("+")


@cache
def _days(text: str) -> frozenset[date]:
    from dateparser import parse

    if not re.search(r"\b\d{1,2}\b.*(19|20)\d\d|(19|20)\d\d.*\b\d{1,2}\b|\b\d{1,2}[./]\d{1,2}[./]\d\d\b", text):
        return frozenset()
    if match := re.search(r"\d{4}-\d\d-\d\d", text):
        return frozenset({date.fromisoformat(match[0])})
    settings: list[dict[str, Any]] = [{"DATE_ORDER": "DMY"}, {"DATE_ORDER": "MDY"}]
    found = [parse(text, languages=["en", "de", "fr", "es"], settings=one) for one in settings]  # type: ignore[arg-type]
    return frozenset(one.date() for one in found if one)


def score(gold: Sequence[Gold], read: Sequence[Posting], into: Score) -> None:
    """Match each marked post with the one read that is likest, and count."""
    free = {number: (words(one.text), one) for number, one in enumerate(read)}
    pairs = sorted(
        (
            (likeness(post.words, said), one.published_day in post.days, place, number)
            for place, post in enumerate(gold)
            for number, (said, one) in free.items()
        ),
        reverse=True,
    )
    met: dict[int, int] = {}
    for alike, _, place, number in pairs:  # of posts in the same words each is the one of its day
        if alike >= _ALIKE and place not in met and number not in met.values():
            met[place] = number
    into.posts += len(gold)
    into.extra += len(read) - len(met)
    for place, number in met.items():
        post, (said, one) = gold[place], free[number]
        into.found += 1
        into.complete += (post.words & said).total() >= _COMPLETE * post.words.total()
        into.dated += bool(post.days)
        into.day += bool(post.days) and one.published_day in post.days
        into.named += bool(post.name)
        into.name += bool(post.name) and _same_name(post.name, one.author or "")


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """F1 of the words of two texts."""
    return 2 * (one & other).total() / max(1, one.total() + other.total())


def _same_name(told: str, read: str) -> bool:
    plain, other = (re.sub(r"\W+", "", one.lower()) for one in (read, told))
    return bool(plain) and plain == other


def read(url: str, body: str) -> tuple[Posting, ...]:
    """The posts of a page of which nobody said what it is."""
    card = Source(id="saved", name="Saved", kind="forum", urls=(url,), terms=_TERMS)
    bytes_of_it = body.encode("utf-8", "replace")
    parcel = Parcel("1", card.id, url, _SEEN, "text/html; charset=utf-8", bytes_of_it, {"saved": "yes"})
    return postings(parcel, card).postings


def part_of(host: str) -> str:
    """In which part a board lies: the finder was worked on with the first, then the second, never with the last."""
    drawn = hashlib.sha256(host.removeprefix("www.").encode()).digest()
    return "first" if drawn[0] % 2 == 0 else "second" if drawn[1] % 2 == 0 else "last"


def measure(
    files: Iterable[Path], part: str | None, listed: bool = False, change: Callable[[str], str] = str
) -> dict[str, Any]:
    """Scores by board, and all of them together; of pages changed so."""
    boards: dict[str, Score] = {}
    for file in sorted(files):
        told = json.loads(file.read_text(encoding="utf-8"))
        host = urlsplit(told["url"]).netloc
        if part in (None, part_of(host)):
            before = boards.setdefault(host, Score())
            page = Score()
            score(gold_of(told["gold_standard_annotation"]), read(told["url"], change(told["html"])), page)
            if listed:
                print(f"{file.name[:60]:60s} {_row(page)}")
            for name in Score.__slots__:
                setattr(before, name, getattr(before, name) + getattr(page, name))
    return {"boards": len(boards), **summed(list(boards.values()))}


def _row(one: Score) -> str:
    return (
        f"posts {one.found}/{one.posts}, complete {one.complete}, days {one.day}/{one.dated}, "
        f"names {one.name}/{one.named}, extra {one.extra}"
    )


def summed(boards: Sequence[Score], rounds: int = 2000) -> dict[str, Any]:
    """Totals, and each share with its interval: boards drawn with replacement."""
    whole = {"found": "posts", "complete": "posts", "day": "dated", "name": "named"}
    dice = random.Random(4)

    def share(drawn: Sequence[Score], part: str) -> float:
        return sum(getattr(one, part) for one in drawn) / max(1, sum(getattr(one, whole[part]) for one in drawn))

    told: dict[str, Any] = {name: sum(getattr(one, name) for one in boards) for name in Score.__slots__}
    for part in _SHARES:
        drawn = sorted(share(dice.choices(boards, k=len(boards)), part) for _ in range(rounds))
        told[f"share {part}"] = [
            round(one, 3) for one in (share(boards, part), drawn[rounds // 40], drawn[-rounds // 40])
        ]
    return told


def main() -> None:
    """Measure and print."""
    parser = command(__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--part", choices=("first", "second", "last"))
    parser.add_argument("--list", action="store_true", help="a line a page")
    parser.add_argument("--quoted", action="store_true", help="keep what a post quotes, as the gold does")
    chosen = parser.parse_args()
    with ExitStack() as kept:
        if chosen.quoted:
            kept.enter_context(patch("crawlers.extract.posts.quotations", lambda *_: set()))
            kept.enter_context(patch("crawlers.extract.postings.own_lines", lambda text: text))
        found = measure(chosen.folder.glob("*.json"), chosen.part, chosen.list)
    if not found["boards"]:
        parser.error(f"{chosen.folder}: no gold documents (*.json) of this part lie there")
    print(json.dumps(found, indent=2))


if __name__ == "__main__":
    main()
