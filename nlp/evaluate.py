"""How well the reading does: against passages labelled by two readers, and on ordinary texts that should stay quiet."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from core.records import Analysis, Passage

type Read = Callable[[Passage], Analysis]


@dataclass
class Tally:
    """True and false positives and false negatives of sets of labels."""

    hit: int = 0
    false: int = 0
    missed: int = 0

    def add(self, said: set[str], gold: set[str]) -> None:
        """Count one document."""
        self.hit += len(said & gold)
        self.false += len(said - gold)
        self.missed += len(gold - said)

    @property
    def f1(self) -> float:
        """Micro-averaged F1; 1.0 where nothing was to be found and nothing was said."""
        total = 2 * self.hit + self.false + self.missed
        return 2 * self.hit / total if total else 1.0

    @property
    def precision(self) -> float:
        """Share of what was said that is right; 1.0 where nothing was said."""
        return self.hit / (self.hit + self.false) if self.hit + self.false else 1.0

    @property
    def recall(self) -> float:
        """Share of what was to be found that was said; 1.0 where nothing was to be found."""
        return self.hit / (self.hit + self.missed) if self.hit + self.missed else 1.0


@dataclass
class Scores:
    """Scores on labelled passages, each against the reader that fits better; `misses` tell of every difference."""

    passages: int = 0
    case: Tally = field(default_factory=Tally)
    signs: Tally = field(default_factory=Tally)
    venues: Tally = field(default_factory=Tally)
    needs: Tally = field(default_factory=Tally)
    voices: int = 0
    misses: list[str] = field(default_factory=list)

    def summary(self) -> dict[str, float]:
        """The figures by name."""
        return {
            "passages": self.passages,
            "case_f1": self.case.f1,
            "signs_f1": self.signs.f1,
            "voice": self.voices / self.passages if self.passages else 0.0,
            "venues_f1": self.venues.f1,
            "needs_f1": self.needs.f1,
        }


def labelled(path: Path) -> list[dict[str, Any]]:
    """Passages labelled by two readers, one JSON object a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def score(rows: Iterable[Mapping[str, Any]], read: Read) -> Scores:
    """Score a reading; `case` is compared with `signal`."""
    scores = Scores()
    for row in rows:
        _one(row, read(Passage(row["text"], language=row["lang"])), scores)
    return scores


def _one(row: Mapping[str, Any], analysis: Analysis, scores: Scores) -> None:
    readers = [row["reader_a"], row["reader_b"]]
    scores.passages += 1
    said_case = {"case"} if analysis.signal else set()
    gold_case = [{"case"} if reader["case"] else set[str]() for reader in readers]
    signs = {sign.indicator for sign in analysis.signs if sign.indicator.startswith(("ILO", "RF0"))}
    signs -= {name for name in signs if name.startswith("RF09")}
    parts = (
        ("case", scores.case, said_case, gold_case),
        ("signs", scores.signs, signs, [{s for s in r["signs"] if s[:2] in ("IL", "RF")} for r in readers]),
        ("venues", scores.venues, {venue.type for venue in analysis.venues}, [set(r["venues"]) for r in readers]),
        ("needs", scores.needs, {need.id for need in analysis.needs}, [set(r["needs"]) for r in readers]),
    )
    for name, tally, said, golds in parts:
        gold = min(golds, key=lambda labels: len(said ^ labels))
        tally.add(said, gold)
        if said != gold:
            extra, missing = ", ".join(sorted(said - gold)), ", ".join(sorted(gold - said))
            scores.misses.append(f"{row['id']} {row['lang']} {name}: too much [{extra}], missing [{missing}]")
    right = analysis.voice in {reader["voice"] for reader in readers}
    scores.voices += right
    if not right:
        wanted = " or ".join(sorted({str(reader["voice"]) for reader in readers}))
        scores.misses.append(f"{row['id']} {row['lang']} voice: {analysis.voice}, not {wanted} | {analysis.reasons[0]}")


def quiet(passages: Sequence[Passage], read: Read) -> tuple[float, list[tuple[Passage, Analysis]]]:
    """Share of ordinary passages that come out as signals, and those passages."""
    loud = [(passage, analysis) for passage in passages if (analysis := read(passage)).signal]
    return (len(loud) / len(passages) if passages else 0.0), loud
