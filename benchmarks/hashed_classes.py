"""How well saved threads are read when their class names, or class names and ids, say nothing.

    python -m benchmarks.hashed_classes FOLDER [FOLDER ...] [--part first|second|last] [--salt WORD]

FOLDER holds labelled pages as `benchmarks.threads` reads them; each is scored as saved, with each class name replaced
by its hash, and with the names of ids replaced as well (their numbers stay, and links to them lead there still), as
minified front ends write them. Addresses and all other attributes stay. Prints counts: posts found, days and names
right of those found, and what was taken for a post but is none. With another salt the hashes are others, and the counts
differ by some posts in a hundred at most.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.shared import command, head, row
from benchmarks.threads import measure

type Change = Callable[..., str]
_CLASS = re.compile(r"(?<![\w-])(class\s*=\s*)([\"'])(.*?)\2", re.DOTALL | re.IGNORECASE)
_ID = re.compile(r"(?<![\w-])((?:id|for)\s*=\s*)([\"'])(.*?)\2", re.DOTALL | re.IGNORECASE)
_LINK = re.compile(r"(?<![\w-])(href\s*=\s*[\"'][^\"'#]*#)([^\"']+)", re.IGNORECASE)
_NAME = re.compile(r"[^\d\s]+")


def _hash(name: str, salt: str) -> str:
    return f"x{hashlib.sha256((salt + name).encode()).hexdigest()[:6]}"


def without_classes(markup: str, salt: str = "") -> str:
    """Markup with each class name as one that says nothing, the same throughout."""

    def hashed(one: re.Match[str]) -> str:
        return f"{one[1]}{one[2]}{' '.join(_hash(name, salt) for name in one[3].split())}{one[2]}"

    return _CLASS.sub(hashed, markup)


def without_names(markup: str, salt: str = "") -> str:
    """Markup with class names and the names of ids as ones that say nothing."""

    def numbered(name: str) -> str:
        return _NAME.sub(lambda part: _hash(part[0], salt), name)

    told = _ID.sub(lambda one: f"{one[1]}{one[2]}{numbered(one[3])}{one[2]}", without_classes(markup, salt))
    return _LINK.sub(lambda one: one[1] + numbered(one[2]), told)


CHANGES: dict[str, Change] = {
    "as saved": lambda markup, **_: markup,
    "class names hashed": without_classes,
    "class names and ids hashed": without_names,
}


def figures(name: str, told: dict[str, Any]) -> str:
    """A row of the table."""
    found = f"{told['found']} of {told['posts']} ({told['found'] / max(1, told['posts']):.3f})"
    return row((name, found, f"{told['day']} of {told['dated']}", f"{told['name']} of {told['named']}", told["extra"]))


def main() -> None:
    """Measure each folder and print."""
    parser = command(__doc__)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--salt", default="")
    parser.add_argument("--part", choices=("first", "second", "last"))
    asked = parser.parse_args()
    print(head(("pages", "posts found", "days right", "names right", "no post")))
    for folder in asked.folders:
        for name, change in CHANGES.items():
            told = measure(folder.glob("*.json"), asked.part, change=partial(change, salt=asked.salt))
            if not told["posts"]:
                parser.error(f"{folder}: no gold documents (*.json) of this part lie there")
            print(figures(f"{folder.name}, {name}", told), flush=True)


if __name__ == "__main__":
    main()
