"""Derives privacy/data/contacttagger.npz from our marked posts: `python -m benchmarks.fit_contacts [--left-out FOLDS]`.

Taught are privacy/data/taught_contacts.txt, the sets of tests/privacy that are spent as tests, the first half of
hard_contacts.txt, and privacy/data/taught_names.txt, of which a fifth hold contacts; each as it is and in variants with
other contacts, digits and cases. Pieces of half of the ordinary texts of the reference data teach what is none.
--left-out prints what is covered in posts left out of the fit, and writes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from random import Random

import numpy as np

from benchmarks.contact_lessons import OUTPUTS, Lesson, lesson, posts
from benchmarks.marked_posts import CASES, prepared
from benchmarks.name_network import Adam, Bank, Net, batches, row_of, written
from benchmarks.shared import command
from privacy import contacts
from privacy.contactfeatures import columns
from privacy.contacttagger import WEIGHTS
from privacy.tagger import Tagger

_REACH = 4
_ROUNDS, _BATCH, _A_ROUND = 7, 1500, 5  # variants of a post a round
_OFTEN = 3  # posts in which a word must stand to be known as itself


def main() -> None:
    """Fit and write, or print how much is covered in posts that were left out."""
    parser = command(__doc__, "")
    parser.add_argument("--left-out", type=int, default=0)
    given, bank, taught = parser.parse_args(), Bank(columns), posts()
    if not given.left_out:
        written(fit(bank, lesson(bank, taught, given.folder)), WEIGHTS)
        return
    fold = np.random.default_rng(5).integers(0, given.left_out, len(taught))
    for part in range(given.left_out):
        kept = [line for line, at in zip(taught, fold, strict=True) if at != part]
        left = [line for line, at in zip(taught, fold, strict=True) if at == part]
        tagger = fit(bank, lesson(bank, kept, given.folder))
        for name, case in CASES.items():
            print(f"fold {part}, {name}: {_covered(left, case, tagger)}")


def fit(bank: Bank, lesson: Lesson) -> Tagger:
    """A tagger of a lesson."""
    every = [*lesson.posts, *lesson.plain]
    known = Counter(number for group in every for number in np.unique(group[0].ids[:, 0]).tolist())
    often = frozenset(number for number, many in known.items() if many >= _OFTEN)
    net = Net(bank, often, np.random.default_rng(0), _REACH, OUTPUTS)
    dice, descent = Random(0), None
    for _ in range(_ROUNDS):
        texts = [one for group in lesson.posts for one in dice.sample(group, min(len(group), _A_ROUND))]
        texts += [dice.choice(group) for group in lesson.plain]
        dice.shuffle(texts)
        steps = list(batches(texts, _BATCH))
        descent = descent or Adam(net.parts, len(steps) * _ROUNDS)
        for batch in steps:
            descent.down(net.slopes(*row_of(batch, _REACH)))
    return net.tagger()


def _covered(left: list[str], case: Callable[[str], str], tagger: Tagger) -> dict[str, tuple[int, float, float]]:
    """By kind: how many, the share covered whole (of what must stay: left whole) by rules alone and with the tagger."""
    wanted, ruled, taught = Counter[str](), Counter[str](), Counter[str]()
    for text, gold in prepared(left, case):
        for counter, spans in (
            (ruled, contacts.find(text, taught=False)),
            (taught, contacts.find(text, tagger=tagger)),
        ):
            inside = {offset for span in spans for offset in range(span.start, span.end)}
            for start, end, kind in gold:
                needed = {offset for offset in range(start, end) if text[offset].isalnum()}
                counter[kind] += needed <= inside if kind != "stays" else not needed & inside
        wanted.update(kind for _, _, kind in gold if kind != "persons")
    return {kind: (many, round(ruled[kind] / many, 3), round(taught[kind] / many, 3)) for kind, many in wanted.items()}


if __name__ == "__main__":
    main()
