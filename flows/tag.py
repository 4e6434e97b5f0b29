"""`honeyguide tag`: one JSON object out for each line in; nothing is kept."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import batched
from typing import Any

from core.errors import ours
from core.records import Analysis, NeedMention, Opinion, Passage, PlaceMention, Sign, VenueMention
from flows.house import House
from flows.prepare import Part, Prepared, Raw
from privacy.vault import Vault

BATCH = 64
LONGEST = 5_000_000  # characters of one line; a longer one is told, not read
KNOWN = frozenset({"id", "text", "title", "url", "kind", "language", "country", "place"})

type Line = dict[str, Any]


def tag(house: House, lines: Iterable[str]) -> Iterator[Line]:
    """Tag lines in order. A line that can't be read gives {"id", "error"}."""
    prepare = house.preparer(Vault.throwaway())
    for chunk in batched(enumerate(lines, start=1), BATCH):
        asked = [_parse(number, line) for number, line in chunk if line.strip()]
        good = [one for one in asked if "error" not in one]
        raws = [Raw(one["title"], one["text"], one["country"], one["language"]) for one in good]
        ready = iter(prepare(raws) if raws else [])
        for one in asked:
            yield one if "error" in one else _answer(house, one, next(ready))


def _parse(number: int, line: str) -> Line:
    """A line as asked: a JSON object, or plain text when it does not begin with a brace."""
    line = line.strip("\n\r")
    if len(line) > LONGEST:
        return {"id": number, "error": f"line {number} has {len(line):,} characters; the longest read is {LONGEST:,}"}
    if not line.lstrip().startswith("{"):
        return _asked(number, {"text": line})
    try:
        return _asked(number, json.loads(line))
    except ValueError as error:
        return {"id": number, "error": f"line {number} is not JSON: {error}"}


def _asked(number: int, given: Line) -> Line:
    name = given.get("id", number)
    for field in ("text", "title", "url", "kind", "language", "country", "place"):
        if given.get(field) is not None and not isinstance(given[field], str):
            return {"id": name, "error": f"line {number}: '{field}' must be a string"}
    if not isinstance(given.get("text"), str):
        return {"id": name, "error": f"line {number} has no 'text'"}
    kind = given.get("kind") or "post"
    if kind not in ("ad", "post", "reply", "article"):
        return {"id": name, "error": f"line {number}: 'kind' is ad, post, reply or article, not '{kind}'"}
    asked = {field: given.get(field) for field in KNOWN}
    return asked | {"id": name, "title": given.get("title") or "", "kind": kind}


def _answer(house: House, asked: Line, ready: Prepared) -> Line:
    from privacy import addresses

    passage = Passage(
        text=ready.text.text,
        title=ready.title.text,
        language=ready.language,
        kind=asked["kind"],
        country=asked["country"],
        place_claim=asked["place"],
        shown_url=addresses.shown(asked["url"]) if asked["url"] else "",
        entities=ready.entities,
    )
    try:
        analysis = house.reader.read(passage, meaning="always")
        opinion = house.classifier.opinion(passage.title, passage.text, analysis.language, analysis.signs)
    except Exception as error:  # the one broad door of `tag`: a line must never take the others with it
        return {"id": asked["id"], "error": f"could not be read: {ours(error)}"}
    return _told(asked, ready, analysis, opinion)


def _told(asked: Line, ready: Prepared, analysis: Analysis, opinion: Opinion) -> Line:
    part = _parts(asked, ready)
    return {
        "id": asked["id"],
        "language": analysis.language,
        "voice": analysis.voice,
        "probability": opinion.probability,
        "signal": None if analysis.abstained else analysis.signal,
        "abstained": analysis.abstained,
        "exploitation": analysis.exploitation,
        "urgent": analysis.urgent,
        "findings": [_sign(part, sign) for sign in analysis.signs],
        "mentions": [_sign(part, sign) for sign in analysis.mentions],
        "venues": [{"type": venue.type, **_span(part, venue)} for venue in analysis.venues],
        "needs": [{"id": need.id, **_span(part, need)} for need in analysis.needs],
        "places": [_place(part, place) for place in analysis.places],
        "redacted": ready.text.text,
    }


type _Where = Callable[[str], tuple[str, Part]]


def _parts(asked: Line, ready: Prepared) -> _Where:
    return lambda field: (asked["title"], ready.title) if field == "title" else (asked["text"], ready.text)


def _span(where: _Where, found: VenueMention | NeedMention) -> Line:
    """Offsets into the input as given; `field` says whether into its title or its text."""
    _, part = where(found.field)
    start, end = part.back(found.start, found.end)
    return {"start": start, "end": end, "field": found.field}


def _sign(where: _Where, sign: Sign) -> Line:
    published, part = where(sign.field)
    start, end = part.back(sign.start, sign.end)
    told = {
        "indicator": sign.indicator,
        "start": start,
        "end": end,
        "field": sign.field,
        "quote": published[start:end],
        "rule": sign.rule,
        "grade": sign.grade,
        "score": sign.score,
    }
    return told if sign.polarity == "affirmed" else told | {"polarity": sign.polarity}


def _place(where: _Where, mention: PlaceMention) -> Line:
    place, claimed = mention.place, mention.start == mention.end
    published, part = where(mention.field)
    start, end = (0, 0) if claimed else part.back(mention.start, mention.end)
    return {
        "start": start,
        "end": end,
        "field": "place" if claimed else mention.field,
        "text": mention.text if claimed else published[start:end],
        "geonames_id": int(place.id) if place.id.isdigit() else None,
        "name": place.name,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "country": place.country,
        "role": mention.role,
        "confidence": round(mention.confidence, 3),
    }
