"""What leaves the dashboard: made after the audit holds it, without urgent posts, counts as they were released."""

from __future__ import annotations

import csv
import io
import json
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

import dashboard.acts as acts_room
from core.errors import StoreAway
from core.records import Digest
from core.settings import load_settings
from dashboard import access, house
from dashboard.access import Visitor
from dashboard.acts import Desk
from dashboard.frame import Frame
from dashboard.look.palette import LIGHT
from dashboard.names import Names
from dashboard.queries.evidence import search
from dashboard.queries.period import week_to
from dashboard.queries.place import Key, around
from dashboard.queries.sources import sources
from dashboard.views.exports import ALL_KINDS, evidence_csv, handed_out, released_csv, released_geojson
from dashboard.views.sources import health_csv
from stores import open_store
from stores.base import EvidenceQuery, Store


def test_urgent_posts_leave_by_no_list(store: Store) -> None:
    found = search(store, EvidenceQuery(level="city", place_id="1622786", signal_only=True), 0).posts
    urgent = [post.document.id for post in found if post.reading.urgent]
    assert len(urgent) == 1
    rows = list(csv.DictReader(io.StringIO(evidence_csv(found))))
    assert len(rows) == len(found) - 1
    assert urgent[0] not in {row["document_id"] for row in rows}
    assert set(rows[0]) == {"document_id", "source", "host", "day", "language"}


SITI = Visitor("siti@x", "analyst")


def frame(store: Store, names: Names) -> Frame:
    return Frame(store, names, LIGHT, SITI)


def test_a_file_is_made_after_the_audit_holds_it(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    house.configure(load_settings({"home": own_home}))
    made: list[str] = []

    def make() -> str:
        made.append("file")
        return "a,b"

    with closing(open_store("sqlite", own_home)) as store:
        assert handed_out(SITI, "evidence 1", "2 posts", make) == b"a,b"
        assert [(e.verb, e.subject, e.detail) for e in store.audit()] == [("export", "evidence 1", "2 posts")]
        with pytest.raises(access.Refused, match="session has ended"):
            handed_out(replace(SITI, until=datetime(2026, 1, 1, tzinfo=UTC)), "evidence 1", "2 posts", make)

        def full(*_: object) -> None:
            raise StoreAway("full")

        monkeypatch.setattr(acts_room, "link", full)
        with pytest.raises(StoreAway):
            handed_out(SITI, "evidence 1", "2 posts", make)
    assert made == ["file"]


def test_a_page_that_stood_open_hands_nothing_out_that_a_new_one_would_not(own_home: Path) -> None:
    proxy = {
        "home": own_home,
        "dashboard.login": "proxy",
        "dashboard.url": "https://hg.example.org",
        "dashboard.trusted_proxies": ["10.0.0.1"],
    }
    subject, at = "evidence 1", datetime(2026, 11, 16, tzinfo=UTC)
    with closing(open_store("sqlite", own_home)) as store:

        def ask() -> bytes:
            return handed_out(SITI, subject, "2 posts", lambda: "a,b", right="evidence", by_two=True)

        house.configure(load_settings({**proxy, "dashboard.roles": {"siti@x": "analyst", "mei@x": "analyst"}}))
        with pytest.raises(access.Refused, match="taken back"):
            ask()
        Desk(store, "siti@x", at).act(subject, "release", "asked")
        approval = Desk(store, "mei@x", at).act(subject, "release", "approved")
        assert ask() == b"a,b"
        for roles in ({"siti@x": "reader"}, {"mei@x": "analyst"}):
            house.configure(load_settings({**proxy, "dashboard.roles": roles}))
            with pytest.raises(access.Refused, match="role"):
                ask()
        house.configure(load_settings({**proxy, "dashboard.roles": {"siti@x": "analyst"}}))
        Desk(store, "mei@x", at).undo(approval)
        with pytest.raises(access.Refused, match="taken back"):
            ask()
        assert [entry.subject for entry in store.audit() if entry.verb == "export"] == [subject]


def test_counts_leave_only_as_a_digest_released_them(store: Store, names: Names) -> None:
    row = {
        "week": "2026-11-02",
        "stream": "posts",
        "topic": "sign:ILO08_WITHHOLDING_OF_WAGES",
        "place": "ID",
        "low": 10,
        "high": 14,
    }
    other = row | {"topic": "signal:any"}
    week = datetime(2026, 11, 2, tzinfo=UTC)
    figures = {
        "k": 10,
        "released": [row, other],
        "corridors": [{"origin": "ID", "destination": "2", "low": 10, "high": 14}],
    }
    digest = Digest(week.date(), "public", figures, "", {}, week)
    signs = list(csv.DictReader(io.StringIO(released_csv(frame(store, names), digest, ["sign"]))))
    assert [(r["topic"], r["place_name"], r["low"], r["high"]) for r in signs] == [
        ("sign:ILO08_WITHHOLDING_OF_WAGES", "Indonesia", "10", "14")
    ]
    assert len(released_csv(frame(store, names), digest, ALL_KINDS).splitlines()) == 3
    drawn = json.loads(released_geojson(frame(store, names), digest))["features"]
    assert [one["properties"]["place_name"] for one in drawn] == ["Indonesia", "Indonesia"]
    assert all(-11 < one["geometry"]["coordinates"][1] < 6 for one in drawn)
    makassar = around(names, Key("city", "1622786", "posts", "signal:any", week_to(week.date())))
    assert len(released_csv(frame(store, names), digest, ALL_KINDS, makassar).splitlines()) == 3
    assert len(released_csv(frame(store, names), digest, ALL_KINDS, ("MY",)).splitlines()) == 1
    (pair,) = csv.DictReader(io.StringIO(released_csv(frame(store, names), digest, ["corridor"])))
    ends = ("Indonesia", "", "2026-11-08", "public", "10", "unknown")
    assert list(pair.values()) == ["2026-11-02", "ID", "2", "10", "14", *ends]
    for withheld, said in ((True, ["yes"]), (False, [])):
        none = replace(digest, figures={"k": 10, "corridors": [], "corridors_withheld": withheld})
        rows = csv.DictReader(io.StringIO(released_csv(frame(store, names), none, ["corridor"])))
        assert [row["others_withheld"] for row in rows] == said


def test_the_table_of_sources_holds_what_the_page_shows(store: Store) -> None:
    rows = list(csv.DictReader(io.StringIO(health_csv(sources(store, datetime(2026, 11, 15, tzinfo=UTC).date())))))
    assert rows[0]["source"] == "forum-pekerja"
    assert "silent since 11 November" in rows[0]["says"]
    assert [row["silent_since"] for row in rows[:2]] == ["2026-11-11", ""]
    assert len(rows) == 5


def test_two_desks_write_one_chain(own_home: Path) -> None:
    at = datetime(2026, 11, 16, tzinfo=UTC)
    with closing(open_store("sqlite", own_home)) as one, closing(open_store("sqlite", own_home)) as two:
        Desk(one, "siti", at).looked("export", "a", "")
        Desk(two, "mei", at).looked("export", "b", "")
        assert [entry.number for entry in one.audit()] == [1, 2]
