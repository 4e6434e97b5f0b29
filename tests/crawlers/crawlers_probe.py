"""Scrapy as the crawlers set it up, in a process of its own, asked for many addresses at once.

Standard input: {"card", "settings", "urls", "stock"}; standard output: the answers, and what the process listened on.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from typing import Any

from core.cards import Source
from core.settings import CrawlSettings


def probe(card: Source, urls: list[str], **settings: Any) -> dict[str, Any]:
    """Ask for all addresses at once. Answers by address, with the listening ports and the seconds it took."""
    job = {"card": card.model_dump(), "settings": {"contact": "tests", **settings}, "urls": urls}
    run = subprocess.run(
        [sys.executable, __file__], input=json.dumps(job), capture_output=True, text=True, timeout=300, check=False
    )
    assert run.returncode == 0, run.stderr[-2000:]
    told: dict[str, Any] = json.loads(run.stdout.splitlines()[-1])
    return told


def main() -> None:
    from scrapy import Spider
    from scrapy.crawler import AsyncCrawlerProcess

    from crawlers.network import fetch, scrapy_settings

    job = json.loads(sys.stdin.read())
    card = Source.model_validate(job["card"])
    told: dict[str, Any] = {}

    class Asker(Spider):
        name = "asker"

        async def start(self) -> AsyncIterator[Any]:
            began = time.monotonic()
            answers = await asyncio.gather(*(fetch(self.crawler.engine, url, {}) for url in job["urls"]))
            told["seconds"] = time.monotonic() - began
            told["answers"] = {
                url: {"status": one.status, "size": len(one.body), "refused": one.refused, "failed": one.failed}
                for url, one in zip(job["urls"], answers, strict=True)
            }
            told["listening"] = _listening()
            return
            yield

    process = AsyncCrawlerProcess(settings=scrapy_settings(card, CrawlSettings.model_validate(job["settings"])))
    process.crawl(Asker)
    process.start(install_signal_handlers=False)
    print(json.dumps(told))


def _listening() -> list[int]:
    import psutil

    return [one.laddr.port for one in psutil.Process().net_connections("inet") if one.status == psutil.CONN_LISTEN]


if __name__ == "__main__":
    main()
