"""The network over a sentence and its passage: it learns what only the passage decides, and is kept as it was."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp import network_fit
from nlp.embedding import HEARD
from nlp.listeners import WORD, Listeners
from nlp.meaning import Meaning
from nlp.network import Network, beside, together
from nlp.network_fit import Lesson, fit_network


def drawn(seed: int, size: int = 4, width: int = 3, labels: int = 2) -> Network:
    dice = np.random.default_rng(seed)
    shapes = (size,), (width, 2 * size + 1), (labels, width + 1)
    return Network(*(dice.normal(size=shape).astype(np.float32) for shape in shapes))


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Listeners, units and starts enough for what is taught here."""
    for name, size in [("EARS", 8), ("_WIDTH", 16), ("_STARTS", 2), ("_ROUNDS", 40)]:
        monkeypatch.setattr(network_fit, name, size)


def talk(seed: int, size: int = 400) -> Lesson:
    """Passages of two sentences; the first is a sign only where one of its four words says so and the second sentence
    says that it happened."""
    dice = np.random.default_rng(seed)
    said, happened, place = dice.integers(0, 2, size), dice.integers(0, 2, size), dice.integers(0, 4, size)
    words = dice.normal(0, 1, (size, 2, 4, WORD)).astype(np.float16)
    words[np.flatnonzero(said), 0, place[said > 0], :WORD:2] += 3
    vectors = dice.normal(0, 0.05, (size, 2, 2)) + np.stack([np.zeros((size, 2)), np.eye(2)[happened]], axis=1)
    truth = np.stack([(said & happened), np.zeros(size, dtype=int)], axis=1).reshape(-1, 1).astype(np.float32)
    return Lesson(list(words.reshape(-1, 4, WORD)), list(vectors.astype(np.float32)), truth, np.ones_like(truth))


def right(network: Network, ears: Listeners, lesson: Lesson) -> float:
    heard = np.float32(HEARD) * np.stack([ears.heard(one) for one in lesson.words]).reshape(len(lesson.passages), 2, -1)
    both = np.concatenate([heard, np.stack(lesson.passages)], axis=2)
    return float(np.mean((np.vstack([network.scores(one) for one in both]) > 0) == (lesson.truth > 0.5)))


def test_a_word_is_heard_wherever_it_stands_and_with_what_its_passage_says() -> None:
    network, ears = fit_network(talk(1))
    assert right(network, ears, talk(2)) > 0.97
    deaf = replace(ears, biases=ears.biases - 100)
    assert right(network, deaf, talk(2)) < 0.9, "without the words nobody can tell"


def test_what_nobody_labelled_teaches_nothing() -> None:
    lesson = talk(3, 40)
    weights = np.hstack([lesson.weights, np.zeros_like(lesson.weights)])
    truths = [np.hstack([lesson.truth, other]) for other in (1 - lesson.truth, lesson.truth)]
    (first, _), (second, _) = (fit_network(replace(lesson, truth=one, weights=weights)) for one in truths)
    np.testing.assert_array_equal(first.out, second.out)


def test_a_fit_comes_out_the_same_again() -> None:
    (first, ears), (second, same) = (fit_network(talk(4, 40)) for _ in range(2))
    np.testing.assert_array_equal(first.hidden, second.hidden)
    assert ears.image() == same.image()


@given(st.integers(0, 99), st.integers(1, 5))
def test_networks_together_say_the_mean_of_what_each_says(seed: int, sentences: int) -> None:
    first, second = drawn(seed), drawn(seed + 100)
    second = Network(first.centre, second.hidden, second.out)
    vectors = np.random.default_rng(seed).normal(size=(sentences, 4)).astype(np.float32)
    mean = (first.scores(vectors) + second.scores(vectors)) / 2
    np.testing.assert_allclose(together([first, second]).scores(vectors), mean, atol=1e-4)


@given(st.integers(0, 99))
def test_the_order_of_sentences_changes_nothing_but_the_order(seed: int) -> None:
    vectors = np.random.default_rng(seed).normal(size=(5, 4)).astype(np.float32)
    turned = drawn(seed).scores(vectors[::-1])
    np.testing.assert_allclose(turned[::-1], drawn(seed).scores(vectors), atol=1e-4)


def test_weights_come_back_as_they_were_kept() -> None:
    network = drawn(5)
    back = Network.of(network.kept())
    np.testing.assert_allclose(back.hidden, network.hidden, rtol=1e-3)
    assert back.out.dtype == np.float32
    assert back.centre.shape == (4,)


def test_each_sentence_stands_beside_the_mean_of_its_passage() -> None:
    rows = beside(np.array([[1.0, 0.0], [3.0, 2.0]], dtype=np.float32))
    assert rows.tolist() == [[1.0, 0.0, 2.0, 1.0], [3.0, 2.0, 2.0, 1.0]]


def test_weights_of_other_names_are_refused() -> None:
    with pytest.raises(KeyError, match="hidden"):
        Network.of({"centre": np.zeros(4), "out": np.zeros((2, 4))})


def test_a_passage_names_a_venue_by_the_mean_of_what_network_and_linear_weights_say() -> None:
    network, linear = drawn(6, size=2, width=3, labels=2 * 2 + 1 + 3), np.zeros((3, 3), np.float32)
    linear[:, 2] = (1.0, -2.0, 8.0)
    parts = {
        "names": ["ILO07", "S_LEGAL"],
        **network.kept(),
        "whole_heads": np.zeros((2, 3), np.float32),
        "voices": ["none"],
        "voice_heads": np.zeros((1, 3), np.float32),
        "venues": ["V_BAR", "V_FARM", "V_HOTEL"],
        "venue_heads": linear,
    }
    vectors = np.random.default_rng(7).normal(size=(2, 2)).astype(np.float32)
    sense = Meaning.of(parts).sense(vectors, [("text", 0, 1), ("text", 1, 2)])
    told = Network.of(network.kept()).scores(vectors).mean(axis=0)
    found = [sense.venues[name].passage for name in ("V_BAR", "V_FARM", "V_HOTEL")]
    np.testing.assert_allclose(found, (told[5:] + linear[:, 2]) / 2, rtol=1e-5)
    assert sense.case == pytest.approx(1 / (1 + np.exp(-told[4])), rel=1e-5)
    assert sense.labels["S_LEGAL"].passage == pytest.approx(told[3] / 2, rel=1e-5)
