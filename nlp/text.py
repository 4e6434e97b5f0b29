"""Repair of a text before anything reads it: broken encodings, look-alike letters, unseen characters.

The order matters: ftfy undoes a wrong decoding (which NFKC would make final), then NFKC makes full-width and styled
letters plain, then zero-width and direction marks go, which serve to slip words past a reader such as this one.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from core.align import Alignment

# Zero-width, direction and other unseen marks; ZWNJ and ZWJ stay between letters of scripts that write with them.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufe00-\ufe0f"
    "\U000e0000-\U000e0fff]|(?<![\u0600-\u0dff\u1000-\u109f\u1780-\u17ff])[\u200c\u200d]"
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_BROKEN = re.compile(
    "[\x80-\x9f\ufffd]|[ÂÃâàåæçèéïðŸžÅÐÑØ][\x80-\xff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œ\u0152-\u0178 ]"
    r"|&(?:[a-zA-Z]{2,8}|#\d{2,6}|#x[0-9a-fA-F]{2,5});"
)
_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029\x85]")


@dataclass(frozen=True, slots=True)
class Repaired:
    """A repaired text; `alignment` maps its offsets back into the text as it came."""

    text: str
    alignment: Alignment


def repair(text: str) -> Repaired:
    """The text as its writer saw it: decoded, NFKC, without unseen marks. Never fails; linear in the text."""
    pieces = [(old, _repaired(old)) for old in _lines(text)]
    new = "".join(fresh for _, fresh in pieces)
    if new == text:
        return Repaired(text, Alignment.identity(len(text)))
    replacements: list[tuple[int, int, int]] = []
    at = 0
    for old, fresh in pieces:
        if old != fresh:
            replacements += [(at + a, at + b, size) for a, b, size in _differences(old, fresh)]
        at += len(old)
    return Repaired(new, Alignment.of_replacements(len(text), replacements))


def _lines(text: str, longest: int = 400) -> list[str]:
    """Pieces that are repaired one by one, so that a change is found where it is: lines, long ones cut at spaces."""
    if _plain(text):
        return [text] if text else []
    pieces: list[str] = []
    for line in text.splitlines(keepends=True):
        while len(line) > longest:
            cut = line.rfind(" ", longest // 2, longest) + 1 or _safe_cut(line, longest)
            pieces.append(line[:cut])
            line = line[cut:]
        pieces.append(line)
    return pieces


def _safe_cut(line: str, at: int) -> int:
    """Do not part a letter from the marks upon it."""
    while at > 1 and unicodedata.combining(line[at]):
        at -= 1
    return at


def _plain(text: str) -> bool:
    return text.isascii() and not _CONTROL.search(text) and "&" not in text and "\r" not in text


@lru_cache(maxsize=2048)
def _repaired(piece: str) -> str:
    if _plain(piece):
        return piece
    if _BROKEN.search(piece):
        import ftfy

        config = ftfy.TextFixerConfig(
            unescape_html=True,
            uncurl_quotes=False,
            fix_latin_ligatures=False,
            remove_terminal_escapes=False,
            normalization=None,
            explain=False,
        )
        piece = ftfy.fix_text(piece, config)
    piece = _LINE_ENDS.sub("\n", piece)
    if not piece.isascii():
        piece = _UNSEEN.sub("", unicodedata.normalize("NFKC", piece))
    return _CONTROL.sub("", piece)


def _differences(old: str, new: str) -> list[tuple[int, int, int]]:
    """Where `new` departs from `old`, as (old start, old end, new length)."""
    if not new:
        return [(0, len(old), 0)]
    if len(old) == len(new):
        return [(i, i + 1, 1) for i, pair in enumerate(zip(old, new, strict=True)) if pair[0] != pair[1]]
    one_by_one = _by_character(old, new)
    if one_by_one is not None:
        return one_by_one
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [(a, b, d - c) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]


def _by_character(old: str, new: str) -> list[tuple[int, int, int]] | None:
    """The common case, in which every character was changed by itself; None when it was not so."""
    fresh = [_repaired(c) for c in old]
    if "".join(fresh) != new:
        return None
    return [(i, i + 1, len(now)) for i, (was, now) in enumerate(zip(old, fresh, strict=True)) if was != now]


__all__ = ["Repaired", "repair"]
