"""One word that hides letters behind digits and signs ("p@ssp0rt", "m*ssage"), read as a word of the vocabulary.

What may be no disguise stays: a number beside a word ("orang2", "5km"), a code in capitals ("H1B"), an ending for two
sexes ("chic@s"), and all that stands for no word.
"""

from __future__ import annotations

import re

from nlp.fold import fold
from nlp.vocabulary import Vocabulary, Word

ANY = "a-z"
#: What a digit or sign in the place of a letter may stand for.
STANDS_FOR = {
    **dict(zip("013456789", ("o", "il", "e", "a", "s", "g", "t", "b", "g"), strict=True)),
    **dict(zip("@$!€£+", ("a", "s", "il", "e", "l", "t"), strict=True)),
    **dict.fromkeys("*#•·", ANY),
}
_MARKS = "#_•·|+€£"  # at the edge of a word: of emphasis, a list, a tag, a currency
_PARTS = re.compile(r"(\d*)(.*?)([\d*]*)", re.DOTALL)
_TWO_SEXES = re.compile(r"([^\W\d_]+)[@*](s?)")
_LONGEST, _CODE, _SHORT = 40, 5, 4  # letters
_STARS = "***"  # so many in a row may hide anything
_VOWELS = frozenset("aeiouy")
_CONSONANT = 0.7  # decades by which a star is less likely to hide one: people star vowels
_INSIDE = 1.5  # decades by which a digit or star at the end of a word with others inside is likelier a letter than not


def unhidden(token: str, words: Vocabulary, *, shouted: bool = False) -> tuple[int, int, str] | None:
    """Start and end within the token of what is read, and the word it stands for; None where it stays.

    `shouted`: in a text in capitals they are no sign of a code.
    """
    start = len(token) - len(token.lstrip(_MARKS + "*"))
    core = token[start:].rstrip(_MARKS + "!")
    if core.isalpha() or not 2 < len(core) <= _LONGEST or (not shouted and _code(core)):
        return None
    first, middle, last = _PARTS.fullmatch(core).groups()  # type: ignore[union-attr]  # fits anything
    if not middle or {middle[0], middle[-1]} & {*_MARKS}:
        return None
    if middle.isalpha():
        found = None if _beside(first, middle, last, words) else best(core, words)
        return (start, start + len(core), like(found.form, core)) if found else None
    whole, part = best(core, words), best(middle, words)
    if whole and (not part or whole.likely + _INSIDE >= part.likely):
        return start, start + len(core), like(whole.form, core)
    start += len(first)
    return (start, start + len(middle), like(part.form, middle)) if part else None


def _code(core: str) -> bool:
    """Whether a token is short and its letters are capitals, as in names of models, visas and firms."""
    letters = "".join(filter(str.isalpha, core))
    return len(core) <= _CODE and letters.isupper() and letters != core[0]


def _beside(first: str, middle: str, last: str, words: Vocabulary) -> bool:
    """Whether digits at the edges alone are a number beside a word, and stars mark it; a lone nought is a letter."""
    if "*" in last:
        return True
    if {first, last} <= {"", "0"}:
        return False
    number = max(len(first), len(last)) > 1 and not (first and last)
    return number or len(first + middle + last) <= _SHORT or known(middle, words)


def known(form: str, words: Vocabulary) -> bool:
    """Whether a form is a word."""
    return words.get(fold(form)) is not None


def best(hidden: str, words: Vocabulary) -> Word | None:
    """The likeliest word that letters, digits and signs stand for; None where there is none or too much is hidden."""
    low = fold(hidden)
    letters = sum(map(str.isalpha, low))
    stars = sum(STANDS_FOR.get(one) == ANY for one in low)
    few = letters < 2 or stars > letters or 3 * letters < len(low) or _STARS in low
    if few or not all(map(_may_be_letter, low)):
        return None
    ranked = [(word.likely - _CONSONANT * _starred(low, word), word) for word in words.fitting(map(_options, low))]
    ranked = [one for one in ranked if (len(low) >= _SHORT or one[1].cue) and not _two_sexes(low, words)]
    ranked = [one for one in ranked if low[0].isalpha() or not one[1].named]  # "5alas" is Arabic
    return max(ranked)[1] if ranked else None


def _may_be_letter(one: str) -> bool:
    return one.isalpha() or one in STANDS_FOR


def _options(one: str) -> str:
    return STANDS_FOR.get(one, one)


def _starred(low: str, word: Word) -> int:
    """How many stars hide consonants."""
    pairs = zip(low, fold(word.form), strict=True)
    return sum(STANDS_FOR.get(sign) == ANY and letter not in _VOWELS for sign, letter in pairs)


def _two_sexes(low: str, words: Vocabulary) -> bool:
    """Whether the only sign is an ending that leaves the sex open, as in Spanish ("amig@s", "chic*s")."""
    ending = _TWO_SEXES.fullmatch(low)
    if not ending:
        return False
    stem, plural = ending.groups()
    return any(known(stem + one + plural, words) for one in ("o", "e" if plural else ""))


def like(word: str, token: str) -> str:
    """A word with the capitals of what it stands for."""
    letters = "".join(filter(str.isalpha, token))
    if letters.isupper() and len(letters) > 1:
        return word.upper()
    return word[0].upper() + word[1:] if token[0].isupper() else word


__all__ = ["ANY", "STANDS_FOR", "best", "like", "unhidden"]
