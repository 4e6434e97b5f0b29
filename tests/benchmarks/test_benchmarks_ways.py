"""The ways of writing, and how what is lost by them is counted: on posts of two lines, with a reader of the test's."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from benchmarks.ways_of_writing import POSTS, Told, cells, chosen, faults, posts, told
from benchmarks.writings import WAYS, written
from nlp.text import repair

TEXT = "My café boss, Mr Tan, took our passports. He said: no money, no papers & no way home."
LONG = " ".join([TEXT] * 6)


@pytest.mark.parametrize("way", WAYS)
def test_a_text_is_written_anew_and_the_same_for_the_same_seed(way: str) -> None:
    assert written(LONG, way, 3) == written(LONG, way, 3)
    assert (written(LONG, way, 3) != LONG) == (way != "as written")


@pytest.mark.parametrize("way", ["styled letters", "full-width letters", "zero-width marks", "HTML entities left",
                                 "Cyrillic look-alikes", "Greek look-alikes", "mojibake"])  # fmt: skip
def test_what_the_repair_undoes_is_written_so_that_it_can_be(way: str) -> None:
    assert repair(written(TEXT, way, 3)).text == TEXT


@pytest.mark.parametrize(("way", "expected"), [
    ("a capital on every word", "It's The Boss"),
    ("no punctuation", "Its the boss"),
    ("digits for letters, all long words", "It's the boss"),
    ("asterisks for vowels, one long word in three", "It's the boss"),
])  # fmt: skip
def test_some_ways_by_hand(way: str, expected: str) -> None:
    assert written("It's the boss", way, 1) == expected


def test_posts_are_drawn_in_equal_numbers_from_the_halves_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "posts.txt"
    lines = ["# head", "a + en FARM | one", "a - en - | two", "a - en - | three", "b + en - | four"]
    file.write_text("\n".join(lines), encoding="utf-8")
    telling, others = chosen(posts(file), "a", 1)
    assert [one.text for one in telling] == ["one"]
    assert len(others) == 1
    assert {one.half for one in posts(POSTS)} == set("abcde")


def test_signals_lost_and_won_are_counted_beside_those_as_written() -> None:
    plain = [Told((True, True, True, False), (frozenset({"A", "B"}), frozenset({"A"}), frozenset(), frozenset()))] * 2
    now = [Told((True, False, False, True), (frozenset({"B", "C"}), frozenset(), frozenset(), frozenset({"A"})))] * 2
    assert cells(plain, now) == ["2 of 4 (-2 +1)", "2 of 4 (-2 +1)", "1 of 3"]
    assert faults(plain, now) == ["loses"]
    assert faults([now[0], now[0]], [plain[0], plain[0]]) == ["false signals"]


def test_posts_are_read_as_they_are_written() -> None:
    def read(texts: Sequence[str]) -> list[Any]:
        return [SimpleNamespace(signal=text.isupper(), signs=[SimpleNamespace(indicator="X")]) for text in texts]

    telling = [one for one in posts(POSTS) if one.half == "a"][:2]
    assert told(telling, "capitals", 1, read) == Told((True, True), (frozenset({"X"}),) * 2)
    assert not any(told(telling, "small letters", 1, read).signals)
