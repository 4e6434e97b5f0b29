"""Key epochs of pseudonyms: a new one parts what is written later from what was written before; an old one ends.

An epoch begins when its key file was last written (a backup put back keeps the times of its files, or begins anew). It
is needed for as long as documents rest that were redacted under it, for an erasure by contact looks for them by its
key; after that deleting the key makes it final that nobody can link.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from privacy.vault import begin_epoch, key_files


@dataclass(frozen=True, slots=True)
class Due:
    """Whether a new epoch is due, and the key files of those that are over, oldest last."""

    begin: bool
    over: tuple[Path, ...]


def due(folder: Path, now: datetime, *, linked: timedelta, rests: timedelta) -> Due:
    """What is due on pseudonym keys: an epoch lasts `linked` (none: for ever) and is over once it was followed by
    another `rests` ago, which is how long documents rest."""
    keys = key_files(folder, "pseudonym")
    begun = [datetime.fromtimestamp(path.stat().st_mtime, UTC) for path in keys]
    followed = [path for path, next_begun in zip(keys[1:], begun, strict=False) if next_begun < now - rests]
    return Due(bool(linked and begun and begun[0] <= now - linked), tuple(followed))


def renew(folder: Path, what: Due) -> None:
    """Begin the epoch that is due, and delete the keys of those that are over."""
    if what.begin:
        begin_epoch(folder)
    for path in what.over:
        path.unlink()
