"""Derives nlp/data/gate.npz, with --lines gate_lines.npz: `python -m benchmarks.fit_gate [--lines] [--folder FOLDER]`.

Texts that may tell of a case are the taught passages that do; those that do not are the other taught passages and half
of the ordinary texts of the reference data (classifieds, job ads, posts, official paragraphs, local news; the other
half measures). For lines the taught posts teach, too, and of each passage one or two sentences. The score from which a
text is let through is that of 98 in 100 (lines: 97) taught cases which were left out of the fit. Prints what share of
each set the gate lets through.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from benchmarks.reading import real_texts
from benchmarks.shared import command
from nlp.gate import LINES, WEIGHTS, shown, stretches
from nlp.taught import Taught, every_passage, passages

_FOLDS = 5
_MOST = 1500  # texts of a set

type Texts = list[tuple[str, bool]]  # with whether they may tell of a case


class _Plan(NamedTuple):
    """Where the weights go, how little they are shrunk, and what share of the cases is let through."""

    path: Path
    strength: float
    recall: float
    lines: bool


def main() -> None:
    """Fit, write, and print the shares."""
    parser = command(__doc__, "")
    parser.add_argument("--lines", action="store_true")
    given, dice = parser.parse_args(), random.Random(7)
    plan = _Plan(LINES, 10.0, 0.97, True) if given.lines else _Plan(WEIGHTS, 30.0, 0.98, False)
    ordinary = {
        name: [shown(raw.title, raw.text) for raw in dice.sample(raws, min(_MOST, len(raws)))]
        for name, raws in real_texts(given.folder).items()
    }
    quiet: Texts = [(text, False) for texts in ordinary.values() for text in texts[::2]]
    taught = every_passage(WEIGHTS.parent) + (passages(WEIGHTS.parent / "taught_posts.txt") if given.lines else [])
    least = float(np.quantile(_left_out_cases(taught, quiet, plan), 1 - plan.recall))
    model = _fit([*_teaching(taught, plan), *quiet], plan)
    np.savez_compressed(plan.path, weights=model.coef_[0].astype(np.float16), bias=model.intercept_[0], least=least)
    for name, texts in ordinary.items():
        print(f"{name:10} {np.mean(_scores(model, texts[1::2]) >= least):.4f} of {len(texts[1::2])}")


def _teaching(taught: Sequence[Taught], plan: _Plan) -> Texts:
    """Passages, and for lines of each that has three sentences or more one or two in a row; those of a case that bear
    no sign themselves are neither."""
    dice, texts = random.Random(5), [(passage.text, passage.case) for passage in taught]
    for passage in taught if plan.lines else ():
        if len(passage.sentences) > 2:
            first, many = dice.randrange(len(passage.sentences)), dice.choice((1, 2))
            piece = passage.sentences[first : first + many]
            bears = any(not label.startswith("S_") for _, labels in piece for label in labels)
            if bears or not passage.case:
                texts.append((" ".join(sentence for sentence, _ in piece), bears))
    return texts


def _left_out_cases(taught: Sequence[Taught], quiet: Texts, plan: _Plan) -> NDArray[np.float64]:
    """Scores of the taught passages that are cases, by models that have not seen them."""
    order = np.random.default_rng(1).permutation(len(taught))
    scores = []
    for part in np.array_split(order, _FOLDS):
        kept = [taught[at] for at in np.setdiff1d(order, part).tolist()]
        model = _fit([*_teaching(kept, plan), *quiet], plan)
        scores.append(_scores(model, [taught[at].text for at in part if taught[at].case]))
    return np.concatenate(scores)


def _fit(given: Texts, plan: _Plan) -> LogisticRegression:
    model = LogisticRegression(C=plan.strength, max_iter=500, class_weight="balanced")
    return model.fit(stretches().transform([text for text, _ in given]), [case for _, case in given])


def _scores(model: LogisticRegression, given: Sequence[str]) -> NDArray[np.float64]:
    return np.asarray(model.decision_function(stretches().transform(given)), dtype=np.float64)


if __name__ == "__main__":
    main()
