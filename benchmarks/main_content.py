"""How well the main words of saved pages of seven kinds are read, and which pages are read as posts.

    python -m benchmarks.main_content FOLDER [--most 45] [--kind article forum ...]

FOLDER is a part of WCXB (github.com/Murrough-Foley/web-content-extraction-benchmark), with `ground-truth/*.json` and
`html/*.html.gz`; nobody says what a page is. For each kind, of so many pages at most, drawn by the hash of their names:
F1 of runs of four words as `benchmarks.articles` reckons it, ours and trafilatura's alone, the mean of F1 of single
words, and on how many pages how many documents are read as posts, which is right on those of boards alone.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.articles import Shares, f1, shares
from benchmarks.extraction import alone, ours
from benchmarks.shared import command, head, row
from benchmarks.threads import likeness, words


@dataclass(frozen=True, slots=True)
class Saved:
    """A page with its kind and main words as marked."""

    kind: str
    url: str
    body: bytes
    marked: str


@dataclass(frozen=True, slots=True)
class Read:
    """What came of a page."""

    ours: Shares
    alone: Shares
    words: float
    posts: int


def pages(folder: Path) -> Iterator[Saved]:
    """The pages of a part, in the order of the hash of their names; those without a page or mark are left out."""
    marked = sorted(folder.glob("ground-truth/*.json"), key=lambda one: hashlib.sha256(one.name.encode()).hexdigest())
    for path in marked:
        page = folder / "html" / f"{path.stem}.html.gz"
        told = json.loads(path.read_text(encoding="utf-8"))
        main = told["ground_truth"].get("main_content")
        if page.exists() and main:
            kind, url = told["_internal"]["page_type"]["primary"], told.get("url") or "https://saved.example/"
            yield Saved(kind, url, gzip.decompress(page.read_bytes()), main)


def read(page: Saved) -> Read:
    """A page read by both."""
    found = ours((page.url, page.body)).postings
    text = "\n".join(one.text for one in found)
    theirs = alone((page.url, page.body))
    posts = sum(one.kind in ("post", "reply") for one in found)
    by_them = shares(page.marked, (theirs.text or "") if theirs else "")
    return Read(shares(page.marked, text), by_them, likeness(words(page.marked), words(text)), posts)


def figures(kind: str, some: Sequence[Read]) -> str:
    """A row of the table."""
    taken = [one.posts for one in some if one.posts]
    return row(
        (
            f"{kind} ({len(some)})",
            f"{f1([one.ours for one in some]):.3f}",
            f"{f1([one.alone for one in some]):.3f}",
            f"{statistics.mean(one.words for one in some):.3f}",
            f"{len(taken)} ({sum(taken)})",
        )
    )


def main() -> None:
    """Measure and print."""
    parser = command(__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--most", type=int, default=45)
    parser.add_argument("--kind", nargs="*", default=[])
    asked = parser.parse_args()
    found: dict[str, list[Read]] = {}
    for page in pages(asked.folder):
        some = found.setdefault(page.kind, [])
        if len(some) < asked.most and page.kind in (asked.kind or [page.kind]):
            some.append(read(page))
    if not found:
        parser.error(f"{asked.folder}: no labelled pages (ground-truth/*.json) lie there")
    print(head(("kind (pages)", "F1 of runs", "trafilatura", "F1 of words", "pages read as posts (documents)")))
    for kind, some in sorted(found.items()):
        if some:
            print(figures(kind, some))


if __name__ == "__main__":
    main()
