"""Scrapy as this house uses it: its settings, what is let in, and one request at a time through its downloader."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scrapy import Request, signals
from scrapy.exceptions import IgnoreRequest, StopDownload

from core.cards import Source
from core.settings import CrawlSettings
from crawlers.guards import wrong_type
from crawlers.manners import Refused, told_failure
from crawlers.visit import Answer

#: What a site is told we would take. No pictures: text only.
_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,application/json;q=0.8,text/plain;q=0.7"
_MOST_HEADERS = 64_000


def scrapy_settings(card: Source, crawl: CrawlSettings) -> dict[str, Any]:
    """All that differs from Scrapy's defaults, with the manners of DESIGN 3."""
    languages = ", ".join(card.languages) or "en"
    return {
        **_CLOSED,
        **_QUIET,
        "USER_AGENT": f"{crawl.agent} (+{crawl.contact})",
        "ROBOTSTXT_USER_AGENT": crawl.agent.split("/")[0],
        "ROBOTSTXT_OBEY": True,
        "DOWNLOADER_MIDDLEWARES": {
            "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
            "crawlers.manners.CarefulRobots": 100,
        },
        "EXTENSIONS": {
            "scrapy.extensions.throttle.AutoThrottle": None,
            "crawlers.manners.Pace": 0,
            "crawlers.network.TextOnly": 0,
        },
        "AUTOTHROTTLE_ENABLED": True,
        "AUTOTHROTTLE_TARGET_CONCURRENCY": 1.0,
        "DOWNLOAD_DELAY": crawl.delay_seconds,
        # A pause is never shortened by chance: a Crawl-delay is a promise.
        "DOWNLOAD_DELAY_JITTER": 0.0,
        "CONCURRENT_REQUESTS": 1,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
        "DOWNLOAD_TIMEOUT": crawl.timeout_seconds,
        "DOWNLOAD_MAXSIZE": int(crawl.max_megabytes * 1_000_000),
        "DEFAULT_REQUEST_HEADERS": {"Accept": _ACCEPT, "Accept-Language": languages},
        "HONEYGUIDE_CARD": card,
        "HONEYGUIDE_LOCAL": card.local,
        "HONEYGUIDE_DELAY": crawl.delay_seconds,
        "HONEYGUIDE_CARD_DELAY": card.delay_seconds,
    }


#: Doors that stand open in stock Scrapy. Redirects and retries are ours (visit.py), so that each hop is judged.
_CLOSED: dict[str, Any] = {
    "TWISTED_DNS_RESOLVER": "crawlers.guards.GuardedResolver",
    "DOWNLOAD_HANDLERS": {"data": None, "file": None, "ftp": None, "s3": None},
    "DOWNLOAD_VERIFY_CERTIFICATES": True,
    "REMOTE_CONTROL_ENABLED": False,
    "TELNETCONSOLE_ENABLED": False,
    "REDIRECT_ENABLED": False,
    "METAREFRESH_ENABLED": False,
    "RETRY_ENABLED": False,
    "COOKIES_ENABLED": False,
    "HTTPPROXY_ENABLED": False,
    "REFERER_ENABLED": False,
    "HTTPERROR_ALLOW_ALL": True,
}
_QUIET: dict[str, Any] = {
    "LOG_LEVEL": "ERROR",
    "LOG_INSTALL_ROOT_HANDLER": True,
    "STATS_DUMP": False,
    "MEMUSAGE_ENABLED": False,
    "LOGSTATS_INTERVAL": 0,
}


class TextOnly:
    """Looks at the headers of an answer and lets its body in only when it claims to be text."""

    def __init__(self, crawler: Any) -> None:
        crawler.signals.connect(self._headers_received, signal=signals.headers_received)

    @classmethod
    def from_crawler(cls, crawler: Any) -> TextOnly:
        """Made by Scrapy."""
        return cls(crawler)

    def _headers_received(self, headers: Any, request: Any) -> None:
        if sum(len(name) + sum(map(len, values)) for name, values in headers.items()) > _MOST_HEADERS:
            request.meta["stopped"] = "headers too large"
            raise StopDownload(fail=True)
        kind = (headers.get("Content-Type") or b"").decode("latin-1")
        if wrong_type(kind, request.url) and not request.meta.get("robots_file"):
            request.meta["stopped"] = f"content type {kind.split(';')[0].strip()}"
            raise StopDownload(fail=True)


async def fetch(engine: Any, url: str, headers: Mapping[str, str]) -> Answer:
    """One request through Scrapy's downloader and middlewares. Never raises for what a site may do."""
    request = Request(url, headers=dict(headers), dont_filter=True)
    try:
        response = await engine.download_async(request)
    except Refused as refusal:
        return Answer(refused=str(refusal))
    except StopDownload:
        return Answer(refused=str(request.meta.get("stopped", "not text")))
    except IgnoreRequest as error:
        return Answer(refused="too large when unpacked" if "decompression" in str(error) else "not fetched")
    except Exception as error:  # whatever a hostile server provokes is told by kind, and the visit goes on
        return Answer(failed=told_failure(error))
    names = {name.decode("latin-1").lower(): values for name, values in response.headers.items()}
    plain = {name: values[-1].decode("latin-1") for name, values in names.items() if values}
    return Answer(response.status, plain, response.body)
