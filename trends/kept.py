"""A table of daily counts that is judged night by night: what the detector knows of it is kept in a folder.

An update judges the new days and says of them what a judgement of the whole table would, at a cost that grows with the
new days only (and, every four weeks, with a refit of the season to all that is kept). Series are held in blocks, so
that memory does not grow with what is kept of them. A killed update leaves the state of the night before.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np

from trends.arrays import Bools, Floats
from trends.elders import Elders
from trends.followed import read_arrays
from trends.founding import found
from trends.history import History
from trends.ledger import Ledger
from trends.nights import Nights
from trends.opening import LONG_AGO, Opening, calibrated_from
from trends.series import Scored


class Kept:
    """The state of one table in a folder of its own."""

    def __init__(self, folder: Path, book: Ledger) -> None:
        self._folder, self.book = folder, book
        self._history = History(folder / "history", book.periods)

    def update(self, counts: Floats, exposure: Floats) -> tuple[int, Scored, Bools] | None:
        """Take the next days, (S, n) for all series of the ledger; exposure 0 means not observed.

        Returns (number of the first day told of, scores, alarms), of the judged days among them; None while all is
        learned from.
        """
        before, until = self.book.periods, self.book.periods + counts.shape[1]
        state = self._folder / f"state-{until:07d}"
        self._history.put("counts", before, np.where(exposure > 0, counts, 0.0))
        self._history.put("exposure", before, exposure)
        judged = self._judged(before, until, state) if until > self.book.first else None
        self.book.periods = until
        self.book.save(self._folder)
        for old in self._folder.glob("state-*"):
            if old != state:
                shutil.rmtree(old)
        return judged

    def _judged(self, before: int, until: int, state: Path) -> tuple[int, Scored, Bools]:
        shutil.rmtree(state, ignore_errors=True)
        if self.book.blocks:
            shutil.copytree(self._folder / f"state-{before:07d}", state)
            nights = Nights(self._history, self.book, state, Elders.of(read_arrays(state / "elders.npz")))
            opening = self._reopened(state)
            nights.welcome(before)
        else:
            state.mkdir()
            nights, opening = self._founded(state)
        begin = max(before, self.book.first)
        parts = [nights.stretch(opening, *at) for at in nights.parted(begin, until)]
        np.savez(state / "elders.npz", **nights.elders.arrays())  # type: ignore[arg-type]
        np.savez(state / "opening.npz", quiet=opening.quiet)
        self.book.remember(opening.keeper.history)
        scores = Scored(*(np.concatenate([getattr(s, name) for s, _ in parts], axis=1) for name in Scored.__slots__))
        return begin, scores, np.concatenate([alarms for _, alarms in parts], axis=1)

    def _founded(self, state: Path) -> tuple[Nights, Opening]:
        elders, learned = found(self._history, self.book, state)
        opening = Opening.begin(len(self.book.names), "day", self.book.budget)
        for t in range(calibrated_from(self.book.first, "day"), self.book.first):
            opening.step(t, learned.p[:, t], learned.seen[:, t], bool(learned.expecting[t]))
        return Nights(self._history, self.book, state, elders), opening

    def _reopened(self, state: Path) -> Opening:
        opening = Opening.begin(len(self.book.names), "day", self.book.budget)
        quiet = read_arrays(state / "opening.npz")["quiet"]
        opening.quiet = np.concatenate([quiet, np.full(len(self.book.names) - quiet.size, LONG_AGO)])
        opening.keeper.history.extend(self.book.remembered())
        return opening
