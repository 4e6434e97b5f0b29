"""Derives nlp/data/gate.npz: `python -m benchmarks.fit_gate [--folder ../shared/data]`.

Texts that may tell of a case are the taught passages that do; those that do not are the other taught passages and half
of the ordinary texts of the reference data (classifieds, job ads, posts, official paragraphs, local news; the other
half measures). The score from which a text is let through is that of 98 in 100 taught cases which were left out of
the fit. Prints what share of each set the gate lets through.
"""

from __future__ import annotations

import argparse
import os
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from benchmarks.reading import real_texts
from nlp.gate import WEIGHTS, shown, stretches
from nlp.taught import every_passage

_STRENGTH, _RECALL, _FOLDS = 30.0, 0.98, 5
_MOST = 1500  # texts of a set


def main() -> None:
    """Fit, write, and print the shares."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=Path(os.environ.get("HONEYGUIDE_DATA", "../shared/data")))
    dice = random.Random(7)
    ordinary = {
        name: [(raw.title, raw.text) for raw in dice.sample(raws, min(_MOST, len(raws)))]
        for name, raws in real_texts(parser.parse_args().folder).items()
    }
    taught = every_passage(WEIGHTS.parent)
    case = np.array([passage.case for passage in taught])
    first = [passage.text for passage in taught]
    quiet = [shown(title, text) for rows in ordinary.values() for title, text in rows[::2]]
    least = float(np.quantile(_left_out(first, case, quiet)[case], 1 - _RECALL))
    model = _fit([*first, *quiet], np.concatenate([case, np.zeros(len(quiet), dtype=bool)]))
    np.savez_compressed(WEIGHTS, weights=model.coef_[0].astype(np.float16), bias=model.intercept_[0], least=least)
    for name, rows in ordinary.items():
        unseen = [shown(title, text) for title, text in rows[1::2]]
        print(f"{name:10} {np.mean(_scores(model, unseen) >= least):.4f} of {len(unseen)}")


def _left_out(taught: Sequence[str], case: NDArray[np.bool_], quiet: Sequence[str]) -> NDArray[np.float64]:
    """Scores of taught passages by models that have not seen them."""
    order = np.random.default_rng(1).permutation(len(taught))
    scores = np.zeros(len(taught))
    for part in np.array_split(order, _FOLDS):
        kept = np.setdiff1d(order, part)
        model = _fit([*(taught[at] for at in kept), *quiet], np.concatenate([case[kept], np.zeros(len(quiet), bool)]))
        scores[part] = _scores(model, [taught[at] for at in part])
    return scores


def _fit(given: Sequence[str], case: NDArray[np.bool_]) -> LogisticRegression:
    model = LogisticRegression(C=_STRENGTH, max_iter=500, class_weight="balanced")
    return model.fit(stretches().transform(given), case)


def _scores(model: LogisticRegression, given: Sequence[str]) -> NDArray[np.float64]:
    return np.asarray(model.decision_function(stretches().transform(given)), dtype=np.float64)


if __name__ == "__main__":
    main()
