"""Training texts: our own fragments, put together by a seeded hand."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from core.ids import content_id

FOLDER = Path(__file__).parent
LANGUAGES = ("en", "ms", "id", "es", "fr")


@dataclass(frozen=True, slots=True)
class Example:
    """A text with its label. `fold` keeps texts made from the same fragments together, so that validation is honest."""

    text: str
    language: str
    signal: bool
    fold: int


def examples(seed: int, per_language: int, folds: int = 3) -> list[Example]:
    """`per_language` texts a language, a third of them bearing two or more signs.

    Every fragment belongs to one fold for good; a text is put together from fragments of its own fold alone.
    """
    hand = random.Random(seed)
    return [one for language in LANGUAGES for one in _of_language(language, per_language, folds, hand)]


def _of_language(language: str, number: int, folds: int, hand: random.Random) -> Iterator[Example]:
    book = yaml.safe_load((FOLDER / f"{language}.yml").read_text(encoding="utf-8"))
    for index in range(number):
        signal, fold = index % 3 == 0, index // 3 % folds
        text = _signal_text(book, fold, folds, hand) if signal else _ordinary_text(book, fold, folds, hand)
        yield Example(_roughen(text, hand), language, signal, fold)


def _signal_text(book: dict[str, Any], fold: int, folds: int, hand: random.Random) -> str:
    own = _own(book["signs"], fold, folds)
    kinds = hand.sample(sorted(own), k=min(len(own), hand.choice((2, 2, 3, 4))))
    parts = [_fill(hand.choice(own[kind]), book, hand) for kind in kinds]
    if hand.random() < 0.4:
        parts.insert(hand.randrange(len(parts) + 1), _ordinary_part(book, fold, folds, hand, ("trade", "talk")))
    return _join([hand.choice(book["openers"]), *parts, hand.choice(book["closings"])], book, hand)


def _ordinary_text(book: dict[str, Any], fold: int, folds: int, hand: random.Random) -> str:
    kinds = hand.choice((("jobs",), ("jobs",), ("trade",), ("talk",), ("about",), ("jobs", "talk")))
    parts = [_ordinary_part(book, fold, folds, hand, kinds) for _ in range(hand.choice((1, 2, 2, 3)))]
    if hand.random() < 0.15:
        # One sign means nothing: ordinary texts bear one now and then.
        own = _own(book["signs"], fold, folds)
        parts.append(_fill(hand.choice(own[hand.choice(sorted(own))]), book, hand))
    return _join([hand.choice(book["openers"]), *parts, hand.choice(book["closings"])], book, hand)


def _ordinary_part(book: dict[str, Any], fold: int, folds: int, hand: random.Random, kinds: tuple[str, ...]) -> str:
    own = _own(book["ordinary"], fold, folds)
    wanted = [kind for kind in kinds if kind in own] or sorted(own)
    return _fill(hand.choice(own[hand.choice(wanted)]), book, hand)


def _own(fragments: dict[str, list[str]], fold: int, folds: int) -> dict[str, list[str]]:
    """The fragments that belong to this fold, by kind; kinds without any are left out."""
    mine = {
        kind: [one for one in texts if int(content_id(one)[:8], 16) % folds == fold]
        for kind, texts in fragments.items()
    }
    return {kind: texts for kind, texts in mine.items() if texts}


def _fill(text: str, book: dict[str, Any], hand: random.Random) -> str:
    while "{" in text:
        name = text[text.index("{") + 1 : text.index("}")]
        text = text.replace(f"{{{name}}}", hand.choice(book["slots"][name]), 1)
    return text


def _join(parts: list[str], book: dict[str, Any], hand: random.Random) -> str:
    return hand.choice((". ", ", ", " - ", "\n")).join(_fill(part, book, hand) for part in parts if part)


def _roughen(text: str, hand: random.Random) -> str:
    """Some people write without capitals, some leave a letter out."""
    if hand.random() < 0.3:
        text = text.lower()
    if hand.random() < 0.3 and len(text) > 30:
        at = hand.randrange(5, len(text) - 5)
        text = text[:at] + text[at + 1 :]
    return text
