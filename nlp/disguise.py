"""Words in disguise, read as what they stand for: "p@ssp0rt", "m*ssage", "p.a.y", "k e r j a".

Only the spots of a text are looked at where digits or signs stand among letters, or single letters in a row; what
stands for no word of the vocabulary stays. The way back to the text as it stands is kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from itertools import islice
from typing import NamedTuple

from core.align import Alignment
from nlp.hidden_words import STANDS_FOR, unhidden
from nlp.letter_rows import Read, rows
from nlp.vocabulary import Vocabulary

_SIGNS = re.escape("".join(STANDS_FOR))
# Each begins with its one sign, as those of `nlp.fold` do: what is about it is looked at where one stands.
_ODD = re.compile(rf"[{_SIGNS}](?:(?=[^\W\d_])|(?<=[^\W\d_].)(?=[\w{_SIGNS}])|(?<=[^\W\d_][\d@$]))")
_ROW = re.compile(r"[ .\-_*/·•|~,+]\w[ .\-_*/·•|~,+](?<=\b\w...)\w\b")
_TOKEN = re.compile(rf"[\w{_SIGNS}]+")
_MOST, _KEPT = 1_000, 20_000  # words of a text that are read, and of all that are remembered
_CAPITALS = 8
_NEAR = 40  # characters on either side of a word in capitals


class Plain(NamedTuple):
    """A text with its words plain; `alignment` maps its offsets back to those of the text as it stands."""

    text: str
    alignment: Alignment


class Disguises:
    """Reads words in disguise by the vocabulary of a language, which is opened when a text first has a spot for it."""

    def __init__(self, vocabulary: Callable[[], Vocabulary]) -> None:
        self._open = vocabulary
        self._unhidden = lru_cache(_KEPT)(self._one)

    @cached_property
    def _words(self) -> Vocabulary:
        return self._open()

    def _one(self, token: str, shouted: bool) -> Read | None:
        return unhidden(token, self._words, shouted=shouted)

    def plain(self, text: str, limit: int | None = None) -> Plain | None:
        """The text with such words plain, as far as it is looked at; None where it has none."""
        found = self._found(text[:limit])
        if not found:
            return None
        pieces, at = list[str](), 0
        for start, end, word in found:
            pieces += [text[at:start], word]
            at = end
        replaced = [(start, end, len(word)) for start, end, word in found]
        return Plain("".join([*pieces, text[at:]]), Alignment.of_replacements(len(text), replaced))

    def _found(self, text: str) -> list[Read]:
        """What is read otherwise, in order; rows before words within them."""
        found = list(rows(text, self._words, shouted=_shouted(text))) if _ROW.search(text) else []
        taken = {at for start, end, _ in found for at in range(start, end)}
        for start, end in islice(_tokens(text), _MOST):
            token = text[start:end]
            shouted = token.isupper() and _shouted(text[max(0, start - _NEAR) : end + _NEAR])
            read = self._unhidden(token, shouted)
            if read and taken.isdisjoint(range(start + read[0], start + read[1])):
                found.append((start + read[0], start + read[1], read[2]))
        return sorted(found)


def _shouted(text: str) -> bool:
    """Whether most letters are capitals; a few are names and codes."""
    capitals = sum(map(str.isupper, text))
    return capitals > max(_CAPITALS, sum(map(str.islower, text)))


def _tokens(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of the words with digits and signs among their letters; pseudonyms are none."""
    end = 0
    for match in _ODD.finditer(text):
        if match.start() < end:
            continue
        start = match.start()
        while start > end and _TOKEN.match(text[start - 1]):
            start -= 1
        end = _end(text, match.start())
        if not (text[start - 1 : start] == ":" and text[end : end + 1] == "]"):
            yield start, end


def _end(text: str, start: int) -> int:
    match = _TOKEN.match(text, start)
    return match.end() if match else start


__all__ = ["Disguises", "Plain"]
