"""Telephone numbers, plainly written or hidden: chains of digits, judged by form and by what stands around them.

A chain is a row of number-like runs (digits, number words, letters for digits) with only signs between them. What is
clearly something else (money, dates, times, measures, coordinates, case numbers) is taken out first.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import phonenumbers

from privacy import numerals
from privacy.folding import Folded, fold
from privacy.notphones import masked

SHORTEST, LONGEST = 7, 15
LONGEST_RUN = 120
_EXTENDED = re.compile(r"(\d{3,})(?:x|ext)\d{1,6}", re.IGNORECASE)
_TAIL = re.compile(r"(\d{7,})[A-Za-z]{2,}")
_RUN = re.compile(r"[A-Za-z0-9]+|[零一二三四五六七八九〇壹贰叁肆伍陆柒捌玖幺两]|[^\W_]")
_GAP_WORDS = {
    "dash",
    "hyphen",
    "dot",
    "point",
    "punto",
    "ponto",
    "tiret",
    "guion",
    "titik",
    "sempang",
    "space",
    "and",
    "y",
    "et",
}
_GAP = re.compile(r"[^A-Za-z0-9\n]{0,8}|[^A-Za-z0-9\n]{0,3}\n[^A-Za-z0-9\n]{0,3}")
_ODD_GAP = re.compile(r"[^\s().+/\-]|\s{3,}")
_STRONG_GAP = re.compile(r"\s[/|&;,]\s|[;|&,]|\n|\s{3,}|/")
_LINE_END = re.compile(r"\n")
_CUE = re.compile(
    r"(?:\b(?:call|text|txt|sms|whats?\s?app|wh?atsapp?|wasap|wsp|wsap|wassap|wa|ws|tel|telp|telf|telefon[eo]?|telepon|"
    r"tlp|phone|phones|ph|mobile|mob|cell|cel|celular|movil|hp|h/p|handphone|contact|contacts|hubungi|hub|kontak|contacto|"
    r"contactar|llama|llame|llamar|marca|marque|ring|reach|dial|appel\w*|joindre|portable|viber|zalo|imo|signal|"
    r"number|numero|nombor|nomor|num|nr|anruf\w*|ruf\w*|handy|tawag|tawagan|itext|ligar|ligue|fax|hotline|helpline|"
    r"talian|fono|me at|me on|line)\b|电话|手机|微信|联系|致电|هاتف|اتصل|واتساب|جوال|رقم|โทร|zalo|☎|📞|📱|☏|✆)"
    r"[^\n]{0,24}$",
    re.IGNORECASE,
)
_CUE_AFTER = re.compile(
    r"^[\s)\].,:;-]{0,4}\(?(?:whats?app|wasap|wa|viber|call|text|sms|telegram|hp|tel|mobile|cell)\b", re.IGNORECASE
)
# Singapore, Hong Kong, Denmark, Norway and others: eight digits, no zero before them. Years and dates begin otherwise.
_EIGHT = re.compile(r"[6789]\d{7}")
_GLUED = re.compile(
    r"^(?:tel|telp|hp|wa|wsp|ws|call|text|txt|phone|ph|mob|mobile|cell|cel|whatsapp|wasap|no|contact|hubungi|t|m|p|c|f|fax)(?=\d)",
    re.IGNORECASE,
)
_CASE = re.compile(
    r"(?:\b(?:case|ref|reference|order|invoice|job|id|post|ad|docket|file|claim|permit|licen[cs]e|lic|reg|registration|"
    r"ssm|kes|rujukan|kaso|expediente|dossier|caso|serial|model|isbn|issn|doi|tracking|ticket|batch|account|acc|akaun|rekening|"
    r"cuenta|passport|pasport|nric|mykad|fein|ein|naics|soc|zip|postcode|poskod|rcb|roc|uen|brn|iso|iec|astm|ansi|ieee|nfpa|act|section|seksyen)\b\.?\s*(?:no\b\.?|number|num|id|code)?|#|№)[\s:#.\-]{0,3}[A-Za-z]{0,4}[\-/]?$",
    re.IGNORECASE,
)
_EXTENSION = re.compile(r"\s{0,2}(?:x|ext\.?|extn\.?|samb\.?|poste)\s{0,2}\d{1,6}\b", re.IGNORECASE)
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
class Atom:
    """One run of a chain: its place in the folded text and the digits it stands for; `plain` if written in digits."""

    start: int
    end: int
    digits: str
    plain: bool
    weak: bool = False


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
    # Most texts hold no chain long enough; only around those that do are other figures looked for and blotted out.
    long_ones = [(chain[0].start, chain[-1].end) for chain in _chains(text) if _total(chain) >= SHORTEST]
    if not long_ones:
        return []
    text = masked(text, long_ones)
    found: list[Phone] = []
    for chain in _chains(text):
        for part in _parts(chain, text, country):
            phone = _judge(part, folded, text, country)
            if phone is not None:
                found.append(phone)
    return found


def _chains(text: str) -> Iterator[list[Atom]]:
    chain: list[Atom] = []
    pending: tuple[int, int] | None = None  # "double", "triple": where it stands and how often the next digit counts
    for match in _RUN.finditer(text):
        read = _read(match[0])
        if read is None:
            if chain and _is_gap_word(match, chain):
                continue
            if chain:
                yield _without_weak(chain)
            chain, pending = [], None
            continue
        start = match.start()
        if chain and not _joins(text, chain[-1].end, start):
            yield _without_weak(chain)
            chain = []
        if read.repeat:
            pending = (start, read.repeat)
        elif chain or not read.weak:
            atom = Atom(start + read.skip, start + read.end, read.digits, read.plain, read.weak)
            _append(chain, Atom(pending[0], atom.end, atom.digits * pending[1], False) if pending else atom)
            pending = None
    if chain:
        yield _without_weak(chain)


def _is_gap_word(match: re.Match[str], chain: Sequence[Atom]) -> bool:
    return match[0].lower() in _GAP_WORDS and match.start() - chain[-1].end <= 3


def _without_weak(chain: list[Atom]) -> list[Atom]:
    last = len(chain)
    while last > 1 and chain[last - 1].weak:
        last -= 1
    return chain[:last]


def _append(chain: list[Atom], atom: Atom) -> None:
    """Put a run behind a chain; written tens and units become one number."""
    if chain and not chain[-1].plain and not atom.plain:
        together = numerals.combined(chain[-1].digits, atom.digits)
        if together is not None:
            chain[-1] = Atom(chain[-1].start, atom.end, together, False)
            return
    chain.append(atom)


def _joins(text: str, start: int, end: int) -> bool:
    if end - start == 1:
        return True
    between = re.sub(r"[A-Za-z]+", " ", text[start:end]) if end - start <= 24 else text[start:end]
    return _GAP.fullmatch(between) is not None


@dataclass(frozen=True, slots=True)
class _Read:
    """What a run stands for: digits from `skip` to `end` of it, or a word that repeats the next digit."""

    digits: str
    skip: int
    end: int
    plain: bool
    weak: bool = False
    repeat: int = 0


@lru_cache(maxsize=50_000)
def _read(run: str) -> _Read | None:
    """How a run reads as part of a number, or None; kept for the commonest runs of the texts."""
    if repeat := numerals.repeats(run):
        return _Read("", 0, len(run), False, repeat=repeat)
    if run.isdigit():
        return _Read(run, 0, len(run), True)
    glued = _GLUED.match(run)
    if glued and run[glued.end() :].isdigit() and len(run) - glued.end() >= 3:
        return _Read(run[glued.end() :], glued.end(), len(run), True)
    if extended := _EXTENDED.fullmatch(run):
        return _Read(extended[1], 0, len(run), True)
    if tail := _TAIL.fullmatch(run):
        return _Read(tail[1], 0, tail.end(1), True)
    if len(run) > LONGEST_RUN:
        return None
    if (digits := numerals.read_run(run)) is not None:
        return _Read(digits, 0, len(run), False)
    weak = numerals.weak_run(run)
    return None if weak is None else _Read(weak, 0, len(run), False, weak=True)


def _parts(chain: list[Atom], text: str, country: str | None) -> Iterator[list[Atom]]:
    """A chain as it is, or cut where two numbers stand side by side."""
    total = _total(chain)
    if total < SHORTEST:
        return
    lines = _cut(chain, text, _LINE_END)
    if len(lines) > 1 and any(_total(line) >= SHORTEST + 2 for line in lines):
        yield from (line for line in lines if _total(line) >= SHORTEST)
        return
    strong = _cut(chain, text, _STRONG_GAP)
    if len(strong) > 1 and all(_total(part) >= SHORTEST for part in strong):
        yield from strong
    elif total <= LONGEST:
        yield _trimmed(chain, text, country)
    else:
        yield from _greedy(chain, text)


def _cut(chain: list[Atom], text: str, gap: re.Pattern[str]) -> list[list[Atom]]:
    parts = [[chain[0]]]
    for before, atom in pairwise(chain):
        if gap.search(text[before.end : atom.start]):
            parts.append([])
        parts[-1].append(atom)
    return parts


def _greedy(chain: list[Atom], text: str) -> Iterator[list[Atom]]:
    """Cut a long chain before a run that begins like a number ("0…", "+…") or when it would grow too long."""
    part: list[Atom] = []
    for atom in chain:
        fresh = atom.digits.startswith("0") or text[max(0, atom.start - 2) : atom.start].find("+") >= 0
        if part and (_total(part) + len(atom.digits) > LONGEST or (fresh and _total(part) >= 9)):
            yield part
            part = []
        part.append(atom)
    if part:
        yield part


def _trimmed(chain: list[Atom], text: str, country: str | None) -> list[Atom]:
    """Without a short first or last run (an age, an hour) when only the rest is a number."""
    if len(chain) < 2 or _valid(_signed(chain, text), country):
        return chain
    for rest, dropped in ((chain[1:], chain[0]), (chain[:-1], chain[-1])):
        if len(dropped.digits) <= 3 and _total(rest) >= 9 and _valid(_signed(rest, text), country):
            return rest
    return chain


def _judge(part: list[Atom], folded: Folded, text: str, country: str | None) -> Phone | None:
    digits = _signed(part, text)
    count = len(digits.lstrip("+"))
    if not SHORTEST <= count <= LONGEST + 2:
        return None
    start, end = part[0].start, part[-1].end
    if digits.startswith("+"):
        start = text.rfind("+", 0, start)
    obscured = _is_obscured(part, folded, text)
    if not _believed(part, digits, text, start, end, obscured, country):
        return None
    if text[start - 1 : start] == "(" and ")" in text[start:end]:
        start -= 1
    extension = _EXTENSION.match(text, end)
    return Phone(start, extension.end() if extension else end, digits, obscured)


def _believed(
    part: list[Atom], digits: str, text: str, start: int, end: int, obscured: bool, country: str | None
) -> bool:
    before = text[max(0, start - 60) : start]
    if _CASE.search(before):
        return False
    if digits.startswith("+") or _CUE.search(before) or _CUE_AFTER.match(text[end : end + 20]):
        return True
    if obscured:
        return not _counting(part)
    if digits.startswith("00") and len(digits) >= 11:
        return True
    return _has_form(part, digits, text, country)


def _has_form(part: list[Atom], digits: str, text: str, country: str | None) -> bool:
    """Whether digits without any cue have the form of a telephone number."""
    sizes = [len(atom.digits) for atom in part]
    if digits.startswith("0") and 9 <= len(digits) <= 12:
        return True
    if sizes in ([3, 3, 4], [3, 4], [1, 3, 3, 4]):
        return True
    if _valid(digits, country):
        return len(digits) >= 8
    if sizes in ([8], [4, 4]) and _EIGHT.fullmatch(digits):
        return True
    if len(part) == 1:
        return 9 <= len(digits) <= 13 and (_valid("+" + digits, None) or any(_valid(digits, c) for c in _COMMON))
    return len(digits) >= 8 and min(sizes) >= 2 and not _looks_counted(sizes, text[part[0].start : part[-1].end])


def _looks_counted(sizes: list[int], written: str) -> bool:
    # "2 500 000" and "1,250,000" are amounts; "2019 2020" and "10-12 2025" are years and spans.
    amount = all(size == 3 for size in sizes[1:]) and re.search(r"[ ,.']", written) is not None and sizes[0] <= 3
    return (amount and len(sizes) <= 3 and sum(sizes) <= 8 and written[0] not in "6789") or sizes in (
        [4, 4],
        [2, 2, 4],
        [4, 2, 2],
        [5, 5],
    )


def _counting(part: list[Atom]) -> bool:
    digits = "".join(atom.digits for atom in part)
    return len(part) > 4 and "12345678910111213".startswith(digits)


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


def _total(part: list[Atom]) -> int:
    return sum(len(atom.digits) for atom in part)


def _signed(part: list[Atom], text: str) -> str:
    before = text[max(0, part[0].start - 3) : part[0].start]
    plus = (
        "+"
        if re.search(r"\+[\s(]{0,2}$", before)
        or text[max(0, part[0].start - 6) : part[0].start].lower().endswith("plus ")
        else ""
    )
    return plus + "".join(atom.digits for atom in part)


@lru_cache(maxsize=20_000)
def _valid(digits: str, country: str | None) -> bool:
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
    text = _EXTENSION.sub("", text)
    atoms = [atom for chain in _chains(text) for atom in chain]
    return _national(_signed(atoms, text), country) if atoms else ""


@lru_cache(maxsize=20_000)
def _national(digits: str, country: str | None) -> str:
    if digits.startswith("00"):
        digits = "+" + digits[2:]
    tries = [(digits, country)] if not digits.startswith("+") else [(digits, None)]
    if not digits.startswith(("+", "0")) and len(digits) >= 11:
        tries.insert(0, ("+" + digits, None))
    for number, region in tries:
        if _valid(number, region):
            return str(phonenumbers.parse(number, region).national_number)
    if digits.startswith("+"):
        with contextlib.suppress(phonenumbers.NumberParseException):
            return str(phonenumbers.parse(digits, None).national_number)
    return digits.lstrip("+").lstrip("0")
