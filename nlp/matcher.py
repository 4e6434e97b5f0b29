"""Many cues over one text at once: a cue is tried only at words it may begin with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from nlp.cues import Cue
from nlp.fold import Folded

_CACHE_LIMIT = 200_000


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
        return found

    def hits(self, folded: Folded) -> list[Hit[K]]:
        """All cues found, in order of their start."""
        plain, cues = folded.plain, self._cues
        found: list[Hit[K]] = []
        for start, word in folded.words:
            for number in self._candidates(word):
                key, cue = cues[number]
                match = cue.pattern.match(plain, start)
                if match:
                    found.append(Hit(key, start, match.end(), cue.source, cue.words))
        return found
