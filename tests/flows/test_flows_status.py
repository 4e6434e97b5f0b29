"""What `honeyguide status` says."""

from __future__ import annotations

from datetime import UTC, datetime

from core.plurals import counted
from flows.outcome import Outcome
from flows.status import told


def test_each_refusal_is_counted_by_its_reason():
    state = {
        "home": "/h",
        "store": "sqlite",
        "waiting_in_inbox": 0,
        "refused_by_reason": {"board": {"another site": 3, "robots.txt forbids it": 12}},
        "kept": {},
        "sources": {},
        "dead_letters": {},
    }
    assert told(state).split("\n")[2:] == [
        "3 addresses of board not fetched: another site",
        "12 addresses of board not fetched: robots.txt forbids it",
    ]


def test_what_the_detector_said_and_alarms_are_told_a_line_each():
    visit = {"parcels": 0, "last_visit": datetime(2026, 11, 30, tzinfo=UTC), "refused": 1, "alarms": ("silent\nfine",)}
    state = {
        "home": "/h",
        "store": "sqlite",
        "waiting_in_inbox": 0,
        "refused_by_reason": {},
        "kept": {},
        "sources": {"board": visit},
        "dead_letters": {},
        "detection": {"said": "the detector is still learning what is usual."},
    }
    assert told(state).split("\n")[2:] == [
        "detection: the detector is still learning what is usual.",
        "board: 0 parcels on 2026-11-30 00:00, 1 refused  ALARM: silent\ufffdfine",
    ]


def test_one_of_a_thing_is_told_as_one():
    state = {
        "home": "/h",
        "store": "sqlite",
        "waiting_in_inbox": 1,
        "refused_by_reason": {"board": {"another site": 1}},
        "kept": {"groups_to_count": 1},
        "sources": {},
        "dead_letters": {"board": 1},
    }
    assert told(state).split("\n")[1:] == [
        "1 parcel waits in the inbox",
        "         1 groups to count",
        "1 address of board not fetched: another site",
        "1 dead letter from board (see `honeyguide letters`)",
    ]
    assert Outcome("read", 1, letters=1).sentence() == "read: 1 done, 1 dead letter"
    assert [counted(n, "index", "indices") for n in (0, 1, 1204)] == ["0 indices", "1 index", "1,204 indices"]
