"""What was planted, and what was set as a trap. Only `demo.score` reads it, after `detect`; never shown on a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Spot:
    """A city of a plant or trap: GeoNames ids of itself and of its first-level division, ISO-2 country, degrees."""

    id: str
    admin1: str | None
    name: str
    country: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Plant:
    """A planted rise: `topics` that fit it, the cities whose series may show it (the first is the counted one)."""

    name: str
    topics: frozenset[str]
    spots: tuple[Spot, ...]
    start: date
    end: date
    posts: int
    sources: tuple[str, ...]
    corridor: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Trap:
    """What must not alarm. `kind`: "storm", "silence" or "newcomer"; empty `spots`: everywhere."""

    kind: str
    topics: frozenset[str]
    spots: tuple[Spot, ...]
    start: date
    end: date
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Truth:
    """All that the scorer and the tests may know of a world.

    `labels`: document id → "ordinary", "adult", "negative", "sign", "need", "storm" or "plant:<name>"; articles are
    left out, for they are known by their address. `bears`: document id → topics its writer had in mind, where any.
    `contacts` and `names` stand in the texts or as authors, and may rest nowhere in clear.
    """

    first_day: date
    last_day: date
    plants: tuple[Plant, ...]
    traps: tuple[Trap, ...]
    labels: Mapping[str, str]
    bears: Mapping[str, tuple[str, ...]]
    contacts: tuple[str, ...]
    names: tuple[str, ...]
    cities: tuple[Spot, ...]
