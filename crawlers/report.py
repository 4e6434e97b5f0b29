"""A visit against its card: what was expected and did not come is an alarm with a name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from core.cards import Source
from core.records import CrawlReport


def alarms(card: Source, report: CrawlReport, result: Mapping[str, Any]) -> tuple[str, ...]:
    """Sentences that each name one thing that is wrong; none when the visit went as its card says."""
    found: list[str] = []
    if result.get("stopped"):
        found.append(f"unfinished: {result['stopped']}")
    if report.pages == 0:
        found.append(_silence(report, result))
    found += [f"died: {kind}" for kind in report.errors if kind.startswith("crawler died")]
    found += _volume(card, report, result)
    return tuple(found)


def _silence(report: CrawlReport, result: Mapping[str, Any]) -> str:
    reasons = {**result.get("refused", {}), **report.errors}
    most = max(reasons, key=lambda reason: reasons[reason], default="no reason known")
    return f"silent: not one page could be read ({most})"


def _volume(card: Source, report: CrawlReport, result: Mapping[str, Any]) -> list[str]:
    if not result.get("previous") or not report.finished:
        return []  # a first visit reads the whole past of a site: it says nothing of a day
    days = max((report.started - datetime.fromisoformat(result["previous"])).total_seconds() / 86400, 1 / 24)
    a_day = result.get("new", 0) / days
    if days >= 0.75 and a_day < card.expect.documents_a_day_min:
        return [
            f"shrunken: {a_day:.1f} new documents a day, its card expects at least {card.expect.documents_a_day_min:g}"
        ]
    if days >= 0.75 and a_day > card.expect.documents_a_day_max:
        return [
            f"swollen: {a_day:.1f} new documents a day, its card expects at most {card.expect.documents_a_day_max:g}"
        ]
    return []
