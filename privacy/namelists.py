"""Common given and family names of several origins, and the words that undo them: read from `privacy/lists/*.txt`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import wordfreq

from privacy.folding import fold

FOLDER = Path(__file__).parent / "lists"


@dataclass(frozen=True, slots=True)
class NameLists:
    """Folded, lower-cased words.

    `ambiguous` names are ordinary words too, `common` ones so common that in small letters they are hardly a name;
    `syllables` are those of romanised Chinese and Vietnamese given names.
    """

    given: frozenset[str]
    family: frozenset[str]
    chinese: frozenset[str]
    syllables: frozenset[str]
    ambiguous: frozenset[str]
    common: frozenset[str]
    venue: frozenset[str]
    stop: frozenset[str]

    def listed(self, word: str) -> bool:
        """Whether a word is a given or family name of any list."""
        return word in self.given or word in self.family or word in self.chinese

    def strong(self, word: str) -> bool:
        """Whether a word is a given name and hardly anything else."""
        return word in self.given and word not in self.ambiguous and word not in self.common

    def rare(self, word: str) -> bool:
        """Whether a word is in none of the vocabularies of common words: beside a name it is most likely one too."""
        return len(word) > 2 and word not in self.venue and word not in self.stop and word not in vocabulary()


@cache
def load() -> NameLists:
    """All lists, once per process."""
    words = {path.stem: _read(path) for path in sorted(FOLDER.glob("*.txt"))}
    origins = [lists for name, lists in words.items() if name not in ("words", "chinese", "vietnamese_thai")]
    chinese, viet = words["chinese"], words["vietnamese_thai"]
    return NameLists(
        given=frozenset[str]().union(*(lists["given"] for lists in origins), chinese["given"], viet["thai_given"]),
        family=frozenset[str]().union(*(lists["family"] for lists in origins), viet["thai_family"]),
        chinese=chinese["family"] | viet["family"],
        syllables=chinese["syllable"] | viet["given"],
        ambiguous=words["words"]["ambiguous"],
        common=words["words"]["common"],
        venue=words["words"]["venue"],
        stop=words["words"]["stop"],
    )


@cache
def vocabulary() -> frozenset[str]:
    """The 20,000 commonest words of English, the 12,000 of five other languages, folded; without our names."""
    words: set[str] = set()
    for language, size in (
        ("en", 20_000),
        ("ms", 12_000),
        ("id", 12_000),
        ("es", 12_000),
        ("fr", 12_000),
        ("fil", 8_000),
    ):
        words.update(wordfreq.top_n_list(language, size, wordlist="small"))
    return frozenset(fold(word).text for word in words)


def _read(path: Path) -> dict[str, frozenset[str]]:
    lists: dict[str, frozenset[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            name, _, names = line.partition(":")
            lists[name] = lists.get(name, frozenset()) | frozenset(fold(names).text.lower().split())
    return lists
