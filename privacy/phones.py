"""Telephone numbers, plainly written or hidden: chains of digits, judged by form and by what stands around them.

A chain is a row of number-like runs (digits, number words, letters for digits) with only signs between them. What is
clearly something else (money, dates, times, measures, coordinates, case numbers) is taken out first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from privacy import digitchains, phonecuts
from privacy.digitchains import Atom
from privacy.folding import Folded
from privacy.notphones import masked
from privacy.phoneforms import EXTENSION, FRONT, LONGEST, SHORTEST, normal_form, valid

__all__ = ["Phone", "find", "normal_form"]

_ODD_GAP = re.compile(r"[^\s().,+/;\-]|;(?!\s)|\s{3,}")
_CUE = re.compile(
    r"(?:\b(?:call|text|txt|sms|whats?\s?app|wh?atsapp?|wasap|wsp|wsap|wassap|wa|ws|tel|telp|telf|telefon[eo]?|telepon|"
    r"tlp|phone|phones|ph|mobile|mob|cell|cel|celular|movil|hp|h/p|handphone|contact|contacts|hubungi|hub|kontak|contacto|"
    r"contactar|llama|llame|llamar|marca|marque|ring|reach|dial|appel\w*|joindre|portable|viber|zalo|imo|signal|"
    r"number|numero|nombor|nomor|num|nr|anruf\w*|ruf\w*|handy|tawag|tawagan|itext|ligar|ligue|fax|hotline|helpline|"
    r"talian|fono|"
    r"fone|zap|whats|contato|chama|me at|me on|line)\b|"
    r"电话|手机|微信|联系|致电|هاتف|اتصل|واتساب|جوال|رقم|โทร|zalo|☎|📞|📱|☏|✆)"
    r"[^\n]{0,24}$",
    re.IGNORECASE,
)
_CUE_AFTER = re.compile(
    r"^[\s)\].,:;-]{0,4}\(?(?:whats?app|wasap|wa|viber|call|text|sms|telegram|hp|tel|mobile|cell)\b", re.IGNORECASE
)
_ROW = re.compile(r",\s|,?\s(?:and|or|y|et|und|dan|e)\s")
# Singapore, Hong Kong, Denmark, Norway and others: eight digits, no zero before them. Years and dates begin otherwise.
_EIGHT = re.compile(r"[6789]\d{7}")
_CASE = re.compile(
    r"(?:\b(?:tender|s/n|p/n|part|bil|kod|code|(?<!\bin )case|ref|reference|order|"
    r"invoice|article|artikel|art|sku|pzn|lot|"
    r"job|id|post|ad|docket|file|claim|permit|licen[cs]e|lic|reg|registration|"
    r"ssm|kes|rujukan|kaso|expediente|dossier|caso|serial|model|isbn|issn|doi|tracking|ticket|batch|account|acc|akaun|rekening|"
    r"cuenta|passport|pasport|nric|mykad|fein|ein|naics|soc|zip|postcode|poskod|rcb|roc|uen|brn|iso|iec|astm|ansi|ieee|nfpa|act|section|seksyen)\b\.?\s*(?:no\b\.?|number|num|id|code)?|#|№)[\s:#.\-]{0,3}(?:[A-Za-z0-9]{1,8}[\-/]){0,3}[A-Za-z]{0,4}[\-/]?$",
    re.IGNORECASE,
)
# What no cue and no word for a case is without: before a number in a list of numbers nothing need be looked for.
_TELLING = re.compile(r"[^\d\s().,;:+/\-]")
# Where an unmarked number of national form is looked for when nothing says of what country it is.
_COMMON = (
    "US",
    "MY",
    "ID",
    "SG",
    "PH",
    "TH",
    "VN",
    "IN",
    "BD",
    "NP",
    "LK",
    "PK",
    "CN",
    "HK",
    "AE",
    "SA",
    "GB",
    "IE",
    "FR",
    "ES",
    "DE",
    "MX",
    "CO",
    "BR",
    "AU",
)


@dataclass(frozen=True, slots=True)
class Phone:
    """A telephone number: offsets into the folded text, digits with "+" where given, and whether it was hidden."""

    start: int
    end: int
    digits: str
    obscured: bool


def find(folded: Folded, country: str | None = None) -> list[Phone]:
    """All telephone numbers of a folded text, in order, not overlapping."""
    text = folded.text
    if digitchains.most(text) < SHORTEST:
        return []
    # Most texts hold no chain long enough; only around those that do are other figures looked for and blotted out.
    rows = list(digitchains.chains(text))
    long_ones = [(row[0].start, row[-1].end) for row in rows if digitchains.total(row) >= SHORTEST]
    if not long_ones:
        return []
    without = masked(text, long_ones)
    rows, text = rows if without == text else list(digitchains.chains(without)), without
    found: list[Phone] = []
    for chain in rows:
        for part in phonecuts.parts(chain, text, country):
            phone = _judge(part, folded, text, country)
            if phone is not None:
                found.append(phone)
    return found


def _judge(part: list[Atom], folded: Folded, text: str, country: str | None) -> Phone | None:
    digits = digitchains.signed(part, text)
    count = len(digits.lstrip("+"))
    if not SHORTEST <= count <= LONGEST + 2:
        return None
    start, end = part[0].start, part[-1].end
    if digits.startswith("+"):
        # The sign itself, a few characters before, or the word "plus" in its stead.
        sign = text.rfind("+", max(0, start - 4), start)
        start = sign if sign >= 0 else start - len(digitchains.PLUS[0])
    obscured = _is_obscured(part, folded, text)
    if not _believed(part, digits, text, start, end, obscured, country):
        return None
    if text[start - 1 : start] == "(" and ")" in text[start:end]:
        start -= 1
    for behind in (EXTENSION, FRONT):
        told = behind.match(text, end)
        end = told.end() if told else end
    return Phone(start, end, digits, obscured)


def _believed(
    part: list[Atom], digits: str, text: str, start: int, end: int, obscured: bool, country: str | None
) -> bool:
    before = text[max(0, start - 60) : start]
    told = _TELLING.search(before)
    if told and _CASE.search(before):
        return False
    if digits.startswith("+") or (told and _CUE.search(before)) or _CUE_AFTER.match(text[end : end + 20]):
        return True
    if obscured:
        return not (_counting(part) or _is_list(part, text))
    if digits.startswith("00") and len(digits) >= 11:
        return True
    return _has_form(part, digits, text, country)


def _has_form(part: list[Atom], digits: str, text: str, country: str | None) -> bool:
    """Whether digits without any cue have the form of a telephone number."""
    sizes = [len(atom.digits) for atom in part]
    if digits.startswith("0") and 9 <= len(digits) <= 12:
        return True
    if sizes in ([3, 3, 4], [3, 4], [1, 3, 3, 4], [2, 1, 4, 4]):
        return True
    if valid(digits, country):
        return len(digits) >= 8
    if sizes in ([8], [4, 4]) and _EIGHT.fullmatch(digits):
        return True
    if len(part) == 1:
        return 9 <= len(digits) <= 13 and (valid("+" + digits, None) or any(valid(digits, c) for c in _COMMON))
    return (
        len(digits) >= 8
        and min(sizes) >= 2
        and not _is_list(part, text)
        and not _looks_counted(sizes, text[part[0].start : part[-1].end])
    )


def _looks_counted(sizes: list[int], written: str) -> bool:
    # "2 500 000" and "1,250,000" are amounts; "2019 2020" and "10-12 2025" are years and spans.
    amount = all(size == 3 for size in sizes[1:]) and re.search(r"[ ,.']", written) is not None and sizes[0] <= 3
    return (amount and len(sizes) <= 3 and sum(sizes) <= 8 and written[0] not in "6789") or sizes in (
        [4, 4],
        [2, 2, 4],
        [4, 2, 2],
        [5, 5],
    )


def _is_list(part: list[Atom], text: str) -> bool:
    """Whether it is a row of figures: "routes 54, 56, 83, 160 and 400". A number in groups begins with nought."""
    rows = all(atom.plain and 2 <= len(atom.digits) <= 3 and atom.digits[0] != "0" for atom in part)
    return rows and len(part) > 3 and all(_ROW.fullmatch(text[a.end : b.start]) for a, b in pairwise(part))


def _counting(part: list[Atom]) -> bool:
    digits = "".join(atom.digits for atom in part)
    return len(part) > 4 and (digits[0] != "0" and digits in "12345678910111213")


def _is_obscured(part: list[Atom], folded: Folded, text: str) -> bool:
    if any(not atom.plain for atom in part):
        return True
    start, end = part[0].start, part[-1].end
    if any(offset in folded.odd for offset in range(start, end)):
        return True
    singles = sum(len(atom.digits) == 1 for atom in part)
    if singles >= 5 and singles * 2 >= len(part):
        return True
    return any(_ODD_GAP.search(text[a.end : b.start]) for a, b in pairwise(part))
