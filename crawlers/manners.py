"""Manners towards a site: robots.txt before anything else, its pace, its wish to be left alone."""

from __future__ import annotations

import asyncio
import zlib
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, override
from urllib.parse import urljoin

from scrapy import Request, signals
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)
from scrapy.extensions.throttle import AutoThrottle
from scrapy.utils.httpobj import urlparse_cached
from scrapy.utils.misc import build_from_crawler

from crawlers.guards import Bounds

#: Without a limit a site could be asked without a pause; this is still a hundred pages a second.
FASTEST = 0.01
_ROBOTS_HOPS = 5
_ROBOTS_SIZE = 512_000


class Refused(IgnoreRequest):
    """A page that is not fetched, with the reason as its text."""


class CarefulRobots(RobotsTxtMiddleware):
    """robots.txt obeyed from the first burst on, and refusal where it cannot be read.

    Scrapy's own lets later requests of a first burst pass without rules, and takes a failure for a permission.
    Here a lock a host makes all wait for the rules. 404 and 410 allow; anything else but 200 refuses (CONTRACTS).
    """

    def __init__(self, crawler: Any) -> None:
        super().__init__(crawler)
        self._locks: dict[str, asyncio.Lock] = {}
        self._unreadable: dict[str, str] = {}

    @override
    async def process_request(self, request: Any, spider: Any = None) -> None:
        if request.meta.get("robots_file"):
            return
        rules = await self.robot_parser(request)
        agent = self._robotstxt_useragent or self._default_useragent
        if rules is not None and not rules.allowed(request.url, agent):
            self._stats.inc_value("robotstxt/forbidden")
            raise Refused("robots.txt forbids it")

    @override
    async def robot_parser(self, request: Any) -> Any:
        """The rules of the request's host. Raises Refused when they cannot be read."""
        parts = urlparse_cached(request)
        host = f"{parts.scheme}://{parts.netloc}"
        async with self._locks.setdefault(host, asyncio.Lock()):
            if host not in self._parsers and host not in self._unreadable:
                await self._ask(host, request)
        if host in self._unreadable:
            raise Refused(self._unreadable[host])
        return self._parsers[host]

    async def _ask(self, host: str, request: Any) -> None:
        self._stats.inc_value("robotstxt/request_count")
        try:
            response = await self._fetch(f"{host}/robots.txt", Bounds(self.crawler.settings["HONEYGUIDE_CARD"]))
        except Exception as error:  # whatever went wrong, the answer to it is refusal
            self._stats.inc_value("robotstxt/exception_count")
            self._unreadable[host] = f"robots.txt could not be read ({told_failure(error)})"
            return
        self._stats.inc_value(f"robotstxt/response_status_count/{response.status}")
        if response.status in (404, 410):
            body = b""
        elif response.status == 200:
            body = response.body
        else:
            self._unreadable[host] = f"robots.txt could not be read (HTTP {response.status})"
            return
        rules = build_from_crawler(self._parserimpl, self.crawler, body)
        await self.crawler.signals.send_catch_log_async(signals.robots_parsed, robotparser=rules, request=request)
        self._parsers[host] = rules

    async def _fetch(self, url: str, bounds: Bounds) -> Any:
        for _ in range(_ROBOTS_HOPS + 1):
            refusal = bounds.refusal(url)
            if refusal:
                raise Refused(f"robots.txt leads to {refusal}")
            meta = {"robots_file": True, "download_maxsize": _ROBOTS_SIZE}
            response = await self.crawler.engine.download_async(Request(url, meta=meta, dont_filter=True))
            if response.status not in (301, 302, 303, 307, 308):
                return response
            url = urljoin(url, (response.headers.get("Location") or b"").decode("latin-1"))
        raise Refused("robots.txt redirects without end")


class Pace(AutoThrottle):
    """AutoThrottle that starts at, and never goes below, the pace agreed with the site.

    That is the site's Crawl-delay where it names one (in both directions, down to 0.01 s), else our own delay;
    a card's larger delay wins over both. A slow answer slows us further.
    """

    def __init__(self, crawler: Any) -> None:
        super().__init__(crawler)
        self._agent = crawler.settings["ROBOTSTXT_USER_AGENT"] or crawler.settings["USER_AGENT"]
        self._own = crawler.settings.getfloat("HONEYGUIDE_DELAY")
        card = crawler.settings.get("HONEYGUIDE_CARD_DELAY")
        self._card = None if card is None else float(card)
        self._agreed: dict[str, float] = {}
        crawler.signals.connect(self._robots_parsed, signal=signals.robots_parsed)

    @override
    def _min_delay(self) -> float:
        return agreed_delay(None, self._card, self._own)

    @override
    def _start_delay(self) -> float:
        return self.mindelay

    @override
    def _adjust_delay(self, slot: Any, latency: float, response: Any) -> None:
        least = self._agreed.get(urlparse_cached(response).hostname or "", self._min_delay())
        self.mindelay, self.maxdelay = least, max(self._max_delay(), least)
        super()._adjust_delay(slot, latency, response)

    def _robots_parsed(self, robotparser: Any, request: Any) -> None:
        host = urlparse_cached(request).hostname or ""
        delay = agreed_delay(robotparser.crawl_delay(self._agent), self._card, self._own)
        self._agreed[host] = delay
        downloader = self.crawler.engine.downloader
        # For a slot that Scrapy clears away while it rests and makes anew.
        downloader.per_slot_settings[host] = {"delay": delay}
        if host in downloader.slots:
            downloader.slots[host].delay = delay
        self.crawler.stats.set_value("honeyguide/delay", delay)


def told_failure(error: BaseException) -> str:
    """What went wrong with a download, in words."""
    for kind, words in _FAILURES:
        if isinstance(error, kind):
            return words
    trail = f"{error!r} {error.__cause__!r}"
    return "invalid TLS certificate" if "certificate" in trail or "SSL" in trail else type(error).__name__


_FAILURES: tuple[tuple[type[BaseException], str], ...] = (
    (DownloadTimeoutError, "timed out"),
    (CannotResolveHostError, "no public address under this name"),
    (DownloadConnectionRefusedError, "connection refused"),
    (DownloadCancelledError, "too large"),
    (ResponseDataLossError, "cut off"),
    (zlib.error, "badly packed"),
)


def agreed_delay(site: float | None, card: float | None, own: float) -> float:
    """Seconds between two requests: the site's word, else the card's, else ours; a card's larger one always wins."""
    if site is None:
        return own if card is None else card
    return max(site, FASTEST, card or 0.0)


def retry_after(value: str | None, now: datetime) -> float | None:
    """Seconds to wait by a Retry-After header (a number, or a date), or None without a readable one."""
    if not value:
        return None
    text = value.strip()
    if text.isdigit():
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())
