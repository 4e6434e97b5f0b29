"""From what sentences mean to signs, needs and a case: where the model finds what no cue did."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from core.cards import Indicator
from core.records import Field, NeedMention, Sign, VenueMention
from nlp.lexicon import Marks
from nlp.meaning import Sense

# Chosen by cross-validation on the taught passages; the figures stand in docs/indicators.md, "Measured".
_SIGN, _WIDE, _CASE, _CASE_NEEDS, _NO_CASE = 0.4, 0.2, 0.5, 0.3, 0.05
_NEED, _VENUE = 0.15, 0.3


def signs_meant(
    sense: Sense, signs: Sequence[Sign], fields: Mapping[Field, Marks], cards: Mapping[str, Indicator], version: str
) -> tuple[Sign, ...]:
    """The signs of the cues, without wide ones the model finds nothing in, and with those only the model found.

    Only a text that is likely to tell of a case bears signs by meaning; they are of grade C at best.
    """
    kept = [sign for sign in signs if ".told: " not in sign.rule or _probability(sense, sign.indicator) >= _WIDE]
    if sense.case < _CASE_NEEDS:
        return tuple(kept)
    known = {sign.indicator for sign in kept if sign.polarity in ("affirmed", "denied", "quoted")}
    for card in cards.values():
        probability = _probability(sense, card.id)
        if card.id not in known and probability >= _SIGN:
            kept.append(_sign(sense, card, probability, fields, version))
    return tuple(sorted(kept, key=lambda sign: (sign.field != "title", sign.start, sign.indicator)))


def case_told(sense: Sense, findings: Sequence[Sign], verdict: bool, why: str, voice: str | None) -> tuple[bool, str]:
    """The verdict of the rules, turned where the model is sure: a case with one grave finding is a signal, too; texts
    that surely tell of nothing that happened (codes of conduct, lists of signs) are none."""
    if verdict and sense.case < _NO_CASE:
        return False, f"not told as an actual case ({sense.case:.2f}), though {why}"
    grave = sorted({sign.indicator for sign in findings if sign.indicator.startswith(("ILO", "RF0", "FS", "AD08"))})
    if not verdict and grave and sense.case >= _CASE and voice != "VOICE_ADVOCACY":
        return True, f"signal: told as an actual case ({sense.case:.2f}), {', '.join(grave)}"
    return verdict, f"{why}; case {sense.case:.2f}"


def needs_meant(sense: Sense, needs: Sequence[NeedMention]) -> tuple[NeedMention, ...]:
    """The needs of the cues, and those only the model found, in a text that is likely to tell of a case."""
    known = {need.id for need in needs}
    found = list(needs)
    for name, (probability, where, start, end) in sense.labels.items():
        if name.startswith("S_") and name not in known and probability >= _NEED and sense.case >= _CASE_NEEDS:
            found.append(NeedMention(name, start, end, f"{name}.meaning: {probability:.2f}", where))
    return tuple(found)


def venues_meant(sense: Sense, venues: Sequence[VenueMention]) -> tuple[VenueMention, ...]:
    """The venues of the cues; where they name none, those the model takes the passage to be set in."""
    if venues:
        return tuple(venues)
    return tuple(
        VenueMention(name, start, end, f"{name}.meaning: {probability:.2f}", where)
        for name, (probability, where, start, end) in sense.venues.items()
        if probability >= _VENUE
    )


def _probability(sense: Sense, indicator: str) -> float:
    return sense.labels.get(indicator.partition("_")[0], (0.0,))[0]


def _sign(sense: Sense, card: Indicator, probability: float, fields: Mapping[Field, Marks], version: str) -> Sign:
    _, where, start, end = sense.labels[card.id.partition("_")[0]]
    quote = fields[where].folded.text[start:end]
    lead = len(quote) - len(quote.lstrip())
    quote = quote.strip()
    return Sign(
        indicator=card.id,
        version=version,
        grade="C" if card.grade in "AB" else card.grade,
        start=start + lead,
        end=start + lead + len(quote),
        quote=quote,
        rule=f"{card.id}.meaning: {probability:.2f}",
        score_before=card.weight,
        score=round(card.weight * probability, 3),
        polarity="affirmed",
        context=f"case {sense.case:.2f} | {quote}",
        field=where,
    )
