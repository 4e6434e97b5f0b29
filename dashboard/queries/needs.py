"""Needs against help: the gaps reckoned last, and the operator's directory of services with its filters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from core.cards import Service, load_cards
from core.records import Gap
from core.settings import Settings
from stores.base import Store


@dataclass(frozen=True, slots=True)
class Gaps:
    """The gaps of the four weeks that end with this one, widest first; `week` None: none was ever reckoned."""

    week: date | None
    rows: tuple[Gap, ...]


def gaps(store: Store, until: date, level: str = "city") -> Gaps:
    """The gaps of the latest week that began by `until`, at one level, sorted by the lower end of their interval."""
    all_of_them = [gap for gap in store.gaps() if gap.week <= until]
    if not all_of_them:
        return Gaps(None, ())
    week = max(gap.week for gap in all_of_them)
    rows = [gap for gap in all_of_them if gap.week == week and gap.level == level]
    return Gaps(week, tuple(sorted(rows, key=lambda gap: (-gap.low, -gap.groups, gap.place_id))))


def directory(settings: Settings) -> tuple[Service, ...]:
    """The operator's services; empty without a directory. Raises CardError naming a faulty card."""
    folder = settings.services or Path(settings.home) / "services"
    return tuple(card for _, card in load_cards(Path(folder), Service)) if Path(folder).is_dir() else ()


def fitting(
    services: Iterable[Service],
    *,
    need: str | None = None,
    country: str | None = None,
    language: str | None = None,
    verified_only: bool = True,
) -> list[Service]:
    """Services by need, country and language; those not verified are left out unless asked for."""
    return [
        service
        for service in services
        if (need is None or need in service.needs)
        and (country is None or service.country == country)
        and (language is None or language in service.languages)
        and (service.verified_on is not None or not verified_only)
    ]


def offered(services: Sequence[Service]) -> tuple[list[str], list[str], list[str]]:
    """Needs, countries and languages that occur in the directory, for its filters."""
    return (
        sorted({need for service in services for need in service.needs}),
        sorted({service.country for service in services}),
        sorted({language for service in services for language in service.languages}),
    )
