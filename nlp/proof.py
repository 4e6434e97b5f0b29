"""Is a card's proof thick enough? Enough sentences in each language, and near-misses of every kind that applies."""

from __future__ import annotations

from collections.abc import Iterator

from core.cards import Indicator, NearMiss, NeedType, Proof, VenueType
from nlp.reading import Reader
from nlp.sweep import name_of, read

# (must, must_not) in each language; the last three only for the ILO signs and the recruitment flags.
LEAST = {"en": (6, 6), "ms": (3, 3), "id": (3, 3), "es": (3, 3), "fr": (3, 3)}
FURTHER = {"tl": (3, 3), "pt": (3, 3), "de": (3, 3)}
_ALL: tuple[NearMiss, ...] = ("negation", "quotation", "homonym", "advocacy", "helpline", "legal", "fiction")
# What advertisements of adults say is never a signal by itself: such a card needs to know its words, not laws.
_WORDING: tuple[NearMiss, ...] = ("negation", "homonym")


def thin(card: Proof) -> list[str]:
    """Languages with too few sentences, by name. A card that is carried by an entity span needs none."""
    if getattr(card, "detector", None):
        return []
    name, missed = name_of(card), card.near_misses()
    faults = []
    for language, (must, must_not) in _least(card).items():
        for field, wanted, found in (
            ("must", must, len(card.must.get(language, ()))),
            ("must_not", must_not, len(missed.get(language, ()))),
        ):
            if found < wanted:
                faults.append(f"{name}: {found} '{field}' sentences in '{language}', {wanted} are asked")
    return faults


def kinds_missing(card: Proof) -> list[str]:
    """Kinds of near-miss that no English sentence shows and `inapplicable` does not excuse."""
    shown = card.near.get("en", {})
    return [
        f"{name_of(card)}: no near-miss of kind '{kind}' in 'en', and 'inapplicable' does not say why"
        for kind in _kinds(card)
        if kind not in shown and kind not in card.inapplicable
    ]


def too_far(card: Proof, reader: Reader) -> list[str]:
    """Near-misses that no cue of the card comes near: they would prove nothing. A homonym may avoid the cue itself."""
    return [
        f"{name_of(card)}: near-miss of kind '{kind}' ({language}) holds no cue of the card: {text}"
        for language, kinds in card.near.items()
        for kind, texts in kinds.items()
        if kind != "homonym"
        for text in texts
        if not _touched(card, text, language, reader)
    ]


def unoffered(card: Proof, reader: Reader) -> list[str]:
    """Main languages in which no sentence offers the help that a need card seeks."""
    if not isinstance(card, NeedType):
        return []
    return [
        f"{card.id}: no 'must_not' in '{language}' offers this help"
        for language in LEAST
        if not any(_touched(card, text, language, reader) for text in card.near_misses().get(language, ()))
    ]


def _least(card: Proof) -> dict[str, tuple[int, int]]:
    return {**LEAST, **FURTHER} if name_of(card).startswith(("ILO", "RF")) else LEAST


def _kinds(card: Proof) -> tuple[NearMiss, ...]:
    if isinstance(card, VenueType):
        return ("homonym",)
    if not isinstance(card, Indicator) or card.detector:
        return ()
    return _ALL if card.family != "AD" or card.id.startswith("AD08") else _WORDING


def _touched(card: Proof, text: str, language: str, reader: Reader) -> bool:
    return any(True for _ in _hits(card, text, language, reader))


def _hits(card: Proof, text: str, language: str, reader: Reader) -> Iterator[str]:
    name = name_of(card)
    for marks in read(text, language, reader).marks.values():
        for kind in ("cue", "told", "venue", "need"):
            yield from (hit.rule for hit in marks.kinds[kind] if hit.key.name == name)
