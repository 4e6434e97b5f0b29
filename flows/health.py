"""What of the sources wants a person: silence, alarms of the last visit, visits that are overdue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from briefing.seen import look
from core.cards import Source
from core.errors import HoneyguideError
from core.plurals import counted
from core.records import CrawlReport
from core.silence import HABIT_DAYS, MOST_VISITS
from flows.house import House
from flows.schedule import VISITED, WAITS
from flows.watching import FILES

# After so long without a visit a scheduler has failed, or a run hangs: one day's run may be missed for a reason.
GRACE = timedelta(days=1, hours=12)
_DAILY = timedelta(days=1)


class Unwell(HoneyguideError):
    """Sources want a person: what ends the flow `watch`, and a scheduler sees."""


def silences(house: House) -> dict[str, date]:
    """The silent sources, each since when: the same that the pages and the digest name."""
    store, until = house.store, _last_day(house)
    if until is None:
        return {}
    exposure = store.exposure("country", since=until - timedelta(days=HABIT_DAYS - 1), until=until)
    seen = look(exposure, {}, until - timedelta(days=6), store.reports(limit=MOST_VISITS))
    return {silence.source: silence.since for silence in seen.silences}


def troubles(house: House, silent: Mapping[str, date], last: Mapping[str, CrawlReport]) -> tuple[str, ...]:
    """One sentence each, by name. Of sources whose cards are gone or not active nobody is to be woken.

    Where no card at all is given, those as last crawled stand: who asks without `--sources` would else hear nothing.
    """
    given = [card for _, card in house.sources.values()] or list(house.cards.values())
    active = [card for card in given if card.status in VISITED]
    return tuple(said for card in active for said in _of(house, card, silent.get(card.id), last.get(card.id)))


def _of(house: House, card: Source, since: date | None, last: CrawlReport | None) -> Iterator[str]:
    if since:
        yield f"{card.id}: silent since {since}"
    if last is None:
        return
    yield from (f"{card.id}: {alarm}" for alarm in last.alarms)
    age = house.clock() - last.ended
    if card.kind not in FILES and card.schedule != "never" and age > WAITS.get(card.schedule, _DAILY) + GRACE:
        yield f"{card.id}: not visited for {counted(age.days, 'day')}, and its card says {card.schedule}"


def _last_day(house: House) -> date | None:
    """As the pages reckon: the last day judged, else the last one with anything read."""
    judged = (house.store.state("detection") or {}).get("judged_until")
    if isinstance(judged, str):
        return date.fromisoformat(judged)
    return max((row.day for row in house.store.exposure("country")), default=None)
