"""The forms of telephone numbers: whether digits are a valid number, and the form by which one number is known."""

from __future__ import annotations

import contextlib
import re
from functools import lru_cache

import phonenumbers

from privacy import digitchains, numerals
from privacy.folding import fold

# How many digits a number has, country code and all.
SHORTEST, LONGEST = 7, 15
_DIGIT = rf"(?:{'|'.join(sorted((w for w in numerals.words() if w.isalpha() and w.isascii()), key=len, reverse=True))})"
EXTENSION = re.compile(
    r"[\s,]{0,2}(?<![A-Za-z])(?:x|ext\.?|extn\.?|extension|samb\.?|sambungan|poste|local|loc\.|klappe|durchwahl|dw|ramal|anexo|interno|int\.|nst\.?|"
    rf"dahili|toestel|wewn\.?|linka)\s{{0,2}}(?:\d{{1,6}}|{_DIGIT}(?:[\s\-]{_DIGIT}){{0,3}})\b",
    re.IGNORECASE,
)
# What is told to stand before the number: "with a nought in front", "put 07 before", "depan ada kosong".
FRONT = re.compile(
    rf"[\s,]{{1,3}}\(?(?:(?:with|and|but|put|add|plus|dont\sforget|needs|con|avec|mit|com|dengan)\s(?:an?\s|the\s|un\s|el\s|une?\s)?(?:\+?\d{{1,4}}|{_DIGIT})\s"
    r"(?:in\sfront|before|first|at\sthe\s(?:start|front)|delante|adelante|devant|davor|vorne|vorneweg|di\sdepan|na\sfrente|antes)|add\s(?:the|a)\s(?:zero|nought|0|o)"
    rf"|(?:di\s)?depan(?:nya)?\s(?:ada|letak|taruh)?\s?(?:\+?\d{{1,4}}|{_DIGIT}))\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=20_000)
def valid(digits: str, country: str | None) -> bool:
    """Whether digits are a number in use: with "+" of any country, without it of `country` (ISO-2), if one is given."""
    if country is None and not digits.startswith("+"):
        return False
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(digits, country))
    except phonenumbers.NumberParseException:
        return False


def normal_form(written: str, country: str | None = None) -> str:
    """The digits by which a number is known however it was written: its national number, without prefix or zero.

    Without country code, because most posts leave it out; two numbers of two countries may then share a pseudonym,
    which over-links a few and points at nobody. An extension is left out.
    """
    text = fold(written).text
    address = re.search(r"(?:wa\.me/|phone=|tel:)\+?(\d{7,15})", text)
    if address:
        return _national("+" + address[1], country)
    if text.lower().count("x") < 2:  # else "x" stands between groups: "55 x 12 x 88"
        text = re.sub(EXTENSION.pattern + r"\W*$", "", FRONT.sub("", text), flags=re.IGNORECASE)
    atoms = [atom for chain in digitchains.chains(text) for atom in chain]
    return _national(digitchains.signed(atoms, text), country) if atoms else ""


@lru_cache(maxsize=20_000)
def _national(digits: str, country: str | None) -> str:
    if digits.startswith("00"):
        digits = "+" + digits[2:]
    tries = [(digits, country)] if not digits.startswith("+") else [(digits, None)]
    if not digits.startswith(("+", "0")) and len(digits) >= 11:
        tries.insert(0, ("+" + digits, None))
    for number, region in tries:
        if valid(number, region):
            return str(phonenumbers.parse(number, region).national_number)
    if digits.startswith("+"):
        with contextlib.suppress(phonenumbers.NumberParseException):
            return str(phonenumbers.parse(digits, None).national_number)
    return digits.lstrip("+").lstrip("0")
