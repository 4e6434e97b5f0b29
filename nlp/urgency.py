"""Texts that cannot wait for a count: present danger, or a minor."""

from __future__ import annotations

from collections.abc import Sequence

from core.records import NeedMention, Sign
from nlp.lexicon import Marks

_REPORTED = ("VOICE_NEWS", "VOICE_ADVOCACY")


def urgent(
    fields: list[Marks], findings: Sequence[Sign], needs: Sequence[NeedMention], voice: str | None
) -> tuple[str, ...]:
    """Reasons for the queue read by people; empty where there is none.

    A marker alone is not enough: a sign, or a call for rescue by a person concerned, must stand beside it. What news
    and advocacy report of minors is past and known to others; present danger counts whoever tells it.
    """
    grave = [sign for sign in findings if sign.indicator.startswith(("ILO", "RF08", "AD03", "AD08"))]
    calls = voice == "VOICE_FIRST_PERSON" and any(need.id == "S_CRISIS_RESCUE" for need in needs)
    reasons = []
    if (grave or calls) and (words := _first(fields, "present")) and voice != "VOICE_ADVOCACY":
        reasons.append(f"urgent: present danger ('{words}')")
    if grave and voice not in _REPORTED and (words := _first(fields, "minor")):
        reasons.append(f"urgent: a minor ('{words}')")
    return tuple(reasons)


def _first(fields: list[Marks], name: str) -> str:
    for marks in fields:
        for hit in marks.marks(name):
            return marks.folded.text[hit.start : hit.end]
    return ""
