"""How cues and meaning are weighed, and what more teaching brings: the constants of `nlp/meant.py`.

    python -m benchmarks.tune_meaning

Five-fold over the taught passages: the heads are fitted on four fifths, the fifth is read by them and by the cues, and
a logistic regression over both (one for signs, one for needs, one for venues, shared by all labels) is itself scored on
passages left out of it. Once with all that is taught in the four fifths, once with half and once with a quarter. No
passage of tests/nlp is read. About ten minutes, most of them for embeddings and fits.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from core.records import Passage
from nlp.derive_meaning import Lessons, heads, load
from nlp.lexicon import Kind, Marks
from nlp.logistic import with_one
from nlp.reading import Reader
from nlp.taught import Taught

type Numbers = NDArray[np.float64]
_FOLDS, _CHANCES = 5, (0.20, 0.25, 0.30, 0.35, 0.40, 0.45, 0.50)


class Family(NamedTuple):
    """Labels that are weighed alike: their heads and the kinds of cue that speak for them."""

    name: str
    labels: tuple[str, ...]
    single: str
    whole: str
    met: Kind
    wide: Kind | None


def main() -> None:
    """Print weights, and F1, precision and recall by chance, for each family and share of teaching."""
    lessons, reader = load(), Reader.load()
    marks = [tuple(reader.marks(Passage(one.text), one.language).values()) for one in lessons.passages]
    found = [_found(reader, one) for one in lessons.passages]
    made = heads(lessons)
    names, venues = list(map(str, made["names"])), list(map(str, made["venues"]))
    signs = tuple(name for name in names if name.startswith(("ILO", "RF0")) and name < "RF09")
    families = (
        Family("signs", signs, "heads", "whole_heads", "cue", "told"),
        Family("needs", tuple(name for name in names if name.startswith("S_")), "heads", "whole_heads", "need", None),
        Family("venues", tuple(venues), "venue_heads", "venue_heads", "venue", None),
    )
    for share in (1.0, 0.5, 0.25):
        told = {family.name: _left_out(lessons, family, share) for family in families}
        for family in families:
            cues = np.stack([_cues(family, hits, said) for hits, said in zip(marks, found, strict=True)])
            _report(family, share, np.concatenate([told[family.name], cues], axis=2), _gold(lessons.passages, family))


def _left_out(lessons: Lessons, family: Family, share: float) -> Numbers:
    """Log odds of the loudest sentence and of the passage, by heads that have not seen it: (passages, labels, 2)."""
    size = len(lessons.passages)
    scores = np.full((size, len(family.labels), 2), -10.0)
    for part in np.array_split(np.random.default_rng(3).permutation(size), _FOLDS):
        kept = np.setdiff1d(np.arange(size), part)
        kept = np.random.default_rng(5).choice(kept, int(share * len(kept)), replace=False)
        made = heads(lessons.only(kept.tolist()))
        names = list(map(str, made["venues" if family.name == "venues" else "names"]))
        columns = [(at, names.index(label)) for at, label in enumerate(family.labels) if label in names]
        for passage in part:
            rows = with_one(lessons.vectors[passage])
            loudest, whole = (rows @ made[family.single].T).max(axis=0), made[family.whole] @ rows.mean(axis=0)
            for at, column in columns:
                scores[passage, at] = loudest[column], whole[column]
    return scores


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


def _report(family: Family, share: float, told: Numbers, gold: NDArray[np.bool_]) -> None:
    chance = np.zeros(gold.shape)
    for part in np.array_split(np.random.default_rng(9).permutation(len(gold)), _FOLDS):
        kept = np.setdiff1d(np.arange(len(gold)), part)
        model = LogisticRegression(max_iter=500).fit(told[kept].reshape(-1, 5), gold[kept].ravel())
        chance[part] = model.predict_proba(told[part].reshape(-1, 5))[:, 1].reshape(len(part), -1)
    whole = LogisticRegression(max_iter=500).fit(told.reshape(-1, 5), gold.ravel())
    weights = " ".join(f"{weight:.2f}" for weight in [*whole.coef_[0], whole.intercept_[0]])
    print(f"{family.name}, {share:.0%} of the teaching: sentence, passage, found, met, wide, bias = {weights}")
    for least in _CHANCES:
        said = chance >= least
        right = (said & gold).sum()
        f1 = 2 * right / (said.sum() + gold.sum())
        print(f"  from {least:.2f}: F1 {f1:.3f}, precision {right / said.sum():.2f}, recall {right / gold.sum():.2f}")


if __name__ == "__main__":
    main()
