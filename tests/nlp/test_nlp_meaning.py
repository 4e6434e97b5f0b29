"""What sentences mean: on passages that no weight was fitted to, at a bounded price."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from core.records import Analysis, Passage
from nlp.evaluate import Scores, score
from nlp.meaning import Meaning
from nlp.reading import Reader
from nlp.taught import Taught, passages

HERE = Path(__file__).parent
# Scores of these passages, less a little room. No weight or cue was fitted to them; two thresholds were raised after
# their first reading (signs .67 before, .71 after), so they are held out, but not quite blind.
FLOORS = {"case_f1": 0.95, "signs_f1": 0.68, "voice": 0.80, "venues_f1": 0.76, "needs_f1": 0.60}


@cache
def reader() -> Reader:
    return Reader.load()


def read(passage: Passage) -> Analysis:
    return reader().read(passage, thorough=True)


def labelled(taught: Taught, number: int) -> dict[str, object]:
    ids = {card.id.partition("_")[0]: card.id for card in reader().cards.indicators}
    one = {
        "voice": taught.voice,
        "signs": [ids[sign] for sign in taught.signs],
        "venues": taught.venues,
        "needs": taught.needs,
        "case": taught.case,
    }
    return {"id": f"held-{number}", "lang": taught.language, "text": taught.text, "reader_a": one, "reader_b": one}


@cache
def held_out() -> Scores:
    rows = [labelled(taught, at) for at, taught in enumerate(passages(HERE / "heldout_passages.txt"))]
    return score(rows, read)


@pytest.mark.parametrize("part", sorted(FLOORS))
def test_passages_never_fitted_to_are_read_at_least_this_well(part: str) -> None:
    assert held_out().summary()[part] >= FLOORS[part], held_out().misses


def test_a_code_of_conduct_is_no_case_however_many_signs_it_names() -> None:
    text = (
        "The company explicitly prohibits abuse of the vulnerability of migrant workers, physical violence, threats "
        "against workers or their families, and the retention of passports by contractors acting on its behalf."
    )
    assert not read(Passage(text, language="en", kind="article")).signal


def test_a_sign_by_meaning_shows_its_sentence_and_its_chance() -> None:
    text = "I came to cook. The woman of the house put my passport in her wardrobe and I never saw it since."
    found = [sign for sign in read(Passage(text, language="en")).signs if ".meaning: " in sign.rule]
    assert all(text[sign.start : sign.end] == sign.quote and sign.grade in "CD" for sign in found)
    assert all(sign.score <= sign.score_before and sign.context.startswith("case ") for sign in found)


@dataclass
class Counting:
    """Stands for the embedding model; counts the sentences it was asked for."""

    asked: int = 0

    def __call__(self, sentences: list[str]) -> np.ndarray:
        self.asked += len(sentences)
        return np.zeros((len(sentences), 384), dtype=np.float32)


def counted(text: str, *, thorough: bool, kind: str = "post") -> int:
    meaning, counting = Meaning.load(), Counting()
    meaning.embed = counting  # type: ignore[assignment]
    Reader(reader().cards, None, meaning).read(Passage(text, language="en", kind=kind), thorough=thorough)  # type: ignore[arg-type]
    return counting.asked


def test_a_long_text_costs_no_more_than_twelve_sentences() -> None:
    assert counted("My boss took my passport and never paid me a cent. " * 400, thorough=True) == 12


def test_a_post_in_a_stream_is_not_asked_for_its_meaning() -> None:
    assert counted("My boss took my passport and never paid me a cent. " * 4, thorough=False) == 0


def test_an_advertisement_is_not_asked_for_its_meaning() -> None:
    text = (
        "Hiring waiters, apply now, call [PHONE:1a2b3c4d], salary RM1800, experience needed, full time, interview. " * 4
    )
    assert counted(text, thorough=True, kind="ad") == 0


@pytest.mark.parametrize("text", ["\ud800 lone surrogate " * 12, "nul \0 inside " * 20, "word " * 5000, "a\n" * 3000])
def test_hostile_text_is_embedded_without_harm(text: str) -> None:
    assert read(Passage(text, language="en")).signal in (True, False)


def test_a_line_that_is_no_passage_is_named(tmp_path: Path) -> None:
    path = tmp_path / "bad.txt"
    path.write_text("# head\nen X - | nothing <>\n", encoding="utf-8")
    with pytest.raises(ValueError, match="line 2"):
        passages(path)
