"""Marked posts anew: other contacts of a kind for theirs, other digits and cases. For `benchmarks.fit_contacts`."""

from __future__ import annotations

import re
from functools import cache
from random import Random

import wordfreq

from benchmarks.marked_posts import KINDS, MARK
from benchmarks.name_variants import Pieces, pools
from privacy import contactfeatures
from privacy.notphones import BLOT

CONTACTS = ("phones", "e-mails", "account names", "numbers", "contacts")
_NAME = re.compile(r"[A-Za-z]{4,}")
_ALIKE = {"0": "OoQ", "1": "lI", "2": "Z", "5": "S", "6": "b", "8": "B"}  # letters that look like digits


def pieces(line: str) -> Pieces:
    """A marked line taken apart into stretches, each with its kind."""
    parts: Pieces = []
    at = 0
    for match in MARK.finditer(line):
        person, kind, contact, other, number, stays = match.groups()
        told = [(person, "person"), (contact, KINDS.get(kind or "", "")), (other, "contacts"), (number, "numbers")]
        parts.append((line[at : match.start()], "other"))
        parts.append(next(((text, kind) for text, kind in told if text is not None), (stays or "", "stays")))
        at = match.end()
    return [part for part in [*parts, (line[at:], "other")] if part[0]]


def varied(parts: Pieces, pool: dict[str, list[str]], dice: Random) -> Pieces:
    """The post with some of its contacts exchanged, most of its digits, some blotted out as in a redaction."""
    out: Pieces = []
    swap, digits, names = (dice.random() < chance for chance in (0.35, 0.6, 0.4))
    for text, kind in parts:
        if kind in CONTACTS:
            if dice.random() < 0.04:
                out.append((BLOT, "other"))
                continue
            if swap and kind in pool and dice.random() < 0.7:
                text = dice.choice(pool[kind])
            if names and kind in ("e-mails", "account names"):
                text = renamed(text, dice)
        if digits:
            text = redigited(text, dice)
        if kind == "phones" and dice.random() < 0.1:
            text = lettered(text, dice)
        out.append((text, kind))
    return cased(out, dice)


def redigited(text: str, dice: Random) -> str:
    """Other digits, of the same way of writing; noughts in front, and most round figures, stay."""

    def other(match: re.Match[str]) -> str:
        figure = match[0]
        if len(figure) < 2 and dice.random() < 0.5:
            return figure
        rest = figure.lstrip("0")
        return figure[: len(figure) - len(rest)] + "".join(chr(ord(c) - int(c) + dice.randrange(10)) for c in rest)

    return re.sub(r"\d+", other, text)


def lettered(text: str, dice: Random) -> str:
    """Half of the digits that look like letters as such."""
    return "".join(dice.choice(_ALIKE[one]) if one in _ALIKE and dice.random() < 0.5 else one for one in text)


def renamed(text: str, dice: Random) -> str:
    """Other letters where a word is none that tells how an address is written."""

    def other(match: re.Match[str]) -> str:
        word = match[0]
        told = contactfeatures.telling(word.lower())
        if told or dice.random() < 0.4:
            return word
        new = dice.choice(dice.choice(pools())[dice.randrange(2)]) if dice.random() < 0.5 else dice.choice(_words())
        return new.upper() if word.isupper() else new.title() if word.istitle() else new.lower()

    return _NAME.sub(other, text)


@cache
def _words() -> list[str]:
    every = wordfreq.top_n_list("en", 8000)
    return [word for word in every if word.isascii() and word.isalpha() and 3 < len(word) < 10]


def cased(parts: Pieces, dice: Random) -> Pieces:
    luck = dice.random()
    if luck < 0.5:
        return parts
    if luck < 0.72:
        return [(text.lower() if len(text.lower()) == len(text) else text, kind) for text, kind in parts]
    if luck < 0.92:
        return [(text.upper() if len(text.upper()) == len(text) else text, kind) for text, kind in parts]
    return [(re.sub(r"(?<![\w'’])\w", lambda m: m[0].upper(), text), kind) for text, kind in parts]
