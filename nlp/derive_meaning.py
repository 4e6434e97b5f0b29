"""Derives nlp/data/meaning.npz and listeners.bin: `python -m nlp.derive_meaning` (needs a C compiler).

What the encoders say, most of the work, is kept with `--kept FILE`, and only new sentences are asked the next time.

From the passages, posts and sentences in nlp/data/taught_passages*.txt, taught_posts.txt and taught_sentences.txt and
the proof sentences of the cards (at a third of the weight: they are shorter than speech). Signs, needs, cases and
venues are learnt by listeners and a network over each sentence and its passage's mean (`nlp.network_fit`), signs and
needs, venues and voices by logistic regression over that mean. Strengths were chosen by cross-validation on the taught
passages (benchmarks/tune_meaning.py).
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
from nlp.embedding import HEARD
from nlp.listeners import FILE, Listeners
from nlp.logistic import Array, fit
from nlp.meaning import WEIGHTS
from nlp.network import Network
from nlp.network_fit import Lesson, fit_network
from nlp.taught import VOICES, Taught, every_passage, passages, sentences
from nlp.taught_numbers import numbers

DATA = Path(__file__).parent / "data"
_PROOF_WEIGHT = 0.3
_FEWEST = 3  # examples of a label; with fewer it gets no head
_WHOLE, _VENUE, _VOICE = 3.0, 10.0, 10.0
_AROUND = 0.3  # weight, for the network, of what the passage says beside what the sentence does
#: Labels given wherever they hold; of the other signs only some were labelled, so cues alone tell those.
_LABELLED = ("AD08", "ILO", "RF01", "RF02", "RF03", "RF04", "RF05", "RF06", "RF07", "RF08", "S_")


type Told = NDArray[np.float16]  # the numbers of each word of a sentence


@dataclass(frozen=True, slots=True)
class Lessons:
    """What is taught: passages with the second encoder's vectors of their sentences and those sentences' words, and
    single sentences with the same, labels and weights."""

    passages: Sequence[Taught]
    vectors: Sequence[Array]
    words: Sequence[Sequence[Told]]
    labels: Sequence[frozenset[str]]
    singles: Array
    single_words: Sequence[Told]
    weights: Array

    def heard(self, ears: Listeners, at: int) -> Array:
        """The vectors of a passage as they are read, with what listeners hear."""
        return _beside(ears, self.words[at], self.vectors[at])

    def only(self, chosen: Sequence[int]) -> Lessons:
        """These passages and all single sentences."""
        passages, vectors = [self.passages[at] for at in chosen], [self.vectors[at] for at in chosen]
        words = [self.words[at] for at in chosen]
        return Lessons(passages, vectors, words, self.labels, self.singles, self.single_words, self.weights)


def main() -> None:
    """Read what is taught, fit, and write the weights beside it."""
    parser = argparse.ArgumentParser(description="Derives the weights of the model of meaning from what is taught.")
    parser.add_argument("--kept", type=Path, help="file of embeddings to read and to add to")
    lessons = load(parser.parse_args().kept)
    made, ears = heads(lessons)
    np.savez_compressed(WEIGHTS, **made)
    FILE.write_bytes(ears.image())
    print(f"{len(lessons.passages)} passages, {len(lessons.labels)} sentences, {len(made['names'])} labels: {WEIGHTS}")


def load(kept: Path | None = None) -> Lessons:
    """Everything that is taught, embedded."""
    taught = every_passage(DATA) + passages(DATA / "taught_posts.txt")
    single = [(text, labels, 1.0) for text, labels in sentences(DATA / "taught_sentences.txt")] + proofs()
    texts = [text for passage in taught for text, _ in passage.sentences] + [text for text, _, _ in single]
    known = numbers(texts, kept)
    return Lessons(
        taught,
        [np.stack([known[text].whole for text, _ in passage.sentences]) for passage in taught],
        [[known[text].words for text, _ in passage.sentences] for passage in taught],
        [labels for _, labels, _ in single],
        np.stack([known[text].whole for text, _, _ in single]),
        [known[text].words for text, _, _ in single],
        np.array([weight for _, _, weight in single], dtype=np.float32),
    )


def proofs() -> list[tuple[str, frozenset[str], float]]:
    """The proof sentences of the signs' cards."""
    found = []
    for card in load_cards().indicators:
        label = frozenset({card.id.partition("_")[0]})
        for given, labels in ((card.must, label), (card.must_not, frozenset[str]())):
            found += [(text, labels, _PROOF_WEIGHT) for texts in given.values() for text in texts]
    return found


def heads(lessons: Lessons) -> tuple[dict[str, Any], Listeners]:
    """All weights, by the names under which they are kept, and the listeners that they heed."""
    taught = lessons.passages
    told = [labels for passage in taught for _, labels in passage.sentences]
    names = [name for name in _frequent([*told, *lessons.labels]) if name.startswith(_LABELLED)]
    of_venues = np.array([_names_venue(labels) for labels in lessons.labels])
    named = [labels for labels in lessons.labels if _names_venue(labels)]
    venues = _frequent([*(passage.venues for passage in taught), *named])
    network, ears = _network(lessons, names, venues, ~of_venues)
    means = np.stack([lessons.heard(ears, at).mean(axis=0) for at in range(len(taught))])
    venue = _beside(ears, lessons.single_words, lessons.singles)[of_venues]
    spoken = [passage.voice or "none" for passage in taught]
    voice = LogisticRegression(C=_VOICE, max_iter=2000).fit(means - means.mean(axis=0), spoken)
    bias = voice.intercept_ - voice.coef_ @ means.mean(axis=0)
    made = {
        "names": names,
        **network.kept(),
        "whole_heads": fit(means, _truth(names, [passage.signs | passage.needs for passage in taught]), _WHOLE),
        "venues": venues,
        "venue_heads": fit(
            np.vstack([means, venue]), _truth(venues, [*(passage.venues for passage in taught), *named]), _VENUE
        ),
        "voices": list(voice.classes_),
        "voice_heads": np.hstack([voice.coef_, bias[:, None]]).astype(np.float32),
    }
    return made, ears


def _beside(ears: Listeners, words: Sequence[Told], vectors: Array) -> Array:
    heard = np.float32(HEARD) * np.stack([ears.heard(one) for one in words])
    return np.hstack([heard, vectors])


def _network(
    lessons: Lessons, names: Sequence[str], venues: Sequence[str], used: NDArray[np.bool_]
) -> tuple[Network, Listeners]:
    """What each sentence tells, what its passage does, if that is a case, and where; single sentences say the first.

    Voices are learnt along, for the listeners to hear them, and then left to the linear heads."""
    told = [labels for passage in lessons.passages for _, labels in passage.sentences]
    chosen = np.flatnonzero(used).tolist()
    around = [_around(names, venues, passage) for passage in lessons.passages for _ in passage.sentences]
    first = _truth(names, [*told, *(lessons.labels[at] for at in chosen)]).astype(np.float32)
    second = np.vstack([np.array(around, np.float32), np.zeros((len(chosen), len(around[0])), np.float32)])
    sure = np.concatenate([np.ones(len(told), np.float32), lessons.weights[used]])[:, None]
    meant = np.concatenate([np.full(len(told), _AROUND, np.float32), np.zeros(len(chosen), np.float32)])[:, None]
    weights = np.hstack([np.repeat(sure, first.shape[1], axis=1), np.repeat(meant, second.shape[1], axis=1)])
    words = [*(one for passage in lessons.words for one in passage), *(lessons.single_words[at] for at in chosen)]
    vectors = [*lessons.vectors, *(lessons.singles[at][None] for at in chosen)]
    network, ears = fit_network(Lesson(words, vectors, np.hstack([first, second]), weights))
    return Network(network.centre, network.hidden, network.out[: 2 * len(names) + 1 + len(venues)]), ears


def _around(names: Sequence[str], venues: Sequence[str], passage: Taught) -> list[bool]:
    labels = passage.signs | passage.needs
    said = [passage.voice == voice for voice in (None, *VOICES)]
    return [*(name in labels for name in names), passage.case, *(venue in passage.venues for venue in venues), *said]


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
