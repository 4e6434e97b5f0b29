"""Signs of a passage: every cue with its card, its words, how it is meant, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from core.cards import Indicator
from core.records import Field, Passage, Sign, Span
from nlp.lexicon import Key, Marks
from nlp.matcher import Hit
from nlp.polarity import Verdict, judge
from nlp.stance import Stance

_CONTEXT = 240
_OTHER_LANGUAGE = 0.9
_MOST = 8
_WIDE = 0.5  # a wide cue is weaker evidence: its finding is of grade C whatever the card's


def find_signs(
    fields: Mapping[Field, Marks],
    passage: Passage,
    cards: Mapping[str, Indicator],
    stance: Stance,
    *,
    language: str,
    voice: str | None,
    version: str,
) -> tuple[Sign, ...]:
    """All signs, affirmed and not, in order of field and place; overlapping cues of one card are one sign."""
    found: list[Sign] = []
    for name, marks in fields.items():
        advert = voice == "VOICE_AD"
        hits = [*marks.signs, *_told(marks, stance, language)] if not advert else marks.signs
        for hit in _first(_widest(_unguarded(marks, hits))):
            card = cards[hit.key.name]
            verdict = judge(hit, marks, stance, voice=voice, negatable=card.negatable)
            found.append(_sign(hit, marks, card, verdict, name, language, version))
    found += _detected(passage, cards, version)
    return tuple(sorted(found, key=lambda sign: (sign.field != "title", sign.start, sign.indicator)))


def _told(marks: Marks, stance: Stance, language: str) -> list[Hit[Key]]:
    """The wider cues, where the text tells of actual people at work; of the text's own language only."""
    if not stance.tells_of_work:
        return []
    return [hit for hit in marks.kinds["told"] if hit.key.language == language]


def _unguarded(marks: Marks, hits: Iterable[Hit[Key]]) -> Iterable[Hit[Key]]:
    """Cues without a guard of their own card in the same sentence."""
    for hit in hits:
        start, end = marks.around(hit)
        if not marks.within(hit.key.name, start, end, "unless"):
            yield hit


def _widest(hits: Iterable[Hit[Key]]) -> list[Hit[Key]]:
    kept: list[Hit[Key]] = []
    for hit in sorted(hits, key=lambda hit: (hit.key.name, hit.start, -hit.end)):
        if kept and kept[-1].key.name == hit.key.name and hit.start < kept[-1].end:
            if _better(hit, kept[-1]):
                kept[-1] = hit
        else:
            kept.append(hit)
    return kept


def _first(hits: list[Hit[Key]]) -> Iterable[Hit[Key]]:
    """The first few of each card: the same sign a hundred times says no more."""
    seen: Counter[str] = Counter()
    for hit in hits:
        seen[hit.key.name] += 1
        if seen[hit.key.name] <= _MOST:
            yield hit


def _better(hit: Hit[Key], other: Hit[Key]) -> bool:
    """A cue proper before a wide one, then the longer."""
    return (hit.key.kind == "cue", hit.end - hit.start) > (other.key.kind == "cue", other.end - other.start)


def _sign(
    hit: Hit[Key], marks: Marks, card: Indicator, verdict: Verdict, field: Field, language: str, version: str
) -> Sign:
    text = marks.folded.text
    start, end = marks.folded.sentence(hit.start)
    score = card.weight * (1.0 if hit.key.language == language else _OTHER_LANGUAGE)
    wide = hit.key.kind == "told"
    if wide:
        score *= _WIDE
    sentence = text[max(start, hit.start - _CONTEXT // 2) : min(end, hit.end + _CONTEXT // 2)].strip()
    return Sign(
        indicator=card.id,
        version=version,
        grade="C" if wide and card.grade in "AB" else card.grade,
        start=hit.start,
        end=hit.end,
        quote=text[hit.start : hit.end],
        rule=f"{card.id}.{hit.key.language}{'.told' if wide else ''}: {hit.rule}",
        score_before=card.weight,
        score=round(score if verdict.polarity == "affirmed" else 0.0, 3),
        polarity=verdict.polarity,
        context=f"{verdict.because} | {sentence}" if verdict.because else sentence,
        field=field,
    )


def _detected(passage: Passage, cards: Mapping[str, Indicator], version: str) -> Iterable[Sign]:
    """Signs carried by an entity span instead of a cue: `detector: span.LABEL`."""
    wanted = {card.detector.removeprefix("span."): card for card in cards.values() if card.detector}
    for span in passage.entities:
        card = wanted.get(span.label)
        if card is not None:
            yield _span_sign(span, passage, card, version)


def _span_sign(span: Span, passage: Passage, card: Indicator, version: str) -> Sign:
    text = passage.title if span.field == "title" else passage.text
    quote = text[span.start : span.end]
    rule = f"{card.id}: {card.detector}"
    weight = card.weight
    return Sign(card.id, version, card.grade, span.start, span.end, quote, rule, weight, weight, field=span.field)


def affirmed(signs: Sequence[Sign]) -> tuple[Sign, ...]:
    """The findings among the signs."""
    return tuple(sign for sign in signs if sign.polarity == "affirmed")
