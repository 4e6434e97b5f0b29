"""Passages and sentences of our own that teach what signs, needs, voices and cases mean; format in their heads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_VOICES = {"F": "VOICE_FIRST_PERSON", "N": "VOICE_NEWS", "A": "VOICE_ADVOCACY", "D": "VOICE_AD", "-": None}
VOICES = tuple(voice for voice in _VOICES.values() if voice)
_SENTENCE = re.compile(r"(.*?)\s*<([^>]*)>\s*")


@dataclass(frozen=True, slots=True)
class Taught:
    """A labelled passage: sentences with their labels (signs by family and number, needs by id)."""

    language: str
    voice: str | None
    venues: frozenset[str]
    sentences: tuple[tuple[str, frozenset[str]], ...]

    @property
    def text(self) -> str:
        """The passage as one text."""
        return " ".join(sentence for sentence, _ in self.sentences)

    @property
    def signs(self) -> frozenset[str]:
        """Signs of all sentences, by family and number."""
        return frozenset(label for _, labels in self.sentences for label in labels if not label.startswith("S_"))

    @property
    def needs(self) -> frozenset[str]:
        """Needs of all sentences, by id."""
        return frozenset(label for _, labels in self.sentences for label in labels if label.startswith("S_"))

    @property
    def case(self) -> bool:
        """Whether the passage tells of an actual situation that bears a sign."""
        return bool(self.signs)


@dataclass(frozen=True, slots=True)
class Cry:
    """A marked post: whether somebody in particular is in danger as of the writing."""

    danger: bool
    language: str
    text: str


def cries(path: Path) -> list[Cry]:
    """All marked posts of a file. Raises ValueError naming the line that is not of the format."""
    found = []
    for number, line in _lines(path):
        head, bar, text = line.partition(" | ")
        parts = head.split(" ")
        if not bar or len(parts) != 3 or parts[0] not in "+-":
            raise ValueError(f"{path}, line {number}: a post begins with 'mark language voice | '.")
        found.append(Cry(parts[0] == "+", parts[1], text))
    return found


def every_passage(folder: Path) -> list[Taught]:
    """All passages that are taught: those of every file `taught_passages*.txt`, files in sorted order."""
    files = sorted(folder.glob("taught_passages*.txt"))
    if not files:
        raise ValueError(f"{folder}: no file taught_passages*.txt.")
    return [passage for path in files for passage in passages(path)]


def passages(path: Path) -> list[Taught]:
    """All passages of a file. Raises ValueError naming the line that is not of the format."""
    return [_passage(path, number, line) for number, line in _lines(path)]


def sentences(path: Path) -> list[tuple[str, frozenset[str]]]:
    """Single sentences with their labels. Raises ValueError naming the line that is not of the format."""
    found = []
    for number, line in _lines(path):
        labels, bar, text = line.partition(" | ")
        if not bar:
            raise ValueError(f"{path}, line {number}: no ' | ' between labels and sentence.")
        found.append((text, _labels(labels)))
    return found


def _passage(path: Path, number: int, line: str) -> Taught:
    head, bar, body = line.partition(" | ")
    parts = head.split(" ")
    if not bar or len(parts) != 3 or parts[1] not in _VOICES:
        raise ValueError(f"{path}, line {number}: a passage begins with 'language voice venues | '.")
    language, voice, venues = parts
    return Taught(
        language,
        _VOICES[voice],
        frozenset(f"V_{venue}" for venue in venues.split(",") if venue != "-"),
        tuple((match.group(1), _labels(match.group(2))) for match in _SENTENCE.finditer(body)),
    )


def _labels(text: str) -> frozenset[str]:
    return frozenset(label for label in text.split(",") if label and label != "-")


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            yield number, line.strip()
