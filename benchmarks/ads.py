"""How well pages of single ads and lists of ads are read without selectors, on saved pages that people marked.

    python -m benchmarks.ads FOLDER [--part open|shut] [--list]

FOLDER holds `gold.json` and the pages in `raw/`. gold.json is a list of pages, each with `file`, `url`, `site`, `part`,
`kind` and `encoding` (as the server would have told it; may be empty). An `ad` has `title`, the ad's own `text`, `days`
(the day of its posting; none where the page tells none), `place`, and what else belongs to the ad and is neither asked
for nor wrong (`allowed`: prices, attributes). A `list` has `ads`: address and title of each.

Each ad is read twice: as `honeyguide extract` reads a page of which nobody said what it is, and as a crawl reads a page
behind a card of kind `listing`. Prints one JSON object: pages that give one document, F1 of words (its average over
pages), texts with nine tenths of the words and as few others, titles, days, wrong days, places; of lists the share of
ads whose addresses would be followed, and addresses that would be followed and are none.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from core.cards import Source, Terms
from core.errors import BadInput
from core.records import Parcel, Posting
from crawlers.extract import postings
from crawlers.extract.listed import record_links
from crawlers.extract.page import Page
from privacy.addresses import canonical

_SEEN = datetime(2026, 11, 30, tzinfo=UTC)
_TERMS = Terms(says="nothing", fair_because="saved pages")
#: A text is whole when so much of its words is read, and clean when so much of what is read belongs to it.
_GOOD = 0.9


def words(text: str) -> Counter[str]:
    """The words of a text in small letters; signs of writings without blanks count each."""
    return Counter(re.findall(r"[぀-ヿ㐀-鿿]|\w+", text.lower()))


def shares(gold: dict[str, Any], read: str) -> tuple[float, float]:
    """Precision and recall of words; what is allowed and was not asked for does not count."""
    asked, got = words(gold["text"]), words(read)
    both = (asked & got).total()
    extra = ((got - asked) - words(gold["allowed"] + " " + gold["title"])).total()
    return both / max(1, both + extra), both / max(1, asked.total())


def f1(precision: float, recall: float) -> float:
    """The harmonic mean."""
    return 2 * precision * recall / max(1e-9, precision + recall)


def content_type(page: dict[str, Any]) -> str:
    """As the server would have told it."""
    return "text/html" + (f"; charset={page['encoding']}" if page["encoding"] else "")


def read(page: dict[str, Any], body: bytes, role: str | None) -> tuple[Posting, ...]:
    """The documents of a page; `role`: what a crawl knows of it."""
    card = Source(id="saved", name="Saved", kind="listing", document_kind="ad", urls=(page["url"],), terms=_TERMS)
    meta = {"saved": "yes", **({"role": role} if role else {})}
    return postings(Parcel("1", card.id, page["url"], _SEEN, content_type(page), body, meta), card).postings


def same_title(gold: str, told: str) -> bool:
    """Whether a title says the same, whatever the site adds at its ends."""
    asked, got = (re.findall(r"\w+", one.casefold()) for one in (gold, told))
    return bool(asked) and " ".join(asked) in " ".join(got) and len(got) <= 2 * len(asked) + 6


def one_ad(page: dict[str, Any], found: Sequence[Posting]) -> dict[str, Any]:
    """What is right of one ad; of several documents the likest one is looked at."""
    scored = [(f1(*shares(page, one.text)), one) for one in found]
    best, one = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    precision, recall = shares(page, one.text) if one else (0.0, 0.0)
    place = (one.place_claim or "") if one else ""
    day = str(one.published_day) if one and one.published_day else ""
    return {
        "one": len(found) == 1,
        "f1": best,
        "whole": recall >= _GOOD,
        "clean": precision >= _GOOD,
        "title": bool(one) and same_title(page["title"], one.title) if page["title"] else None,
        "day": day in page["days"] if page["days"] else None,
        "wrong_day": bool(day) and day not in page["days"],
        "place": page["place"].casefold() in place.casefold() if page["place"] else None,
        "documents": len(found),
        "told_day": day,
    }


def one_list(page: dict[str, Any], body: bytes) -> dict[str, Any]:
    """How many of a list's ads would be followed, and what else."""
    try:
        told = {canonical(url) for url in record_links(Page(page["url"], body, content_type(page)))}
    except BadInput:
        told = set()
    asked = {canonical(url) for url, _ in page["ads"]}
    return {"ads": len(asked), "followed": len(asked & told), "others": len(told - asked)}


def summed(ads: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Totals over ads."""
    told: dict[str, Any] = {
        "pages": len(ads),
        "f1": round(statistics.mean(one["f1"] for one in ads), 3) if ads else None,
    }
    for name in ("one", "whole", "clean", "title", "day", "place"):
        known = [one[name] for one in ads if one[name] is not None]
        told[name] = f"{sum(known)} of {len(known)}"
    return {**told, "wrong days": sum(one["wrong_day"] for one in ads)}


def measure(folder: Path, part: str | None, listed: bool) -> dict[str, Any]:
    """Totals of a part."""
    pages = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    ads: dict[str, list[dict[str, Any]]] = {"nobody said": [], "behind a list": []}
    lists = []
    for page in pages:
        if part not in (None, page["part"]):
            continue
        body = (folder / "raw" / page["file"]).read_bytes()
        if page["kind"] == "list":
            lists.append(one_list(page, body))
            if listed:
                print(f"{page['file'][:50]:50s} {lists[-1]}")
            continue
        for name, role in (("nobody said", None), ("behind a list", "item")):
            ads[name].append(one_ad(page, read(page, body, role)))
            if listed:
                print(f"{page['file'][:50]:50s} {name[0]} {_row(ads[name][-1])}")
    told = {name: sum(one[name] for one in lists) for name in ("ads", "followed", "others")}
    whole = sum(one["followed"] >= _GOOD * one["ads"] and one["others"] <= one["ads"] // 10 for one in lists)
    return {
        **{name: summed(some) for name, some in ads.items()},
        "lists": {"pages": len(lists), "right": whole, **told},
    }


def _row(one: dict[str, Any]) -> str:
    right = "".join(name[0] if one[name] else "-" if one[name] is None else "." for name in ("title", "day", "place"))
    return f"{one['documents']} f1 {one['f1']:.2f} {right} {one['told_day']}{' WRONG' if one['wrong_day'] else ''}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--part", choices=("open", "shut"))
    parser.add_argument("--list", action="store_true", help="a line a page")
    chosen = parser.parse_args()
    print(json.dumps(measure(chosen.folder, chosen.part, chosen.list), indent=2))


if __name__ == "__main__":
    main()
