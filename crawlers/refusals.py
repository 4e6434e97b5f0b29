"""What was not fetched, and why: counted from the frontiers' logs, without their keys."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from crawlers.books import told


def refusals(state: Path) -> dict[str, dict[str, int]]:
    """How many addresses each source was refused, by reason; only sources with any. Addresses stay sealed.

    `state` is the folder of crawls. Raises StoreAway for a frontier that cannot be read.
    """
    found: dict[str, dict[str, int]] = {}
    for path in sorted((state / "frontier").glob("*.db")):
        with told(path), closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=30)) as book:
            rows = book.execute("SELECT reason, count(*) FROM refusal GROUP BY reason ORDER BY reason").fetchall()
        if rows:
            found[path.stem] = {str(reason): int(number) for reason, number in rows}
    return found
