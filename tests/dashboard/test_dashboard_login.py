"""Logging in with OpenID Connect in a real browser, against a provider of our own on loopback: the whole code flow."""

from __future__ import annotations

import base64
import hashlib
import secrets
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest
import uvicorn
from dashboard_visits import MAKASSAR, NEEDS_CHROMIUM, PATIENCE
from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from stores import open_store
from stores.elastic.node import free_port

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = NEEDS_CHROMIUM
SETTINGS = """
[dashboard]
login = "openid"
url = "{url}"

[dashboard.roles]
"siti@example.org" = "analyst"
"rahim@example.org" = "reader"
"wei@example.org" = "engineer"
"ana@example.org" = "admin"
"old@example.org" = "analyst"
"""
LOGIN = """
[auth]
redirect_uri = "{url}/oauth2callback"
cookie_secret = "{secret}"
client_id = "honeyguide"
client_secret = "of the client"
server_metadata_url = "{provider}/.well-known/openid-configuration"
"""


class Provider:
    """An OpenID provider (authorization code, PKCE, RS256) that asks who one is and believes it."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.key = RSAKey.generate_key(2048, {"kid": "1", "use": "sig"})
        self.codes: dict[str, dict[str, str]] = {}

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/.well-known/openid-configuration", self.metadata),
                Route("/authorize", self.authorize),
                Route("/chosen", self.chosen),
                Route("/token", self.token, methods=["POST"]),
                Route("/keys", lambda _: JSONResponse({"keys": [self.key.as_dict(private=False)]})),
            ]
        )

    def metadata(self, _: Request) -> Response:
        return JSONResponse(
            {
                "issuer": self.address,
                "authorization_endpoint": f"{self.address}/authorize",
                "token_endpoint": f"{self.address}/token",
                "jwks_uri": f"{self.address}/keys",
                "code_challenge_methods_supported": ["S256"],
                "id_token_signing_alg_values_supported": ["RS256"],
            }
        )

    def authorize(self, request: Request) -> Response:
        names = (f"{one}@example.org" for one in ("siti", "rahim", "wei", "ana", "old", "nobody"))
        links = (f'<p><a href="/chosen?{urlencode({**request.query_params, "who": n})}">{n}</a></p>' for n in names)
        return HTMLResponse("".join(links))

    def chosen(self, request: Request) -> Response:
        asked = dict(request.query_params)
        assert asked["response_type"] == "code"
        assert asked["code_challenge_method"] == "S256"
        code = secrets.token_urlsafe()
        self.codes[code] = asked
        return RedirectResponse(f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}")

    async def token(self, request: Request) -> Response:
        form = await request.form()
        asked = self.codes.pop(str(form["code"]))
        digest = hashlib.sha256(str(form["code_verifier"]).encode()).digest()
        assert base64.urlsafe_b64encode(digest).rstrip(b"=").decode() == asked["code_challenge"]
        given = base64.b64decode(request.headers["authorization"].removeprefix("Basic ")).decode()
        assert given.startswith("honeyguide:of")
        at = int(time.time())
        claims = {
            "iss": self.address,
            "aud": "honeyguide",
            "sub": asked["who"].partition("@")[0],
            "email": asked["who"],
            "email_verified": True,
            "nonce": asked["nonce"],
            "iat": at - 9 * 3600 if asked["who"].startswith("old") else at,
            "exp": at + 3600,
        }
        token = jwt.encode({"alg": "RS256", "kid": "1"}, claims, self.key)
        return JSONResponse({"access_token": "a", "token_type": "Bearer", "id_token": token})


@contextmanager
def providing() -> Iterator[str]:
    held = socket.create_server(("127.0.0.1", 0))  # listens from now on, however late the thread begins
    address = f"http://127.0.0.1:{held.getsockname()[1]}"
    server = uvicorn.Server(uvicorn.Config(Provider(address).app(), log_level="warning", lifespan="off"))
    thread = threading.Thread(target=server.run, args=([held],))
    thread.start()
    try:
        yield address
    finally:
        server.should_exit = True
        thread.join()
        held.close()


@pytest.fixture(scope="module")
def home(invented_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    copied = tmp_path_factory.mktemp("login") / "home"
    shutil.copytree(invented_home, copied)
    return copied


@pytest.fixture(scope="module")
def address(home: Path) -> Iterator[str]:
    port = free_port()
    url = f"http://localhost:{port}"
    with providing() as provider:
        (home / "honeyguide.toml").write_text(SETTINGS.format(url=url), encoding="utf-8")
        secret = secrets.token_hex(32)
        (home / "login.toml").write_text(LOGIN.format(url=url, secret=secret, provider=provider), encoding="utf-8")
        (home / "login.toml").chmod(0o600)
        command = [sys.executable, "-m", "dashboard", "--home", str(home), "--port", str(port)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
            assert server.stdout is not None
            assert server.stdout.readline()
            yield url
            server.terminate()


@contextmanager
def entered(browser: Browser, address: str, name: str) -> Iterator[Page]:
    """A page on which somebody has logged in."""
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(address + "/method")
    page.locator("h1", has_text="Log in to read on.").wait_for()
    page.get_by_role("button", name="Log in", exact=True).click()
    page.get_by_role("link", name=name).click()
    page.wait_for_url(address + "/**")
    page.locator("h1.hg-lead").wait_for()
    yield page
    context.close()


def headline(page: Page, path: str, address: str, words: str, way_out: str = "Log out") -> None:
    """The page of this headline, drawn down to its way out, so that what does not stand above it is not on the page."""
    page.goto(address + path)
    page.locator("h1.hg-lead", has_text=words).wait_for()
    page.get_by_role("button", name=way_out).wait_for()


def test_an_analyst_logs_in_judges_under_that_name_and_logs_out(browser: Browser, address: str, home: Path) -> None:
    with entered(browser, address, "siti@example.org") as page:
        headline(page, MAKASSAR, address, "Makassar")
        page.get_by_role("button", name="I am looking at it").click()
        page.get_by_text("This alarm is being looked at.").wait_for()
        page.locator(".hg-ev").first.wait_for()
        with closing(open_store("sqlite", home)) as store:
            assert {act.actor for act in store.acts() if act.verb == "triage"} == {"siti@example.org"}
            assert ("read evidence", "place") in {
                (e.verb, e.subject) for e in store.audit() if e.actor == "siti@example.org"
            }
        headline(page, "/evidence", address, "Read the posts themselves.")
        page.get_by_text("Two people are needed before this leaves").wait_for()
        assert page.get_by_role("button", name="Ids and hosts").count() == 0
        cookies = {one["name"]: one for one in page.context.cookies()}
        kept = cookies["_streamlit_user"]
        assert (kept["httpOnly"], kept["sameSite"]) == (True, "Lax")
        assert page.request.get(f"{address}/feed.atom").status == 200
        page.get_by_role("button", name="Log out").click()
        page.locator("h1", has_text="Log in to read on.").wait_for()
        assert page.request.get(f"{address}/feed.atom").status == 401


OF_ALL = ["Place", "Signs", "Needs", "Corridors", "Digest", "Check a text", "Method", "Today"]


@pytest.mark.full
@pytest.mark.parametrize(
    ("who", "more", "shut"),
    [
        ("rahim", [], ["/evidence", "/urgent", "/sources"]),
        ("wei", ["Sources"], ["/evidence", "/urgent"]),
        ("siti", ["Evidence", "Urgent", "Sources"], []),
        ("ana", ["Evidence", "Urgent", "Sources"], []),
    ],
)
def test_each_role_walks_its_pages_and_no_others(
    browser: Browser, address: str, who: str, more: list[str], shut: list[str]
) -> None:
    with entered(browser, address, f"{who}@example.org") as page:
        bar = page.locator("header")
        bar.get_by_role("link").nth(len(OF_ALL) + len(more) - 1).wait_for()
        assert sorted(link.inner_text() for link in bar.get_by_role("link").all()) == sorted([*OF_ALL, *more])
        for words in (*more, *OF_ALL):
            bar.get_by_role("link", name=words, exact=True).click()
            page.locator("header a[aria-current=page]", has_text=words).wait_for()
            page.locator(".hg-note", has_text="Data until 15 November 2026.").wait_for()
        for path in shut:
            headline(page, path, address, "This page is not for your role.")
        headline(page, MAKASSAR, address, "Makassar")
        assert page.locator(".hg-note", has_text=f"{who}@example.org · ").count() == 1
        assert (page.get_by_text("then start it anew.").count() == 1) is (who == "ana")
        reads = who in ("siti", "ana")
        if reads:
            page.locator(".hg-ev").first.wait_for()
            page.get_by_role("button", name="Worth a look").wait_for()
        else:
            assert page.locator(".hg-ev").count() == 0
            assert page.get_by_role("button", name="Worth a look").count() == 0
        assert page.request.get(f"{address}/metrics").status == (200 if who in ("wei", "ana") else 403)


@pytest.mark.full
@pytest.mark.parametrize(
    ("name", "words", "way_out"),
    [
        ("old@example.org", "Your session has ended.", "Log in"),
        ("nobody@example.org", "You may not enter.", "Log in as somebody else"),
    ],
)
def test_a_session_that_is_over_and_a_stranger_are_told_so(
    browser: Browser, address: str, name: str, words: str, way_out: str
) -> None:
    with entered(browser, address, name) as page:
        headline(page, MAKASSAR, address, words, way_out)
        assert page.locator(".hg-ev").count() == 0
        assert page.request.get(f"{address}/api/v1/state").status in (401, 403)


@pytest.mark.full
def test_a_forged_cookie_and_another_sites_socket_open_nothing(browser: Browser, address: str) -> None:
    context = browser.new_context()
    context.add_cookies([{"name": "_streamlit_user", "value": "eyJhIjoxfQ.x.y", "url": address}])
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    headline(page, MAKASSAR, address, "Log in to read on.", "Log in")
    assert page.request.get(f"{address}/api/v1/state").status == 401
    page.goto("data:text/html,<title>elsewhere</title>")
    script = """url => new Promise(done => { const one = new WebSocket(url, ['streamlit']);
        one.onopen = () => done('open'); one.onerror = () => done('refused'); })"""
    assert page.evaluate(script, address.replace("http", "ws") + "/_stcore/stream") == "refused"
    context.close()
