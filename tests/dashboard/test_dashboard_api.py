"""What is answered beside the pages: only what has passed the door, with headers, and words when the store is away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from core.records import Digest
from core.settings import load_settings
from dashboard import house
from dashboard.feeds import atom
from dashboard.paper import typeset
from dashboard.routes import MIDDLEWARE, PAPER, routes

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def client(invented_home: Path) -> Iterator[TestClient]:
    house.configure(load_settings({"home": invented_home}))
    with TestClient(Starlette(routes=routes(), middleware=MIDDLEWARE), base_url="http://localhost") as one:
        yield one


def test_the_state_says_until_when_and_how_many_were_silent_and_names_no_source(client: TestClient) -> None:
    """The name would say which sites are watched; the public digest tells country and day as well."""
    assert client.get("/api/v1/state").json() == {
        "data_until": "2026-11-15",
        "sources": 5,
        "silent": [{"country": "ID", "since": "2026-11-11"}],
        "digests": 1,
    }


def test_only_figures_of_a_digest_are_handed_out(client: TestClient) -> None:
    (entry,) = client.get("/api/v1/digests").json()
    assert client.get(f"/api/v1/digests/{entry['week']}/{entry['edition']}").json()["figures"] == {"spikes": 3}
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    assert set(paths) == {"/state", "/digests", "/digests/{week}/{edition}"}
    assert all(set(methods) == {"get"} for methods in paths.values())


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/v1/digests/2020-01-06/public", 404),
        ("/api/v1/digests/2026-11-02/secret", 422),
        ("/api/v1/digests/yesterday/public", 422),
        ("/api/v1/docs", 404),
        ("/digest/2020-01-06/public", 404),
    ],
)
def test_what_there_is_not_is_said_with_its_status(client: TestClient, path: str, status: int) -> None:
    assert client.get(path).status_code == status


@pytest.mark.parametrize("path", ["/healthz", "/feed.atom", "/metrics", "/api/v1/state", "/digest/2026-11-02/public"])
def test_every_answer_bears_the_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "default-src" in headers["content-security-policy"]


def test_a_digest_may_run_and_fetch_nothing(client: TestClient) -> None:
    policy = client.get("/digest/2026-11-02/public").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert policy.endswith("sandbox")


def test_a_digest_brings_the_typeface_of_the_pages_as_data() -> None:
    meta = "default-src 'none'; style-src 'unsafe-inline'"
    assert "font-src data:" in typeset(f'<meta content="{meta}"><style>')
    shown = typeset("<html><head><style>a{}</style></head><body>One place</body></html>")
    assert "font/woff2;base64," in shown
    assert shown.endswith("a{}</style></head><body>One place</body></html>")
    assert "://" not in shown
    assert "font-src data:" in PAPER


def test_the_feed_holds_the_public_digests(client: TestClient) -> None:
    feed = ElementTree.fromstring(client.get("/feed.atom").content)
    space = {"a": "http://www.w3.org/2005/Atom"}
    assert [e.findtext("a:title", namespaces=space) for e in feed.findall("a:entry", space)] == [
        "Week of 2 November 2026"
    ]


def test_two_houses_have_feeds_of_their_own_that_keep_their_ids() -> None:
    digest = Digest(date(2026, 11, 2), "public", {}, "", {}, datetime(2026, 11, 9, tzinfo=UTC))

    def ids(*where: str) -> list[str]:
        feed = ElementTree.fromstring(atom([digest], *where))
        assert feed.find(f"{ATOM}link[@rel='self']").get("href") == f"{where[0]}/feed.atom"  # type: ignore[union-attr]
        return [str(one.text) for one in feed.iter(f"{ATOM}id")]

    one = ids("https://a.example", "https://a.example")
    assert len(set(one)) == 2
    assert not set(one) & set(ids("https://b.example", "https://b.example"))
    assert ids("http://127.0.0.1:8501") == ids("http://localhost:8502")  # one's own machine, by any name


def test_the_metrics_count_records(client: TestClient) -> None:
    assert 'honeyguide_records{kind="spikes"} 3\n' in client.get("/metrics").text


def test_the_metrics_name_the_silent_source(client: TestClient) -> None:
    text = client.get("/metrics").text
    assert 'honeyguide_source_silent{source="forum-pekerja"} 1\n' in text
    assert text.count("honeyguide_source_silent{") == 5
    assert re.search(r'^honeyguide_source_visited_timestamp_seconds\{source="[a-z-]+"\} 1[0-9]{9}$', text, re.M)


def test_a_store_that_is_away_is_said_in_words(client: TestClient, tmp_path: Path) -> None:
    house.configure(load_settings({"home": tmp_path / "nowhere"}))
    for path in ("/healthz", "/api/v1/state", "/api/v1/digests", "/feed.atom", "/metrics"):
        answer = client.get(path)
        assert answer.status_code == 503
        assert "no such home" in answer.text
