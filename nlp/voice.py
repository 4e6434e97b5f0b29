"""Who speaks: an advertiser, a person concerned, news or a court, an advocacy or official page, or none of these."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from core.records import Kind
from nlp.lexicon import Marks

# Weights found by hand on the labelled passages and ordinary ads; see docs/indicators.md, "Measured".
_CAP = 5.0
_LEAST, _NONE = 1e-3, 1.0  # chosen by cross-validation on the taught passages
_FLOOR, _FLOOR_SHORT, _SHORT = 1.4, 0.5, 45

_NOT_OFFERS = frozenset({"RF08_SCAM_COMPOUND", "RF18_NAMED_EXPLOITATION", "RF01_UPFRONT_FEE", "RF17_BOND_TO_STAY"})


@dataclass(frozen=True, slots=True)
class Voice:
    """The voice (None: none of the four), its finer grain ("affected", "witness"), and the reasons."""

    name: str | None
    detail: str | None
    reasons: tuple[str, ...]


def voice(fields: list[Marks], kind: Kind, meant: Mapping[str, float] | None = None) -> Voice:
    """Weigh the markers of the four voices against each other and against what is none of them.

    `meant`: probabilities of the model (with "none"); their logarithms are added to the scores of the markers.
    """
    scores = _scores(fields, kind)
    if meant is not None:
        return _with_meaning(fields, scores, meant)
    best = max(scores, key=lambda name: scores[name])
    told = ", ".join(
        f"{name} {score:.1f}" for name, score in sorted(scores.items(), key=lambda item: -item[1]) if score > 0
    )
    if scores[best] < _floor(fields) or _fiction(fields):
        return Voice(None, None, (f"voice: none ({told or 'no marks'})",))
    detail = _detail(fields) if best == "VOICE_FIRST_PERSON" else None
    return Voice(best, detail, (f"voice {best}: {told}",))


def _with_meaning(fields: list[Marks], scores: Mapping[str, float], meant: Mapping[str, float]) -> Voice:
    both = {name: max(0.0, score) + math.log(meant[name] + _LEAST) for name, score in scores.items()}
    both["none"] = _NONE + math.log(meant["none"] + _LEAST) + (3.0 if _fiction(fields) else 0.0)
    best = max(both, key=lambda name: both[name])
    told = ", ".join(f"{name} {score:.1f}" for name, score in sorted(both.items(), key=lambda item: -item[1])[:3])
    reasons = (f"voice {best} by markers and meaning: {told}",)
    if best == "none":
        return Voice(None, None, reasons)
    return Voice(best, _detail(fields) if best == "VOICE_FIRST_PERSON" else None, reasons)


def _scores(fields: list[Marks], kind: Kind) -> dict[str, float]:
    count = {
        name: _distinct(fields, name)
        for name in (
            "ad",
            "first",
            "first_strong",
            "news",
            "advocacy",
            "your",
            "advice",
            "generic",
            "specific",
            "narrative",
        )
    }
    strong, told = min(count["first_strong"], _CAP), min(count["specific"], _CAP)
    # A story that is told plainly, of others, is told as news tells it.
    plain = min(6.0, max(0.0, count["narrative"] - count["generic"] - count["your"] - 2 * count["advocacy"]))
    scores = {
        "VOICE_AD": 0.6 * min(count["ad"], 10)
        + 0.6 * _offers(fields)
        - 0.3 * _harms(fields)
        - 0.9 * strong
        - 0.3 * told
        - 0.5 * count["news"],
        "VOICE_FIRST_PERSON": 1.1 * strong + 0.5 * min(count["first"], 4) - 0.3 * count["news"] - 0.3 * count["your"],
        "VOICE_NEWS": 0.8 * min(count["news"], 6)
        + (0.6 if count["news"] else 0.25) * told
        + 0.35 * plain
        - 1.0 * strong
        - 0.3 * count["your"]
        - 0.3 * count["advice"],
        "VOICE_ADVOCACY": 0.8 * min(count["advocacy"], 5)
        + 0.7 * count["advice"]
        + 0.35 * min(count["your"], 4)
        + 0.25 * min(count["generic"], 5)
        - 0.5 * told
        - 0.9 * strong,
    }
    if kind == "ad":
        scores["VOICE_AD"] += 1.5
    if kind == "article":
        scores["VOICE_NEWS"] += 0.8
    return scores


def _offers(fields: list[Marks]) -> float:
    """Distinct recruitment flags and ad signals: wording of advertisements, whatever else they tell."""
    names = {hit.key.name for marks in fields for hit in marks.signs}
    return min(3.0, sum(1.0 for name in names if name.startswith(("RF", "AD")) and name not in _NOT_OFFERS))


def _harms(fields: list[Marks]) -> float:
    """Distinct ILO signs, at most two: an advertiser seldom tells them of himself."""
    names = {hit.key.name for marks in fields for hit in marks.signs}
    return min(2.0, sum(1.0 for name in names if name.startswith("ILO")))


def _floor(fields: list[Marks]) -> float:
    """A short text has room for few marks."""
    return _FLOOR_SHORT if sum(len(marks.folded.words) for marks in fields) <= _SHORT else _FLOOR


def _distinct(fields: list[Marks], name: str) -> float:
    return float(len({marks.folded.plain[hit.start : hit.end] for marks in fields for hit in marks.marks(name)}))


def _fiction(fields: list[Marks]) -> bool:
    return _distinct(fields, "fiction") >= 3


def _detail(fields: list[Marks]) -> str:
    witness, own = _distinct(fields, "witness"), _distinct(fields, "first_strong")
    return "witness" if witness and witness * 2 >= own else "affected"
