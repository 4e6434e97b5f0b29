"""Texts that cannot wait for a count: somebody in particular is in danger now.

The queue is read by people, so it is kept short: what was grave is a signal, what is pressing is a need, and neither
is urgent for that alone. What words do not tell, the meaning of the sentences does where it was asked
(`nlp.danger`). Measured on tests/nlp/urgent_posts.txt and urgent_blind.txt; see docs/reading.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp

from core.records import Field, NeedMention, Sign
from nlp.lexicon import Marks
from nlp.meaning import Alarm, Sense

# A plea for help over papers or pay ("please help, how do I claim") is none to be freed: somebody is held or hurt, too.
_HELD = ("ILO03", "ILO05", "RF08", "AD08")
_CONCERNED = ("VOICE_FIRST_PERSON", None)  # short cries often have no voice that is sure
_LEAST = 1.0  # log odds; of 984 posts of ordinary boards 2 have more, of 893 other ordinary texts 1
# Words that say otherwise than the sentences do: with less, 2 of 79 cries left out of the fit, 8 of 10 other posts.
_OVERRULED = -2.0
_QUOTED = 160  # characters of a sentence in a reason


def urgent(
    told: Mapping[Field, Marks],
    findings: Sequence[Sign],
    voice: str | None,
    needs: Sequence[NeedMention] = (),
    sense: Sense | None = None,
) -> tuple[str, ...]:
    """Reasons for the queue; empty where there is none.

    Danger must be told as of now, by a person concerned or by nobody in particular: what news and advocacy tell is
    known to others, and an advertiser asks for no help. A minor (of a child of one's own only in danger or now), a
    plea to be fetched, the need of being freed, and despair count beside danger or a grave sign.
    """
    fields = list(told.values())
    alarm = sense.danger if sense else None
    if voice not in _CONCERNED or _fiction(fields) or (alarm and alarm.odds < _OVERRULED):
        return ()
    grave = any(sign.indicator.startswith(("ILO", "RF08", "AD08")) for sign in findings)
    now, danger, plea, minor, despair = (_first(fields, name) for name in ("now", "danger", "plea", "minor", "despair"))
    reasons = []
    if now and danger:
        reasons.append(f"urgent: present danger ('{danger}', '{now}')")
    if plea and (grave or danger):
        reasons.append(f"urgent: asks to be fetched ('{plea}')")
    held = next((need for need in needs if need.id == "S_CRISIS_RESCUE"), None)
    if held and any(sign.indicator.startswith(_HELD) for sign in findings):
        reasons.append(f"urgent: held, and waits to be freed ({held.rule})")
    if minor and (grave or danger) and (now or danger or not _first(fields, "own_child")):
        reasons.append(f"urgent: a minor ('{minor}')")
    if despair and (grave or danger):
        reasons.append(f"urgent: despair ('{despair}')")
    if alarm and alarm.odds > _LEAST:
        reasons.append(_meant(alarm, told))
    return tuple(reasons)


def _meant(alarm: Alarm, told: Mapping[Field, Marks]) -> str:
    quote = told[alarm.field].folded.text[alarm.start : min(alarm.end, alarm.start + _QUOTED)]
    return f"urgent: danger by meaning, {1 / (1 + exp(-alarm.odds)):.2f} ('{quote}')"


def _fiction(fields: list[Marks]) -> bool:
    return any(marks.marks(name) for marks in fields for name in ("fiction", "tale"))


def _first(fields: list[Marks], name: str) -> str:
    for marks in fields:
        for hit in marks.marks(name):
            return marks.folded.text[hit.start : hit.end]
    return ""
