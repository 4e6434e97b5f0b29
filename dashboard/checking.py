"""Checking one text that somebody typed in: read as every post is, in memory, and forgotten."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from core.align import Alignment
from core.records import Analysis, Opinion, Passage, Span
from models.classifier import Classifier
from nlp.gazetteer import Gazetteer
from nlp.language import identify
from nlp.reading import Reader
from nlp.text import repair
from privacy import contacts, names
from privacy.redact import redact
from privacy.vault import Vault

_lock = threading.Lock()
_HIDDEN = ("PERSON", "PHONE", "PHONE_OBSCURED", "EMAIL", "HANDLE", "URL")


@dataclass(frozen=True, slots=True)
class Checked:
    """A text as it would rest, and all that is said of it; offsets count into `text`."""

    text: str
    language: str
    analysis: Analysis
    opinion: Opinion


def check(text: str, country: str | None = None) -> Checked:
    """Read a text as an ad. Nothing is kept: pseudonyms are made with a key that is thrown away."""
    with _lock:
        reader, classifier = _parts()
    repaired = repair(text).text
    language = identify(repaired).code
    found = [*contacts.find(repaired, country=country), *names.find(repaired, language)]
    rests = redact(repaired, [span for span in found if span.label in _HIDDEN], Vault.throwaway())
    passage = Passage(
        text=rests.text,
        language=language,
        kind="ad",
        country=country,
        entities=tuple(_obscured(found, rests.alignment)),
    )
    analysis = reader.read(passage, meaning="always")
    return Checked(rests.text, language, analysis, classifier.opinion("", rests.text, language, analysis.signs))


def _obscured(found: Sequence[Span], rests: Alignment) -> Iterator[Span]:
    """That a number had been obscured is a sign of its own, which redaction would hide."""
    for span in found:
        if span.label == "PHONE_OBSCURED":
            start, end = rests.forward(span.start, span.end)
            if end > start:
                yield Span(start, end, span.label)


@cache
def _parts() -> tuple[Reader, Classifier]:
    return Reader.load(gazetteer=Gazetteer.load()), Classifier.load()
