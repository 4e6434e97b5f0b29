"""The cue language: what it matches, what it refuses, and that it never runs away."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.cues import CueError, compile_cue
from nlp.fold import Folded, fold
from nlp.matcher import Matcher


def finds(cue: str, text: str, **classes: tuple[str, ...]) -> bool:
    return bool(Matcher([(0, compile_cue(cue, classes))]).hits(Folded.of(text)))


@pytest.mark.parametrize(
    ("cue", "text"),
    [
        ("passport*", "two PASSPORTS"),
        ("took ~3 passport", "took away all my passport"),
        ("(kept|held) ~1 passport", "held her passport"),
        ("car wash?", "a car, parked"),
        ("#13-24 (hours|hrs)", "worked 16hrs"),
        ("pay #", "pay RM1,500 now"),
        ("pay #", "pay $500"),
        ("don't pay", "they don’t pay"),
        ("don't pay", "they dont pay"),
        ("policía", "la POLICIA vino"),
        ("call [PHONE]", "call [PHONE:1a2b3c4d] now"),
        ("boss ~1 passport", "boss [PERSON] passport"),
        ("{boss} took", "my employer took it"),
        ("take me", "take\nme with you"),
    ],
)
def test_a_cue_finds(cue: str, text: str) -> None:
    assert finds(cue, text, boss=("boss", "employer*"))


@pytest.mark.parametrize(
    ("cue", "text"),
    [
        ("passport", "passports"),
        ("took ~3 passport", "took a b c d passport"),
        ("took ~3 passport", "They took it. My passport is here"),
        ("pass", "passport"),
        ("#13-24 hours", "8 hours"),
        ("#13-24 hours", "150 hours"),
        ("a b", "a\n\nB"),
    ],
)
def test_a_cue_does_not_find(cue: str, text: str) -> None:
    assert not finds(cue, text)


@pytest.mark.parametrize(
    "cue", ["", "(a", "a)", "~3 a", "a ~3", "a~3", "a?", "[NAME]", "{nowhere}", "(a)b", "(a)*", "*", "a ~99 b", "a % b"]
)
def test_what_is_not_of_the_language_is_refused_with_the_cue_named(cue: str) -> None:
    with pytest.raises(CueError, match=re.escape(f"'{cue}'")):
        compile_cue(cue)


def test_a_word_class_that_contains_itself_is_refused() -> None:
    with pytest.raises(CueError, match="contains itself"):
        compile_cue("{a}", {"a": ["{a}"]})


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert len(Folded.of(text).plain) == len(text)


@given(st.text())
def test_sentences_cover_the_text_in_order(text: str) -> None:
    folded = Folded.of(text)
    if text:
        assert folded.sentences[0][0] == 0
        assert folded.sentences[-1][1] == len(text)
        assert all(a[1] == b[0] for a, b in zip(folded.sentences, folded.sentences[1:], strict=False))


@given(st.lists(st.sampled_from(["boss", "took", "my", "passport", ".", "\n", "-", "…"]), max_size=30))
def test_a_hit_lies_on_the_words_the_regular_expression_would_find(words: list[str]) -> None:
    cue = compile_cue("took ~2 passport")
    folded = Folded.of(" ".join(words))
    plain = [match.span() for match in re.finditer(r"(?<!\w)" + cue.pattern.pattern, folded.plain)]
    assert set(plain) <= {(hit.start, hit.end) for hit in Matcher([(0, cue)]).hits(folded)}


#: As many beginnings of one word as make the matcher look at the word after it first.
MANY = (
    *("no", "no pay", "no pay?", "no ~2 pay", "no (pay|salary given)", "(no|not) my? pass*", "no # days", "no i've"),
    *("no (pay* given|my)", "no {boss}", "no pay-slip", "(no pay|not paid)", "(no|no pay) given", "(no pay)? given"),
)

WORDS = (
    "no",
    "not",
    "my",
    "pay",
    "payslip",
    "pay-slip",
    "salary",
    "given",
    "passport",
    "12",
    "days",
    "i've",
    "boss",
    "_my",
    ".",
)


@given(st.lists(st.sampled_from(WORDS), max_size=14))
def test_cues_that_begin_alike_are_found_together_as_they_are_alone(words: list[str]) -> None:
    cues = [compile_cue(source, {"boss": ("boss", "my boss")}) for source in MANY]
    folded = Folded.of(" ".join(words))
    together = Matcher(enumerate(cues))
    together.hits(Folded.of("no not given"))
    alone = [hit for number, cue in enumerate(cues) for hit in Matcher([(number, cue)]).hits(folded)]
    assert together.hits(folded) == sorted(alone, key=lambda hit: (hit.start, hit.key))


def test_where_many_cues_begin_alike_few_are_tried() -> None:
    second = [
        compile_cue(source, {"boss": ("boss",)}).second for source in ("no pay", "no my? pass*", "no ~2 pay", "no")
    ]
    assert second == [{("pay", False)}, {("my", False), ("pass", True)}, None, None]


@given(st.text(alphabet=st.sampled_from(list("abp .,'-!\n\t~#*{}[]()|?é0 9")), max_size=40))
def test_any_text_given_as_a_cue_is_compiled_or_refused_by_name(text: str) -> None:
    try:
        compile_cue(text)
    except CueError:
        return


def test_a_megabyte_of_almost_matches_is_read_in_a_second() -> None:
    matcher = Matcher([(0, compile_cue("took ~3 (passport|papers) ~3 (away|back)"))])
    text = "took my papers and " * 50_000
    began = time.process_time()
    matcher.hits(Folded.of(text))
    assert time.process_time() - began < 3
