"""Copies: the same text, or nearly, posted again. Exact by a folded hash, near by MinHash bands and then verified.

Pure: a caller (which has the store) looks candidates up by hash and bands and asks which group a text belongs to.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from rensa import RMinHash

from core.ids import content_id
from nlp.folding import key

PERMUTATIONS = 128
_ROWS = 4
_SEED = 20
# Two texts are copies at an estimated Jaccard similarity of word triples of .52 or more. With 128 permutations the
# estimate's standard error there is .044; 32 bands of 4 find a pair of that similarity with probability .91, and in a
# campaign there is mostly a nearer copy. Two ads that share half their words as boilerplate are at .33.
ALIKE = 0.52
# A text that only resembles a member which was itself added by resemblance must resemble the group's first text
# this much: otherwise chains of small edits would join a whole board.
STILL_ALIKE = 0.35
# Shorter texts have too few word triples for an estimate: only exact copies count.
FEWEST_WORDS = 8
_TOKEN = re.compile(r"\[(PERSON|PHONE|EMAIL|HANDLE|URL)(?::[0-9a-f]{8})?\]")


class Known(Protocol):
    """A sketch that is kept: what `group` needs to know of it (stores.base.CopySketch has these)."""

    @property
    def document_id(self) -> str: ...
    @property
    def group_id(self) -> str: ...
    @property
    def folded(self) -> str: ...
    @property
    def signature(self) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Sketch:
    """What finds copies of a text again. `signature` and `bands` are empty for a text too short for likeness."""

    document_id: str
    folded: str
    signature: bytes
    bands: tuple[int, ...]


def sketch(document_id: str, text: str) -> Sketch:
    """The sketch of a (redacted) text: contacts and digits fall away, since reposts change them first."""
    words = _words(text)
    folded = content_id("folded", " ".join(words)) if words else content_id("empty", document_id)
    if len(words) < FEWEST_WORDS:
        return Sketch(document_id, folded, b"", ())
    minhash = RMinHash(num_perm=PERMUTATIONS, seed=_SEED)
    minhash.update([" ".join(words[n : n + 3]) for n in range(len(words) - 2)])
    signature = np.array(minhash.digest(), np.uint32)
    return Sketch(document_id, folded, signature.tobytes(), _bands(signature))


def _words(text: str) -> list[str]:
    return [word for word in key(_TOKEN.sub(" ", text)).split(" ") if word and not word.isdigit()]


def _bands(signature: np.ndarray[tuple[int], np.dtype[np.uint32]]) -> tuple[int, ...]:
    """One signed 63-bit number a band, different between bands that hold the same values."""
    rows = signature.reshape(-1, _ROWS).astype(np.uint64)
    mixed = np.arange(1, len(rows) + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    for column in range(_ROWS):
        mixed = (mixed ^ rows[:, column]) * np.uint64(0xBF58476D1CE4E5B9)
        mixed ^= mixed >> np.uint64(29)
    return tuple(int(band >> np.uint64(1)) for band in mixed)


def likeness(one: bytes, other: bytes) -> float:
    """Estimated Jaccard similarity of two signatures, in [0, 1]; 0 where either is empty."""
    if not one or len(one) != len(other):
        return 0.0
    return float(np.mean(np.frombuffer(one, np.uint32) == np.frombuffer(other, np.uint32)))


def _likenesses(own: bytes, others: Sequence[Known]) -> list[float]:
    """The likeness of one signature to many, in one comparison."""
    if not others:
        return []
    table = np.frombuffer(b"".join([one.signature for one in others]), np.uint32).reshape(len(others), -1)
    return [float(value) for value in np.mean(table == np.frombuffer(own, np.uint32), axis=1)]


def group(own: Sketch, candidates: Iterable[Known]) -> str | None:
    """The group that a text joins, None for a group of its own. `candidates`: oldest group first.

    An exact copy joins its twin's group. A near copy joins the oldest group of which it resembles a member, if it
    still resembles that group's members on the whole: so a bridging text joins one group and never merges two.
    """
    known = [one for one in candidates if one.document_id != own.document_id]
    twins = [one.group_id for one in known if one.folded == own.folded]
    if twins:
        return twins[0]
    alike: dict[str, list[float]] = {}
    comparable = [one for one in known if own.signature and len(one.signature) == len(own.signature)]
    for one, value in zip(comparable, _likenesses(own.signature, comparable), strict=True):
        alike.setdefault(one.group_id, []).append(value)
    for group_id, values in alike.items():
        if max(values) >= ALIKE and min(values) >= STILL_ALIKE:
            return group_id
    return None


def sizes(groups: Iterable[str]) -> Counter[str]:
    """How many texts each group holds."""
    return Counter(groups)
