"""Answers kept for questions that come again, as many as a number of characters allows; the longest unused go first."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable

OWN = 500  # what an answer takes beside its characters, in characters


class Remembered[K: Hashable, V]:
    """A dictionary of bounded size. Not safe to share between threads."""

    def __init__(self, characters: int) -> None:
        self._limit = characters
        self._held = 0
        self._answers: OrderedDict[K, tuple[V, int]] = OrderedDict()

    def get(self, question: K) -> V | None:
        """The answer, if it is still known."""
        kept = self._answers.get(question)
        if kept is None:
            return None
        self._answers.move_to_end(question)
        return kept[0]

    def put(self, question: K, answer: V, characters: int) -> None:
        """Keep an answer of that size."""
        size = characters + OWN
        if size > self._limit or question in self._answers:
            return
        self._answers[question] = (answer, size)
        self._held += size
        while self._held > self._limit:
            _, (_, freed) = self._answers.popitem(last=False)
            self._held -= freed
