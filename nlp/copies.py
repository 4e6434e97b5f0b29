"""Copies: the same text, or nearly, posted again. Exact by a folded hash, near by MinHash bands and then verified.

Pure: a caller (which has the store) looks candidates up by hash and bands and asks which group a text belongs to.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Protocol

import numpy as np
from rensa import RMinHash

from core.ids import content_id
from nlp.folding import key

# How a sketch is made, a part of all it is found by: sketches of two forms never meet, so a group that stands stays as
# it is and new texts are compared with new ones only. Raise it when the same text makes another sketch.
FORM = 2
PERMUTATIONS = 128
_ROWS = 4
BANDS = PERMUTATIONS // _ROWS
_SEED = 20
# Two texts are copies at an estimated Jaccard similarity of word pairs of .5 or more. On invented ads 98 in 100 copies
# were above .55 and 99 in 100 other jobs in the same template below .41. With 128 permutations the estimate's standard
# error there is .044; 32 bands of 4 find a pair of that similarity with probability .87.
ALIKE = 0.5
# The least likeness to every member at hand: otherwise chains of small edits would join a whole board.
STILL_ALIKE = 0.3
# A copy beyond doubt, whatever of it is boilerplate.
NEARLY_SAME = 0.8
# What texts of so many groups have in common is boilerplate of a board or an agency, and tells nothing.
COMMON = 3
# A text that has fewer places of its signature for itself is nothing but boilerplate.
FEWEST_OWN = 12
# The least likeness beyond boilerplate, where other jobs in the same template have next to none.
OWN_ALIKE = 0.35
# So much of what sets a text apart from the nearest member must be common to that one and the group's others.
OF_ONE_MIND = 0.1
# Shorter texts have too few word triples for an estimate: only exact copies count.
FEWEST_WORDS = 8
_REMEMBERED = 5_000  # characters of a text whose sketch is remembered: 10,000 of them take 70 MB at most
_TOKEN = re.compile(r"\[(PERSON|PHONE|EMAIL|HANDLE|URL)(?::[0-9a-f]{8})?\]")


type _Places = np.ndarray[tuple[int, ...], np.dtype[np.bool_]]


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
    folded, signature, bands = (_sketched if len(text) <= _REMEMBERED else _sketched.__wrapped__)(text, FORM)
    return Sketch(document_id, folded or content_id("empty", document_id), signature, bands)


@lru_cache(maxsize=10_000)
def _sketched(text: str, form: int) -> tuple[str, bytes, tuple[int, ...]]:
    """What a sketch is but for its document; remembered, since boards carry one text by the dozen. No words: empty."""
    words = _words(text)
    folded = content_id("folded", str(form), " ".join(words)) if words else ""
    if len(words) < FEWEST_WORDS:
        return folded, b"", ()
    minhash = RMinHash(num_perm=PERMUTATIONS, seed=_SEED)
    minhash.update([f"{one} {next_}" for one, next_ in pairwise(words)])
    signature = np.array(minhash.digest(), np.uint32)
    return folded, signature.tobytes(), _bands(signature)


def _words(text: str) -> list[str]:
    return [word for word in key(_TOKEN.sub(" ", text)).split(" ") if word and not word.isdigit()]


def _bands(signature: np.ndarray[tuple[int], np.dtype[np.uint32]]) -> tuple[int, ...]:
    """One signed 63-bit number a band, different between bands that hold the same values."""
    rows = signature.reshape(-1, _ROWS).astype(np.uint64)
    mixed = (np.arange(1, len(rows) + 1, dtype=np.uint64) + np.uint64(FORM << 32)) * np.uint64(0x9E3779B97F4A7C15)
    for column in range(_ROWS):
        mixed = (mixed ^ rows[:, column]) * np.uint64(0xBF58476D1CE4E5B9)
        mixed ^= mixed >> np.uint64(29)
    return tuple((mixed >> np.uint64(1)).tolist())


def likeness(one: bytes, other: bytes) -> float:
    """Estimated Jaccard similarity of two signatures, in [0, 1]; 0 where either is empty."""
    if not one or len(one) != len(other):
        return 0.0
    return float(np.mean(np.frombuffer(one, np.uint32) == np.frombuffer(other, np.uint32)))


def group(own: Sketch, candidates: Iterable[Known]) -> str | None:
    """The group that a text joins, None for a group of its own. `candidates`: oldest group first.

    An exact copy joins its twin's group. A near copy joins the oldest group of which it resembles a member beyond
    boilerplate, if it still resembles that group's members on the whole: so a bridging text joins one group and never
    merges two.
    """
    known = [one for one in candidates if one.document_id != own.document_id]
    twins = [one.group_id for one in known if one.folded == own.folded]
    if twins:
        return twins[0]
    near = [one for one in known if own.signature and len(one.signature) == len(own.signature)]
    if not near:
        return None
    table = np.frombuffer(b"".join([one.signature for one in near]), np.uint32).reshape(len(near), -1)
    same = table == np.frombuffer(own.signature, np.uint32)
    members: dict[str, list[int]] = {}
    for row, one in enumerate(near):
        members.setdefault(one.group_id, []).append(row)
    special = _not_common(same, list(members.values()))
    return next((name for name, rows in members.items() if _joins(table[rows], same[rows], special)), None)


def _not_common(same: _Places, groups: Sequence[Sequence[int]]) -> _Places:
    """Which of the signature's places are shared with fewer than COMMON groups. `same`: texts × places."""
    if len(groups) < COMMON:
        return np.ones(same.shape[1], np.bool_)
    return np.sum([same[rows].any(axis=0) for rows in groups], axis=0) < COMMON


def _joins(members: np.ndarray[tuple[int, int], np.dtype[np.uint32]], same: _Places, special: _Places) -> bool:
    """Whether a text belongs to a group, of which `members` are signatures and `same` says where the text agrees."""
    alike = same.mean(axis=1)
    nearest = int(alike.argmax())
    if alike[nearest] < ALIKE or alike.min() < STILL_ALIKE:
        return False
    if alike[nearest] >= NEARLY_SAME:
        return True
    if special.sum() < FEWEST_OWN or same[nearest, special].mean() < OWN_ALIKE:
        return False
    others = np.delete(members, nearest, axis=0)
    apart = special & ~same[nearest]
    # Copies of one text agree where only this one was changed; texts that share boilerplate alone agree nowhere else.
    agree = others[:, apart] == members[nearest, apart]
    return agree.size == 0 or float(agree.mean()) >= OF_ONE_MIND


def sizes(groups: Iterable[str]) -> Counter[str]:
    """How many texts each group holds."""
    return Counter(groups)
