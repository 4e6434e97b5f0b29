"""Origins told by a people's name: "Indonesian maids", "trabajadoras paraguayas", "three Nepalis"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from nlp.folding import Token


@dataclass(frozen=True, slots=True)
class People:
    """A people named as such: offsets, and the ISO-2 code of its country."""

    start: int
    end: int
    country: str


def peoples(words: Sequence[Token], language: str) -> list[People]:
    """Peoples named in a text of a language whose words for them are known; only where persons are meant."""
    adjectives, people = _lists().get(language, {}), _people()
    if not adjectives:
        return []
    return [
        People(words[n].start, words[last].end, country)
        for n, last, country in _named(words, language)
        if _persons(words, n, last, people, plural=_plural(words[last].key, adjectives))
    ]


def _named(words: Sequence[Token], language: str) -> Iterable[tuple[int, int, str]]:
    adjectives = _lists()[language]
    begins = _begins(language)
    for n, word in enumerate(words):
        if word.key not in begins:
            continue
        pair = f"{word.key} {words[n + 1].key}" if n + 1 < len(words) else ""
        for key, last in ((pair, n + 1), (word.key, n)):
            country = adjectives.get(key) or (adjectives.get(key[:-1]) if key.endswith("s") else None)
            if country:
                yield n, last, country
                break


def _plural(key: str, adjectives: dict[str, str]) -> bool:
    return key not in adjectives and key.endswith("s")


def _persons(words: Sequence[Token], first: int, last: int, people: frozenset[str], *, plural: bool) -> bool:
    """A word for persons within the two words after or the one before; or the plural, which itself means persons."""
    around = [word.key for word in words[last + 1 : last + 3]] + [word.key for word in words[max(0, first - 1) : first]]
    return plural or any(key in people for key in around)


@cache
def _begins(language: str) -> frozenset[str]:
    """Words with which a people's name may begin."""
    adjectives = _lists()[language]
    return frozenset({key.split()[0] for key in adjectives} | {f"{key}s" for key in adjectives})


@cache
def _lists() -> dict[str, dict[str, str]]:
    raw = _raw()
    return {
        language: {word: country for country, words in raw[language].items() for word in _words(words)}
        for language in raw
        if language != "people"
    }


def _words(words: str) -> list[str]:
    return [words] if words in ("sri lankan", "sierra leonean") else words.split()


@cache
def _people() -> frozenset[str]:
    return frozenset(str(_raw()["people"]).split())


@cache
def _raw() -> dict[str, dict[str, str]]:
    raw: dict[str, dict[str, str]] = yaml.safe_load(
        files("nlp").joinpath("data", "demonyms.yml").read_text(encoding="utf-8")
    )
    return raw
