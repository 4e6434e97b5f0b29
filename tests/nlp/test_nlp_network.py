"""The network over a sentence and its passage: it learns what only the passage decides, and is kept as it was."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.logistic import Array
from nlp.network import Network, beside, together
from nlp.network_fit import fit_network


def drawn(seed: int, size: int = 4, width: int = 3, labels: int = 2) -> Network:
    dice = np.random.default_rng(seed)
    shapes = (size,), (width, 2 * size + 1), (labels, width + 1)
    return Network(*(dice.normal(size=shape).astype(np.float32) for shape in shapes))


def talk(seed: int) -> tuple[list[Array], Array]:
    """Passages of two sentences; the first is a sign only where the second says that it happened."""
    dice = np.random.default_rng(seed)
    said, happened = dice.integers(0, 2, 600), dice.integers(0, 2, 600)
    noise = dice.normal(0, 0.05, (600, 2, 4))
    vectors = noise + np.stack([np.eye(4)[said], np.eye(4)[2 + happened]], axis=1)
    truth = np.stack([(said & happened), np.zeros(600, dtype=int)], axis=1).reshape(-1, 1)
    return [passage.astype(np.float32) for passage in vectors], truth.astype(np.float32)


def right(network: Network, passages: list[Array], truth: Array) -> float:
    scores = np.vstack([network.scores(passage) for passage in passages])
    return float(np.mean((scores > 0) == (truth > 0.5)))


def test_what_a_sentence_says_is_learnt_with_its_passage() -> None:
    passages, truth = talk(1)
    network = fit_network(passages, truth, np.ones_like(truth))
    assert right(network, *talk(2)) > 0.98
    alone = [passage[:1] for passage in passages]
    assert right(network, alone, truth[::2]) < 0.9, "without the second sentence nobody can tell"


def test_what_nobody_labelled_teaches_nothing() -> None:
    passages, truth = talk(3)
    wrong = np.hstack([truth, 1 - truth])
    weights = np.hstack([np.ones_like(truth), np.zeros_like(truth)])
    first = fit_network(passages, wrong, weights)
    second = fit_network(passages, np.hstack([truth, truth]), weights)
    np.testing.assert_array_equal(first.out, second.out)


def test_a_fit_comes_out_the_same_again() -> None:
    passages, truth = talk(4)
    first, second = (fit_network(passages, truth, np.ones_like(truth)) for _ in range(2))
    np.testing.assert_array_equal(first.hidden, second.hidden)


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
