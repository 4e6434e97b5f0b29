"""Posts made of frames of our own and names of the gazetteer, with their places, for the fitting of weights."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.shared import lines
from nlp import gazetteer_sources
from nlp.gazetteer_sources import Row

FRAMES = Path(__file__).with_name("place_frames.txt")
_SLOT = re.compile(r"\{([TACVWN])\}")
# Where posts of a language come from, and go.
_LANDS = {
    "en": "GB IE US AE SG NG KE ZA IN PH AU CA HK QA MT GH",
    "ms": "MY MY MY SG ID BN",
    "id": "ID ID ID MY TW HK SA",
    "es": "ES MX AR CO PE CL VE EC HN GT US",
    "fr": "FR FR BE CH CI SN CM MA CA",
    "tl": "PH PH PH SA AE HK KW",
    "pt": "BR BR PT AO MZ",
    "de": "DE DE AT CH",
}
_ANYWHERE = 0.3
_FIRST = "Golden Lucky Royal Blue Jade Lotus Diamond Paradise Star Orchid Sunny Happy Silver Crystal Melati Rosa Dragon"
_KIND = "Spa KTV Club Hotel Restaurant Bar Salon Massage Cafe Lounge Bakery Agency Pub House Palace"
_NEAR = 0.25  # degrees


@dataclass(frozen=True, slots=True)
class Invented:
    """A post with the offsets of its places."""

    language: str
    text: str
    gold: frozenset[tuple[int, int]]


class Names:
    """Towns to draw by language, the larger the likelier, with smaller places near each."""

    def __init__(self, dice: random.Random) -> None:
        self._dice = dice
        lands = gazetteer_sources.countries()
        divisions = gazetteer_sources.subdivisions(lands)
        towns = list(gazetteer_sources.cities(lands, divisions))
        self._lands = [land.name for land in lands.values() if land.population > 500_000]
        self._by_land: dict[str, list[Row]] = {}
        self._cells: dict[tuple[int, int], list[Row]] = {}
        for town in towns:
            self._cells.setdefault(_cell(town), []).append(town)
            if town.population >= 15_000:
                self._by_land.setdefault(town.country, []).append(town)
        self._all = [town for town in towns if town.population >= 100_000]

    def town(self, language: str) -> Row:
        """A town of the language's countries, or anywhere."""
        abroad = self._dice.random() < _ANYWHERE
        some = self._all if abroad else self._by_land[self._dice.choice(_LANDS[language].split())]
        return self._dice.choices(some, [town.population**0.6 for town in some])[0]

    def near(self, town: Row) -> str:
        """A smaller place beside a town, or the town's own name where there is none."""
        some = [o for o in self._cells[_cell(town)] if o.population < town.population and o.name != town.name]
        return self._dice.choices(some, [one.population + 500 for one in some])[0].name if some else town.name

    def country(self) -> str:
        """A country by its English name."""
        return self._dice.choice(self._lands)


def _cell(town: Row) -> tuple[int, int]:
    return int(town.latitude // _NEAR), int(town.longitude // _NEAR)


def frames() -> Iterator[tuple[str, str]]:
    """(language, frame)."""
    for line in lines(FRAMES):
        language, _, frame = line.partition(" | ")
        yield language, frame


def invented(times: int, seed: int = 5) -> list[Invented]:
    """Each frame so many times, with other names each time; every third post in small letters."""
    dice = random.Random(seed)
    names = Names(dice)
    posts = [_filled(language, frame, names, dice) for _ in range(times) for language, frame in frames()]
    return [
        Invented(one.language, one.text.lower(), one.gold)
        if n % 3 == 0 and len(one.text.lower()) == len(one.text)
        else one
        for n, one in enumerate(posts)
    ]


def _filled(language: str, frame: str, names: Names, dice: random.Random) -> Invented:
    text, gold, at = "", set[tuple[int, int]](), 0
    waiting: Row | None = None  # the town whose smaller neighbour has just been set
    for slot in _SLOT.finditer(frame):
        kind = slot[1]
        town = waiting or names.town(language)
        waiting = town if kind == "A" else None
        word = _word(kind, town, names, dice)
        text += frame[at : slot.start()]
        if kind in "TAC":
            gold.add((len(text), len(text) + len(word)))
        text, at = text + word, slot.end()
    return Invented(language, text + frame[at:], frozenset(gold))


def _word(kind: str, town: Row, names: Names, dice: random.Random) -> str:
    if kind == "V":
        pair = [dice.choice(_FIRST.split()), dice.choice(_KIND.split())]
        return " ".join(pair if dice.random() < 0.6 else pair[::-1])
    return {
        "T": town.name,
        "A": names.near(town),
        "C": names.country(),
        "W": names.town("en").name,
        "N": "[PERSON]",
    }[kind]
