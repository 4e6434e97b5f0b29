"""The words that a text of a language may be made of, found by their form: of wordfreq's lists, of cues, and names."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from nlp.fold import fold
from nlp.function_words import function_words
from privacy import namelists

_LISTED = {"tl": "fil"}  # as wordfreq calls them
_UNLISTED = -6.0  # how usual a word is that stands in cues alone: as the rarest of the lists
_NAME = -6.5  # and a name of a person that no list of words holds
_CUE = 1.0  # decades by which a word of the cues is likelier where somebody hides a word
_OTHER = 0.1  # share that a word of the languages that a text may be mixed with keeps
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 3  # of two letters and of one the lists hold all there are; function words alone count


class Word(NamedTuple):
    """A word as it is written, how usual it is (logarithm of its share), and whether a cue is made of it."""

    form: str
    usual: float
    cue: bool

    @property
    def likely(self) -> float:
        """How likely a hidden word is this one, in decades."""
        return self.usual + _CUE * self.cue

    @property
    def named(self) -> bool:
        """Whether it stands on no list but those of names."""
        return self.usual <= _NAME


class Vocabulary:
    """Words by their folded form: lower case, accents off, as cues see them."""

    def __init__(
        self, shares: Mapping[str, float], cues: Iterable[str], little: Iterable[str], names: Iterable[str] = ()
    ) -> None:
        told, small = frozenset(map(fold, cues)), frozenset(map(fold, little))
        self._words: dict[str, Word] = {}
        usual = {form: math.log10(share) for form, share in shares.items()}
        for form, much in {**dict.fromkeys(names, _NAME), **dict.fromkeys(told, _UNLISTED), **usual}.items():
            key = fold(form)
            known = self._words.get(key)
            if _is_word(form, key, small) and (known is None or known.usual < much):
                self._words[key] = Word(form, much, key in told)
        self._shapes: dict[tuple[int, str], list[str]] = defaultdict(list)
        for key in self._words:
            self._shapes[len(key), key[0]].append(key)
        self._lines: dict[tuple[int, str], str] = {}

    @classmethod
    def of(cls, languages: Sequence[str], cues: Iterable[str]) -> Vocabulary:
        """The words of cues, of a language and those it is mixed with, and names: hidden ones are covered."""
        from wordfreq import get_frequency_dict

        shares: dict[str, float] = {}
        for language in languages:
            part = 1.0 if language == languages[0] else _OTHER
            for word, share in get_frequency_dict(_LISTED.get(language, language), "small").items():
                shares[word] = max(part * share, shares.get(word, 0.0))
        lists = namelists.load()
        return cls(shares, cues, frozenset[str]().union(*map(function_words, languages)), lists.given | lists.family)

    def get(self, key: str) -> Word | None:
        """The word of a folded form."""
        return self._words.get(key)

    def fitting(self, letters: Iterable[str]) -> list[Word]:
        """The words whose letters are, one after another, of such sets: "p", "ao", "a-z" (not for the first)."""
        first, *rest = letters
        pattern = re.compile("^." + "".join(f"[{some}]" for some in rest) + "$", re.MULTILINE)
        lines = (self._line(len(rest) + 1, letter) for letter in first)
        return [self._words[key] for line in lines for key in pattern.findall(line)]

    def _line(self, length: int, letter: str) -> str:
        """All words of a length that begin with a letter, one a line."""
        if (length, letter) not in self._lines:
            self._lines[length, letter] = "\n".join(self._shapes.get((length, letter), ()))
        return self._lines[length, letter]


def _is_word(form: str, key: str, small: frozenset[str]) -> bool:
    return bool(_WORD.fullmatch(form)) and (len(key) >= _SHORTEST or key in small)


__all__ = ["Vocabulary", "Word"]
