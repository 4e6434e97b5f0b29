"""How well articles are read from saved pages of which nobody said what they are, beside trafilatura alone.

    python -m benchmarks.articles [--labelled FOLDER] [--folder ../shared/data]

FOLDER is a copy of github.com/scrapinghub/article-extraction-benchmark (`ground-truth.json`, `html/*.html.gz`): texts
of articles as people marked them. The score is that set's own: shares of runs of four words, precision and recall each
averaged over pages, F1 of the two averages; its standard error is that of pages drawn with replacement. Days are those
of `htmldate_mediacloud2020` in `--folder`. A set that is absent is named and left out. Prints one JSON object.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import statistics
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.extraction import alone, ours, pages_of
from benchmarks.shared import command

#: So many words follow one another in what is compared.
_RUN = 4

type Shares = tuple[float, float]


def runs(text: str) -> Counter[tuple[str, ...]]:
    """Each four words that follow one another (or all, where there are fewer), and how often."""
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[n : n + _RUN]) for n in range(max(1, len(words) - _RUN + 1)) if words)


def shares(marked: str, read: str) -> Shares:
    """Precision and recall of one page."""
    gold, got = runs(marked), runs(read)
    if not gold and not got:
        return 1.0, 1.0
    both = (gold & got).total()
    return both / max(1, got.total()), both / max(1, gold.total())


def f1(found: Sequence[Shares]) -> float:
    """F1 of the averages over pages."""
    precision, recall = (statistics.mean(one) for one in zip(*found, strict=True))
    return 2 * precision * recall / max(1e-9, precision + recall)


def scored(found: Sequence[Shares], rounds: int = 1000) -> dict[str, float]:
    """F1 with its standard error, and both averages."""
    dice = random.Random(4)
    error = statistics.stdev(f1(dice.choices(found, k=len(found))) for _ in range(rounds))
    precision, recall = (statistics.mean(one) for one in zip(*found, strict=True))
    told = {"f1": f1(found), "standard_error": error, "precision": precision, "recall": recall}
    return {name: round(value, 4) for name, value in told.items()}


def texts(folder: Path) -> dict[str, Any]:
    """F1 on the labelled articles, ours and trafilatura's alone, and how many pages were not read as one article."""
    gold = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    found: dict[str, list[Shares]] = {"ours": [], "alone": []}
    talks = 0
    for name, told in gold.items():
        page = (told["url"], gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes()))
        read = ours(page).postings
        talks += [one.by for one in read] != ["article"]
        theirs = alone(page)
        found["ours"].append(shares(told["articleBody"], "\n".join(one.text for one in read)))
        found["alone"].append(shares(told["articleBody"], theirs.text or "" if theirs else ""))
    return {"pages": len(gold), "not_read_as_one_article": talks, **{who: scored(one) for who, one in found.items()}}


def days(folder: Path) -> dict[str, Any]:
    """How many news pages bear their day."""
    gold = json.loads((folder / "htmldate_mediacloud2020" / "gold_dates_dev.json").read_text(encoding="utf-8"))
    right = 0
    for page in pages_of(folder, "news"):
        read = ours(page).postings
        right += bool(read) and str(read[0].published_day) == gold[page[0]]["date"]
    return {"pages": len(gold), "right": right}


def main() -> None:
    """Measure and print what there is."""
    parser = command(__doc__, "")
    parser.add_argument("--labelled", type=Path, default=Path("article-extraction-benchmark"))
    chosen = parser.parse_args()
    sets: dict[str, tuple[Path, Callable[[], dict[str, Any]]]] = {
        "texts": (chosen.labelled / "ground-truth.json", lambda: texts(chosen.labelled)),
        "days": (chosen.folder / "htmldate_mediacloud2020", lambda: days(chosen.folder)),
    }
    told = {name: measure() if where.exists() else f"absent: {where.name}" for name, (where, measure) in sets.items()}
    print(json.dumps(told, indent=2))


if __name__ == "__main__":
    main()
