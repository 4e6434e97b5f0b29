"""Many cues over one text at once: a cue is tried only at words it may begin with, before words it may go on with."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from nlp.cues import Cue
from nlp.fold import Folded

type Try = Callable[[str, int], re.Match[str] | None]

_CACHE_LIMIT = 200_000
#: Where so many cues begin with a word ("no", "in", "the"), the word after it is looked at before they are tried.
_MANY = 8


@dataclass(frozen=True, slots=True)
class Hit[K: Hashable]:
    """A cue found at plain[start:end]; `key` is what the cue belongs to, `rule` the cue as written.

    `words` are those the cue is made of: a word of the match that is none of them stood in a gap.
    """

    key: K
    start: int
    end: int
    rule: str
    words: frozenset[str] = frozenset()


class _GoOn:
    """The cues that begin with one word, by the word after it."""

    def __init__(self, cues: Mapping[int, Cue]) -> None:
        self._anyhow: list[int] = []
        self._exact: dict[str, list[int]] = defaultdict(list)
        self._stems: dict[str, list[int]] = defaultdict(list)
        for number, cue in cues.items():
            if cue.second is None:
                self._anyhow.append(number)
            for stem, open_ended in cue.second or ():
                (self._stems if open_ended else self._exact)[stem].append(number)
        self._lengths = sorted({len(stem) for stem in self._stems})

    def before(self, word: str) -> list[int]:
        """Those that may go on with this word, in order."""
        found = {*self._anyhow, *self._exact.get(word, ())}
        for length in self._lengths:
            found.update(self._stems.get(word[:length], ()))
        return sorted(found)


class Matcher[K: Hashable]:
    """Holds cues by the words they may begin with. `hits` is linear in the length of the text."""

    def __init__(self, cues: Iterable[tuple[K, Cue]]) -> None:
        self._cues = list(cues)
        self._exact: dict[str, list[int]] = defaultdict(list)
        self._stems: dict[str, list[int]] = defaultdict(list)
        for number, (_, cue) in enumerate(self._cues):
            for stem, open_ended in cue.first:
                (self._stems if open_ended else self._exact)[stem].append(number)
        self._lengths = sorted({len(stem) for stem in self._stems})
        self._seen: dict[str, tuple[int, ...]] = {}
        self._many: dict[str, _GoOn] = {}
        self._pairs: dict[tuple[str, str], list[int]] = {}
        self._tries: list[Try | None] = [None] * len(self._cues)
        self._go_on = lru_cache(maxsize=_CACHE_LIMIT)(self._going_on)

    @property
    def words(self) -> frozenset[str]:
        """All words that the cues are made of, but for those that stand with any ending."""
        return frozenset[str]().union(*(cue.whole_words for _, cue in self._cues))

    def _candidates(self, word: str) -> tuple[int, ...]:
        found = self._seen.get(word)
        if found is None:
            numbers = set(self._exact.get(word, ()))
            for length in self._lengths:
                if length > len(word):
                    break
                numbers.update(self._stems.get(word[:length], ()))
            found = tuple(sorted(numbers))
            if len(self._seen) < _CACHE_LIMIT and len(word) < 40:
                self._seen[word] = found
                if len(found) >= _MANY:
                    self._many[word] = self._go_on(found)
        return found

    def _going_on(self, numbers: tuple[int, ...]) -> _GoOn:
        return _GoOn({number: self._cues[number][1] for number in numbers})

    def _try(self, number: int) -> Try:
        """The search of one cue, kept for the next time."""
        kept = self._tries[number] = self._cues[number][1].pattern.match
        return kept

    def _before(self, word: str, after: str) -> list[int]:
        """Those to try at one of the words with many cues, before the word after it."""
        found = self._pairs.get((word, after))
        if found is None:
            found = self._many[word].before(after)
            if len(self._pairs) < _CACHE_LIMIT and len(after) < 40:
                self._pairs[word, after] = found
        return found

    def hits(self, folded: Folded) -> list[Hit[K]]:
        """All cues found, in order of their start."""
        plain, cues, words = folded.plain, self._cues, folded.words
        seen, many, tries, found = self._seen, self._many, self._tries, list[Hit[K]]()
        for (start, word), (_, after) in zip_longest(words, words[1:], fillvalue=(0, "")):
            numbers = seen.get(word)
            if numbers is None:
                numbers = self._candidates(word)
            if not numbers:
                continue
            for number in self._before(word, after) if word in many else numbers:
                match = (tries[number] or self._try(number))(plain, start)
                if match:
                    key, cue = cues[number]
                    found.append(Hit(key, start, match.end(), cue.source, cue.words))
        return found
