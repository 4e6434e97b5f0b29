"""Does a text tell of an actual situation, or speak of such situations in general?"""

from __future__ import annotations

from dataclasses import dataclass

from nlp.lexicon import Marks

# Weights found by hand on the 48 labelled passages and 1,000 official paragraphs; see docs/indicators.md, "Measured".
_ACTUAL = {"specific": 1.0, "narrative": 0.45, "first_strong": 2.0, "news": 0.6}
_GENERAL = {"generic": 1.0, "your": 1.0, "advice": 2.5, "advocacy": 0.4}
_PERSON = 1.0
_QUESTION = 0.8
_TELLS, _WORK, _BUSINESS = 2.0, 2, 3
_WORK_MARKS = ("work_boss", "work_worker", "work_pay", "work_named")
_SLACK = 0.6  # one stray word of general talk decides nothing


@dataclass(frozen=True, slots=True)
class Stance:
    """Weights of what speaks for an actual situation and for general talk.

    `work` (0 to 5): how many of these are named: an employer or agent, workers, pay or work, exploitation, a kind of
    venue; 0 where the text is about the business of traders and freelancers.
    """

    actual: float
    general: float
    work: int = 0

    @property
    def is_general(self) -> bool:
        """True where general talk outweighs; a text with no mark of either kind is taken at its word."""
        return self.general > self.actual * 1.05 + _SLACK

    @property
    def tells_of_work(self) -> bool:
        """True where the text tells at some length of actual people at work for others: wider cues may speak."""
        return self.actual >= _TELLS and self.actual > 1.5 * self.general and self.work >= _WORK


def stance(fields: list[Marks]) -> Stance:
    """Weigh the markers of all fields of a passage."""
    actual = sum(weight * _kinds(fields, name) for name, weight in _ACTUAL.items())
    general = sum(weight * _kinds(fields, name) for name, weight in _GENERAL.items())
    actual += _PERSON * sum(marks.folded.plain.count("xpersonx") for marks in fields)
    if not any(marks.marks("first_strong") for marks in fields):
        general += _QUESTION * sum(marks.folded.plain.count("?") for marks in fields)
    work = sum(any(marks.marks(name) for marks in fields) for name in _WORK_MARKS)
    work += any(marks.kinds["venue"] for marks in fields)
    business = sum(len(marks.marks("business")) for marks in fields)
    return Stance(actual, general, 0 if business >= _BUSINESS else work)


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
