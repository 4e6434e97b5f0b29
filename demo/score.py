"""Holds the alarms of a run against what was planted. The only reader of the truth, and only after `detect`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import asin, cos, radians, sin, sqrt

from core.records import Place, Spike
from demo.truth import Plant, Spot, Trap, Truth

BEFORE = timedelta(days=2)
AFTER = timedelta(days=10)
"""An alarm for a plant opens at most so long before its first and after its last post."""

NEAR_KM = {"city": 20.0, "h3": 15.0}
"""A suburb, and a cell of resolution 5 or finer, stand for the city when they are so near."""
STORM_SHARE = 0.3
NEWCOMER_SHARE = 0.6
SETTLED = timedelta(days=7)
"""The longest window of the detector: so long after a source fell silent its last posts may still be in it."""

_RELATED = {
    "labour": ("signal:", "exploitation:", "family:ILO", "sign:ILO", "need:"),
    "recruitment": ("signal:", "exploitation:", "family:RF", "sign:RF", "family:ILO", "sign:ILO"),
    "needs": ("need:", "signal:", "exploitation:", "family:ILO", "sign:ILO"),
}

type Behind = Callable[[Spike], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Score:
    """What a run found.

    `limit`: the 95 % Poisson limit for `unplanted`; `details`: spike id → what it was taken for.
    """

    planted: int
    found: int
    false_alarms: int
    unplanted: int
    limit: int
    budget: float
    missed: tuple[str, ...]
    details: Mapping[str, str]

    @property
    def passed(self) -> bool:
        """All planted found, no trap alarmed, the rest within the limit."""
        return self.found == self.planted and not self.false_alarms and self.unplanted <= self.limit


def score(
    spikes: Sequence[Spike],
    truth: Truth,
    judged_from: date,
    judged_until: date,
    budget: float,
    *,
    places: Mapping[str, Place] | None = None,
    behind: Behind | None = None,
) -> Score:
    """Score the episodes of one run.

    `budget`: false episodes accepted a week, over everything; judged days run from `judged_from` to `judged_until`.
    `places`: the places of the spikes by id, without which a suburb or an H3 cell fits no plant.
    `behind`: document ids of the counted posts of a spike; without it the repost storm is told by place, time, topic.
    A plant that lies outside the judged days counts as missed.
    """
    atlas = _Atlas(places or {})
    details: dict[str, str] = {}
    found: set[str] = set()
    for spike in spikes:
        # An alarm in another stream (news, advocacy) was planted by nobody: it is paid from the budget like any other.
        verdict = "unplanted" if spike.stream != "posts" else _verdict(spike, truth, atlas, behind, found)
        details[spike.id] = verdict
    verdicts = list(details.values())
    return Score(
        planted=len(truth.plants),
        found=len(found),
        false_alarms=sum(verdict.startswith("trap:") for verdict in verdicts),
        unplanted=verdicts.count("unplanted"),
        limit=poisson_limit(budget, judged_from, judged_until),
        budget=budget,
        missed=tuple(plant.name for plant in truth.plants if plant.name not in found),
        details=details,
    )


def poisson_limit(budget: float, judged_from: date, judged_until: date) -> int:
    """The 95 % quantile of a Poisson count with the budget's mean over the judged days."""
    from scipy.stats import poisson

    weeks = max(0, (judged_until - judged_from).days + 1) / 7
    return int(poisson.ppf(0.95, budget * weeks)) if weeks else 0


def _verdict(spike: Spike, truth: Truth, atlas: _Atlas, behind: Behind | None, found: set[str]) -> str:
    for plant in truth.plants:
        if _finds(spike, plant, truth, atlas, behind):
            found.add(plant.name)
            return f"plant:{plant.name}"
    for trap in truth.traps:
        if _trapped(spike, trap, truth, atlas, behind):
            return f"trap:{trap.kind}"
    for plant in truth.plants:
        if _belongs(spike, plant, atlas):
            return f"beside:{plant.name}"
    return "unplanted"


def _finds(spike: Spike, plant: Plant, truth: Truth, atlas: _Atlas, behind: Behind | None) -> bool:
    if spike.opened > plant.end + AFTER:
        return False
    if spike.opened < plant.start - BEFORE and not _holds(spike, plant, truth, behind):
        return False
    if not atlas.covers(spike.place_id, str(spike.level), plant.spots):
        return False
    for topic, place, level in _series(spike):
        if not atlas.covers(place, level, plant.spots):
            continue
        if topic in plant.topics or (topic == "signal:any" and level == "city" and _tells(spike, plant)):
            return True
    return False


def _holds(spike: Spike, plant: Plant, truth: Truth, behind: Behind | None) -> bool:
    """Whether most posts of an episode are the plant's own: chance may have opened it, days before."""
    posts = [truth.labels.get(document) for document in behind(spike)] if behind else []
    return 2 * posts.count(f"plant:{plant.name}") > len(posts)


def _tells(spike: Spike, plant: Plant) -> bool:
    """Whether the reasons of an alarm over all signals name the plant's venue, sign or corridor."""
    told = {f"venue:{one.value}" for one in spike.venues} | {f"sign:{one.value}" for one in spike.signs}
    return bool(told & plant.topics)


def _belongs(spike: Spike, plant: Plant, atlas: _Atlas) -> bool:
    """Whether an episode is another view of a plant: other level or topic, overlapping in time and place."""
    last = spike.ended or spike.peak
    if spike.opened > plant.end + AFTER or last < plant.start - BEFORE:
        return False
    # A spike of another city may raise their common country too: it is no view of this plant.
    if not atlas.covers(spike.place_id, str(spike.level), plant.spots):
        return False
    kinds = (*_RELATED[plant.name], *plant.topics)
    return any(
        atlas.covers(place, level, plant.spots) and topic.startswith(kinds) for topic, place, level in _series(spike)
    )


def _trapped(spike: Spike, trap: Trap, truth: Truth, atlas: _Atlas, behind: Behind | None) -> bool:
    if trap.kind == "storm":
        return _stormy(spike, trap, truth, atlas, behind)
    share = _share(spike, trap.source)
    if trap.kind == "silence":
        return spike.opened > trap.start + SETTLED and share > 0
    return trap.start <= spike.opened <= trap.end and share >= NEWCOMER_SHARE


def _stormy(spike: Spike, trap: Trap, truth: Truth, atlas: _Atlas, behind: Behind | None) -> bool:
    if not trap.start <= spike.opened <= trap.end + SETTLED:
        return False
    if behind is not None:
        posts = [truth.labels.get(document) for document in behind(spike)]
        # One copy counts by right: a storm alarms only where its copies make up a good share of several.
        return posts.count("storm") >= max(2, STORM_SHARE * len(posts))
    return spike.topic in trap.topics and atlas.covers(spike.place_id, spike.level, trap.spots)


def _share(spike: Spike, source: str | None) -> float:
    total = sum(one.groups for one in spike.sources)
    return sum(one.groups for one in spike.sources if one.value == source) / total if total else 0.0


def _series(spike: Spike) -> list[tuple[str, str, str]]:
    """Topic, place id and level of the spike and of the series that rose with it ("topic @ level:place")."""
    series = [(spike.topic, spike.place_id, str(spike.level))]
    for other in spike.also:
        topic, _, place = (part.strip() for part in other.partition("@"))
        level, _, place = place.rpartition(":")
        series.append((topic, place or spike.place_id, level if place else str(spike.level)))
    return series


@dataclass(frozen=True, slots=True)
class _Atlas:
    """Which series of places hold a city of a plant or trap."""

    places: Mapping[str, Place]

    def covers(self, place_id: str, level: str, spots: Sequence[Spot]) -> bool:
        return any(self._covers(place_id, level, spot) for spot in spots)

    def _covers(self, place_id: str, level: str, spot: Spot) -> bool:
        if place_id in (spot.id, spot.admin1, spot.country):
            return True
        place = self.places.get(place_id)
        # A cell belongs to no country.
        if place is None or place.country not in ("", spot.country):
            return False
        return _kilometres(place, spot) <= NEAR_KM.get(level or place.level, 0.0)


def _kilometres(place: Place, spot: Spot) -> float:
    """Great-circle distance (haversine, mean radius of the Earth 6,371 km)."""
    lat, lat2 = radians(place.latitude), radians(spot.latitude)
    turn = radians(spot.longitude - place.longitude)
    chord = sin((lat2 - lat) / 2) ** 2 + cos(lat) * cos(lat2) * sin(turn / 2) ** 2
    return 2 * 6371.0 * asin(sqrt(min(1.0, chord)))
