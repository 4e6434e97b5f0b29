"""Whether what was found in a passage makes a signal: the rule of the cues, and what the meaning says of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from core.records import Field, Sign
from nlp.combine import signal
from nlp.lexicon import Marks
from nlp.meaning import Sense, brief, of_length
from nlp.meant import case_told


def judged(
    findings: Sequence[Sign],
    sense: Sense | None,
    fields: Mapping[Field, Marks],
    voice: str | None,
    *,
    general: bool,
    line: bool,
    told: bool,
) -> tuple[bool, str]:
    """Whether a passage is a signal, and why. Without a sense the cues alone decide.

    `general`: it speaks of such situations in general. `line`: the gate of whole passages does not let it through.
    `told`: it names a place, a day, a number or somebody, or is told by who is concerned or advertises. Others' single
    lines stand in lists of signs, too ("Crews kept at sea for months"): of 200 such 32 were signals; of 87 short posts
    that tell of a case 4 are by others, 3 of them with a place or the like.
    """
    verdict, why = signal(findings)
    if sense is None or not (verdict or of_length(fields) or not general):
        return verdict, why
    if line and not (told or _by_cues(findings)):
        return False, "no signal: a line that names nobody, no place, no day and no number"
    if not of_length(fields) and _cued(findings) < _cues_asked(brief(fields), voice == "VOICE_AD"):
        return False, "no signal: a line in which no words speak for its signs"
    return case_told(sense, findings, verdict, why, voice, line=line)


def _by_cues(findings: Sequence[Sign]) -> bool:
    """Whether cues alone make a signal (CONTRACTS): two findings of grade A or B, which meaning never adds."""
    return len({one.indicator for one in findings if one.grade in ("A", "B")}) > 1


def _cued(findings: Sequence[Sign]) -> int:
    """For how many signs cues speak, beside those found by meaning alone."""
    return len({one.indicator for one in findings if not one.rule.startswith(f"{one.indicator}.meaning")})


def _cues_asked(brief: bool, advert: bool) -> int:
    """How many signs of a line must have cues: answers among posts ("pm me for details") and tickets for resale sound
    like bait, a word thrown in like a case."""
    return brief + advert
