"""Saved pages: as a browser or a crawler leaves them on disk, packed (gzip) or with their parts (MHTML) too."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from email import message_from_bytes, policy

from core.errors import BadInput

#: A page larger than this is not read anyway; a bomb stops here.
LARGEST = 16_000_000
_MHTML = re.compile(rb"^(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*?content-type:\s*multipart/related", re.IGNORECASE)
_TYPES = {".json": "application/json", ".xml": "application/xml", ".rss": "application/rss+xml"}


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved page's bytes as the site sent them, its content type, and its address where the file tells it."""

    body: bytes
    content_type: str
    url: str = ""


def opened(body: bytes, suffix: str = "") -> Saved:
    """The page in a file. Raises BadInput for one that is badly packed, too large, or holds no page."""
    body = _unpacked(body)
    if _MHTML.match(body[:8192]):
        return _first_page(body)
    return Saved(body, _TYPES.get(suffix.lower(), "text/html"))


def _unpacked(body: bytes) -> bytes:
    if not body.startswith(b"\x1f\x8b"):
        return body
    machine = zlib.decompressobj(wbits=31)
    try:
        plain = machine.decompress(body, LARGEST)
    except zlib.error as error:
        raise BadInput(f"it is badly packed: {error}") from error
    if not machine.eof:
        raise BadInput(f"it is cut off, or unpacks to more than {LARGEST // 1_000_000} MB")
    return plain


def _first_page(body: bytes) -> Saved:
    for part in message_from_bytes(body, policy=policy.default).walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            page = part.get_payload(decode=True)
            if isinstance(page, bytes):
                address = str(part.get("Content-Location", "")).strip()
                return Saved(page, str(part.get("Content-Type", "text/html")), address)
    raise BadInput("there is no page of HTML among its parts")
