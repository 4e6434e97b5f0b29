"""From an Analysis and an Opinion to the Reading and the narrow Findings that rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.cards import Source
from core.ids import content_id
from core.records import (
    Analysis,
    Document,
    Field,
    Finding,
    Grade,
    Opinion,
    Passage,
    PlaceMention,
    Reading,
    Sign,
    Stream,
)
from nlp.gazetteer import Gazetteer
from nlp.places import counted as counted_place


@dataclass(frozen=True, slots=True)
class Spot:
    """The counted place of a document, told at every level; all None when it is unplaced."""

    city_id: str | None = None
    admin1_id: str | None = None
    country: str | None = None
    h3: str | None = None
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Reason:
    """One topic a document bears, and the words that say so."""

    topic: str
    field: Field
    start: int
    end: int
    quote: str
    rule: str
    grade: Grade | None = None
    before: float = 1.0
    after: float = 1.0


def passage_of(document: Document, card: Source | None) -> Passage:
    """What the reading is given of a stored document."""
    return Passage(
        text=document.text,
        title=document.title,
        language=document.language,
        kind=document.kind,
        country=document.country_claim,
        place_claim=document.place_claim,
        home_place=card.home_place if card else None,
        shown_url=document.shown_url,
        entities=document.entities,
    )


def spot_of(mentions: tuple[PlaceMention, ...], gazetteer: Gazetteer, threshold: float) -> Spot:
    """The counted place, if it is sure enough, with the wider places it lies in."""
    mention = counted_place(mentions)
    if mention is None or mention.confidence < threshold:
        return Spot()
    place = mention.place
    chain = {one.level: one for one in (place, *gazetteer.parents(place))}
    return Spot(
        city_id=chain["city"].id if "city" in chain else None,
        admin1_id=chain["admin1"].id if "admin1" in chain else None,
        country=place.country or None,
        h3=gazetteer.h3(place) if place.level == "city" else None,
        confidence=mention.confidence,
    )


def stream_of(card: Source | None, voice: str | None) -> Stream:
    """The series a document is counted in: its source's, or that of its voice; never mixed."""
    if card is not None and card.stream != "posts":
        return card.stream
    if voice == "VOICE_NEWS":
        return "news"
    return "advocacy" if voice == "VOICE_ADVOCACY" else "posts"


def reading_of(
    document: Document, analysis: Analysis, opinion: Opinion, card: Source | None, spot: Spot, version: str
) -> Reading:
    """The verdict on one document. The rules decide whether it is a signal; the probability stands beside them."""
    return Reading(
        document_id=document.id,
        group_id=document.group_id,
        source=document.source,
        stream=stream_of(card, analysis.voice),
        version=version,
        language=analysis.language,
        voice=analysis.voice,
        probability=opinion.probability,
        signal=analysis.signal,
        abstained=analysis.abstained,
        exploitation=analysis.exploitation,
        urgent=analysis.urgent,
        reasons=analysis.reasons,
        day=document.day,
        first_seen=document.first_seen,
        city_id=spot.city_id,
        admin1_id=spot.admin1_id,
        country=spot.country,
        h3=spot.h3,
        confidence=spot.confidence,
        places=analysis.places,
        venues=analysis.venues,
        needs=analysis.needs,
        signs=analysis.signs,
        mentions=analysis.mentions,
        words=opinion.words,
    )


def findings_of(document: Document, reading: Reading, card: Source | None) -> tuple[Finding, ...]:
    """One Finding a topic, at the document's counted place."""
    demand = card is not None and card.counts == "demand"
    return tuple(
        Finding(
            id=content_id("finding", document.id, reason.topic),
            document_id=document.id,
            group_id=document.group_id,
            source=document.source,
            stream=reading.stream,
            topic=reason.topic,
            version=reading.version,
            grade=reason.grade,
            exploitation=reading.exploitation,
            voice=reading.voice,
            field=reason.field,
            start=reason.start,
            end=reason.end,
            quote=reason.quote,
            rule=reason.rule,
            score_before=reason.before,
            score=reason.after,
            day=reading.day,
            first_seen=reading.first_seen,
            city_id=reading.city_id,
            admin1_id=reading.admin1_id,
            country=reading.country,
            h3=reading.h3,
            countable=_countable(reason.topic, reading, demand),
        )
        for reason in _reasons(document, reading)
    )


def _countable(topic: str, reading: Reading, demand: bool) -> bool:
    """Dated, and of a signal; a need counts by itself unless an advertiser speaks; orders count by their venue."""
    if reading.day is None:
        return False
    kind = topic.split(":")[0]
    if demand:
        return kind == "venue"
    if kind == "need":
        return reading.voice != "VOICE_AD"
    return reading.signal is True


def _reasons(document: Document, reading: Reading) -> Iterator[Reason]:
    """Each topic once, with the strongest words for it."""
    strongest = sorted(reading.signs, key=lambda sign: -sign.score)
    seen: set[str] = set()
    for reason in (*_sign_reasons(strongest), *_other_reasons(document, reading), *_signal_reasons(strongest, reading)):
        if reason.topic not in seen:
            seen.add(reason.topic)
            yield reason


def _sign_reasons(signs: list[Sign]) -> Iterator[Reason]:
    for sign in signs:
        yield _of_sign(f"sign:{sign.indicator}", sign)


def _signal_reasons(signs: list[Sign], reading: Reading) -> Iterator[Reason]:
    if not reading.signal or not signs:
        return
    yield _of_sign("signal:any", signs[0])
    yield _of_sign(f"exploitation:{reading.exploitation}", signs[0])
    for sign in signs:
        yield _of_sign(f"family:{sign.indicator.split('_')[0].rstrip('0123456789')}", sign)


def _of_sign(topic: str, sign: Sign) -> Reason:
    return Reason(
        topic, sign.field, sign.start, sign.end, sign.quote, sign.rule, sign.grade, sign.score_before, sign.score
    )


def _other_reasons(document: Document, reading: Reading) -> Iterator[Reason]:
    for venue in reading.venues:
        yield _of_span(f"venue:{venue.type}", document, venue.field, venue.start, venue.end, venue.rule)
    for need in reading.needs:
        yield _of_span(f"need:{need.id}", document, need.field, need.start, need.end, need.rule)


def _of_span(topic: str, document: Document, field: Field, start: int, end: int, rule: str) -> Reason:
    text = document.title if field == "title" else document.text
    return Reason(topic, field, start, end, text[start:end], rule)
