"""Does a text tell of an actual situation, or speak of such situations in general?"""

from __future__ import annotations

from dataclasses import dataclass

from nlp.lexicon import Marks

# Weights found by hand on the 48 labelled passages and 1,000 official paragraphs; see docs/indicators.md, "Measured".
_ACTUAL = {"specific": 1.0, "narrative": 0.45, "first_strong": 2.0, "news": 0.6}
_GENERAL = {"generic": 1.0, "your": 1.0, "advice": 2.5, "advocacy": 0.4}
_PERSON = 1.0
_QUESTION = 0.8
_SLACK = 0.6  # one stray word of general talk decides nothing


@dataclass(frozen=True, slots=True)
class Stance:
    """Weights of what speaks for an actual situation and for general talk."""

    actual: float
    general: float

    @property
    def is_general(self) -> bool:
        """True where general talk outweighs; a text with no mark of either kind is taken at its word."""
        return self.general > self.actual * 1.05 + _SLACK


def stance(fields: list[Marks]) -> Stance:
    """Weigh the markers of all fields of a passage."""
    actual = sum(weight * _kinds(fields, name) for name, weight in _ACTUAL.items())
    general = sum(weight * _kinds(fields, name) for name, weight in _GENERAL.items())
    actual += _PERSON * sum(marks.folded.plain.count("xpersonx") for marks in fields)
    if not any(marks.marks("first_strong") for marks in fields):
        general += _QUESTION * sum(marks.folded.plain.count("?") for marks in fields)
    return Stance(actual, general)


def _kinds(fields: list[Marks], name: str) -> float:
    """Hits of a marker, a repeated wording counting half."""
    seen: set[str] = set()
    total = 0.0
    for marks in fields:
        for hit in marks.marks(name):
            words = marks.folded.plain[hit.start : hit.end]
            total += 0.5 if words in seen else 1.0
            seen.add(words)
    return total
