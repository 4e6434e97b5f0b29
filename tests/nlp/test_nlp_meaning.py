"""What sentences mean: on passages that no weight was fitted to, at a bounded price."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from benchmarks.passages import HERE, KEPT, SETS, line, rows_of
from core.records import Analysis, Passage
from nlp.derive_meaning import DATA
from nlp.embedding import SIZE
from nlp.evaluate import Read, Scores, labelled, score
from nlp.gate import LINES, Gate
from nlp.meaning import Meaning
from nlp.reading import Asked, Reader
from nlp.taught import every_passage, passages

FLOORS = yaml.safe_load((HERE / "floors.yml").read_text("utf-8"))
ROOM = "My daughter's housemate left: room near the university, for 6 months, student preferred. Write for pictures."
PARTS = {"cases": "case_f1", "signs": "signs_f1", "voice": "voice", "venues": "venues_f1", "needs": "needs_f1"}


@cache
def reader() -> Reader:
    return Reader.load()


@cache
def read(passage: Passage) -> Analysis:
    return reader().read(passage, meaning="always")


def read_in_a_stream(passage: Passage) -> Analysis:
    return reader().read(passage, meaning="if likely")


@cache
def scored(names: tuple[str, ...], language: str = "", how: Read = read) -> Scores:
    rows = labelled(KEPT[names[0]]) if names[0] in KEPT else rows_of(names, reader())
    return score([row for row in rows if language in ("", row["lang"])], how)


def holds(names: tuple[str, ...], component: str, language: str = "all", how: Read = read) -> None:
    """The floor of a component in floors.yml, where one below the best asks for a reason (test_nlp_posts.py)."""
    found = scored(names, "" if language == "all" else language, how)
    part = PARTS[component.rpartition("_")[2]]
    assert found.summary()[part] >= FLOORS[component][language]["floor"], found.misses


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("name", ["heldout", pytest.param("fresh", marks=pytest.mark.full)])
def test_passages_never_fitted_to_are_read_at_least_this_well(name: str, part: str) -> None:
    holds((name,), f"{name}_{part}")


def test_the_benchmark_prints_the_figures_that_the_floors_are_held_against() -> None:
    def by_cues(passage: Passage) -> Analysis:
        return reader().read(passage, meaning="never")

    figures = score(rows_of(["fresh"], reader()), by_cues).summary()
    told = [float(one) for one in line("fresh", rows_of(["fresh"], reader()), by_cues).split(" | ")[1:-1]]
    wanted = [figures[PARTS[part]] for part in ("cases", "signs", "voice", "venues")]
    assert told[:2] + told[4:6] == pytest.approx(wanted, abs=0.0006)
    assert 2 / (1 / told[2] + 1 / told[3]) == pytest.approx(told[1], abs=0.002)


@pytest.mark.full
@pytest.mark.parametrize("part", PARTS)
def test_eighty_blind_passages_are_read_at_least_this_well(part: str) -> None:
    holds(("blind",), f"blind_{part}")


@pytest.mark.full
@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("name", KEPT)
def test_passages_kept_until_the_model_stood_are_read_at_least_this_well(name: str, part: str) -> None:
    holds((name,), f"{name}_{part}")


@pytest.mark.full
@pytest.mark.parametrize("part", PARTS)
def test_passages_written_later_are_read_at_least_this_well(part: str) -> None:
    holds(("later_a", "later_b"), f"later_{part}")


@pytest.mark.full
@pytest.mark.parametrize("part", ["cases", "signs"])
@pytest.mark.parametrize("language", ["de", "en", "es", "fr", "id", "ms", "pt", "tl"])
def test_no_language_is_left_behind(language: str, part: str) -> None:
    holds(tuple(SETS), f"passages_{part}", language)


@pytest.mark.full
@pytest.mark.parametrize("part", PARTS)
def test_a_stream_is_read_nearly_as_well(part: str) -> None:
    holds(tuple(SETS), f"stream_{part}", how=read_in_a_stream)


def test_the_gate_of_a_stream_lets_nearly_every_case_through() -> None:
    gate, taught = Gate.load(), [passage for name in SETS.values() for passage in passages(HERE / name)]
    cases = [passage for passage in taught if passage.case]
    assert sum(gate.lets_through("", passage.text) for passage in cases) >= 0.97 * len(cases)


@pytest.mark.parametrize("text", ["", "\ud800", "x" * 5000, "\0"])
def test_hostile_text_does_not_harm_the_gate(text: str) -> None:
    assert Gate.load().lets_through(text, text) in (True, False)


def test_a_code_of_conduct_is_no_case_however_many_signs_it_names() -> None:
    text = (
        "The company explicitly prohibits abuse of the vulnerability of migrant workers, physical violence, threats "
        "against workers or their families, and the retention of passports by contractors acting on its behalf."
    )
    assert not read(Passage(text, language="en", kind="article")).signal


def test_an_ad_that_looks_like_bait_is_asked_for_its_meaning() -> None:
    text = (
        "Ladies between 18 and 24 wanted for a club overseas, 3,500 dollars each month, nobody asks for experience. "
        "We take care of flight, visa and a bed. The group leaves on Thursday. Write to us on Telegram with two photos."
    )
    found = read(Passage(text, language="en", kind="ad"))
    assert found.voice == "VOICE_AD"
    told = {one.indicator for one in found.signs}
    assert told >= {"RF02_TOO_GOOD", "RF03_ALL_EXPENSES_HOUSING", "RF04_URGENT_DEPARTURE"}


@pytest.mark.parametrize(
    "text",
    [
        "Five men appeared before magistrates over the brawl outside the Crown Inn on the bank holiday. The court "
        "heard that bottles were thrown, a doorman was punched to the ground and police officers were threatened with "
        "a chair leg. Two denied affray. The case was put back to June for a report, and all were given bail.",
        "A fire tore through a two-storey home on Seventh Street early on Sunday. A family of five was trapped on the "
        "upper floor until neighbours brought a ladder, and two dogs were hurt. The cause is being looked into.",
    ],
)
def test_force_and_fear_in_the_local_news_are_no_case_by_themselves(text: str) -> None:
    assert not read(Passage(text, language="en", kind="article")).signal


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Workers are threatened with being handed to the immigration police."),
        ("fr", "Employeur qui menace de livrer les ouvriers aux services d'immigration."),
    ],
)
def test_one_line_of_a_list_of_signs_is_no_case(language: str, text: str) -> None:
    assert not read(Passage(text, language=language)).signal


def test_a_sign_by_meaning_shows_its_sentence_and_its_chance() -> None:
    text = "I came to cook. The woman of the house put my passport in her wardrobe and I never saw it since."
    found = [sign for sign in read(Passage(text, language="en")).signs if ".meaning: " in sign.rule]
    assert all(text[sign.start : sign.end] == sign.quote and sign.grade in "CD" for sign in found)
    assert all(sign.score <= sign.score_before and sign.context.startswith("case ") for sign in found)


@dataclass
class Counting:
    """Stands for the embedding model; counts the sentences it was asked for."""

    asked: int = 0
    characters: int = 0

    def __call__(self, sentences: list[str]) -> np.ndarray:
        self.asked += len(sentences)
        self.characters += sum(map(len, sentences))
        return np.zeros((len(sentences), SIZE), dtype=np.float32)


def counted(text: str, meaning_asked: Asked, kind: str = "post") -> int:
    return budget(text, meaning_asked, kind)[0].asked


def budget(text: str, meaning_asked: Asked, kind: str = "post") -> tuple[Counting, Analysis]:
    meaning, counting = Meaning.load(), Counting()
    meaning.embed = counting  # type: ignore[assignment]
    asked = Reader(reader().cards, None, meaning, Gate.load(), Gate.load(LINES))
    passage = Passage(text, language="en", kind=kind)  # type: ignore[arg-type]
    return counting, asked.read(passage, meaning=meaning_asked)


@pytest.mark.parametrize("asked", ["always", "if likely"])
def test_a_long_text_costs_no_more_than_twelve_sentences(asked: Asked) -> None:
    assert counted("My boss took my passport and never paid me a cent. " * 400, asked) == 12


def test_of_a_text_of_long_sentences_the_most_telling_are_asked_and_the_reasons_say_what_was_left_out() -> None:
    long = "It rained for a week in the hills, and the road to the coast was closed to lorries and buses all the time. "
    long, told = long.replace(". ", ", ") * 2 + "it is said. ", "My boss took my passport. " * 2
    text = (long * 20 + told + long * 20).strip()
    counting, found = budget(text, "always")
    assert 900 < counting.characters <= 1_200
    assert counting.asked == 7
    assert f"{len(text) - counting.characters} characters left out" in found.reasons[-1]
    counting, found = budget(long * 4 + told, "always")
    assert counting.asked == 6
    assert not any("left out" in reason for reason in found.reasons)


def test_an_ordinary_post_in_a_stream_is_not_asked_for_its_meaning() -> None:
    text = "The harvest festival opens on Saturday with a market, music by local bands and free parking by the church. "
    assert (counted(text * 3, "if likely"), counted(text, "never")) == (0, 0)


def test_a_report_that_cues_alone_call_a_signal_is_asked_for_its_meaning_in_a_stream() -> None:
    text = (
        "The court heard on Monday that the driver threatened the clerk, beat him and locked him in the store room, "
        "and that he lied about the van. The shop on Mill Street opens again on Thursday with new locks, he said. "
    )
    passage = Passage(text, language="en", kind="article")
    assert Reader.load().read(passage, meaning="never").signal
    assert not Reader.load().read(passage, meaning="if likely").signal


def test_an_ordinary_advertisement_is_not_asked_for_its_meaning() -> None:
    text = (
        "Hiring waiters, apply now, call [PHONE:1a2b3c4d], salary RM1800, experience needed, full time, interview. " * 4
    )
    assert counted(text, "always", kind="ad") == 0


def test_a_line_that_is_no_passage_is_named(tmp_path: Path) -> None:
    path = tmp_path / "bad.txt"
    path.write_text("# head\nen X - | nothing <>\n", encoding="utf-8")
    with pytest.raises(ValueError, match="line 2"):
        passages(path)


def test_passages_are_taught_from_every_file_in_order(tmp_path: Path) -> None:
    for name, text in [("taught_passages_2.txt", "Second."), ("taught_passages.txt", "First."), ("other.txt", "None.")]:
        (tmp_path / name).write_text(f"en - - | {text} <>\n", encoding="utf-8")
    assert [passage.text for passage in every_passage(tmp_path)] == ["First.", "Second."]


def test_a_folder_without_taught_passages_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no file"):
        every_passage(tmp_path)


@cache
def taught_sentences() -> frozenset[str]:
    taught = every_passage(DATA) + passages(DATA / "taught_posts.txt")
    return frozenset(sentence for passage in taught for sentence, _ in passage.sentences)


@pytest.mark.parametrize("held", sorted(HERE.glob("*_passages*.txt")), ids=lambda path: path.stem)
def test_no_sentence_of_a_held_out_passage_is_taught(held: Path) -> None:
    kept = {sentence for passage in passages(held) for sentence, _ in passage.sentences}
    assert kept
    assert not kept & taught_sentences()


@given(st.lists(st.from_regex(r"[0-9a-f]{8}", fullmatch=True), min_size=2, max_size=2))
@example(["06d431fe", "9332b029"])  # these once made a letting a first person's tale, or an advertisement
@example(["12345678", "deadbeef"])
@settings(max_examples=10, deadline=None)
def test_nothing_that_is_read_hangs_on_a_pseudonym(pseudonyms: list[str]) -> None:
    def said(pseudonym: str, asked: Asked) -> Analysis:
        text = f"{ROOM} ring [PERSON] on [PHONE:{pseudonym}] or write to [EMAIL:{pseudonym}]"
        return reader().read(Passage(text, "Room in Dubai for students", language="en"), meaning=asked)

    one, other = pseudonyms
    for asked in ("if likely", "always"):
        first, second = said(one, asked), said(other, asked)
        assert (first.voice, first.reasons, first.needs) == (second.voice, second.reasons, second.needs)
        assert [(sign.indicator, sign.score) for sign in first.signs] == [(s.indicator, s.score) for s in second.signs]


@pytest.mark.parametrize("text", ["\ud800 lone surrogate " * 12, "nul \0 inside " * 20, "word " * 5000, "a\n" * 3000])
def test_hostile_text_is_embedded_without_harm(text: str) -> None:
    assert read(Passage(text, language="en")).signal in (True, False)
