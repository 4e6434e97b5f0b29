"""Number words in which people hide a telephone number: what digits a written word stands for."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from privacy.folding import folded
from privacy.numberwords import (
    BEHIND,
    DOUBTFUL,
    FRENCH,
    GERMAN,
    HUNDRED,
    HUNDREDS,
    MISHEARD,
    OTHER_SCRIPTS,
    OTHER_TEENS,
    PORTUGUESE,
    ROUND,
    SCRIPT,
    SCRIPT_HUNDREDS,
    SCRIPT_TEENS,
    SCRIPT_TENS,
    SPANISH,
    TEENS,
    TENS,
    TWENTIES,
    UNITS,
)

# Korean digits are syllables of many words: three in one at least. Folded they are several letters each.
_KOREAN = {folded(c): d for c, d in zip("공영일이삼사오육륙칠팔구", "001234566789", strict=True)}
KOREAN = rf"(?:{'|'.join(sorted(_KOREAN, key=len, reverse=True))}){{3,12}}(?!\w)"
_KOREAN_DIGIT = re.compile("|".join(sorted(_KOREAN, key=len, reverse=True)))
_REPEAT = {"double": 2, "dbl": 2, "doble": 2, "dobel": 2, "doppel": 2, "zweimal": 2, "dalawang": 2, "triple": 3,
           "tripel": 3, "dreimal": 3, "tatlong": 3}  # fmt: skip
_TWICE = re.compile(r"(double|triple|dbl|dob[el]{2})([a-z]{2,5}|\d)", re.IGNORECASE)
# Letters that stand for a digit inside a number, beside digits only.
LETTERS = str.maketrans("oOQDlIiLzZsSBbgqAET", "0000111122558699437")
# Those of them that are used most, and that may outnumber the digits of a short run ("6S6", "OO7").
_CLEAR = frozenset("oOlIZSB0123456789")
_LEET = str.maketrans("013457", "oieast")


@cache
def words() -> dict[str, str]:
    """Every number word, folded and lower-cased, with its digits; words of 10-99 give two digits."""
    table: dict[str, str] = {}
    for line in reversed(UNITS.values()):
        table.update(_line(line, 0))
    for line in (*OTHER_TEENS, PORTUGUESE, GERMAN, TEENS, FRENCH, SPANISH):
        table.update(_line(line, 10))
    table.update({word: f"{n}0" for line in ROUND.values() for word, n in _line(line, 3).items()})
    table |= _compounds("de", "und", "zwanzig") | _compounds("nl", "en", "twintig") | TWENTIES
    table |= {word: f"{n}00" for line in HUNDREDS.values() for word, n in _line(line, 1).items()}
    for n, spellings in enumerate(TENS.split(), start=2):
        table.update(dict.fromkeys(spellings.split("/"), f"{n}0"))
    table |= _french_tens() | _spanish_tens() | HUNDRED | MISHEARD
    return table | {f"{digit}{word[1:]}": digit for word, digit in table.items() if len(digit) == 1 and len(word) > 2}


def _line(line: str, first: int) -> dict[str, str]:
    return {word: str(first + n) for n, group in enumerate(line.split()) for word in group.split("/")}


def _compounds(language: str, joint: str, twenty: str) -> dict[str, str]:
    """ "einundzwanzig", "zevenenveertig" and the like: the unit comes first."""
    tens = _line(ROUND[language], 3) | {twenty: "2"}
    units = _line(UNITS[language].split(maxsplit=1)[1], 1)
    return {f"{unit}{joint}{ten}": tens[ten] + units[unit] for ten in tens for unit in units}


@cache
def script_words() -> dict[str, str]:
    """Number words of scripts other than Latin, folded, as written and in capitals, with their digits."""
    table = {word: digit for line in OTHER_SCRIPTS.values() for word, digit in _line(line, 0).items()}
    for first, end, lines in ((10, "", SCRIPT_TEENS), (2, "0", SCRIPT_TENS), (1, "00", SCRIPT_HUNDREDS)):
        table |= {word: digits + end for line in lines for word, digits in _line(line, first).items()}
    return {folded(form): digits for word, digits in table.items() for form in (word.upper(), word.capitalize(), word)}


def _french_tens() -> dict[str, str]:
    tens = {"vingt": "20", "trente": "30", "quarante": "40", "cinquante": "50", "soixante": "60", "septante": "70"}
    return tens | {"octante": "80", "nonante": "90", "vingts": "20"}


def _spanish_tens() -> dict[str, str]:
    names = ("treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa")
    return {name: f"{n}0" for n, name in enumerate(names, start=3)}


@cache
def _run_pattern() -> re.Pattern[str]:
    spelled = "|".join(sorted((word for word in words() if not word[0].isdigit()), key=len, reverse=True))
    return re.compile(rf"(?:{spelled}|\d)", re.IGNORECASE)


def combined(before: str, after: str) -> str | None:
    """One number of two words where the second goes on counting ("thirty" "four" is 34), else None.

    Both are digits of written words: tens and a unit, French sixty or eighty and a teen, French four twenties.
    """
    if before == "4" and after == "20":
        return "80"
    if len(before) == 3 and before[1:] == "00" and len(after) == 2 and after[0] != "0":
        return before[0] + after
    if len(before) == 3 and before[1] not in "01" and before[2] == "0" and len(after) == 1 and after != "0":
        return before[:2] + after
    if len(before) == 2 and before[1] == "0" and before != "10":
        if len(after) == 1 and after != "0":
            return before[0] + after
        if before in ("60", "80") and len(after) == 2 and after[0] == "1":
            return str(int(before) + int(after))
    return "1" + after if before == "10" and after in ("7", "8", "9") else None


def behind(digit: str, run: str) -> str | None:
    """The number of a digit and the word behind it that makes it a teen or a ten ("dua belas"), else None."""
    form = BEHIND.get(run.lower())
    return form.format(digit) if form and len(digit) == 1 else None


def doubtful(run: str) -> bool:
    """Whether a number word is a word of other languages as well ("pet", "hat")."""
    return run.lower() in DOUBTFUL


def repeats(run: str) -> int:
    """2 for "double", 3 for "triple", 0 for any other word."""
    return _REPEAT.get(run.lower(), 0)


@lru_cache(maxsize=50_000)
def read_run(run: str) -> str | None:
    """The digits of an unbroken run of letters and digits ("four1five", "O12", "thr33"), or None when it is no number.

    Letters for digits count beside digits only, and when they are not too many.
    """
    if run.isdigit():
        return run
    if run in SCRIPT:
        return SCRIPT[run]
    if run in script_words():
        return script_words()[run]
    if len(run) > 5 and not run.isascii() and _KOREAN_DIGIT.match(run):
        return "".join(_KOREAN[part] for part in _KOREAN_DIGIT.findall(run))
    if run.lower() in words():
        return words()[run.lower()]
    spelled = _spelled(run.lower())
    if spelled is not None:
        return spelled
    if (twice := _TWICE.fullmatch(run)) and (digit := words().get(twice[2].lower(), twice[2])).isdigit():
        return digit * repeats(twice[1])
    leet = run.lower().translate(_LEET)
    if leet in words() and any(c.isdigit() for c in run) and not run.isdigit():
        return words()[leet]
    return _lettered(run)


def _spelled(run: str) -> str | None:
    if len(run) > 120:
        return None
    digits: list[str] = []
    at = 0
    while at < len(run):
        match = _run_pattern().match(run, at)
        if match is None:
            return None
        digit = words().get(match[0], match[0])
        whole = "00" if digits and digit == "100" else combined(digits[-1], digit) if digits else None
        digits[-1:] = [whole] if whole and digit != "100" else [*digits[-1:], whole or digit]
        at = match.end()
    return "".join(digits)


def _lettered(run: str) -> str | None:
    if run in ("o", "O", "l", "I"):
        return run.translate(LETTERS)
    letters = sum(not c.isdigit() for c in run)
    if letters == len(run) or (letters > max(1, len(run) // 2) and (len(run) > 5 or set(run) - _CLEAR)):
        return None
    read = run.translate(LETTERS)
    return read if read.isdigit() else None


@lru_cache(maxsize=50_000)
def weak_run(run: str) -> str | None:
    """The digits of a short run of nothing but letters for digits ("SOS", "lOO"): a number only between others."""
    if run == "i":
        return "1"
    if run == "ISO":
        return None
    return run.translate(LETTERS) if 2 <= len(run) <= 4 and not set(run) - set("oOlISZB") else None
