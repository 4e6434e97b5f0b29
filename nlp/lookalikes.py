"""Cyrillic and Greek letters that stand for the Latin ones they look like, as those write who slip past readers.

After the idea of Unicode Technical Standard 39 (confusables), with the letters met in Latin words alone.
"""

from __future__ import annotations

import re

_FOREIGN = "АВЕЅІЈКМНОРСТУХаеѕіјорсухһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορυχ"
_LATIN = "ABESIJKMHOPCTYXaesijopcyxhdqwABEZHIKMNOPTYXaikvopux"
_TABLE = str.maketrans(_FOREIGN, _LATIN)
_ANY = re.compile(f"[{_FOREIGN}]")
_OTHER = re.compile("[\u0370-\u03ff\u0400-\u052f]")  # letters of both alphabets
_WORD = re.compile(r"[^\W\d_]+")
_PART = 4  # at least so small a share of Latin letters beside look-alikes: no language writes with look-alikes alone
_A_TO_Z = re.compile("[A-Za-z]")


def latin(text: str) -> str:
    """The text with such letters made Latin, one for one: in words that hold Latin letters too, and everywhere where a
    good part is Latin and all else look-alikes. Cyrillic and Greek words stay."""
    if not _ANY.search(text):
        return text
    foreign = len(_OTHER.findall(text))
    if foreign == len(_ANY.findall(text)) and len(_A_TO_Z.findall(text)) >= foreign / _PART:
        return text.translate(_TABLE)
    return _WORD.sub(lambda word: _mixed(word[0]), text)


def _mixed(word: str) -> str:
    plain = word.translate(_TABLE)
    return plain if _A_TO_Z.search(word) and not _OTHER.search(plain) else word


__all__ = ["latin"]
