"""How well the invented boards of the tests are read, of which nobody said what they are: totals, and lone posts apart.

    python -m benchmarks.invented_boards [--set earlier|odd|kept|engines|shut] [--list]

Each board is shown with 1, 2, 6 and 15 posts; scored as `benchmarks.threads` scores boards that people marked.
All were worked with by now; the `kept` and the `shut` ones were until then known by their totals alone. The `shut` are
eight of the twenty written last, drawn by the hash of their names; the other twelve are `engines`. Beside them pages
that are no talks: how many documents were read there for posts.
"""

from __future__ import annotations

import hashlib
import importlib
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.shared import command
from benchmarks.threads import Gold, Score, read, score, words
from core.records import Posting

_TESTS = Path(__file__).parent.parent / "tests" / "crawlers"
_SETS = {
    "earlier": ("crawlers_boards_tables", "crawlers_boards_blind", "crawlers_boards_tongues"),
    "odd": ("crawlers_boards_odd",),
    "kept": ("crawlers_boards_kept",),
    "engines": ("crawlers_boards_engines", "crawlers_boards_engines_later"),
    "shut": ("crawlers_boards_engines", "crawlers_boards_engines_later"),
}
_SHUT = 8
_COUNTS = (1, 2, 6, 15)


def boards_of(name: str) -> dict[str, tuple[str, str, Any]]:
    """The boards of a set: language, address, and how the page is written."""
    layouts: dict[str, tuple[str, str, Any]] = importlib.import_module("crawlers_boards_tables").LAYOUTS
    homes = {importlib.import_module(module).__name__ for module in _SETS[name]}
    found = {board: told for board, told in layouts.items() if told[2].__module__ in homes}
    drawn = sorted(found, key=lambda board: hashlib.sha256(board.encode()).hexdigest())
    chosen = {"shut": drawn[:_SHUT], "engines": drawn[_SHUT:]}.get(name, drawn)
    return {board: found[board] for board in chosen}


def measure(name: str, listed: bool) -> dict[str, Any]:
    """Totals of a set, by the number of posts on a page."""
    posts = importlib.import_module("crawlers_talks").posts
    found: dict[str, Score] = {}
    boards = boards_of(name)
    for board, (lang, url, form) in sorted(boards.items()):
        for count in _COUNTS:
            page = Score()
            talk = posts(lang, count)
            got = read(url, form(talk))
            score([_gold(one, got) for one in talk], got, page)
            if listed:
                print(f"{board:28} {count:3} {told_of([page])}")
            found[f"{board} {count}"] = page
    lone = [one for one in found.values() if one.posts == 1]
    return {"boards": len(boards), "all": told_of(found.values()), "lone posts": told_of(lone)}


def _gold(post: Any, got: Iterable[Posting]) -> Gold:
    """A post as it should be read: with what it quotes, where that was read with it."""
    whole = words(f"{post.quoted} {post.text}")
    with_quotation = any(whole <= words(one.text) for one in got)
    return Gold(whole if with_quotation else words(post.text), frozenset({post.at.date()}), post.name)


def told_of(scores: Iterable[Score]) -> dict[str, int]:
    """Sums of what was counted."""
    known = list(scores)
    return {name: sum(getattr(one, name) for one in known) for name in Score.__slots__}


def none_of_them() -> dict[str, int]:
    """Documents read for posts on pages that are no talks, by page; without those where there were none."""
    pages = importlib.import_module("crawlers_no_talks").PAGES
    taken = {name: sum(one.kind != "article" for one in read(url, markup)) for name, (url, markup, _) in pages.items()}
    return {name: number for name, number in taken.items() if number}


def main() -> None:
    """Measure and print."""
    parser = command(__doc__)
    parser.add_argument("--set", choices=tuple(_SETS))
    parser.add_argument("--list", action="store_true", help="a line a page")
    chosen = parser.parse_args()
    sys.path.insert(0, str(_TESTS))
    told: dict[str, Any] = {name: measure(name, chosen.list) for name in _SETS if chosen.set in (None, name)}
    print(json.dumps({**told, "taken for posts where none are": none_of_them()}, indent=2))


if __name__ == "__main__":
    main()
