"""E-mail addresses, account names and web addresses, plainly written or spelled out ("name (at) site dot com").

Web addresses are found here; the others in modules of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacy import accounts, displaynames, emails, handles, hiddenmail, papers, plainhandles, saidhandles
from privacy.emails import normal_email
from privacy.handles import normal_handle
from privacy.tokens import words_of
from privacy.webparts import LABEL, TLD, WebName, without_signs

__all__ = ["WebName", "find", "normal_email", "normal_handle", "normal_url"]

_SCHEME = re.compile(
    r"(?:https?|hxxps?|ftp)\s?(?::|\[:\]|\(:\))\s?//\s?[^\s<>\"'«»]{2,2000}|\bwww\s?\.\s?[^\s<>\"']{2,500}",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"(?<![@A-Za-z0-9._\-/])(?:{LABEL}\.){{1,5}}{TLD}(?![A-Za-z0-9.\-]*[A-Za-z0-9])(?::\d{{2,5}})?(?:/[^\s<>\"']{{0,1000}})?",
    re.IGNORECASE,
)
_SPELLED = re.compile(
    r"(?<![@A-Za-z0-9])(?:(?:https?|www)\s?(?::|dot|\.)?\s?(?:/ ?/)?\s?)?[A-Za-z0-9][A-Za-z0-9\-]{2,40}"
    r"(?:\s?[\[({<]\s?(?:dot|punto|\.)\s?[\])}>]\s?|\s(?:dot|punto|ponto|titik)\s)"
    r"(?:com|net|org|info|me|io|co|my|id|es|fr|ph|sg|in|uk)\b(?:\s?/\s?[A-Za-z0-9_\-./]+)?",
    re.IGNORECASE,
)
_PHONE_LINK = re.compile(
    r"(?:https?://)?(?:www\.)?(?:wa\.me/\+?\d{7,15}|(?:api|web)\.whatsapp\.com/send/?\?phone=\+?\d{7,15}|tel:\+?\d{7,15})[^\s<>\"']{0,300}",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[a-z]+")
_TOKEN = re.compile(r"[^\s<>\"']+")
_DOTTED = re.compile(r"[A-Za-z0-9]\.[A-Za-z]")
_DOT_WORDS = words_of("dot punto ponto titik")


def find(text: str) -> Iterator[WebName]:
    """All addresses of a folded text; they may overlap (the longer one holds)."""
    # Each search is costly and most texts hold none of these: a cheap look at signs and words comes first.
    words = set(_LETTERS.findall(text.lower()))
    if "wa.me" in text or "whatsapp.com" in text or "tel:" in text:
        yield from (without_signs(match, "PHONE") for match in _PHONE_LINK.finditer(text))
    yield from emails.find(text, words)
    yield from hiddenmail.find(text, words)
    if "//" in text or "www" in text.lower():
        yield from (without_signs(match, "URL") for match in _SCHEME.finditer(text))
    for token in _TOKEN.finditer(text) if "." in text else ():
        if "." in token[0] and _DOTTED.search(token[0]):
            found = (match for match in _BARE.finditer(token[0]) if _is_host(match[0]))
            yield from (without_signs(match, "URL", token.start()) for match in found)
    if words & _DOT_WORDS or "[.]" in text or "(.)" in text:
        yield from (without_signs(match, "URL") for match in _SPELLED.finditer(text))
    yield from handles.find(text, words)
    yield from saidhandles.find(text, words)
    yield from plainhandles.find(text, words)
    yield from displaynames.find(text, words)
    yield from accounts.find(text, words)
    yield from papers.find(text, words)


def _is_host(written: str) -> bool:
    host = written.split("/")[0].split(":")[0]
    name, _, ending = host.rpartition(".")
    # "accepted.By", "ASP.Net": a capital behind the dot begins a sentence or a product, not a country
    if (ending.istitle() and "/" not in written) or name.lower() in ("asp", "vb", "ado", "c", "f", "b"):
        return False
    if ending.lower() in (
        "no",
        "at",
        "in",
        "is",
        "it",
        "me",
        "my",
        "to",
        "so",
        "do",
        "la",
        "de",
        "es",
        "us",
        "am",
        "id",
        "be",
        "al",
    ):
        # "end.In the": a full stop without a space reads like a host; a path, "www" or small letters throughout decide
        return "/" in written or (written == written.lower() and name.count(".") >= 1) or name.lower().startswith("www")
    return any(c.isalpha() for c in name)


def normal_url(written: str) -> str:
    """An address without scheme, "www", spaces and closing slash, in small letters up to the path."""
    text = re.sub(
        r"\s?[\[({<]?\s?\b(?:dot|punto|ponto|titik)\b\s?[\])}>]?\s?", ".", written.strip(), flags=re.IGNORECASE
    )
    text = re.sub(
        r"^\s*(?:(?:https?|hxxps?|ftp)\s?[\[(]?:[\])]?\s?//\s?)?(?:www\s?\.\s?)?",
        "",
        text.replace(" ", ""),
        flags=re.IGNORECASE,
    )
    host, slash, path = text.partition("/")
    return (host.lower() + slash + path).rstrip("/")
