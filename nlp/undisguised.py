"""A passage with its words in disguise made plain, and what was found in it mapped back to the passage as it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from core.align import Alignment
from core.records import Analysis, Field, NeedMention, Passage, PlaceMention, Sign, Span, VenueMention
from nlp.disguise import Disguises

_QUOTED = re.compile(r"\('(.+)'\)\Z", re.DOTALL)  # as the reasons of the urgent queue end


@dataclass(frozen=True, slots=True)
class Undisguised:
    """`passage` is read in the place of `stored`; `ways` lead from those of its fields that changed back."""

    stored: Passage
    passage: Passage
    ways: Mapping[Field, Alignment]

    def back(self, analysis: Analysis) -> Analysis:
        """The same with every offset, name and quote as they stand in the stored passage."""
        return replace(
            analysis,
            signs=tuple(map(self._sign, analysis.signs)),
            mentions=tuple(map(self._sign, analysis.mentions)),
            venues=tuple(map(self._venue, analysis.venues)),
            needs=tuple(map(self._placed, analysis.needs)),
            places=tuple(map(self._place, analysis.places)),
            reasons=tuple(_QUOTED.sub(self._requoted, reason) for reason in analysis.reasons),
        )

    def _placed[M: (Sign, VenueMention, NeedMention, PlaceMention)](self, found: M) -> M:
        if found.field not in self.ways or found.end <= found.start:
            return found
        start, end = self.ways[found.field].back(found.start, found.end)
        return replace(found, start=start, end=end)

    def _sign(self, sign: Sign) -> Sign:
        placed = self._placed(sign)
        because, bar, sentence = sign.context.rpartition(" | ")
        context = because + bar + self._as_stored(sign.field, sentence, sign.start)
        return replace(placed, quote=_of(self.stored, sign.field)[placed.start : placed.end], context=context)

    def _venue(self, venue: VenueMention) -> VenueMention:
        name = self._as_stored(venue.field, venue.name, venue.start) if venue.name else venue.name
        return replace(self._placed(venue), name=name)

    def _place(self, place: PlaceMention) -> PlaceMention:
        placed = self._placed(place)
        return replace(placed, text=_of(self.stored, place.field)[placed.start : placed.end] or place.text)

    def _requoted(self, quoted: re.Match[str]) -> str:
        found = [field for field in self.ways if quoted[1] in _of(self.passage, field)]
        return f"('{self._as_stored(found[0], quoted[1], 0)}')" if found else quoted[0]

    def _as_stored(self, field: Field, piece: str, near: int) -> str:
        """How a piece of what is read stands in the stored passage: the last one that begins no later than `near`."""
        read = _of(self.passage, field)
        at = read.rfind(piece, 0, near + len(piece))
        at = at if at >= 0 else read.find(piece)
        if at < 0 or not piece or field not in self.ways:
            return piece
        start, end = self.ways[field].back(at, at + len(piece))
        return _of(self.stored, field)[start:end]


def undisguised(passage: Passage, disguises: Disguises, limit: int) -> Undisguised | None:
    """The passage with words in disguise plain within the first `limit` characters; None where it has none."""
    title, text = disguises.plain(passage.title, limit), disguises.plain(passage.text, limit)
    ways: dict[Field, Alignment] = {}
    if title:
        ways["title"] = title.alignment
    if text:
        ways["text"] = text.alignment
    if not ways:
        return None
    plain = replace(
        passage,
        title=title.text if title else passage.title,
        text=text.text if text else passage.text,
        entities=tuple(_moved(span, ways) for span in passage.entities),
    )
    return Undisguised(passage, plain, ways)


def _moved(span: Span, ways: Mapping[Field, Alignment]) -> Span:
    if span.field not in ways:
        return span
    start, end = ways[span.field].forward(span.start, span.end)
    return replace(span, start=start, end=end)


def _of(passage: Passage, field: Field) -> str:
    return passage.title if field == "title" else passage.text


__all__ = ["Undisguised", "undisguised"]
