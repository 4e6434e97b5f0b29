"""Common given and family names of several origins, and the words that undo them: read from `privacy/lists/*.txt`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

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
        return word in self.given and word not in self.ambiguous


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


def _read(path: Path) -> dict[str, frozenset[str]]:
    lists: dict[str, frozenset[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            name, _, names = line.partition(":")
            lists[name] = frozenset(names.split())
    return lists
