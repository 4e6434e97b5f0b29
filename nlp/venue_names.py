"""The own name of a venue, for analysts only: the capitalised words beside the word that tells its kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

# English and German put the name before the kind ("Golden Lotus Massage"), the others after it ("Hotel Seri Malaysia").
_BEFORE_FIRST = ("en", "de")
_PART = r"(?:[^\W\d_a-zß-ÿ][\w'’&-]*|\d{1,3})"
_LINK = r"(?:de|del|la|el|los|las|le|les|du|des|al|of|and|the|&)"
_BEFORE = re.compile(rf"({_PART}(?: (?:{_PART}|{_LINK})){{0,4}}) $")
_CALLED = r"(?:(?:called|named|bernama|llamad[oa]|appelée?|chamad[oa]|namens) )"
_AFTER = re.compile(rf"[ ,]{{0,2}}{_CALLED}?[\"“«]?((?:{_LINK} )?{_PART}(?: (?:{_PART}|{_LINK})){{0,3}})")
_WORD = re.compile(r"[\w'’&-]+")
# Capitalised without being anybody's name: beginnings of sentences, peoples and tongues, days, months.
_ORDINARY = frozenset((Path(__file__).parent / "data" / "not_names.txt").read_text(encoding="utf-8").split())
_BEGINS = re.compile(r"(?:^|[.!?\n] ?)$")
_LINKS = frozenset(["de", "del", "la", "el", "los", "las", "le", "les", "du", "des", "al", "of", "and", "the", "&"])


def venue_name(text: str, start: int, end: int, language: str, places: Sequence[tuple[int, int]] = ()) -> str | None:
    """The name beside text[start:end], which tells the kind of venue; None where there is none, or it is a place's.

    `places`: spans of places in the same text ("the Penang hotel" is no name). A text in capitals has no names to see.
    """
    if _shouted(text):
        return None
    ways = (_before, _after) if language in _BEFORE_FIRST else (_after, _before)
    for way in ways:
        found = way(text, start, end)
        if found and not any(a <= found[0] and found[1] <= b for a, b in places):
            return text[found[0] : found[1]]
    return None


def _before(text: str, start: int, _end: int) -> tuple[int, int] | None:
    match = _BEFORE.search(text, max(0, start - 60), start)
    found = _trimmed(text, match.start(1), match.end(1)) if match else None
    # One word that begins a sentence has its capital from there.
    if found and " " not in text[slice(*found)] and _BEGINS.search(text, max(0, found[0] - 3), found[0]):
        return None
    return found


def _after(text: str, start: int, end: int) -> tuple[int, int] | None:
    match = _AFTER.match(text, end, end + 60)
    found = _trimmed(text, match.start(1), match.end(1)) if match else None
    if found is None:
        return None
    # "Hotel Seri Malaysia": a kind that is written as part of the name belongs to it.
    return (start, found[1]) if text[start].isupper() and text[start - 1 : start] != "\n" and start else found


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Without ordinary words at its edges; None where nothing with a capital is left."""
    words = [(match.start(), match.end()) for match in _WORD.finditer(text, start, end)]
    while words and text[slice(*words[0])].lower() in _ORDINARY | _LINKS:
        words.pop(0)
    while words and text[slice(*words[-1])].lower() in _ORDINARY | _LINKS:
        words.pop()
    if not words or not any(text[a].isupper() for a, _ in words):
        return None
    return words[0][0], words[-1][1]


@lru_cache(4)  # title and text are asked again for every venue in them
def _shouted(text: str) -> bool:
    """More capitals than small letters."""
    return sum(map(str.isupper, text)) > sum(map(str.islower, text))
