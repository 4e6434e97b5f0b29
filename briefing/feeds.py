"""The digests as an Atom feed: an entry a week, of one edition, with the headline and the page itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from xml.etree import ElementTree as Xml

from core.ids import content_id
from core.records import Digest

ATOM = "http://www.w3.org/2005/Atom"
MOST = 52


def to_atom(digests: Sequence[Digest], *, title: str, edition: str = "public") -> str:
    """A feed of the newest digests of an edition. Ids come from week and edition, so that a reader shows each once."""
    Xml.register_namespace("", ATOM)
    kept = sorted((d for d in digests if d.edition == edition), key=lambda d: d.week, reverse=True)[:MOST]
    feed = Xml.Element(f"{{{ATOM}}}feed")
    _add(feed, "id", f"urn:honeyguide:{content_id('feed', edition)}")
    _add(feed, "title", title)
    _add(feed, "updated", max((d.made_at.isoformat() for d in kept), default="1970-01-01T00:00:00+00:00"))
    author = Xml.SubElement(feed, f"{{{ATOM}}}author")
    _add(author, "name", "Honeyguide")
    for digest in kept:
        entry = Xml.SubElement(feed, f"{{{ATOM}}}entry")
        _add(entry, "id", f"urn:honeyguide:{content_id('digest', edition, digest.week.isoformat())}")
        _add(entry, "title", _headline(digest))
        _add(entry, "updated", digest.made_at.isoformat())
        _add(entry, "content", digest.html).set("type", "html")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + Xml.tostring(feed, encoding="unicode")


def _add(parent: Xml.Element, name: str, text: str) -> Xml.Element:
    element = Xml.SubElement(parent, f"{{{ATOM}}}{name}")
    # XML has no sign for most control characters: they are left out.
    element.text = re.sub(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text)
    return element


def _headline(digest: Digest) -> str:
    found = re.search(r"<h1>(.*?)</h1>", digest.html, re.DOTALL)
    return unescape(re.sub(r"<[^>]+>", "", found[1])) if found else digest.week.isoformat()
