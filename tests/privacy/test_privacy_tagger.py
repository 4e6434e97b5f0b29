"""The tagger of names: what it was taught holds in any case, and what it remembers of words changes nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from core.records import Span
from privacy import names, nametagger
from privacy.namefeatures import BUCKETS, FLAGS, columns
from privacy.nametagger import WEIGHTS, load
from privacy.tagger import Tagger

MARK = re.compile(r"\{([^}]*)\}|\|([^|]*)\||<(?:[peh]:)?([^>]*)>|«([^»]*)»")
POSTS = [
    line
    for line in (Path(__file__).parent / "blind_posts.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("# ")
][::2]


def unmarked(line: str) -> tuple[str, list[tuple[int, int, bool]]]:
    """The text without its marks, and where persons (true) and what must stay (false) are."""
    text, at, gold = "", 0, []
    for match in MARK.finditer(line):
        text += line[at : match.start()]
        inner = next(part for part in match.groups() if part is not None)
        if match[1] is not None or match[2] is not None:
            gold.append((len(text), len(text) + len(inner), match[1] is not None))
        text += inner
        at = match.end()
    return text + line[at:], gold


def chances(tagger: Tagger, text: str) -> list[float]:
    folded, words = names.words_of(text)
    return [round(float(chance), 5) for chance in nametagger.chances(folded.text, words, tagger)]


def test_what_is_remembered_of_words_changes_no_chance() -> None:
    fresh, text = Tagger.load(WEIGHTS, columns), "Please tell Zubaidah that Tok Ramli is in Kuala Lumpur.\nCALL HIM"
    alone = chances(fresh, text)
    chances(fresh, "other words, Kumba, and again others: Voahangy")
    assert chances(fresh, text) == alone
    assert chances(load(), text) == alone


def test_a_text_without_words_has_no_chances() -> None:
    assert len(nametagger.chances("", [])) == 0


@pytest.mark.parametrize("key", ["w:ahmad", "w:le`", "s:nnT", "g:, ", "t:first", "w:", "w:" + "x" * 300])
def test_every_key_adds_up_rows_that_are_there(key: str) -> None:
    flags, letters = columns(key)
    assert all(0 <= row < FLAGS for row in flags)
    assert letters
    assert all(FLAGS <= row < FLAGS + BUCKETS for row in letters)


def test_the_weights_are_small_and_finite() -> None:
    tagger = load()
    assert WEIGHTS.stat().st_size < 500_000
    assert all(np.isfinite(part).all() for part in (tagger.table, tagger.first, tagger.second, tagger.out))


def test_a_town_of_two_names_stays_a_town() -> None:
    assert names.find("kerja mamak kat Shah Alam") == []


# What stays in small letters was .92 while .86 of the persons were asked for.
@pytest.mark.parametrize(
    ("case", "persons", "stays"), [(str, 0.92, 0.9), (str.lower, 0.9, 0.91), (str.upper, 0.9, 0.91)]
)
def test_posts_nobody_learned_from_are_covered_without_the_language_model(
    case: Callable[[str], str], persons: float, stays: float
) -> None:
    whole: dict[bool, list[bool]] = {True: [], False: []}
    for text, gold in map(unmarked, POSTS):
        inside = {offset for span in names.find(case(text)) for offset in range(span.start, span.end)}
        for start, end, person in gold if len(case(text)) == len(text) else ():
            needed = {offset for offset in range(start, end) if text[offset].isalnum()}
            whole[person].append(needed <= inside if person else not needed & inside)
    assert sum(whole[True]) >= persons * len(whole[True]) > 0
    assert sum(whole[False]) >= stays * len(whole[False]) > 0


def test_what_another_reader_saw_goes_too_but_a_town_after_a_preposition_stays() -> None:
    text = "we met Voahangy Rakoto in Ann Arbor"
    seen = [Span(7, 22, "PERSON"), Span(26, 35, "PERSON")]
    assert [text[span.start : span.end] for span in names.find(text, seen=seen)] == ["Voahangy Rakoto"]


@pytest.mark.parametrize("text", ["Waiter wanted for a busy kitchen", "Chef required, Sheraton Doha, send papers"])
def test_who_is_wanted_and_a_house_in_a_city_are_no_persons_though_a_model_says_so(text: str) -> None:
    seen = [Span(0, 6, "PERSON")] if text.startswith("Waiter") else [Span(15, 28, "PERSON")]
    assert names.find(text, seen=seen) == []
    assert names.find("Barack Obama was here", seen=[Span(0, 12, "PERSON")])


@pytest.mark.parametrize("text", ["Hello everyone, I need help", "here they tore it", "Saya baca forum ni"])
def test_greetings_and_everyday_verbs_are_no_persons(text: str) -> None:
    assert names.find(text) == []


def test_a_town_met_as_the_first_of_all_texts_is_reckoned_like_any_other() -> None:
    texts = ["words enough to fill what room there was for them", "from Kuala Lumpur"]
    fresh = Tagger.load(WEIGHTS, columns)
    assert [chances(fresh, text) for text in texts] == [chances(load(), text) for text in texts]


@pytest.mark.parametrize("text", [
    "I am Filipino and I work at night",
    "Send your CV and a letter, our SOPs are strict",
    "Her name was withheld by the police.",
    "Köchin gesucht – مرحبا",
    "b",
    "The two women are Bolivian, the driver is Peruvian",
])  # fmt: skip
def test_peoples_short_forms_and_everyday_words_need_more_to_be_persons(text: str) -> None:
    assert names.find(text) == []


@pytest.mark.parametrize(("text", "name"), [
    ("Biruk says the van leaves at five", "Biruk"),
    ("we asked for Gaudencia, she was not there", "Gaudencia"),
    ("kemarin ilinca tidak datang", "ilinca"),
])  # fmt: skip
def test_a_first_name_alone_goes(text: str, name: str) -> None:
    assert [text[span.start : span.end] for span in names.find(text)] == [name]


@pytest.mark.parametrize(("text", "name"), [
    ("Se busca a Noemí Tzuc May, de 17 años", "Noemí Tzuc May"),
    ("the judge asked Eusebia Mamani de Apaza twice", "Eusebia Mamani de Apaza"),
])  # fmt: skip
def test_a_name_goes_on_over_everyday_words_and_particles(text: str, name: str) -> None:
    assert [text[span.start : span.end] for span in names.find(text)] == [name]


@pytest.mark.parametrize("text", ["reyes farms is hiring again", "Quispe Jewellers, Green Lanes"])
def test_a_trade_behind_a_name_makes_it_a_house(text: str) -> None:
    assert names.find(text) == []
