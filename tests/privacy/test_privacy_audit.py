"""The audit chain: what was changed, left out or cut off is named."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.records import AuditEntry
from privacy.audit import link, verify

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def chain(length: int) -> list[AuditEntry]:
    entries: list[AuditEntry] = []
    for n in range(length):
        last = entries[-1] if entries else None
        entries.append(link(last, "ana", "read", f"document {n}", "", START + timedelta(seconds=n)))
    return entries


def test_a_chain_as_written_holds() -> None:
    entries = chain(20)
    checked = verify(entries)
    assert (checked.entries, checked.broken, checked.last) == (20, None, entries[-1].digest)


def test_an_empty_chain_holds() -> None:
    assert verify([]).broken is None


@given(st.integers(0, 9), st.sampled_from(["actor", "verb", "subject", "detail"]), st.text(max_size=5))
def test_a_changed_entry_is_named(n: int, name: str, value: str) -> None:
    entries = chain(10)
    changed = replace(entries[n], **{name: value})
    if changed == entries[n]:
        return
    entries[n] = changed
    assert str(verify(entries).broken).startswith(f"entry {n + 1} ")


def test_a_later_instant_is_a_change() -> None:
    entries = chain(3)
    entries[1] = replace(entries[1], at=entries[1].at + timedelta(microseconds=1))
    assert "entry 2" in str(verify(entries).broken)


@given(st.integers(0, 8))
def test_an_entry_left_out_is_named(n: int) -> None:
    entries = chain(10)
    del entries[n]
    assert verify(entries).broken == f"entry {n + 1} is missing: entry {n + 2} follows {n}"


def test_entries_cut_off_at_the_end_are_told_by_an_anchor_kept_elsewhere() -> None:
    entries = chain(10)
    anchor = entries[-1].digest
    assert verify(entries, anchor=anchor).broken is None
    assert verify(entries[:8]).broken is None
    assert "no longer holds" in str(verify(entries[:8], anchor=anchor).broken)


def test_a_rewritten_tail_is_told_by_the_anchor() -> None:
    entries = chain(4)
    forged = [*entries[:2], link(entries[1], "eve", "read", "x", "", START)]
    assert verify(forged).broken is None
    assert verify(forged, anchor=entries[3].digest).broken is not None


def test_fields_cannot_be_shifted_into_one_another() -> None:
    one = link(None, "ab", "c", "", "", START)
    other = link(None, "a", "bc", "", "", START)
    assert one.digest != other.digest


def test_an_instant_without_a_timezone_is_refused() -> None:
    with pytest.raises(ValueError, match="timezone"):
        link(None, "a", "b", "c", "", datetime(2026, 1, 1))
