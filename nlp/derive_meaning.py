"""Derives nlp/data/meaning.npz: `python -m nlp.derive_meaning` (most of an hour, two thirds of it for the embeddings;
with `--kept FILE` they are kept there, and only new sentences are embedded when it is run again).

From the passages and sentences in nlp/data/taught_*.txt and the proof sentences of the cards (at a third of the weight:
they are shorter than speech). Signs, needs and cases are learnt by a network over each sentence and its passage's mean;
signs and needs, venues and voices by logistic regression over that mean. Strengths were chosen by five-fold
cross-validation on the taught passages (benchmarks/tune_meaning.py).
"""

from __future__ import annotations

import argparse
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from nlp.catalog import load_cards
from nlp.embedding import embed
from nlp.logistic import Array, fit
from nlp.meaning import WEIGHTS
from nlp.network import Network
from nlp.network_fit import fit_network
from nlp.taught import Taught, every_passage, sentences

DATA = Path(__file__).parent / "data"
_PROOF_WEIGHT = 0.3
_FEWEST = 3  # examples of a label; with fewer it gets no head
_WHOLE, _VENUE, _VOICE = 100.0, 100.0, 100.0
_AROUND = 0.3  # weight, for the network, of what the passage says beside what the sentence does
#: Labels given wherever they hold; of the other signs only some were labelled, so cues alone tell those.
_LABELLED = ("AD08", "ILO", "RF01", "RF02", "RF03", "RF04", "RF05", "RF06", "RF07", "RF08", "S_")


@dataclass(frozen=True, slots=True)
class Lessons:
    """What is taught: passages with the vectors of their sentences, and single sentences with labels and weights."""

    passages: Sequence[Taught]
    vectors: Sequence[Array]
    labels: Sequence[frozenset[str]]
    singles: Array
    weights: Array

    @property
    def means(self) -> Array:
        """One row a passage."""
        return np.stack([rows.mean(axis=0) for rows in self.vectors])

    def only(self, chosen: Sequence[int]) -> Lessons:
        """These passages and all single sentences."""
        passages, vectors = [self.passages[at] for at in chosen], [self.vectors[at] for at in chosen]
        return Lessons(passages, vectors, self.labels, self.singles, self.weights)


def main() -> None:
    """Read what is taught, fit, and write the weights beside it."""
    parser = argparse.ArgumentParser(description="Derives the weights of the model of meaning from what is taught.")
    parser.add_argument("--kept", type=Path, help="file of embeddings to read and to add to")
    lessons = load(parser.parse_args().kept)
    made = heads(lessons)
    np.savez_compressed(WEIGHTS, **made)
    print(f"{len(lessons.passages)} passages, {len(lessons.labels)} sentences, {len(made['names'])} labels: {WEIGHTS}")


def load(kept: Path | None = None) -> Lessons:
    """Everything that is taught, embedded."""
    taught = every_passage(DATA)
    single = [(text, labels, 1.0) for text, labels in sentences(DATA / "taught_sentences.txt")] + proofs()
    texts = [text for passage in taught for text, _ in passage.sentences] + [text for text, _, _ in single]
    known = embedded(texts, kept)
    return Lessons(
        taught,
        [np.stack([known[text] for text, _ in passage.sentences]) for passage in taught],
        [labels for _, labels, _ in single],
        np.stack([known[text] for text, _, _ in single]),
        np.array([weight for _, _, weight in single], dtype=np.float32),
    )


def embedded(texts: Sequence[str], kept: Path | None) -> dict[str, Array]:
    """The embedding of each sentence, which is the same in any company; those in `kept` are taken from there, and new
    ones are added to it."""
    known: dict[str, Array] = {}
    if kept and kept.exists():
        with np.load(kept) as file:
            known = dict(zip(bytes(file["texts"]).decode().split("\n"), file["vectors"], strict=True))
    new = [text for text in dict.fromkeys(texts) if text not in known]
    known |= {text: embed([text])[0] for text in new}
    if kept and new:
        joined = np.frombuffer("\n".join(known).encode(), np.uint8)
        with kept.open("wb") as stream:
            np.savez(stream, texts=joined, vectors=np.stack(list(known.values())))
    return known


def proofs() -> list[tuple[str, frozenset[str], float]]:
    """The proof sentences of the signs' cards."""
    found = []
    for card in load_cards().indicators:
        label = frozenset({card.id.partition("_")[0]})
        for given, labels in ((card.must, label), (card.must_not, frozenset[str]())):
            found += [(text, labels, _PROOF_WEIGHT) for texts in given.values() for text in texts]
    return found


def heads(lessons: Lessons) -> dict[str, Any]:
    """All weights, by the names under which they are kept."""
    taught, means = lessons.passages, lessons.means
    told = [labels for passage in taught for _, labels in passage.sentences]
    names = [name for name in _frequent([*told, *lessons.labels]) if name.startswith(_LABELLED)]
    of_venues = np.array([_names_venue(labels) for labels in lessons.labels])
    venue, named = lessons.singles[of_venues], [labels for labels in lessons.labels if _names_venue(labels)]
    venues = _frequent([*(passage.venues for passage in taught), *named])
    spoken = [passage.voice or "none" for passage in taught]
    voice = LogisticRegression(C=_VOICE, max_iter=2000).fit(means - means.mean(axis=0), spoken)
    bias = voice.intercept_ - voice.coef_ @ means.mean(axis=0)
    return {
        "names": names,
        **_network(lessons, names, ~of_venues).kept(),
        "whole_heads": fit(means, _truth(names, [passage.signs | passage.needs for passage in taught]), _WHOLE),
        "venues": venues,
        "venue_heads": fit(
            np.vstack([means, venue]), _truth(venues, [*(passage.venues for passage in taught), *named]), _VENUE
        ),
        "voices": list(voice.classes_),
        "voice_heads": np.hstack([voice.coef_, bias[:, None]]).astype(np.float32),
    }


def _network(lessons: Lessons, names: Sequence[str], used: NDArray[np.bool_]) -> Network:
    """What each sentence tells, what its passage does, and whether that is a case; single sentences say the first."""
    told = [labels for passage in lessons.passages for _, labels in passage.sentences]
    single = [labels for labels, use in zip(lessons.labels, used, strict=True) if use]
    around = np.array([_around(names, passage) for passage in lessons.passages for _ in passage.sentences], np.float32)
    first = _truth(names, [*told, *single]).astype(np.float32)
    second = np.vstack([around, np.zeros((len(single), around.shape[1]), np.float32)])
    sure = np.concatenate([np.ones(len(told), np.float32), lessons.weights[used]])[:, None]
    meant = np.concatenate([np.full(len(told), _AROUND, np.float32), np.zeros(len(single), np.float32)])[:, None]
    weights = np.hstack([np.repeat(sure, first.shape[1], axis=1), np.repeat(meant, second.shape[1], axis=1)])
    alone = [row[None] for row in lessons.singles[used]]
    return fit_network([*lessons.vectors, *alone], np.hstack([first, second]), weights)


def _around(names: Sequence[str], passage: Taught) -> list[bool]:
    labels = passage.signs | passage.needs
    return [*(name in labels for name in names), passage.case]


def _names_venue(labels: frozenset[str]) -> bool:
    return any(label.startswith("V_") for label in labels)


def _frequent(told: Sequence[Collection[str]]) -> list[str]:
    counts: dict[str, int] = {}
    for labels in told:
        for label in labels:
            counts[label] = counts.get(label, 0) + 1
    return sorted(label for label, count in counts.items() if count >= _FEWEST)


def _truth(names: Sequence[str], told: Sequence[Collection[str]]) -> NDArray[np.bool_]:
    return np.array([[name in labels for name in names] for labels in told])


if __name__ == "__main__":
    main()
