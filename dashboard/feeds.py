"""/feed.atom and /metrics: the digests for feed readers (RFC 4287), the numbers of records for whoever keeps watch."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from xml.etree import ElementTree

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from core.errors import HoneyguideError
from core.ids import content_id
from core.records import Digest
from dashboard import house
from dashboard.queries.period import last_day
from dashboard.queries.released import left
from dashboard.queries.sources import SourceHealth, sources

_ATOM = "http://www.w3.org/2005/Atom"
_STARTED = time.time()
MOST = 30


def atom(digests: Sequence[Digest], base: str, public_url: str = "") -> bytes:
    """The digests of the public edition as an Atom feed; entries link to the digest of this house.

    Ids hold the public address of the house, where it has one: readers who follow two houses would take the digests
    of one for those of the other. The address of the request will not do, for ids must stay.
    """
    of_house = ["digest", public_url] if public_url else ["digest"]
    ElementTree.register_namespace("", _ATOM)
    feed = ElementTree.Element(f"{{{_ATOM}}}feed")
    public = [digest for digest in digests if digest.edition == "public"][:MOST]
    updated = max((digest.made_at for digest in public), default=None)
    _add(feed, "title", "Honeyguide: weekly digests")
    _add(feed, "id", f"urn:honeyguide:digests:{content_id(*of_house)}" if public_url else "urn:honeyguide:digests")
    itself = ElementTree.SubElement(feed, f"{{{_ATOM}}}link")
    itself.set("rel", "self")
    itself.set("href", f"{base}/feed.atom")
    _add(feed, "updated", updated.isoformat() if updated else "1970-01-01T00:00:00+00:00")
    author = ElementTree.SubElement(feed, f"{{{_ATOM}}}author")
    _add(author, "name", "Honeyguide")
    for digest in public:
        entry = ElementTree.SubElement(feed, f"{{{_ATOM}}}entry")
        _add(entry, "title", f"Week of {digest.week:%-d %B %Y}")
        _add(entry, "id", f"urn:honeyguide:digest:{content_id(*of_house, str(digest.week), digest.edition)}")
        _add(entry, "updated", digest.made_at.isoformat())
        link = ElementTree.SubElement(entry, f"{{{_ATOM}}}link")
        link.set("type", "text/html")
        link.set("href", f"{base}/digest/{digest.week}/{digest.edition}")
        _add(entry, "summary", "Posts bearing indicators, not confirmed cases. Small counts are withheld.")
    return bytes(ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True))


def _add(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, f"{{{_ATOM}}}{name}").text = text


def feed(request: Request) -> Response:
    """The feed, or 503 with the store's one sentence."""
    try:
        with house.opened() as store:
            url = house.settings().dashboard.url.rstrip("/")
            body = atom(left(store, house.settings()), url or str(request.base_url).rstrip("/"), url)
    except HoneyguideError as error:
        return PlainTextResponse(str(error), status_code=503)
    return Response(body, media_type="application/atom+xml")


def metrics_text(tallies: Mapping[str, int], uptime: float, health: Sequence[SourceHealth] = ()) -> str:
    """Prometheus text format 0.0.4."""
    lines = ["# HELP honeyguide_records Records kept, by kind.", "# TYPE honeyguide_records gauge"]
    lines += [f'honeyguide_records{{kind="{kind}"}} {number}' for kind, number in sorted(tallies.items())]
    lines += ["# HELP honeyguide_uptime_seconds Seconds since the start.", "# TYPE honeyguide_uptime_seconds gauge"]
    lines += [f"honeyguide_uptime_seconds {uptime:.0f}"]
    lines += ["# HELP honeyguide_source_silent 1 where a source is silent.", "# TYPE honeyguide_source_silent gauge"]
    lines += [f"honeyguide_source_silent{_named(row)} {int(row.silent_since is not None)}" for row in health]
    visited = "honeyguide_source_visited_timestamp_seconds"
    lines += [f"# HELP {visited} When its last visit ended.", f"# TYPE {visited} gauge"]
    lines += [f"{visited}{_named(row)} {row.last.ended.timestamp():.0f}" for row in health if row.last]
    return "\n".join([*lines, ""])


def _named(row: SourceHealth) -> str:
    name = row.source.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'{{source="{name}"}}'


def metrics(_: Request) -> Response:
    """The metrics, or 503."""
    try:
        with house.opened() as store:
            until = last_day(store)
            health = sources(store, until) if until else ()
            text = metrics_text(store.tallies(), time.time() - _STARTED, health)
    except HoneyguideError as error:
        return PlainTextResponse(f"# {error}\n", status_code=503)
    return PlainTextResponse(text, media_type="text/plain; version=0.0.4")
