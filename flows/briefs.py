"""What `brief` gathers for the digest of a week, and where the digest is put."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from core.days import monday
from core.records import Digest
from flows.house import House

FOLDER = "digests"


def last_whole_week(today: date) -> date:
    """The Monday of the last week that is over."""
    return monday(today) - timedelta(weeks=1)


def write(house: House, digest: Digest) -> Path:
    """Put the digest's page beside the others; returns its path."""
    folder = house.home / FOLDER
    folder.mkdir(exist_ok=True, mode=0o700)
    year, number, _ = digest.week.isocalendar()
    path = folder / f"{year}-W{number:02}-{digest.edition}.html"
    path.write_text(digest.html, encoding="utf-8")
    return path
