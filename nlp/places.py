"""Places of a text: named, told apart from their namesakes, with the part each plays. Explained in docs/places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from core.records import Field, Passage, Place, PlaceMention, Role, Span
from nlp.gazetteer import Candidate, Gazetteer
from nlp.place_choice import Choice, Hints, choose
from nlp.place_claims import claimed
from nlp.place_roles import role_of
from nlp.place_spans import Named, named

# Beyond this many characters a text is not read for places (a book, a log); the claim and the beginning tell enough.
_READ = 40_000


def read_places(passage: Passage, gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """Every place named in the title and the text, in order, after the place that the source claims.

    Confidence: the probability that the stretch names a place and that it is this one. Two runners-up are kept.
    """
    claim = _claim(passage, gazetteer)
    hints = _hints(passage, claim, gazetteer)
    mentions: list[PlaceMention] = [*claim]
    mentions += _of_field(passage, "title", passage.title, hints, gazetteer)
    mentions += _of_field(passage, "text", passage.text[:_READ], hints, gazetteer)
    return tuple(mentions)


def counted(mentions: Iterable[PlaceMention]) -> PlaceMention | None:
    """The mention by which a document is counted: the surest where it happens, else where it is posted."""
    listed = list(mentions)
    for role in ("event", "post"):
        of_role = [mention for mention in listed if mention.role == role and mention.place.level != "region"]
        if of_role:
            return max(of_role, key=lambda mention: (round(mention.confidence, 2), _fineness(mention.place)))
    return None


def corridor(mentions: Iterable[PlaceMention]) -> tuple[Place, Place] | None:
    """Origin and destination (else the place of the event), where a text names both and they differ."""
    listed = list(mentions)
    origin = _surest(listed, "origin")
    target = _surest(listed, "destination") or _surest(listed, "event")
    if origin is None or target is None or origin.id == target.id:
        return None
    return origin, target


def _surest(mentions: Sequence[PlaceMention], role: Role) -> Place | None:
    of_role = [mention for mention in mentions if mention.role == role and mention.place.level != "region"]
    return max(of_role, key=lambda mention: mention.confidence).place if of_role else None


def _fineness(place: Place) -> int:
    return {"city": 3, "admin2": 2, "admin1": 1}.get(place.level, 0)


def _claim(passage: Passage, gazetteer: Gazetteer) -> list[PlaceMention]:
    if not passage.place_claim:
        return []
    ranked = gazetteer.cached_claim(passage.place_claim, passage.country, claimed)
    return [_mention(0, 0, passage.place_claim, ranked, 1.0, "post", "text", gazetteer)] if ranked else []


def _hints(passage: Passage, claim: Sequence[PlaceMention], gazetteer: Gazetteer) -> Hints:
    home = -1
    if passage.home_place:
        ranked = gazetteer.cached_claim(passage.home_place, passage.country, claimed)
        home = gazetteer.row_of(passage.home_place)
        home = ranked[0][0].row if home < 0 and ranked else home
    return Hints(
        claim=gazetteer.row_of(claim[0].place.id) if claim else -1,
        home=home,
        country=gazetteer.row_of(passage.country) if passage.country else -1,
    )


def _of_field(passage: Passage, field: Field, text: str, hints: Hints, gazetteer: Gazetteer) -> list[PlaceMention]:
    if not text:
        return []
    entities = [span for span in passage.entities if span.field == field]
    found = named(text, passage.language, entities, gazetteer)
    choices = choose(found, text, hints, gazetteer)
    mentions: list[PlaceMention] = []
    earlier: Role | None = None
    for one in found:
        if one.key in choices:
            earlier = role_of(text, one.start, passage.kind, earlier)
            mentions.append(_chosen(one, choices[one.key], text, earlier, field, gazetteer))
    return mentions


def _chosen(one: Named, choice: Choice, text: str, role: Role, field: Field, gazetteer: Gazetteer) -> PlaceMention:
    written = text[one.start : one.end]
    return _mention(one.start, one.end, written, choice.ranked, one.sure, role, field, gazetteer)


def _mention(
    start: int,
    end: int,
    text: str,
    ranked: Sequence[tuple[Candidate, float]],
    sure: float,
    role: Role,
    field: Field,
    gazetteer: Gazetteer,
) -> PlaceMention:
    place, share = ranked[0]
    mention = PlaceMention(start, end, text, gazetteer.place_of(place.row), role, round(sure * share, 3), field)
    others = tuple(gazetteer.place_of(other.row) for other, _ in ranked[1:3])
    return replace(mention, runners_up=others, role="other" if mention.place.level == "region" else role)


__all__ = ["Span", "corridor", "counted", "read_places"]
