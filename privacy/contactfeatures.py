"""What the tagger of contacts knows of each token: letters, how it is written, its run, digits around.

Each is a key ("w:gmail", "s: Tb", "u:h0tmail", "c:7"); `columns` tells which rows of the tagger's table a key adds
up. Digits are known by how many they are, not by which.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from zlib import crc32

from privacy import digitchains, handles, mailparts, namefeatures, numerals
from privacy.contacttokens import Token
from privacy.folding import Folded
from privacy.namefeatures import BUCKETS, FLAGS
from privacy.namelists import load, vocabulary
from privacy.notphones import CURRENCY, UNIT
from privacy.plainhandles import APP_CLUES
from privacy.tokens import words_of
from privacy.webparts import COMMON_WORDS, DOT_WORD, TLD

__all__ = ["BUCKETS", "FLAGS", "columns", "keys"]

END = "w:"
_TELLING = (5, 6, 7, 9, 10, 11, *range(12, 24))  # of the tests below: words of addresses and numbers
_LOOSE = 3  # tokens that are no number and may stand between two of one chain
_CHARACTERS = 14  # at most, between them


class _Lookups:
    """Yes-or-no questions about a word; each answer is a row of its own."""

    def __init__(self) -> None:
        lists, self.ranks = load(), namefeatures.lookups().ranks
        phones = words_of(
            """call text txt sms whatsapp wasap tel telp telefon telefono phone ph mobile mob cell hp contact hubungi
            kontak contacto ring reach dial viber zalo signal number numero nomor num nr handy tawag ligar fax"""
        )
        sets = [
            lists.given, lists.family, lists.common, lists.stop, vocabulary(), APP_CLUES, mailparts.MAIL_WORDS,
            mailparts.STROKES, COMMON_WORDS, phones, handles._PLATFORMS, handles._NAMING,
        ]  # fmt: skip
        forms = [
            mailparts.AT_WORD, mailparts.AT_LIKE, DOT_WORD, TLD, mailparts.HOUSE, mailparts.HOUSE_OR_WORD,
            mailparts.JOIN, CURRENCY, UNIT, handles._SURE, mailparts.FOREIGN_AT, mailparts.FOREIGN_DOT,
        ]  # fmt: skip
        whole = [re.compile(form, re.IGNORECASE).fullmatch for form in forms]
        self.tests: list[Callable[[str], object]] = [*(names.__contains__ for names in sets), *whole]

    def flags(self, low: str) -> list[int]:
        """Rows for all that is true of a word in small letters; the last tells its length."""
        rows = [row for row, test in enumerate(self.tests) if test(low)]
        at = len(self.tests)
        for ranks in self.ranks:
            rows.append(at + ranks.get(low, 7))
            at += 8
        return [*rows, at + min(len(low), 12)]


@cache
def _lookups() -> _Lookups:
    return _Lookups()


def columns(key: str) -> tuple[list[int], list[int]]:
    """Rows of flags and rows of hashed pieces (behind the flags) that a key adds up; the word itself comes first."""
    kind, value = key[0], key[2:]
    if kind == "w" and value[:1].isalpha():
        return _lookups().flags(value), _rows(_letters(value))
    if kind == "u":
        return [], _rows([f"u{value}", *_digits_of(value)])
    if kind == "s":
        return [], _rows([key, f"sg{value[:1]}", f"sf{value[1:]}", f"sp{value[-1:]}"])
    return [], _rows([key])


def _rows(pieces: Sequence[str]) -> list[int]:
    return [FLAGS + crc32(piece.encode("utf-8", "surrogatepass")) % BUCKETS for piece in dict.fromkeys(pieces)]


def _letters(low: str) -> list[str]:
    padded = f"<{low[:30]}>"
    pieces = [f"w:{low}", *(f"p{low[:n]}" for n in (1, 2, 3, 4)), *(f"e{low[-n:]}" for n in (1, 2, 3, 4))]
    return pieces + [f"t{padded[at : at + 3]}" for at in range(len(padded) - 2)]


@lru_cache(maxsize=50_000)
def _digits_of(run: str) -> list[str]:
    """How digits are written: how many, what they begin and end with; of a run with letters, what it may mean."""
    if not run.isdigit():
        kinds = re.sub(r"\d+", "0", re.sub(r"[^\d]+", "a", run))
        return [f"uk{kinds[:6]}", f"ul{min(len(run), 16)}", f"un{worth(run)}", f"uh{_is_house(run)}"]
    zeros = len(run) - len(run.rstrip("0"))
    year = len(run) == 4 and run[:2] in ("19", "20")
    pieces = [f"dl{min(len(run), 12)}", f"df{run[0] == '0'}{min(len(run), 12)}", f"dz{min(zeros, 3)}{len(run) > 3}"]
    few = f"dv{run}" if len(run) < 3 else f"d2{run[:2]}" if len(run) > 6 else f"d1{run[:1]}"
    return [*pieces, f"dy{year}", few]


def _is_house(run: str) -> bool:
    return _house().fullmatch(run) is not None


@cache
def _house() -> re.Pattern[str]:
    return re.compile(mailparts.HOUSE, re.IGNORECASE)


@lru_cache(maxsize=50_000)
def worth(run: str) -> int:
    """How many digits a run stands for; 0 for no number."""
    if numerals.repeats(run):
        return 1
    read = digitchains._read(run)
    return 0 if read is None else min(len(read.digits), 20)


def keys(folded: Folded, tokens: Sequence[Token]) -> list[list[str]]:
    """Of each token its letters, how it is written, its run, and how many digits stand around it.

    One more stands for the end of the text.
    """
    text = folded.text
    words, shapes, runs = list[str](), list[str](), list[str]()
    end = tokens[0].start if tokens else 0
    for token in tokens:
        gap = text[end : token.start]
        space = "^" if not token.start else "" if not gap else "\n" if "\n" in gap else " "
        end = token.end
        words.append(_word(token))
        shapes.append(f"s:{space or '-'}{_form(text[token.start : end])}{token.part}")
        runs.append(f"u:{token.run}" if token.part or token.run.isdigit() else f"u:{'n' if worth(token.run) else ''}")
    chains = [f"c:{many}" for many in _counts(tokens)]
    odd = folded.odd
    if odd:
        shapes = [f"{shape}o" if t.start in odd else shape for shape, t in zip(shapes, tokens, strict=True)]
    return [[*words, END], [*shapes, "s:$"], [*runs, "u:"], [*chains, "c:"]]


def _word(token: Token) -> str:
    return f"w:{len(token.low)}" if token.low[0].isdigit() else f"w:{token.low[:30]}"


@lru_cache(maxsize=50_000)
def _form(written: str) -> str:
    if not written[0].isalpha():
        return "d" if written[0].isdigit() else "p" if written.isascii() else "e"
    if written.islower():
        return "l"
    if written.isupper():
        return "i" if len(written) == 1 else "U"
    return "T" if written[0].isupper() else "x"


def _counts(tokens: Sequence[Token]) -> list[int]:
    """How many digits the chain holds in which each token stands, of numbers with a few signs or words between."""
    counts, first, last, total, end = [0] * len(tokens), -1, -1, 0, 0
    for n, token in enumerate(tokens):
        digits = 0 if token.part > 1 else worth(token.run)
        if not digits:
            continue
        if first >= 0 and (n - last > _LOOSE + 1 or token.start - end > _CHARACTERS):
            counts[first : last + 1] = [min(total, 20)] * (last + 1 - first)
            first, total = -1, 0
        first = n if first < 0 else first
        last, end, total = n, token.start + len(token.run), total + digits
    if first >= 0:
        counts[first : last + 1] = [min(total, 20)] * (last + 1 - first)
    return counts


def telling(low: str) -> bool:
    """Whether a word tells how an address is written, or a number: such words are never exchanged in teaching."""
    return bool(worth(low)) or any(_lookups().tests[n](low) for n in _TELLING)
