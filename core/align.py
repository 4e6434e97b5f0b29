"""Where a piece of a changed text came from: offsets of a new text mapped back into the old one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Piece:
    """new[new_start:new_end] stands for old[old_start:old_end]; `copied` when both are the same characters."""

    new_start: int
    new_end: int
    old_start: int
    old_end: int
    copied: bool


@dataclass(frozen=True, slots=True)
class Alignment:
    """Pieces in order that cover the whole new text."""

    pieces: tuple[Piece, ...]

    @classmethod
    def identity(cls, length: int) -> Self:
        """The alignment of a text that was not changed."""
        return cls((Piece(0, length, 0, length, True),))

    @classmethod
    def of_replacements(cls, length: int, replacements: Iterable[tuple[int, int, int]]) -> Self:
        """From `(old_start, old_end, new_length)`, in order and not overlapping, over an old text of `length`."""
        pieces: list[Piece] = []
        old = new = 0
        for start, end, size in replacements:
            if start < old:
                raise ValueError(f"replacement at {start} overlaps the one before it, which ends at {old}")
            if start > old:
                pieces.append(Piece(new, new + start - old, old, start, True))
                new += start - old
            pieces.append(Piece(new, new + size, start, end, False))
            old, new = end, new + size
        if old < length or not pieces:
            pieces.append(Piece(new, new + length - old, old, length, True))
        return cls(tuple(pieces))

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The old offsets of new[start:end]; a replaced piece counts whole."""
        first, last = self._at(start), self._at(max(start, end - 1))
        old_start = first.old_start + (start - first.new_start if first.copied else 0)
        old_end = last.old_start + (end - last.new_start) if last.copied else last.old_end
        return old_start, max(old_start, old_end)

    def forward(self, start: int, end: int) -> tuple[int, int]:
        """The new offsets of old[start:end]; a replaced piece counts whole."""
        at = bisect_right(self.pieces, start, key=lambda piece: piece.old_end)
        behind = bisect_left(self.pieces, end, key=lambda piece: piece.old_start)
        if at >= behind:
            return 0, 0
        first, last = self.pieces[at], self.pieces[behind - 1]
        new_start = first.new_start + (max(0, start - first.old_start) if first.copied else 0)
        new_end = last.new_start + (min(end, last.old_end) - last.old_start) if last.copied else last.new_end
        return new_start, new_end

    def _at(self, offset: int) -> Piece:
        return self.pieces[max(0, bisect_right(self.pieces, offset, key=lambda piece: piece.new_start) - 1)]
