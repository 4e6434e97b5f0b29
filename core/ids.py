"""Ids that come from content: the same thing has the same id on every machine and at every run."""

from __future__ import annotations

import hashlib


def content_id(*parts: str | bytes) -> str:
    """128 bits of SHA-256 over the parts, as 32 hex digits.

    Parts are length-prefixed, so that ("ab", "c") and ("a", "bc") differ.
    """
    digest = hashlib.sha256()
    for part in parts:
        raw = part.encode() if isinstance(part, str) else part
        digest.update(len(raw).to_bytes(8, "big"))
        digest.update(raw)
    return digest.hexdigest()[:32]


def document_id(source: str, native_id_or_url: str) -> str:
    """Id of a document: its source with its native id or, without one, its canonical URL."""
    return content_id("document", source, native_id_or_url)
