"""How a cue is meant: affirmed of an actual situation, denied, hypothetical, general, or quoted as advice."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from nlp.lexicon import Key, Marks
from nlp.matcher import Hit
from nlp.stance import Stance

type Polarity = Literal["affirmed", "denied", "hypothetical", "general", "quoted"]

_NEAR_WORDS = 3
_ADJACENT = ("ms", "id")  # their negators stand right before what they deny
_ADS_ONLY = (
    *("RF04", "RF06", "RF07", "RF09", "RF10", "RF11", "RF12", "RF13", "RF14", "RF16"),
    *("AD01", "AD02", "AD03", "AD04", "AD05", "AD06", "AD07"),
)
_REPORTED = ("VOICE_NEWS", "VOICE_ADVOCACY")
_TOLD = ("RF08", "RF18", "AD08")
_OFFER_SLACK = 2.5
_QUOTE = re.compile(r"[\"«»“”„]|(?<!\w)'|'(?!\w)")
_WORD = re.compile(r"\w+")
_CLAUSE = re.compile(r"[,:;()]|\b(?:but|tapi|tetapi|pero|mais|aber|mas|dan|and|y|et|und|e|at)\b")
# Threats and penalties are spoken in conditions ("if you run, ..."): a condition before them undoes nothing.
_CONDITIONAL_BY_NATURE = ("ILO06", "ILO09", "RF17", "ILO03")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A polarity with the words that decided it."""

    polarity: Polarity
    because: str = ""


def judge(hit: Hit[Key], marks: Marks, stance: Stance, *, voice: str | None, negatable: bool) -> Verdict:
    """How one cue is meant, from its sentence and from the stance of the whole text."""
    start, end = marks.around(hit)
    if negatable and (word := _denied(hit, marks, start)):
        return Verdict("denied", f"'{word}' before it")
    if advice := marks.within("advice", start, end):
        return Verdict("quoted", f"advice: '{_words(marks, advice[0])}'")
    if unreal := _unreal(hit, marks, start, end):
        return unreal
    if voice == "VOICE_AD":
        return Verdict("affirmed")
    if hit.key.name.startswith(_ADS_ONLY) and voice in _REPORTED:
        return Verdict("general", "wording of advertisements, in a report")
    return _of_whom(hit, marks, stance, start, end)


def _unreal(hit: Hit[Key], marks: Marks, start: int, end: int) -> Verdict | None:
    """What a story tells, what a law says, and words that are themselves what is spoken of."""
    if tale := marks.within("tale", start, end):
        return Verdict("general", f"told in fiction: '{_words(marks, tale[0])}'")
    plain = marks.folded.plain
    if (
        (wording := marks.within("wording", start, end))
        and _QUOTE.search(plain[start : hit.start])
        and _QUOTE.search(plain[hit.end : end])
    ):
        return Verdict("quoted", f"words spoken of: '{_words(marks, wording[0])}'")
    told = marks.within("first_strong", start, end) or marks.within("specific", start, end)
    if (policy := marks.within("policy", start, hit.start + 1)) and not marks.within("first_strong", start, end):
        return Verdict("denied", f"said not to be done: '{_words(marks, policy[0])}'")
    if (law := marks.within("law", start, end)) and not told:
        return Verdict("general", f"a law says so: '{_words(marks, law[0])}'")
    if (listing := marks.within("listing", start, hit.start)) and not told:
        return Verdict("general", f"a list of signs: '{_words(marks, listing[0])}'")
    if (asked := marks.within("asked", start, end)) and plain[start:end].rstrip().endswith("?") and not told:
        return Verdict("general", f"asked of anyone: '{_words(marks, asked[0])}'")
    return None


def _of_whom(hit: Hit[Key], marks: Marks, stance: Stance, start: int, end: int) -> Verdict:
    if _is_offer(hit) and stance.general <= stance.actual + _OFFER_SLACK:
        return Verdict("affirmed")
    told = marks.within("first_strong", start, end) or marks.within("specific", start, end)
    anyone = marks.within("your", start, end)
    condition = [mark for mark in marks.within("condition", start, hit.start + 1) if mark.end <= hit.end]
    if condition and not told and not hit.key.name.startswith(_CONDITIONAL_BY_NATURE):
        return Verdict("hypothetical", f"condition: '{_words(marks, condition[0])}'")
    if marks.folded.plain[start:end].rstrip().endswith("?") and not marks.within("first", start, end):
        return Verdict("general", "a question about anyone")
    if stance.is_general:
        return Verdict("general", "the text speaks in general")
    modal = [mark for mark in marks.within("modal", start, hit.start) if _near(marks, mark, hit, 5)]
    if anyone and modal and not told:
        return Verdict("general", f"'{_words(marks, anyone[0])} … {_words(marks, modal[0])}'")
    return Verdict("affirmed")


def _is_offer(hit: Hit[Key]) -> bool:
    """Recruitment flags, financial and ad signals speak to the reader ("you pay", "if you leave") by nature."""
    return hit.key.name.startswith(("RF", "FS", "AD")) and not hit.key.name.startswith(_TOLD)


def _denied(hit: Hit[Key], marks: Marks, start: int) -> str:
    """The negator that denies a cue: one in a gap of it, or shortly before it in the same clause.

    A negator that the cue itself is made of ("not paid") denies nothing, nor does one before such a cue.
    """
    inside = marks.within("negator", hit.start, hit.end)
    if any(_is_of(mark, hit, marks) for mark in inside):
        return ""  # "ne … pas": the second half belongs to the first, which the cue holds
    for mark in inside:
        if not _CLAUSE.search(marks.folded.plain[hit.start : mark.start]):
            return _words(marks, mark)
    if inside:
        return ""
    near = 1 if hit.key.language in _ADJACENT else _NEAR_WORDS
    for mark in reversed(marks.within("negator", start, hit.start)):
        between = marks.folded.plain[mark.end : hit.start]
        if _near(marks, mark, hit, near) and not _CLAUSE.search(between):
            return _words(marks, mark)
    return ""


def _is_of(mark: Hit[Key], hit: Hit[Key], marks: Marks) -> bool:
    """Whether a negator is a word that the cue itself is made of."""
    words = _WORD.findall(marks.folded.plain[mark.start : mark.end])
    return any(word.startswith(tuple(hit.words)) for word in words)


def _near(marks: Marks, mark: Hit[Key], hit: Hit[Key], words: int) -> bool:
    return mark.end <= hit.start and marks.folded.words_between(mark.end, hit.start) <= words


def _words(marks: Marks, hit: Hit[Key]) -> str:
    return marks.folded.text[hit.start : hit.end]
