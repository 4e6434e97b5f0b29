"""The words of the digest: one catalogue a language, filled with numbers, never with text from outside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from core.errors import SettingsError
from core.faults import closest

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Phrases:
    """A catalogue. Unknown topics are called by the words of their own id: adding a card stays the whole act."""

    language: str
    _words: Mapping[str, Any]

    def say(self, key: str, **values: object) -> str:
        """A phrase with its names filled in. Raises KeyError for a phrase or a name there is not."""
        return str(self._words[key]).format(**values)

    def list(self, key: str) -> list[str]:
        """The phrases of a list, such as the heads of a table."""
        return [str(item) for item in self._words[key]]

    def number(self, n: int) -> str:
        """A number in words as far as they go, else in digits with thin spaces."""
        words = self.list("numbers")
        return words[n] if 0 <= n < len(words) else self.digits(n)

    def digits(self, n: int) -> str:
        """A number in digits, groups of three apart."""
        return f"{n:,}".replace(",", "\u202f")

    def day(self, day: date) -> str:
        """A day without its year, such as "9 November"."""
        return self.say("day", day=day.day, month=self.list("months_names")[day.month - 1])

    def named(self, topic: str) -> str:
        """What the catalogue calls a topic; empty where it does not know it."""
        return str(self._words["topics"].get(topic, ""))

    def topic(self, topic: str) -> str:
        """What a topic is called within a sentence."""
        return self.named(topic) or topic.partition(":")[2].partition("_")[2].replace("_", " ").lower() or topic

    def join(self, parts: Sequence[str]) -> str:
        """ "a, b and c"."""
        if len(parts) < 2:
            return "".join(parts)
        return f"{', '.join(parts[:-1])} {self.say('and')} {parts[-1]}"


def first_capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]


def languages() -> list[str]:
    """Languages that have a catalogue."""
    return sorted(path.stem for path in FOLDER.glob("*.yml"))


def refuse_unknown(language: str) -> None:
    """Raises SettingsError naming the languages there are, unless this is one of them."""
    if language not in languages():
        raise SettingsError(
            f"setting 'language': there are no phrases for '{language}'{closest(language, languages())}.",
            remedy=f"Choose one of {', '.join(languages())}.",
        )


@cache
def load(language: str) -> Phrases:
    """The catalogue of a language. Raises SettingsError as `refuse_unknown` does."""
    refuse_unknown(language)
    return Phrases(language, yaml.safe_load((FOLDER / f"{language}.yml").read_text(encoding="utf-8")))
