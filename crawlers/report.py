"""A visit against its card: what was expected and did not come is an alarm with a name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from core.cards import Source
from core.records import CrawlReport, Posting


def alarms(card: Source, report: CrawlReport, result: Mapping[str, Any]) -> tuple[str, ...]:
    """Sentences that each name one thing that is wrong; none when the visit went as its card says."""
    found: list[str] = []
    if result.get("stopped"):
        found.append(f"unfinished: {result['stopped']}")
    if report.pages == 0:
        found.append(_silence(report, result))
    elif _barren(report, result):
        found.append(f"silent: {report.pages} pages could be read and no document was found (look at its selectors)")
    found += [f"died: {kind}" for kind in report.errors if kind.startswith("crawler died")]
    found += _volume(card, report, result)
    return tuple(found)


def _silence(report: CrawlReport, result: Mapping[str, Any]) -> str:
    reasons = {**result.get("refused", {}), **report.errors}
    most = max(reasons, key=lambda reason: reasons[reason], default="no reason known")
    return f"silent: not one page could be read ({most})"


def _barren(report: CrawlReport, result: Mapping[str, Any]) -> bool:
    """Whether the first whole visit came to nothing: later ones may find nothing new, and that is no fault."""
    return report.finished and not (result.get("previous") or result.get("new") or report.parcels)


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


#: Fewer documents than this say nothing of a source's shape.
_ENOUGH_FOR_SHAPE = 10


def shape(postings: Sequence[Posting]) -> dict[str, float]:
    """What share of documents bears each field, with their number under "documents": to be kept between visits."""
    count = len(postings)
    fields: dict[str, int] = {
        "text": sum(len(one.text) > 0 for one in postings),
        "title": sum(bool(one.title) for one in postings),
        "author": sum(bool(one.author) for one in postings),
        "date": sum(one.published_day is not None and one.date_source != "first_seen" for one in postings),
        "place": sum(bool(one.place_claim) for one in postings),
    }
    return {"documents": float(count), **{name: number / count for name, number in fields.items() if count}}


def shape_alarms(now: Mapping[str, float], before: Mapping[str, float] | None) -> tuple[str, ...]:
    """Fields that were usual and are suddenly empty: the site was rebuilt, or a selector no longer meets anything."""
    if not before or min(now.get("documents", 0), before.get("documents", 0)) < _ENOUGH_FOR_SHAPE:
        return ()
    return tuple(
        f"changed shape: '{name}' stood on {before[name]:.0%} of the documents and now on {now.get(name, 0):.0%}"
        for name in ("text", "title", "author", "date", "place")
        if before.get(name, 0) >= 0.5 and now.get(name, 0) < 0.5 * before[name]
    )


def stale_alarm(card: Source, newest: date | None, today: date) -> str | None:
    """A source whose newest document is older than its card allows, though its pages still answer."""
    if newest is None or (today - newest).days <= card.expect.fresh_within_days:
        return None
    return (
        f"stale: its newest document is of {newest.isoformat()}, {(today - newest).days} days ago; "
        f"its card expects one every {card.expect.fresh_within_days:g} days"
    )
