"""The gate before every answer: who asks, from where, and whether their role may have it.

Pages are drawn by a script that asks for itself (`dashboard.present`); what Streamlit needs to show the login page
passes here. Everything that hands out data without a page does not pass without a visitor.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from core.days import now
from core.settings import DashboardSettings
from dashboard import access, house, keys, system
from dashboard.access import Refused, Right, Visitor

# What is handed out beside the pages, and the right it takes; the longest beginning that fits counts.
GUARDED: Mapping[str, Right] = {
    "/digest/": "see",
    "/feed.atom": "see",
    "/media/": "see",
    "/api/": "see",
    "/metrics": "metrics",
}
BY_KEY = ("/feed.atom", "/api/", "/metrics")


class Gate:
    """ASGI middleware; leaves the visitor in the scope's state under "visitor"."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, or answer 400 (another host), 401 (nobody), 403 (not for this role), 429 (too often)."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        refusal = self._refusal(HTTPConnection(scope))
        if refusal is None:
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008, "reason": "not allowed"})
        else:
            headers = {"WWW-Authenticate": "Bearer"} if refusal[0] == 401 else {}
            headers |= {"Retry-After": "60"} if refusal[0] == 429 else {}
            await PlainTextResponse(refusal[1], status_code=refusal[0], headers=headers)(scope, receive, send)

    def _refusal(self, asked: HTTPConnection) -> tuple[int, str] | None:
        chosen = house.settings().dashboard
        path = asked.url.path
        if path == "/healthz":
            return None
        if not _right_host(asked, chosen):
            return 400, "This dashboard is not served under that name."
        if chosen.login == "proxy" and not access.trusted(_peer(asked), chosen.trusted_proxies):
            return 403, "This dashboard is reached through its reverse proxy only."
        right = next((r for beginning, r in GUARDED.items() if path.startswith(beginning)), None)
        if right is None:
            return None
        return _of_guarded(asked, chosen, right)


def _of_guarded(asked: HTTPConnection, chosen: DashboardSettings, right: Right) -> tuple[int, str] | None:
    by_key = asked.url.path.startswith(BY_KEY)
    token = asked.headers.get("authorization", "").removeprefix("Bearer ").strip() if by_key else ""
    try:
        found = keys.holder(token) if token else of_request(asked, chosen)
        refusal = None if found else (401, "This key is not known." if token else "Log in first, or send a key.")
    except Refused as error:
        found, refusal = None, (403, str(error))
    # Each person and each key has a limit of its own; behind a reverse proxy all people come from one address.
    if by_key and keys.too_often(found.name if found else _peer(asked) or "", chosen.requests_per_minute):
        return 429, "Too many requests; wait a minute."
    if found is None:
        return refusal
    if found.ended(now()):
        return 401, "Log in first, or send a key."
    if not found.may(right):
        return 403, f"The role {found.role} may not see this."
    asked.state.visitor = found
    return None


def of_request(asked: HTTPConnection, chosen: DashboardSettings) -> Visitor | None:
    """The visitor of a request; None when nobody is logged in. Raises Refused for somebody without a role."""
    if chosen.login == "none":
        return Visitor(system.user(), "admin")
    if chosen.login == "proxy":
        return access.visitor(access.proxy_name(asked.headers.getlist(chosen.user_header)), chosen, now())
    claims = _claims(asked.cookies)
    return of_claims(claims, chosen) if claims and claims.get("origin") == chosen.url.rstrip("/") else None


def of_claims(claims: Mapping[str, Any], chosen: DashboardSettings) -> Visitor | None:
    """The visitor of what the provider said; the session is reckoned from when it said it. None without an instant."""
    issued = claims.get("iat")
    if not isinstance(issued, int | float) or not claims.get("is_logged_in"):
        return None
    return access.visitor(access.openid_name(claims), chosen, datetime.fromtimestamp(issued, UTC))


def _claims(cookies: Mapping[str, str]) -> dict[str, Any] | None:
    """What Streamlit's login keeps in its signed cookie; None when it is missing or was tampered with."""
    from streamlit import config
    from streamlit.auth_util import get_cookie_with_chunks
    from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
    from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

    secret = config.get_option("server.cookieSecret")

    def one(name: str) -> bytes | None:
        value = cookies.get(name)
        return decode_signed_value(secret, name, value.encode("latin-1")) if value else None

    found = get_cookie_with_chunks(one, USER_COOKIE_NAME)
    try:
        claims = json.loads(found) if found else None
    except ValueError:
        return None
    return claims if isinstance(claims, dict) else None


def _peer(asked: HTTPConnection) -> str | None:
    return asked.client.host if asked.client else None


def _right_host(asked: HTTPConnection, chosen: DashboardSettings) -> bool:
    """Only under its own name: another site's name that was made to point here would share our visitors' trust."""
    host = urlsplit(f"//{asked.headers.get('host', '')}")
    if chosen.login == "none":
        return access.loopback(host.hostname or "")
    return host.netloc.casefold() == urlsplit(chosen.url).netloc.casefold()
