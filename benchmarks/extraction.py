"""How fast pages become postings, all steps, against trafilatura alone on the same pages, in one run on one thread.

    python -m benchmarks.extraction [--rounds 2] [--folder ../shared/data]

Real saved pages: news whose dates are known, and threads of boards. CPU time of this process, the two sides by turns,
after one round that loads what is loaded late. "ours" looks at a page of which nobody said what it is, and reads its
posts or its article, its authors and its dates. "alone" is trafilatura with the same options: text and metadata of an
article. Prints one JSON object: pages a second of both and the ratio, by set and round.
"""

from __future__ import annotations

import gzip
import json
import statistics
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from trafilatura import bare_extraction

from benchmarks.shared import command
from core.cards import Source, Terms
from core.records import Parcel
from crawlers.extract import postings

_SETS = {
    "news": ("htmldate_mediacloud2020", "gold_dates_dev.json", "html_dev"),
    "boards": ("forum_pages_trafilatura", "gold_segments.json", "."),
}
_SEEN = datetime(2026, 11, 23, tzinfo=UTC)
_TERMS = Terms(says="nothing", fair_because="saved pages")
_CARD = Source(id="saved", name="Saved", kind="forum", urls=("https://b.example/",), terms=_TERMS)

type Page = tuple[str, bytes]


def pages_of(folder: Path, name: str) -> list[Page]:
    """The saved pages of a set, with their addresses."""
    where, gold, pages = _SETS[name]
    known = json.loads((folder / where / gold).read_text(encoding="utf-8"))
    return [
        (url, gzip.decompress((folder / where / pages / f"{one['file']}.gz").read_bytes()))
        for url, one in known.items()
    ]


def ours(page: Page, seen: datetime = _SEEN) -> Any:
    """All postings of a page."""
    url, body = page
    return postings(Parcel("1", _CARD.id, url, seen, "text/html", body), _CARD)


def alone(page: Page) -> Any:
    """The page's text and metadata by trafilatura."""
    url, body = page
    return bare_extraction(body, url=url, fast=True, with_metadata=True, include_comments=False)


def rate(read: Callable[[Page], Any], pages: Sequence[Page]) -> float:
    """Pages a CPU second."""
    before = time.process_time()
    for page in pages:
        read(page)
    return len(pages) / (time.process_time() - before)


def measure(pages: Sequence[Page], rounds: int) -> dict[str, Any]:
    """Both sides by turns, and the ratio of each round with its median."""
    for page in pages:  # words and patterns of many languages are loaded once
        ours(page)
        alone(page)
    told = []
    for number in range(rounds):
        # Another hour of fetching: no date is answered from memory.
        later = partial(ours, seen=_SEEN + timedelta(hours=number + 1))
        told.append((rate(later, pages), rate(alone, pages)))
    ratios = [one / other for one, other in told]
    return {
        "pages": len(pages),
        "ours_pages_per_second": round(statistics.median(one for one, _ in told), 1),
        "alone_pages_per_second": round(statistics.median(other for _, other in told), 1),
        "ratios": [round(one, 2) for one in ratios],
        "ratio": round(statistics.median(ratios), 2),
    }


def main() -> None:
    """Measure and print."""
    parser = command(__doc__, "")
    parser.add_argument("--rounds", type=int, default=2)
    chosen = parser.parse_args()
    print(json.dumps({name: measure(pages_of(chosen.folder, name), chosen.rounds) for name in _SETS}, indent=2))


if __name__ == "__main__":
    main()
