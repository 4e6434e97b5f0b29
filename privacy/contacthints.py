"""Where in a text a contact may hide: a look at a few signs and words, so that most texts need no more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from privacy import handles, mailparts, numerals
from privacy.plainhandles import APP_CLUES
from privacy.tokens import words_of

_AROUND = 80  # characters looked at to each side
_DIGITS = re.compile(r"\d(?:[^\n]{0,4}\d){4}")
_DOTTED = re.compile(r"(?<=[A-Za-z0-9]{3})\.(?=[A-Za-z]{2})")  # as in an account name; few words else have a dot within
_WORDS = re.compile("[a-z]+")
# Everyday words among those that tell of accounts and addresses; another must stand with them.
_PLAIN = words_of(
    """app live line chat ok me name user add message follow pm dm wire element session signal threads steam google
    youtube twitter facebook linkedin pinterest tagged fans xin cash in write reply resume cv address profile email
    mail mails emails account low minus score at g k w in sn fb tw"""
)
_ADDRESS = words_of(
    """gmail yahoo hotmail outlook ymail icloud protonmail proton gmx tutanota tuta rocketmail arroba arobase arobas
    klammeraffe affenschwanz chiocciola malpa zavinac kukac snabel snabela apenstaartje sobaka papaki gav dot punto
    punkt ponto titik kropka tecka punct punt pointe nokta cham at symbol hidden handle username nick nickname bajo
    underscore whatsapp wasap zalo passport iban plate acc akaun rekening ktp nik aadhaar nric konto conta cuenta"""
)


@cache
def _clues() -> frozenset[str]:
    apps = (APP_CLUES | handles._PLATFORMS | _ADDRESS | mailparts.STROKES) - _PLAIN
    return frozenset(word for word in apps if len(word) > 1)


@cache
def _numbers() -> frozenset[str]:
    return frozenset(word for word in numerals.words() if word.isascii() and word.isalpha() and len(word) > 2)


def windows(text: str) -> list[tuple[int, int]]:
    """Stretches of a folded text, in order and apart, in which a contact may hide."""
    apart: list[tuple[int, int]] = []
    for start, end in sorted(_spots(text)):
        if apart and start - _AROUND <= apart[-1][1]:
            apart[-1] = (apart[-1][0], max(apart[-1][1], end + _AROUND))
        else:
            apart.append((max(0, start - _AROUND), end + _AROUND))
    return [(_from(text, start), _to(text, end)) for start, end in apart]


def _spots(text: str) -> Iterator[tuple[int, int]]:
    yield from (match.span() for match in _DIGITS.finditer(text))
    yield from (match.span() for match in _DOTTED.finditer(text))
    for sign in "@_":
        at = text.find(sign)
        while at >= 0:
            yield at, at + 1
            at = text.find(sign, at + 1)
    low = text.lower()
    words = frozenset(_WORDS.findall(low))
    clues, numbers = words & _clues(), words & _numbers()
    if len(numbers) > 2 or (numbers and (clues or _beside_digits(low, numbers))):
        clues |= numbers
    if clues:
        yield from (match.span() for match in re.finditer(rf"(?<![a-z])(?:{'|'.join(clues)})(?![a-z])", low))


def _beside_digits(low: str, numbers: frozenset[str]) -> bool:
    """Whether a number word stands beside a digit, with a sign between at most: "9 nove", "four1"."""
    every = "|".join(numbers)
    return re.search(rf"\d[^\na-z]?(?:{every})(?![a-z])|(?<![a-z])(?:{every})[^\na-z]?\d", low) is not None


def _from(text: str, start: int) -> int:
    """The beginning of the word that holds an offset."""
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    return start


def _to(text: str, end: int) -> int:
    end = min(end, len(text))
    while end < len(text) and not text[end].isspace():
        end += 1
    return end
