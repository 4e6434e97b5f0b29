"""Triage: what the acts of people make of a spike's status."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast, get_args

from core.records import Act, SpikeStatus


def last_triage(acts: Sequence[Act]) -> dict[str, SpikeStatus]:
    """The status of each subject after these acts, oldest first.

    An act with verb "triage" sets its value; one with verb "undo" takes back the act whose id is its value.
    """
    undone = {act.value for act in acts if act.verb == "undo"}
    known = get_args(SpikeStatus.__value__)
    triage = [act for act in acts if act.verb == "triage" and act.value in known and act.id not in undone]
    return {act.subject: cast(SpikeStatus, act.value) for act in triage}
