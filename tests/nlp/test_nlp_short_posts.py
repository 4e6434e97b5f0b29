"""Posts of a line or two, which are most of what a board brings: few are missed, and hardly any other is taken."""

from __future__ import annotations

from functools import cache

import pytest

from benchmarks.ways_of_writing import POSTS, posts
from benchmarks.writings import written
from core.records import Passage
from nlp.reading import Asked, Reader
from nlp.taught import passages


@cache
def signals() -> tuple[bool | None, ...]:
    reader = Reader.load()
    return tuple(
        reader.read(Passage(one.text, language=one.language, kind="post"), meaning="if likely").signal
        for one in posts()
    )


def read(half: str, *, tells: bool) -> list[tuple[str, bool]]:
    """Posts of a half, each with whether it was taken for a signal."""
    known = zip(posts(), signals(), strict=True)
    return [(one.text, bool(said)) for one, said in known if one.half == half and one.tells == tells]


@pytest.mark.parametrize(("half", "least"), [("a", 0.8), ("b", 0.8), ("c", 0.77), ("d", 0.8), ("e", 0.77)])
def test_most_short_posts_that_bear_signs_are_signals(half: str, least: float) -> None:
    told = read(half, tells=True)
    assert sum(said for _, said in told) >= least * len(told), [text for text, said in told if not said]


@pytest.mark.parametrize(("half", "most"), [("a", 0.12), ("b", 0.12), ("c", 0.12), ("d", 0.04), ("e", 0.04)])
def test_few_short_posts_near_them_are(half: str, most: float) -> None:
    others = read(half, tells=False)
    assert sum(said for _, said in others) <= most * len(others), [text for text, said in others if said]


@pytest.mark.parametrize("way", ["capitals", "an exclamation mark for each stop"])
def test_posts_that_shout_are_understood_as_well(way: str) -> None:
    """Half were missed while the encoders were asked for capitals, and while they were asked for such marks."""
    reader, told = Reader.load(), [one for one in posts() if one.half == "d" and one.tells]
    texts = [written(one.text, way, 1) for one in told]
    said = [reader.read(Passage(text, kind="post"), meaning="if likely").signal for text in texts]
    assert sum(map(bool, said)) >= 0.8 * len(told)


def test_hardly_any_line_of_a_list_of_signs_is_a_case() -> None:
    """Others' single lines count only where they name somebody, a place, a day or a number, or two cues speak."""
    lines, reader = passages(POSTS.with_name("general_lines.txt")), Reader.load()
    read = [reader.read(Passage(one.text, language=one.language, kind="article"), meaning="always") for one in lines]
    said = [one.text for one, told in zip(lines, read, strict=True) if told.signal]
    assert len(said) <= 0.1 * len(lines), said


THROWN_IN = {
    "pm me for details": "en",
    "dont post ur real name here": "en",
    "visa ready, fly next week": "en",
    "my cousin went through something also, took 4 months": "en",
    "motor pun tak lepas": "ms",
    "Can't travel any more, two tickets to Dubai, name change possible, selling for 450 both, pm me": "en",
}


@pytest.mark.parametrize("text", THROWN_IN)
def test_a_word_thrown_in_among_posts_is_no_signal_by_meaning_alone(text: str) -> None:
    """Answers sound like bait, or like a case; they stood among the posts of an alarm."""
    said = Reader.load().read(Passage(text, language=THROWN_IN[text], kind="post"), meaning="always")
    assert said.signal is False


@pytest.mark.parametrize("asked", ["if likely", "always"])
def test_what_somebody_read_is_no_case_however_much_like_one_it_sounds(asked: Asked) -> None:
    text = (
        "Finished a thriller: girl locked in a villa by traffickers, they take her passport, she works 18 hours a day."
    )
    assert Reader.load().read(Passage(text, language="en", kind="post"), meaning=asked).signal is False


def test_a_line_of_advocacy_is_no_case_however_sure_the_model() -> None:
    text = "Trabajadores que se sienten obligados a quedarse porque le adeudan parte del salario."
    assert not Reader.load().read(Passage(text, language="es", kind="article"), meaning="always").signal
