"""Kinds of venue that a passage is set in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from core.records import Field, PlaceMention, VenueMention
from nlp.lexicon import Marks
from nlp.venue_names import venue_name


def find_venues(
    fields: Mapping[Field, Marks], language: str, places: Sequence[PlaceMention] = ()
) -> tuple[VenueMention, ...]:
    """One mention a kind of venue: the first, the title before the text; the name that stands at any mention of it."""
    found: dict[str, VenueMention] = {}
    for name in ("title", "text"):
        marks = fields.get(name)
        spans = [(place.start, place.end) for place in places if place.field == name]
        for hit in marks.kinds["venue"] if marks else ():
            assert marks is not None
            if (known := found.get(hit.key.name)) and known.name:
                continue
            if not marks.within(hit.key.name, *marks.around(hit), "venue_unless"):
                own = venue_name(marks.folded.text, hit.start, hit.end, language, spans)
                rule = f"{hit.key.name}.{hit.key.language}: {hit.rule}"
                fresh = VenueMention(hit.key.name, hit.start, hit.end, rule, name, own)
                found[hit.key.name] = replace(known, name=own) if known else fresh
    return tuple(found.values())
