"""Venues and needs of posts marked by hand, and the floors below which no component may sink in any language.

`floors.yml` holds component → language → floor (what is asked), best (the highest it has stood at) and, where the
floor lies below the best, `lowered`: why. What rises by more than a twentieth above its best asks to be recorded.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import yaml

from core.records import Analysis, Passage
from nlp.catalog import load_cards
from nlp.gazetteer import Gazetteer
from nlp.reading import Reader

HERE = Path(__file__).parent
FLOORS: dict[str, dict[str, dict[str, float | str]]] = yaml.safe_load((HERE / "floors.yml").read_text("utf-8"))
_ROOM = 0.05


@dataclass
class Tally:
    """Marks found, marks told wrongly, marks missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, gold: set[str], told: set[str]) -> None:
        self.right += len(gold & told)
        self.wrong += len(told - gold)
        self.missed += len(gold - told)

    @property
    def f1(self) -> float:
        both = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / both if both else 1.0


@cache
def reader() -> Reader:
    return Reader(load_cards(), Gazetteer.load())


def posts(name: str) -> Iterator[tuple[str, str, str]]:
    """(language, marks, text) of each line."""
    for line in (HERE / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            language, marks, text = line.split(" | ", 2)
            yield language, "" if marks == "-" else marks, text


def venues(marks: str) -> dict[str, str]:
    pairs = (mark.strip().partition("=") for mark in marks.split(";") if mark)
    return {f"V_{kind}": name for kind, _, name in pairs}


def tallied(name: str, gold: Callable[[str], set[str]], told: Callable[[Analysis], set[str]]) -> dict[str, Tally]:
    tallies: dict[str, Tally] = defaultdict(Tally)
    for language, marks, text in posts(name):
        tallies[language].add(gold(marks), told(reader().read(Passage(text, language=language))))
    return tallies


def cases() -> dict[str, Tally]:
    """Signals among posts of workers and recruiters, and none among ordinary ones, by language."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    texts = yaml.safe_load((HERE / "reading_cases.yml").read_text("utf-8"))
    for kind in ("workers", "recruiting", "controlled", "ordinary", "quiet", "adult"):
        for row in texts[kind]:
            gold = {"signal"} if kind in ("workers", "recruiting", "controlled") else set[str]()
            told = reader().read(Passage(row["text"], language=row["lang"])).signal
            tallies[row["lang"]].add(gold, {"signal"} if told else set())
    return tallies


MEASURES: dict[str, Callable[[], dict[str, Tally]]] = {
    "cases": cases,
    "venue_types": lambda: tallied(
        "venue_posts.txt", lambda marks: set(venues(marks)), lambda a: {v.type for v in a.venues}
    ),
    "venue_names": lambda: tallied(
        "venue_posts.txt",
        lambda marks: {name for name in venues(marks).values() if name},
        lambda a: {venue.name for venue in a.venues if venue.name},
    ),
    "needs": lambda: tallied("need_posts.txt", lambda marks: set(marks.split()), lambda a: {n.id for n in a.needs}),
}


@pytest.mark.parametrize("component", MEASURES)
def test_no_component_sinks_below_its_floor_in_any_language(component: str) -> None:
    measured = {language: tally.f1 for language, tally in MEASURES[component]().items()}
    assert set(measured) == set(FLOORS[component])
    for language, value in measured.items():
        row = FLOORS[component][language]
        assert value >= float(row["floor"]), f"{component} in '{language}' sank to {value:.3f}"
        assert value <= float(row["best"]) + _ROOM, (
            f"{component} in '{language}' rose to {value:.3f}: record it as best"
        )


def unexplained(floors: dict[str, dict[str, dict[str, float | str]]]) -> list[str]:
    """Floors that lie below the best without a reason of a sentence's length."""
    return [
        f"{component}.{language}"
        for component, rows in floors.items()
        for language, row in rows.items()
        if float(row["floor"]) < float(row["best"]) and len(str(row.get("lowered", ""))) < 20
    ]


def test_a_floor_is_lowered_only_with_a_reason() -> None:
    assert unexplained(FLOORS) == []
    assert unexplained({"needs": {"en": {"floor": 0.8, "best": 0.9}}}) == ["needs.en"]
    assert not unexplained({"needs": {"en": {"floor": 0.8, "best": 0.9, "lowered": "Two marks were wrong."}}})


def test_offers_of_help_and_advertisements_name_no_need() -> None:
    offers = [(language, text) for language, marks, text in posts("need_posts.txt") if not marks]
    loud = [text for language, text in offers if reader().read(Passage(text, language=language)).needs]
    assert len(offers) >= 20
    assert loud == []
