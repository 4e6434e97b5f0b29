"""Two people for anything that leaves: one asked, another approved, and neither took it back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from core.records import Act


def subject_of(week: date, edition: str) -> str:
    """How acts and audit call a digest."""
    return f"digest {week} {edition}"


def taken_back(acts: Sequence[Act]) -> set[str]:
    """The ids of acts that were taken back."""
    return {act.value for act in acts if act.verb == "undo"}


def standing(acts: Sequence[Act]) -> list[Act]:
    """The acts that still hold, oldest first."""
    gone = taken_back(acts)
    return [act for act in acts if act.verb != "undo" and act.id not in gone]


def released(acts: Sequence[Act]) -> bool:
    """Whether two people let a thing leave."""
    held = [act for act in standing(acts) if act.verb == "release"]
    asked = {act.actor for act in held if act.value == "asked"}
    return any(asked - {act.actor} for act in held if act.value == "approved")
