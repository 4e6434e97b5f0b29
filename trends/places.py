"""Which place lies in which."""

from __future__ import annotations

from collections.abc import Mapping

from core.records import Place
from trends.panel import WIDE_TO_NARROW

NARROWNESS: dict[str, int] = {level: n for n, level in enumerate(WIDE_TO_NARROW)}


class Nesting:
    """Answers whether of two places one lies in the other, from the gazetteer's records."""

    def __init__(self, places: Mapping[str, Place]) -> None:
        self._places = places

    def nested(self, one: tuple[str, str], other: tuple[str, str]) -> bool:
        """True for equal places, and where the narrower lies in the wider."""
        if one == other:
            return True
        wide, narrow = sorted((one, other), key=lambda at: NARROWNESS[at[0]])
        if wide[0] == narrow[0]:
            return False
        place = self._places.get(narrow[1])
        if place is None:
            return False
        if wide[0] == "country":
            return place.country == wide[1]
        return wide[0] == "admin1" and self._in_admin1(place, wide[1])

    def _in_admin1(self, place: Place, admin1_id: str) -> bool:
        if place.admin1 is None:
            return False
        admin1 = self._places.get(admin1_id)
        same_code = admin1 is not None and admin1.country == place.country and admin1.admin1 == place.admin1
        return same_code or place.admin1 == admin1_id

    def name(self, place_id: str) -> str:
        """The place's name, or its id where no record was given."""
        place = self._places.get(place_id)
        return place.name if place is not None else place_id
