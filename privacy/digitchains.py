"""Chains of digits: rows of number-like runs (digits, number words, letters for digits) with only signs between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from privacy import numerals
from privacy.folding import folded, has_script
from privacy.tokens import words_of

LONGEST_RUN = 120
PLUS = ("plus ", folded("плюс "))  # of one length
_EXTENDED = re.compile(r"(\d{3,})(?:x|ext)\d{1,6}", re.IGNORECASE)
_TAIL = re.compile(r"(\d{7,})[A-Za-z]{2,}")
_SCRIPT_WORDS = sorted(numerals.script_words(), key=len, reverse=True)
_PLAIN_RUN = re.compile(r"[A-Za-z0-9]+|[^\W_]")
# Folded, some Russian words begin with a Latin letter.
_RUN = re.compile(
    rf"{numerals.KOREAN}|(?:{'|'.join(word for word in _SCRIPT_WORDS if word[0].isascii())})(?!\w)|[A-Za-z0-9]+"
    r"|[零一二三四五六七八九〇壹贰叁肆伍陆柒捌玖幺两]"
    rf"|{'|'.join(word for word in _SCRIPT_WORDS if not word[0].isascii())}|[^\W_]"
)
_GAP_WORDS = words_of(
    "dash hyphen dot point punto ponto tiret guion titik sempang space and y et e und dan x br strong wbr then "
    "next ends pause umm um uh erm wait sorry dann puis luego lalu terus tapos kropka tecka nokta punkt slash minus و"
)
_LETTERS = re.compile("[a-z]+")
_CORRECTED = re.compile(r"no\W{1,4}(?:wait|sorry)\b", re.IGNORECASE)
_GAP = re.compile(r"[^A-Za-z0-9\n]{0,8}|[^A-Za-z0-9\n]{0,3}\n(?:> ?){0,4}[^A-Za-z0-9\n]{0,3}")
_GLUED = re.compile(
    r"^(?:tel|telp|hp|wa|wsp|ws|call|text|txt|phone|ph|mob|mobile|cell|cel|whatsapp|wasap|no|contact|hubungi|t|m|p|c|f|fax)(?=\d)",
    re.IGNORECASE,
)
_APART = 5  # signs between a number and what is said of it: "07700... no wait... 900"
_FLOW = re.compile(r"(?<=[\dA-Za-z]{7})(?:lah|la|pls|plz|now|only|ok|ya|kak|bro|sis|thx|po)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Atom:
    """One run of a chain: its place in the folded text and the digits it stands for; `plain` if written in digits."""

    start: int
    end: int
    digits: str
    plain: bool
    weak: bool = False
    doubtful: bool = False


def chains(text: str) -> Iterator[list[Atom]]:
    """All chains of a folded text, in order; each has one run at least, and its digits may be too few for a number."""
    chain: list[Atom] = []
    pending: tuple[int, int] | None = None  # "double", "triple": where it stands and how often the next digit counts
    for match in _runs(text).finditer(text):
        last = chain[-1] if chain else None
        if (
            last
            and not last.plain
            and match.start() - last.end == 1
            and (ten := numerals.behind(last.digits, match[0]))
        ):
            chain[-1] = Atom(last.start, match.end(), ten, False)
            continue
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
            unsure = not read.plain and numerals.doubtful(match[0])
            atom = Atom(start + read.skip, start + read.end, read.digits, read.plain, read.weak, unsure)
            _append(chain, Atom(pending[0], atom.end, atom.digits * pending[1], False) if pending else atom)
            pending = None
    if chain:
        yield _without_weak(chain)


def most(text: str) -> int:
    """More digits than any chain of the text holds, or as many: a cheap look before `chains`."""
    return sum(map(_most, _runs(text).findall(text)))


def _runs(text: str) -> re.Pattern[str]:
    return _RUN if has_script(text) else _PLAIN_RUN


@lru_cache(maxsize=50_000)
def _most(run: str) -> int:
    read = _read(run)
    return 0 if read is None else len(read.digits) + read.repeat * LONGEST_RUN


def _is_gap_word(match: re.Match[str], chain: Sequence[Atom]) -> bool:
    word, apart = match[0].lower(), match.start() - chain[-1].end
    if word == "no":
        return apart <= _APART and _CORRECTED.match(match.string, match.start()) is not None
    if word in ("wait", "sorry"):
        return apart <= 2 * _APART
    between = match.string[chain[-1].end : match.start()].lower() if apart <= 3 * _APART else "?"
    return word in _GAP_WORDS and (
        apart <= 3 or (_LETTERS.sub("", between).isspace() and set(between.split()) <= _GAP_WORDS)
    )


def _without_weak(chain: list[Atom]) -> list[Atom]:
    """Without runs at its ends that are hardly digits there: letters, and words of many meanings beside figures."""
    sure = sum(not (atom.plain or atom.weak or atom.doubtful) for atom in chain)
    first, last = 0, len(chain)
    while last > 1 and (chain[last - 1].weak or (chain[last - 1].doubtful and chain[last - 2].plain and sure < 2)):
        last -= 1
    while first < last - 1 and chain[first].doubtful and chain[first + 1].plain and sure < 2:
        first += 1
    return chain[first:last]


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
    between = text[start:end]
    if end - start <= 24 and (spaced := re.sub(r"[A-Za-zو]+", " ", between)) != between:
        between = re.sub(r"([ .])[ .]+", r"\1", spaced)
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
    if glued and len(run) <= LONGEST_RUN:
        flow = _FLOW.search(run)
        end = flow.start() if flow else len(run)
        if (digits := numerals.read_run(run[glued.end() : end])) is not None and len(digits) >= 7:
            return _Read(digits, glued.end(), end, False)
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


def total(part: list[Atom]) -> int:
    """How many digits the runs have together."""
    return sum(len(atom.digits) for atom in part)


def signed(part: list[Atom], text: str) -> str:
    """The digits of the runs, with "+" before them where the text has one there or says "plus"."""
    before = text[max(0, part[0].start - 3) : part[0].start]
    plus = (
        "+"
        if re.search(r"\+[\s(]{0,2}$", before) or text[max(0, part[0].start - 6) : part[0].start].lower().endswith(PLUS)
        else ""
    )
    return plus + "".join(atom.digits for atom in part)
