"""py3langid's own scores, reckoned for all bytes of a text at once where it walks from byte to byte.

Its automaton finds stretches of a few bytes, so its state hangs on the last few bytes alone (Aho and Corasick 1975).
Beginning so many bytes before each place, a handful of steps over whole arrays reaches the same states as the walk.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from copy import copy
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier

type _Numbers = NDArray[np.integer[Any]]


class Identifier(LanguageIdentifier):  # type: ignore[misc]
    """The model that comes with the package, with the quicker walk."""

    __slots__ = ("_base", "_depth", "_found", "_moves")

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._moves: _Numbers = np.asarray(self.tk_nextmove)
        self._base: _Numbers = np.asarray(self._rowbase, np.intp)
        self._found: _Numbers = np.asarray(self.tk_output)
        self._depth = _longest(self._moves.reshape(-1, 256), self._base >> 8)

    def visits(self, text: bytes) -> Counter[int]:
        """How often each feature of the model is met in a text."""
        letters = np.frombuffer(text, np.uint8)
        state = np.zeros(len(letters), np.intp)
        for back in range(min(self._depth, len(letters)) - 1, -1, -1):
            state[back:] = self._moves[self._base[state[back:]] + letters[: len(letters) - back]]
        met = self._found[state]
        return Counter(met[met >= 0].tolist())

    def _raw_score(self, text: bytes) -> NDArray[np.float32]:
        met = self.visits(text)
        scores: NDArray[np.float32] = self._sparse_score(met, self.nb_ptc) if met else super()._raw_score(text)
        return scores


def _longest(moves: _Numbers, row: _Numbers) -> int:
    """How many bytes are read before the last state is met: no state knows of more."""
    met, edge, depth = np.zeros(len(row), np.bool_), np.zeros(1, np.intp), 0
    met[0] = True
    while len(edge):
        after = np.zeros_like(met)
        after[moves[np.unique(row[edge])]] = True
        edge = np.flatnonzero(after & ~met)
        met |= after
        depth += bool(len(edge))
    return depth


@cache
def load() -> Identifier:
    """The model with all languages that it knows."""
    model: Identifier = Identifier.from_modelpath(MODEL_DIR / MODEL_FILE, norm_probs=True)
    return model


def offered(languages: Iterable[str]) -> Identifier:
    """The same model, offered these languages so far as it knows them."""
    model = copy(load())
    model.set_languages(sorted(set(languages) & set(model.labels)))
    model.nb_ptc = model.nb_ptc.astype(np.float32)  # kept as halves, which were turned into these for every text
    return model
