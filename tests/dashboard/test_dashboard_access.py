"""Who may enter and what their role allows: settings that are refused, names that are believed, rights that hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from core.errors import BadInput, SettingsError
from core.settings import DashboardSettings, Settings, load_settings
from dashboard import access, gate, house, keys, login
from dashboard.access import Refused
from dashboard.acts import Desk
from dashboard.routes import MIDDLEWARE, routes
from privacy.leaving import released
from stores import open_store

URL = "https://hg.example.org"
ROLES = {"siti@example.org": "analyst", "rahim@example.org": "reader", "wei@example.org": "engineer"}
PROXY = {
    "dashboard.login": "proxy",
    "dashboard.url": URL,
    "dashboard.roles": ROLES,
    "dashboard.trusted_proxies": ["10.1.0.0/16"],
}
OPENID = {"dashboard.login": "openid", "dashboard.url": URL, "dashboard.roles": ROLES}
SECRETS = {
    "redirect_uri": f"{URL}/oauth2callback",
    "cookie_secret": "s" * 32,
    "client_id": "hg",
    "client_secret": "x",
    "server_metadata_url": "https://id.example.org/.well-known/openid-configuration",
}


def secrets_file(home: Path, table: dict[str, str], mode: int = 0o600) -> None:
    file = home / login.FILE
    file.write_text("[auth]\n" + "".join(f'{key} = "{value}"\n' for key, value in table.items()), encoding="utf-8")
    file.chmod(mode)


def test_a_proxy_or_a_provider_may_stand_before_an_exposed_address(tmp_path: Path) -> None:
    secrets_file(tmp_path, SECRETS)
    for overrides in (PROXY, OPENID):
        assert login.options(load_settings({"home": tmp_path, "dashboard.address": "0.0.0.0", **overrides}))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"dashboard.url": ""}, "dashboard.url"),
        ({"dashboard.url": "http://hg.example.org"}, "in clear"),
        ({"dashboard.url": "https://hg.example.org/deep"}, "dashboard.url"),
        ({"dashboard.roles": {}}, "nobody could enter"),
        ({"dashboard.trusted_proxies": []}, "trusted_proxies is empty"),
        ({"dashboard.trusted_proxies": ["anywhere"]}, "no address or network"),
        ({"dashboard.trusted_proxies": ["0.0.0.0/0"]}, "trust everybody"),
    ],
)
def test_a_proxy_setting_that_is_not_safe_is_refused(tmp_path: Path, change: dict[str, Any], said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        login.options(load_settings({"home": tmp_path, **PROXY, **change}))


@pytest.mark.parametrize("missing", sorted(SECRETS))
def test_a_login_file_without_a_key_is_refused_by_its_name(tmp_path: Path, missing: str) -> None:
    secrets_file(tmp_path, {key: value for key, value in SECRETS.items() if key != missing})
    with pytest.raises(SettingsError, match=missing):
        login.options(load_settings({"home": tmp_path, **OPENID}))


@pytest.mark.parametrize(
    ("change", "mode", "said"),
    [
        ({"cookie_secret": "short"}, 0o600, "shorter than 32"),
        ({"redirect_uri": "https://elsewhere.example/oauth2callback"}, 0o600, "redirect_uri"),
        ({}, 0o644, "chmod 600"),
    ],
)
def test_a_login_file_that_is_not_safe_is_refused(tmp_path: Path, change: dict[str, str], mode: int, said: str) -> None:
    secrets_file(tmp_path, SECRETS | change, mode)
    with pytest.raises(SettingsError, match=said):
        login.options(load_settings({"home": tmp_path, **OPENID}))


def test_a_missing_login_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"login\.toml: not there"):
        login.options(load_settings({"home": tmp_path, **OPENID}))


@pytest.mark.parametrize(
    ("claims", "name"),
    [
        ({"email": "a@b.c", "email_verified": True, "sub": "7"}, "a@b.c"),
        ({"email": "a@b.c", "email_verified": False, "sub": "7"}, "7"),
        ({"email": "a@b.c", "email_verified": "true", "sub": "7"}, "7"),
        ({"email": "a@b.c", "sub": "7"}, "7"),
        ({}, ""),
    ],
)
def test_an_address_counts_only_when_the_provider_has_verified_it(claims: dict[str, object], name: str) -> None:
    assert access.openid_name(claims) == name


@pytest.mark.parametrize("values", [[], [""], ["  "], ["siti@example.org", "admin@example.org"]])
def test_a_header_that_is_missing_or_doubled_names_nobody(values: list[str]) -> None:
    with pytest.raises(Refused):
        access.proxy_name(values)


@pytest.mark.parametrize(
    ("peer", "held"), [("10.1.2.3", True), ("10.2.0.1", False), ("::1", False), (None, False), ("testclient", False)]
)
def test_only_the_named_networks_are_trusted(peer: str | None, held: bool) -> None:
    assert access.trusted(peer, ("10.1.0.0/16",)) is held


def test_a_session_ends_after_its_hours_reckoned_from_the_providers_word() -> None:
    chosen = DashboardSettings(roles={"7": "reader"}, session_hours=2)
    at = datetime(2026, 11, 15, 8, tzinfo=UTC)
    found = gate.of_claims({"sub": "7", "iat": at.timestamp(), "is_logged_in": True}, chosen)
    assert found is not None
    assert not found.ended(at + timedelta(minutes=119))
    assert found.ended(at + timedelta(hours=2))


@pytest.mark.parametrize(
    "claims", [{}, {"sub": "7"}, {"sub": "7", "iat": 1}, {"sub": "7", "iat": "1", "is_logged_in": True}]
)
def test_claims_without_instant_or_login_are_nobody(claims: dict[str, object]) -> None:
    assert gate.of_claims(claims, DashboardSettings(roles={"7": "reader"})) is None


type Ask = Callable[..., TestClient]


@pytest.fixture
def ask(invented_home: Path) -> Iterator[Ask]:
    """A client from an address, with or without a name in the proxy's header."""
    app = Starlette(routes=routes(), middleware=MIDDLEWARE)
    house.configure(load_settings({"home": invented_home, **PROXY}))
    keys._asked.clear()

    def one(peer: str, name: str | None = None) -> TestClient:
        headers = {"X-Forwarded-Email": name} if name else {}
        return TestClient(app, base_url=URL, client=(peer, 5), headers=headers)

    yield one
    keys._asked.clear()


def test_a_name_is_believed_from_the_proxy_alone(ask: Ask) -> None:
    assert ask("10.1.2.3", "siti@example.org").get("/api/v1/state").status_code == 200
    assert ask("10.9.2.3", "siti@example.org").get("/api/v1/state").status_code == 403
    forged = {"X-Forwarded-For": "10.1.2.3"}
    assert ask("10.9.2.3", "siti@example.org").get("/api/v1/state", headers=forged).status_code == 403


@pytest.mark.parametrize(
    ("name", "path", "status"),
    [
        (None, "/api/v1/state", 403),
        ("nobody@example.org", "/api/v1/state", 403),
        ("SITI@example.org", "/feed.atom", 200),
        ("rahim@example.org", "/feed.atom", 200),
        ("rahim@example.org", "/metrics", 403),
        ("siti@example.org", "/metrics", 403),
        ("wei@example.org", "/metrics", 200),
        (None, "/digest/2026-11-02/public", 403),
        ("siti@example.org", "/digest/2026-11-02/public", 200),
        ("rahim@example.org", "/digest/2026-11-02/public", 404),
        (None, "/media/0123.csv", 403),
        (None, "/healthz", 200),
    ],
)
def test_each_role_gets_what_is_its_own(ask: Ask, name: str | None, path: str, status: int) -> None:
    assert ask("10.1.2.3", name).get(path).status_code == status


def test_strangers_learn_from_the_health_that_it_lives_and_no_more(ask: Ask) -> None:
    assert ask("10.9.9.9").get("/healthz").json() == {"status": "ok"}


def test_another_hosts_name_is_refused(ask: Ask) -> None:
    client = ask("10.1.2.3", "siti@example.org")
    assert client.get("/api/v1/state", headers={"Host": "evil.example"}).status_code == 400


def test_without_login_only_this_machines_own_names_are_answered(invented_home: Path) -> None:
    house.configure(load_settings({"home": invented_home}))
    client = TestClient(Starlette(routes=routes(), middleware=MIDDLEWARE), base_url="http://localhost:8501")
    assert client.get("/api/v1/state").status_code == 200
    assert client.get("/api/v1/state", headers={"Host": "rebound.example:8501"}).status_code == 400


@pytest.mark.usefixtures("ask")
def test_a_cookie_travels_by_tls_alone() -> None:
    def sets(_: object) -> PlainTextResponse:
        answer = PlainTextResponse("")
        answer.set_cookie("a", "b", httponly=True, samesite="lax")
        return answer

    app = Starlette(routes=[Route("/sets", sets)], middleware=MIDDLEWARE)
    client = TestClient(app, base_url=URL, client=("10.1.2.3", 5))
    assert client.get("/sets").headers["set-cookie"].endswith("; Secure")


def test_a_key_opens_the_api_until_it_is_dropped(ask: Ask, own_home: Path) -> None:
    house.configure(load_settings({"home": own_home, **PROXY}))
    client = ask("10.1.2.3")
    with_store = open_store("sqlite", own_home)
    try:
        key = keys.make(with_store, "ministry", "admin")
        bearer = {"Authorization": f"Bearer {key}"}
        assert client.get("/api/v1/state", headers=bearer).status_code == 200
        assert client.get("/metrics", headers=bearer).status_code == 403
        assert client.get("/digest/2026-11-02/public", headers=bearer).status_code == 403
        assert key not in str(with_store.state("dashboard_keys"))
        with pytest.raises(BadInput, match="taken"):
            keys.make(with_store, "ministry", "admin")
        keys.drop(with_store, "ministry", "admin")
        assert client.get("/api/v1/state", headers=bearer).status_code == 401
        assert [e.verb for e in with_store.audit() if e.subject == "ministry"] == ["key made", "key dropped"]
    finally:
        with_store.close()


def test_a_key_opens_what_it_was_made_for_and_no_more(ask: Ask, own_home: Path) -> None:
    house.configure(load_settings({"home": own_home, **PROXY}))
    client = ask("10.1.2.3")
    with closing(open_store("sqlite", own_home)) as store:
        key = keys.make(store, "prometheus", "admin", "metrics")
        with pytest.raises(BadInput, match="aggregates or metrics"):
            keys.make(store, "x", "admin", "everything")
    bearer = {"Authorization": f"Bearer {key}"}
    assert client.get("/metrics", headers=bearer).status_code == 200
    assert client.get("/api/v1/state", headers=bearer).status_code == 403
    assert access.ROLES["aggregates key"] == {"see"}
    assert not {"evidence", "judge", "sources"} & (access.ROLES["aggregates key"] | access.ROLES["metrics key"])


def test_requests_of_a_minute_are_limited_and_another_asker_is_not_touched() -> None:
    keys._asked.clear()
    assert [keys.too_often("a", 2, at) for at in (0, 1, 2, 60.5)] == [False, False, True, False]
    assert not keys.too_often("b", 2, 2)


def test_too_many_requests_are_told_when_to_come_again(ask: Ask) -> None:
    client = ask("10.1.2.3", "siti@example.org")
    answers = [client.get("/feed.atom") for _ in range(61)]
    assert [answer.status_code for answer in answers[-2:]] == [200, 429]
    assert answers[-1].headers["retry-after"] == "60"
    # Behind one proxy, but another person: a limit of their own.
    assert ask("10.1.2.3", "wei@example.org").get("/feed.atom").status_code == 200


def test_a_digest_leaves_when_two_people_let_it(ask: Ask, own_home: Path) -> None:
    house.configure(load_settings({"home": own_home, **PROXY}))
    subject, at = "digest 2026-11-02 public", datetime(2026, 11, 16, tzinfo=UTC)
    reader = ask("10.1.2.3", "rahim@example.org")
    store = open_store("sqlite", own_home)
    try:
        first, second = Desk(store, "siti", at), Desk(store, "mei", at + timedelta(minutes=1))
        with pytest.raises(BadInput, match="nobody else"):
            first.act(subject, "release", "approved")
        asked = first.act(subject, "release", "asked")
        with pytest.raises(BadInput, match="nobody else"):
            first.act(subject, "release", "approved")
        assert reader.get("/api/v1/digests").json() == []
        second.act(subject, "release", "approved")
        assert [one["week"] for one in reader.get("/api/v1/digests").json()] == ["2026-11-02"]
        assert reader.get("/digest/2026-11-02/public").status_code == 200
        Desk(store, "siti", at + timedelta(minutes=2)).undo(asked)
        assert not released(store.acts(subject))
        assert reader.get("/digest/2026-11-02/public").status_code == 404
    finally:
        store.close()


def test_nothing_is_open_by_default() -> None:
    assert Settings().dashboard.address == "127.0.0.1"
    assert access.ROLES["admin"] == access.RIGHTS
