"""From what sentences mean to signs, needs, venues and a case: cues and meaning weighed together."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from core.cards import Indicator
from core.records import Field, NeedMention, Sign, VenueMention
from nlp.lexicon import Kind, Marks
from nlp.meaning import Hint, Sense


class _Weights(NamedTuple):
    """Of the sentence and the passage (log odds), of a finding of the cues, of any cue and any wide cue met, a bias,
    the chance from which a label is given (and from which what the cues found is kept), and what share of the
    likeliest label's chance it must have."""

    sentence: float
    passage: float
    found: float
    met: float
    wide: float
    bias: float
    from_chance: float
    keep: float
    beside: float


# By logistic regression on predictions for 2,996 taught passages that were left out of the fit (two of five folds) of a
# model without listeners; with them (916 left out) the same weights are as good as new ones. The chances by F1 there:
# signs .682 from .35; needs .573 from .30 and .570 from .25, beside .5. Those of venues are of 1,600 plain taught
# passages that were left out: .770 from .20 beside .9, .751 from .30 beside .8. docs/reading.md tells more.
_SIGNS = _Weights(0.70, 0.22, 0.67, 0.61, 0.34, 0.20, 0.35, 0.35, 0.0)
_NEEDS = _Weights(0.82, 0.14, 0.68, 0.71, 0.0, 0.32, 0.30, 0.30, 0.5)
_VENUES = _Weights(0.0, 0.89, 1.28, 1.29, 0.0, -0.53, 0.20, 0.10, 0.9)
# Of the first 697 taught passages none with a signal of the cues had less than .3; general talk is told like a case.
_CASE, _CASE_NEEDS, _NO_CASE, _CASE_OF_ADVOCACY = 0.5, 0.3, 0.2, 0.7
# Of a line or two: lines of lists of signs come to .9, too, but as advocacy. On 444 short posts and 16,000 of a stream
# .8 took none that .9 did not, and found seven more; a sign from .35 took five more of the stream.
_CASE_OF_A_LINE, _SIGN_OF_A_LINE = 0.8, 0.5
# What bait offers or asks; haste, a messenger and an age alone stand in the ads of consenting adults, too. Of 18 short
# ones none came above -2.9, of nine of our short baits one below -2.5.
_BAIT, _BAIT_FROM = ("RF01", "RF02", "RF03", "RF05", "RF08"), -2.5
_GRAVE = ("ILO", "RF0", "FS", "AD08")
# In a line of advertisement free housing or "pm for details" alone is no case, however it sounds.
_GRAVE_OF_A_LINE_OF_AD = (*_GRAVE[:1], "RF01", "RF02", "RF04", "RF05", "RF06", "RF07", "RF08", *_GRAVE[2:])


def likely(sense: Sense, voice: str | None) -> bool:
    """Whether a text is likely enough to tell of a case for the meaning to add to what the cues found."""
    return sense.case >= (_CASE_OF_ADVOCACY if voice == "VOICE_ADVOCACY" else _CASE_NEEDS)


def bait(sense: Sense) -> bool:
    """Whether any sentence of an advertisement speaks for what bait offers or asks."""
    return any(sense.labels[name].sentence >= _BAIT_FROM for name in _BAIT if name in sense.labels)


def doubted(sense: Sense) -> Sense:
    """The same with a doubtful chance of a case at most: meaning then neither adds to the cues nor overrules them."""
    return replace(sense, case=min(sense.case, (_NO_CASE + _CASE_NEEDS) / 2))


def signs_meant(
    sense: Sense,
    signs: Sequence[Sign],
    fields: Mapping[Field, Marks],
    cards: Mapping[str, Indicator],
    version: str,
    *,
    add: bool,
) -> tuple[Sign, ...]:
    """The signs of the cues that the meaning bears out, and those only the model found.

    Only a text that is `likely` to tell of a case bears signs by meaning (`add`), of grade C at best. What has no head
    (ad signals, most recruitment flags) is taken as the cues say.
    """
    affirmed = {sign.indicator for sign in signs if sign.polarity == "affirmed"}
    met, wide = _met(fields, "cue"), _met(fields, "told")
    chances = {
        card.id: _chance(_SIGNS, hint, card.id in affirmed, card.id in met, card.id in wide)
        for card in cards.values()
        if (hint := sense.labels.get(card.id.partition("_")[0]))
    }
    told = _likely_ones(chances, _SIGNS, _SIGNS.from_chance) if sense.case >= _NO_CASE else set[str]()
    kept = [sign for sign in signs if sign.polarity != "affirmed" or sign.indicator in told | (affirmed - set(chances))]
    if add:
        refused = {sign.indicator for sign in signs if sign.polarity in ("denied", "quoted")}
        new = told - affirmed - refused - _guarded(sense, told, cards, fields)
        kept += [_sign(sense, cards[name], chances[name], fields, version) for name in new]
    return tuple(sorted(kept, key=lambda sign: (sign.field != "title", sign.start, sign.indicator)))


def _guarded(
    sense: Sense, told: Iterable[str], cards: Mapping[str, Indicator], fields: Mapping[Field, Marks]
) -> set[str]:
    """Signs whose own guard stands in the sentence that speaks most for them: what is no cue there is no meaning."""
    hints = {name: sense.labels[cards[name].id.partition("_")[0]] for name in told if name in cards}
    return {name for name, hint in hints.items() if fields[hint.field].within(name, hint.start, hint.end, "unless")}


def case_told(
    sense: Sense, findings: Sequence[Sign], verdict: bool, why: str, voice: str | None, *, line: bool = False
) -> tuple[bool, str]:
    """The verdict of the rules, turned where the model is sure: a case with one grave finding is a signal, too; texts
    that surely tell of nothing that happened (codes of conduct, lists of signs) are none. Of a `line` or two the model
    must be surer, and where advocacy speaks they tell no case."""
    if verdict and sense.case < _NO_CASE:
        return False, f"not told as an actual case ({sense.case:.2f}), though {why}"
    least = _SIGN_OF_A_LINE if line else 0.0
    kinds = _GRAVE_OF_A_LINE_OF_AD if line and voice == "VOICE_AD" else _GRAVE
    grave = sorted({sign.indicator for sign in findings if sign.indicator.startswith(kinds) and sign.score >= least})
    enough = _CASE_OF_ADVOCACY if voice == "VOICE_ADVOCACY" else _CASE_OF_A_LINE if line else _CASE
    if not verdict and grave and sense.case >= enough and not (line and voice == "VOICE_ADVOCACY"):
        return True, f"signal: told as an actual case ({sense.case:.2f}), {', '.join(grave)}"
    return verdict, f"{why}; case {sense.case:.2f}"


def needs_meant(sense: Sense, needs: Sequence[NeedMention], fields: Mapping[Field, Marks]) -> tuple[NeedMention, ...]:
    """The needs of the cues that the meaning bears out, and those only the model found in a text that is likely to
    tell of a case."""
    known, met = {need.id: need for need in needs}, _met(fields, "need")
    chances = {
        name: _chance(_NEEDS, hint, name in known, name in met)
        for name, hint in sense.labels.items()
        if name.startswith("S_")
    }
    told = _likely_ones(chances, _NEEDS, _NEEDS.from_chance)
    return tuple(
        known.get(name) or _need(sense.labels[name], name, chance)
        for name, chance in chances.items()
        if name in told and (name in known or sense.case >= _CASE_NEEDS)
    )


def _need(hint: Hint, name: str, chance: float) -> NeedMention:
    return NeedMention(name, hint.start, hint.end, f"{name}.meaning: {chance:.2f}", hint.field)


def venues_meant(
    sense: Sense, venues: Sequence[VenueMention], fields: Mapping[Field, Marks]
) -> tuple[VenueMention, ...]:
    """The venues of the cues that the meaning bears out; where they name none, the likeliest by meaning."""
    known, met = {venue.type for venue in venues}, _met(fields, "venue")
    chances = {name: _chance(_VENUES, hint, name in known, name in met) for name, hint in sense.venues.items()}
    likely_ones = _likely_ones(chances, _VENUES, _VENUES.keep)
    kept = tuple(venue for venue in venues if venue.type in likely_ones or venue.type not in chances)
    best = max(chances, key=lambda name: chances[name])
    if kept or chances[best] < _VENUES.from_chance:
        return kept
    hint = sense.venues[best]
    return (VenueMention(best, hint.start, hint.end, f"{best}.meaning: {chances[best]:.2f}", hint.field),)


def _likely_ones(chances: Mapping[str, float], weights: _Weights, least: float) -> set[str]:
    """The labels likely enough by themselves and beside the likeliest: a passage tells few things, and plainly."""
    least = max(least, weights.beside * max(chances.values(), default=0.0))
    return {name for name, chance in chances.items() if chance >= least}


def _chance(weights: _Weights, hint: Hint, found: bool, met: bool, wide: bool = False) -> float:
    told = weights.sentence * hint.sentence + weights.passage * hint.passage + weights.bias
    return 1.0 / (1.0 + math.exp(-(told + weights.found * found + weights.met * met + weights.wide * wide)))


def _met(fields: Mapping[Field, Marks], kind: Kind) -> set[str]:
    """Cards of which any cue of that kind was met, guarded or not."""
    return {hit.key.name for marks in fields.values() for hit in marks.kinds[kind]}


def _sign(sense: Sense, card: Indicator, chance: float, fields: Mapping[Field, Marks], version: str) -> Sign:
    hint = sense.labels[card.id.partition("_")[0]]
    quote = fields[hint.field].folded.text[hint.start : hint.end]
    lead = len(quote) - len(quote.lstrip())
    quote = quote.strip()
    return Sign(
        indicator=card.id,
        version=version,
        grade="C" if card.grade in "AB" else card.grade,
        start=hint.start + lead,
        end=hint.start + lead + len(quote),
        quote=quote,
        rule=f"{card.id}.meaning: {chance:.2f}",
        score_before=card.weight,
        score=round(card.weight * chance, 3),
        polarity="affirmed",
        context=f"case {sense.case:.2f} | {quote}",
        field=hint.field,
    )
