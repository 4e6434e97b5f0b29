"""A text made plain for matching: digits, letters and widths folded, invisible marks left out, offsets kept."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

_KEYCAP = "\u20e3"
_LOOKALIKES = str.maketrans("АВЕКМНОРСТУХІаеорсухіđĐłŁøØıßðÐ", "ABEKMHOPCTYXIaeopcyxidDlLoOisdD")


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` is what is matched; `origin[i]` is the offset in the old text of its character i.

    `odd` holds offsets into `text` of digits that were written in a way that hides them (keycaps, circles, widths).
    """

    text: str
    origin: tuple[int, ...]
    length: int
    odd: frozenset[int]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the old text of text[start:end]; marks that belong to the last character go with it."""
        first = self.origin[start]
        last = self.origin[end - 1]
        after = self.origin[end] if end < len(self.origin) else self.length
        return first, last + 1 if after <= last + 1 else self._end(last, after)

    def _end(self, last: int, after: int) -> int:
        # Left-out characters (keycap, joiners) between this one and the next belong to the span.
        return after if after > last else last + 1


def fold(text: str) -> Folded:
    """Fold a text: compatibility forms, decimal digits to 0-9, accents off, zero-width and direction marks left out.

    Lower and upper case are kept. Offsets count code points.
    """
    if text.isascii():
        return Folded(text, tuple(range(len(text))), len(text), frozenset())
    cjk = any("\u3040" <= c <= "\u9fff" for c in text)
    out: list[str] = []
    origin: list[int] = []
    odd: set[int] = set()
    for offset, character in enumerate(text):
        if character == _KEYCAP and out and out[-1].isdigit():
            odd.add(len(out) - 1)
            continue
        for plain in _plain(character):
            if plain.isascii() and plain.isdigit() and _is_odd(character, cjk):
                odd.add(len(out))
            out.append(plain)
            origin.append(offset)
    return Folded("".join(out), tuple(origin), len(text), frozenset(odd))


def _is_odd(character: str, cjk: bool) -> bool:
    if character.isascii():
        return False
    if "\uff10" <= character <= "\uff19":
        return not cjk
    return unicodedata.category(character) != "Nd" or ord(character) > 0xFFFF


def _plain(character: str) -> str:
    if character.isascii():
        return character
    kind = unicodedata.category(character)
    if kind in ("Cf", "Mn", "Me", "Cc"):
        return ""
    if kind in ("Nd", "No"):
        return _digits(character)
    if kind == "Pd" or character == "\u2212":
        return "-"
    if kind == "Zs":
        return " "
    plain = unicodedata.normalize("NFKC", character)
    base = "".join(c for c in unicodedata.normalize("NFD", plain) if unicodedata.category(c) != "Mn")
    return (base or plain).translate(_LOOKALIKES)


def _digits(character: str) -> str:
    value = unicodedata.digit(character, None)
    if value is not None:
        return str(value)
    number = unicodedata.numeric(character, -1.0)
    return str(int(number)) if number == int(number) and 10 <= number <= 99 else character
