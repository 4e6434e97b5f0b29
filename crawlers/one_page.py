"""One page, fetched with all the manners of a crawl (robots.txt, guards, pace, agent), of which nothing is kept."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from core.cards import Source
from core.errors import BadInput, CardError, HoneyguideError, NetworkAway
from core.records import Parcel
from core.settings import CrawlSettings
from crawlers.check import trial
from crawlers.guards import Bounds

_TERMS = {"says": "not looked up", "fair_because": "one page, looked at by hand, nothing kept"}
#: A listing that is one item itself: its page is kept as it is, and no link of it is followed.
_WHOLE = {"kind": "listing", "selectors": {"item": "html", "text": "body"}, "max_pages": 1}
#: What a site answers when the page is not for us: no fault of the network. Other reasons are.
_REFUSALS = re.compile(
    r"robots\.txt forbids|content type|not text|headers too large|unpacked|leads to|redirects|not a web address"
    r"|the site refused it|page not found"
)


def fetch_page(url: str, settings: CrawlSettings, *, local: bool = False, delay: float | None = None) -> Parcel:
    """The page at `url`, under the address that redirects led to. `local`: this machine's own addresses are allowed.

    Raises CardError for an address that may not be visited, BadInput when the site has no such page for us, and
    NetworkAway when the site, or its robots.txt, cannot be reached.
    """
    card = Source.model_validate({**basics(url, local), **_WHOLE, "urls": [url], "delay_seconds": delay})
    if refusal := Bounds(card).refusal(url):
        remedy = "Only a card with 'local: true' may name this machine." if refusal == "private address" else ""
        raise CardError(f"{url}: not fetched: {refusal}.", remedy=remedy)
    parcels, result = trial(card, settings)
    if parcels:
        return parcels[0]
    reasons = {**result.get("refused", {}), **result.get("errors", {})}
    raise _why_not(url, next(iter(reasons), result.get("stopped") or "no reason known"))


def _why_not(url: str, reason: str) -> HoneyguideError:
    if _REFUSALS.search(reason):
        return BadInput(f"{url}: not read: {reason}.")
    return NetworkAway(
        f"{url}: not read: {reason}.", remedy="Look whether the site answers, and what its robots.txt says."
    )


def basics(url: str, local: bool) -> dict[str, Any]:
    """What a card of a site begins with: an id and a name after its host."""
    host = (urlsplit(url).hostname or "site").removeprefix("www.")
    name = re.sub(r"[^a-z0-9]+", "-", host.lower()).strip("-")[:60]
    return {
        "id": f"s-{name}" if len(name) < 2 else name,
        "name": host,
        "terms": _TERMS,
        **({"local": True} if local else {}),
    }
