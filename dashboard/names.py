"""Names for what the records call by ids: places, signs, kinds of venue, needs, sources."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import h3

from core.errors import HoneyguideError
from core.records import Level, Place
from dashboard.look.wording import SIGNS
from dashboard.look.words import plain

_EXPLOITATION = {
    "labour": "exploitation at work",
    "sexual": "sexual exploitation",
    "criminality": "forced criminality",
    "other": "other exploitation",
    "unclear": "exploitation of unclear kind",
}
_FAMILY = {
    "ILO": "signs of forced labour",
    "RF": "recruitment warnings",
    "AD": "wording of ads",
    "FS": "money signs",
}


@dataclass(frozen=True)
class Names:
    """`find` gives a place by its id (KeyError or a named error where it is not known); `cards` words by card id."""

    find: Callable[[str], Place]
    cards: Mapping[str, str] = field(default_factory=dict)
    countries: Mapping[str, str] = field(default_factory=dict)

    def place(self, level: Level, place_id: str) -> Place | None:
        """The place of a record, or None where the gazetteer does not know it; a cell has its centre."""
        if level == "h3":
            return _cell(place_id)
        try:
            return self.find(place_id)
        except (KeyError, HoneyguideError):
            return None

    def called(self, level: Level, place_id: str) -> str:
        """The place's own name, or its id."""
        place = self.place(level, place_id)
        return place.name if place else place_id

    def country(self, code: str | None) -> str:
        """The country's name, or its code, or nothing."""
        if not code:
            return ""
        place = self.place("country", code)
        return place.name if place else self.countries.get(code, code)

    def full(self, level: Level, place_id: str) -> str:
        """ "Makassar, Indonesia"; a country alone stays alone."""
        place = self.place(level, place_id)
        if place is None or level in ("country", "h3"):
            return self.called(level, place_id)
        return ", ".join(dict.fromkeys(part for part in (place.name, self.country(place.country)) if part))

    def topic(self, topic: str) -> str:
        """A topic in plain words, small letters: "restaurants and bars", "upfront fee", "need of shelter"."""
        kind, _, value = topic.partition(":")
        if kind == "signal":
            return "posts bearing signs"
        if kind == "exploitation":
            return _EXPLOITATION.get(value, value)
        if kind == "family":
            return _FAMILY.get(value, value)
        word = self.word(value)
        return f"need: {word}" if kind == "need" else word

    def need(self, need: str) -> str:
        """A kind of need in plain words, by its card's id."""
        return self.word(need)

    def word(self, card: str) -> str:
        """A card in plain words, small letters: its own name, else ours, else the words of its id."""
        word = self.cards.get(card) or SIGNS.get(card) or plain(card)
        return word if word[1:2].isupper() else word[:1].lower() + word[1:]

    def posts(self, topic: str, number: int) -> str:
        """What is counted under a topic, as the subject of a sentence: "posts bearing signs", "post showing a need"."""
        kind, _, value = topic.partition(":")
        post = "post" if number == 1 else "posts"
        return {
            "signal": f"{post} bearing signs",
            "exploitation": f"{post} bearing signs of {self.topic(topic)}",
            "venue": f"{post} set in “{self.word(value)}”",
            "need": f"{post} showing a need of {self.word(value)}",
        }.get(kind, f"{post} with “{self.topic(topic)}”")

    def kind(self, topic: str) -> str:
        """What sort of topic it is, in a word or two."""
        return {
            "signal": "posts bearing signs",
            "exploitation": "kind of exploitation",
            "family": "family of signs",
            "sign": "sign",
            "venue": "kind of venue",
            "need": "need",
        }.get(topic.partition(":")[0], topic)


def _cell(cell: str) -> Place | None:
    if not h3.is_valid_cell(cell):
        return None
    latitude, longitude = h3.cell_to_latlng(cell)
    name = f"cell around {abs(latitude):.1f}°{'N' if latitude >= 0 else 'S'} {abs(longitude):.1f}°"
    return Place(cell, name + ("E" if longitude >= 0 else "W"), "h3", latitude, longitude, country="")
