"""Needs that the people told of have, told apart from offers of the same help."""

from __future__ import annotations

from collections.abc import Mapping

from core.records import Field, NeedMention
from nlp.lexicon import Key, Marks
from nlp.matcher import Hit


def find_needs(fields: Mapping[Field, Marks], *, told: bool) -> tuple[NeedMention, ...]:
    """One mention a need. `told`: whether the text tells of actual people; if not, it names no need of anyone."""
    if not told:
        return ()
    found: dict[str, NeedMention] = {}
    for name, marks in fields.items():
        for hit in marks.kinds["need"]:
            if hit.key.name not in found and not _offered(hit, marks):
                rule = f"{hit.key.name}.{hit.key.language}: {hit.rule}"
                found[hit.key.name] = NeedMention(hit.key.name, hit.start, hit.end, rule, name)
    return tuple(found.values())


def _offered(hit: Hit[Key], marks: Marks) -> bool:
    start, end = marks.around(hit)
    return bool(marks.within("offer", start, end) or marks.within(hit.key.name, start, end, "offer"))
