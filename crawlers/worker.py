"""One crawl in a process of its own: `python -m crawlers.worker`, its job as one JSON line on standard input.

It writes JSON lines on standard output: progress, and last the result, by which the crawl is judged (a process that
ends without one has failed, whatever its exit code). When its standard input closes, its parent is gone: it stops.
Nothing secret stands in its arguments; addresses go nowhere but into the sealed frontier and inbox.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from core.cards import Source
from core.days import now
from core.errors import HoneyguideError
from core.settings import CrawlSettings
from crawlers.frontier import Frontier
from crawlers.guards import GuardedResolver
from crawlers.inbox import Inbox
from crawlers.visit import Tally, Visitor
from privacy.vault import Vault

_PROGRESS_EVERY = 0.3
#: Seconds to come to a safe point once the parent is gone; a busy machine may take that long to start Scrapy.
_GRACE = 45


def main() -> int:
    """Carry out the job on standard input; 0 when a result was told."""
    job = json.loads(sys.stdin.readline())
    orphaned = threading.Event()
    threading.Thread(target=_watch_parent, args=(orphaned,), daemon=True).start()
    try:
        _say({"result": _crawl(job, orphaned)})
    except HoneyguideError as error:
        _say({"error": {"kind": type(error).__name__, "message": error.message, "remedy": error.remedy}})
    return 0


def _watch_parent(orphaned: threading.Event) -> None:
    while sys.stdin.readline():
        pass
    orphaned.set()
    time.sleep(_GRACE)
    os._exit(1)  # the visit did not come to a safe point in time; nothing is lost by leaving


def _say(line: dict[str, Any]) -> None:
    print(json.dumps(line), flush=True)


def _crawl(job: dict[str, Any], orphaned: threading.Event) -> dict[str, Any]:
    card = Source.model_validate(job["card"])
    crawl = CrawlSettings.model_validate(job["settings"])
    state = Path(job["state"])
    vault = Vault.open(Path(job["vault_folder"]))
    frontier = Frontier(state / "frontier" / f"{card.id}.db", vault, now)
    inbox = Inbox(state / "inbox.db", vault)
    try:
        visitor = Visitor(
            card=card,
            frontier=frontier,
            inbox=inbox,
            fetch=None,  # type: ignore[arg-type]  # set when Scrapy's engine is there
            clock=now,
            errors_before_stop=crawl.errors_before_stop,
            on_page=_Progress(frontier),
            should_stop=orphaned.is_set,
        )
        stats = _run_scrapy(card, crawl, visitor)
        return _result(visitor.tally, stats, frontier)
    finally:
        inbox.close()
        frontier.close()


class _Progress:
    """Tells, a few times a second, how many pages are done and how many are known."""

    def __init__(self, frontier: Frontier) -> None:
        self._frontier, self._told = frontier, 0.0

    def __call__(self, tally: Tally) -> None:
        moment = time.monotonic()
        if moment - self._told >= _PROGRESS_EVERY:
            self._told = moment
            _say({"pages": tally.pages, "known": tally.pages + self._frontier.pending()})


def _run_scrapy(card: Source, crawl: CrawlSettings, visitor: Visitor) -> dict[str, Any]:
    from scrapy import Spider
    from scrapy.crawler import AsyncCrawlerProcess

    from crawlers.network import fetch, scrapy_settings

    class Walker(Spider):
        """Hands its engine to the visitor, and lives as long as the visit."""

        name = card.id

        async def start(self) -> AsyncIterator[Any]:
            engine = self.crawler.engine
            visitor.fetch = lambda url, headers: fetch(engine, url, headers)
            try:
                await visitor.run()
            except Exception as error:
                failure.append(error)
            return
            yield  # an asynchronous generator, as Scrapy wants it, of nothing

    failure: list[Exception] = []
    process = AsyncCrawlerProcess(settings=scrapy_settings(card, crawl))
    crawler = process.create_crawler(Walker)
    process.crawl(crawler)
    process.start(install_signal_handlers=False)
    if failure:
        raise failure[0]
    return dict(crawler.stats.get_stats())


def _result(tally: Tally, stats: dict[str, Any], frontier: Frontier) -> dict[str, Any]:
    errors = dict(tally.errors)
    if GuardedResolver.withheld:
        errors["private address"] = GuardedResolver.withheld
    if stats.get("spider_exceptions/count") or stats.get("finish_reason") not in ("finished", None):
        errors["crawler: " + str(stats.get("finish_reason"))] = 1
    return {
        "pages": tally.pages,
        "parcels": tally.parcels,
        "unchanged": tally.unchanged,
        "gone": tally.gone,
        "new": tally.new,
        "errors": errors,
        "refused": dict(tally.refused),
        "stopped": tally.stopped,
        "pending": frontier.pending(),
        "delay": stats.get("honeyguide/delay"),
        "previous": frontier.visit.previous.isoformat() if frontier.visit.previous else None,
    }


if __name__ == "__main__":
    sys.exit(main())
