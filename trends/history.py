"""What was counted, looked at and expected in every period so far, on disk, in pieces as the periods came."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from trends.arrays import Floats, Ints


class History:
    """Arrays (series, periods) in files named by kind and first period; a series added later has zeros before."""

    def __init__(self, folder: Path, periods: int) -> None:
        """Opens the pieces of the first `periods`; later ones, of an update that did not end, are deleted."""
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        for path in folder.iterdir():
            if not path.name.endswith(".npy") or int(path.name.split("-")[0]) >= periods:
                path.unlink()

    def put(self, kind: str, begin: int, values: Floats) -> None:
        """Keep (S, n) values of the periods from `begin`."""
        np.save(self._folder / f"{begin:07d}-{kind}.npy", values)

    def room(self, kind: str, begin: int, shape: tuple[int, int]) -> Floats:
        """A piece on disk to be filled row by row."""
        path = self._folder / f"{begin:07d}-{kind}.npy"
        return np.lib.format.open_memmap(path, mode="w+", dtype=np.float64, shape=shape)

    def rows(self, kind: str, series: Ints, begin: int, until: int) -> Floats:
        """(len(series), until - begin) values of these series in the days from `begin` to before `until`."""
        out = np.zeros((series.size, until - begin))
        for path in sorted(self._folder.glob(f"*-{kind}.npy")):
            start = int(path.name.split("-")[0])
            if start >= until:
                break
            piece = np.load(path, mmap_mode="r")
            low, high = max(begin, start), min(until, start + piece.shape[1])
            if low < high:
                known = series < piece.shape[0]
                out[known, low - begin : high - begin] = piece[:, low - start : high - start][series[known]]
        return out
