"""What sentences mean, told by a small model over sentences as numbers (`nlp.embedding`), where cues alone fall short.

Its weights are made by `nlp.derive_meaning` from texts of our own. A sentence costs 20 to 40 ms of one core, so only a
text that `worth_reading` (and in a stream the gate) lets through is read, and so many sentences of it.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np

from core.records import Field
from nlp.danger import Danger
from nlp.embedding import embed
from nlp.lexicon import Kind, Marks
from nlp.logistic import Array, with_one
from nlp.network import Network

WEIGHTS = Path(__file__).parent / "data" / "meaning.npz"
_MOST = 12  # sentences of a text
_CHARACTERS = 1_200  # of all, near half a second of a core: what teaches has 680 at most, half of local news more
_READ = 600  # characters of one
_FOUND: tuple[Kind, ...] = ("cue", "told", "need", "mark")
_SHORTEST = 3  # words; what is shorter is a heading or a shout
_LONG = 25  # words
_SHORT = 60  # words
_BRIEF = 12  # words

type Piece = tuple[Field, int, int]  # a sentence: its field, start and end
type Embed = Callable[[Sequence[str]], Array]


@dataclass(frozen=True, slots=True)
class Hint:
    """How much speaks for one label, in log odds: the sentence that does so most, where it stands, and the passage."""

    sentence: float
    passage: float
    field: Field
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Alarm:
    """How much speaks for somebody's being in danger now, in log odds, and the sentence that says so most."""

    odds: float
    field: Field
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sense:
    """What the model takes from a passage: hints by sign, need and venue, chances of the voices and of a case, and how
    much speaks for danger now. `unread`: characters of its sentences that were too many to be read.
    """

    labels: Mapping[str, Hint]
    voices: Mapping[str, float]
    venues: Mapping[str, Hint]
    case: float
    danger: Alarm | None = None
    unread: int = 0


@dataclass
class Meaning:
    """The model. The network says of each sentence which signs and needs (`names`) it tells, which of them its passage
    does, whether that is a case, and last which `venues` it names; the linear heads read the mean of its sentences."""

    names: tuple[str, ...]
    network: Network
    whole_heads: Array
    voices: tuple[str, ...]
    voice_heads: Array
    venues: tuple[str, ...]
    venue_heads: Array
    embed: Embed
    version: str = field(default="")
    danger: Danger | None = None

    @classmethod
    def load(cls, path: Path = WEIGHTS) -> Meaning:
        """The shipped weights; the embedding model itself is opened when the first passage is read."""
        with np.load(path, allow_pickle=False) as kept:
            parts = {name: kept[name] for name in kept.files}
        return replace(cls.of(parts, hashlib.sha256(path.read_bytes()).hexdigest()[:6]), danger=Danger.load())

    @classmethod
    def of(cls, parts: Mapping[str, Any], version: str = "") -> Meaning:
        """The model of weights by the names under which they are kept."""
        return cls(
            tuple(map(str, parts["names"])),
            Network.of(parts),
            parts["whole_heads"],
            tuple(map(str, parts["voices"])),
            parts["voice_heads"],
            tuple(map(str, parts["venues"])),
            parts["venue_heads"],
            embed,
            version,
        )

    def read(self, fields: Mapping[Field, Marks]) -> Sense | None:
        """Reads the most telling sentences; None where a passage has none long enough."""
        chosen, unread = telling(fields)
        if not chosen:
            return None
        vectors = self.embed([fields[name].folded.text[start:end] for name, start, end in chosen])
        return replace(self.sense(vectors, chosen), unread=unread)

    def sense(self, vectors: Array, pieces: Sequence[Piece]) -> Sense:
        """What a passage means, of whose sentences these are the embeddings and the places."""
        single, told = with_one(vectors), self.network.scores(vectors)
        whole, labels, case = single.mean(axis=0), len(self.names), 2 * len(self.names)
        around = told.mean(axis=0)
        scores = self.voice_heads @ whole
        voices = np.exp(scores - scores.max())
        passage = np.float32(0.5) * (around[labels:case] + self.whole_heads @ whole)
        venue = np.float32(0.5) * (around[case + 1 :] + self.venue_heads @ whole)
        return Sense(
            _hints(self.names, told[:, :labels], passage, pieces),
            dict(zip(self.voices, map(float, voices / voices.sum()), strict=True)),
            _hints(self.venues, single @ self.venue_heads.T, venue, pieces),
            float(1.0 / (1.0 + np.exp(-around[case]))),
            self._danger(vectors, pieces),
        )

    def _danger(self, vectors: Array, pieces: Sequence[Piece]) -> Alarm | None:
        if self.danger is None:
            return None
        odds, at = self.danger.told(vectors)
        return Alarm(odds, *pieces[at])


def worth_reading(fields: Mapping[Field, Marks]) -> bool:
    """Whether to spend the time on what is hardly a case: on a text of some length, on a line with a sign of harm."""
    hits = [hit for marks in fields.values() for hit in marks.kinds["cue"]]
    return of_length(fields) or any(hit.key.name.startswith("ILO") for hit in hits)


def of_length(fields: Mapping[Field, Marks]) -> bool:
    """Whether a text is long enough to tell a case by its meaning alone; a line of a list of signs is not."""
    return _words(fields) >= _LONG


def short(fields: Mapping[Field, Marks]) -> bool:
    """Whether a text is a post of a few lines at most, which the gate of whole passages seldom knows."""
    return _words(fields) < _SHORT


def brief(fields: Mapping[Field, Marks]) -> bool:
    """Whether a text is a word thrown in among posts rather than a post."""
    return _words(fields) < _BRIEF


def _words(fields: Mapping[Field, Marks]) -> int:
    return sum(len(marks.folded.words) for marks in fields.values())


def _hints(names: Sequence[str], single: Array, whole: Array, chosen: Sequence[Piece]) -> dict[str, Hint]:
    """By name, the highest log odds of any sentence, those of the passage, and that sentence."""
    best = single.argmax(axis=0)
    return {
        name: Hint(float(single[best[at], at]), float(whole[at]), *chosen[best[at]]) for at, name in enumerate(names)
    }


def telling(fields: Mapping[Field, Marks]) -> tuple[list[Piece], int]:
    """Field, start and end of the sentences that hold most of what was found, in their order; characters left out."""
    found = _sentences(fields)
    loudest = sorted(range(len(found)), key=lambda place: -found[place][0])[:_MOST]
    sums = accumulate(min(end - start, _READ) for _, _, start, end in map(found.__getitem__, loudest))
    chosen = sorted(place for place, read in zip(loudest, sums, strict=True) if read <= _CHARACTERS)
    pieces = [(name, start, min(end, start + _READ)) for _, name, start, end in map(found.__getitem__, chosen)]
    return pieces, sum(end - start for _, _, start, end in found) - sum(end - start for _, start, end in pieces)


def _sentences(fields: Mapping[Field, Marks]) -> list[tuple[int, Field, int, int]]:
    """How much was found in each sentence that is long enough, its field, start and end."""
    found: list[tuple[int, Field, int, int]] = []
    for name, marks in fields.items():
        starts = sorted(hit.start for kind in _FOUND for hit in marks.kinds[kind])
        for start, end in marks.folded.sentences:
            if marks.folded.words_between(start, end) >= _SHORTEST:
                found.append((bisect_left(starts, end) - bisect_left(starts, start), name, start, end))
    return found
