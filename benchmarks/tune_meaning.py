"""How cues and meaning are weighed, and what more teaching brings: the constants of `nlp/meant.py`.

    python -m benchmarks.tune_meaning [--kept FILE] [SHARE ...]

Five-fold over the taught passages: the heads are fitted on four fifths, the fifth is read by them and by the cues, and
a logistic regression over both (one for signs, one for needs, one for venues, shared by all labels) is itself scored on
passages left out of it; F1 over all and over the English ones. With all that is taught in the four fifths, with half
and with a quarter, or with the shares given. No passage of tests/nlp is read. Most of an hour a share on an idle
machine; embeddings are kept in FILE, as `nlp.derive_meaning` keeps them.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from benchmarks.shared import command
from core.records import Passage
from nlp.derive_meaning import Lessons, heads, load
from nlp.lexicon import Kind, Marks
from nlp.meaning import Hint, Meaning, Sense
from nlp.reading import Reader
from nlp.taught import Taught

type Numbers = NDArray[np.float64]
_FOLDS, _CHANCES = 5, (0.20, 0.25, 0.30, 0.35, 0.40, 0.45, 0.50)
_BESIDE = (0.0, 0.4, 0.5, 0.6, 0.7)  # share of the likeliest label's chance that a label must have


class Family(NamedTuple):
    """Labels that are weighed alike, and the kinds of cue that speak for them."""

    name: str
    labels: tuple[str, ...]
    met: Kind
    wide: Kind | None


def main() -> None:
    """Print weights, and F1, precision and recall by chance, for each family and share of teaching."""
    parser = command(__doc__)
    parser.add_argument("--kept", type=Path)
    parser.add_argument("shares", type=float, nargs="*", default=[1.0, 0.5, 0.25])
    given = parser.parse_args()
    lessons, reader = load(given.kept), Reader.load()
    marks = [tuple(reader.marks(Passage(one.text), one.language).values()) for one in lessons.passages]
    found = [_found(reader, one) for one in lessons.passages]
    names = _names(lessons.passages)
    signs = tuple(name for name in names if name.startswith(("ILO", "RF0")) and name < "RF09")
    families = (
        Family("signs", signs, "cue", "told"),
        Family("needs", tuple(name for name in names if name.startswith("S_")), "need", None),
        Family("venues", tuple(name for name in names if name.startswith("V_")), "venue", None),
    )
    english = np.array([one.language == "en" for one in lessons.passages])
    for share in given.shares:
        senses = _left_out(lessons, share)
        _report_passages(share, lessons.passages, senses)
        for family in families:
            cues = np.stack([_cues(family, hits, said) for hits, said in zip(marks, found, strict=True)])
            told = np.concatenate([_hints(family, senses), cues], axis=2)
            _report(family, share, told, _gold(lessons.passages, family), english)


def _names(taught: Sequence[Taught]) -> list[str]:
    return sorted({name for one in taught for name in one.signs | one.needs | one.venues})


def _left_out(lessons: Lessons, share: float) -> list[Sense]:
    """What each passage means by a model that has not seen it."""
    size = len(lessons.passages)
    told: dict[int, Sense] = {}
    for part in np.array_split(np.random.default_rng(3).permutation(size), _FOLDS):
        kept = np.setdiff1d(np.arange(size), part)
        kept = np.random.default_rng(5).choice(kept, int(share * len(kept)), replace=False)
        made, ears = heads(lessons.only(kept.tolist()))
        model = Meaning.of(made)
        for at in part.tolist():
            vectors = lessons.heard(ears, at)
            told[at] = model.sense(vectors, [("text", 0, 0)] * len(vectors))
    return [told[at] for at in range(size)]


def _hints(family: Family, senses: Sequence[Sense]) -> Numbers:
    """Log odds of the loudest sentence and of the passage: (passages, labels, 2)."""
    never = Hint(-10.0, -10.0, "text", 0, 0)
    hints = [[{**one.labels, **one.venues}.get(label, never) for label in family.labels] for one in senses]
    return np.array([[(hint.sentence, hint.passage) for hint in row] for row in hints])


def _report_passages(share: float, taught: Sequence[Taught], senses: Sequence[Sense]) -> None:
    """Share of right voices, and F1 of cases."""
    voice = [max(one.voices, key=lambda name: one.voices[name]) for one in senses]
    right = np.mean([said == (one.voice or "none") for said, one in zip(voice, taught, strict=True)])
    case, said = np.array([one.case for one in taught]), np.array([one.case for one in senses]) >= 0.5
    f1 = 2 * (case & said).sum() / (case.sum() + said.sum())
    print(f"{share:.0%} of the teaching: voice {right:.3f}, case F1 {f1:.3f}")


def _found(reader: Reader, one: Taught) -> set[str]:
    said = reader.read(Passage(one.text, language=one.language))
    signs = {sign.indicator.partition("_")[0] for sign in said.signs}
    return signs | {need.id for need in said.needs} | {venue.type for venue in said.venues}


def _cues(family: Family, hits: Sequence[Marks], said: set[str]) -> Numbers:
    def met(kind: Kind | None) -> set[str]:
        names = {hit.key.name for marks in hits for hit in marks.kinds[kind]} if kind else set[str]()
        return names | {name.partition("_")[0] for name in names if name[0] not in "SV"}

    return np.array(
        [[name in said, name in met(family.met), name in met(family.wide)] for name in family.labels], float
    )


def _gold(taught: Sequence[Taught], family: Family) -> NDArray[np.bool_]:
    return np.array([[name in one.signs | one.needs | one.venues for name in family.labels] for one in taught])


def _report(family: Family, share: float, told: Numbers, gold: NDArray[np.bool_], english: NDArray[np.bool_]) -> None:
    chance = np.zeros(gold.shape)
    for part in np.array_split(np.random.default_rng(9).permutation(len(gold)), _FOLDS):
        kept = np.setdiff1d(np.arange(len(gold)), part)
        model = LogisticRegression(max_iter=500).fit(told[kept].reshape(-1, 5), gold[kept].ravel())
        chance[part] = model.predict_proba(told[part].reshape(-1, 5))[:, 1].reshape(len(part), -1)
    whole = LogisticRegression(max_iter=500).fit(told.reshape(-1, 5), gold.ravel())
    weights = " ".join(f"{weight:.2f}" for weight in [*whole.coef_[0], whole.intercept_[0]])
    print(f"{family.name}, {share:.0%} of the teaching: sentence, passage, found, met, wide, bias = {weights}")
    for beside in _BESIDE:
        for least in _CHANCES:
            said = chance >= np.maximum(least, beside * chance.max(axis=1, keepdims=True))
            right, all_said = (said & gold).sum(), said.sum()
            shares = f"precision {right / all_said:.2f}, recall {right / gold.sum():.2f}"
            of_english = f"English {_f1(said[english], gold[english]):.3f}"
            print(f"  from {least:.2f}, beside {beside:.1f}: F1 {_f1(said, gold):.3f}, {shares}; {of_english}")


def _f1(said: NDArray[np.bool_], gold: NDArray[np.bool_]) -> float:
    return float(2 * (said & gold).sum() / (said.sum() + gold.sum()))


if __name__ == "__main__":
    main()
