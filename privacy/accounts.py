"""Numbers that point at one person: bank accounts, wallets, papers, number plates. They are account names to a reader.

Told by their own form (an IBAN by its check digits, a wallet by its alphabet) or by the word before them ("akaun",
"passport no", "plate").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from privacy.tokens import words_of
from privacy.webparts import WebName

# Each begins with a digit, that a search may leap from digit to digit; what stands before it is looked at behind it.
_IBAN = re.compile(r"\d(?<=(?<![A-Z0-9])[A-Z]{2}\d)\d(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?\b", re.IGNORECASE)
_OWN_FORM = re.compile(
    r"\d(?:(?<!\d\d)(\d\d\.\d{3}\.\d{3}-\d\d|\d{5}-\d\d-\d{4}|\d\d-\d\d-\d{4})|(?<=\b[STFGM]\d)(\d{6}[A-Z])"
    r"|(?<=\b[A-Z]{2} \d)(\d \d\d \d\d [A-D]))\b"
)
_WALLET = re.compile(
    r"(?:bc1[a-z0-9]{25,60}|0x[0-9a-f]{40}|[13][1-9a-z]{25,34}|T[1-9a-z]{33})(?![a-z0-9])", re.IGNORECASE
)
_LONG_WORD = 26
_WORD = re.compile(r"[A-Za-z0-9]+")
_NUMBER_WORD = (
    r"(?:\s{0,2}(?:no|nos|number|numero|número|nombor|nomor|nr|num|n|id|card|is|es|est|ist|ini)(?![a-z])\.?){0,2}"
    r"[\s.:#=°º-]{0,4}"
)
# Of residence, of work: what stands between the word for a paper and its number.
_OF = r"(?:\s(?:de|da|do|of|residencia|residência|identidad|identidade|trabajo|kerja|pengenalan|permit)(?![a-z])){0,2}"
# "B 1234 XYZ", "OB-KV 418", "31 KVT 292", "6636 KDM", "QRX4B18", "MH 05 GK 3460", "KX19 ZRT", "PKFB 2207"
_PLATE = (
    r"[A-Z]{1,3}[ -]?\d{3,4}(?:[ -]?[A-Z]{1,3})?|[A-Z]{1,3}-[A-Z]{1,2} ?\d{1,4}"
    r"|\d{2,4}[ -]?(?!(?:mm|cm|kg|pcs|for|in|of)\b)[A-Z]{2,3}(?:[ -]?\d{2,4})?"
    r"|[A-Z]{3}\d[A-Z]\d\d|[A-Z]{2} ?\d\d ?[A-Z]{1,3}(?: ?\d{3,4})?|[A-Z]{4} ?\d{4}"
    r"|[A-Z]{2}\d\d ?(?=[A-Z]*\d?[A-Z]*\b)[A-Z\d]{3}|[A-Z]{2} \d{3} ?[A-Z]{2}"
)
_NO_PLATE = (
    "FOR|THE|AND|PER|HAS|WAS|FROM|WITH|OVER|ONLY|RM|USD|AED|SGD|QAR|SAR|PHP|IDR|INR|EUR|GBP|BMW|VW|GMC|MAN|KIA|BYD"
)
# Countries that have such account numbers; figures of that length in groups are one, even if a digit is wrong.
_OF_COUNTRY = re.compile(
    r"(?:A[DELTZ]|B[AEGHRY]|C[HRYZ]|D[EKO]|E[EGS]|F[IRO]|G[BEILRT]|H[RU]|I[ELQST]|JO|K[WZ]|L[BCITUVY]|M[CDEKNRTU]|NL|NO"
    r"|P[KLST]|QA|R[OSU]|S[ACDEIKMOV]|T[LNR]|UA|VA|VG|XK)\d\d(?: [A-Z\d]{4}){3,7}(?: [A-Z\d]{1,3})?",
    re.IGNORECASE,
)
# What stands behind a word for an account, a paper, a plate.
_CUED = (
    (
        words_of(
            """akaun rekening rek acc account acct clabe cuenta konto kontonr kontonummer iban rib compte conta
            maybank cimb rhb bsn bca bri bni mandiri bdo bpi pix upi bikash bkash nagad easypaisa jazzcash hsbc dbs"""
        ),
        re.compile(rf"(?:\s[a-z]{{3,12}}){{0,2}}{_NUMBER_WORD}(\d(?:[ -]?\d){{7,19}})(?![\d.,]*\d)", re.IGNORECASE),
    ),
    (
        words_of(
            """passport pasport paspor pasaporte passeport passaporte reisepass iqama akama nric mykad ic nik ktp ni
            nino ssn cpf dni nie curp aadhaar aadhar cnic nid cedula cédula fin bvn nin ctps rg cuit cuil rut rfc permit
            permis permiso visa visto licence license lisensi lesen bsb marn"""
        ),
        re.compile(
            rf"{_OF}{_NUMBER_WORD}([A-Z]{{0,2}}\d(?:[ -]?\d){{6,15}}(?:[ -]?[A-Z])?|[A-Z]{{1,3}} ?\d{{6,9}}[A-Z]?"
            r"|\d\d[A-Z]{2}\d{5}|[A-Z]{4}\d{6}[A-Z0-9]{8})\b",
            re.IGNORECASE,
        ),
    ),
    (
        words_of(
            """plate plates plat plaka nopol reg registration matricula matrícula placa placas kennzeichen plaque
            immatriculation immatriculé immatriculée immatriculee gari gaadi
            targa targato targata rego rejestracja tablica spz plakasi"""
        ),
        re.compile(
            rf"(?:\s(?:of|on|de|del|da|do|dari|a)\s(?:his|her|their|the|my|un|una|su|sua)\s(?:car|van|truck|taxi|bike|auto|carro|coche))?"
            rf"{_NUMBER_WORD}(?:namba\s)?((?!(?:in|of|at|to|by|on|no|is|the|and|for|act)\b)(?:{_PLATE}))\b",
            re.IGNORECASE,
        ),
    ),
    (  # somebody's matter at the police or a ministry (those of courts are public): letters, figures, a stroke between
        words_of("complaint aduan expediente processo dossier aktenzeichen laporan denuncia ticket"),
        re.compile(
            rf"{_NUMBER_WORD}((?=[\d/-]*[A-Z])(?=[A-Z/-]*(?:\d[A-Z/-]*){{4}})[A-Z\d]{{1,8}}(?:[/-][A-Z\d]{{1,8}}){{1,4}})\b",
            re.IGNORECASE,
        ),
    ),
    (
        words_of(
            """car van lorry truck taxi bus motorbike boat kereta lori teksi bot mobil truk carro coche camion camión
            moto furgoneta furgone voiture camionnette drives"""
        ),
        # Written in capitals, for "van for 500" is a price.
        re.compile(
            r"[\s,:(]{1,3}(?:(?:is|was|IS|WAS|bernombor|number|no\.?|plate|reg\.?|plat|placa)[\s:]{1,2})?"
            rf"(?!\d*\s?(?:{_NO_PLATE})\b)({_PLATE})\b"
        ),
    ),
)


def find(text: str, words: set[str]) -> Iterator[WebName]:
    """All such numbers of a folded text; they may overlap. `words` are its words in small letters."""
    for match in _IBAN.finditer(text):
        start = match.start() - 2
        if _is_iban(text[start : match.end()]):
            yield WebName(start, match.end(), "HANDLE")
    for match in _OWN_FORM.finditer(text):
        lead = (0, 0, 1, 3)[match.lastindex or 0]
        yield WebName(match.start() - lead, match.end(), "HANDLE")
    yield from _wallets(text)
    for cues, pattern in _CUED:
        for cue in _any_of(frozenset(words & cues)).finditer(text) if words & cues else ():
            if told := pattern.match(text, cue.end()):
                yield WebName(*told.span(1), "HANDLE")


@lru_cache(maxsize=1_000)
def _any_of(cues: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(cues))})\b", re.IGNORECASE)


def _wallets(text: str) -> Iterator[WebName]:
    for word in _WORD.finditer(text) if max(map(len, text.split()), default=0) >= _LONG_WORD else ():
        match = _WALLET.match(word[0]) if len(word[0]) >= _LONG_WORD else None
        if match and sum(c.isdigit() for c in match[0]) > 2:
            yield WebName(word.start(), word.start() + match.end(), "HANDLE")


def _is_iban(written: str) -> bool:
    """ISO 13616: the digits, letters counted from 10 and the first four put last, leave 1 when divided by 97.

    Somebody who copies one makes mistakes: in its usual groups of four it is one even so."""
    plain = re.sub(r"[ -]", "", written).upper()
    if _OF_COUNTRY.fullmatch(written) and sum(map(str.isdigit, plain)) >= 12:
        return True
    return len(plain) >= 15 and int("".join(str(int(c, 36)) for c in plain[4:] + plain[:4])) % 97 == 1
