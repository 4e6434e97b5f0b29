"""What the same process answers beside the pages: /healthz, and headers on every answer."""

from __future__ import annotations

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from core.errors import HoneyguideError
from dashboard import house

# 'unsafe-inline' and 'unsafe-eval' are what Streamlit's own bundle needs; nothing may come from another host.
POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; "
    "frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'"
)
_EACH = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
)


class SafeHeaders:
    """ASGI middleware that adds the headers to every HTTP answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, with headers."""

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = {name for name, _ in _EACH}
                kept = [(name, value) for name, value in message.get("headers", []) if name.lower() not in given]
                message["headers"] = [*kept, *_EACH]
            await send(message)

        await self._app(scope, receive, sending if scope["type"] == "http" else send)


def health(_: Request) -> JSONResponse:
    """200 with the number of records when the store answers, 503 with its one sentence when it does not."""
    try:
        with house.opened() as store:
            return JSONResponse({"status": "ok", "records": store.tallies()})
    except HoneyguideError as error:
        return JSONResponse({"status": "away", "reason": str(error)}, status_code=503)


def routes() -> list[Route]:
    """Our own routes; they come before Streamlit's."""
    return [Route("/healthz", health, methods=["GET"])]


HEADERS = [Middleware(SafeHeaders)]
