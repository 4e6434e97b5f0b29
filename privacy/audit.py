"""The audit chain: who did what, each entry bound to the one before it, so that none can be changed or left out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from core.records import AuditEntry

FIRST = "0" * 64


@dataclass(frozen=True, slots=True)
class Verified:
    """The outcome of a check: entries seen, and the first broken link in words (None: the chain holds)."""

    entries: int
    broken: str | None
    last: str = FIRST


def link(last: AuditEntry | None, actor: str, verb: str, subject: str, detail: str, at: datetime) -> AuditEntry:
    """The next entry of the chain after `last` (None: the first). Raises ValueError for an instant without timezone."""
    if at.tzinfo is None:
        raise ValueError(f"an audit entry needs an instant with a timezone, not {at.isoformat()}")
    number = last.number + 1 if last else 1
    digest = _digest(last.digest if last else FIRST, number, at, actor, verb, subject, detail)
    return AuditEntry(number, at, actor, verb, subject, detail, digest)


def verify(entries: Iterable[AuditEntry], *, anchor: str | None = None) -> Verified:
    """Check a whole chain from its first entry; names the first broken link.

    `anchor`: the digest of the last entry as it was written down elsewhere. A chain alone cannot show that its newest
    entries were cut off; the anchor can.
    """
    seen, before, anchored = 0, FIRST, anchor is None
    for entry in entries:
        fault = _fault(entry, seen + 1, before)
        if fault:
            return Verified(seen, fault, before)
        seen, before = seen + 1, entry.digest
        anchored = anchored or before == anchor
    if not anchored:
        return Verified(
            seen, f"the chain of {seen} entries no longer holds the entry {str(anchor)[:12]}… noted elsewhere", before
        )
    return Verified(seen, None, before)


def _fault(entry: AuditEntry, number: int, before: str) -> str | None:
    if entry.number != number:
        return f"entry {number} is missing: entry {entry.number} follows {number - 1}"
    if entry.at.tzinfo is None:
        return f"entry {number} was changed: its instant has no timezone"
    if entry.digest != _digest(before, number, entry.at, entry.actor, entry.verb, entry.subject, entry.detail):
        return (
            f"entry {number} ({entry.verb} by {entry.actor}, {entry.at.isoformat()}) was changed after it was written"
        )
    return None


def _digest(before: str, number: int, at: datetime, actor: str, verb: str, subject: str, detail: str) -> str:
    # JSON keeps the fields apart whatever they hold; the instant as whole microseconds survives every store.
    written = json.dumps(
        [before, number, int(at.timestamp() * 1_000_000), actor, verb, subject, detail], ensure_ascii=True
    )
    return hashlib.sha256(written.encode()).hexdigest()
