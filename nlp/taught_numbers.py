"""What the encoders say of the sentences that are taught, asked once: a file keeps it for the next time.

Each word of a sentence has 384 numbers of the first encoder, in half precision; the sentence has those of the
second. Asking takes some 30 ms a sentence and is shared by all processors; only to derive, never to read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from nlp.embedding import clean, second
from nlp.logistic import Array
from nlp.words import Words

_AT_ONCE = 64  # sentences handed to a process


class Numbers(NamedTuple):
    """Of one sentence: a row a word, and the second encoder's row of the whole."""

    words: NDArray[np.float16]
    whole: Array


def ask(texts: Sequence[str]) -> list[Numbers]:
    """What both encoders say of each text."""
    # Forked processes would share an encoder that is open here. A process that cannot begin ends this, too.
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        return list(pool.map(_asked, texts, chunksize=_AT_ONCE))


def numbers(
    texts: Sequence[str], kept: Path | None = None, asked: Callable[[Sequence[str]], list[Numbers]] = ask
) -> Mapping[str, Numbers]:
    """What both encoders say of each text. What is in `kept` is taken from there, and what is new added to it."""
    known = _read(kept) if kept and kept.exists() else {}
    new = [text for text in dict.fromkeys(texts) if text not in known]
    if new:
        known |= zip(new, asked(new), strict=True)
        if kept:
            _write(kept, known)
    return known


def _asked(text: str) -> Numbers:
    return Numbers(_words().of(text), second([clean(text)])[0])


@cache
def _words() -> Words:
    return Words()


def _read(kept: Path) -> dict[str, Numbers]:
    with np.load(kept) as file:
        texts, ends = bytes(file["texts"]).decode().split("\n"), file["ends"]
        words, wholes = file["words"], file["wholes"]
    starts = [0, *ends[:-1]]
    return {
        text: Numbers(words[start:end], whole)
        for text, start, end, whole in zip(texts, starts, ends, wholes, strict=True)
    }


def _write(kept: Path, known: Mapping[str, Numbers]) -> None:
    """A file beside it first, so that a stop in the midst of writing loses nothing."""
    half = kept.with_suffix(".part")
    with half.open("wb") as stream:
        np.savez(stream, **_columns(known))
    half.replace(kept)


def _columns(known: Mapping[str, Numbers]) -> dict[str, Any]:
    return {
        "texts": np.frombuffer("\n".join(known).encode(), np.uint8),
        "ends": np.cumsum([len(one.words) for one in known.values()]),
        "words": np.concatenate([one.words for one in known.values()]),
        "wholes": np.stack([one.whole for one in known.values()]),
    }
