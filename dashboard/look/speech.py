"""The language a page speaks. English stands in the code; every other language is a catalogue from English sentences.

`say` looks a sentence up and fills its names in; `later` marks a sentence that stands in a table and is said when it is
drawn. A sentence that a catalogue lacks is said in English: a test holds the shipped catalogues complete.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextvars import ContextVar
from functools import cache
from pathlib import Path

import yaml

FOLDER = Path(__file__).parent.parent / "words"
NAMES = {"en": "English", "ms": "Bahasa Melayu"}
_language: ContextVar[str] = ContextVar("language", default="en")


def languages() -> list[str]:
    """The languages there are, English first."""
    return ["en", *sorted(path.stem for path in FOLDER.glob("*.yml"))]


def named(language: str) -> str:
    """A language in its own words; its code where a catalogue does not say."""
    return NAMES.get(language) or catalogue(language).get("_name", language)


def speak(language: str) -> None:
    """Choose the language of what is said from now on in this thread; English for one there is not."""
    _language.set(language if language in languages() else "en")


def spoken() -> str:
    """The language chosen."""
    return _language.get()


def say(sentence: str, **values: object) -> str:
    """The sentence in the language chosen, with its names filled in."""
    words = catalogue(_language.get()).get(sentence, sentence)
    return words.format(**values) if values else words


def later(sentence: str) -> str:
    """The sentence itself: it is said when it is drawn."""
    return sentence


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """English sentences to those of a language; empty for English itself."""
    if language == "en" or language not in languages():
        return {}
    return dict(yaml.safe_load((FOLDER / f"{language}.yml").read_text(encoding="utf-8")))
