"""Cards of signs, venues and needs: found in their folders, checked, and made into cues."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from core.cards import Card, Indicator, NeedType, VenueType
from core.cards import load_cards as read_cards
from core.errors import CardError
from nlp.cues import Cue, CueError, compile_cue

NUMBER = "0.1"
_ROOM = Path(__file__).parent
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # both are safe; the C one is ten times faster

type Lists = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Cards:
    """Everything the reading knows. `words` and `markers`: language → name → alternatives or cues."""

    indicators: tuple[Indicator, ...]
    venues: tuple[VenueType, ...]
    needs: tuple[NeedType, ...]
    words: Mapping[str, Lists]
    markers: Mapping[str, Lists]
    version: str

    @property
    def languages(self) -> frozenset[str]:
        """Languages in which at least one sign has cues."""
        return frozenset(language for card in self.indicators for language in card.cues)

    def cues(self, language: str, sources: Iterable[str], where: str) -> list[Cue]:
        """Compile cues of one language. Raises CardError naming the card, the field and the cue."""
        try:
            return [compile_cue(source, self.words.get(language, {})) for source in sources]
        except CueError as error:
            raise CardError(f"{where}: {error}") from error


def load_cards(folder: Path | None = None) -> Cards:
    """All cards below `folder` (subfolders indicators, venues, needs), with the word classes and markers beside them.

    Without a folder the shipped ones. Raises CardError for an unknown field, an id given twice, or a folder without
    cards; a cue outside the cue language raises it when its language is first read (`nlp.check` reads them all).
    """
    root = folder or _ROOM
    digest = hashlib.sha256()
    lists = [_lists(_beside(root, name), digest) for name in ("words.yml", "markers.yml")]
    cards = Cards(
        indicators=_folder(root / "indicators", Indicator, digest),
        venues=_folder(root / "venues", VenueType, digest),
        needs=_folder(root / "needs", NeedType, digest),
        words=lists[0],
        markers=lists[1],
        version="",
    )
    if not cards.indicators:
        raise CardError(f"{root / 'indicators'}: no indicator cards.", remedy="Name the folder that holds them.")
    return Cards(**{**cards.__dict__, "version": f"{NUMBER}+{digest.hexdigest()[:8]}"})


def _beside(root: Path, name: str) -> Path:
    return root / name if (root / name).is_file() else _ROOM / name


def _folder[C: Card](folder: Path, form: type[C], digest: Any) -> tuple[C, ...]:
    found: dict[str, Path] = {}
    cards = []
    for path, card in read_cards(folder, form):
        key: str = getattr(card, "id")  # noqa: B009 - every form read here has an id
        if key in found:
            raise CardError(f"{path}: id '{key}' is already that of {found[key]}.", remedy="Give it another id.")
        found[key] = path
        digest.update(path.read_bytes())
        cards.append(card)
    return tuple(cards)


def _lists(path: Path, digest: Any) -> dict[str, Lists]:
    raw = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)
    digest.update(path.read_bytes())
    return {
        language: {name: _strings(path, name, values) for name, values in lists.items()}
        for language, lists in raw.items()
    }


def _strings(path: Path, name: str, values: Sequence[object] | str) -> tuple[str, ...]:
    items = [item.strip() for item in values.split("|")] if isinstance(values, str) else list(values)
    wrong = [item for item in items if not isinstance(item, str) or not item]
    if wrong:
        raise CardError(f"{path}: list '{name}' holds {wrong[0]!r}, which is no text.", remedy="Put it in quotes.")
    return tuple(str(item) for item in items)
