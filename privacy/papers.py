"""Numbers of papers, cards and matters that point at one person: told by their own form, or by a word before them.

Wide on purpose: a number too many under cover costs a reader little. Money, measures, dates and cases of courts stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from privacy.notphones import CURRENCY, UNIT
from privacy.tokens import words_of
from privacy.webparts import WebName

# A payment card, a random key, many digits in dashes or in one; a passport: letters and six figures or more in one.
_OWN_FORM = re.compile(
    r"(?<![\w.+-])(?:\d{4}(?:[ -]\d{4}){3}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{11,20}"
    r"|(?=(?:\d-?){12})\d{2,8}(?:-\d{1,8}){2,4}|([A-Z]{1,3})\d{6,11}[A-Z]{0,2})(?![\w-])",
    re.IGNORECASE,
)
_NO_PASSPORT = words_of(
    "rm rp idr php usd vnd thb inr npr lkr bdt mmk khr ksh kes tzs ugx ngn rs aed sar xof cfa eur gbp sgd hkd n "
    "tel hp wa ph tlf cel fax mob"  # and what stands before a telephone number
)
# What stands behind money, measures and the cases of courts, which are public.
_STAYS = re.compile(
    rf"\s?(?:{CURRENCY}|{UNIT})(?![A-Za-z])|.{{0,30}}\b(?:court|mahkamah|pengadilan|juzgado|tribunal|gericht)\b",
    re.IGNORECASE,
)
# An agency's licence, a firm's registration, the number of an advertisement or a book are the public's business.
_OF_FIRMS = re.compile(
    r"\b(?:ea|agency|agensi|employment|company|business|trade|ssm|uen|rcb|brn|abn|acn|vat|cnpj|ein|gstin|nib|kra|isbn|ref|reference|rujukan"
    r"|invoice|order|item|sku|job)(?:\s?no\.?)?[\s:#.]{0,2}\Z",
    re.IGNORECASE,
)
_DATE = re.compile(r"\d{1,2}([-/. ])\d{1,2}\1\d{2,4}|\d{4}([-/.])\d{1,2}\2\d{1,2}|(?:19|20)\d\d[-/](?:19|20)?\d\d")
# Words that may stand between: "passport saya no", "nik ko ay", "meine Nummer ist".
_BETWEEN = re.compile(
    r"(?:[\s,:.#()*=-]{1,3}(?:my|me|is|was|are|no|nos|nr|num|number|numero|número|nomor|nombor|namba|bernombor|n|id|card|code|kod|"
    r"kode|saya|aku|ko|ay|ni|na|yangu|meine?|ist|la|el|es|mi|est|mon|numéro|de|do|da|of|for|with|the|residencia|residência|"
    r"permit|book|staff|pmi|ref|reference|kwa|police|polis|office|application|mine|yake|indos|booking)\b\.?){0,4}[\s,:.#()º°*=-]{1,4}",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?:[A-Z]{1,3} |[A-Z]{1,8}[./-]){0,2}[A-Z]{0,4}\d[\dA-Z]*(?:[ ./-](?=[A-Z]{0,5}\d)[\dA-Z]+)*(?:[/-][A-Z]{1,4}\b)?",
    re.IGNORECASE,
)


_LONGEST = 22  # letters and figures in one: what is longer was reckoned by a machine
_SPACED = 6  # figures behind a letter that stands alone: "F 116718"


class _Kind(NamedTuple):
    """Words before a number, and how many figures it must have: alone, and with letters joined to them."""

    words: frozenset[str]
    alone: int
    mixed: int


_KINDS = (
    _Kind(
        words_of(
            """account acc acct akaun rekening rek akaunti compte cuenta conta konto kontonummer clabe till paybill sort
            bsb
            ifsc pix chave clave nequi gcash maya momo mpesa bri bca bni bdo bpi tfn nif utr ssn sss tin bvn nin nhs"""
        ),
        6,
        5,
    ),
    _Kind(
        words_of(
            """passport pasport paspor pasaporte passeport passaporte pasipoti reisepass ausweis aufenthaltstitel visa
            sticker permit permis permiso pass pas arc iqama ic mykad nric fin nik ktp kad cedula cédula dni nie curp
            cpf ctps rg aadhaar aadhar pan cnic nid nida hukou kitambulisho identity identité pengenalan seaman seamans
            sirb cdc indos pelaut book licence license lisensi lesen sim récépissé étranger alien uscis sevis cos irn
            ghana emirates rentennummer sozialversicherungsnummer steuer insurance unhcr card karte tarjeta carte
            kartu id brp"""
        ),
        7,
        4,
    ),
    _Kind(
        words_of(
            """complaint aduan denuncia plainte vorgang aktenzeichen
            expediente processo dossier laporan report ob ticket tracking mtcn moneygram union remitly sendwave wise
            application file interesse"""
        ),
        7,
        4,
    ),
    _Kind(words_of("pnr booking buchung reserva tiket tiketi kode"), 7, 2),
    _Kind(
        words_of(
            """employee staff worker pekerja karyawan mfanyakazi badge matricule personalnummer funcionária funcionário
            empleado inmate detainee member ahli anggota koperasi payslip"""
        ),
        4,
        3,
    ),
)


def find(text: str, words: set[str]) -> Iterator[WebName]:
    """All such numbers of a folded text; they may overlap. `words` are its words in small letters."""
    for match in _OWN_FORM.finditer(text):
        other = (match[1] or "").lower() in _NO_PASSPORT or _STAYS.match(text, match.end())
        if not other and not _of_a_firm(text, match.start()):
            yield WebName(*match.span(), "HANDLE")
    for kind in _KINDS:
        for cue in _any_of(kind.words & words).finditer(text) if kind.words & words else ():
            if _of_a_firm(text, cue.start()):
                continue
            between = _BETWEEN.match(text, cue.end())
            told = between and _NUMBER.match(text, between.end())
            if told and _points(told[0], kind) and not _STAYS.match(text, told.end()):
                yield WebName(*told.span(), "HANDLE")


def _of_a_firm(text: str, start: int) -> bool:
    return _OF_FIRMS.search(text, max(0, start - 20), start) is not None


def _points(number: str, kind: _Kind) -> bool:
    """Whether it is long enough to be somebody's: by figures alone, or by fewer with letters or strokes among them."""
    figures = sum(map(str.isdigit, number))
    if max(map(len, number.split())) > _LONGEST:
        return False
    joined = any(re.search(r"[A-Z/]", part, re.IGNORECASE) and re.search(r"\d", part) for part in number.split())
    least = kind.mixed if joined else min(kind.alone, _SPACED) if number[0].isalpha() else kind.alone
    return figures >= least and not _DATE.fullmatch(number)


@lru_cache(maxsize=1_000)
def _any_of(cues: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(cues))})\b", re.IGNORECASE)
