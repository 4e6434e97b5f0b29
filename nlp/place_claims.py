"""What a source states about the place: a city field, often messy ("Dublin 2, D02", "Ballymena, co antrim")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import log10

from nlp.folding import key
from nlp.gazetteer import ADMIN1, ADMIN2, CITY, COUNTRY, Candidate, Gazetteer

_PARTS = re.compile(r"[,;/|()\n]+|\s[-–]\s|\.\s")
_POSTCODE = re.compile(
    r"\b(?:\d{4,6}(?:-\d{4})?|[A-Z]{1,2}\d{1,2}[A-Z]?(?:\s*\d[A-Z]{2})?|D\d{1,2}W?|D6W)\b", re.IGNORECASE
)
_TRAILING = re.compile(r"\s+\d{1,2}[a-z]?$", re.IGNORECASE)
US_STATES = {
    "AL": "alabama",
    "AK": "alaska",
    "AZ": "arizona",
    "AR": "arkansas",
    "CA": "california",
    "CO": "colorado",
    "CT": "connecticut",
    "DE": "delaware",
    "FL": "florida",
    "GA": "georgia",
    "HI": "hawaii",
    "ID": "idaho",
    "IL": "illinois",
    "IN": "indiana",
    "IA": "iowa",
    "KS": "kansas",
    "KY": "kentucky",
    "LA": "louisiana",
    "ME": "maine",
    "MD": "maryland",
    "MA": "massachusetts",
    "MI": "michigan",
    "MN": "minnesota",
    "MS": "mississippi",
    "MO": "missouri",
    "MT": "montana",
    "NE": "nebraska",
    "NV": "nevada",
    "NH": "new hampshire",
    "NJ": "new jersey",
    "NM": "new mexico",
    "NY": "new york",
    "NC": "north carolina",
    "ND": "north dakota",
    "OH": "ohio",
    "OK": "oklahoma",
    "OR": "oregon",
    "PA": "pennsylvania",
    "RI": "rhode island",
    "SC": "south carolina",
    "SD": "south dakota",
    "TN": "tennessee",
    "TX": "texas",
    "UT": "utah",
    "VT": "vermont",
    "VA": "virginia",
    "WA": "washington",
    "WV": "west virginia",
    "WI": "wisconsin",
    "WY": "wyoming",
    "DC": "washington d c",
}


def claimed(claim: str, country: str | None, gazetteer: Gazetteer) -> list[tuple[Candidate, float]]:
    """Places that a claim may mean with their probabilities, best first; empty when it names none."""
    land = gazetteer.row_of(country) if country else -1
    parts = _parts(claim, country, gazetteer)
    found = [(n, c) for n, part in enumerate(parts) for c in gazetteer.candidates(part)]
    if not found:
        return [(gazetteer.candidate(land), 0.9)] if land >= 0 else []
    scored = [(_score(n, c, found, land), c) for n, c in found]
    best: dict[int, tuple[float, Candidate]] = {}
    for score, place in scored:
        if place.row not in best or best[place.row][0] < score:
            best[place.row] = (score, place)
    ranked = sorted(best.values(), key=lambda pair: -pair[0])[:8]
    weights = [2.718 ** (1.5 * (score - ranked[0][0])) for score, _ in ranked]
    return [(place, 0.97 * weight / sum(weights)) for (_, place), weight in zip(ranked, weights, strict=True)]


def _parts(claim: str, country: str | None, gazetteer: Gazetteer) -> list[str]:
    """Folded names, from the narrow to the wide: "Dublin 2, D02" → ["dublin"]; "GREENWOOD, MS" → with the state."""
    parts: list[str] = []
    for raw in _PARTS.split(claim):
        state = US_STATES.get(raw.strip().upper()) if country in (None, "US") else None
        if state and parts:
            parts.append(state)
            continue
        bare = _TRAILING.sub("", _POSTCODE.sub(" ", raw).strip())
        parts += _known_names(key(bare), gazetteer)
    return list(dict.fromkeys(parts))


def _known_names(folded: str, gazetteer: Gazetteer) -> list[str]:
    """The whole name where it is known, else the longest known names in it, from left to right."""
    words = folded.split()
    found: list[str] = []
    at = 0
    while at < len(words):
        runs = [" ".join(words[at:end]) for end in range(min(len(words), at + 6), at, -1)]
        hit = next(
            (run for run, known in zip(runs, gazetteer.known(runs), strict=True) if known and len(run) > 2), None
        )
        found += [hit] if hit else []
        at += len(hit.split()) if hit else 1
    return found


def _score(n: int, place: Candidate, found: Sequence[tuple[int, Candidate]], land: int) -> float:
    level = {CITY: 1.5, ADMIN2: 0.6, ADMIN1: 0.3, COUNTRY: -2.0}.get(place.level, -3.0)
    score = (
        log10(place.population + 100) + level + (0.5 if place.own else 0.0) - (1.5 if place.shadowed else 0.0) - 0.4 * n
    )
    score += 2.5 if place.land == land >= 0 else 0.0
    for m, other in found:
        if m != n and other.row in (place.admin1, place.admin2, place.land) and other.row != place.row:
            score += 2.5
            break
    return score
