"""Derives privacy/data/nametagger.npz from our marked posts: `python -m benchmarks.fit_names [--left-out FOLDS]`.

Each post of privacy/data/taught_names.txt and of tests/privacy is taught as it is and in variants: other names, other
towns, small letters, capitals. The taught passages, which hold hardly any names, teach what is none; in some of them
names are put where pronouns stood. Of half of the ordinary texts of the reference data, the English ones, the language
model says which words are persons. --left-out prints what is covered in posts left out of the fit, and writes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from random import Random

import numpy as np

from benchmarks.marked_posts import CASES, lines_of, prepared
from benchmarks.name_network import Adam, Aloud, Bank, Net, Text, batches, row_of, written
from benchmarks.name_variants import Pieces, cased, peopled, pieces, varied
from benchmarks.reading import real_texts
from benchmarks.shared import command
from nlp import person_places
from nlp.entities import Entities
from nlp.gazetteer import Gazetteer
from nlp.language import identify
from nlp.taught import Taught, every_passage
from privacy import contacts, names
from privacy.nametagger import WEIGHTS
from privacy.tagger import Tagger

ROOT = Path(__file__).parent.parent
TAUGHT = WEIGHTS.with_name("taught_names.txt")
SPENT = [ROOT / "tests" / "privacy" / name for name in ("hard_texts.txt", "fresh_texts.txt")]
_VARIANTS, _PASSAGES, _PEOPLED, _ORDINARY = 9, 8_000, 3, 1500
_ROUNDS, _BATCH = 6, 1000
# Variants of a post a round; words of passages beside one of posts, and what they weigh.
_A_ROUND, _OF_PASSAGES, _PASSAGE_WEIGHT = 4, 2.0, 0.5
_OFTEN = 3  # posts or passages in which a word must stand to be known as itself


@dataclass
class Lesson:
    """Variants of each post, of each post that is spent as a test, and of each taught passage."""

    posts: list[list[Text]]
    spent: list[list[Text]]
    passages: list[list[Text]]


def main() -> None:
    """Fit and write, or print how much is covered in posts that were left out."""
    parser = command(__doc__, "")
    parser.add_argument("--left-out", type=int, default=0)
    given, bank, aloud = parser.parse_args(), Bank(), Aloud()
    lines = lines_of(TAUGHT, "")
    posts = [_variants(bank, line, seed) for seed, line in enumerate(lines)]
    spent = [_variants(bank, line, seed) for seed, line in enumerate(line for p in SPENT for line in lines_of(p, ""))]
    lesson = Lesson(posts, spent, [*_passages(bank), *_ordinary(bank, given.folder)])
    if not given.left_out:
        written(fit(bank, lesson, aloud), WEIGHTS)
        return
    fold = np.random.default_rng(5).integers(0, given.left_out, len(lines))
    said: list[tuple[str, str, list[tuple[int, int, str]], Tagger]] = []
    for part in range(given.left_out):
        kept = [post for post, at in zip(posts, fold, strict=True) if at != part]
        tagger = fit(bank, Lesson(kept, spent, lesson.passages), aloud)
        left = [line for line, at in zip(lines, fold, strict=True) if at == part]
        said += [(name, text, gold, tagger) for name, case in CASES.items() for text, gold in prepared(left, case)]
    _print(said)


def fit(bank: Bank, lesson: Lesson, aloud: Aloud) -> Tagger:
    """A tagger of a lesson."""
    every = [*lesson.posts, *lesson.spent, *lesson.passages]
    known = Counter(number for group in every for number in np.unique(group[0].ids[:, 0]).tolist())
    net = Net(bank, frozenset(n for n, many in known.items() if many >= _OFTEN), np.random.default_rng(0))
    dice, descent = Random(0), None
    for _ in range(_ROUNDS):
        steps = list(batches(_round(lesson, dice), _BATCH))
        descent = descent or Adam(net.parts, len(steps) * _ROUNDS)
        for texts in steps:
            slopes = net.slopes(*row_of(texts))
            table, last = net.aloud(*aloud.draw(dice))
            slopes[0] += table
            slopes[-1] = last
            descent.down(slopes)
    return net.tagger()


def _round(lesson: Lesson, dice: Random) -> list[Text]:
    texts = [one for group in lesson.posts for one in dice.sample(group, min(len(group), _A_ROUND))]
    texts += [one for group in lesson.spent for one in dice.sample(group, min(len(group), 2))]
    room = _OF_PASSAGES * sum(len(text.names) for text in texts)
    while room > 0 and lesson.passages:
        text = dice.choice(dice.choice(lesson.passages))
        room -= len(text.names)
        texts.append(text)
    dice.shuffle(texts)
    return texts


def _variants(bank: Bank, line: str, seed: int) -> list[Text]:
    parts, dice = pieces(line), Random(seed)
    plain = [parts, *([(change(text), kind) for text, kind in parts] for change in (str.lower, str.upper))]
    return [bank.text(one) for one in (*plain, *(varied(parts, dice) for _ in range(_VARIANTS - 3)))]


def _passages(bank: Bank) -> Iterator[list[Text]]:
    """Some sentences of each, once as they are and some times with names in them."""
    dice = Random(3)
    every = every_passage(ROOT / "nlp" / "data")
    dice.shuffle(every)
    for passage in every[:_PASSAGES]:
        parts = _masked(_cut(passage, dice))
        texts = [bank.text(cased(parts, dice))]
        for _ in range(_PEOPLED):
            new = [
                one
                for text, kind in parts
                for one in (peopled(text, passage.language, dice) if kind == "other" else [(text, kind)])
            ]
            if any(kind == "person" for _, kind in new):
                texts.append(bank.text(cased(new, dice)))
        yield [Text(text.ids, text.names, text.weights * np.float32(_PASSAGE_WEIGHT)) for text in texts]


def _ordinary(bank: Bank, folder: Path) -> Iterator[list[Text]]:
    """Pieces of half of the English ordinary texts; persons are what the language model sees in them as written."""
    dice, entities, gazetteer = Random(8), Entities.load(), Gazetteer.load()
    chosen = [
        raw.text
        for name, raws in real_texts(folder).items()
        for raw in dice.sample(raws[::2], min(_ORDINARY, len(raws[::2])))
        if name != "posts"
    ]
    texts = [text for text in (_piece(text, dice) for text in chosen) if text and identify(text).code == "en"]
    for text, spans in zip(texts, entities.find(texts, ["en"] * len(texts)), strict=True):
        persons = [s for s in person_places.sort_out(spans, text, gazetteer) if s.label == "PERSON"]
        kinds = ["other"] * len(text)
        for kind, found in (
            ("mask", names.by_rule(text)),
            ("contact", contacts.find(text, taught=False)),
            ("person", persons),
        ):
            for span in found:
                kinds[span.start : span.end] = [kind] * (span.end - span.start)
        parts = [
            ("".join(c for c, _ in run), kind)
            for kind, run in groupby(zip(text, kinds, strict=True), key=lambda pair: pair[1])
        ]
        group = [bank.text(parts), bank.text(varied(parts, dice)), bank.text(varied(parts, dice))]
        yield [Text(one.ids, one.names, one.weights * np.float32(_PASSAGE_WEIGHT)) for one in group]


def _piece(text: str, dice: Random) -> str:
    """Some five hundred characters of a text, from a blank to a blank."""
    start = dice.randrange(max(1, len(text) - 400))
    return text[text.find(" ", start) + 1 if start else 0 :][:500].rpartition(" ")[0]


def _cut(passage: Taught, dice: Random) -> str:
    first, many = dice.randrange(len(passage.sentences)), dice.choice((1, 2, 3, 4))
    return " ".join(sentence for sentence, _ in passage.sentences[first : first + many])


def _masked(text: str) -> Pieces:
    parts: Pieces = []
    at = 0
    for span in sorted(names.by_rule(text), key=lambda span: span.start):
        parts += [(text[at : span.start], "other"), (text[span.start : span.end], "mask")]
        at = span.end
    return [part for part in [*parts, (text[at:], "other")] if part[0]]


def _print(said: Sequence[tuple[str, str, list[tuple[int, int, str]], Tagger]]) -> None:
    for case in CASES:
        wanted, whole = Counter[str](), Counter[str]()
        for text, gold, tagger in ((text, gold, tagger) for name, text, gold, tagger in said if name == case):
            spans = [*contacts.find(text), *names.find(text, tagger=tagger)]
            inside = {offset for span in spans for offset in range(span.start, span.end)}
            for start, end, kind in gold:
                needed = {offset for offset in range(start, end) if text[offset].isalnum()}
                wanted[kind] += 1
                whole[kind] += needed <= inside if kind != "stays" else not needed & inside
        print(case, {kind: (many, round(whole[kind] / many, 3)) for kind, many in wanted.items()})


if __name__ == "__main__":
    main()
