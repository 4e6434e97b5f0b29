"""What `honeyguide status` says."""

from __future__ import annotations

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
