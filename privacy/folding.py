"""A text made plain for matching: digits, letters and widths folded, invisible marks left out, offsets kept."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

_FEW = 40
_SCRIPT = re.compile(r"[\u0370-\u1fff\u3007\u3040-\ud7ff]")
_KEYCAP = "\u20e3"
_LOOKALIKES = str.maketrans("АВЕКМНОРСТУХІаеорсухіđĐłŁøØıßðÐ", "ABEKMHOPCTYXIaeopcyxidDlLoOisdD")
# Small capitals and letters in black circles and squares, which compatibility forms leave as they are.
_LOOKALIKES |= str.maketrans("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnopqrstuvwyz")
for _first in (0x1F150, 0x1F170):
    _LOOKALIKES |= str.maketrans("".join(map(chr, range(_first, _first + 26))), "abcdefghijklmnopqrstuvwxyz")


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` is what is matched; `origin[i]` is the offset in the old text of its character i.

    `odd` holds offsets into `text` of digits that were written in a way that hides them (keycaps, circles, widths).
    """

    text: str
    origin: Sequence[int]
    length: int
    odd: frozenset[int]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the old text of text[start:end]; marks that were left out behind the last character go with it."""
        after = self.origin[end] if end < len(self.origin) else self.length
        return self.origin[start], after if after > self.origin[end - 1] else self.origin[end - 1] + 1


def fold(text: str) -> Folded:
    """Fold a text: compatibility forms, decimal digits to 0-9, accents off, zero-width and direction marks left out.

    Lower and upper case are kept. Offsets count code points.
    """
    if text.isascii():
        return Folded(text, range(len(text)), len(text), frozenset())
    strange = {character: _plain(character) for character in set(text) if not character.isascii()}
    cjk = any("\u3040" <= character <= "\u9fff" for character in strange)
    if any(len(plain) != 1 for plain in strange.values()) or any(_is_odd(c, cjk) for c in strange):
        return _character_by_character(text, strange, cjk)
    return Folded(_replaced(text, strange), range(len(text)), len(text), frozenset())


def folded(text: str) -> str:
    """`fold(text).text`, many times as fast on long lists of words, for those who need no offsets."""
    if text.isascii():
        return text
    return _replaced(text, {character: _plain(character) for character in set(text) if not character.isascii()})


def _replaced(text: str, strange: Mapping[str, str]) -> str:
    """Each strange character by the one it stands for; a few searches for one are quicker than a look at every one."""
    changed = {character: plain for character, plain in strange.items() if plain != character}
    if len(changed) > _FEW or not "".join(changed.values()).isascii():
        return text.translate({ord(character): plain for character, plain in changed.items()})
    for character, plain in changed.items():
        text = text.replace(character, plain)
    return text


def has_script(text: str) -> bool:
    """Whether a folded text holds letters of other scripts than Latin."""
    return not text.isascii() and _SCRIPT.search(text) is not None


def lowered(text: str) -> str:
    """In small letters, each character still one: the rare one that would become two stays as it is."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def _character_by_character(text: str, strange: Mapping[str, str], cjk: bool) -> Folded:
    out: list[str] = []
    origin: list[int] = []
    odd: set[int] = set()
    for offset, character in enumerate(text):
        if character == _KEYCAP and out and out[-1].isdigit():
            odd.add(len(out) - 1)
            continue
        plain = strange.get(character, character)
        if plain is not character and _is_odd(character, cjk):
            odd.update(range(len(out), len(out) + len(plain)))
        out.extend(plain)
        origin.extend([offset] * len(plain))
    return Folded("".join(out), origin, len(text), frozenset(odd))


@lru_cache(maxsize=20_000)
def _is_odd(character: str, cjk: bool) -> bool:
    """Whether it is a digit written so that machines overlook it."""
    if not _plain(character).isdigit():
        return False
    if "\uff10" <= character <= "\uff19":
        return not cjk
    return unicodedata.category(character) != "Nd" or ord(character) > 0xFFFF


@lru_cache(maxsize=20_000)
def _plain(character: str) -> str:
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
    # A sign that would become several ("…", "™") stays one, so that most texts keep their offsets.
    return base.translate(_LOOKALIKES) if base and (len(base) == 1 or base.isalnum()) else character


def _digits(character: str) -> str:
    value = unicodedata.digit(character, None)
    if value is not None:
        return str(value)
    number = unicodedata.numeric(character, -1.0)
    return str(int(number)) if number == int(number) and 10 <= number <= 99 else character
