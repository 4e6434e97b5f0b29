"""Whether memory stays flat over a long crawl, and over the reading of what it brought.

`python -m benchmarks.crawl_memory [--pages 100000] [--filled] [--read]` crawls a local site of so many ads by our
worker, then extracts the posts of all its parcels, as the inbox hands them out, in a process of its own; with `--read`
the house then reads them whole (redaction, copies, store) in a third. It prints a table: the resident memory of each
process in MB, by share of the pages done; the first row is that of its first word of progress. `--filled` puts the ads
into the inbox without crawling for them, where only the extraction is to be measured.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import accumulate, batched
from pathlib import Path

import psutil
import yaml

from benchmarks.crawl import ad, card_of, job_of, serve
from benchmarks.shared import command
from core.cards import Source, load_card
from core.records import Parcel
from core.settings import Settings
from crawlers.extract import postings
from crawlers.inbox import Inbox
from flows import steps
from flows.house import House
from privacy.vault import Vault

_SHARES = (0.0, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 1.0)
#: So many ads are put into the inbox in one transaction.
_AT_ONCE = 1000

type Memory = list[tuple[int, int]]


def watched(command: list[str], told: str = "") -> Memory:
    """Pages done and MB held, at each word of progress of a process that is told one line."""
    found: Memory = []
    with subprocess.Popen(
        [sys.executable, "-m", *command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(told + "\n")
        process.stdin.flush()
        seen = psutil.Process(process.pid)
        for line in process.stdout:
            word = json.loads(line)
            found.append((word.get("result", word)["pages"], seen.memory_info().rss // 1_000_000))
            if len(found) % 100 == 0:
                print(f"{command[0]}: {found[-1][0]:,} pages, {found[-1][1]} MB", file=sys.stderr)
    if process.returncode or not found:
        raise SystemExit(f"{command[0]} ended with {process.returncode} after {len(found)} words")
    return found


def extract(folder: Path) -> Iterator[int]:
    """Extract all parcels of the inbox, batch by batch as `read` does; how many posts each batch held."""
    card = load_card(folder / "sources" / "site.yml", Source)
    inbox = Inbox(folder / "crawl" / "inbox.db", Vault.open(folder / "keys"))
    for parcels in inbox.waiting(steps.PARCELS_AT_ONCE):
        yield sum(len(postings(parcel, card).postings) for parcel in parcels)


def read(folder: Path) -> None:
    """Read all parcels as `honeyguide read` does."""
    house = House(Settings(home=folder), progress=lambda _, done, __: say(done))
    say(steps.read(house).done)


def say(pages: int) -> None:
    """One word of progress."""
    print(json.dumps({"pages": pages}), flush=True)


def fill(folder: Path, address: str, pages: int) -> None:
    """Put the parcels of so many ads into the inbox, as a crawl would."""
    inbox = Inbox(folder / "crawl" / "inbox.db", Vault.open(folder / "keys"))
    card, now = card_of(address), datetime.now(UTC)
    for some in batched(range(pages), _AT_ONCE):
        urls = [(f"{address}/ad/{number}", ad(f"/ad/{number}")) for number in some]
        inbox.put(Parcel(url, card.id, url, now, "text/html", body, {"role": "item"}) for url, body in urls)


def measured(pages: int, filled: bool, whole: bool) -> dict[str, Memory]:
    """What each step held."""
    address = serve(pages)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "sources").mkdir()
        card = yaml.safe_dump(card_of(address).model_dump(mode="json", exclude_defaults=True))
        (folder / "sources" / "site.yml").write_text(card)
        found: dict[str, Memory] = {}
        if filled:
            fill(folder, address, pages)
        else:
            found["crawl"] = watched(["crawlers.worker"], job_of(address, folder))
        for step in ("extract", *(["read"] if whole else [])):
            found[step] = watched(["benchmarks.crawl_memory", "--step", step, "--folder", name])
    return found


def table(found: dict[str, Memory]) -> str:
    """Shares of the pages against the steps."""
    lines = [
        "| pages done | " + " | ".join(f"{step}: pages, MB" for step in found) + " |",
        "|---" * (len(found) + 1) + "|",
    ]
    for share in _SHARES:
        cells = [next(one for one in held if one[0] >= share * held[-1][0]) for held in found.values()]
        lines.append(f"| {share:.0%} | " + " | ".join(f"{pages:,}, {size}" for pages, size in cells) + " |")
    tops = " | ".join(str(max(size for _, size in held)) for held in found.values())
    return "\n".join([*lines, f"| greatest MB | {tops} |"])


def main() -> None:
    """Measure and print; or, with `--step`, be one of the processes that are measured."""
    parser = command(__doc__)
    parser.add_argument("--pages", type=int, default=100_000)
    parser.add_argument("--filled", action="store_true", help="do not crawl: put the ads into the inbox")
    parser.add_argument("--read", action="store_true", help="also read them whole: redaction, copies, store")
    parser.add_argument("--step", choices=("extract", "read"), help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.step == "extract":
        for pages in accumulate(extract(options.folder)):
            say(pages)
    elif options.step == "read":
        read(options.folder)
    else:
        print(table(measured(options.pages, options.filled, options.read)))


if __name__ == "__main__":
    main()
