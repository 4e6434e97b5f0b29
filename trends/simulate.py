"""An invented pipeline with known truth: cities, sources that start, stop and change, copies, delays, planted spikes.

The arithmetic of this room is tested and its error rates measured on it. Documents are drawn one by one, so that the
nested series of one event share their groups as real ones do. Everything follows from the seed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

import numpy as np

from core.records import Count, Exposure, Finding, Level, Place, Stream
from trends.arrays import Floats, Ints

FIRST_DAY = date(2024, 1, 1)
VENUES = ("FARM", "CAR_WASH", "RESTAURANT", "FACTORY", "CONSTRUCTION", "FISHING", "NAIL_SALON", "HOTEL", "DOMESTIC")
SIGNS = tuple(f"RF{n:02d}_FLAG" for n in range(1, 9)) + tuple(f"ILO{n:02d}_SIGN" for n in range(1, 10))
NEEDS = ("S_SHELTER", "S_LEGAL", "S_MEDICAL", "S_TRANSPORT")
type Row = tuple[str, str, int, int, int, tuple[str, ...]]

EXPLOITATION = ("labour", "sexual", "criminality", "unclear")


@dataclass(frozen=True, slots=True)
class Plan:
    """How large the world is and what happens in it. Rates are per day; shares are of documents."""

    seed: int = 0
    days: int = 182
    countries: int = 2
    provinces: int = 3
    cities: int = 3
    sources: int = 7
    documents_a_day: float = 33.0
    signal_share: float = 0.12
    need_share: float = 0.05
    weekday_swing: float = 0.15
    city_noise: float = 0.3
    copied_share: float = 0.05
    late_share: float = 0.0
    outages_each: float = 0.0
    new_sources: int = 0
    steps_each: float = 0.0
    storms: int = 0
    first_day: date = FIRST_DAY


@dataclass(frozen=True, slots=True)
class Plant:
    """A true spike: further signal posts set in a kind of venue, at some cities over some days."""

    cities: tuple[int, ...]
    venue: str
    first: int
    length: int
    posts: int


@dataclass(slots=True)
class World:
    """What was drawn. `rows`: (group, source, city, day, days late, topics) of every counted document; `read`:
    documents by (source, city, day), copies included; `late`: those of them that were read later, by days late too."""

    plan: Plan
    places: dict[str, Place]
    city_ids: list[str]
    rows: list[Row] = field(default_factory=list)
    read: Counter[tuple[str, int, int]] = field(default_factory=Counter)
    late: Counter[tuple[str, int, int, int]] = field(default_factory=Counter)
    plants: list[Plant] = field(default_factory=list)
    _behind: dict[tuple[str, Level, str], list[Row]] = field(default_factory=dict)

    def day(self, number: int) -> date:
        """The date of a day's number."""
        return self.plan.first_day + timedelta(days=number)

    def counts(self, known_by: int | None = None) -> list[Count]:
        """Counts at city, admin1 and country, as known at the end of day `known_by` (default: all)."""
        tally: Counter[tuple[str, Level, str, str, int]] = Counter()
        for _, source, city, day, late, topics in self.rows:
            if known_by is not None and day + late > known_by:
                continue
            for level, place_id in self.above(city):
                for topic in topics:
                    tally[topic, level, place_id, source, day] += 1
        return [
            Count("posts", topic, level, place_id, source, self.day(day), n)
            for (topic, level, place_id, source, day), n in sorted(tally.items())
        ]

    def exposure(self, known_by: int | None = None) -> list[Exposure]:
        """Documents read at city, admin1 and country, by the end of day `known_by` (default: all)."""
        read = Counter(self.read)
        if known_by is not None:
            read = Counter({at: n for at, n in read.items() if at[2] <= known_by})
            for (source, city, day, late), n in self.late.items():
                if day <= known_by < day + late:
                    read[source, city, day] -= n
        tally: Counter[tuple[Level, str, str, int]] = Counter()
        for (source, city, day), n in (+read).items():
            for level, place_id in self.above(city):
                tally[level, place_id, source, day] += n
        return [
            Exposure("posts", level, place_id, source, self.day(day), n)
            for (level, place_id, source, day), n in sorted(tally.items())
        ]

    def above(self, city: int) -> tuple[tuple[Level, str], ...]:
        """The city and what it lies in."""
        place = self.places[self.city_ids[city]]
        return (("city", place.id), ("admin1", str(place.admin1)), ("country", place.country))

    def behind(
        self, stream: Stream, topic: str, level: Level, place_id: str, since: date, until: date
    ) -> Sequence[Finding]:
        """All findings of the documents by which a series counted."""
        index = self._index()
        first, last = (since - self.plan.first_day).days, (until - self.plan.first_day).days
        made: list[Finding] = []
        for row in index.get((topic, level, place_id), ()):
            if first <= row[3] <= last:
                made += [self._finding(row, named, stream) for named in row[5]]
        return made

    def _index(self) -> dict[tuple[str, Level, str], list[Row]]:
        if not self._behind:
            for row in self.rows:
                for level, place_id in self.above(row[2]):
                    for topic in row[5]:
                        self._behind.setdefault((topic, level, place_id), []).append(row)
        return self._behind

    def _finding(self, row: Row, topic: str, stream: Stream) -> Finding:
        group, source, city, day, late, _ = row
        (_, city_id), (_, admin1_id), (_, country) = self.above(city)
        seen = datetime.combine(self.day(day + late), datetime.min.time(), UTC)
        return Finding(
            id=f"{group}-{topic}", document_id=group, group_id=group, source=source, stream=stream, topic=topic,
            version="1", grade="B", exploitation="labour", voice=None, field="text", start=0, end=1, quote="",
            rule="", score_before=1.0, score=1.0, day=self.day(day), first_seen=seen, city_id=city_id,
            admin1_id=admin1_id, country=country, h3=None, countable=True, counted=True,
        )  # fmt: skip


def make(plan: Plan, plants: Sequence[Plant] = ()) -> World:
    """Draw a world. The same plan with further plants differs from the first by the planted posts alone."""
    rng = np.random.default_rng(plan.seed)
    world = World(plan, *_map(plan))
    volume = _volume(plan, rng)
    city_weight = rng.dirichlet(np.full(len(world.city_ids), 4.0), size=plan.sources)
    propensity = np.exp(rng.normal(0, 0.4, plan.sources))
    drift = np.exp(np.cumsum(rng.normal(0, 0.01, (len(world.city_ids), plan.days)), axis=1))
    mood = rng.gamma(1 / plan.city_noise**2, plan.city_noise**2, (len(world.city_ids), plan.days))
    mixes = [rng.dirichlet(np.full(len(VENUES), 0.8)) for _ in world.city_ids]
    for source in range(plan.sources):
        documents = rng.poisson(volume[source][None, :] * city_weight[source][:, None])
        share = np.minimum(0.9, plan.signal_share * propensity[source] * drift * mood)
        _fill(world, rng, source, documents, share, mixes)
    _storms(world, rng)
    _plant(world, np.random.default_rng(plan.seed + 1), plants)
    return world


def _map(plan: Plan) -> tuple[dict[str, Place], list[str]]:
    places: dict[str, Place] = {}
    cities: list[str] = []
    for c in range(plan.countries):
        country = "ABCDEFGHIJ"[c] * 2
        places[country] = Place(country, f"Country {country}", "country", 0.0, 0.0, country)
        for p in range(plan.provinces):
            admin1 = f"{country}.{p}"
            places[admin1] = Place(admin1, f"Province {p} of {country}", "admin1", c, p, country, admin1)
            for n in range(plan.cities):
                city = f"{1000 + len(cities)}"
                places[city] = Place(city, f"City {len(cities)}", "city", c + n / 9, p + n / 7, country, admin1)
                cities.append(city)
    return places, cities


def _volume(plan: Plan, rng: np.random.Generator) -> Floats:
    """(sources, days) documents expected a day: weekdays, outages, steps, and sources that begin late."""
    weights = rng.dirichlet(np.full(plan.sources, 2.0))
    weekday = 1 + plan.weekday_swing * np.cos(2 * np.pi * np.arange(plan.days) / 7)
    volume = plan.documents_a_day * weights[:, None] * weekday * np.exp(rng.normal(0, 0.1, (plan.sources, plan.days)))
    for source in range(plan.sources):
        for _ in range(rng.poisson(plan.outages_each)):
            begin = int(rng.integers(0, plan.days - 3))
            volume[source, begin : begin + int(rng.integers(2, 14))] = 0
        for _ in range(rng.poisson(plan.steps_each)):
            volume[source, int(rng.integers(30, plan.days)) :] *= np.exp(rng.choice([-1, 1]) * rng.uniform(0.4, 1.0))
    for source in range(plan.sources - plan.new_sources, plan.sources):
        volume[source, : int(rng.integers(plan.days // 3, plan.days - 10))] = 0
    return volume


def _fill(
    world: World, rng: np.random.Generator, source: int, documents: Ints, share: Floats, mixes: list[Floats]
) -> None:
    plan = world.plan
    name = f"source-{source}"
    for city, day in np.argwhere(documents > 0).tolist():
        total = int(documents[city, day])
        world.read[name, city, day] += total
        signals = int(rng.binomial(total, share[city, day]))
        for _ in range(signals):
            _post(world, rng, name, city, day, _topics(rng, mixes[city]))
        needs = int(rng.binomial(total, plan.need_share))
        for _ in range(needs):
            _post(world, rng, name, city, day, (f"need:{NEEDS[int(rng.integers(len(NEEDS)))]}",))
        if plan.late_share:  # the documents that bear nothing are read as late as the others
            for late in rng.integers(1, 7, rng.binomial(max(0, total - signals - needs), plan.late_share)).tolist():
                world.late[name, city, day, late] += 1


def _topics(rng: np.random.Generator, mix: Floats, venue: str | None = None) -> tuple[str, ...]:
    signs = rng.choice(len(SIGNS), 2, replace=False, p=_sign_weights())
    named = {f"sign:{SIGNS[n]}" for n in signs} | {
        f"family:{SIGNS[n].split('_')[0].rstrip('0123456789')}" for n in signs
    }
    kind = EXPLOITATION[int(rng.choice(4, p=(0.6, 0.15, 0.1, 0.15)))] if venue is None else "labour"
    chosen = venue or (VENUES[int(rng.choice(len(VENUES), p=mix))] if rng.random() < 0.6 else None)
    if chosen is not None:
        named.add(f"venue:V_{chosen}")
    return tuple(sorted(named | {"signal:any", f"exploitation:{kind}"}))


def _sign_weights() -> Floats:
    weights = 1 / np.arange(1, len(SIGNS) + 1)
    return np.asarray(weights / weights.sum(), dtype=np.float64)


def _post(world: World, rng: np.random.Generator, source: str, city: int, day: int, topics: tuple[str, ...]) -> None:
    late = int(rng.integers(1, 7)) if rng.random() < world.plan.late_share else 0
    if late:
        world.late[source, city, day, late] += 1
    world.rows.append((f"g{len(world.rows)}", source, city, day, late, topics))
    if rng.random() < world.plan.copied_share:
        copies = min(40, int(rng.pareto(1.3) + 1))
        for later in rng.integers(0, 4, copies).tolist():
            world.read[source, city, min(world.plan.days - 1, day + later)] += 1


def _storms(world: World, rng: np.random.Generator) -> None:
    """Repost storms: one text a hundred times; one group, a hundred documents read."""
    for _ in range(world.plan.storms):
        day, city = int(rng.integers(60, world.plan.days - 3)), int(rng.integers(len(world.city_ids)))
        source = f"source-{int(rng.integers(world.plan.sources))}"
        _post(world, rng, source, city, day, _topics(rng, np.full(len(VENUES), 1 / len(VENUES))))
        for later in rng.integers(0, 3, 100).tolist():
            world.read[source, city, day + later] += 1


def _plant(world: World, rng: np.random.Generator, plants: Sequence[Plant]) -> None:
    mix = np.full(len(VENUES), 1 / len(VENUES))
    sources = sorted({source for source, _, _ in world.read})
    for plant in plants:
        world.plants.append(plant)
        for n in range(plant.posts):
            day = plant.first + int(rng.integers(plant.length))
            source = sources[int(rng.integers(len(sources)))]
            city = plant.cities[n % len(plant.cities)]
            world.read[source, city, day] += 1
            _post(world, rng, source, city, day, _topics(rng, mix, plant.venue))
