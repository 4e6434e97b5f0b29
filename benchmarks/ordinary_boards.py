"""How many posts of ordinary boards come out as signals: the price of reading on talk of every kind.

    python -m benchmarks.ordinary_boards FOLDER...

Each FOLDER holds gold documents of the form that `benchmarks.threads` reads: saved threads (of cars, programs, sweets,
school) whose posts people marked. Each post is read as `tag` reads, one in the same words once. Prints those that are
signals or urgent with what speaks for it, and how many they are of how many.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.shared import command
from core.settings import Settings
from flows.house import House
from flows.tag import tag

_SHORTEST = 20  # characters


def posts_in(folders: Sequence[Path]) -> Iterator[str]:
    """The words of every marked post, each text once. Raises ValueError for a folder without gold documents."""
    seen = set[str]()
    for folder in folders:
        files = sorted(folder.glob("*.json"))
        if not files:
            raise ValueError(f"{folder}: no gold documents (*.json) lie there.")
        for file in files:
            for post in json.loads(file.read_text(encoding="utf-8"))["gold_standard_annotation"]:
                text = str((post.get("post_text") or {}).get("surface_form") or "").strip()
                if len(text) > _SHORTEST and text not in seen:
                    seen.add(text)
                    yield text


def loud(texts: Sequence[str]) -> Iterator[dict[str, Any]]:
    """What `tag` says of those texts that are signals or urgent."""
    for told in tag(House(Settings()), (json.dumps({"text": text}) for text in texts)):
        if told["signal"] or told["urgent"]:
            yield told


def main() -> None:
    """Read and print."""
    parser = command(__doc__)
    parser.add_argument("folders", type=Path, nargs="+", metavar="FOLDER")
    try:
        texts = list(posts_in(parser.parse_args().folders))
    except ValueError as error:
        parser.error(str(error))
    signals = urgent = 0
    for told in loud(texts):
        signals, urgent = signals + bool(told["signal"]), urgent + bool(told["urgent"])
        rules = ", ".join(one["rule"] for one in told["findings"])
        print(f"{'urgent ' * told['urgent']}{told['redacted'][:200]!r}\n    {rules}", flush=True)
    print(f"of {len(texts)} posts {signals} are signals, {urgent} urgent")


if __name__ == "__main__":
    main()
