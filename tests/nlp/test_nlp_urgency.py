"""What goes into the queue read by people: danger to somebody in particular now, and little else."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from benchmarks.urgent import Post, read
from core.records import Passage
from nlp.danger import WEIGHTS, Danger
from nlp.embedding import SIZE
from nlp.listeners import FILE
from nlp.logistic import Array
from nlp.reading import Asked, Reader
from nlp.taught import cries

HERE = Path(__file__).parent


@cache
def posts(name: str, asked: Asked) -> tuple[Post, ...]:
    return tuple(read(HERE / f"urgent_{name}.txt", Reader.load(), asked))


# Of cries the fewest that must be urgent, of others the most that may; of the blind file nobody is to read a line.
@pytest.mark.parametrize(
    ("name", "asked", "fewest", "most"),
    [("posts", "never", 0.85, 0.05), ("posts", "always", 0.8, 0.05), ("blind", "if likely", 0.75, 0.1)],
)
def test_most_cries_for_help_are_urgent_and_hardly_anything_else(
    name: str, asked: Asked, fewest: float, most: float
) -> None:
    cries = [post.said for post in posts(name, asked) if post.cry]
    others = [post.said for post in posts(name, asked) if not post.cry]
    assert sum(cries) >= fewest * len(cries)
    assert sum(others) <= most * len(others)


def test_danger_that_no_listed_word_tells_is_urgent_with_the_sentence_that_says_so() -> None:
    text = (
        "We came for the harvest. The door of our shed has no handle on the inside, he opens it at five. Any road near?"
    )
    told = Reader.load().read(Passage(text, language="en", kind="post"), meaning="always")
    assert told.urgent
    assert any("by meaning" in why and "no handle" in why for why in told.reasons)


def test_words_of_danger_are_overruled_by_sentences_that_are_in_jest() -> None:
    text = "Gefangen im Zoom-Call seit 8 Uhr, Chef zählt jede Minute Kamera aus. Bitte befreit mich, ich gebe Kekse."
    said = [
        Reader.load().read(Passage(text, language="de", kind="post"), meaning=asked) for asked in ("never", "always")
    ]
    assert [one.urgent for one in said] == [True, False]


@given(arrays(np.float32, st.tuples(st.integers(1, 5), st.just(4)), elements=st.floats(-9, 9, width=16)))
def test_the_sentence_that_is_shown_has_the_highest_odds_of_all_by_itself(vectors: Array) -> None:
    head = Danger(np.array([1, -2, 0, 0.5, 2, 0, -1, 1], np.float32), 0.25)
    _, most = head.told(vectors)
    alone = [head.told(one[None])[0] for one in vectors]
    assert alone[most] == pytest.approx(max(alone), abs=1e-3)


def test_one_pressing_sentence_among_calm_ones_is_heard() -> None:
    head = Danger(np.array([0, 0, 1, -1], np.float32), -2.0)
    calm, pressing = np.zeros((3, 2), np.float32), np.array([[5, 0]], np.float32)
    assert head.told(calm)[0] == pytest.approx(-2.0)
    assert head.told(np.vstack([calm, pressing])) == (pytest.approx(3.0), 3)


def test_the_weights_were_made_for_the_listeners_that_are_shipped() -> None:
    """Whoever derives the meaning anew derives the danger after it."""
    with np.load(WEIGHTS) as kept:
        assert str(kept["listeners"]) == hashlib.sha256(FILE.read_bytes()).hexdigest()
        assert kept["weights"].shape == (2 * SIZE,)


def test_marked_posts_that_are_not_of_the_form_are_told_by_their_line(tmp_path: Path) -> None:
    wrong = tmp_path / "cries.txt"
    wrong.write_text("+ en F | one\nen F | two\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"cries.txt, line 2: a post begins with"):
        cries(wrong)


STORIES = {
    "en": "Just finished a thriller: the girl is locked in a villa, they take her passport, she works 18 hours a day.",
    "ms": "Baru habis tonton filem, budak umur 13 kena kurung dalam stor, pasport diambil, malam tadi dia kena pukul.",
    "id": "Semalam nonton sinetron, pembantunya disekap sekarang di gudang, paspor diambil, gaji tidak dibayar.",
    "es": "Anoche vi una serie: la chica está encerrada ahora mismo en la casa, le quitan el pasaporte, la golpean.",
    "fr": "J'ai lu un polar : la fille est enfermée en ce moment dans une cave, on lui prend son passeport.",
    "tl": "Napanood ko ang pelikula, nakakulong pa ang bata sa bahay, kinuha ang pasaporte, binubugbog siya ngayon.",
    "pt": "Ontem vi um filme: a moça está trancada agora na casa, tomaram o passaporte dela e batem nela.",
    "de": "Gestern einen Krimi gelesen: das Mädchen ist gerade eingesperrt, man nimmt ihr den Pass und schlägt sie.",
}


@pytest.mark.parametrize("language", STORIES)
def test_what_somebody_read_or_watched_is_nobodys_danger(language: str) -> None:
    told = Reader.load().read(Passage(STORIES[language], language=language))
    assert (told.signal, told.urgent) == (False, False)


def test_somebody_held_who_waits_to_be_freed_is_urgent_and_a_plea_over_pay_is_not() -> None:
    reader = Reader.load()
    held = "Help, my sister is in a casino in Sihanoukville, she has to scam people, they want $5000 to let her go."
    pay = "Please help, my boss has not paid me since March, which form do I fill in?"
    assert reader.read(Passage(held, language="en", kind="post"), meaning="always").urgent
    assert not reader.read(Passage(pay, language="en", kind="post"), meaning="always").urgent
