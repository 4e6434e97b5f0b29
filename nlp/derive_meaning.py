"""Derives nlp/data/meaning.npz: `python -m nlp.derive_meaning`.

Logistic regression over the embeddings of sentences, one head a sign or need, from the passages and sentences in
nlp/data/taught_*.txt and the proof sentences of the cards (at a third of the weight: they are shorter than speech).
Voices and case are heads over the mean of a passage's sentences. Strengths were chosen by four-fold cross-validation.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from nlp.catalog import load_cards
from nlp.meaning import WEIGHTS, Array, embed
from nlp.taught import Taught, passages, sentences

DATA = Path(__file__).parent / "data"
_PROOF_WEIGHT = 0.3
_FEWEST = 3  # examples of a label; with fewer it gets no head
_FEWEST_PASSAGES = 4
_STRENGTH, _WHOLE_STRENGTH = 100.0, 500.0


def main() -> None:
    """Read what is taught, fit, and write the weights beside it."""
    taught = passages(DATA / "taught_passages.txt")
    examples = [
        *((text, labels, 1.0) for passage in taught for text, labels in passage.sentences),
        *((text, labels, 1.0) for text, labels in sentences(DATA / "taught_sentences.txt")),
        *proofs(),
    ]
    vectors = embed([text for text, _, _ in examples])
    weights = np.array([weight for _, _, weight in examples], dtype=np.float32)
    counts: dict[str, int] = {}
    for _, labels, weight in examples:
        for label in labels if weight == 1.0 else ():
            counts[label] = counts.get(label, 0) + 1
    names = sorted(label for label, count in counts.items() if count >= _FEWEST)
    heads = [_fit(vectors, [label in labels for _, labels, _ in examples], weights) for label in names]
    means = np.stack([embed([text for text, _ in passage.sentences]).mean(axis=0) for passage in taught])
    np.savez_compressed(WEIGHTS, names=names, heads=np.vstack(heads), **_whole(taught, means))
    print(f"{len(examples)} sentences, {len(taught)} passages, {len(names)} labels: {WEIGHTS}")


def proofs() -> list[tuple[str, frozenset[str], float]]:
    """The proof sentences of the signs' cards."""
    found = []
    for card in load_cards().indicators:
        label = frozenset({card.id.partition("_")[0]})
        for given, labels in ((card.must, label), (card.must_not, frozenset[str]())):
            found += [(text, labels, _PROOF_WEIGHT) for texts in given.values() for text in texts]
    return found


def _whole(taught: Sequence[Taught], means: Array) -> dict[str, Any]:
    """Heads over whole passages: voices (with "none"), venues, and whether a case is told."""
    spoken = [passage.voice or "none" for passage in taught]
    model = LogisticRegression(C=_WHOLE_STRENGTH, max_iter=2000).fit(means - means.mean(axis=0), spoken)
    venues = sorted({venue for passage in taught for venue in passage.venues})
    set_in = {venue: [venue in passage.venues for passage in taught] for venue in venues}
    frequent = [venue for venue in venues if sum(set_in[venue]) >= _FEWEST_PASSAGES]
    return {
        "voices": list(model.classes_),
        "voice_heads": _rows(model, means),
        "venues": frequent,
        "venue_heads": np.vstack([_fit(means, set_in[venue], None, _WHOLE_STRENGTH) for venue in frequent]),
        "case_head": _fit(means, [passage.case for passage in taught], None, _WHOLE_STRENGTH),
    }


def _fit(vectors: Array, truth: Sequence[bool], weights: Array | None, strength: float = _STRENGTH) -> Array:
    """One row: 384 weights and the bias."""
    model = LogisticRegression(C=strength, max_iter=2000)
    return _rows(model.fit(vectors - vectors.mean(axis=0), truth, sample_weight=weights), vectors)


def _rows(model: LogisticRegression, vectors: Array) -> Array:
    """Weights and bias of a model that was fitted on centred vectors, for vectors that are not centred."""
    bias = model.intercept_ - model.coef_ @ vectors.mean(axis=0)
    return np.hstack([model.coef_, bias[:, None]]).astype(np.float32)


if __name__ == "__main__":
    main()
