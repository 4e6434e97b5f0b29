"""Kinds of venue that a passage is set in."""

from __future__ import annotations

from collections.abc import Mapping

from core.records import Field, VenueMention
from nlp.lexicon import Marks


def find_venues(fields: Mapping[Field, Marks]) -> tuple[VenueMention, ...]:
    """One mention a kind of venue: the first, the title before the text."""
    found: dict[str, VenueMention] = {}
    for name in ("title", "text"):
        marks = fields.get(name)
        for hit in marks.kinds["venue"] if marks else ():
            assert marks is not None
            if hit.key.name in found:
                continue
            if not marks.within(hit.key.name, *marks.around(hit), "venue_unless"):
                rule = f"{hit.key.name}.{hit.key.language}: {hit.rule}"
                found[hit.key.name] = VenueMention(hit.key.name, hit.start, hit.end, rule, name)
    return tuple(found.values())
