"""Pairs of places through the door: a pair under k is rolled up to its two countries, else withheld."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from privacy.noise import Blur
from privacy.release import Band, band

type Key = tuple[str, str, date]

_PLACE = re.compile(r"\d{1,12}|0[A-Z0-9.\-]{2,15}|[A-Z]{2}")


@dataclass(frozen=True, slots=True)
class Pair:
    """Groups of one week that name an origin and a destination; both with their countries (ISO-2).

    Raises ValueError for whatever is not of this form.
    """

    origin: str
    origin_country: str
    destination: str
    destination_country: str
    week: date
    groups: int

    def __post_init__(self) -> None:
        if not all(_PLACE.fullmatch(place) for place in (self.origin, self.destination)):
            raise ValueError(f"{self.origin!r} to {self.destination!r} is no pair of place ids")
        if not all(re.fullmatch(r"[A-Z]{2}", c) for c in (self.origin_country, self.destination_country)):
            raise ValueError(f"{self.origin_country!r} or {self.destination_country!r} is no country")
        if self.week.weekday() != 0 or self.groups < 0:
            raise ValueError(f"{self.groups} groups in the week of {self.week} cannot be released")


@dataclass(frozen=True, slots=True)
class PairFigure:
    """A released pair of place ids (or of countries) and the band of its groups; no two of them share a group."""

    origin: str
    destination: str
    week: date
    band: Band


def release_pairs(pairs: Iterable[Pair], *, k: int, blur: Blur | None = None) -> list[PairFigure]:
    """Most groups first. No total is released and no two figures share a group, so none can be reckoned.

    `blur` adds noise to each figure; what is shown, and that it is k or more, stays.
    """
    kept, _ = _kept(pairs, k)
    told = dict(zip(kept, blur(list(kept.values())), strict=True)) if blur else kept
    ordered = sorted(((key, max(k, told[key])) for key in kept), key=lambda item: (-item[1], item[0]))
    return [PairFigure(*key, band(groups)) for key, groups in ordered]


def any_withheld(pairs: Iterable[Pair], *, k: int) -> bool:
    """Whether a pair that was named is in no figure, neither its own nor its countries'."""
    return _kept(pairs, k)[1]


def _kept(pairs: Iterable[Pair], k: int) -> tuple[dict[Key, int], bool]:
    """The groups of what may be shown, and whether anything is left out of it."""
    fine: dict[Key, int] = defaultdict(int)
    wide: dict[Key, int] = defaultdict(int)
    countries: dict[str, str] = {}
    for pair in pairs:
        fine[pair.origin, pair.destination, pair.week] += pair.groups
        countries |= {pair.origin: pair.origin_country, pair.destination: pair.destination_country}
    kept = {key: groups for key, groups in fine.items() if groups >= k}
    for (origin, destination, week), groups in fine.items():
        if groups < k:
            wide[countries[origin], countries[destination], week] += groups
    withheld = False
    for key, groups in wide.items():
        if groups >= k and key[0] != key[1]:
            kept[key] = kept.get(key, 0) + groups
        else:
            withheld = withheld or groups > 0
    return kept, withheld
