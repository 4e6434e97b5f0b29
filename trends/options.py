"""What a detection is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from core.records import Level, Stream

type Every = Literal["day", "week"]


@dataclass(frozen=True, slots=True)
class DetectOptions:
    """`budget_per_week`: false episodes accepted a week over everything. `burn_in_days`: learned from, never judged.

    `q`: the false discovery rate that is reported beside. `minimum_groups`: an alarm's window holds at least so many.
    `every`: the period of a stream, "day" unless named here ("orders" is weekly). `judged_from`, `judged_until`: unless
    given, all days after the burn-in to the last on which anything was read. `as_of`: nothing later is looked at.
    `history_days`: nothing more than so many days before the last is looked at, for an old archive would ask for the
    memory of all its years; of a longer history the years that a judgement remembers are learned from, never judged.
    """

    budget_per_week: float = 1.0
    burn_in_days: int = 56
    history_days: int = 5 * 365
    q: float = 0.1
    levels: tuple[Level, ...] = ("country", "admin1", "city")
    minimum_groups: int = 5
    every: Mapping[Stream, Every] = field(default_factory=lambda: {"orders": "week"})
    judged_from: date | None = None
    judged_until: date | None = None
    as_of: date | None = None
