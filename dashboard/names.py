"""Names for what the records call by ids: places, signs, kinds of venue, needs, sources."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache

import h3
from babel import Locale, UnknownLocaleError

from briefing.phrases import languages, load
from core.errors import HoneyguideError
from core.records import Level, Place
from dashboard.look.speech import later, say, spoken
from dashboard.look.words import plain

_POSTS = {
    "signal": (later("post bearing signs"), later("posts bearing signs")),
    "exploitation": (later("post bearing {what}"), later("posts bearing {what}")),
    "venue": (later("post set in “{what}”"), later("posts set in “{what}”")),
    "sign": (later("post with “{what}”"), later("posts with “{what}”")),
}
_KINDS = {
    "signal": later("posts bearing signs"),
    "exploitation": later("kind of exploitation"),
    "family": later("family of signs"),
    "sign": later("sign"),
    "venue": later("kind of venue"),
    "need": later("need"),
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
        if level == "country":
            return self.country(place_id)
        place = self.place(level, place_id)
        if place is not None and place.level == "country":  # an end of a corridor may be as wide as that
            return self.country(place.country)
        return place.name if place else place_id

    def country(self, code: str | None) -> str:
        """The country's name, or its code, or nothing."""
        if not code:
            return ""
        if spoken() != "en" and (named := territories(spoken()).get(code)):
            return named
        place = self.place("country", code)
        return place.name if place else self.countries.get(code, code)

    def full(self, level: Level, place_id: str) -> str:
        """ "Makassar, Indonesia"; a country alone stays alone."""
        place = self.place(level, place_id)
        if place is None or level in ("country", "h3"):
            return self.called(level, place_id)
        land = self.place("country", place.country)
        if land is not None and land.name == place.name:  # a city that is a country: named once, in any language
            return self.country(place.country)
        return ", ".join(part for part in (place.name, self.country(place.country)) if part)

    def topic(self, topic: str) -> str:
        """A topic in plain words, small letters, as the digest calls it: "car washes", "need of shelter"."""
        named = load(spoken() if spoken() in languages() else "en").named(topic)
        return named or self.word(topic.partition(":")[2])

    def need(self, need: str) -> str:
        """A kind of need in plain words, by its card's id."""
        return self.word(need)

    def word(self, card: str) -> str:
        """A card in plain words, small letters: its own name, else the words of its id."""
        word = say(self.cards.get(card) or plain(card))
        return word if word[1:2].isupper() else word[:1].lower() + word[1:]

    def posts(self, topic: str, number: int) -> str:
        """What is counted under a topic, as the subject of a sentence: "posts bearing signs", "post with “threats”"."""
        one, many = _POSTS.get(topic.partition(":")[0], _POSTS["sign"])
        return say(one if number == 1 else many, what=self.topic(topic))

    def kind(self, topic: str) -> str:
        """What sort of topic it is, in a word or two."""
        return say(_KINDS.get(topic.partition(":")[0], topic))


@cache
def territories(language: str) -> Mapping[str, str]:
    """What countries are called in a language, by ISO code; empty for one that Babel does not know."""
    try:
        return dict(Locale.parse(language).territories)
    except (UnknownLocaleError, ValueError):
        return {}


def tongue(code: str) -> str:
    """A language in words of the language spoken ("Burmese"), or its code."""
    return tongues(spoken()).get(code, code)


@cache
def tongues(language: str) -> Mapping[str, str]:
    """What languages are called in a language, by code; empty for one that Babel does not know."""
    try:
        return dict(Locale.parse(language).languages)
    except (UnknownLocaleError, ValueError):
        return {}


def _cell(cell: str) -> Place | None:
    if not h3.is_valid_cell(cell):
        return None
    latitude, longitude = h3.cell_to_latlng(cell)
    name = say("cell around") + f"  {abs(latitude):.1f}°{'N' if latitude >= 0 else 'S'} {abs(longitude):.1f}°"
    return Place(cell, name + ("E" if longitude >= 0 else "W"), "h3", latitude, longitude, country="")
