"""Derives nlp/data/danger.npz: `python -m nlp.derive_danger` (three minutes; behind `nlp.derive_meaning`).

From the cries for help and what comes near them in nlp/data/taught_cries.txt and, at a third of the weight, from taught
passages and posts that tell of no case, so that everyday talk stays out. How little the weights are shrunk was chosen
by leaving out a tenth at a time, neighbours together, for they are often twins; what is found and what comes with it
when each tenth is left out is printed, by log odds.
"""

from __future__ import annotations

import hashlib
import random
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.records import Passage
from nlp.catalog import load_cards
from nlp.danger import WEIGHTS, seen
from nlp.embedding import embed
from nlp.listeners import FILE
from nlp.logistic import Array, fit
from nlp.meaning import telling
from nlp.reading import Reader
from nlp.taught import cries, every_passage, passages

DATA = Path(__file__).parent / "data"
_STRENGTH = 3.0
_QUIET, _QUIET_WEIGHT = 900, 0.3
_FOLDS, _NEIGHBOURS = 10, 4
_SHOWN = (0.0, 0.5, 1.0, 1.5)

type Truth = NDArray[np.bool_]


def main() -> None:
    """Read what is taught, fit, print what is found of what was left out, and write the weights."""
    taught, reader = cries(DATA / "taught_cries.txt"), Reader(load_cards())
    near = np.stack([_looked_at(reader, one.text, one.language) for one in taught])
    truth = np.array([one.danger for one in taught])
    quiet = [one for one in every_passage(DATA) + passages(DATA / "taught_posts.txt") if not one.case]
    chosen = random.Random(3).sample(quiet, _QUIET)
    calm = np.stack([seen(embed([sentence for sentence, _ in one.sentences])) for one in chosen])
    odds = _left_out(near, truth, calm)
    for least in _SHOWN:
        print(
            f"from {least}: {np.mean(odds[truth] > least):.3f} of cries, {np.mean(odds[~truth] > least):.3f} of others"
        )
    weights = _head(near, truth, calm)
    heard = hashlib.sha256(FILE.read_bytes()).hexdigest()
    np.savez_compressed(WEIGHTS, weights=weights[:-1].astype(np.float16), bias=weights[-1], listeners=heard)


def _looked_at(reader: Reader, text: str, language: str) -> Array:
    """What is looked at of a post, as it is when the post is read."""
    fields = reader.marks(Passage(text, language=language), language)
    pieces, _ = telling(fields)
    return seen(embed([fields[name].folded.text[start:end] for name, start, end in pieces] or [text]))


def _left_out(near: Array, truth: Truth, calm: Array) -> NDArray[np.float64]:
    """The log odds of each post by weights that have not seen it, nor its neighbours."""
    group = np.arange(len(near)) // _NEIGHBOURS
    odds = np.zeros(len(near))
    for part in np.array_split(np.random.default_rng(0).permutation(group.max() + 1), _FOLDS):
        out = np.isin(group, part)
        weights = _head(near[~out], truth[~out], calm)
        odds[out] = near[out] @ weights[:-1] + weights[-1]
    return odds


def _head(near: Array, truth: Truth, calm: Array) -> Array:
    said = np.concatenate([truth, np.zeros(len(calm), bool)])[:, None]
    sure = np.concatenate([np.ones(len(near), np.float32), np.full(len(calm), _QUIET_WEIGHT, np.float32)])
    head: Array = fit(np.vstack([near, calm]), said, _STRENGTH, sure)[0]
    return head


if __name__ == "__main__":
    main()
