"""Marked posts and ordinary texts as lessons for the tagger of contacts. For `benchmarks.fit_contacts`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np

from benchmarks.contact_variants import CONTACTS, pieces, varied
from benchmarks.name_network import Bank, Text
from benchmarks.name_variants import Pieces, joined
from benchmarks.reading import real_texts
from benchmarks.shared import lines
from benchmarks.writings import written
from privacy import contacts, contacttokens
from privacy.contactfeatures import keys
from privacy.contacttagger import KINDS, WEIGHTS, labelled
from privacy.folding import fold

ROOT = Path(__file__).parent.parent
TAUGHT = WEIGHTS.with_name("taught_contacts.txt")
NAMES = WEIGHTS.with_name("taught_names.txt")
OUTPUTS = 1 + len(KINDS)
_SPENT = ("fresh_texts.txt", "hard_texts.txt", "loose_contacts.txt")
_SHUT = "# Second half: shut."
_COLUMNS = {"phones": 1, "e-mails": 2, "account names": 3, "numbers": 4}
_VARIANTS, _PLAIN_VARIANTS, _ORDINARY = 8, 2, 1500
# Ordinary words in disguise are no contacts ("p.a.y", "h*tel").
_DISGUISES = (
    "letters parted by dots, one long word in four",
    "letters parted by blanks, one long word in four",
    "asterisks for vowels, one long word in three",
    "digits for letters, one long word in three",
)
# What a token weighs: those of contacts and what must stay more than the rest.
_WEIGHTS = dict.fromkeys(CONTACTS, 1.5) | {"stays": 2.0}
_ORDINARY_WEIGHT = 1.0


@dataclass(frozen=True, slots=True)
class Lesson:
    """Variants of each post that was written about contacts or holds some, and of each text that holds none."""

    posts: list[list[Text]]
    plain: list[list[Text]]


def posts() -> list[str]:
    """The marked posts that are taught, but those about names that hold no contact; what is shut is left out."""
    folder = ROOT / "tests" / "privacy"
    opened = (folder / "hard_contacts.txt").read_text(encoding="utf-8").partition(_SHUT)[0].splitlines()
    every = [line for line in opened if line and not line.startswith("# ")]
    every += [line for name in _SPENT for line in lines(folder / name)]
    every += lines(TAUGHT) if TAUGHT.exists() else []
    return every + [line for line in lines(NAMES) if _holds(line)]


def lesson(bank: Bank, taught: Sequence[str], folder: Path) -> Lesson:
    """All that is taught, from these posts."""
    pool = defaultdict[str, list[str]](list)
    for text, kind in (part for line in taught for part in pieces(line)):
        if kind in _COLUMNS:
            pool[kind].append(text)
    marked = [_group(bank, line, pool, seed, _VARIANTS) for seed, line in enumerate(taught)]
    plain = [line for line in lines(NAMES) if not _holds(line)]
    unmarked = [
        [*_group(bank, line, {}, seed, _PLAIN_VARIANTS), _disguised(bank, line, seed)]
        for seed, line in enumerate(plain)
    ]
    return Lesson(marked, [*unmarked, *_ordinary(bank, folder)])


def _holds(line: str) -> bool:
    return any(kind in CONTACTS for _, kind in pieces(line))


def _group(bank: Bank, line: str, pool: dict[str, list[str]], seed: int, many: int) -> list[Text]:
    dice, parts = Random(seed), pieces(line)
    return [text_of(bank, one) for one in (parts, *(varied(parts, pool, dice) for _ in range(many)))]


def _disguised(bank: Bank, line: str, seed: int) -> Text:
    way = _DISGUISES[seed % len(_DISGUISES)]
    return text_of(bank, [(written(text, way, seed) if kind == "other" else text, kind) for text, kind in pieces(line)])


def _ordinary(bank: Bank, folder: Path) -> Iterator[list[Text]]:
    """Pieces of half of the ordinary texts; what rules find in them teaches nothing, the rest is no contact."""
    dice = Random(8)
    for raws in real_texts(folder).values():
        for raw in dice.sample(raws[::2], min(_ORDINARY, len(raws[::2]))):
            start = dice.randrange(max(1, len(raw.text) - 400))
            piece = raw.text[raw.text.find(" ", start) + 1 if start else 0 :][:500].rpartition(" ")[0]
            if piece:
                yield [text_of(bank, [(piece, "other")], _ORDINARY_WEIGHT)]


def text_of(bank: Bank, parts: Pieces, weight: float = 1.0) -> Text:
    """A post taken apart, as numbers; what rules find and no mark tells of, as addresses of pages, weighs nothing."""
    text, spans = joined(parts)
    folded = fold(text)
    tokens = contacttokens.read(folded.text)
    labels = labelled(tokens, contacts.by_rules(folded))
    ids = np.array([[bank.number(key) for key in kind] for kind in keys(folded, tokens)], np.int32).T
    named, weights = np.zeros((len(ids), OUTPUTS), np.float32), np.zeros(len(ids), np.float32)
    kinds = {at: kind for start, end, kind in spans for at in range(start, end)}
    for at, token in enumerate(tokens):
        kind = kinds.get(folded.back(token.start, token.end)[0], "other")
        if kind in CONTACTS:
            named[at, [0, _COLUMNS.get(kind, 0)]] = 1
        if kind in _WEIGHTS or not labels[at]:
            weights[at] = weight * _WEIGHTS.get(kind, 1.0)
    return Text(ids, named, weights)
