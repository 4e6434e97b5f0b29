"""Which of the places of that name is meant: size, what stands beside it, what else the text names, whence it comes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import asin, cos, exp, log10, radians, sin, sqrt

from nlp.gazetteer import ADMIN1, ADMIN2, CITY, COUNTRY, Candidate, Gazetteer
from nlp.place_spans import Named

_LEVEL = {COUNTRY: 1.6, ADMIN1: 0.9, ADMIN2: -0.6, CITY: 0.0, 4: 2.0}


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known beside the text: rows of the claimed place, the source's home and country (-1: unknown)."""

    claim: int = -1
    home: int = -1
    country: int = -1


@dataclass(slots=True)
class Choice:
    """The candidates of one mention with their probabilities, best first."""

    named: Named
    ranked: list[tuple[Candidate, float]]


def distance_km(one: Candidate, other: Candidate) -> float:
    """Great-circle distance (haversine, mean radius 6,371 km)."""
    a, b = radians(one.latitude), radians(other.latitude)
    h = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(other.longitude - one.longitude) / 2) ** 2
    return 12742 * asin(min(1.0, sqrt(h)))


def choose(mentions: Sequence[Named], text: str, hints: Hints, gazetteer: Gazetteer) -> list[Choice]:
    """A choice for each mention, in order. Three rounds: each lets what is already likely vote for what is not."""
    choices = [Choice(one, [(place, 0.0) for place in gazetteer.candidates(one.key)]) for one in mentions]
    base = [[_by_itself(place, hints, gazetteer) for place, _ in choice.ranked] for choice in choices]
    scores = [_softmax(values) for values in base]
    for _ in range(3):
        scores = [
            _softmax(
                [
                    value + _support(n, place, choices, scores, text)
                    for value, (place, _) in zip(base[n], choice.ranked, strict=True)
                ]
            )
            for n, choice in enumerate(choices)
        ]
    for choice, values in zip(choices, scores, strict=True):
        pairs = zip((place for place, _ in choice.ranked), values, strict=True)
        choice.ranked = sorted(pairs, key=lambda pair: -pair[1])
    return choices


def _by_itself(place: Candidate, hints: Hints, gazetteer: Gazetteer) -> float:
    score = (
        1.1 * log10(place.population + 100)
        + _LEVEL[place.level]
        + (0.9 if place.own else 0.0)
        - (2.5 if place.shadowed else 0.0)
    )
    for row, weight in ((hints.claim, 2.0), (hints.home, 4.0)):
        if row >= 0:
            score += weight * _closeness(place, gazetteer.candidate(row))
    if hints.country >= 0 and place.land == hints.country:
        score += 1.5
    return score


def _closeness(place: Candidate, other: Candidate) -> float:
    """1 for the same place or the same first-level area, less the farther; 0 beyond 3,000 km in another country."""
    if place.row == other.row or other.row in (place.admin1, place.admin2):
        return 1.0
    if place.row in (other.admin1, other.admin2, other.land):
        return 1.0
    near = exp(-distance_km(place, other) / 200)
    return max(
        near,
        0.6 if place.admin1 >= 0 and place.admin1 == other.admin1 else 0.0,
        0.35 if place.land == other.land else 0.0,
    )


def _support(
    n: int, place: Candidate, choices: Sequence[Choice], scores: Sequence[Sequence[float]], text: str
) -> float:
    """What the other mentions say for this candidate: "X, Y" most, others by closeness, each name once."""
    total, most, seen = 0.0, 0.0, {choices[n].named.key}
    for m, other in enumerate(choices):
        if m == n or not other.ranked:
            continue
        beside = _beside(choices[n].named, other.named, text)
        if not beside and other.named.key in seen:
            continue
        seen.add(other.named.key)
        agreed = sum(
            p * _agreement(place, c, beside) for (c, _), p in zip(other.ranked[:8], scores[m], strict=False) if p > 0.02
        )
        if beside:
            most = max(most, agreed)
        else:
            total += agreed
    return 4.0 * most + 2.0 * total / (1 + 0.35 * total)


def _agreement(place: Candidate, other: Candidate, beside: bool) -> float:
    if beside:
        inside = other.row in (place.admin1, place.admin2, place.land) and other.row != place.row
        around = place.row in (other.admin1, other.admin2, other.land) and other.row != place.row
        return 1.0 if inside or around else 0.0
    return _closeness(place, other)


def _beside(one: Named, other: Named, text: str) -> bool:
    first, second = (one, other) if one.start < other.start else (other, one)
    gap = text[first.end : second.start]
    return len(gap) <= 3 and gap.strip() in (",", "(", "-", "/", "")


def _softmax(values: Sequence[float]) -> list[float]:
    if not values:
        return []
    top = max(values)
    raw = [exp(1.6 * (value - top)) for value in values]
    return [value / sum(raw) for value in raw]
